/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paragraphs that are most like a given one: those that share the words that tell it from others. Must not know how they
 * are printed. */
#ifndef MINUTEBOOK_SIMILAR_H
#define MINUTEBOOK_SIMILAR_H

#include "search.h"

/* Searches for them and leaves the hits in `search`, the paragraph itself not among them: those that score at least a
 * quarter of what it scores itself. `*tree` is what they must answer besides, or NULL, and becomes the query that was
 * searched; NULL where the index has no such paragraph (there are no hits then). Fails as the store does. */
bool similar_run(struct search *search, struct tree **tree, const char *id, enum store_sort sort, GError **error);

/* What finds the paragraph itself, be it furniture. Yours; FAULT_QUERY. */
bool similar_show(struct tree **out, const char *id, GError **error);

#endif
