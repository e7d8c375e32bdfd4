/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For renameat2. */
#define _GNU_SOURCE
#include "rebuild.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "durable.h"
#include "fault.h"
#include "lock.h"
#include "store.h"
#include "walk.h"

/* A file, or a folder with all in it. Links are removed, not followed. */
static void remove_tree(const char *path)
{
	struct stat state;
	if (lstat(path, &state) != 0)
		return;
	g_autoptr(GDir) dir = S_ISDIR(state.st_mode) ? g_dir_open(path, 0, NULL) : NULL;
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		remove_tree(inner);
	}
	g_remove(path);
}

/* With links followed, as far as it is there. Yours. */
static char *true_path(const char *path)
{
	char *found = realpath(path, NULL);
	char *copy = found ? g_strdup(found) : g_canonicalize_filename(path, NULL);
	free(found);
	return copy;
}

/* The paths of the old index in the file system's bytes. */
static bool take_over(struct options *options, const char *index, GError **error)
{
	struct store_salvage salvage;
	g_autoptr(GError) trouble = NULL;
	bool is_read = store_salvage_read(&salvage, index, &trouble);
	if (!options->ocr)
		options->ocr = g_strdup(salvage.ocr);
	if (!options->paths[0] && is_read && salvage.paths->len > 0) {
		g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
		for (guint i = 0; i < salvage.paths->len; i++) {
			g_autofree char *path = walk_path(salvage.paths->pdata[i]);
			g_strv_builder_add(paths, path);
		}
		g_strfreev(options->paths);
		options->paths = g_strv_builder_end(paths);
	}
	store_salvage_clear(&salvage);
	if (options->paths[0])
		return true;
	g_set_error(error, FAULT, FAULT_INDEX, "%s; it cannot tell what it was made of: name the papers",
		    trouble ? trouble->message : "the index is empty");
	return false;
}

static void rebuild_clear(struct rebuild *rebuild)
{
	if (rebuild->lock >= 0)
		close(rebuild->lock);
	g_free(rebuild->index);
	g_free(rebuild->aside);
	*rebuild = (struct rebuild){.lock = -1};
}

bool rebuild_begin(struct rebuild *rebuild, struct options *options, GError **error)
{
	*rebuild = (struct rebuild){.index = true_path(options->index), .lock = -1};
	if (!lock_take(&rebuild->lock, rebuild->index, error) || !take_over(options, rebuild->index, error)) {
		rebuild_clear(rebuild);
		return false;
	}
	g_autofree char *folder = g_path_get_dirname(rebuild->index);
	g_autofree char *base = g_path_get_basename(rebuild->index);
	g_autofree char *name = g_strconcat(".", base, ".new", NULL);
	rebuild->aside = g_build_filename(folder, name, NULL);
	/* What a run that was cut short has left. */
	remove_tree(rebuild->aside);
	g_free(options->index);
	options->index = g_strdup(rebuild->aside);
	options->replaces = g_strdup(rebuild->index);
	return true;
}

static bool move(const char *from, const char *to, unsigned flags, GError **error)
{
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, flags) == 0)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: the new one cannot take its place: %s", to,
		    g_strerror(errno));
	return false;
}

/* At once where the file system can, else by way of a third name. */
static bool swap(const struct rebuild *rebuild, GError **error)
{
	if (!g_file_test(rebuild->index, G_FILE_TEST_EXISTS))
		return move(rebuild->aside, rebuild->index, 0, error);
	if (renameat2(AT_FDCWD, rebuild->aside, AT_FDCWD, rebuild->index, RENAME_EXCHANGE) == 0)
		return true;
	g_autofree char *third = g_strconcat(rebuild->aside, ".old", NULL);
	remove_tree(third);
	if (!move(rebuild->index, third, 0, error))
		return false;
	if (!move(rebuild->aside, rebuild->index, 0, error)) {
		move(third, rebuild->index, 0, NULL);
		return false;
	}
	remove_tree(third);
	return true;
}

static bool sync_folder(const struct rebuild *rebuild, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(rebuild->index);
	if (durable_folder(folder))
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", rebuild->index, g_strerror(errno));
	return false;
}

bool rebuild_end(struct rebuild *rebuild, bool is_complete, GError **error)
{
	/* The old one goes for good only when the new one is bound to be there. */
	bool good = !is_complete || (swap(rebuild, error) && sync_folder(rebuild, error));
	if (good || !is_complete)
		remove_tree(rebuild->aside);
	rebuild_clear(rebuild);
	return good;
}
