/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "advice.h"
#include "describe.h"
#include "fields.h"
#include "pack_gather.h"

/* A tree of both whose children are borrowed; an AND has no AND for a child. */
static struct tree join_trees(const struct tree *tree, const GPtrArray *others)
{
	struct tree both = {.op = TREE_AND, .children = g_ptr_array_new()};
	if (tree->op == TREE_AND)
		for (guint n = 0; n < tree->children->len; n++)
			g_ptr_array_add(both.children, (gpointer)tree_child(tree, n));
	else
		g_ptr_array_add(both.children, (gpointer)tree);
	for (guint n = 0; n < others->len; n++)
		g_ptr_array_add(both.children, g_ptr_array_index(others, n));
	return both;
}

bool pack_count(guint *count, struct pack *pack, const struct tree *tree, GError **error)
{
	struct tree within = join_trees(tree, pack->filters);
	struct search search;
	search_init(&search, pack->search.store);
	bool good = search_run(&search, within.children->len > 1 ? &within : tree, SORT_DOCUMENT, error);
	*count = search.hits->len;
	search_clear(&search);
	g_ptr_array_unref(within.children);
	return good;
}

static void choose_tree(struct pack_query *query, const struct pack *pack)
{
	query->tree = query->question->language.tree;
	if (pack->options->request.include_restricted)
		return;
	g_autoptr(GPtrArray) rest = g_ptr_array_new();
	g_ptr_array_add(rest, pack->unrestricted);
	query->joined = join_trees(query->tree, rest);
	query->tree = &query->joined;
}

static void add_answer(struct pack *pack, guint32 docid, guint64 copy, guint query)
{
	struct pack_answer *answer = g_hash_table_lookup(pack->answers, GUINT_TO_POINTER(docid));
	if (!answer) {
		answer = g_new0(struct pack_answer, 1);
		*answer = (struct pack_answer){.copy = copy, .queries = g_array_new(FALSE, FALSE, sizeof(guint))};
		g_hash_table_insert(pack->answers, GUINT_TO_POINTER(docid), answer);
	}
	g_array_append_val(answer->queries, query);
}

/* Hits and their copies alike. */
static void add_answers(struct pack *pack, const struct search *search, guint query)
{
	for (guint n = 0; n < search->hits->len; n++) {
		const struct store_hit *hit = &g_array_index(search->hits, struct store_hit, n);
		const GArray *copies = g_hash_table_lookup(search->copies, GUINT_TO_POINTER(hit->docid));
		add_answer(pack, hit->docid, hit->copy, query);
		for (guint k = 0; copies && k < copies->len; k++)
			add_answer(pack, g_array_index(copies, guint32, k), hit->copy, query);
	}
}

static bool search_query(struct pack *pack, struct pack_query *query, guint number, GError **error)
{
	struct search search;
	search_init(&search, pack->search.store);
	search.aliases = query->question->aliases;
	bool good = search_run(&search, query->tree, SORT_DOCUMENT, error);
	if (good) {
		add_answers(pack, &search, number);
		query->index_query = g_strdup(search.asked);
		good = advice_missing(query->notes, &search, query->tree, error) &&
		       advice_people(query->notes, &search, query->tree, error);
	}
	search_clear(&search);
	return good;
}

static bool note_papers(GHashTable *papers, struct store *store, const GArray *hits, GError **error)
{
	for (guint n = 0; n < hits->len; n++) {
		g_autofree char *order = NULL;
		struct field_place place;
		if (!store_place(&order, store, g_array_index(hits, struct store_hit, n).docid, error))
			return false;
		if (field_place_read(&place, span_of(order)))
			g_hash_table_add(papers, g_strndup(place.path.ptr, place.path.len));
	}
	return true;
}

/* What was left out. */
struct withheld {
	GHashTable *docids, *papers;
};

static bool search_restricted(struct withheld *withheld, struct pack *pack, struct pack_query *query, GError **error)
{
	g_autoptr(GPtrArray) rest = g_ptr_array_new();
	g_ptr_array_add(rest, pack->restricted);
	struct tree tree = join_trees(query->question->language.tree, rest);
	struct search search;
	search_init(&search, pack->search.store);
	bool good = search_run(&search, &tree, SORT_DOCUMENT, error) &&
		    note_papers(withheld->papers, pack->search.store, search.hits, error);
	query->restricted = search.hits->len;
	for (guint n = 0; good && n < search.hits->len; n++)
		g_hash_table_add(withheld->docids,
				 GUINT_TO_POINTER(g_array_index(search.hits, struct store_hit, n).docid));
	search_clear(&search);
	g_ptr_array_unref(tree.children);
	return good;
}

static struct pack_query *add_query(struct pack *pack, const struct question *question)
{
	struct pack_query *query = g_new0(struct pack_query, 1);
	query->question = question;
	query->parts = g_ptr_array_new_with_free_func(pack_part_free);
	query->forms = g_ptr_array_new_with_free_func(pack_form_free);
	query->near = g_ptr_array_new_with_free_func(pack_near_free);
	query->notes = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < question->language.notes->len; n++)
		g_ptr_array_add(query->notes, g_strdup(g_ptr_array_index(question->language.notes, n)));
	g_ptr_array_add(pack->queries, query);
	choose_tree(query, pack);
	query->printed = tree_print(query->tree);
	query->understood = describe_tree(question->language.tree);
	return query;
}

bool pack_gather_queries(struct pack *pack, const GPtrArray *questions, GError **error)
{
	struct withheld withheld = {g_hash_table_new(NULL, NULL),
				    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
	bool good = true;
	for (guint n = 0; good && n < questions->len; n++) {
		struct pack_query *query = add_query(pack, g_ptr_array_index(questions, n));
		good = search_query(pack, query, n + 1, error) && pack_parts_count(query, pack, error) &&
		       pack_near_find(query, pack, error) &&
		       (pack->options->request.include_restricted || search_restricted(&withheld, pack, query, error));
	}
	pack->restricted_hits = g_hash_table_size(withheld.docids);
	pack->restricted_papers = g_hash_table_size(withheld.papers);
	g_hash_table_unref(withheld.docids);
	g_hash_table_unref(withheld.papers);
	return good;
}
