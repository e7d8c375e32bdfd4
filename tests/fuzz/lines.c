/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any lines at any place on a page, with any role, laid out and parted into records: what the extractors could hand over
 * and more. A line of input is a line of the paper behind bytes that say where and what it is; a form feed ends a page. */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "text.h"

/* Bytes in front of a line's text: left, width, gap, size, look, role, level, table, row, column. */
#define HEAD 10

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0

struct pen {
	double top;
	int baseline;
};

static void place(struct line *line, struct pen *pen, const guchar *head)
{
	line->size = head[3] % 40;
	line->gap = head[2] % 8 / 2.0;
	line->left = head[0] * 2.5;
	line->right = line->left + head[1] * 2.5;
	/* An even look goes below the line before, an odd one beside it. */
	if (head[4] % 2 == 0) {
		pen->top += (1 + line->gap) * (line->size > 0 ? line->size : 12);
		pen->baseline++;
	}
	line->top = pen->top;
	line->bottom = pen->top + line->size;
	line->baseline = pen->baseline;
	line->hang = head[4] & 2 ? line->left + 20 : 0;
	line->bold = head[4] & 4;
	line->italic = head[4] & 8;
	line->starts = head[4] & 16;
}

static void mark(struct line *line, const guchar *head)
{
	line->role = (enum line_role)(head[5] % (LINE_FURNITURE + 1));
	line->level = line->role == LINE_HEADING || line->role == LINE_ITEM ? 1 + head[6] % 6 : 0;
	if (line->role == LINE_ITEM && head[6] & 8)
		line->marker = g_strdup_printf("%u.", head[6] % 30U);
	if (line->role == LINE_CELL || line->role == LINE_HEADER) {
		line->table = 1 + head[7] % 3;
		line->row = 1 + head[8] % 20;
		line->column = 1 + head[9] % 8;
		line->column_span = 1 + head[9] / 64;
	}
}

static void add_line(struct page *page, struct pen *pen, struct span given)
{
	g_autofree char *repaired = text_repair((struct span){given.ptr + HEAD, given.len - HEAD}, NULL);
	g_strdelimit(repaired, "\r\t\v\f", ' ');
	g_strstrip(repaired);
	if (*repaired == '\0')
		return;
	const guchar *head = (const guchar *)given.ptr;
	struct line *line = page_add_line(page, repaired);
	place(line, pen, head);
	mark(line, head);
}

static void add_page(struct document *document, struct span given)
{
	struct page *page = document_add_page(document);
	page->width = PAGE_WIDTH;
	page->height = PAGE_HEIGHT;
	struct pen pen = {0};
	for (size_t at = 0; at < given.len;) {
		const char *end = memchr(given.ptr + at, '\n', given.len - at);
		size_t stop = end ? (size_t)(end - given.ptr) : given.len;
		if (stop - at > HEAD)
			add_line(page, &pen, span_cut(given, at, stop));
		at = stop + 1;
	}
}

/* The first byte is the format: it tells whether the lines have places or roles. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum page_format formats[] = {FORMAT_TEXT, FORMAT_HTML, FORMAT_PDF, FORMAT_DOCX};
	if (size == 0)
		return 0;
	struct document document;
	document_init(&document);
	document.format = formats[data[0] % G_N_ELEMENTS(formats)];
	document.has_pages = document.format == FORMAT_PDF || data[0] & 64;
	struct span rest = {(const char *)data + 1, size - 1};
	for (size_t at = 0; at <= rest.len;) {
		const char *end = document.has_pages ? memchr(rest.ptr + at, '\f', rest.len - at) : NULL;
		size_t stop = end ? (size_t)(end - rest.ptr) : rest.len;
		add_page(&document, span_cut(rest, at, stop));
		at = stop + 1;
	}
	claims_check_document(&document);
	document_clear(&document);
	return 0;
}
