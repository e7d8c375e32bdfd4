/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bullets that a converter dropped. Bullets set in a symbol font vanish from some text files and leave a space at the
 * line's start, or the empty line that they stood on. */
#ifndef MINUTEBOOK_LOST_H
#define MINUTEBOOK_LOST_H

#include "block.h"

enum lost_guess {
	LOST_NONE,
	LOST_SPACE, /* one space too many before the line */
	LOST_LINE,  /* empty lines too many above it */
};

/* Marks where a bullet may have stood, in a text whose other lines show that its bullets are gone. */
void lost_mark(GArray *lines, enum page_format format);

/* Whether line i, with which something starts, was a list point. `above` is the paragraph before it, or NULL. */
bool lost_bullet(const GArray *lines, guint i, const struct block *above);

/* Gives the line the label it has lost. */
void lost_restore(struct printed *line);

#endif
