/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a printed page: which words share a baseline, and where a row falls into parts that stand side by side.
 * Pure geometry. */
#ifndef MINUTEBOOK_PDF_ROWS_H
#define MINUTEBOOK_PDF_ROWS_H

#include "pdf_lines.h"

/* Words [first, end) of the array, side by side; `hang_word`: the first word behind a leading label, or `first`. */
struct pdf_part {
	guint row;
	guint first, end, hang_word;
	double left, right;
};

struct pdf_row {
	guint first, end;           /* words of the array, by their left edges */
	guint first_part, end_part; /* parts of the array */
	double top, bottom, size;   /* of its largest words */
	double usual_gap;           /* between its words */
	bool is_stretched;          /* justified by a few wide gaps, which part nothing */
};

/* Sorts the words by rows and left edges; struct pdf_row from top to bottom, yours. Parts are not filled. */
GArray *pdf_rows_of(GArray *words);

/* Cuts the rows into parts: struct pdf_part in order, yours; fills the rows' part ranges. */
GArray *pdf_rows_part(GArray *rows, const GArray *words);

#endif
