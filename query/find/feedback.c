/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "feedback.h"

#include "telling.h"

/* So many words that so many of the first hits share; chosen by tests/bench/rank.sh. */
#define TEACHERS 10
#define SHARED_BY 3
#define WORDS 10

static bool gather(GPtrArray *texts, const struct search *search, GError **error)
{
	for (guint n = 0; n < MIN(search->hits->len, TEACHERS); n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search->hits, struct store_hit, n).docid;
		bool good = store_fetch(&record, search->store, docid, error);
		if (good)
			g_ptr_array_add(texts, g_steal_pointer(&record.text));
		record_clear(&record);
		if (!good)
			return false;
	}
	return true;
}

static struct tree *any_of(const GPtrArray *words)
{
	struct tree *any = tree_new(TREE_OR);
	for (guint n = 0; n < words->len; n++)
		tree_add(any, tree_leaf(TREE_WORDS, span_of(g_ptr_array_index(words, n))));
	return tree_simplify(any);
}

bool feedback_run(GPtrArray **words, struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	struct telling telling = {texts, WORDS, SHARED_BY};
	*words = NULL;
	if (!gather(texts, search, error) || !telling_words(words, search, &telling, error))
		return false;
	if ((*words)->len == 0)
		return true;
	struct tree *favoured = any_of(*words);
	search->favoured = favoured;
	bool good = search_run(search, tree, SORT_RELEVANCE, error);
	search->favoured = NULL;
	tree_free(favoured);
	return good;
}
