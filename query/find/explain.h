/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An answer's account of itself: what was searched, in words and as the index was asked, and how often each part of the
 * query is found by itself. */
#ifndef MINUTEBOOK_EXPLAIN_H
#define MINUTEBOOK_EXPLAIN_H

#include "search.h"

/* Appends lines of printable text on a search that was run. Fails as the store does. */
bool explain_search(GString *out, const struct search *search, const struct tree *tree, GError **error);

#endif
