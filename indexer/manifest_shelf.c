/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "manifest.h"

#include "source.h"
#include "walk.h"

struct manifest_shelf {
	GHashTable *manifests; /* char * folder -> struct manifest *, NULL where none is of use */
	GPtrArray *read;       /* char *, as manifest_shelf_list gives them */
};

static void close_manifest(gpointer manifest)
{
	manifest_close(manifest);
}

struct manifest_shelf *manifest_shelf_new(void)
{
	struct manifest_shelf *shelf = g_new(struct manifest_shelf, 1);
	shelf->manifests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, close_manifest);
	shelf->read = g_ptr_array_new_with_free_func(g_free);
	return shelf;
}

void manifest_shelf_free(struct manifest_shelf *shelf)
{
	if (!shelf)
		return;
	g_hash_table_unref(shelf->manifests);
	g_ptr_array_unref(shelf->read);
	g_free(shelf);
}

static void note_read(struct manifest_shelf *shelf, const char *path)
{
	struct source source;
	if (!source_read(&source, path, NULL))
		return;
	g_autofree char *name = walk_name(path);
	g_ptr_array_add(shelf->read, g_strconcat(source.sha256, " ", name, NULL));
	source_clear(&source);
}

void manifest_shelf_list(GPtrArray *out, const struct manifest_shelf *shelf)
{
	for (guint i = 0; i < shelf->read->len; i++)
		g_ptr_array_add(out, g_strdup(shelf->read->pdata[i]));
}

bool manifest_shelf_add(struct manifest_shelf *shelf, const char *path, GPtrArray *complaints, GPtrArray *notes,
			GError **error)
{
	struct manifest *manifest = NULL;
	/* Before it is read: what changes in between shows. */
	note_read(shelf, path);
	bool good = manifest_open(&manifest, path, complaints, notes, error);
	g_hash_table_insert(shelf->manifests, g_path_get_dirname(path), manifest);
	return good;
}

static const struct manifest *manifest_of(struct manifest_shelf *shelf, const char *folder)
{
	gpointer manifest = NULL;
	if (g_hash_table_lookup_extended(shelf->manifests, folder, NULL, &manifest))
		return manifest;
	g_autofree char *path = g_build_filename(folder, "manifest.csv", NULL);
	if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
		manifest_shelf_add(shelf, path, NULL, NULL, NULL);
	else
		g_hash_table_insert(shelf->manifests, g_strdup(folder), NULL);
	return g_hash_table_lookup(shelf->manifests, folder);
}

const struct manifest_entry *manifest_shelf_find(struct manifest_shelf *shelf, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	for (;;) {
		const struct manifest *manifest = manifest_of(shelf, folder);
		const struct manifest_entry *entry = manifest ? manifest_find(manifest, path) : NULL;
		if (entry || strcmp(folder, "/") == 0 || strcmp(folder, ".") == 0)
			return entry;
		char *above = g_path_get_dirname(folder);
		g_free(folder);
		folder = above;
	}
}

char *manifest_digest(const struct manifest_entry *entry)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	if (entry) {
		const char *const cells[] = {entry->date, entry->council,        entry->body,
					     entry->type, entry->classification, entry->url};
		for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
			/* The closing NUL parts the cells; 0x01 tells an empty one from none. */
			g_checksum_update(checksum, (const guchar *)(cells[i] ? "\001" : "\002"), 1);
			if (cells[i])
				g_checksum_update(checksum, (const guchar *)cells[i], (gssize)strlen(cells[i]) + 1);
		}
	}
	return g_strdup(g_checksum_get_string(checksum));
}
