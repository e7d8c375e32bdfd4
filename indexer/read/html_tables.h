/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the cells of an HTML table stand, and whether it is a table at all: many pages are laid out with them. */
#ifndef MINUTEBOOK_HTML_TABLES_H
#define MINUTEBOOK_HTML_TABLES_H

#include "page.h"

struct html_table {
	guint first_line;                  /* of the page */
	int id, row, column, span;         /* of the cell at hand; column 0 before a row's first */
	int row_baseline;                  /* of the row's first line; 0 before it */
	bool in_cell, is_header, is_fresh; /* is_fresh: the cell has no line yet */
	bool is_layout;                    /* already known to be one */
	GArray *held;                      /* int: how many more rows a cell from above takes of each column */
};

void html_table_init(struct html_table *table, const struct page *page, int id);
void html_table_clear(struct html_table *table);
void html_table_start_row(struct html_table *table);
void html_table_start_cell(struct html_table *table, int columns, int rows, bool is_header);

/* Puts the cell's place into a line about to be printed, and the row's baseline into the cell's first. */
void html_table_place(struct line *line, const struct html_table *table);

/* The cell's first line stands on this baseline. */
void html_table_printed(struct html_table *table, int baseline);

/* At the table's end: one that only lays out the page gives up its cells, their lines become ordinary ones. */
void html_table_settle(struct page *page, const struct html_table *table);

#endif
