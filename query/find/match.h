/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a record answers a query, and which of its words do: the one place that decides, on the record itself. Must
 * not know how the record was found. */
#ifndef MINUTEBOOK_MATCH_H
#define MINUTEBOOK_MATCH_H

#include "stemmer.h"
#include "tree.h"

/* Bytes of the record's text that a word or a phrase of the query matched. */
struct match_mark {
	size_t start, end;
};

struct matcher;

/* The stemmer must outlive it. */
struct matcher *matcher_new(struct stemmer *stemmer);
void matcher_free(struct matcher *matcher);

/* True if the record answers. `marks` (struct match_mark, or NULL) receives, in order and without overlap, what
 * matched: nothing under a NOT, nothing of a branch that does not hold. */
bool matcher_match(GArray *marks, struct matcher *matcher, const struct tree *tree, const struct record *record);

/* Puts marks in order; those that overlap become one. */
void match_merge(GArray *marks);

/* Whether a name holds every word of a FIELD_NAME leaf. */
bool match_name(const struct tree *leaf, const char *name);

#endif
