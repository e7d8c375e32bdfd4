/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The SHA-256 of every file of a folder in manifest.sha256, as `sha256sum -c` reads it, and whether the folder is still like
 * that. Must not know what the files are. */
#ifndef MINUTEBOOK_CHECKSUMS_H
#define MINUTEBOOK_CHECKSUMS_H

#include <glib.h>
#include <stdbool.h>

#define CHECKSUMS_NAME "manifest.sha256"

/* The SHA-256 of a file's bytes in hex, yours. FAULT_SYSTEM names the file. */
bool checksums_file(char **out, const char *path, GError **error);

/* Writes manifest.sha256 for all other files of `folder`, which has no folders in it, in byte order. FAULT_SYSTEM. */
bool checksums_write(const char *folder, GError **error);

/* What is no longer as the manifest says: char *, names within the folder in byte order; owned. */
struct checksums {
	GPtrArray *changed, *missing, *added;
	guint files; /* that the manifest lists */
};

void checksums_init(struct checksums *checksums);
void checksums_clear(struct checksums *checksums);

/* FAULT_SYSTEM: the folder or a file cannot be read. FAULT_INPUT: no manifest there, or a line of it is none. */
bool checksums_check(struct checksums *checksums, const char *folder, GError **error);

static inline bool checksums_is_same(const struct checksums *checksums)
{
	return checksums->changed->len + checksums->missing->len + checksums->added->len == 0;
}

#endif
