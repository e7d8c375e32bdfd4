/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "html_tables.h"

#include "hang.h"

enum { SPAN_MAX = 1000 };

void html_table_init(struct html_table *table, const struct page *page, int id)
{
	*table = (struct html_table){.first_line = page->lines->len, .id = id};
	table->held = g_array_new(FALSE, TRUE, sizeof(int));
}

void html_table_clear(struct html_table *table)
{
	g_clear_pointer(&table->held, g_array_unref);
}

void html_table_start_row(struct html_table *table)
{
	table->row++;
	table->column = table->row_baseline = 0;
	table->span = 1;
	table->in_cell = false;
}

/* Takes a column for this row if a cell from above stands in it. */
static bool is_held(struct html_table *table, int column)
{
	if ((guint)column > table->held->len)
		return false;
	int *rows = &g_array_index(table->held, int, column - 1);
	if (*rows == 0)
		return false;
	(*rows)--;
	return true;
}

void html_table_start_cell(struct html_table *table, int columns, int rows, bool is_header)
{
	if (table->row == 0)
		html_table_start_row(table);
	int column = table->column == 0 ? 1 : table->column + table->span;
	while (is_held(table, column))
		column++;
	table->column = column;
	table->span = CLAMP(columns, 1, SPAN_MAX);
	table->in_cell = table->is_fresh = true;
	table->is_header = is_header;
	rows = CLAMP(rows, 1, SPAN_MAX);
	if (table->held->len < (guint)(column + table->span - 1))
		g_array_set_size(table->held, (guint)(column + table->span - 1));
	for (int i = 0; i < table->span; i++)
		g_array_index(table->held, int, column - 1 + i) = rows - 1;
}

void html_table_place(struct line *line, const struct html_table *table)
{
	line->table = table->id;
	line->row = table->row;
	line->column = table->column;
	line->column_span = table->span;
	if (line->role == LINE_PLAIN)
		line->role = table->is_header ? LINE_HEADER : LINE_CELL;
	if (table->is_fresh && table->row_baseline > 0)
		line->baseline = table->row_baseline;
}

void html_table_printed(struct html_table *table, int baseline)
{
	table->is_fresh = false;
	if (table->row_baseline == 0)
		table->row_baseline = baseline;
}

static struct line *line_at(const struct page *page, guint index)
{
	return &g_array_index(page->lines, struct line, index);
}

/* Rows that are a number and, beside it, several blocks of text: an agenda's items. */
static bool is_numbered(const struct page *page, const struct html_table *table)
{
	guint numbered = 0, rows = 0;
	for (guint i = table->first_line; i < page->lines->len;) {
		const struct line *first = line_at(page, i);
		guint end = i, beside = 0;
		for (; end < page->lines->len && line_at(page, end)->row == first->row; end++)
			beside += line_at(page, end)->column == 2;
		bool is_label = first->column == 1 && hang_form_of(span_of(first->text)) == HANG_LABEL;
		numbered += is_label && beside > 1;
		rows++;
		i = end;
	}
	return rows > 0 && numbered * 2 >= rows;
}

static bool is_layout(const struct page *page, const struct html_table *table)
{
	int columns = 0;
	if (table->is_layout)
		return true;
	for (guint i = table->first_line; i < page->lines->len; i++) {
		const struct line *line = line_at(page, i);
		if (line->table == table->id)
			columns = MAX(columns, line->column);
		if (line->role == LINE_HEADING && line->table == table->id && line->column > 0)
			return true;
	}
	return columns <= 1 || is_numbered(page, table);
}

void html_table_settle(struct page *page, const struct html_table *table)
{
	if (!is_layout(page, table))
		return;
	for (guint i = table->first_line; i < page->lines->len; i++) {
		struct line *line = line_at(page, i);
		if (line->table != table->id)
			continue;
		line->table = line->row = line->column = line->column_span = 0;
		if (line->role == LINE_CELL || line->role == LINE_HEADER)
			line->role = LINE_PLAIN;
	}
}
