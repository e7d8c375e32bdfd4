/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What recognised words look like as type: the slope of their lines, the size and weight of their letters, worked out
 * from their ink. Pure geometry. */
#ifndef MINUTEBOOK_OCR_TYPE_H
#define MINUTEBOOK_OCR_TYPE_H

#include <glib.h>

#include "pdf_lines.h"

/* One word as recognition sees it, in pixels from the top left corner. */
struct ocr_glimpse {
	char *text; /* owned */
	double left, right, top, bottom;
	double baseline;  /* below the middle of the word */
	double line_rise; /* of its line's baseline to the right, downwards, of its length */
	double stroke;    /* thickness of its strokes; 0 unknown */
	guint line;       /* number of its line, from 0 */
	bool starts_line;
};

/* An empty array of struct ocr_glimpse that frees their texts. */
GArray *ocr_glimpse_array_new(void);

/* Appends the words to `words` (pdf_word_array_new), in points, on level lines. Moves the glimpses. */
void ocr_type_words(GArray *words, GArray *glimpses, double dpi);

#endif
