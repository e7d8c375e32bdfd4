/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "place.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "fault.h"
#include "start.h"

bool place_server(char **host, guint *port, const char *place)
{
	const char *colon = strrchr(place, ':');
	guint64 number = 0;
	if (!colon || colon == place || strchr(place, '/') ||
	    !g_ascii_string_to_unsigned(colon + 1, 10, 1, G_MAXUINT16, &number, NULL))
		return false;
	size_t len = (size_t)(colon - place);
	bool is_bracketed = *place == '[' && len > 2 && place[len - 1] == ']';
	if (!is_bracketed && memchr(place, ':', len))
		return false;
	if (host)
		*host = is_bracketed ? g_strndup(place + 1, len - 2) : g_strndup(place, len);
	if (port)
		*port = (guint)number;
	return true;
}

/* Whether a folder that is no index holds nothing but what a start that was cut short left behind. */
static bool is_vacant(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
		bool is_ours = g_str_has_suffix(name, ".glass") || strcmp(name, "flintlock") == 0 ||
			       strcmp(name, "v.tmp") == 0 /* iamglass before it has its name */ ||
			       strcmp(name, START_MARK) == 0;
		if (!is_ours)
			return false;
	}
	return dir != NULL;
}

static bool make_folders(const char *path, GError **error)
{
	if (g_mkdir_with_parents(path, 0777) == 0)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: cannot be made: %s", path, g_strerror(errno));
	return false;
}

static bool check_folder(const char *path, enum store_mode mode, GError **error)
{
	g_autofree char *first = g_build_filename(path, "iamglass", NULL);
	g_autofree char *mark = g_build_filename(path, START_MARK, NULL);
	GStatBuf info;
	if (mode == STORE_READ && g_stat(mark, &info) == 0) {
		g_set_error(error, FAULT, FAULT_INDEX,
			    "index %s: it is being made, or that was cut short; run minutes-index", path);
		return false;
	}
	if (g_stat(first, &info) == 0)
		return true;
	if (errno != ENOENT) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, g_strerror(errno));
		return false;
	}
	if (mode == STORE_WRITE && is_vacant(path))
		return true;
	g_set_error(error, FAULT, FAULT_INDEX, "index %s: %s", path,
		    mode == STORE_WRITE ? "a folder of other things; name a new one"
					: "a folder without an index; make it with minutes-index");
	return false;
}

bool place_check(const char *path, enum store_mode mode, GError **error)
{
	GStatBuf info;
	if (g_stat(path, &info) == 0) {
		if (S_ISDIR(info.st_mode))
			return check_folder(path, mode, error);
		g_set_error(error, FAULT, FAULT_INDEX, "index %s: a file; an index is a folder", path);
		return false;
	}
	if (errno == ENOENT && mode == STORE_WRITE)
		return make_folders(path, error);
	if (errno == ENOENT || errno == ENOTDIR)
		g_set_error(error, FAULT, FAULT_INDEX, "index %s: not there; make it with minutes-index", path);
	else
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, g_strerror(errno));
	return false;
}
