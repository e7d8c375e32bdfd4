/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "scan.h"

#include "fault.h"
#include "pdf_lines.h"
#include "pdf_scan.h"
#include "pdf_words.h"

/* Whether most of the word is where the text layer has one already. */
static bool is_known(const struct pdf_word *word, const struct pdf_word *known, guint count)
{
	double area = (word->right - word->left) * (word->bottom - word->top);
	for (guint i = 0; i < count; i++) {
		double across = MIN(word->right, known[i].right) - MAX(word->left, known[i].left);
		double down = MIN(word->bottom, known[i].bottom) - MAX(word->top, known[i].top);
		if (across > 0 && down > 0 && across * down * 2 > area)
			return true;
	}
	return false;
}

/* Appends the words that have been recognised to those of the text layer, but for those that are in it. */
static void add_recognised(GArray *words, GArray *recognised)
{
	guint known = words->len;
	for (guint i = 0; i < recognised->len; i++) {
		struct pdf_word word = g_array_index(recognised, struct pdf_word, i);
		if (is_known(&word, (const struct pdf_word *)(void *)words->data, known))
			continue;
		word.text = g_strdup(word.text);
		g_array_append_val(words, word);
	}
}

/* Where the words of the text layer stand on the page as it has been turned to be read. */
static void turn_words(GArray *words, const struct page *page, int quarters)
{
	for (guint i = 0; i < words->len; i++) {
		struct pdf_word *word = &g_array_index(words, struct pdf_word, i);
		struct pdf_word old = *word;
		word->is_vertical ^= quarters & 1;
		if (quarters == 1) {
			word->left = page->width - old.bottom;
			word->right = page->width - old.top;
			word->top = old.left;
			word->bottom = old.right;
		} else if (quarters == 2) {
			word->left = page->width - old.right;
			word->right = page->width - old.left;
			word->top = page->height - old.bottom;
			word->bottom = page->height - old.top;
		} else if (quarters == 3) {
			word->left = old.top;
			word->right = old.bottom;
			word->top = page->height - old.right;
			word->bottom = page->height - old.left;
		}
	}
}

static bool read_picture(struct page *page, struct ocr *ocr, struct picture *picture, GArray *words, GError **error)
{
	g_autoptr(GArray) recognised = pdf_word_array_new();
	if (!ocr_read(recognised, ocr, picture, error))
		return false;
	page->width = picture_width(picture) * 72 / picture->dpi;
	page->height = picture_height(picture) * 72 / picture->dpi;
	page->is_recognised = true;
	turn_words(words, page, picture->turned);
	add_recognised(words, recognised);
	g_array_set_size(page->lines, 0);
	pdf_lines_build(page, words);
	return true;
}

/* Opens the page of one file after the other: a PDF once, a picture page by page. */
struct source_pages {
	PopplerDocument *pdf; /* NULL for a picture */
	struct span bytes;
};

static bool get_picture(struct picture *picture, GArray *words, const struct source_pages *source, guint index,
			GError **error)
{
	if (!source->pdf)
		return picture_read(picture, source->bytes, index, error);
	PopplerPage *page = poppler_document_get_page(source->pdf, (int)index);
	pdf_words_read(words, page);
	bool good = pdf_scan_draw(picture, page, error);
	g_object_unref(page);
	return good;
}

static bool read_page(struct page *page, struct ocr *ocr, const struct source_pages *source, guint index,
		      GError **error)
{
	struct picture picture = {0};
	g_autoptr(GArray) words = pdf_word_array_new();
	bool good =
		get_picture(&picture, words, source, index, error) && read_picture(page, ocr, &picture, words, error);
	picture_clear(&picture);
	return good;
}

static bool has_lines(const struct document *document)
{
	for (guint i = 0; i < document->pages->len; i++)
		if (((const struct page *)document->pages->pdata[i])->lines->len > 0)
			return true;
	return false;
}

bool scan_read(struct document *document, struct ocr *ocr, struct span bytes, GError **error)
{
	struct source_pages source = {.bytes = bytes};
	if (scan_count(document) == 0)
		return true;
	if (document->format == FORMAT_PDF) {
		g_autoptr(GBytes) shared = g_bytes_new_static(bytes.ptr, bytes.len);
		source.pdf = poppler_document_new_from_bytes(shared, NULL, NULL);
	}
	g_autoptr(GError) first = NULL;
	for (guint i = 0; i < document->pages->len; i++) {
		struct page *page = document->pages->pdata[i];
		if (page->is_scan)
			read_page(page, ocr, &source, i, first ? NULL : &first);
	}
	g_clear_object(&source.pdf);
	document->format = FORMAT_PDF;
	if (!first || has_lines(document))
		return true;
	g_propagate_error(error, g_steal_pointer(&first));
	return false;
}

guint scan_count(const struct document *document)
{
	guint count = 0;
	for (guint i = 0; i < document->pages->len; i++)
		count += ((const struct page *)document->pages->pdata[i])->is_scan;
	return count;
}

guint scan_count_recognised(const struct document *document)
{
	guint count = 0;
	for (guint i = 0; i < document->pages->len; i++)
		count += ((const struct page *)document->pages->pdata[i])->is_recognised;
	return count;
}
