/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The query tree: plain data, made and freed without the engine. */
#include "store.h"

struct store_query *store_query_new(enum store_op op)
{
	struct store_query *query = g_new0(struct store_query, 1);
	query->op = op;
	query->weight = 1;
	query->children = g_ptr_array_new_with_free_func((GDestroyNotify)store_query_free);
	return query;
}

struct store_query *store_query_term(const char *term)
{
	struct store_query *query = store_query_new(STORE_TERM);
	query->term = g_strdup(term);
	return query;
}

void store_query_add(struct store_query *parent, struct store_query *child)
{
	g_ptr_array_add(parent->children, child);
}

void store_query_free(struct store_query *query)
{
	if (!query)
		return;
	g_free(query->term);
	g_ptr_array_unref(query->children);
	g_free(query);
}
