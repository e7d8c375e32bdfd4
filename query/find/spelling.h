/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The word of the papers that was likely meant by one that none of them has. Must not know what is said of it. */
#ifndef MINUTEBOOK_SPELLING_H
#define MINUTEBOOK_SPELLING_H

#include "search.h"

struct spelling {
	char *word;  /* NULL: none is near; yours */
	guint count; /* hits of that word alone, asked for as the other one was */
};

/* The nearest word (edit_distance, at most a third of its letters and no more than two), of several the one with most
 * hits. `op`: TREE_WORDS, any form of it, or TREE_PHRASE, exactly it. Fails as the store does. */
bool spelling_suggest(struct spelling *spelling, struct search *search, const char *folded, enum tree_op op,
		      GError **error);

#endif
