/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "written.h"

#include <jansson.h>
#include <string.h>

#include "fault.h"
#include "sheet.h"

#define FORMAT "minutebook-foi"
#define FORMAT_VERSION 1

void written_index_free(gpointer data)
{
	struct written_index *index = data;
	g_free(index->place);
	g_free(index->uuid);
	g_free(index);
}

static void query_free(gpointer data)
{
	struct written_query *query = data;
	g_free(query->asked);
	g_free(query);
}

void written_place_free(gpointer data)
{
	struct written_place *place = data;
	g_free(place->id);
	g_free(place->path);
	g_free(place->citation);
	g_free(place->number);
	g_free(place->queries);
	g_free(place->sha256);
	g_free(place);
}

void written_init(struct written *written)
{
	*written = (struct written){
		.indexes = g_ptr_array_new_with_free_func(written_index_free),
		.queries = g_ptr_array_new_with_free_func(query_free),
		.places = g_ptr_array_new_with_free_func(written_place_free),
		.papers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
		.sources = g_ptr_array_new_with_free_func(g_free),
	};
}

void written_clear(struct written *written)
{
	g_free(written->reference);
	g_free(written->made);
	g_free(written->program);
	g_strfreev(written->options);
	g_clear_pointer(&written->indexes, g_ptr_array_unref);
	g_clear_pointer(&written->queries, g_ptr_array_unref);
	g_clear_pointer(&written->places, g_ptr_array_unref);
	g_clear_pointer(&written->papers, g_hash_table_unref);
	g_clear_pointer(&written->sources, g_ptr_array_unref);
	*written = (struct written){0};
}

static bool refuse(GError **error, const char *path, const char *what)
{
	g_set_error(error, FAULT, FAULT_INPUT, "%s: %s", path, what);
	return false;
}

/* Only what decides which paragraphs are found may be done again: a pack is somebody else's text. */
static bool is_deciding(const char *option)
{
	static const char *const names[] = {
		"--since=", "--until=", "--speaker=", "--topic=", "--body=", "--type=", "--thesaurus=", "--people="};
	if (strcmp(option, "--any") == 0 || strcmp(option, "--include-restricted") == 0 ||
	    strcmp(option, "--feedback") == 0)
		return true;
	for (size_t n = 0; n < G_N_ELEMENTS(names); n++)
		if (g_str_has_prefix(option, names[n]))
			return true;
	return false;
}

static bool read_options(struct written *written, const json_t *options, const char *path, GError **error)
{
	g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
	for (size_t n = 0; n < json_array_size(options); n++) {
		const char *option = json_string_value(json_array_get(options, n));
		if (!option || !is_deciding(option))
			return refuse(error, path, "an option in it that decides nothing of a search");
		g_ptr_array_add(list, g_strdup(option));
	}
	g_ptr_array_add(list, NULL);
	written->options = (char **)g_ptr_array_free(g_steal_pointer(&list), FALSE);
	return true;
}

static bool read_indexes(struct written *written, const json_t *indexes, const char *path, GError **error)
{
	for (size_t n = 0; n < json_array_size(indexes); n++) {
		const char *place = NULL;
		const char *uuid = NULL;
		json_int_t revision = 0;
		int is_remote = 0;
		if (json_unpack(json_array_get(indexes, n), "{s:s, s:s, s:I, s:b}", "place", &place, "uuid", &uuid,
				"revision", &revision, "remote", &is_remote) != 0)
			return refuse(error, path, "an index in it is not told as the program tells it");
		struct written_index *index = g_new0(struct written_index, 1);
		*index = (struct written_index){g_strdup(place), g_strdup(uuid), (guint64)revision, is_remote != 0};
		g_ptr_array_add(written->indexes, index);
	}
	return json_array_size(indexes) > 0 || refuse(error, path, "no index in it");
}

static bool read_queries(struct written *written, const json_t *queries, const char *path, GError **error)
{
	for (size_t n = 0; n < json_array_size(queries); n++) {
		const char *asked = NULL;
		json_int_t hits = 0;
		if (json_unpack(json_array_get(queries, n), "{s:s, s:I}", "asked", &asked, "hits", &hits) != 0)
			return refuse(error, path, "a query in it is not told as the program tells it");
		struct written_query *query = g_new0(struct written_query, 1);
		*query = (struct written_query){g_strdup(asked), (guint)hits};
		g_ptr_array_add(written->queries, query);
	}
	return json_array_size(queries) > 0 || refuse(error, path, "no query in it");
}

static bool read_papers(struct written *written, const json_t *papers, const char *path, GError **error)
{
	for (size_t n = 0; n < json_array_size(papers); n++) {
		const char *name = NULL;
		const char *sha256 = NULL;
		if (json_unpack(json_array_get(papers, n), "{s:s, s:s}", "path", &name, "sha256", &sha256) != 0)
			return refuse(error, path, "a paper in it is not told as the program tells it");
		g_hash_table_insert(written->papers, g_strdup(name), g_strdup(sha256));
	}
	return true;
}

static bool read_parts(struct written *written, json_t *certificate, const char *path, GError **error)
{
	const char *format = "";
	const char *reference = NULL;
	const char *made = NULL;
	const char *program = NULL;
	int version = 0;
	json_t *options = NULL;
	json_t *indexes = NULL;
	json_t *queries = NULL;
	json_t *papers = NULL;
	if (json_unpack(certificate, "{s:s, s:i, s:s, s:s, s:s, s:o, s:o, s:o, s:{s:o}}", "format", &format,
			"format_version", &version, "reference", &reference, "made", &made, "program", &program,
			"options", &options, "indexes", &indexes, "queries", &queries, "scope", "searched",
			&papers) != 0 ||
	    strcmp(format, FORMAT) != 0 || !json_is_array(options) || !json_is_array(papers))
		return refuse(error, path, "it is no certificate of a response pack");
	if (version != FORMAT_VERSION)
		return refuse(error, path, "it is of another format version than this program reads");
	written->reference = g_strdup(reference);
	written->made = g_strdup(made);
	written->program = g_strdup(program);
	return read_options(written, options, path, error) && read_indexes(written, indexes, path, error) &&
	       read_queries(written, queries, path, error) && read_papers(written, papers, path, error);
}

/* Of a pipe or a device the bytes may have no end. */
static bool read_file(char **text, gsize *len, const char *path, GError **error)
{
	if (g_file_test(path, G_FILE_TEST_IS_REGULAR) && g_file_get_contents(path, text, len, NULL))
		return true;
	return refuse(error, path, "it is no file that can be read");
}

static bool read_certificate(struct written *written, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "certificate.json", NULL);
	g_autofree char *text = NULL;
	gsize len = 0;
	if (!read_file(&text, &len, path, error))
		return false;
	json_error_t trouble;
	json_t *certificate = json_loadb(text, len, JSON_REJECT_DUPLICATES, &trouble);
	if (!certificate)
		return refuse(error, path, trouble.text);
	bool good = read_parts(written, certificate, path, error);
	json_decref(certificate);
	return good;
}

/* "1, 2". NULL where they are no numbers. */
static char *join_numbers(const json_t *numbers)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t n = 0; n < json_array_size(numbers); n++) {
		if (!json_is_integer(json_array_get(numbers, n)))
			return NULL;
		g_string_append_printf(out, "%s%" JSON_INTEGER_FORMAT, n > 0 ? ", " : "",
				       json_integer_value(json_array_get(numbers, n)));
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static bool add_place(struct written *written, json_t *object, const char *number)
{
	const char *id = NULL;
	const char *path = NULL;
	const char *citation = NULL;
	if (json_unpack(object, "{s:s, s:s, s:s}", "id", &id, "path", &path, "citation", &citation) != 0)
		return false;
	struct written_place *place = g_new0(struct written_place, 1);
	*place = (struct written_place){g_strdup(id), g_strdup(path), g_strdup(citation), g_strdup(number), NULL, NULL};
	g_ptr_array_add(written->places, place);
	return true;
}

static bool add_extract(struct written *written, json_t *object)
{
	const char *number = NULL;
	const char *sha256 = NULL;
	json_t *queries = NULL;
	json_t *copies = NULL;
	if (json_unpack(object, "{s:s, s:s, s:o, s:o}", "number", &number, "text_sha256", &sha256, "queries", &queries,
			"copies", &copies) != 0 ||
	    !json_is_array(copies) || !add_place(written, object, number))
		return false;
	struct written_place *place = g_ptr_array_index(written->places, written->places->len - 1);
	place->queries = join_numbers(queries);
	place->sha256 = g_strdup(sha256);
	bool good = place->queries != NULL;
	for (size_t n = 0; good && n < json_array_size(copies); n++)
		good = add_place(written, json_array_get(copies, n), number);
	return good;
}

static bool read_extracts(struct written *written, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "extracts.jsonl", NULL);
	g_autofree char *text = NULL;
	gsize len = 0;
	if (!read_file(&text, &len, path, error))
		return false;
	guint number = 0;
	for (const char *at = text; at < text + len;) {
		const char *end = memchr(at, '\n', (size_t)(text + len - at));
		size_t size = (size_t)((end ? end : text + len) - at);
		json_t *object = json_loadb(at, size, JSON_REJECT_DUPLICATES, NULL);
		bool good = object && add_extract(written, object);
		json_decref(object);
		number++;
		if (!good) {
			g_set_error(error, FAULT, FAULT_INPUT, "%s:%u: no extract as the program writes it", path,
				    number);
			return false;
		}
		at += size + 1;
	}
	return true;
}

static int find_column(const GPtrArray *captions, const char *name)
{
	for (guint n = 0; n < captions->len; n++)
		if (strcmp(g_ptr_array_index(captions, n), name) == 0)
			return (int)n;
	return -1;
}

/* Paths are absolute, so that no cell of theirs was made inert. */
static bool add_sources(struct written *written, const GPtrArray *rows, const char *path, GError **error)
{
	const GPtrArray *captions = rows->len > 0 ? ((struct sheet_row *)g_ptr_array_index(rows, 0))->cells : NULL;
	int file = captions ? find_column(captions, "file") : -1;
	int sha256 = captions ? find_column(captions, "sha256") : -1;
	if (file < 0 || sha256 < 0)
		return refuse(error, path, "no columns file and sha256 in it");
	for (guint n = 1; n < rows->len; n++) {
		const GPtrArray *cells = ((struct sheet_row *)g_ptr_array_index(rows, n))->cells;
		if ((int)cells->len <= MAX(file, sha256))
			return refuse(error, path, "a row of it is cut short");
		g_ptr_array_add(written->sources, g_strdup(g_ptr_array_index(cells, file)));
		g_ptr_array_add(written->sources, g_strdup(g_ptr_array_index(cells, sha256)));
	}
	return true;
}

static bool read_schedule(struct written *written, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, "schedule.csv", NULL);
	g_autofree char *text = NULL;
	gsize len = 0;
	g_autoptr(GPtrArray) rows = NULL;
	if (!read_file(&text, &len, path, error))
		return false;
	return sheet_parse(&rows, (struct span){text, len}, path, error) && add_sources(written, rows, path, error);
}

bool written_read(struct written *written, const char *folder, GError **error)
{
	return read_certificate(written, folder, error) && read_extracts(written, folder, error) &&
	       read_schedule(written, folder, error);
}
