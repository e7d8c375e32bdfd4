/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet.h"

#include <csv.h>

#include "fault.h"

/* One file while it is read. */
struct reading {
	GPtrArray *rows;
	GPtrArray *cells; /* of the row so far */
	guint line;       /* the line that is being read */
	guint first;      /* the line on which the row began, 0 between rows */
};

static void row_free(gpointer data)
{
	struct sheet_row *row = data;
	g_ptr_array_unref(row->cells);
	g_free(row);
}

static GPtrArray *new_cells(void)
{
	return g_ptr_array_new_with_free_func(g_free);
}

static void cell_done(void *cell, size_t len, void *data)
{
	struct reading *reading = data;
	g_ptr_array_add(reading->cells, g_strndup(cell, len));
}

static void row_done(int terminator, void *data)
{
	(void)terminator;
	struct reading *reading = data;
	bool is_empty = reading->cells->len == 0 || (reading->cells->len == 1 && !*(char *)reading->cells->pdata[0]);
	if (is_empty) {
		g_ptr_array_set_size(reading->cells, 0);
	} else {
		struct sheet_row *row = g_new(struct sheet_row, 1);
		*row = (struct sheet_row){reading->first, reading->cells};
		g_ptr_array_add(reading->rows, row);
		reading->cells = new_cells();
	}
	reading->first = 0;
}

static bool fail(const struct reading *reading, const char *name, const char *reason, GError **error)
{
	g_set_error(error, FAULT, FAULT_INPUT, "%s:%u: %s", name, MAX(reading->first, 1), reason);
	return false;
}

/* Line by line into the parser, which does not count lines itself. */
static bool read_lines(struct reading *reading, struct span text)
{
	struct csv_parser parser;
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return false;
	bool good = true;
	for (size_t at = 0; good && at < text.len;) {
		const char *newline = memchr(text.ptr + at, '\n', text.len - at);
		size_t end = newline ? (size_t)(newline - text.ptr) + 1 : text.len;
		reading->line++;
		if (reading->first == 0)
			reading->first = reading->line;
		good = csv_parse(&parser, text.ptr + at, end - at, cell_done, row_done, reading) == end - at;
		if (reading->cells->len == 0 && parser.pstate == 0)
			reading->first = 0;
		at = end;
	}
	good = good && csv_fini(&parser, cell_done, row_done, reading) == 0;
	csv_free(&parser);
	return good;
}

/* A byte order mark is left out. Yours, NULL when it is neither UTF-8 nor Windows-1252. */
static char *decode(struct span bytes)
{
	if (bytes.len >= 3 && memcmp(bytes.ptr, "\xef\xbb\xbf", 3) == 0)
		bytes = span_cut(bytes, 3, bytes.len);
	if (g_utf8_validate(bytes.ptr, (gssize)bytes.len, NULL))
		return g_strndup(bytes.ptr, bytes.len);
	if (memchr(bytes.ptr, '\0', bytes.len))
		return NULL;
	return g_convert(bytes.ptr, (gssize)bytes.len, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

bool sheet_parse(GPtrArray **rows, struct span bytes, const char *name, GError **error)
{
	*rows = NULL;
	struct reading reading = {0};
	g_autofree char *text = decode(bytes);
	if (!text)
		return fail(&reading, name, "is neither UTF-8 nor Windows-1252; save it as \"CSV UTF-8\"", error);
	reading.rows = g_ptr_array_new_with_free_func(row_free);
	reading.cells = new_cells();
	bool good = read_lines(&reading, span_of(text));
	g_ptr_array_unref(reading.cells);
	if (good) {
		*rows = reading.rows;
		return true;
	}
	g_ptr_array_unref(reading.rows);
	return fail(&reading, name, "the quotes of this row do not match; nothing of this file is used", error);
}
