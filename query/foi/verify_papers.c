/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "verify_papers.h"

#include <errno.h>
#include <sys/stat.h>

#include "walk.h"

static gint compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_name(GPtrArray *names, const char *name)
{
	g_ptr_array_add(names, g_strdup(name));
}

static void sort_papers(struct verify_papers *papers)
{
	g_ptr_array_sort(papers->changed, compare_names);
	g_ptr_array_sort(papers->added, compare_names);
	g_ptr_array_sort(papers->missing, compare_names);
}

/* Path to hash, borrowed, of files of the index (const struct store_file *). Yours. */
static GHashTable *hashes_of(const GPtrArray *files)
{
	GHashTable *hashes = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < files->len; n++) {
		const struct store_file *file = g_ptr_array_index(files, n);
		g_hash_table_insert(hashes, file->path, file->sha256 ? file->sha256 : "");
	}
	return hashes;
}

static void find_papers(struct verify_papers *papers, GHashTable *then, GHashTable *now)
{
	GHashTableIter iter;
	gpointer path = NULL;
	gpointer sha256 = NULL;
	g_hash_table_iter_init(&iter, then);
	while (g_hash_table_iter_next(&iter, &path, &sha256)) {
		const char *today = g_hash_table_lookup(now, path);
		if (!today)
			add_name(papers->missing, path);
		else if (strcmp(today, sha256) != 0)
			add_name(papers->changed, path);
		else
			papers->same++;
	}
	g_hash_table_iter_init(&iter, now);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		if (!g_hash_table_contains(then, path))
			add_name(papers->added, path);
	sort_papers(papers);
}

static const char *why_missing(const struct written_place *place, GHashTable *then, GHashTable *searched,
			       GHashTable *all)
{
	const char *before = g_hash_table_lookup(then, place->path);
	const char *today = g_hash_table_lookup(all, place->path);
	if (!today)
		return "the paper is no longer in the index";
	if (g_strcmp0(before, today) != 0)
		return "the paper was changed; the paragraph is not in it any more, or does not answer any more";
	if (!g_hash_table_contains(searched, place->path))
		return "the paper is left out by the filters now";
	return "the paper is the same; the paragraph does not answer any more";
}

static const char *why_added(const struct written_place *place, GHashTable *then, GHashTable *searched)
{
	const char *before = g_hash_table_lookup(then, place->path);
	const char *today = g_hash_table_lookup(searched, place->path);
	if (!before)
		return "the paper was not among those that were searched";
	if (g_strcmp0(before, today) != 0)
		return "the paper was changed; the paragraph was not in it, or did not answer";
	return "the paper is the same; the paragraph did not answer";
}

void verify_papers_find(struct verify *verify, const struct pack *pack)
{
	GHashTable *then = verify->written.papers;
	g_autoptr(GHashTable) searched = hashes_of(pack->scope.searched);
	g_autoptr(GHashTable) all = hashes_of(pack->scope.files);
	find_papers(&verify->papers, then, searched);
	for (guint n = 0; n < verify->paragraphs.missing->len; n++) {
		const struct compare_pair *pair = &g_array_index(verify->paragraphs.missing, struct compare_pair, n);
		g_ptr_array_add(verify->reasons, (gpointer)why_missing(pair->then, then, searched, all));
	}
	for (guint n = 0; n < verify->paragraphs.added->len; n++) {
		const struct compare_pair *pair = &g_array_index(verify->paragraphs.added, struct compare_pair, n);
		g_ptr_array_add(verify->reasons, (gpointer)why_added(pair->now, then, searched));
	}
}

static bool has_server(const GPtrArray *indexes)
{
	for (guint n = 0; n < indexes->len; n++)
		if (((const struct written_index *)g_ptr_array_index(indexes, n))->is_remote)
			return true;
	return false;
}

static void add_unseen(struct verify_papers *sources, const char *name, const char *reason)
{
	g_ptr_array_add(sources->unseen, g_strdup_printf("%s: %s", name, reason));
}

/* `is_elsewhere`: papers of a server need not lie on this disk. */
static void look_at(struct verify_papers *sources, const char *name, const char *expected, bool is_elsewhere)
{
	g_autofree char *path = walk_path(name);
	g_autofree char *sha256 = NULL;
	g_autoptr(GError) trouble = NULL;
	struct stat state;
	bool is_there = stat(path, &state) == 0;
	bool is_gone = !is_there && (errno == ENOENT || errno == ENOTDIR);
	if (is_gone && is_elsewhere)
		add_unseen(sources, name, "not on this disk; the papers of a server need not be");
	else if (is_gone)
		add_name(sources->missing, name);
	else if (!*expected)
		add_unseen(sources, name, "its hash was not known when the pack was made");
	else if (is_there && !S_ISREG(state.st_mode))
		add_unseen(sources, name, "no file");
	else if (!is_there || !checksums_file(&sha256, path, &trouble))
		add_unseen(sources, name, g_strerror(errno));
	else if (strcmp(sha256, expected) != 0)
		add_name(sources->changed, name);
	else
		sources->same++;
}

void verify_sources_find(struct verify *verify)
{
	const GPtrArray *files = verify->written.sources;
	bool is_elsewhere = has_server(verify->written.indexes) || has_server(verify->indexes);
	for (guint n = 0; n + 1 < files->len; n += 2)
		look_at(&verify->sources, g_ptr_array_index(files, n), g_ptr_array_index(files, n + 1), is_elsewhere);
	sort_papers(&verify->sources);
}
