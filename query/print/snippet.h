/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The part of a paragraph that shows best why it was found: whole words around the densest group of marks. Must not
 * know how it is printed. */
#ifndef MINUTEBOOK_SNIPPET_H
#define MINUTEBOOK_SNIPPET_H

#include "match.h"

/* Bytes [start, end) of the text; whether something of the text is left out on either side. */
struct snippet {
	size_t start, end;
	bool cut_before, cut_after;
};

/* About `words` words (0: all of it) with as many different marks as fit; begins with a sentence where one begins
 * shortly before, else a little before the first mark. Without marks, the head of the text. */
void snippet_choose(struct snippet *snippet, struct span text, const GArray *marks, guint words);

/* The snippet as one line of plain text with an ellipsis where it is cut. Yours. */
char *snippet_print(const struct snippet *snippet, struct span text);

#endif
