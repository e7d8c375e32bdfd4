/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "aliases.h"

#include "fault.h"
#include "sheet.h"
#include "text.h"

enum column {
	COLUMN_PERSON,
	COLUMN_ALIAS,
	COLUMN_COUNCIL,
	COLUMN_COUNT,
};

static const char *const column_names[COLUMN_COUNT] = {"person", "alias", "council"};

struct reading {
	const char *path;
	guint line;
	int places[COLUMN_COUNT]; /* of each column in a row, -1 where there is none */
	GPtrArray *aliases;
	GHashTable *seen; /* char *, the folded row, to its line and whether it joins or parts */
};

static void alias_free(gpointer data)
{
	struct alias *alias = data;
	g_free(alias->person);
	g_free(alias->alias);
	g_free(alias->council);
	g_free(alias);
}

G_GNUC_PRINTF(3, 4) static bool fail(GError **error, const struct reading *reading, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *said = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(error, FAULT, FAULT_QUERY, "%s:%u: %s", reading->path, reading->line, said);
	return false;
}

static bool read_header(struct reading *reading, const GPtrArray *cells, GError **error)
{
	for (int column = 0; column < COLUMN_COUNT; column++) {
		reading->places[column] = -1;
		for (guint n = 0; n < cells->len; n++)
			if (g_ascii_strcasecmp(g_ptr_array_index(cells, n), column_names[column]) == 0)
				reading->places[column] = (int)n;
	}
	if (reading->places[COLUMN_PERSON] >= 0 && reading->places[COLUMN_ALIAS] >= 0)
		return true;
	return fail(error, reading, "its first row must name the columns person and alias, and may name council");
}

/* Yours, without white space around it; "" where the row ends before it. */
static char *read_cell(const struct reading *reading, const GPtrArray *cells, enum column column)
{
	int place = reading->places[column];
	bool is_there = place >= 0 && (guint)place < cells->len;
	return is_there ? text_squeeze(span_of(g_ptr_array_index(cells, (guint)place))) : g_strdup("");
}

/* That a name is and is not somebody's is a slip that nobody would find later. */
static bool check_again(struct reading *reading, const struct alias *alias, GError **error)
{
	g_autoptr(GString) key = g_string_new(NULL);
	text_fold(key, span_of(alias->person));
	g_string_append_c(key, '\n');
	text_fold(key, span_of(alias->alias));
	g_string_append_c(key, '\n');
	text_fold(key, span_of(alias->council));
	const struct alias *earlier = g_hash_table_lookup(reading->seen, key->str);
	g_hash_table_insert(reading->seen, g_strdup(key->str), (gpointer)alias);
	if (!earlier || earlier->is_other == alias->is_other)
		return true;
	return fail(error, reading, "\"%s\" cannot both be %s and not be; leave one of the rows out", alias->alias,
		    alias->person);
}

static bool read_row(struct reading *reading, const GPtrArray *cells, GError **error)
{
	g_autofree char *council = read_cell(reading, cells, COLUMN_COUNCIL);
	g_autofree char *printed = read_cell(reading, cells, COLUMN_ALIAS);
	struct alias *alias = g_new0(struct alias, 1);
	g_ptr_array_add(reading->aliases, alias);
	alias->is_other = *printed == '!';
	alias->person = read_cell(reading, cells, COLUMN_PERSON);
	alias->alias = text_squeeze(span_of(printed + alias->is_other));
	alias->council = *council ? g_steal_pointer(&council) : NULL;
	if (!*alias->person || !*alias->alias)
		return fail(error, reading, "a row needs both a person and an alias");
	return check_again(reading, alias, error);
}

static bool read_rows(struct reading *reading, const GPtrArray *rows, GError **error)
{
	reading->line = 1;
	if (rows->len == 0)
		return fail(error, reading, "it is empty; its first row names the columns person and alias");
	for (guint n = 0; n < rows->len; n++) {
		const struct sheet_row *row = g_ptr_array_index(rows, n);
		reading->line = row->line;
		if (n == 0 ? !read_header(reading, row->cells, error) : !read_row(reading, row->cells, error))
			return false;
	}
	return true;
}

static bool load(GPtrArray **rows, const char *path, GError **error)
{
	g_autoptr(GError) trouble = NULL;
	g_autofree char *bytes = NULL;
	size_t len = 0;
	bool is_there = g_file_get_contents(path, &bytes, &len, &trouble);
	if (is_there && sheet_parse(rows, (struct span){bytes, len}, path, &trouble))
		return true;
	if (!is_there)
		*trouble->message = g_ascii_tolower(*trouble->message);
	g_set_error_literal(error, FAULT, FAULT_QUERY, trouble->message);
	return false;
}

bool aliases_read(GPtrArray **aliases, const char *path, GError **error)
{
	*aliases = NULL;
	g_autoptr(GPtrArray) rows = NULL;
	if (!load(&rows, path, error))
		return false;
	struct reading reading = {.path = path};
	reading.aliases = g_ptr_array_new_with_free_func(alias_free);
	reading.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	bool good = read_rows(&reading, rows, error);
	g_hash_table_unref(reading.seen);
	if (good)
		*aliases = reading.aliases;
	else
		g_ptr_array_unref(reading.aliases);
	return good;
}
