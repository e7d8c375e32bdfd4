/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fold.h"

#include "copy.h"
#include "fields.h"

/* One hit that may be a copy. */
struct place {
	guint index; /* in the hits */
	char *order; /* SLOT_ORDER, which all below look into */
	struct field_place told;
	struct span key;  /* what copies share */
	char worse;       /* how good a place it is, see copy_key */
	bool is_in_pack;  /* a file of several meetings */
	guint occurrence; /* of the same words in its file, from 1 */
};

static void place_clear(gpointer data)
{
	g_free(((struct place *)data)->order);
}

static void array_free(gpointer array)
{
	g_array_unref(array);
}

GHashTable *fold_table_new(void)
{
	return g_hash_table_new_full(NULL, NULL, NULL, array_free);
}

static int span_compare(struct span a, struct span b)
{
	int order = memcmp(a.ptr, b.ptr, MIN(a.len, b.len));
	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* The indices (guint) of hits whose copy number occurs again. */
static GArray *find_repeated(const GArray *hits)
{
	GArray *repeated = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autoptr(GHashTable) first = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint n = 0; n < hits->len; n++) {
		struct store_hit *hit = &g_array_index(hits, struct store_hit, n);
		gpointer known = NULL;
		if (hit->copy == 0)
			continue;
		if (!g_hash_table_lookup_extended(first, &hit->copy, NULL, &known)) {
			g_hash_table_insert(first, &hit->copy, GUINT_TO_POINTER(n + 1));
			continue;
		}
		guint before = GPOINTER_TO_UINT(known);
		if (before > 0) {
			before--;
			g_array_append_val(repeated, before);
			g_hash_table_insert(first, &hit->copy, NULL);
		}
		g_array_append_val(repeated, n);
	}
	return repeated;
}

static bool read_place(struct place *place, struct store *store, const GArray *hits, GError **error)
{
	if (!store_place(&place->order, store, g_array_index(hits, struct store_hit, place->index).docid, error))
		return false;
	if (!field_place_read(&place->told, span_of(place->order)) || place->told.copy.len <= COPY_KEY_BYTES)
		return true;
	place->key = span_cut(place->told.copy, 0, COPY_KEY_BYTES);
	place->worse = place->told.copy.ptr[COPY_KEY_BYTES];
	return true;
}

/* Whether the file holds more than one meeting; asked of the ledger once for each file. */
static bool read_pack(struct place *place, GHashTable *packs, struct store *store, GError **error)
{
	g_autofree char *path = g_strndup(place->told.path.ptr, place->told.path.len);
	gpointer known = NULL;
	if (!g_hash_table_lookup_extended(packs, path, NULL, &known)) {
		struct store_file file = {0};
		GError *trouble = NULL;
		bool is_known = store_file_get(&file, store, path, &trouble);
		if (trouble) {
			g_propagate_error(error, trouble);
			return false;
		}
		known = GINT_TO_POINTER(is_known && g_strcmp0(file.first_date, file.last_date) != 0);
		store_file_clear(&file);
		g_hash_table_insert(packs, g_steal_pointer(&path), known);
	}
	place->is_in_pack = GPOINTER_TO_INT(known);
	return true;
}

static bool read_places(GArray *places, const GArray *hits, struct store *store, GError **error)
{
	g_autoptr(GArray) repeated = find_repeated(hits);
	g_autoptr(GHashTable) packs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint n = 0; n < repeated->len; n++) {
		struct place place = {.index = g_array_index(repeated, guint, n)};
		bool good = read_place(&place, store, hits, error);
		g_array_append_val(places, place);
		if (!good ||
		    (place.key.len > 0 && !read_pack(&g_array_index(places, struct place, n), packs, store, error)))
			return false;
	}
	return true;
}

static int compare_in_file(gconstpointer a, gconstpointer b)
{
	const struct place *left = a;
	const struct place *right = b;
	int order = span_compare(left->key, right->key);
	if (order == 0)
		order = span_compare(left->told.path, right->told.path);
	if (order == 0)
		order = (left->told.number > right->told.number) - (left->told.number < right->told.number);
	return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

/* Places are in the order of compare_in_file. The same record of the same file may be in several indexes. */
static void count_occurrences(GArray *places)
{
	for (guint n = 0; n < places->len; n++) {
		struct place *place = &g_array_index(places, struct place, n);
		const struct place *before = n > 0 ? place - 1 : NULL;
		bool is_in_file = before && span_equal(before->key, place->key) &&
				  span_equal(before->told.path, place->told.path);
		place->occurrence = is_in_file ? before->occurrence + (before->told.number != place->told.number) : 1;
	}
}

static int compare_worth(gconstpointer a, gconstpointer b)
{
	const struct place *left = a;
	const struct place *right = b;
	int order = span_compare(left->key, right->key);
	if (order == 0)
		order = (left->occurrence > right->occurrence) - (left->occurrence < right->occurrence);
	if (order == 0)
		order = (int)left->is_in_pack - (int)right->is_in_pack;
	if (order == 0)
		order = left->worse - right->worse;
	if (order == 0)
		order = span_compare(left->told.path, right->told.path);
	return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

/* Places are in the order of compare_worth: the first of a paragraph stays, the docids of the others become 0. */
static void note_copies(GHashTable *copies, const GArray *places, GArray *hits)
{
	const struct place *kept = NULL;
	for (guint n = 0; n < places->len; n++) {
		const struct place *place = &g_array_index(places, struct place, n);
		bool is_copy = kept && place->key.len > 0 && span_equal(kept->key, place->key) &&
			       kept->occurrence == place->occurrence;
		if (!is_copy) {
			kept = place;
			continue;
		}
		gpointer docid = GUINT_TO_POINTER(g_array_index(hits, struct store_hit, kept->index).docid);
		GArray *others = g_hash_table_lookup(copies, docid);
		if (!others) {
			others = g_array_new(FALSE, FALSE, sizeof(guint32));
			g_hash_table_insert(copies, docid, others);
		}
		struct store_hit *copy = &g_array_index(hits, struct store_hit, place->index);
		g_array_append_val(others, copy->docid);
		copy->docid = 0;
	}
}

bool fold_hits(GArray *hits, GHashTable *copies, struct store *store, GError **error)
{
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(struct place));
	g_array_set_clear_func(places, place_clear);
	if (!read_places(places, hits, store, error))
		return false;
	if (places->len == 0)
		return true;
	g_array_sort(places, compare_in_file);
	count_occurrences(places);
	g_array_sort(places, compare_worth);
	note_copies(copies, places, hits);
	guint kept = 0;
	for (guint n = 0; n < hits->len; n++) {
		if (g_array_index(hits, struct store_hit, n).docid != 0)
			g_array_index(hits, struct store_hit, kept++) = g_array_index(hits, struct store_hit, n);
	}
	g_array_set_size(hits, kept);
	return true;
}
