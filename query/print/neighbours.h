/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands around a paragraph in its item. Must not know why anybody wants to see it. */
#ifndef MINUTEBOOK_NEIGHBOURS_H
#define MINUTEBOOK_NEIGHBOURS_H

#include "store.h"

struct neighbours {
	GPtrArray *before, *after; /* struct record *, owned, in the order of the paper */
};

/* How many at most. */
struct neighbours_reach {
	guint before, after;
};

void neighbours_init(struct neighbours *neighbours);
void neighbours_clear(struct neighbours *neighbours);

/* Adds the nearest records of the same item (same file, minute, agenda item and title), furniture passed over. Fails as
 * the store does. */
bool neighbours_find(struct neighbours *neighbours, struct store *store, const struct record *record,
		     struct neighbours_reach reach, GError **error);

/* The record of this number in the same file, yours; NULL, without an error, where there is none. Fails as the store
 * does. */
bool neighbours_at(struct record **out, struct store *store, const struct record *record, guint number, GError **error);

#endif
