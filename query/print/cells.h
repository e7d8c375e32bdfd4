/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of a table in CSV (RFC 4180) or TSV, inert in a spreadsheet. Must not know what they mean. */
#ifndef MINUTEBOOK_CELLS_H
#define MINUTEBOOK_CELLS_H

#include <glib.h>
#include <stdbool.h>

/* By this a spreadsheet program knows that a CSV file is UTF-8. */
#define CELLS_MARK "\ufeff"

/* Cells are appended one after the other; the two formats differ in what stands between and around them. */
struct cells {
	GString *out; /* borrowed */
	bool has_quotes;
	char separator;
	const char *line_end;
	bool is_inside; /* a cell stands before the next */
};

struct cells cells_csv(GString *out);
struct cells cells_tsv(GString *out);

/* NULL is an empty cell. What is no UTF-8 is repaired; what a spreadsheet would calculate gets an apostrophe before it. */
void cells_put(struct cells *cells, const char *text);
void cells_put_number(struct cells *cells, guint64 number);
void cells_end(struct cells *cells);

/* A whole line; `texts` ends with NULL. */
void cells_put_line(struct cells *cells, const char *const *texts);

#endif
