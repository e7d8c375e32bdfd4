/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text of an OpenDocument text as it would be printed with all tracked changes accepted: what was deleted is kept
 * elsewhere in the file and not read. Hidden text and comments are not printed and left out, and so are the numbers that
 * point to notes. A table of contents is furniture: it repeats headings. */
#ifndef MINUTEBOOK_ODT_BODY_H
#define MINUTEBOOK_ODT_BODY_H

#include "flow.h"
#include "odt_styles.h"

struct odt_body {
	struct flow *flow;
	const struct odt_styles *styles;
	GPtrArray *notes;                 /* const xmlNode *: the bodies of notes met so far */
	GArray *lists;                    /* struct odt_list: the open ones, the innermost last */
	GPtrArray *counts;                /* struct numbering_counts *: of all lists */
	GHashTable *counts_of;            /* those by a list's id or "=" and its style */
	struct numbering_counts headings; /* numbered by the outline */
	bool is_furniture;                /* headers, footers and contents */
	bool in_paragraph;
	int run_styles; /* enum html_style of the text at hand */
};

void odt_body_init(struct odt_body *body, struct flow *flow, const struct odt_styles *styles);
void odt_body_clear(struct odt_body *body);

/* Writes what is in the element, then the notes it refers to. */
void odt_body_read(struct odt_body *body, const xmlNode *element);

#endif
