/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A paper as its extractor saw it: pages of positioned lines, before anybody asks what they mean. One form for all
 * formats: what a format does not tell is 0. */
#ifndef MINUTEBOOK_PAGE_H
#define MINUTEBOOK_PAGE_H

#include <glib.h>
#include <stdbool.h>

enum page_format {
	FORMAT_UNKNOWN,
	FORMAT_TEXT,
	FORMAT_HTML,
	FORMAT_PDF,
	FORMAT_DOCX,
	FORMAT_ODT,
	FORMAT_RTF,
	FORMAT_EML, /* a mail's lines are of the format of its body */
	FORMAT_DOC,
	FORMAT_IMAGE, /* pages without lines; once they have been recognised it is FORMAT_PDF */
};

/* What the markup itself says of a line; LINE_PLAIN where it says nothing. */
enum line_role {
	LINE_PLAIN,
	LINE_HEADING,   /* `level` 1..6 */
	LINE_ITEM,      /* a list point; `level` 1.. is its depth, `marker` its label */
	LINE_CELL,      /* a table cell; `table`, `row`, `column` from 1 */
	LINE_HEADER,    /* a header cell of a table */
	LINE_FURNITURE, /* navigation, icons, block captions: not the paper's words */
};

/* One printed line, or one column's part of it. Where several parts stand side by side each is a line of its own with
 * the same `baseline`, from left to right. */
struct line {
	char *text; /* owned; NFC, one line, inner white space single, none at the ends */
	double left, right, top,
		bottom;    /* points from the page's top left corner; text: 5 points a column, 12 a line */
	double hang;       /* where the text behind a leading label starts ("1.   Text"), in points like left; 0 none */
	double size;       /* font size in points; 0 unknown */
	bool bold, italic; /* the whole line */
	double gap;        /* white space above, in lines: 0 normal leading, 1 a blank line; the page's first: 0 */
	int baseline;      /* number on the page, from 1 */
	enum line_role role;
	int level;
	char *marker; /* owned; NULL unless the markup gives a label */
	int table, row, column,
		column_span; /* column alone: the line's place among parts that tabs set apart, from 1 */
	bool starts;         /* the markup says that a paragraph starts here */
	int heading_bytes;   /* how many leading bytes are set bold as a run-in heading; 0 none */
};

struct page {
	GArray *lines;        /* struct line, in reading order */
	double width, height; /* points; 0 unknown */
	bool is_scan;         /* its words are in a picture, not in a text layer */
	bool is_recognised;   /* its lines were read from that picture */
};

struct document {
	enum page_format format;
	bool has_pages;   /* physical pages: PDF, text with form feeds; otherwise one struct page */
	GPtrArray *pages; /* struct page * */
	char *title;      /* what the format's own metadata calls it, or NULL */
};

/* Whether the format itself tells where paragraphs start, as HTML does. */
bool page_format_has_paragraphs(enum page_format format);

void document_init(struct document *document);
void document_clear(struct document *document);
struct page *document_add_page(struct document *document);

/* Appends a line with this text (copied) and returns it, valid until the next is added. */
struct line *page_add_line(struct page *page, const char *text);

#endif
