/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "telling.h"

#include <math.h>

#include "ranking.h"
#include "text.h"

/* Words in more than a quarter of all paragraphs tell nothing. */
#define COMMON_SHARE 4

struct candidate {
	char *word; /* as it stands first in the text, folded */
	guint times;
	guint texts; /* that have it; the last of them, from 1 */
	guint last;
	double weight;
};

static void candidate_free(gpointer data)
{
	struct candidate *candidate = data;
	g_free(candidate->word);
	g_free(candidate);
}

/* Counts the words of one more text, by their stems: char * to struct candidate *. */
static void count_words(GHashTable *candidates, struct stemmer *stemmer, struct span text, guint number)
{
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
		candidate->texts += candidate->last != number;
		candidate->last = number;
	}
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
static bool weigh(GPtrArray *out, GHashTable *candidates, guint shared_by, struct store *store, GError **error)
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
		if (candidate->texts < shared_by)
			continue;
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

bool telling_words(GPtrArray **out, const struct search *search, const struct telling *telling, GError **error)
{
	g_autoptr(GHashTable) candidates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, candidate_free);
	for (guint n = 0; n < telling->texts->len; n++)
		count_words(candidates, search->stemmer, span_of(g_ptr_array_index(telling->texts, n)), n + 1);
	g_autoptr(GPtrArray) best = g_ptr_array_new();
	*out = NULL;
	if (!weigh(best, candidates, telling->shared_by, search->store, error))
		return false;
	*out = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < MIN(best->len, telling->most); n++) {
		struct candidate *candidate = g_ptr_array_index(best, n);
		g_ptr_array_add(*out, g_steal_pointer(&candidate->word));
	}
	return true;
}
