/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The label printed before a paragraph: "144.", "a)", "(ii)", "2.4", "B3", "•". Reads one from the start of a line and
 * compares two; whether a number at a line's start is a label at all is for the caller, who sees the lines around. */
#ifndef MINUTEBOOK_LABEL_H
#define MINUTEBOOK_LABEL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum label_style {
	LABEL_NONE,
	LABEL_BULLET,
	LABEL_DECIMAL, /* 1. 1) (1) */
	LABEL_PLAIN,   /* 1 Welcome: a number and nothing else */
	LABEL_MULTI,   /* 2.4 3.1.5 */
	LABEL_ALPHA,   /* a) (a) a. */
	LABEL_ROMAN,   /* ii) (ii) */
	LABEL_MIXED,   /* 2a */
	LABEL_REF,     /* A1 B3: an agenda's own numbering */
	LABEL_SERIAL,  /* 18/034, 61/21, C/091/2023: a running number with its year, its body or both */
};

struct label {
	enum label_style style;
	char text[24];    /* as cited: "144", "a", "2.4", "*" for a bullet */
	int value;        /* 1 for a, i and 1; of the last part in 3.1.5; 0 for a bullet */
	int roman;        /* its value as a roman number when a letter may be either; 0 otherwise */
	char open, close; /* '(' or 0; ')', '.', ':' or 0 */
	bool upper;       /* A) rather than a) */
	char bullet[8];   /* the bullet character */
	size_t length;    /* bytes of the line that it takes, white space behind it included */
	bool alone;       /* nothing else on the line */
};

/* False, and LABEL_NONE, when the line starts with none. A converter's "- " before another label is skipped. */
bool label_read(struct label *label, const char *line);

/* Whether both are printed in the same form, so that one can follow the other in a list. */
bool label_same_form(const struct label *a, const struct label *b);

/* Whether `next` comes right after `label` in the same list; `slack` more may be missing between them. */
bool label_follows(const struct label *label, const struct label *next, int slack);

/* Whether it opens a list: 1, a, i, 2.1, a bullet. */
bool label_is_first(const struct label *label);

#endif
