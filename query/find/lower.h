/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A query tree to what the index can answer by itself. Where that is not all that was asked (phrases, endings, words side
 * by side), the index is asked for more than that, and matching decides. */
#ifndef MINUTEBOOK_LOWER_H
#define MINUTEBOOK_LOWER_H

#include "stemmer.h"
#include "store.h"
#include "tree.h"

/* A query that finds every record that answers the tree. `exact`: and no other. A record that is furniture is among
 * them only where kind:furniture is asked. Yours; fails as the store does. */
bool lower_tree(struct store_query **out, bool *exact, const struct tree *tree, struct store *store, GError **error);

#endif
