/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "start.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "durable.h"
#include "fault.h"

static bool fail(const char *path, GError **error)
{
	int trouble = errno;
	g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, g_strerror(trouble));
	return false;
}

static bool is_table(const char *name)
{
	return g_str_has_suffix(name, ".glass") || strcmp(name, "iamglass") == 0 || strcmp(name, "v.tmp") == 0;
}

/* Calls `act` for each of Xapian's files, with its path; false, with errno, where one fails. */
static bool each_table(const char *path, bool (*act)(const char *file))
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	bool good = dir != NULL;
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name && good; name = g_dir_read_name(dir)) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		good = !is_table(name) || act(file);
	}
	return good;
}

static bool remove_file(const char *file)
{
	return g_unlink(file) == 0;
}

static bool sync_file(const char *file)
{
	int descriptor = open(file, O_RDONLY | O_CLOEXEC);
	bool good = descriptor >= 0 && fsync(descriptor) == 0;
	int trouble = errno;
	if (descriptor >= 0)
		close(descriptor);
	errno = trouble;
	return good;
}

/* The mark, locked; -1 where another process has just taken it away: there is an index then. */
static bool take_mark(int *mark, const char *path, const char *file, GError **error)
{
	struct stat info;
	*mark = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (*mark < 0)
		return fail(path, error);
	if (flock(*mark, LOCK_EX | LOCK_NB) != 0) {
		close(*mark);
		*mark = -1;
		g_set_error(error, FAULT, FAULT_LOCKED,
			    "index %s: another minutes-index is making it; wait for its end", path);
		return false;
	}
	if (fstat(*mark, &info) == 0 && info.st_nlink > 0)
		return true;
	close(*mark);
	*mark = -1;
	return true;
}

bool store_start_begin(int *mark, const char *path, GError **error)
{
	*mark = -1;
	g_autofree char *file = g_build_filename(path, START_MARK, NULL);
	g_autofree char *index = g_build_filename(path, "iamglass", NULL);
	if (g_access(index, F_OK) == 0 && g_access(file, F_OK) != 0)
		return true;
	if (!take_mark(mark, path, file, error))
		return false;
	if (*mark < 0 || (durable_folder(path) && each_table(path, remove_file)))
		return true;
	fail(path, error);
	close(*mark);
	*mark = -1;
	return false;
}

bool store_start_end(int mark, const char *path, GError **error)
{
	if (mark < 0)
		return true;
	g_autofree char *file = g_build_filename(path, START_MARK, NULL);
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *above = g_path_get_dirname(absolute);
	bool good = each_table(path, sync_file) && durable_folder(path) && g_unlink(file) == 0 &&
		    durable_folder(path) && durable_folder(above);
	if (!good)
		fail(path, error);
	close(mark);
	return good;
}
