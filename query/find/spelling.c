/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "spelling.h"

#include "edit.h"

/* A shorter word is near to too many. */
#define LETTERS_LEAST 4

/* Of words equally near, so many that stand in most files are counted by paragraphs. */
#define COUNTED 8

struct candidate {
	const char *word;
	guint files;
};

/* The words at the least distance that one of them has. */
static GPtrArray *find_nearest(const GPtrArray *words, const char *folded)
{
	GPtrArray *nearest = g_ptr_array_new();
	size_t len = strlen(folded);
	guint least = (guint)CLAMP(len / 3, 1, 2);
	for (guint n = 0; n < words->len; n++) {
		const char *word = g_ptr_array_index(words, n);
		size_t other = strlen(word);
		if (MAX(len, other) - MIN(len, other) > least)
			continue;
		guint distance = edit_distance(span_of(word), span_of(folded));
		/* Two slips rarely take the first letter as well. */
		if (distance > least || (distance > 1 && *word != *folded))
			continue;
		if (distance < least)
			g_ptr_array_set_size(nearest, 0);
		least = distance;
		g_ptr_array_add(nearest, (gpointer)word);
	}
	return nearest;
}

static int compare_candidates(gconstpointer a, gconstpointer b)
{
	const struct candidate *left = a;
	const struct candidate *right = b;
	if (left->files != right->files)
		return left->files > right->files ? -1 : 1;
	return strcmp(left->word, right->word);
}

static bool rank(GArray *candidates, const GPtrArray *words, struct store *store, GError **error)
{
	for (guint n = 0; n < words->len; n++) {
		struct candidate candidate = {.word = g_ptr_array_index(words, n)};
		g_autofree char *term = field_word_term(span_of(candidate.word));
		if (!store_term_count(&candidate.files, store, term, error))
			return false;
		g_array_append_val(candidates, candidate);
	}
	g_array_sort(candidates, compare_candidates);
	return true;
}

static bool count_hits(guint *count, struct store *store, const char *word, enum tree_op op, GError **error)
{
	struct tree *leaf = tree_leaf(op, span_of(word));
	struct search alone;
	search_init(&alone, store);
	bool good = search_run(&alone, leaf, SORT_DOCUMENT, error);
	*count = alone.hits->len;
	search_clear(&alone);
	tree_free(leaf);
	return good;
}

bool spelling_suggest(struct spelling *spelling, struct search *search, const char *folded, enum tree_op op,
		      GError **error)
{
	*spelling = (struct spelling){0};
	g_autoptr(GPtrArray) words = NULL;
	g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(struct candidate));
	if (g_utf8_strlen(folded, -1) < LETTERS_LEAST)
		return true;
	if (!store_terms(&words, search->store, FIELDS_WORD, error))
		return false;
	g_autoptr(GPtrArray) nearest = find_nearest(words, folded);
	if (!rank(candidates, nearest, search->store, error))
		return false;
	for (guint n = 0; n < MIN(candidates->len, COUNTED); n++) {
		const char *word = g_array_index(candidates, struct candidate, n).word;
		guint count = 0;
		if (!count_hits(&count, search->store, word, op, error)) {
			g_clear_pointer(&spelling->word, g_free);
			return false;
		}
		if (count <= spelling->count)
			continue;
		spelling->count = count;
		g_free(spelling->word);
		spelling->word = g_strdup(word);
	}
	return true;
}
