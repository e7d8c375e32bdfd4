/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The members of a zip archive that lies in memory. Bounded, since an archive says of itself what it likes: nothing is
 * unpacked beyond these limits. Must not know what the members are for. */
#ifndef MINUTEBOOK_ZIP_PARTS_H
#define MINUTEBOOK_ZIP_PARTS_H

#include "span.h"

/* Bytes of one member unpacked, and of all that are read of one archive. A document's text in XML has a few megabytes for
 * a thousand pages. */
#define ZIP_PARTS_MEMBER_MAX ((gsize)128 << 20)
#define ZIP_PARTS_TOTAL_MAX ((gsize)256 << 20)

struct zip_parts;

/* Whether the bytes start as a zip archive does. */
bool zip_parts_is_zip(struct span bytes);

/* FAULT_INPUT: damaged, cut off. `bytes` must outlive the archive. */
bool zip_parts_open(struct zip_parts **parts, struct span bytes, GError **error);
void zip_parts_close(struct zip_parts *parts);

bool zip_parts_has(const struct zip_parts *parts, const char *name);

/* Whether a member's name starts so. */
bool zip_parts_has_folder(const struct zip_parts *parts, const char *prefix);

/* A member's content. FAULT_INPUT: missing, damaged, locked with a password, beyond the limits. */
bool zip_parts_read(GByteArray **content, struct zip_parts *parts, const char *name, GError **error);

#endif
