/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For F_OFD_SETLK. */
#define _GNU_SOURCE
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"

#define LOCK_FILE "flintlock"

/* Whether the open file tells of a lock in /proc/PID/fdinfo. */
static bool has_lock(const char *process, const char *number)
{
	g_autofree char *path = g_build_filename("/proc", process, "fdinfo", number, NULL);
	g_autofree char *text = NULL;
	return g_file_get_contents(path, &text, NULL, NULL) && strstr(text, "lock:") && strstr(text, "WRITE");
}

static bool holds(const char *process, const struct stat *lock)
{
	g_autofree char *folder = g_build_filename("/proc", process, "fd", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	for (const char *number = dir ? g_dir_read_name(dir) : NULL; number; number = g_dir_read_name(dir)) {
		g_autofree char *path = g_build_filename(folder, number, NULL);
		struct stat state;
		if (stat(path, &state) == 0 && state.st_dev == lock->st_dev && state.st_ino == lock->st_ino &&
		    has_lock(process, number))
			return true;
	}
	return false;
}

static char *describe(const char *process)
{
	g_autofree char *path = g_build_filename("/proc", process, "comm", NULL);
	g_autofree char *name = NULL;
	if (!g_file_get_contents(path, &name, NULL, NULL))
		return g_strdup_printf("process %s", process);
	return g_strdup_printf("%s, process %s", g_strstrip(name), process);
}

char *lock_holder(const char *path)
{
	g_autofree char *file = g_build_filename(path, LOCK_FILE, NULL);
	struct stat lock;
	if (stat(file, &lock) != 0)
		return NULL;
	g_autoptr(GDir) dir = g_dir_open("/proc", 0, NULL);
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
		bool is_process = g_ascii_isdigit(*name) && strtol(name, NULL, 10) != getpid();
		if (is_process && holds(name, &lock))
			return describe(name);
	}
	return NULL;
}

void lock_report(GError **error, const char *path)
{
	g_autofree char *holder = lock_holder(path);
	if (holder)
		g_set_error(error, FAULT, FAULT_LOCKED, "index %s: locked by %s; try again when it has finished", path,
			    holder);
	else
		g_set_error(error, FAULT, FAULT_LOCKED, "index %s: locked; is minutes-index running?", path);
}

bool lock_take(int *file, const char *path, GError **error)
{
	g_autofree char *name = g_build_filename(path, LOCK_FILE, NULL);
	*file = open(name, O_WRONLY | O_CLOEXEC);
	if (*file < 0 && (errno == ENOENT || errno == ENOTDIR))
		return true;
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	if (*file >= 0 && fcntl(*file, F_OFD_SETLK, &whole) == 0)
		return true;
	int trouble = errno;
	if (*file >= 0)
		close(*file);
	if (trouble == EAGAIN || trouble == EACCES)
		lock_report(error, path);
	else
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, g_strerror(trouble));
	return false;
}
