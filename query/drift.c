/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "drift.h"

#include <errno.h>
#include <sys/stat.h>

#include "checksums.h"
#include "walk.h"

void drift_init(struct drift *drift)
{
	*drift = (struct drift){
		.changed = g_ptr_array_new_with_free_func(g_free),
		.gone = g_ptr_array_new_with_free_func(g_free),
		.added = g_ptr_array_new_with_free_func(g_free),
		.companions = g_ptr_array_new_with_free_func(g_free),
		.unseen = g_ptr_array_new_with_free_func(g_free),
	};
}

void drift_clear(struct drift *drift)
{
	g_clear_pointer(&drift->changed, g_ptr_array_unref);
	g_clear_pointer(&drift->gone, g_ptr_array_unref);
	g_clear_pointer(&drift->added, g_ptr_array_unref);
	g_clear_pointer(&drift->companions, g_ptr_array_unref);
	g_clear_pointer(&drift->unseen, g_ptr_array_unref);
}

static void note_unseen(struct drift *drift, const char *name, const char *reason)
{
	g_ptr_array_add(drift->unseen, g_strdup_printf("%s: %s", name, reason));
}

static gint64 time_of(const struct stat *state)
{
	return (gint64)state->st_mtim.tv_sec * G_USEC_PER_SEC + state->st_mtim.tv_nsec / 1000;
}

static void look_at(struct drift *drift, const struct store_file *file)
{
	g_autofree char *path = walk_path(file->path);
	struct stat state;
	if (stat(path, &state) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			g_ptr_array_add(drift->gone, g_strdup(file->path));
		else
			note_unseen(drift, file->path, g_strerror(errno));
		return;
	}
	if (state.st_size == file->size && time_of(&state) == file->mtime)
		return;
	g_autofree char *sha256 = NULL;
	bool is_read = state.st_size == file->size && file->sha256 && checksums_file(&sha256, path, NULL);
	if (!is_read || strcmp(sha256, file->sha256) != 0)
		g_ptr_array_add(drift->changed, g_strdup(file->path));
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void look_for_new(struct drift *drift, const GPtrArray *files, struct walk *walk)
{
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < files->len; n++)
		g_hash_table_add(known, ((const struct store_file *)g_ptr_array_index(files, n))->path);
	for (guint n = 0; n < walk->files->len; n++) {
		const struct walk_file *file = g_ptr_array_index(walk->files, n);
		if (!g_hash_table_contains(known, file->name))
			g_ptr_array_add(drift->added, g_strdup(file->name));
	}
	for (guint n = 0; n < walk->problems->len; n++) {
		const struct walk_problem *problem = g_ptr_array_index(walk->problems, n);
		g_autofree char *name = walk_name(problem->path);
		note_unseen(drift, name, problem->reason);
	}
	g_ptr_array_sort(drift->added, compare_names);
}

static void note_companion(struct drift *drift, const char *name, const char *what)
{
	g_ptr_array_add(drift->companions, g_strdup_printf("%s: %s", name, what));
}

/* Those that were used, and manifests that were not there. */
static void look_at_companions(struct drift *drift, const GPtrArray *companions, const struct walk *walk)
{
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < companions->len; n++) {
		const char *line = g_ptr_array_index(companions, n);
		const char *space = strchr(line, ' ');
		if (!space)
			continue;
		g_autofree char *path = walk_path(space + 1);
		g_autofree char *sha256 = NULL;
		g_hash_table_add(known, (gpointer)(space + 1));
		if (!checksums_file(&sha256, path, NULL))
			note_companion(drift, space + 1,
				       g_file_test(path, G_FILE_TEST_EXISTS) ? "cannot be read" : "gone");
		else if (strncmp(sha256, line, (size_t)(space - line)) != 0)
			note_companion(drift, space + 1, "changed");
	}
	for (guint n = 0; n < walk->manifests->len; n++) {
		g_autofree char *name = walk_name(g_ptr_array_index(walk->manifests, n));
		if (!g_hash_table_contains(known, name))
			note_companion(drift, name, "new");
	}
	g_ptr_array_sort(drift->companions, compare_names);
}

void drift_look(struct drift *drift, const struct drift_ground *ground)
{
	for (guint n = 0; n < ground->files->len; n++)
		look_at(drift, g_ptr_array_index(ground->files, n));
	struct walk walk;
	walk_init(&walk, ground->except);
	for (guint n = 0; n < ground->folders->len; n++) {
		g_autofree char *path = walk_path(g_ptr_array_index(ground->folders, n));
		walk_add(&walk, path);
	}
	look_for_new(drift, ground->files, &walk);
	look_at_companions(drift, ground->companions, &walk);
	walk_clear(&walk);
}
