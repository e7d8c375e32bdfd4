/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "extract.h"
#include "fault.h"
#include "pdf_lines.h"
#include "pdf_scan.h"
#include "pdf_words.h"
#include "text.h"

enum { TAIL = 4096 }; /* bytes at the end of a whole file that hold its last marks, with room for what mailers add */

/* A file that ends before its end mark was cut off: whatever is read of it would pass for the whole paper. */
static bool is_cut_off(struct span bytes)
{
	struct span tail = span_cut(bytes, bytes.len > TAIL ? bytes.len - TAIL : 0, bytes.len);
	for (size_t i = 0; i + 5 <= tail.len; i++) {
		if (memcmp(tail.ptr + i, "%%EOF", 5) == 0)
			return false;
	}
	return true;
}

static PopplerDocument *open_pdf(struct span bytes, GError **error)
{
	g_autoptr(GBytes) shared = g_bytes_new_static(bytes.ptr, bytes.len);
	g_autoptr(GError) cause = NULL;
	PopplerDocument *pdf = poppler_document_new_from_bytes(shared, NULL, &cause);
	if (!pdf && g_error_matches(cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) {
		g_set_error(error, FAULT, FAULT_INPUT, "the PDF needs a password; ask for a copy without one");
	} else if (is_cut_off(bytes)) {
		g_set_error(error, FAULT, FAULT_INPUT, "the PDF is cut off before its end; fetch it again");
		g_clear_object(&pdf);
	} else if (!pdf || poppler_document_get_n_pages(pdf) == 0) {
		g_set_error(error, FAULT, FAULT_INPUT, "the PDF is damaged: %s",
			    cause ? cause->message : "it has no pages");
		g_clear_object(&pdf);
	}
	return pdf;
}

static bool read_page(struct document *document, PopplerDocument *pdf, int index, GError **error)
{
	PopplerPage *source = poppler_document_get_page(pdf, index);
	if (!source) {
		g_set_error(error, FAULT, FAULT_INPUT, "the PDF is damaged: page %d cannot be read", index + 1);
		return false;
	}
	struct page *page = document_add_page(document);
	poppler_page_get_size(source, &page->width, &page->height);
	g_autoptr(GArray) words = pdf_word_array_new();
	pdf_words_read(words, source);
	page->is_scan = pdf_scan_is(source, words);
	pdf_lines_build(page, words);
	g_object_unref(source);
	return true;
}

bool extract_pdf(struct document *document, struct span bytes, GError **error)
{
	PopplerDocument *pdf = open_pdf(bytes, error);
	if (!pdf)
		return false;
	document->format = FORMAT_PDF;
	document->has_pages = true;
	g_autofree char *title = poppler_document_get_title(pdf);
	if (title && *title)
		document->title = text_squeeze(span_of(title));
	int pages = poppler_document_get_n_pages(pdf);
	bool ok = true;
	for (int i = 0; i < pages && ok; i++)
		ok = read_page(document, pdf, i, error);
	g_object_unref(pdf);
	return ok;
}

void extract_prepare(void)
{
	static const char empty[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
				    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
				    "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
	/* Poppler's lists of fonts and characters live as long as some document is open: this one stays so. */
	g_autoptr(GBytes) bytes = g_bytes_new_static(empty, sizeof(empty) - 1);
	poppler_document_new_from_bytes(bytes, NULL, NULL);
}
