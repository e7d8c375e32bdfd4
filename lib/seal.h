/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A checksum behind each line that the index stores: what a broken disk made of it is told from what was written. Knows
 * nothing of what the line says. */
#ifndef MINUTEBOOK_SEAL_H
#define MINUTEBOOK_SEAL_H

#include "span.h"

G_BEGIN_DECLS

/* The line, a line end and its CRC-32 in eight hexadecimal digits. Yours. */
char *seal_close(const char *line);

/* Cuts the checksum off; false where it is another. A line without one, as schema 2 stored it, is left as it stands. */
bool seal_open(struct span *line);

G_END_DECLS

#endif
