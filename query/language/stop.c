/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "stop.h"

#include "ranking.h"

static bool is_stop(const struct tree *leaf)
{
	if (leaf->op != TREE_WORDS)
		return false;
	for (guint n = 0; n < leaf->words->len; n++)
		if (tree_word(leaf, n)->open || !ranking_is_stop_word(tree_word(leaf, n)->text))
			return false;
	return true;
}

static guint count_stops(const struct tree *any)
{
	guint count = 0;
	for (guint n = 0; n < any->children->len; n++)
		count += is_stop(tree_child(any, n));
	return count;
}

void stop_drop(struct tree *any, GPtrArray *notes)
{
	guint count = count_stops(any);
	if (count == 0 || count == any->children->len)
		return;
	g_autoptr(GPtrArray) dropped = g_ptr_array_new_with_free_func(g_free);
	for (guint n = any->children->len; n > 0; n--) {
		const struct tree *leaf = tree_child(any, n - 1);
		if (!is_stop(leaf))
			continue;
		g_autofree char *word = g_utf8_strdown(leaf->text, -1);
		if (!g_ptr_array_find_with_equal_func(dropped, word, g_str_equal, NULL))
			g_ptr_array_insert(dropped, 0, g_steal_pointer(&word));
		g_ptr_array_remove_index(any->children, n - 1);
	}
	g_ptr_array_add(dropped, NULL);
	g_autofree char *list = g_strjoinv(", ", (char **)dropped->pdata);
	g_ptr_array_add(notes, g_strdup_printf("left out as too common to tell anything: %s", list));
}
