/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "manifest.h"

#include <csv.h>
#include <stdio.h>

#include "fault.h"
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
	GArray *columns; /* enum column; empty until the header has been read */
	GPtrArray *row;  /* char *, the cells of the row so far */
	guint line;      /* the line that is being read */
	guint first;     /* the line on which the row began, 0 between rows */
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
	g_ptr_array_add(list, g_strdup_printf("%s:%u: %s", reading->path, reading->first, said));
}

static void read_header(struct reading *reading)
{
	for (guint i = 0; i < reading->row->len; i++) {
		const char *name = reading->row->pdata[i];
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
	for (guint i = 0; i < reading->row->len; i++) {
		const char *cell = reading->row->pdata[i];
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
	row->line = reading->first;
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

static void cell_done(void *cell, size_t len, void *data)
{
	struct reading *reading = data;
	g_ptr_array_add(reading->row, g_strndup(cell, len));
}

static void row_done(int terminator, void *data)
{
	(void)terminator;
	struct reading *reading = data;
	if (reading->columns->len == 0)
		read_header(reading);
	else if (reading->has_path && (reading->row->len > 1 || *(char *)reading->row->pdata[0]))
		read_row(reading);
	g_ptr_array_set_size(reading->row, 0);
	reading->first = 0;
}

static bool fail(const struct reading *reading, const char *reason, GError **error)
{
	g_set_error(error, FAULT, FAULT_INPUT, "%s:%u: %s", reading->path, MAX(reading->first, 1), reason);
	return false;
}

/* Line by line into the parser, which does not count lines itself. */
static bool read_lines(struct reading *reading, struct span text, GError **error)
{
	struct csv_parser parser;
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return fail(reading, "no memory to read it", error);
	bool good = true;
	for (size_t at = 0; good && at < text.len;) {
		const char *newline = memchr(text.ptr + at, '\n', text.len - at);
		size_t end = newline ? (size_t)(newline - text.ptr) + 1 : text.len;
		reading->line++;
		if (reading->first == 0)
			reading->first = reading->line;
		good = csv_parse(&parser, text.ptr + at, end - at, cell_done, row_done, reading) == end - at;
		if (reading->row->len == 0 && parser.pstate == 0)
			reading->first = 0;
		at = end;
	}
	good = good && csv_fini(&parser, cell_done, row_done, reading) == 0;
	csv_free(&parser);
	return good ? true
		    : fail(reading, "the quotes of this row do not match; nothing of this manifest is used", error);
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

static bool read_manifest(struct reading *reading, GError **error)
{
	struct source source;
	g_autoptr(GError) trouble = NULL;
	if (!source_read(&source, reading->path, &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: %s", reading->path, trouble->message);
		return false;
	}
	g_autofree char *text = decode(source_span(&source));
	source_clear(&source);
	if (!text)
		return fail(reading, "is neither UTF-8 nor Windows-1252; save it as \"CSV UTF-8\"", error);
	if (!read_lines(reading, span_of(text), error))
		return false;
	reading->first = 1;
	if (!reading->has_path)
		return fail(reading, "its first row names no column path, so nothing of it is used", error);
	return true;
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
		.row = g_ptr_array_new_with_free_func(g_free),
	};
	bool good = read_manifest(&reading, error);
	g_free(reading.folder);
	g_array_unref(reading.columns);
	g_ptr_array_unref(reading.row);
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
