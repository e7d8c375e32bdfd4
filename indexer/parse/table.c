/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "table.h"

#include <string.h>

#include "prose.h"

/* From this many characters a cell holds prose rather than a value. */
enum { PROSE_LENGTH = 120 };

struct table {
	const GArray *blocks;
	guint first, end;
	GArray *entries;
	GPtrArray *headers; /* char *, by column - 1; NULL entries where unknown */
	char *header_line;  /* the header row as printed */
	char *label;        /* of the current row */
	GArray *open;       /* guint per column: entry that may go on below a page's end, +1; 0 none */
	bool prose;
	int points; /* bullets so far in the cell */
};

static const struct block *block_at(const struct table *table, guint i)
{
	return &g_array_index(table->blocks, struct block, i);
}

static void entry_clear(gpointer data)
{
	struct table_entry *entry = data;
	g_free(entry->text);
	g_free(entry->label);
	g_free(entry->section);
}

static bool same_row(const struct block *a, const struct block *b)
{
	return a->page == b->page && a->table == b->table && a->row == b->row;
}

/* The end of the row that starts at i. */
static guint row_end(const struct table *table, guint i)
{
	guint j = i + 1;
	while (j < table->end && block_at(table, j)->role == BLOCK_CELL &&
	       same_row(block_at(table, i), block_at(table, j)))
		j++;
	return j;
}

static char *row_text(const struct table *table, guint from, guint end)
{
	GString *text = g_string_new(NULL);
	for (guint i = from; i < end; i++) {
		const struct block *cell = block_at(table, i);
		if (text->len)
			g_string_append(text, i > from && block_at(table, i - 1)->column == cell->column ? " " : " | ");
		g_string_append(text, cell->text->str);
	}
	return g_string_free(text, FALSE);
}

static void add_entry(struct table *table, const struct block *cell, char *text, const char *label, const char *section)
{
	struct table_entry entry = {.text = text,
				    .label = g_strdup(label),
				    .section = g_strdup(section),
				    .page = cell->page,
				    .block = (guint)(cell - block_at(table, 0)),
				    .page_end = cell->page_end};
	g_array_append_val(table->entries, entry);
}

static const char *header_of(const struct table *table, int column)
{
	return column >= 1 && (guint)column <= table->headers->len
		       ? g_ptr_array_index(table->headers, (guint)column - 1)
		       : NULL;
}

static void read_headers(struct table *table, guint from, guint end)
{
	for (guint i = from; i < end; i++) {
		const struct block *cell = block_at(table, i);
		guint column = cell->column > 0 ? (guint)cell->column : i - from + 1;
		while (table->headers->len < MIN(column, 64))
			g_ptr_array_add(table->headers, NULL);
		if (column <= table->headers->len) {
			g_free(g_ptr_array_index(table->headers, column - 1));
			g_ptr_array_index(table->headers, column - 1) = g_strdup(cell->text->str);
		}
	}
}

/* "Recommendation 4: the Council should": the row's name and where its text starts. */
static size_t row_name(const char *text, char **name)
{
	size_t word = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	size_t number = word > 1 && text[word] == ' ' ? strspn(text + word + 1, "0123456789.") : 0;
	size_t end = word + 1 + number;
	if (number == 0 || !g_ascii_isupper(text[0]) || (text[end] != ':' && text[end] != '\0'))
		return 0;
	*name = g_strndup(text, end);
	return end + strspn(text + end, ": ");
}

static bool goes_on(const struct table *table, const struct block *cell)
{
	guint open = (guint)cell->column < table->open->len ? g_array_index(table->open, guint, cell->column) : 0;
	if (open == 0)
		return false;
	const struct table_entry *entry = &g_array_index(table->entries, struct table_entry, open - 1);
	return !prose_ends(entry->text) &&
	       (prose_starts_lower(cell->text->str) || strlen(entry->text) > 200 || prose_ends_open(entry->text));
}

static void set_open(struct table *table, int column, guint value)
{
	if (column < 0 || column > 64)
		return;
	if ((guint)column >= table->open->len)
		g_array_set_size(table->open, (guint)column + 1);
	g_array_index(table->open, guint, column) = value;
}

/* A paragraph of a cell; bullets count within the row. */
static void add_paragraph(struct table *table, const struct block *cell, const char *text, bool top)
{
	struct label bullet;
	bool point = label_read(&bullet, text) && bullet.style == LABEL_BULLET && !bullet.alone;
	if (top)
		table->points = 0;
	g_autofree char *label = NULL;
	if (point)
		label = g_strdup_printf("%s%s*%d", table->label ? table->label : "", table->label ? "." : "",
					++table->points);
	add_entry(table, cell, g_strdup(point ? text + bullet.length : text), point ? label : table->label,
		  header_of(table, cell->column));
}

static void add_prose_row(struct table *table, guint from, guint end)
{
	for (guint i = from; i < end; i++) {
		const struct block *cell = block_at(table, i);
		const char *text = cell->text->str;
		bool top = i == from || block_at(table, i - 1)->column != cell->column;
		if (top && goes_on(table, cell)) {
			guint open = g_array_index(table->open, guint, cell->column);
			struct table_entry *entry = &g_array_index(table->entries, struct table_entry, open - 1);
			char *joined = g_strconcat(entry->text, " ", text, NULL);
			g_free(entry->text);
			entry->text = joined;
			entry->page_end = cell->page_end;
			continue;
		}
		char *name = NULL;
		size_t at = top && cell->column <= 1 ? row_name(text, &name) : 0;
		if (name) {
			g_free(table->label);
			table->label = name;
		} else if (top && cell->column <= 1 && cell->label.style != LABEL_NONE) {
			g_free(table->label);
			table->label = g_strdup(cell->label.text);
		}
		if (text[at] == '\0')
			at = 0;
		add_paragraph(table, cell, text + at, top);
		set_open(table, cell->column, table->entries->len);
	}
}

static void add_row(struct table *table, guint from, guint end)
{
	const struct block *cell = block_at(table, from);
	g_autofree char *text = row_text(table, from, end);
	if (table->header_line && strcmp(text, table->header_line) == 0) {
		add_entry(table, cell, g_steal_pointer(&text), NULL, NULL);
		g_array_index(table->entries, struct table_entry, table->entries->len - 1).repeated = true;
		return;
	}
	bool short_cells = strlen(text) < 200;
	bool header = !table->header_line && (cell->header || (from == table->first && short_cells && end - from >= 2));
	if (header) {
		table->header_line = g_strdup(text);
		read_headers(table, from, end);
		add_entry(table, cell, g_steal_pointer(&text), NULL, NULL);
		return;
	}
	if (table->prose)
		add_prose_row(table, from, end);
	else
		add_entry(table, cell, g_steal_pointer(&text), NULL, NULL);
}

static bool holds_prose(const struct table *table)
{
	guint cells = 0, prose = 0;
	for (guint i = table->first; i < table->end; i++) {
		const struct block *cell = block_at(table, i);
		if (cell->role != BLOCK_CELL)
			continue;
		cells++;
		prose += cell->text->len >= PROSE_LENGTH;
	}
	return prose >= 2 && prose * 6 >= cells;
}

GArray *table_entries(const GArray *blocks, guint first, guint limit, guint *end)
{
	struct table table = {.blocks = blocks, .first = first, .end = first};
	for (guint i = first; i < limit; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		if (block->role == BLOCK_CELL && block->table == block_at(&table, first)->table)
			table.end = i + 1;
		else if (block->role != BLOCK_FURNITURE)
			break;
	}
	table.entries = g_array_new(FALSE, TRUE, sizeof(struct table_entry));
	g_array_set_clear_func(table.entries, entry_clear);
	table.headers = g_ptr_array_new_with_free_func(g_free);
	table.open = g_array_new(FALSE, TRUE, sizeof(guint));
	table.prose = holds_prose(&table);
	for (guint i = first; i < table.end;) {
		if (block_at(&table, i)->role != BLOCK_CELL) {
			i++;
			continue;
		}
		guint next = row_end(&table, i);
		add_row(&table, i, next);
		i = next;
	}
	g_ptr_array_unref(table.headers);
	g_array_unref(table.open);
	g_free(table.header_line);
	g_free(table.label);
	*end = table.end;
	return table.entries;
}
