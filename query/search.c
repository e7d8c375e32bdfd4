/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "search.h"

#include "fault.h"
#include "lower.h"

/* How often a search begins anew because the index changed under it. */
#define ATTEMPTS 5

void search_init(struct search *search, struct store *store)
{
	*search = (struct search){.store = store, .stemmer = stemmer_new()};
	search->matcher = matcher_new(search->stemmer);
	search->hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit));
}

void search_clear(struct search *search)
{
	matcher_free(search->matcher);
	stemmer_free(search->stemmer);
	g_clear_pointer(&search->hits, g_array_unref);
	g_free(search->asked);
	*search = (struct search){0};
}

/* Keeps the candidates that answer. */
static bool verify(struct search *search, const struct tree *tree, GError **error)
{
	guint kept = 0;
	for (guint n = 0; n < search->hits->len; n++) {
		struct store_hit hit = g_array_index(search->hits, struct store_hit, n);
		struct record record;
		record_init(&record);
		bool good = store_fetch(&record, search->store, hit.docid, error);
		if (good && matcher_match(NULL, search->matcher, tree, &record))
			g_array_index(search->hits, struct store_hit, kept++) = hit;
		record_clear(&record);
		if (!good)
			return false;
	}
	g_array_set_size(search->hits, kept);
	return true;
}

static bool run_once(struct search *search, const struct tree *tree, enum store_sort sort, GError **error)
{
	struct store_query *query = NULL;
	if (!lower_tree(&query, &search->exact, tree, search->store, error))
		return false;
	g_clear_pointer(&search->hits, g_array_unref);
	g_free(search->asked);
	search->asked = store_query_print(query);
	bool good = store_search(&search->hits, search->store, query, sort, error);
	store_query_free(query);
	if (!good) {
		search->hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit));
		return false;
	}
	search->candidates = search->hits->len;
	return search->exact || verify(search, tree, error);
}

bool search_run(struct search *search, const struct tree *tree, enum store_sort sort, GError **error)
{
	for (int attempt = 1;; attempt++) {
		GError *trouble = NULL;
		if (run_once(search, tree, sort, &trouble))
			return true;
		if (attempt == ATTEMPTS || !g_error_matches(trouble, FAULT, FAULT_LOCKED)) {
			g_propagate_error(error, trouble);
			return false;
		}
		g_error_free(trouble);
		if (!store_refresh(search->store, error))
			return false;
	}
}
