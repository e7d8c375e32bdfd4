/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of gathering a pack, in this order: what each reads is there from the ones before it. All fail as the store
 * does. */
#ifndef MINUTEBOOK_PACK_GATHER_H
#define MINUTEBOOK_PACK_GATHER_H

#include "pack.h"

/* Runs every query by itself: its words in English, its parts and what comes near to nothing, what is left out as
 * restricted; and what answers it into pack->answers. */
bool pack_gather_queries(struct pack *pack, const GPtrArray *questions, GError **error);

/* The extracts of all queries, copies folded; each with the queries it answers. Their papers come next. */
bool pack_gather_hits(struct pack *pack, GError **error);

/* Papers and numbers. */
bool pack_gather_papers(struct pack *pack, GError **error);

/* What a reviewer should look at. */
bool pack_gather_flags(struct pack *pack, GError **error);

/* By which words each query was met. */
void pack_gather_forms(struct pack *pack);

/* How many paragraphs of the scope answer a tree, copies once. */
bool pack_count(guint *count, struct pack *pack, const struct tree *tree, GError **error);

/* What the query's parts find alone. */
bool pack_parts_count(struct pack_query *query, struct pack *pack, GError **error);

/* What comes near to the parts that find nothing; after pack_parts_count. */
bool pack_near_find(struct pack_query *query, struct pack *pack, GError **error);

#endif
