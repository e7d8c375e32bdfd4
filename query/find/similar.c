/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "similar.h"

#include "telling.h"
#include "value.h"

/* So many of a paragraph's words, the most telling ones, stand for it. */
#define WORDS 24

/* A hit scores at least this part of what the paragraph scores itself. */
#define LIKENESS 4

/* Any of the words that stand for the text; NULL, without an error, where it has none. */
static bool make_likeness(struct tree **out, struct search *search, const char *text, GError **error)
{
	*out = NULL;
	g_autoptr(GPtrArray) words = NULL;
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	g_ptr_array_add(texts, (gpointer)text);
	struct telling telling = {texts, WORDS, 1};
	if (!telling_words(&words, search, &telling, error))
		return false;
	struct tree *any = tree_new(TREE_OR);
	for (guint n = 0; n < words->len; n++)
		tree_add(any, tree_leaf(TREE_WORDS, span_of(g_ptr_array_index(words, n))));
	*out = tree_simplify(any);
	return true;
}

/* The paragraph of that id: its number in the index and, where it is found, its record. */
static bool find_paragraph(guint32 *docid, struct record *record, struct store *store, const char *id, GError **error)
{
	bool good = store_find_id(docid, store, id, error);
	if (!good || *docid == 0)
		return good;
	return store_fetch(record, store, *docid, error);
}

static double score_of(const GArray *hits, guint32 docid)
{
	for (guint n = 0; n < hits->len; n++) {
		const struct store_hit *hit = &g_array_index(hits, struct store_hit, n);
		if (hit->docid == docid)
			return hit->score;
	}
	return 0;
}

static void keep_alike(GArray *hits, guint32 docid, double least)
{
	guint kept = 0;
	for (guint n = 0; n < hits->len; n++) {
		struct store_hit hit = g_array_index(hits, struct store_hit, n);
		if (hit.docid != docid && hit.score >= least)
			g_array_index(hits, struct store_hit, kept++) = hit;
	}
	g_array_set_size(hits, kept);
}

/* The paragraph that others are to be like. */
struct model {
	guint32 docid;
	struct tree *likeness;
};

/* The likeness becomes part of the tree. */
static bool search_alike(struct search *search, struct tree **tree, const struct model *model, enum store_sort sort,
			 GError **error)
{
	struct search alone;
	search_init(&alone, search->store);
	bool good = search_run(&alone, model->likeness, SORT_DOCUMENT, error);
	double least = good ? score_of(alone.hits, model->docid) / LIKENESS : 0;
	search_clear(&alone);
	struct tree *all = tree_new(TREE_AND);
	if (*tree)
		tree_add(all, *tree);
	tree_add(all, model->likeness);
	*tree = tree_simplify(all);
	if (!good || !search_run(search, *tree, sort, error))
		return false;
	keep_alike(search->hits, model->docid, least);
	return true;
}

bool similar_run(struct search *search, struct tree **tree, const char *id, enum store_sort sort, GError **error)
{
	struct record record;
	record_init(&record);
	struct model model = {0};
	bool good = find_paragraph(&model.docid, &record, search->store, id, error);
	if (good && model.docid > 0)
		good = make_likeness(&model.likeness, search, record.text, error);
	if (model.likeness) {
		good = search_alike(search, tree, &model, sort, error);
	} else {
		tree_free(*tree);
		*tree = NULL;
	}
	record_clear(&record);
	return good;
}

bool similar_show(struct tree **out, const char *id, GError **error)
{
	struct tree *plain = NULL;
	struct tree *furniture = NULL;
	struct tree *kind = NULL;
	*out = NULL;
	bool good = value_parse(&plain, field_find(span_of("id")), span_of(id), true, error) &&
		    value_parse(&furniture, field_find(span_of("id")), span_of(id), true, error) &&
		    value_parse(&kind, field_find(span_of("kind")), span_of("furniture"), true, error);
	if (good) {
		struct tree *both = tree_new(TREE_AND);
		tree_add(both, g_steal_pointer(&furniture));
		tree_add(both, g_steal_pointer(&kind));
		*out = tree_new(TREE_OR);
		tree_add(*out, g_steal_pointer(&plain));
		tree_add(*out, both);
	}
	tree_free(plain);
	tree_free(furniture);
	tree_free(kind);
	return good;
}
