/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "manifest.h"

#include <stdio.h>

#include "fault.h"
#include "sheet.h"
#include "source.h"

enum column {
	COLUMN_DATE,
	COLUMN_COUNCIL,
	COLUMN_BODY,
	COLUMN_TYPE,
	COLUMN_CLASSIFICATION,
	COLUMN_URL,
	COLUMN_PATH,
	COLUMN_COUNT,
	COLUMN_UNKNOWN = COLUMN_COUNT,
};

static const char *const column_names[COLUMN_COUNT] = {
	[COLUMN_DATE] = "date",
	[COLUMN_COUNCIL] = "council",
	[COLUMN_BODY] = "body",
	[COLUMN_TYPE] = "type",
	[COLUMN_CLASSIFICATION] = "classification",
	[COLUMN_URL] = "url",
	[COLUMN_PATH] = "path",
};

struct row {
	struct manifest_entry entry; /* looks into `cells` */
	char *cells[COLUMN_COUNT];
	guint line;
};

struct manifest {
	GHashTable *rows; /* char * absolute path -> struct row *, both owned */
};

/* One manifest while it is read. */
struct reading {
	struct manifest *manifest;
	const char *path;
	char *folder;
	GPtrArray *complaints, *notes;
	GArray *columns;        /* enum column; empty until the header has been read */
	const GPtrArray *cells; /* char *, of the row that is being read */
	guint line;             /* where it begins */
	bool has_path;
};

static void row_free(gpointer data)
{
	struct row *row = data;
	for (int i = 0; i < COLUMN_COUNT; i++)
		g_free(row->cells[i]);
	g_free(row);
}

G_GNUC_PRINTF(3, 4) static void add_line(GPtrArray *list, const struct reading *reading, const char *format, ...)
{
	if (!list)
		return;
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *said = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_ptr_array_add(list, g_strdup_printf("%s:%u: %s", reading->path, reading->line, said));
}

static void read_header(struct reading *reading)
{
	for (guint i = 0; i < reading->cells->len; i++) {
		const char *name = reading->cells->pdata[i];
		enum column column = 0;
		while (column < COLUMN_COUNT && g_ascii_strcasecmp(name, column_names[column]) != 0)
			column++;
		if (column == COLUMN_UNKNOWN)
			add_line(reading->notes, reading, "column \"%s\" is not known and is left out", name);
		reading->has_path |= column == COLUMN_PATH;
		g_array_append_val(reading->columns, column);
	}
}

/* "YYYY-MM-DD" out of that or of the UK's D/M/YYYY, which is what a spreadsheet makes of it. Yours, NULL if no date. */
static char *read_date(const char *text)
{
	unsigned year, month, day;
	int end = 0;
	bool parted = sscanf(text, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3 && text[end] == '\0';
	if (!parted) {
		end = 0;
		parted = sscanf(text, "%2u/%2u/%4u%n", &day, &month, &year, &end) == 3 && text[end] == '\0';
	}
	bool good = parted && year >= 1000 && year <= 9999 && month <= 12 && day <= 31 &&
		    g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
	return good ? g_strdup_printf("%04u-%02u-%02u", year, month, day) : NULL;
}

static void settle_date(struct reading *reading, struct row *row)
{
	char *text = row->cells[COLUMN_DATE];
	if (!text)
		return;
	row->cells[COLUMN_DATE] = read_date(text);
	if (!row->cells[COLUMN_DATE])
		add_line(reading->complaints, reading,
			 "\"%s\" is no date and is left out; write 2016-05-26 or 26/05/2016", text);
	g_free(text);
}

static void settle_type(struct reading *reading, struct row *row)
{
	char *text = row->cells[COLUMN_TYPE];
	if (!text)
		return;
	enum record_type type;
	row->cells[COLUMN_TYPE] = g_ascii_strdown(text, -1);
	if (!record_type_of(&type, row->cells[COLUMN_TYPE])) {
		add_line(reading->complaints, reading,
			 "\"%s\" is no type and is left out; there are minutes, agenda, report, decision, other", text);
		g_clear_pointer(&row->cells[COLUMN_TYPE], g_free);
	}
	g_free(text);
}

/* The absolute path a row speaks of, or NULL with a complaint. Yours. */
static char *settle_path(struct reading *reading, struct row *row)
{
	const char *text = row->cells[COLUMN_PATH];
	if (!text) {
		add_line(reading->complaints, reading, "names no path and is left out");
		return NULL;
	}
	g_autofree char *absolute = g_canonicalize_filename(text, reading->folder);
	size_t len = strlen(reading->folder);
	bool inside = g_str_has_prefix(absolute, reading->folder) && (absolute[len] == '/' || len == 1);
	if (!inside) {
		add_line(reading->complaints, reading, "%s lies outside this folder and is left out", text);
		return NULL;
	}
	const struct row *earlier = g_hash_table_lookup(reading->manifest->rows, absolute);
	if (earlier) {
		add_line(reading->complaints, reading, "%s is named again and left out; line %u holds", text,
			 earlier->line);
		return NULL;
	}
	if (!g_file_test(absolute, G_FILE_TEST_EXISTS))
		add_line(reading->complaints, reading, "%s is not there", text);
	return g_steal_pointer(&absolute);
}

static void take_cells(struct reading *reading, struct row *row)
{
	for (guint i = 0; i < reading->cells->len; i++) {
		const char *cell = reading->cells->pdata[i];
		if (i >= reading->columns->len) {
			if (*cell)
				add_line(reading->complaints, reading, "more cells than columns: \"%s\" is left out",
					 cell);
			continue;
		}
		enum column column = g_array_index(reading->columns, enum column, i);
		if (column == COLUMN_UNKNOWN || *cell == '\0')
			continue;
		g_free(row->cells[column]);
		row->cells[column] = g_strdup(cell);
	}
}

static void read_row(struct reading *reading)
{
	struct row *row = g_new0(struct row, 1);
	row->line = reading->line;
	take_cells(reading, row);
	char *path = settle_path(reading, row);
	if (!path) {
		row_free(row);
		return;
	}
	settle_date(reading, row);
	settle_type(reading, row);
	row->entry = (struct manifest_entry){
		.date = row->cells[COLUMN_DATE],
		.council = row->cells[COLUMN_COUNCIL],
		.body = row->cells[COLUMN_BODY],
		.type = row->cells[COLUMN_TYPE],
		.classification = row->cells[COLUMN_CLASSIFICATION],
		.url = row->cells[COLUMN_URL],
	};
	g_hash_table_insert(reading->manifest->rows, path, row);
}

static void read_rows(struct reading *reading, const GPtrArray *rows)
{
	for (guint i = 0; i < rows->len; i++) {
		const struct sheet_row *row = rows->pdata[i];
		reading->cells = row->cells;
		reading->line = row->line;
		if (i == 0)
			read_header(reading);
		else if (reading->has_path)
			read_row(reading);
	}
}

static bool read_manifest(struct reading *reading, GError **error)
{
	struct source source;
	g_autoptr(GError) trouble = NULL;
	if (!source_read(&source, reading->path, &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: %s", reading->path, trouble->message);
		return false;
	}
	g_autoptr(GPtrArray) rows = NULL;
	bool good = sheet_parse(&rows, source_span(&source), reading->path, error);
	source_clear(&source);
	if (!good)
		return false;
	read_rows(reading, rows);
	if (!reading->has_path)
		g_set_error(error, FAULT, FAULT_INPUT,
			    "%s:1: its first row names no column path, so nothing of it is used", reading->path);
	return reading->has_path;
}

bool manifest_open(struct manifest **out, const char *path, GPtrArray *complaints, GPtrArray *notes, GError **error)
{
	struct manifest *manifest = g_new0(struct manifest, 1);
	manifest->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, row_free);
	g_autofree char *parent = g_path_get_dirname(path);
	struct reading reading = {
		.manifest = manifest,
		.path = path,
		.folder = g_canonicalize_filename(parent, NULL),
		.complaints = complaints,
		.notes = notes,
		.columns = g_array_new(FALSE, FALSE, sizeof(enum column)),
	};
	bool good = read_manifest(&reading, error);
	g_free(reading.folder);
	g_array_unref(reading.columns);
	if (!good) {
		manifest_close(manifest);
		return false;
	}
	*out = manifest;
	return true;
}

void manifest_close(struct manifest *manifest)
{
	if (!manifest)
		return;
	g_hash_table_unref(manifest->rows);
	g_free(manifest);
}

const struct manifest_entry *manifest_find(const struct manifest *manifest, const char *path)
{
	const struct row *row = g_hash_table_lookup(manifest->rows, path);
	return row ? &row->entry : NULL;
}
