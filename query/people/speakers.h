/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Everybody who speaks in an index, joined into people. Must not know of queries. */
#ifndef MINUTEBOOK_SPEAKERS_H
#define MINUTEBOOK_SPEAKERS_H

#include "persons.h"
#include "store.h"

/* The people of the index, yours (persons_free). With `words` (char *, folded; NULL for everybody) only those who have a
 * name with all these words, and whoever could be taken for one of them. `aliases` as for persons_new. Fails as the store
 * does. */
bool speakers_load(struct persons **out, struct store *store, const GPtrArray *aliases, const GPtrArray *words,
		   GError **error);

#endif
