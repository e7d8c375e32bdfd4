/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one index holds, what failed, and what has drifted from the disk since. Must not know of queries. */
#ifndef MINUTEBOOK_HOLDINGS_H
#define MINUTEBOOK_HOLDINGS_H

#include "drift.h"
#include "facets.h"
#include "standing.h"

struct holdings {
	const char *place; /* borrowed */
	guint64 revision;
	guint paragraphs, furniture;
	guint undated, undated_papers;
	struct standings standings;
	const char *first, *last; /* days of meetings, NULL where all is undated; borrowed from `files` */
	GPtrArray *files;         /* struct store_file *, by path */
	GPtrArray *gone;          /* char *, by path: files that were here once */
	GPtrArray *bodies;        /* the one struct facet * of bodies */
	bool is_local;            /* `drift` has been looked at */
	struct drift drift;
};

void holdings_init(struct holdings *holdings);
void holdings_clear(struct holdings *holdings);

/* Fails as the store does. `store` is the open index at `place`. */
bool holdings_read(struct holdings *holdings, struct store *store, const char *place, GError **error);

/* Lines for people; or one JSON object and no line end. */
void holdings_text(GString *out, const struct holdings *holdings);
void holdings_json(GString *out, const struct holdings *holdings);

#endif
