/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Old Word documents, which another program turns into text. A worker may start no program: it asks for one, and the
 * launcher runs it, confined as well, with the bytes as its standard input. No shell is involved. */
#ifndef MINUTEBOOK_CONVERT_H
#define MINUTEBOOK_CONVERT_H

#include "span.h"

/* The largest document, in bytes; the format allows 32 MB of text beside its pictures. */
#define CONVERT_INPUT_MAX ((guint64)256 << 20)

/* Memory and processor time that a converter may take. */
#define CONVERT_MEMORY ((guint64)512 << 20)
#define CONVERT_SECONDS 60

/* In a worker: asks at `socket` for a converter, gives it these bytes and appends the text that it prints. FAULT_INPUT with
 * the reason: none is installed, it found the document damaged, it printed too much. */
bool convert_ask(GString *text, int socket, struct span bytes, GError **error);

/* The path of the best converter on PATH, and its name. Yours; NULL where there is none: `reason` says so then. */
char *convert_find(const char **name, const char **reason);

/* Becomes the converter at this path, which convert_find gave. Returns only when that fails. */
void convert_become(const char *path);

#endif
