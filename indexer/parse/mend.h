/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mends words that a line's end broke: "infor-" "mation" becomes one word, "sub-" "categories" keeps its hyphen. What
 * decides is the paper's own vocabulary: the form it uses elsewhere. */
#ifndef MINUTEBOOK_MEND_H
#define MINUTEBOOK_MEND_H

#include "block.h"

struct mend;

struct mend *mend_new(const GArray *lines); /* struct printed */
void mend_free(struct mend *mend);

/* Appends the next printed line to a paragraph: one space between, or none where a word goes on. */
void mend_append(const struct mend *mend, GString *text, const char *line);

#endif
