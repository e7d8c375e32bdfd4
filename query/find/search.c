/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "search.h"

#include "fault.h"
#include "fresh.h"
#include "lower.h"

/* How often a search begins anew because the index changed under it. */
#define ATTEMPTS 5

/* What a word that is favoured weighs beside one that was asked for; chosen by tests/bench/rank.sh. */
#define FAVOUR 0.3

void search_init(struct search *search, struct store *store)
{
	*search = (struct search){.store = store, .since = -1, .stemmer = stemmer_new()};
	search->matcher = matcher_new(search->stemmer);
	search->hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit));
	search->copies = fold_table_new();
}

void search_clear(struct search *search)
{
	matcher_free(search->matcher);
	stemmer_free(search->stemmer);
	g_clear_pointer(&search->hits, g_array_unref);
	g_clear_pointer(&search->copies, g_hash_table_unref);
	g_free(search->asked);
	*search = (struct search){0};
}

static int compare_docids(gconstpointer a, gconstpointer b, gpointer hits)
{
	guint32 left = g_array_index((GArray *)hits, struct store_hit, *(const guint *)a).docid;
	guint32 right = g_array_index((GArray *)hits, struct store_hit, *(const guint *)b).docid;
	return (left > right) - (left < right);
}

/* The places of the candidates in the order in which they are stored: neighbours are read together. Yours. */
static GArray *stored_order(const GArray *hits)
{
	GArray *order = g_array_sized_new(FALSE, FALSE, sizeof(guint), hits->len);
	for (guint n = 0; n < hits->len; n++)
		g_array_append_val(order, n);
	g_array_sort_with_data(order, compare_docids, (gpointer)hits);
	return order;
}

/* Keeps the candidates that answer. */
static bool verify(struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GArray) order = stored_order(search->hits);
	g_autoptr(GArray) answers = g_array_new(FALSE, TRUE, sizeof(bool));
	g_array_set_size(answers, search->hits->len);
	bool good = true;
	for (guint n = 0; good && n < order->len; n++) {
		guint at = g_array_index(order, guint, n);
		struct record record;
		record_init(&record);
		good = store_fetch(&record, search->store, g_array_index(search->hits, struct store_hit, at).docid,
				   error);
		g_array_index(answers, bool, at) = good && matcher_match(NULL, search->matcher, tree, &record);
		record_clear(&record);
	}
	guint kept = 0;
	for (guint n = 0; good && n < search->hits->len; n++)
		if (g_array_index(answers, bool, n))
			g_array_index(search->hits, struct store_hit, kept++) =
				g_array_index(search->hits, struct store_hit, n);
	if (good)
		g_array_set_size(search->hits, kept);
	return good;
}

static bool fold(struct search *search, GError **error)
{
	guint answers = search->hits->len;
	g_hash_table_remove_all(search->copies);
	bool good = fold_hits(search->hits, search->copies, search->store, error);
	search->folded = answers - search->hits->len;
	return good;
}

/* Takes and gives `query`; NULL where it fails. */
static struct store_query *keep_fresh(struct search *search, struct store_query *query, GError **error)
{
	struct store_query *fresh = NULL;
	if (!fresh_query(&fresh, &search->revision, search->store, (guint64)search->since, error)) {
		store_query_free(query);
		return NULL;
	}
	struct store_query *both = store_query_new(STORE_FILTER);
	store_query_add(both, query);
	store_query_add(both, fresh);
	return both;
}

/* Takes and gives `query`; NULL where it fails. */
static struct store_query *favour(struct search *search, struct store_query *query, GError **error)
{
	struct store_query *favoured = NULL;
	bool is_exact;
	if (!lower_tree(&favoured, &is_exact, search->favoured, search->store, error)) {
		store_query_free(query);
		return NULL;
	}
	favoured->weight *= FAVOUR;
	struct store_query *both = store_query_new(STORE_MAYBE);
	store_query_add(both, query);
	store_query_add(both, favoured);
	return both;
}

/* Whether a writer has moved on since the revision was looked at; then FAULT_LOCKED. */
static bool is_overtaken(const struct search *search, GError **error)
{
	struct store_stats stats = {0};
	if (!store_stats_get(&stats, search->store, error))
		return true;
	g_free(stats.uuid);
	if (stats.revision == search->revision)
		return false;
	g_set_error(error, FAULT, FAULT_LOCKED, "the index changed while it was read; try again");
	return true;
}

bool search_is_steady(const struct search *search, GError **error)
{
	if (store_turn(search->store) == search->turn)
		return true;
	g_set_error(error, FAULT, FAULT_LOCKED, "the index changed while it was read; try again");
	return false;
}

static bool run_once(struct search *search, const struct tree *tree, enum store_sort sort, GError **error)
{
	struct store_query *query = NULL;
	search->turn = store_turn(search->store);
	if (!lower_tree(&query, &search->exact, tree, search->store, error))
		return false;
	if (search->favoured)
		query = favour(search, query, error);
	if (query && search->since >= 0)
		query = keep_fresh(search, query, error);
	if (!query)
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
	if (search->since >= 0 && is_overtaken(search, error))
		return false;
	return (search->exact || verify(search, tree, error)) && fold(search, error) && search_is_steady(search, error);
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
