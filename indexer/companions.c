/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "companions.h"

#define MANIFEST "/manifest.csv"

static bool put(struct store *store, const char *role, const char *companion, GError **error)
{
	bool good = store_begin(store, error);
	good = good && store_companion_put(store, role, companion, error) && store_commit(store, error) &&
	       store_flush(store, error);
	if (!good)
		store_cancel(store);
	return good;
}

static bool keep(struct store *store, const GPtrArray *known, const char *role, const char *companion, GError **error)
{
	bool is_known = g_ptr_array_find_with_equal_func((GPtrArray *)known, companion, g_str_equal, NULL);
	return is_known || put(store, role, companion, error);
}

static char *manifest_role(const char *name)
{
	return g_strconcat("manifest ", name, NULL);
}

/* The part of a companion behind its digest. */
static const char *name_of(const char *companion)
{
	const char *space = strchr(companion, ' ');
	return space ? space + 1 : companion;
}

static bool keep_manifests(struct store *store, const GPtrArray *known, const struct reader *reader, GError **error)
{
	g_autoptr(GPtrArray) manifests = g_ptr_array_new_with_free_func(g_free);
	manifest_shelf_list(manifests, reader->shelf);
	for (guint i = 0; i < manifests->len; i++) {
		const char *companion = manifests->pdata[i];
		g_autofree char *role = manifest_role(name_of(companion));
		if (!keep(store, known, role, companion, error))
			return false;
	}
	return true;
}

static bool forget_gone(struct store *store, const GPtrArray *known, GError **error)
{
	for (guint i = 0; i < known->len; i++) {
		const char *name = name_of(known->pdata[i]);
		g_autofree char *path = walk_path(name);
		g_autofree char *role = manifest_role(name);
		bool is_gone = g_str_has_suffix(name, MANIFEST) && !g_file_test(path, G_FILE_TEST_EXISTS);
		if (is_gone && !put(store, role, "", error))
			return false;
	}
	return true;
}

/* One topics file for each folder, whichever it was. */
static bool keep_topics(struct store *store, const GPtrArray *known, const struct reader *reader,
			const struct walk *walk, GError **error)
{
	if (!reader->topics_path)
		return true;
	g_autofree char *absolute = g_canonicalize_filename(reader->topics_path, NULL);
	g_autofree char *name = walk_name(absolute);
	g_autofree char *companion = g_strconcat(reader->topics_digest, " ", name, NULL);
	for (guint i = 0; i < walk->folders->len; i++) {
		g_autofree char *folder = walk_name(walk->folders->pdata[i]);
		g_autofree char *role = g_strconcat("topics ", folder, NULL);
		if (!keep(store, known, role, companion, error))
			return false;
	}
	return true;
}

bool companions_keep(struct store *store, const struct reader *reader, const struct walk *walk, GError **error)
{
	g_autoptr(GPtrArray) known = NULL;
	return store_companion_list(&known, store, error) && keep_manifests(store, known, reader, error) &&
	       forget_gone(store, known, error) && keep_topics(store, known, reader, walk, error);
}
