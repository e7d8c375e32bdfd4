/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranks the hits of a search anew by what the best of them say as well (pseudo-relevance feedback: Rocchio 1971). What is
 * found stays the same; only the order changes. Must not know how hits are printed. */
#ifndef MINUTEBOOK_FEEDBACK_H
#define MINUTEBOOK_FEEDBACK_H

#include "search.h"

/* After search_run of the tree by relevance. `words`: char *, those that were ranked by besides, the most telling first;
 * yours, empty where the hits are too few to learn from. Fails as the store does. */
bool feedback_run(GPtrArray **words, struct search *search, const struct tree *tree, GError **error);

#endif
