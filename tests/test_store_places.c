/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Several indexes as one, and what an index tells of its own revisions and folders. */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "index_fixture.h"

#define PARTS 3

static struct index_fixture whole;
static struct index_fixture parts[PARTS];

static void setup(void)
{
	index_fixture_init(&whole);
	for (guint n = 0; n < PARTS; n++)
		index_fixture_init(&parts[n]);
}

static void teardown(void)
{
	index_fixture_clear(&whole);
	for (guint n = 0; n < PARTS; n++)
		index_fixture_clear(&parts[n]);
}

static void add_dated(struct index_fixture *fixture, const char *path, const char *date, const char *text)
{
	struct record *record = index_fixture_record(path, 1, text);
	record->date = g_strdup(date);
	ck_assert(store_begin(fixture->store, NULL));
	index_fixture_put(fixture, record);
	struct store_file file = {.path = (char *)path, .records = 1, .searchable = 1};
	ck_assert(store_file_put(fixture->store, &file, NULL) && store_commit(fixture->store, NULL));
}

/* The same papers in one index and in three. */
static void fill(void)
{
	static const char *const texts[] = {"heron and otter", "a heron, a heron and another heron",
					    "the otter slept", "a long paragraph about many birds with one heron",
					    "heron",           "nothing of the kind"};
	for (guint n = 0; n < 24; n++) {
		g_autofree char *path = g_strdup_printf("paper-%02u", (n * 7) % 24);
		g_autofree char *date = n % 5 ? g_strdup_printf("20%02u-03-04", 10 + n % 4) : NULL;
		add_dated(&whole, path, date, texts[n % G_N_ELEMENTS(texts)]);
		add_dated(&parts[n % PARTS], path, date, texts[n % G_N_ELEMENTS(texts)]);
	}
}

/* The three as one, in the place of the fixture's own store. */
static void open_all(struct index_fixture *all)
{
	const char *places[PARTS + 1] = {NULL};
	for (guint n = 0; n < PARTS; n++) {
		ck_assert(store_flush(parts[n].store, NULL));
		places[n] = parts[n].path;
	}
	*all = (struct index_fixture){.stemmer = whole.stemmer};
	GError *error = NULL;
	bool is_open = store_open_all(&all->store, places, &error);
	ck_assert_msg(is_open, "%s", error ? error->message : "");
}

static struct store_query *either(const char *a, const char *b)
{
	struct store_query *query = store_query_new(STORE_OR);
	store_query_add(query, index_fixture_words(&whole, a));
	store_query_add(query, index_fixture_words(&whole, b));
	return query;
}

/* "path score" of all hits, in order. */
static char *ask(struct index_fixture *fixture, struct store_query *query, enum store_sort sort)
{
	g_autoptr(GArray) hits = NULL;
	ck_assert(store_search(&hits, fixture->store, query, sort, NULL));
	store_query_free(query);
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < hits->len; n++) {
		const struct store_hit *hit = &g_array_index(hits, struct store_hit, n);
		struct record record;
		record_init(&record);
		ck_assert(store_fetch(&record, fixture->store, hit->docid, NULL));
		g_string_append_printf(out, "%s %.4f\n", record.path, hit->score);
		record_clear(&record);
	}
	return g_string_free(out, FALSE);
}

START_TEST(several_indexes_give_the_hits_scores_and_order_of_one)
{
	static const enum store_sort sorts[] = {SORT_RELEVANCE, SORT_DATE, SORT_DATE_DOWN, SORT_DOCUMENT};
	fill();
	struct index_fixture all;
	open_all(&all);
	for (size_t n = 0; n < G_N_ELEMENTS(sorts); n++) {
		g_autofree char *wanted = ask(&whole, either("heron", "otter"), sorts[n]);
		g_autofree char *got = ask(&all, either("heron", "otter"), sorts[n]);
		ck_assert_str_eq(got, wanted);
		ck_assert_ptr_nonnull(strstr(got, "paper-"));
	}
	store_close(all.store);
}
END_TEST

START_TEST(terms_counts_and_files_are_those_of_all)
{
	fill();
	struct index_fixture all;
	open_all(&all);
	guint one = 0;
	guint many = 0;
	ck_assert(store_term_count(&one, whole.store, "Zheron", NULL));
	ck_assert(store_term_count(&many, all.store, "Zheron", NULL));
	ck_assert_uint_gt(one, 0);
	ck_assert_uint_eq(many, one);
	g_autoptr(GPtrArray) terms = NULL;
	ck_assert(store_terms(&terms, all.store, "Z", NULL));
	for (guint n = 1; n < terms->len; n++)
		ck_assert_str_lt((char *)terms->pdata[n - 1], (char *)terms->pdata[n]);
	g_autoptr(GPtrArray) files = NULL;
	ck_assert(store_file_list(&files, all.store, NULL));
	ck_assert_uint_eq(files->len, 24);
	struct store_file file = {0};
	ck_assert(store_file_get(&file, all.store, "paper-23", NULL));
	store_file_clear(&file);
	struct store_stats stats;
	ck_assert(store_stats_get(&stats, all.store, NULL));
	ck_assert_uint_eq(stats.searchable, 24);
	ck_assert_uint_eq(stats.files, 24);
	g_free(stats.uuid);
	store_close(all.store);
}
END_TEST

static void check_refused(const char *second, enum fault_code code, const char *words)
{
	ck_assert(store_flush(parts[0].store, NULL));
	const char *const places[] = {parts[0].path, second, NULL};
	struct store *store = NULL;
	g_autoptr(GError) error = NULL;
	ck_assert(!store_open_all(&store, places, &error));
	ck_assert_ptr_null(store);
	ck_assert_msg(g_error_matches(error, FAULT, (gint)code), "%s", error->message);
	ck_assert_msg(strstr(error->message, words) && strstr(error->message, second), "%s", error->message);
	ck_assert_ptr_null(strstr(error->message, parts[0].path));
}

START_TEST(the_one_that_cannot_be_opened_is_named)
{
	check_refused("/nowhere/at/all", FAULT_INDEX, "not there");
	/* Nothing listens at a port of 1. */
	check_refused("127.0.0.1:1", FAULT_INDEX, "is xapian-tcpsrv running there?");
	check_refused("[::1]:1", FAULT_INDEX, "is xapian-tcpsrv running there?");
	/* No server: a port has a number, and a path its slashes. */
	check_refused("host:port", FAULT_INDEX, "not there");
	check_refused("./host:80", FAULT_INDEX, "not there");
	check_refused("host:70000", FAULT_INDEX, "not there");
}
END_TEST

START_TEST(the_one_that_is_damaged_is_named)
{
	fill();
	ck_assert(store_flush(parts[1].store, NULL));
	store_close(g_steal_pointer(&parts[1].store));
	static const char *const tables[] = {"postlist.glass", "docdata.glass"};
	for (size_t n = 0; n < G_N_ELEMENTS(tables); n++) {
		g_autofree char *table = g_build_filename(parts[1].path, tables[n], NULL);
		g_autofree char *bytes = g_strnfill(16384, 'x');
		ck_assert(g_file_set_contents(table, bytes, 16384, NULL));
	}
	const char *const places[] = {parts[0].path, parts[1].path, NULL};
	struct store *store = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) hits = NULL;
	ck_assert(store_flush(parts[0].store, NULL));
	struct store_query *query = either("heron", "otter");
	bool is_good =
		store_open_all(&store, places, &error) && store_search(&hits, store, query, SORT_RELEVANCE, &error);
	ck_assert(!is_good);
	store_query_free(query);
	g_autofree char *named = g_strdup_printf("index %s: ", parts[1].path);
	ck_assert_msg(g_str_has_prefix(error->message, named), "%s", error->message);
	store_close(store);
}
END_TEST

static guint64 revision_of(const char *path)
{
	struct store_file file = {0};
	ck_assert(store_file_get(&file, whole.store, path, NULL));
	guint64 revision = file.revision;
	store_file_clear(&file);
	return revision;
}

static guint64 revision_now(void)
{
	struct store_stats stats;
	ck_assert(store_stats_get(&stats, whole.store, NULL));
	g_free(stats.uuid);
	return stats.revision;
}

START_TEST(a_file_knows_the_revision_that_it_went_in_with)
{
	add_dated(&whole, "old", NULL, "heron");
	ck_assert(store_flush(whole.store, NULL));
	guint64 seen = revision_now();
	ck_assert_uint_eq(revision_of("old"), seen);
	add_dated(&whole, "new", NULL, "heron");
	ck_assert(store_flush(whole.store, NULL));
	ck_assert_uint_gt(revision_of("new"), seen);
	ck_assert_uint_eq(revision_of("old"), seen);
	ck_assert_uint_eq(revision_now(), revision_of("new"));
}
END_TEST

START_TEST(a_revision_that_is_put_is_kept)
{
	add_dated(&whole, "paper", NULL, "heron");
	ck_assert(store_flush(whole.store, NULL));
	guint64 first = revision_of("paper");
	struct store_file file = {0};
	ck_assert(store_file_get(&file, whole.store, "paper", NULL));
	ck_assert(store_begin(whole.store, NULL) && store_file_put(whole.store, &file, NULL) &&
		  store_commit(whole.store, NULL) && store_flush(whole.store, NULL));
	store_file_clear(&file);
	ck_assert_uint_eq(revision_of("paper"), first);
	ck_assert_uint_gt(revision_now(), first);
}
END_TEST

START_TEST(what_is_forgotten_moves_the_revision_too)
{
	add_dated(&whole, "paper", NULL, "heron");
	ck_assert(store_flush(whole.store, NULL));
	guint64 before = revision_now();
	ck_assert(store_begin(whole.store, NULL) && store_forget(whole.store, "paper", NULL) &&
		  store_commit(whole.store, NULL) && store_flush(whole.store, NULL));
	ck_assert_uint_gt(revision_now(), before);
}
END_TEST

START_TEST(a_file_too_big_for_one_batch_is_newer_than_what_was_seen_before)
{
	add_dated(&whole, "old", NULL, "heron");
	ck_assert(store_flush(whole.store, NULL));
	ck_assert(store_begin(whole.store, NULL));
	for (guint n = 1; n <= 5000; n++)
		index_fixture_put(&whole, index_fixture_record("big", n, "otter"));
	/* What others see while the file is half in. */
	struct index_fixture reader = {.stemmer = whole.stemmer};
	ck_assert(store_open(&reader.store, whole.path, STORE_READ, NULL));
	struct store_stats stats;
	ck_assert(store_stats_get(&stats, reader.store, NULL));
	g_free(stats.uuid);
	ck_assert_uint_eq(index_fixture_count(&reader, index_fixture_words(&reader, "otter")), 0);
	store_close(reader.store);
	struct store_file file = {.path = (char *)"big", .records = 5000, .searchable = 5000};
	ck_assert(store_file_put(whole.store, &file, NULL) && store_commit(whole.store, NULL));
	ck_assert(store_flush(whole.store, NULL));
	ck_assert_uint_gt(revision_of("big"), stats.revision);
}
END_TEST

START_TEST(folders_are_remembered_once_and_in_order)
{
	static const char *const folders[] = {"/b", "/a", "/b"};
	for (size_t n = 0; n < G_N_ELEMENTS(folders); n++)
		ck_assert(store_begin(whole.store, NULL) && store_folder_put(whole.store, folders[n], NULL) &&
			  store_commit(whole.store, NULL));
	g_autoptr(GPtrArray) list = NULL;
	ck_assert(store_folder_list(&list, whole.store, NULL));
	ck_assert_uint_eq(list->len, 2);
	ck_assert_str_eq((char *)list->pdata[0], "/a");
	ck_assert_str_eq((char *)list->pdata[1], "/b");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store places");
	TCase *tcase = tcase_create("store places");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, several_indexes_give_the_hits_scores_and_order_of_one);
	tcase_add_test(tcase, terms_counts_and_files_are_those_of_all);
	tcase_add_test(tcase, the_one_that_cannot_be_opened_is_named);
	tcase_add_test(tcase, the_one_that_is_damaged_is_named);
	tcase_add_test(tcase, a_file_knows_the_revision_that_it_went_in_with);
	tcase_add_test(tcase, a_revision_that_is_put_is_kept);
	tcase_add_test(tcase, what_is_forgotten_moves_the_revision_too);
	tcase_add_test(tcase, a_file_too_big_for_one_batch_is_newer_than_what_was_seen_before);
	tcase_add_test(tcase, folders_are_remembered_once_and_in_order);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
