/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A file as bytes: read whole, its digest taken, unpacked when it is gzip. Must not know what the bytes mean. */
#ifndef MINUTEBOOK_SOURCE_H
#define MINUTEBOOK_SOURCE_H

#include "span.h"

/* The largest paper taken, read or unpacked, in bytes. Text needs up to ten times its size in memory while it is parsed;
 * the largest packs published have some hundred MB. It is also what stops a gzip bomb. */
#define SOURCE_LIMIT ((gint64)1 << 30)

struct source {
	GByteArray *bytes; /* the content; never NULL once it has been read */
	char *sha256;      /* hex, of the file's own bytes */
	gint64 size;       /* of the file, in bytes */
	gint64 mtime; /* microseconds since 1970, from before the reading: what is written meanwhile shows next time */
};

/* Opens the regular file at `path`, following a symbolic link; never waits for a pipe or a device. The descriptor is
 * yours, `source` tells size and time and has no bytes yet. FAULT_INPUT with the reason alone, the caller names the file:
 * missing, no permission, no regular file, above SOURCE_LIMIT. */
bool source_open(int *descriptor, struct source *source, const char *path, GError **error);

/* Fills `source` from such a descriptor. FAULT_INPUT: an I/O error, above SOURCE_LIMIT; nothing to clear then. */
bool source_take(struct source *source, int descriptor, GError **error);

/* Both of them. */
bool source_read(struct source *source, const char *path, GError **error);

/* Unpacks the bytes, once, when they are gzip (by content, any number of members); leaves others as they are. FAULT_INPUT
 * with the reason alone: damaged or cut short, above SOURCE_LIMIT. The source stays as it was then. */
bool source_unpack(struct source *source, GError **error);
void source_clear(struct source *source);

struct span source_span(const struct source *source);

#endif
