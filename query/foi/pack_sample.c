/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_sample.h"

#include "fields.h"

void pack_sample_init(struct pack_sample *sample, const char *seed, guint size)
{
	sample_init(&sample->hits, seed, size);
	sample_init(&sample->others, seed, size);
}

void pack_sample_clear(struct pack_sample *sample)
{
	sample_clear(&sample->hits);
	sample_clear(&sample->others);
}

/* The hashes of papers by their paths, and which paper stands for all that have the same bytes. All borrowed. */
struct shelf {
	GHashTable *hashes; /* NULL where two indexes have other bytes under one path */
	GHashTable *first;  /* hash to path */
};

static void shelf_init(struct shelf *shelf, const struct pack *pack)
{
	shelf->hashes = g_hash_table_new(g_str_hash, g_str_equal);
	shelf->first = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < pack->scope.files->len; n++) {
		struct store_file *file = g_ptr_array_index(pack->scope.files, n);
		bool is_known = g_hash_table_contains(shelf->hashes, file->path);
		bool is_other = is_known && g_strcmp0(g_hash_table_lookup(shelf->hashes, file->path), file->sha256);
		g_hash_table_insert(shelf->hashes, file->path, is_other ? NULL : file->sha256);
	}
}

static void shelf_clear(struct shelf *shelf)
{
	g_hash_table_unref(shelf->hashes);
	g_hash_table_unref(shelf->first);
}

static bool is_first(const struct shelf *shelf, const char *sha256, const char *path)
{
	const char *first = g_hash_table_lookup(shelf->first, sha256);
	return !first || strcmp(first, path) == 0;
}

static bool fetch_id(char **id, struct store *store, guint32 docid, GError **error)
{
	struct record record;
	record_init(&record);
	bool good = store_fetch(&record, store, docid, error);
	*id = g_strdup(record.id);
	record_clear(&record);
	return good;
}

/* Most ids need no record: they are the hash of the paper and the place in it. NULL where the paper is a copy. */
static bool find_id(char **id, struct shelf *shelf, struct store *store, guint32 docid, GError **error)
{
	*id = NULL;
	g_autofree char *order = NULL;
	struct field_place place;
	if (!store_place(&order, store, docid, error))
		return false;
	if (!field_place_read(&place, span_of(order)))
		return fetch_id(id, store, docid, error);
	g_autofree char *key = g_strndup(place.path.ptr, place.path.len);
	gpointer path = NULL;
	gpointer sha256 = NULL;
	if (!g_hash_table_lookup_extended(shelf->hashes, key, &path, &sha256) || !sha256)
		return fetch_id(id, store, docid, error);
	if (!is_first(shelf, sha256, path))
		return true;
	g_hash_table_insert(shelf->first, sha256, path);
	*id = g_strdup_printf("%.12s#%u", (char *)sha256, place.number);
	return true;
}

static bool offer_others(struct sample *others, struct pack *pack, struct shelf *shelf, GError **error)
{
	for (guint n = 0; n < pack->scope.docids->len; n++) {
		guint32 docid = g_array_index(pack->scope.docids, guint32, n);
		if (g_hash_table_contains(pack->answers, GUINT_TO_POINTER(docid)))
			continue;
		g_autofree char *id = NULL;
		if (!find_id(&id, shelf, pack->search.store, docid, error))
			return false;
		if (id)
			sample_offer(others, id, docid);
	}
	return true;
}

bool pack_sample_draw(struct pack_sample *sample, struct pack *pack, GError **error)
{
	for (guint n = 0; n < pack->hits->len; n++)
		sample_offer(&sample->hits, pack_hit_at(pack, n)->record.id, n);
	sample_close(&sample->hits);
	struct shelf shelf;
	shelf_init(&shelf, pack);
	bool good = offer_others(&sample->others, pack, &shelf, error);
	shelf_clear(&shelf);
	sample_close(&sample->others);
	return good;
}
