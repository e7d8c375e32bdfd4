/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text of a Word document's part, as it would be printed with all tracked changes accepted: insertions kept,
 * deletions left out, moved text where it went. Of fields the result, not the instruction; of a shape that is drawn in
 * two ways, one. Hidden text and comments are not printed and left out, and so are the numbers that point to notes.
 * A table of contents is furniture: it repeats headings. */
#ifndef MINUTEBOOK_DOCX_BODY_H
#define MINUTEBOOK_DOCX_BODY_H

#include "docx_numbering.h"
#include "docx_styles.h"
#include "flow.h"

struct docx_body {
	struct flow *flow;
	const struct docx_styles *styles;
	struct docx_numbering *numbering;
	GHashTable *chunks;    /* struct document * by relation: what w:altChunk takes in; each is used once */
	GPtrArray *notes;      /* char *: "footnote:ID" and "endnote:ID" as they are referred to */
	bool is_furniture;     /* headers and footers */
	bool in_paragraph;     /* between a paragraph's start and end */
	int style, run_styles; /* enum html_style of the paragraph and the run at hand */
	GArray *fields;        /* bool for each open field: still in its instruction */
	char *held;            /* the label of a paragraph that runs on into the next one */
};

/* Fills `body`; the pointers stay the caller's. */
void docx_body_init(struct docx_body *body, struct flow *flow, const struct docx_styles *styles,
		    struct docx_numbering *numbering);
void docx_body_clear(struct docx_body *body);

/* Writes what is in the element; a paragraph that is still open at its end is ended. */
void docx_body_read(struct docx_body *body, const xmlNode *element);

#endif
