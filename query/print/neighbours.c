/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "neighbours.h"

void neighbours_init(struct neighbours *neighbours)
{
	neighbours->before = g_ptr_array_new_with_free_func(record_free);
	neighbours->after = g_ptr_array_new_with_free_func(record_free);
}

void neighbours_clear(struct neighbours *neighbours)
{
	g_clear_pointer(&neighbours->before, g_ptr_array_unref);
	g_clear_pointer(&neighbours->after, g_ptr_array_unref);
}

bool neighbours_at(struct record **out, struct store *store, const struct record *record, guint number, GError **error)
{
	bool found = false;
	*out = record_new();
	bool good = store_fetch_beside(&found, *out, store, record, number, error);
	if (!found)
		g_clear_pointer(out, record_free);
	return good;
}

static bool is_same_item(const struct record *a, const struct record *b)
{
	return g_strcmp0(a->minute, b->minute) == 0 && g_strcmp0(a->agenda_item, b->agenda_item) == 0 &&
	       g_strcmp0(a->title, b->title) == 0;
}

/* Adds up to `most` records in the direction of `step`, the nearest first. */
static bool collect(GPtrArray *out, struct store *store, const struct record *record, int step, guint most,
		    GError **error)
{
	guint number = record_number(record);
	while (out->len < most && (step > 0 || number > 1)) {
		number = step > 0 ? number + 1 : number - 1;
		struct record *next = NULL;
		if (!neighbours_at(&next, store, record, number, error))
			return false;
		if (!next)
			break;
		if (next->kind == KIND_FURNITURE) {
			record_free(next);
			continue;
		}
		if (!is_same_item(next, record)) {
			record_free(next);
			break;
		}
		g_ptr_array_add(out, next);
	}
	return true;
}

static void reverse(GPtrArray *list)
{
	for (guint n = 0; n < list->len / 2; n++) {
		gpointer held = list->pdata[n];
		list->pdata[n] = list->pdata[list->len - 1 - n];
		list->pdata[list->len - 1 - n] = held;
	}
}

bool neighbours_find(struct neighbours *neighbours, struct store *store, const struct record *record,
		     struct neighbours_reach reach, GError **error)
{
	bool has_place = record->id && strchr(record->id, '#') && record_number(record) > 0;
	if (!has_place)
		return true;
	bool good = collect(neighbours->before, store, record, -1, reach.before, error) &&
		    collect(neighbours->after, store, record, 1, reach.after, error);
	reverse(neighbours->before);
	return good;
}
