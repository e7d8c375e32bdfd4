/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A CSV file as rows of cells. Knows RFC 4180 and encodings; must not know what the cells mean. */
#ifndef MINUTEBOOK_SHEET_H
#define MINUTEBOOK_SHEET_H

#include "span.h"

G_BEGIN_DECLS

struct sheet_row {
	guint line;       /* where it begins, from 1 */
	GPtrArray *cells; /* char *, one at least */
};

/* The rows of `bytes` (UTF-8 with or without a byte order mark, else taken as Windows-1252), empty lines left out: struct
 * sheet_row *, yours. FAULT_INPUT as "NAME:LINE: ...": neither of the encodings, quotes that do not close. */
bool sheet_parse(GPtrArray **rows, struct span bytes, const char *name, GError **error);

G_END_DECLS

#endif
