/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A library for LD_PRELOAD: a disk that fails under one folder, or is lost with the machine. It counts what a program does to
 * files there (opening to write, writing, syncing, renaming, removing), and at one of these
 *
 *   BROKEN_DISK_FOLDER  the folder, absolute
 *   BROKEN_DISK_AT      which one, from 1; 0: none
 *   BROKEN_DISK_HOW     "error": it fails with EIO; "full": it and all writing after it fail with ENOSPC, the first after half
 *                       of its bytes; "kill": the program ends there, as by kill -9
 *   BROKEN_DISK_COUNT   a file that is told how many there were
 *   BROKEN_DISK_LOG     a file that is told all of them with their bytes, for power_cut */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "disk_log.h"

static atomic_long operations;

enum fate {
	FATE_PASS,
	FATE_FAIL,
	FATE_HALF, /* half of the bytes, then it is full */
};

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define NEXT(name) ((__typeof__(&(name)))next(#name))

static bool is_inside(const char *path)
{
	const char *folder = getenv("BROKEN_DISK_FOLDER");
	char absolute[PATH_MAX];
	if (!folder || !path)
		return false;
	if (path[0] != '/') {
		char here[PATH_MAX / 2];
		if (!getcwd(here, sizeof(here)))
			return false;
		snprintf(absolute, sizeof(absolute), "%s/%.*s", here, PATH_MAX / 2 - 2, path);
		path = absolute;
	}
	return strncmp(path, folder, strlen(folder)) == 0;
}

static bool path_of(char *path, size_t size, int file)
{
	char link[64];
	snprintf(link, sizeof(link), "/proc/self/fd/%d", file);
	ssize_t len = readlink(link, path, size - 1);
	if (len < 0)
		return false;
	path[len] = '\0';
	return is_inside(path);
}

/* Past the functions of this library. */
static void write_raw(const char *name, const void *bytes, size_t len, int flags)
{
	long file = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | flags, 0666);
	if (file < 0 || syscall(SYS_write, file, bytes, len) != (long)len)
		abort();
	syscall(SYS_close, file);
}

static enum fate fate_of(bool writes)
{
	const char *at = getenv("BROKEN_DISK_AT");
	const char *how = getenv("BROKEN_DISK_HOW");
	const char *count = getenv("BROKEN_DISK_COUNT");
	long number = atomic_fetch_add(&operations, 1) + 1;
	if (count) {
		char text[32];
		int len = snprintf(text, sizeof(text), "%ld\n", number);
		write_raw(count, text, (size_t)len, O_TRUNC);
	}
	long wanted = at ? atol(at) : 0;
	if (!how || wanted == 0 || number < wanted)
		return FATE_PASS;
	if (number == wanted && strcmp(how, "kill") == 0)
		raise(SIGKILL);
	if (strcmp(how, "full") == 0) {
		errno = ENOSPC;
		return !writes ? FATE_PASS : number == wanted ? FATE_HALF : FATE_FAIL;
	}
	errno = EIO;
	return number == wanted ? FATE_FAIL : FATE_PASS;
}

/* Relative to the folder, "" for the folder itself. */
static void set_name(char *out, size_t size, const char *path)
{
	const char *whole = getenv("BROKEN_DISK_FOLDER");
	size_t folder = whole ? strlen(whole) : 0;
	const char *name = path + (strlen(path) > folder ? folder + 1 : strlen(path));
	if (path[0] != '/')
		name = strchr(path, '/') ? strchr(path, '/') + 1 : "";
	snprintf(out, size, "%s", name);
}

static void note(struct disk_note head, const char *path, const char *to, const void *bytes)
{
	const char *log = getenv("BROKEN_DISK_LOG");
	if (!log)
		return;
	set_name(head.name, sizeof(head.name), path);
	if (to)
		set_name(head.to, sizeof(head.to), to);
	write_raw(log, &head, sizeof(head), O_APPEND);
	if (head.len > 0)
		write_raw(log, bytes, head.len, O_APPEND);
}

static int open_any(int dir, const char *path, int flags, mode_t mode)
{
	bool counts = (flags & (O_WRONLY | O_RDWR)) && dir == AT_FDCWD && is_inside(path);
	if (counts && fate_of(flags & O_CREAT) != FATE_PASS)
		return -1;
	int file = (int)syscall(SYS_openat, dir, path, flags, mode);
	if (counts && file >= 0 && (flags & (O_CREAT | O_TRUNC)))
		note((struct disk_note){.act = flags & O_TRUNC ? DISK_TRUNCATE : DISK_MAKE}, path, NULL, NULL);
	return file;
}

#define OPENER(name)                                                                                                   \
	int name(const char *path, int flags, ...)                                                                     \
	{                                                                                                              \
		va_list arguments;                                                                                     \
		va_start(arguments, flags);                                                                            \
		mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;                                         \
		va_end(arguments);                                                                                     \
		return open_any(AT_FDCWD, path, flags, mode);                                                          \
	}

OPENER(open)
OPENER(open64)

static ssize_t write_any(int file, const void *bytes, size_t len, off_t offset)
{
	char path[PATH_MAX];
	bool counts = path_of(path, sizeof(path), file);
	enum fate fate = counts ? fate_of(true) : FATE_PASS;
	if (fate == FATE_FAIL || (fate == FATE_HALF && len < 2))
		return -1;
	if (fate == FATE_HALF)
		len /= 2;
	off_t at = offset >= 0 ? offset : lseek(file, 0, SEEK_CUR);
	ssize_t done =
		offset >= 0 ? syscall(SYS_pwrite64, file, bytes, len, offset) : syscall(SYS_write, file, bytes, len);
	if (counts && done > 0)
		note((struct disk_note){.act = DISK_WRITE, .offset = at, .len = (uint64_t)done}, path, NULL, bytes);
	return done;
}

ssize_t write(int file, const void *bytes, size_t len)
{
	return write_any(file, bytes, len, -1);
}

ssize_t pwrite(int file, const void *bytes, size_t len, off_t offset)
{
	return write_any(file, bytes, len, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t len, off64_t offset)
{
	return write_any(file, bytes, len, offset);
}

static int sync_any(int file, long call)
{
	char path[PATH_MAX];
	bool counts = path_of(path, sizeof(path), file);
	if (counts && fate_of(false) != FATE_PASS)
		return -1;
	int done = (int)syscall(call, file);
	if (counts && done == 0)
		note((struct disk_note){.act = DISK_SYNC}, path, NULL, NULL);
	return done;
}

int fsync(int file)
{
	return sync_any(file, SYS_fsync);
}

int fdatasync(int file)
{
	return sync_any(file, SYS_fdatasync);
}

int rename(const char *from, const char *to)
{
	bool counts = is_inside(to);
	if (counts && fate_of(false) != FATE_PASS)
		return -1;
	int done = NEXT(rename)(from, to);
	if (counts && done == 0)
		note((struct disk_note){.act = DISK_RENAME}, from, to, NULL);
	return done;
}

int unlink(const char *path)
{
	bool counts = is_inside(path);
	if (counts && fate_of(false) != FATE_PASS)
		return -1;
	int done = NEXT(unlink)(path);
	if (counts && done == 0)
		note((struct disk_note){.act = DISK_UNLINK}, path, NULL, NULL);
	return done;
}

int ftruncate(int file, off_t len)
{
	char path[PATH_MAX];
	bool counts = path_of(path, sizeof(path), file);
	if (counts && fate_of(true) != FATE_PASS)
		return -1;
	int done = (int)syscall(SYS_ftruncate, file, len);
	if (counts && done == 0)
		note((struct disk_note){.act = DISK_CUT, .offset = len}, path, NULL, NULL);
	return done;
}
