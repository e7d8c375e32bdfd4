/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables to records: a row each, or a paragraph each where the cells hold prose. */
#ifndef MINUTEBOOK_TABLE_H
#define MINUTEBOOK_TABLE_H

#include "block.h"
#include "record.h"

/* What one record of a table is to be; strings owned. */
struct table_entry {
	char *text;
	char *label;   /* names the row, NULL in a table without prose */
	char *section; /* the column's header, NULL without one */
	bool repeated; /* a header seen before: furniture */
	int page, page_end;
	guint block; /* the first that it was made of */
};

/* The table that starts at block `first`: entries (struct table_entry) in order, furniture blocks passed over left to the
 * caller; *end is the first block behind it. Yours. */
GArray *table_entries(const GArray *blocks, guint first, guint limit, guint *end);

#endif
