/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "neighbours.h"

#include "fields.h"

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

/* The id of the record that stands at `number` in the same file. Yours. */
static char *id_at(const struct record *record, guint number)
{
	const char *hash = strchr(record->id, '#');
	return g_strdup_printf("%.*s#%u", (int)(hash - record->id), record->id, number);
}

bool neighbours_at(struct record **out, struct store *store, const struct record *record, guint number, GError **error)
{
	*out = NULL;
	struct record wanted = {.id = id_at(record, number), .path = record->path};
	g_autofree char *term = field_unique_term(&wanted);
	g_free(wanted.id);
	struct store_query *query = store_query_term(term);
	g_autoptr(GArray) hits = NULL;
	bool good = store_search(&hits, store, query, SORT_DOCUMENT, error);
	store_query_free(query);
	if (!good || hits->len == 0)
		return good;
	*out = record_new();
	good = store_fetch(*out, store, g_array_index(hits, struct store_hit, 0).docid, error);
	if (!good)
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
