/* SPDX-License-Identifier: GPL-2.0-or-later */
/* rank_collection DOCS QUERIES [--feedback]: puts a ranking collection (lines of id, title, text) into an index of its own as
 * paragraphs, asks its queries (lines of id, text) as `minutes-query --any` does and prints "query document" lines in
 * the order of the answer. */
#include <glib/gstdio.h>
#include <stdio.h>

#include "feedback.h"
#include "language.h"
#include "search.h"

#define HITS_PRINTED 1000

static void check(bool good, GError *error)
{
	if (good)
		return;
	fprintf(stderr, "rank_collection: %s\n", error ? error->message : "failed");
	exit(EXIT_FAILURE);
}

/* Lines of tab-separated columns. */
static GPtrArray *read_table(const char *path)
{
	GError *error = NULL;
	g_autofree char *bytes = NULL;
	check(g_file_get_contents(path, &bytes, NULL, &error), error);
	g_auto(GStrv) lines = g_strsplit(bytes, "\n", -1);
	GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
	for (char **line = lines; *line; line++) {
		char **columns = g_strsplit(*line, "\t", -1);
		if (g_strv_length(columns) >= 2)
			g_ptr_array_add(rows, columns);
		else
			g_strfreev(columns);
	}
	return rows;
}

/* One paragraph of the one file there is; its minute is the document's id. A document without a text has all of it in its
 * first column: that is no title. */
static void put_document(struct store *store, guint number, char **columns, struct stemmer *stemmer)
{
	GError *error = NULL;
	struct record record;
	record_init(&record);
	record.id = g_strdup_printf("000000000000#%u", number);
	record.path = g_strdup("collection");
	record.minute = g_strdup(columns[0]);
	bool has_text = columns[2] && *columns[2];
	record.title = has_text ? g_strdup(columns[1]) : NULL;
	record.text = has_text ? g_strconcat(columns[1], ". ", columns[2], NULL) : g_strdup(columns[1]);
	check(store_put(store, &record, stemmer, &error), error);
	record_clear(&record);
}

static void fill(const char *path, const char *documents)
{
	GError *error = NULL;
	struct store *store = NULL;
	check(store_open(&store, path, STORE_WRITE, &error), error);
	struct stemmer *stemmer = stemmer_new();
	g_autoptr(GPtrArray) rows = read_table(documents);
	check(store_begin(store, &error) && store_forget(store, "collection", &error), error);
	for (guint n = 0; n < rows->len; n++)
		put_document(store, n + 1, g_ptr_array_index(rows, n), stemmer);
	check(store_commit(store, &error) && store_flush(store, &error), error);
	stemmer_free(stemmer);
	store_close(store);
}

static void print_answer(struct store *store, char **columns, bool has_feedback)
{
	GError *error = NULL;
	struct language language;
	struct search search;
	language_init(&language);
	search_init(&search, store);
	check(language_parse_any(&language, span_of(columns[1]), &error) && language.tree, error);
	check(search_run(&search, language.tree, SORT_RELEVANCE, &error), error);
	if (has_feedback) {
		g_autoptr(GPtrArray) words = NULL;
		check(feedback_run(&words, &search, language.tree, &error), error);
	}
	for (guint n = 0; n < MIN(search.hits->len, HITS_PRINTED); n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search.hits, struct store_hit, n).docid;
		check(store_fetch(&record, store, docid, &error), error);
		printf("%s %s\n", columns[0], record.minute);
		record_clear(&record);
	}
	search_clear(&search);
	language_clear(&language);
}

static void remove_folder(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		g_remove(inner);
	}
	g_remove(path);
}

int main(int argc, char **argv)
{
	bool has_feedback = argc == 4 && strcmp(argv[3], "--feedback") == 0;
	if (argc != 3 && !has_feedback) {
		fputs("usage: rank_collection DOCS QUERIES [--feedback]\n", stderr);
		return EXIT_FAILURE;
	}
	GError *error = NULL;
	g_autofree char *folder = g_dir_make_tmp("minutebook-rank-XXXXXX", &error);
	check(folder, error);
	fill(folder, argv[1]);
	struct store *store = NULL;
	check(store_open(&store, folder, STORE_READ, &error), error);
	g_autoptr(GPtrArray) rows = read_table(argv[2]);
	for (guint n = 0; n < rows->len; n++)
		print_answer(store, g_ptr_array_index(rows, n), has_feedback);
	store_close(store);
	remove_folder(folder);
	return EXIT_SUCCESS;
}
