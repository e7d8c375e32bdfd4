/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A query tree to its hits, each one verified where the index alone does not decide. Must not know of the query's text
 * nor of what is printed. */
#ifndef MINUTEBOOK_SEARCH_H
#define MINUTEBOOK_SEARCH_H

#include "fold.h"
#include "match.h"
#include "store.h"

struct search {
	struct store *store;         /* borrowed */
	const GPtrArray *aliases;    /* what a people.csv says (struct alias), borrowed; NULL for nothing */
	gint64 since;                /* only what went in after this revision; -1: all of it */
	const struct tree *favoured; /* hits that answer this as well rank higher; borrowed; NULL for nothing */
	guint64 revision;            /* then: the one that was searched */
	guint turn;                  /* store_turn of the search that gave the hits */
	struct stemmer *stemmer;     /* owned, as all below */
	struct matcher *matcher;
	GArray *hits;       /* struct store_hit, all of them, in order; copies of a paragraph are one */
	GHashTable *copies; /* their other places, see fold.h */
	char *asked;        /* the index's own words for what it was asked */
	guint candidates;   /* what it found */
	guint folded;       /* how many answers are copies of a hit */
	bool exact;         /* and all of that was right by itself */
};

void search_init(struct search *search, struct store *store);
void search_clear(struct search *search);

/* Whether what has been read since is of the revision that was searched; else FAULT_LOCKED. */
bool search_is_steady(const struct search *search, GError **error);

/* Fills in the hits. Begins again when a writer moved on; fails as the store does. */
bool search_run(struct search *search, const struct tree *tree, enum store_sort sort, GError **error);

#endif
