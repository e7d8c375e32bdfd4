/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Copies of one paragraph as one hit with its other places. Must not know what was asked. */
#ifndef MINUTEBOOK_FOLD_H
#define MINUTEBOOK_FOLD_H

#include "store.h"

/* docid of a hit (as a pointer) to its other places: guint32 in a GArray, the better ones first. Yours. */
GHashTable *fold_table_new(void);

/* Leaves of `hits` (struct store_hit) one for each paragraph, in the order they have, and notes the others in `copies`. Two
 * paragraphs of one file are never one: the second "Agreed." of the minutes is a copy of the second in the pack. The hit
 * itself is the place in a file of one meeting before one in a pack of several, published minutes before a draft or
 * another paper, then the first path. Fails as the store does. */
bool fold_hits(GArray *hits, GHashTable *copies, struct store *store, GError **error);

#endif
