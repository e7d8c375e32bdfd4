/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From positioned words to printed lines: rows, the parts that stand side by side in them, the white space between.
 * Pure geometry: must not know of poppler, nor what the words mean. */
#ifndef MINUTEBOOK_PDF_LINES_H
#define MINUTEBOOK_PDF_LINES_H

#include "page.h"

struct pdf_word {
	char *text;                      /* owned, no white space */
	double left, right, top, bottom; /* points from the page's top left corner */
	double size;                     /* of the font, points */
	bool bold, italic;
	bool is_vertical; /* turned by a quarter */
	bool starts_run;  /* printed apart from the word before it, not behind a space */
	guint row;        /* found out here */
};

/* An empty array of struct pdf_word that frees their texts. */
GArray *pdf_word_array_new(void);

/* Appends the lines of `words` to `page`: rows from top to bottom, their parts from left to right, a page in two columns
 * of running text column by column, vertical words last. Reorders `words`. */
void pdf_lines_build(struct page *page, GArray *words);

#endif
