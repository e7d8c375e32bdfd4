/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The numbers of automatic lists, which the file does not hold: a word processor counts them when it prints. Levels, their
 * forms and when they start anew; what defines them in which format is not known here. */
#ifndef MINUTEBOOK_NUMBERING_H
#define MINUTEBOOK_NUMBERING_H

#include <glib.h>
#include <stdbool.h>

enum { NUMBERING_LEVELS = 10 };

enum numbering_form {
	NUMBERING_NONE, /* counted, but no number is printed where it stands */
	NUMBERING_BULLET,
	NUMBERING_DECIMAL,
	NUMBERING_PADDED,  /* 01 */
	NUMBERING_ORDINAL, /* 1st */
	NUMBERING_LOWER_LETTER,
	NUMBERING_UPPER_LETTER,
	NUMBERING_LOWER_ROMAN,
	NUMBERING_UPPER_ROMAN,
};

struct numbering_level {
	enum numbering_form form;
	char *text;        /* owned; "%1.%2." with %N the number of the Nth level, or the bullet */
	int start;         /* the first number */
	int restart;       /* starts anew after the Nth level or one above it; 0 never; -1 after any above it */
	bool is_legal;     /* "%1" is decimal whatever form the first level has */
	double left, hang; /* of label and text in points; hang 0: not set */
};

/* Where a list has got to. */
struct numbering_counts {
	int numbers[NUMBERING_LEVELS];
	bool has_number[NUMBERING_LEVELS];
};

/* Counts a paragraph at this level, from 0, and gives its label as printed; NULL where none is. Yours. A level above
 * that was not counted yet prints its first number, which stays its first. */
char *numbering_next(struct numbering_counts *counts, const struct numbering_level *levels, int level);

/* The label of a bullet list whose character is this one, in whatever font: a dash is a dash, all others are "•". */
const char *numbering_bullet(const char *text);

#endif
