/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "compare.h"

#include <string.h>

void compare_init(struct compare *compare)
{
	GArray **const lists[] = {&compare->same, &compare->changed, &compare->added, &compare->missing};
	*compare = (struct compare){0};
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		*lists[n] = g_array_new(FALSE, FALSE, sizeof(struct compare_pair));
}

void compare_clear(struct compare *compare)
{
	g_clear_pointer(&compare->same, g_array_unref);
	g_clear_pointer(&compare->changed, g_array_unref);
	g_clear_pointer(&compare->added, g_array_unref);
	g_clear_pointer(&compare->missing, g_array_unref);
}

/* Ways to know a place again, the surest first. The last needs the place in the paper: the number behind the id. */
static char *key_by_id_and_path(const struct written_place *place)
{
	return g_strjoin("\n", place->id, place->path, NULL);
}

static char *key_by_id(const struct written_place *place)
{
	return g_strdup(place->id);
}

static char *key_by_text(const struct written_place *place)
{
	return place->sha256 ? g_strjoin("\n", place->sha256, place->path, NULL) : NULL;
}

static char *key_by_place(const struct written_place *place)
{
	const char *number = strrchr(place->id, '#');
	return g_strjoin("\n", number ? number : "", place->path, NULL);
}

typedef char *place_key(const struct written_place *place);

/* Pairs those that have a key in common, in their order. `partner` holds for each of `then` its place in `now` from 1, or 0;
 * `is_taken` tells which of `now` have one. */
static void pair_by(place_key *key, const GPtrArray *then, const GPtrArray *now, guint *partner, bool *is_taken)
{
	g_autoptr(GHashTable) waiting =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_queue_free);
	for (guint n = 0; n < now->len; n++) {
		char *name = is_taken[n] ? NULL : key(g_ptr_array_index(now, n));
		if (!name)
			continue;
		GQueue *queue = g_hash_table_lookup(waiting, name);
		if (!queue) {
			queue = g_queue_new();
			g_hash_table_insert(waiting, g_strdup(name), queue);
		}
		g_queue_push_tail(queue, GUINT_TO_POINTER(n + 1));
		g_free(name);
	}
	for (guint n = 0; n < then->len; n++) {
		g_autofree char *name = partner[n] > 0 ? NULL : key(g_ptr_array_index(then, n));
		GQueue *queue = name ? g_hash_table_lookup(waiting, name) : NULL;
		guint found = queue ? GPOINTER_TO_UINT(g_queue_pop_head(queue)) : 0;
		if (found == 0)
			continue;
		partner[n] = found;
		is_taken[found - 1] = true;
	}
}

/* A copy tells neither its words nor its queries: its id stands for its words. */
static guint find_changes(const struct written_place *then, const struct written_place *now)
{
	guint what = 0;
	bool is_same_paper = strcmp(then->id, now->id) == 0;
	bool has_texts = then->sha256 && now->sha256;
	if (has_texts ? strcmp(then->sha256, now->sha256) != 0 : !is_same_paper)
		what |= COMPARE_TEXT;
	if (!is_same_paper)
		what |= COMPARE_PAPER;
	if (then->queries && now->queries && strcmp(then->queries, now->queries) != 0)
		what |= COMPARE_QUERIES;
	return what;
}

static void add_pair(struct compare *compare, const struct written_place *then, const struct written_place *now)
{
	struct compare_pair pair = {then, now, find_changes(then, now)};
	if (pair.what == 0)
		compare->moved += strcmp(then->path, now->path) != 0;
	g_array_append_val(*(pair.what == 0 ? &compare->same : &compare->changed), pair);
}

void compare_places(struct compare *compare, const GPtrArray *then, const GPtrArray *now)
{
	static place_key *const keys[] = {key_by_id_and_path, key_by_id, key_by_text, key_by_place};
	g_autofree guint *partner = g_new0(guint, then->len + 1);
	g_autofree bool *is_taken = g_new0(bool, now->len + 1);
	for (size_t n = 0; n < G_N_ELEMENTS(keys); n++)
		pair_by(keys[n], then, now, partner, is_taken);
	for (guint n = 0; n < then->len; n++) {
		const struct written_place *place = g_ptr_array_index(then, n);
		struct compare_pair pair = {.then = place};
		if (partner[n] > 0)
			add_pair(compare, place, g_ptr_array_index(now, partner[n] - 1));
		else
			g_array_append_val(compare->missing, pair);
	}
	for (guint n = 0; n < now->len; n++) {
		struct compare_pair pair = {.now = g_ptr_array_index(now, n)};
		if (!is_taken[n])
			g_array_append_val(compare->added, pair);
	}
}
