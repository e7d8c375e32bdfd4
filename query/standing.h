/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What became of every file that an index has ever seen: each is of one standing, so that the totals add up. Knows the
 * ledger; must not know how it is printed. */
#ifndef MINUTEBOOK_STANDING_H
#define MINUTEBOOK_STANDING_H

#include "store.h"

/* Of several that fit: unreadable, partial, empty, restricted, copy, in this order. */
enum standing {
	STANDING_INDEXED,    /* read whole */
	STANDING_COPY,       /* read, and of the same bytes as a file before it in the order of paths */
	STANDING_RESTRICTED, /* read, and some of it is not to be published */
	STANDING_PARTIAL,    /* some of it could not be read */
	STANDING_EMPTY,      /* read, and no text in it */
	STANDING_UNREADABLE,
	STANDING_GONE, /* not there any more */
	STANDING_COUNT,
};

struct standings {
	guint counts[STANDING_COUNT];
	guint seen; /* their sum */
};

/* As it is printed and stands in JSON. */
const char *standing_name(enum standing standing);

/* `files` are those of the ledger (struct store_file *) by path, `gone` the names of those that are there no longer. */
void standings_count(struct standings *standings, const GPtrArray *files, const GPtrArray *gone);

/* Of one file that is there; `is_copy` where another before it has the same bytes. */
enum standing standing_of(const struct store_file *file, bool is_copy);

#endif
