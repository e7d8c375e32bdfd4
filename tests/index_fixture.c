/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "index_fixture.h"

#include <check.h>
#include <glib/gstdio.h>

#include "fields.h"
#include "text.h"

static void remove_tree(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		remove_tree(inner);
	}
	g_remove(path);
}

void index_fixture_init(struct index_fixture *fixture)
{
	fixture->folder = g_dir_make_tmp("minutebook-XXXXXX", NULL);
	ck_assert_ptr_nonnull(fixture->folder);
	fixture->path = g_build_filename(fixture->folder, "new", "index", NULL);
	fixture->store = NULL;
	fixture->stemmer = stemmer_new();
	index_fixture_reopen(fixture, STORE_WRITE);
}

void index_fixture_clear(struct index_fixture *fixture)
{
	store_close(fixture->store);
	stemmer_free(fixture->stemmer);
	remove_tree(fixture->folder);
	g_free(fixture->folder);
	g_free(fixture->path);
}

void index_fixture_reopen(struct index_fixture *fixture, enum store_mode mode)
{
	g_autoptr(GError) error = NULL;
	store_close(fixture->store);
	bool is_open = store_open(&fixture->store, fixture->path, mode, &error);
	ck_assert_msg(is_open, "%s", error ? error->message : "");
}

struct record *index_fixture_record(const char *path, guint number, const char *text)
{
	struct record *record = record_new();
	record->id = g_strdup_printf("0123456789ab#%u", number);
	record->path = g_strdup(path);
	record->text = g_strdup(text);
	return record;
}

void index_fixture_put(struct index_fixture *fixture, struct record *record)
{
	g_autoptr(GError) error = NULL;
	bool is_put = store_put(fixture->store, record, fixture->stemmer, &error);
	ck_assert_msg(is_put, "%s", error ? error->message : "");
	record_free(record);
}

void index_fixture_add_paper(struct index_fixture *fixture, const char *path, guint count, const char *text)
{
	ck_assert(store_begin(fixture->store, NULL));
	for (guint i = 1; i <= count; i++)
		index_fixture_put(fixture, index_fixture_record(path, i, text));
	ck_assert(store_commit(fixture->store, NULL));
}

struct store_query *index_fixture_words(struct index_fixture *fixture, const char *words)
{
	struct store_query *query = store_query_new(STORE_AND);
	struct span word;
	for (size_t pos = 0; text_next_word(span_of(words), &pos, &word);) {
		g_autoptr(GString) folded = g_string_new(NULL);
		g_autoptr(GString) term = g_string_new(NULL);
		text_fold(folded, word);
		field_stem_term(term, NULL, stemmer_stem(fixture->stemmer, span_of(folded->str)));
		store_query_add(query, store_query_term(term->str));
	}
	return query;
}

char *index_fixture_find(struct index_fixture *fixture, struct store_query *query, enum store_sort sort)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) hits = NULL;
	bool is_answered = store_search(&hits, fixture->store, query, sort, &error);
	ck_assert_msg(is_answered, "%s", error ? error->message : "");
	store_query_free(query);
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < hits->len; i++) {
		struct record record;
		record_init(&record);
		ck_assert(store_fetch(&record, fixture->store, g_array_index(hits, struct store_hit, i).docid, NULL));
		g_string_append_printf(out, "%s%s#%u", i > 0 ? " " : "", record.path, record_number(&record));
		record_clear(&record);
	}
	return g_string_free(out, FALSE);
}

guint index_fixture_count(struct index_fixture *fixture, struct store_query *query)
{
	g_autoptr(GArray) hits = NULL;
	ck_assert(store_search(&hits, fixture->store, query, SORT_RELEVANCE, NULL));
	store_query_free(query);
	return hits->len;
}
