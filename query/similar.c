/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "similar.h"

#include <math.h>

#include "ranking.h"
#include "text.h"
#include "value.h"

/* So many of a paragraph's words, the most telling ones, stand for it; those in more than a quarter of all paragraphs tell
 * nothing. */
#define WORDS 24
#define COMMON_SHARE 4

/* A hit scores at least this part of what the paragraph scores itself. */
#define LIKENESS 4

struct candidate {
	char *word; /* as it stands first in the text, folded */
	guint times;
	double weight;
};

static void candidate_free(gpointer data)
{
	struct candidate *candidate = data;
	g_free(candidate->word);
	g_free(candidate);
}

/* The words of the text by their stems: char * to struct candidate *. */
static GHashTable *collect_words(struct stemmer *stemmer, struct span text)
{
	GHashTable *candidates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, candidate_free);
	g_autoptr(GString) folded = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(text, &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		if (folded->len < 2 || ranking_is_stop_word(folded->str))
			continue;
		const char *stem = stemmer_stem(stemmer, span_of(folded->str));
		struct candidate *candidate = g_hash_table_lookup(candidates, stem);
		if (!candidate) {
			candidate = g_new0(struct candidate, 1);
			candidate->word = g_strdup(folded->str);
			g_hash_table_insert(candidates, g_strdup(stem), candidate);
		}
		candidate->times++;
	}
	return candidates;
}

static int compare_candidates(gconstpointer a, gconstpointer b)
{
	const struct candidate *left = *(struct candidate *const *)a;
	const struct candidate *right = *(struct candidate *const *)b;
	if (left->weight != right->weight)
		return left->weight > right->weight ? -1 : 1;
	return strcmp(left->word, right->word);
}

/* tf-idf (Sparck Jones 1972), the frequency in the paragraph damped by its logarithm. */
static bool weigh(GPtrArray *out, GHashTable *candidates, struct store *store, GError **error)
{
	struct store_stats stats;
	if (!store_stats_get(&stats, store, error))
		return false;
	g_free(stats.uuid);
	g_autoptr(GString) term = g_string_new(NULL);
	GHashTableIter iter;
	gpointer stem;
	gpointer data;
	g_hash_table_iter_init(&iter, candidates);
	while (g_hash_table_iter_next(&iter, &stem, &data)) {
		struct candidate *candidate = data;
		guint count = 0;
		field_stem_term(term, NULL, stem);
		if (!store_term_count(&count, store, term->str, error))
			return false;
		bool is_common = stats.searchable > COMMON_SHARE && count > stats.searchable / COMMON_SHARE;
		if (count == 0 || (is_common && count > COMMON_SHARE))
			continue;
		candidate->weight = (1 + log(candidate->times)) * log(1 + (double)stats.searchable / count);
		g_ptr_array_add(out, candidate);
	}
	g_ptr_array_sort(out, compare_candidates);
	return true;
}

/* Any of the words that stand for the text; NULL, without an error, where it has none. */
static bool make_likeness(struct tree **out, struct search *search, struct span text, GError **error)
{
	*out = NULL;
	g_autoptr(GHashTable) candidates = collect_words(search->stemmer, text);
	g_autoptr(GPtrArray) best = g_ptr_array_new();
	if (!weigh(best, candidates, search->store, error))
		return false;
	struct tree *any = tree_new(TREE_OR);
	for (guint n = 0; n < MIN(best->len, WORDS); n++) {
		const struct candidate *candidate = g_ptr_array_index(best, n);
		tree_add(any, tree_leaf(TREE_WORDS, span_of(candidate->word)));
	}
	*out = tree_simplify(any);
	return true;
}

/* The paragraph of that id: its number in the index and, where it is found, its record. */
static bool find_paragraph(guint32 *docid, struct record *record, struct store *store, const char *id, GError **error)
{
	*docid = 0;
	g_autofree char *term = field_term(field_find(span_of("id")), span_of(id));
	struct store_query *query = store_query_term(term);
	g_autoptr(GArray) hits = NULL;
	bool good = store_search(&hits, store, query, SORT_DOCUMENT, error);
	store_query_free(query);
	if (!good || hits->len == 0)
		return good;
	*docid = g_array_index(hits, struct store_hit, 0).docid;
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
		good = make_likeness(&model.likeness, search, span_of(record.text), error);
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
