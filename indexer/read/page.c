/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "page.h"

static void line_clear(gpointer data)
{
	struct line *line = data;
	g_free(line->text);
	g_free(line->marker);
}

static void page_free(gpointer data)
{
	struct page *page = data;
	g_array_unref(page->lines);
	g_free(page);
}

bool page_format_has_paragraphs(enum page_format format)
{
	return format == FORMAT_HTML || format == FORMAT_DOCX || format == FORMAT_ODT || format == FORMAT_RTF;
}

void document_init(struct document *document)
{
	*document = (struct document){.pages = g_ptr_array_new_with_free_func(page_free)};
}

void document_clear(struct document *document)
{
	g_clear_pointer(&document->pages, g_ptr_array_unref);
	g_clear_pointer(&document->title, g_free);
}

struct page *document_add_page(struct document *document)
{
	struct page *page = g_new0(struct page, 1);
	page->lines = g_array_new(FALSE, TRUE, sizeof(struct line));
	g_array_set_clear_func(page->lines, line_clear);
	g_ptr_array_add(document->pages, page);
	return page;
}

struct line *page_add_line(struct page *page, const char *text)
{
	struct line line = {.text = g_strdup(text)};
	g_array_append_val(page->lines, line);
	return &g_array_index(page->lines, struct line, page->lines->len - 1);
}
