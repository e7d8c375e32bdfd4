/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a printed line goes on with the paragraph above it. */
#ifndef MINUTEBOOK_JOIN_H
#define MINUTEBOOK_JOIN_H

#include "block.h"

struct join {
	const GArray *lines; /* struct printed, furniture marked */
	enum page_format format;
	bool wrapped;  /* lines were cut to a width; otherwise each is a paragraph */
	GArray *edges; /* double per line: the right edge that text around it runs to */
};

void join_init(struct join *join, const GArray *lines, enum page_format format);
void join_clear(struct join *join);

/* Whether line `next`, which has no label of its own, belongs to `block`, whose last line is `last`. */
bool join_continues(const struct join *join, const struct block *block, guint last, guint next);

/* Whether line `i` stops before the right edge although the next line's first word had room. */
bool join_is_short(const struct join *join, const struct block *block, guint i, guint next);

/* Whether a paragraph stops in the middle of a sentence, too long for a title. */
bool join_breaks_off(const struct join *join, const struct block *block);

#endif
