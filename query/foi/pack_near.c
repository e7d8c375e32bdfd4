/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdlib.h>

#include "pack_gather.h"
#include "spelling.h"

/* Letters of a word that its relatives begin with too: all but these, and no fewer than the least. */
#define LETTERS_CUT 3
#define LETTERS_LEAST 4

#define RELATIVES 6

/* How far apart the words of a phrase may stand to come near to it. */
#define DISTANCE 10

struct relative {
	char *word;
	guint alone;
};

static void relative_clear(gpointer data)
{
	g_free(((struct relative *)data)->word);
}

static void add_near(struct pack_query *query, const char *what, const char *instead, const char *why, guint alone)
{
	for (guint n = 0; n < query->near->len; n++) {
		const struct pack_near *near = g_ptr_array_index(query->near, n);
		if (strcmp(near->what, what) == 0 && strcmp(near->instead, instead) == 0)
			return;
	}
	struct pack_near *near = g_new0(struct pack_near, 1);
	*near = (struct pack_near){g_strdup(what), g_strdup(instead), why, alone};
	g_ptr_array_add(query->near, near);
}

static bool count_word(guint *count, struct pack *pack, const char *word, enum tree_op op, GError **error)
{
	struct tree *leaf = tree_leaf(op, span_of(word));
	bool good = pack_count(count, pack, leaf, error);
	tree_free(leaf);
	return good;
}

static bool add_spelling(struct pack_query *query, struct pack *pack, const char *word, enum tree_op op, GError **error)
{
	struct spelling spelling = {0};
	guint alone = 0;
	bool good = spelling_suggest(&spelling, &pack->search, word, op, error) &&
		    (!spelling.word || count_word(&alone, pack, spelling.word, op, error));
	if (good && alone > 0)
		add_near(query, word, spelling.word, "spelling", alone);
	g_free(spelling.word);
	return good;
}

static int compare_relatives(gconstpointer a, gconstpointer b)
{
	const struct relative *left = a;
	const struct relative *right = b;
	if (left->alone != right->alone)
		return left->alone > right->alone ? -1 : 1;
	return strcmp(left->word, right->word);
}

/* The words that begin as it does, the most frequent of them. */
static bool add_relatives(struct pack_query *query, struct pack *pack, const char *word, GError **error)
{
	glong len = g_utf8_strlen(word, -1);
	glong kept = MAX(len - LETTERS_CUT, LETTERS_LEAST);
	if (len < LETTERS_LEAST || kept > len)
		return true;
	g_autofree char *head = g_utf8_substring(word, 0, kept);
	g_autofree char *prefix = g_strconcat(FIELDS_WORD, head, NULL);
	g_autoptr(GPtrArray) rests = NULL;
	g_autoptr(GArray) relatives = g_array_new(FALSE, FALSE, sizeof(struct relative));
	g_array_set_clear_func(relatives, relative_clear);
	if (!store_terms(&rests, pack->search.store, prefix, error))
		return false;
	for (guint n = 0; n < rests->len; n++) {
		struct relative relative = {g_strconcat(head, g_ptr_array_index(rests, n), NULL), 0};
		bool good = count_word(&relative.alone, pack, relative.word, TREE_PHRASE, error);
		g_array_append_val(relatives, relative);
		if (!good)
			return false;
	}
	g_array_sort(relatives, compare_relatives);
	for (guint n = 0; n < MIN(relatives->len, RELATIVES); n++) {
		const struct relative *relative = &g_array_index(relatives, struct relative, n);
		if (relative->alone > 0)
			add_near(query, word, relative->word, "same beginning", relative->alone);
	}
	return true;
}

static bool add_missing(struct pack_query *query, struct pack *pack, const char *word, enum tree_op op, GError **error)
{
	return add_spelling(query, pack, word, op, error) && add_relatives(query, pack, word, error);
}

static bool add_together(struct pack_query *query, struct pack *pack, const struct tree *leaf, const char *what,
			 GError **error)
{
	struct tree *near = tree_new(TREE_NEAR);
	near->distance = DISTANCE;
	for (guint n = 0; n < leaf->words->len; n++)
		tree_add(near, tree_leaf(TREE_WORDS, span_of(tree_word(leaf, n)->text)));
	guint alone = 0;
	bool good = pack_count(&alone, pack, near, error);
	g_autofree char *printed = tree_print(near);
	if (good && alone > 0)
		add_near(query, what, printed, "its words near each other", alone);
	tree_free(near);
	return good;
}

/* Of a leaf that nothing in the scope answers. */
static bool near_leaf(struct pack_query *query, struct pack *pack, const struct tree *leaf, GError **error)
{
	g_autofree char *what = tree_print(leaf);
	bool is_whole = true;
	for (guint n = 0; n < leaf->words->len; n++) {
		const struct tree_word *word = tree_word(leaf, n);
		guint alone = 0;
		if (!count_word(&alone, pack, word->text, leaf->op, error))
			return false;
		bool good = alone > 0 || add_missing(query, pack, word->text, leaf->op, error);
		if (!good)
			return false;
		is_whole = is_whole && alone > 0;
		if (alone > 0 && leaf->words->len > 1)
			add_near(query, what, word->text, "one of its words", alone);
	}
	return !is_whole || leaf->words->len < 2 || add_together(query, pack, leaf, what, error);
}

static void collect_leaf(const struct tree *node, bool negated, void *leaves)
{
	if (!negated && (node->op == TREE_WORDS || node->op == TREE_PHRASE))
		g_ptr_array_add(leaves, (gpointer)node);
}

bool pack_near_find(struct pack_query *query, struct pack *pack, GError **error)
{
	g_autoptr(GPtrArray) leaves = g_ptr_array_new();
	tree_walk(query->question->language.tree, collect_leaf, leaves);
	for (guint n = 0; n < leaves->len; n++) {
		const struct tree *leaf = g_ptr_array_index(leaves, n);
		guint alone = 0;
		if (!pack_count(&alone, pack, leaf, error))
			return false;
		if (alone == 0 && !near_leaf(query, pack, leaf, error))
			return false;
	}
	return true;
}
