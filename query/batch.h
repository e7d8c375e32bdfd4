/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A file of queries, one a line. Must not know what a query means. */
#ifndef MINUTEBOOK_BATCH_H
#define MINUTEBOOK_BATCH_H

#include <glib.h>
#include <stdbool.h>

struct batch_line {
	guint number; /* from 1 */
	char *query;
};

/* The queries of the file at `path` ("-": standard input): struct batch_line *, yours. Blank lines and lines that begin
 * with # are none. FAULT_QUERY: no such file, not UTF-8, no query in it. FAULT_SYSTEM: standard input cannot be read. */
bool batch_read(GPtrArray **out, const char *path, GError **error);

#endif
