/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lists of a Word document (word/numbering.xml): which number a paragraph prints. Several lists (w:num) may share one
 * definition (w:abstractNum) and then count on together, unless one says where it starts. */
#ifndef MINUTEBOOK_DOCX_NUMBERING_H
#define MINUTEBOOK_DOCX_NUMBERING_H

#include "docx_styles.h"
#include "numbering.h"

struct docx_numbering;

/* From the tree of the part; NULL for a document without lists. A definition may lie in a style. */
struct docx_numbering *docx_numbering_new(xmlDocPtr tree, const struct docx_styles *styles);
void docx_numbering_free(struct docx_numbering *numbering);

/* The level of list `list` that is tied to a paragraph style; `fallback` when none is. */
int docx_numbering_style_level(const struct docx_numbering *numbering, int list, const char *style, int fallback);

/* What the level is; NULL for an unknown list. Borrowed. */
const struct numbering_level *docx_numbering_level(const struct docx_numbering *numbering, int list, int level);

/* Counts a paragraph and gives its label; NULL for none. Yours. */
char *docx_numbering_next(struct docx_numbering *numbering, int list, int level);

#endif
