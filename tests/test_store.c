/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "index_fixture.h"

static struct index_fixture fixture;

static void setup(void)
{
	index_fixture_init(&fixture);
}

static void teardown(void)
{
	index_fixture_clear(&fixture);
}

static void assert_found(struct store_query *query, enum store_sort sort, const char *want)
{
	g_autofree char *found = index_fixture_find(&fixture, query, sort);
	ck_assert_str_eq(found, want);
}

static struct store_query *words(const char *text)
{
	return index_fixture_words(&fixture, text);
}

static void begin(void)
{
	ck_assert(store_begin(fixture.store, NULL));
}

static void commit(void)
{
	ck_assert(store_commit(fixture.store, NULL));
}

static void assert_fault(GError *error, enum fault_code code, const char *words_of_it)
{
	ck_assert_msg(g_error_matches(error, FAULT, code), "%s", error ? error->message : "no error");
	ck_assert_msg(strstr(error->message, words_of_it), "%s", error->message);
	g_error_free(error);
}

START_TEST(a_record_comes_back_whole)
{
	struct record *record = index_fixture_record("a.txt", 7, "\u201CStaying Put\u201D was discussed.");
	record->date = g_strdup("2016-05-26");
	record->page = 3;
	record->kind = KIND_RESOLUTION;
	record_add_speaker(record, "Mrs Dale", SPEAKER_DIRECT);
	g_autofree char *before = record_print(record);
	begin();
	index_fixture_put(&fixture, record);
	commit();
	index_fixture_reopen(&fixture, STORE_READ);
	g_autoptr(GArray) hits = NULL;
	struct store_query *query = words("put staying");
	ck_assert(store_search(&hits, fixture.store, query, SORT_RELEVANCE, NULL));
	store_query_free(query);
	ck_assert_uint_eq(hits->len, 1);
	struct record fetched;
	record_init(&fetched);
	ck_assert(store_fetch(&fetched, fixture.store, g_array_index(hits, struct store_hit, 0).docid, NULL));
	g_autofree char *after = record_print(&fetched);
	ck_assert_str_eq(after, before);
	record_clear(&fetched);
}
END_TEST

START_TEST(a_second_put_replaces_the_record_of_its_path)
{
	index_fixture_add_paper(&fixture, "a", 2, "old");
	index_fixture_add_paper(&fixture, "b", 2, "old");
	index_fixture_add_paper(&fixture, "a", 1, "new");
	assert_found(words("old"), SORT_DOCUMENT, "a#2 b#1 b#2");
	assert_found(words("new"), SORT_DOCUMENT, "a#1");
}
END_TEST

START_TEST(forgetting_takes_one_file_and_no_other)
{
	index_fixture_add_paper(&fixture, "a", 3, "word");
	index_fixture_add_paper(&fixture, "a b", 3, "word");
	struct store_file entry = {.path = (char *)"a", .status = STATUS_INDEXED, .records = 3};
	begin();
	ck_assert(store_file_put(fixture.store, &entry, NULL));
	commit();
	begin();
	ck_assert(store_forget(fixture.store, "a", NULL));
	ck_assert(store_forget(fixture.store, "never there", NULL));
	commit();
	assert_found(store_query_new(STORE_ALL), SORT_DOCUMENT, "a b#1 a b#2 a b#3");
	struct store_file gone = {0};
	g_autoptr(GError) error = NULL;
	ck_assert(!store_file_get(&gone, fixture.store, "a", &error));
	ck_assert_ptr_null(error);
}
END_TEST

START_TEST(cancel_leaves_what_stood_before_even_unflushed)
{
	index_fixture_add_paper(&fixture, "a", 2, "first");
	begin();
	ck_assert(store_forget(fixture.store, "a", NULL));
	index_fixture_put(&fixture, index_fixture_record("a", 1, "second"));
	store_cancel(fixture.store);
	assert_found(store_query_new(STORE_ALL), SORT_DOCUMENT, "a#1 a#2");
	assert_found(words("second"), SORT_DOCUMENT, "");
	index_fixture_add_paper(&fixture, "b", 1, "third");
	index_fixture_reopen(&fixture, STORE_READ);
	assert_found(store_query_new(STORE_ALL), SORT_DOCUMENT, "a#1 a#2 b#1");
}
END_TEST

START_TEST(cancel_of_a_long_paper_leaves_what_stood_before)
{
	index_fixture_add_paper(&fixture, "a", 2, "first");
	begin();
	ck_assert(store_forget(fixture.store, "a", NULL));
	for (guint i = 1; i <= 2100; i++)
		index_fixture_put(&fixture, index_fixture_record("long", i, "second"));
	store_cancel(fixture.store);
	assert_found(store_query_new(STORE_ALL), SORT_DOCUMENT, "a#1 a#2");
	index_fixture_add_paper(&fixture, "long", 2100, "third");
	ck_assert_uint_eq(index_fixture_count(&fixture, words("third")), 2100);
	index_fixture_reopen(&fixture, STORE_READ);
	ck_assert_uint_eq(index_fixture_count(&fixture, store_query_new(STORE_ALL)), 2102);
}
END_TEST

START_TEST(closing_keeps_what_was_committed_and_drops_what_was_not)
{
	index_fixture_add_paper(&fixture, "a", 1, "kept");
	begin();
	index_fixture_put(&fixture, index_fixture_record("b", 1, "dropped"));
	index_fixture_reopen(&fixture, STORE_READ);
	assert_found(store_query_new(STORE_ALL), SORT_DOCUMENT, "a#1");
}
END_TEST

START_TEST(nothing_changes_outside_a_transaction)
{
	GError *error = NULL;
	struct record *record = index_fixture_record("a", 1, "x");
	ck_assert(!store_put(fixture.store, record, fixture.stemmer, &error));
	record_free(record);
	assert_fault(error, FAULT_SYSTEM, "outside a transaction");
	ck_assert(!store_commit(fixture.store, NULL));
	begin();
	ck_assert(!store_begin(fixture.store, NULL));
}
END_TEST

START_TEST(a_record_without_an_id_is_refused)
{
	GError *error = NULL;
	struct record *record = record_new();
	record->path = g_strdup("a");
	begin();
	ck_assert(!store_put(fixture.store, record, fixture.stemmer, &error));
	record_free(record);
	assert_fault(error, FAULT_SYSTEM, "without an id");
}
END_TEST

START_TEST(the_ledger_keeps_all_it_is_told)
{
	struct store_file entries[] = {
		{.path = (char *)"b\xE9.txt", .status = STATUS_UNREADABLE, .reason = (char *)"a picture", .mtime = -5},
		{.path = (char *)"a.txt",
		 .sha256 = (char *)"00ff",
		 .size = G_MAXINT64,
		 .mtime = 1463212800000000,
		 .status = STATUS_INDEXED,
		 .context = (char *)"abc",
		 .records = 12,
		 .searchable = 10,
		 .first_date = (char *)"2016-05-26",
		 .last_date = (char *)"2016-07-20"},
	};
	begin();
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
		ck_assert(store_file_put(fixture.store, &entries[i], NULL));
	commit();
	index_fixture_reopen(&fixture, STORE_READ);
	g_autoptr(GPtrArray) files = NULL;
	ck_assert(store_file_list(&files, fixture.store, NULL));
	ck_assert_uint_eq(files->len, 2);
	const struct store_file *first = g_ptr_array_index(files, 0);
	ck_assert_str_eq(first->path, "a.txt");
	ck_assert_str_eq(first->sha256, "00ff");
	ck_assert_str_eq(first->context, "abc");
	ck_assert_int_eq(first->size, G_MAXINT64);
	ck_assert_int_eq(first->mtime, 1463212800000000);
	ck_assert_uint_eq(first->records, 12);
	ck_assert_uint_eq(first->searchable, 10);
	ck_assert_str_eq(first->first_date, "2016-05-26");
	ck_assert_str_eq(first->last_date, "2016-07-20");
	struct store_file second = {0};
	ck_assert(store_file_get(&second, fixture.store, "b\xE9.txt", NULL));
	ck_assert_str_eq(second.path, "b\xE9.txt");
	ck_assert_int_eq(second.status, STATUS_UNREADABLE);
	ck_assert_str_eq(second.reason, "a picture");
	ck_assert_ptr_null(second.sha256);
	ck_assert_int_eq(second.mtime, -5);
	store_file_clear(&second);
	struct store_stats stats;
	ck_assert(store_stats_get(&stats, fixture.store, NULL));
	ck_assert_uint_eq(stats.files, 2);
	g_free(stats.uuid);
}
END_TEST

START_TEST(a_file_that_is_gone_is_remembered_until_it_is_back)
{
	struct store_file entry = {.path = (char *)"/papers/a.txt", .status = STATUS_EMPTY};
	g_autoptr(GPtrArray) gone = NULL, back = NULL;
	ck_assert(store_begin(fixture.store, NULL));
	ck_assert(store_gone_put(fixture.store, "/papers/b.txt", NULL));
	ck_assert(store_gone_put(fixture.store, "/papers/a.txt", NULL));
	ck_assert(store_commit(fixture.store, NULL));
	ck_assert(store_gone_list(&gone, fixture.store, NULL));
	ck_assert_uint_eq(gone->len, 2);
	ck_assert_str_eq(g_ptr_array_index(gone, 0), "/papers/a.txt");
	ck_assert(store_begin(fixture.store, NULL));
	ck_assert(store_file_put(fixture.store, &entry, NULL));
	ck_assert(store_commit(fixture.store, NULL));
	ck_assert(store_gone_list(&back, fixture.store, NULL));
	ck_assert_uint_eq(back->len, 1);
	ck_assert_str_eq(g_ptr_array_index(back, 0), "/papers/b.txt");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("store");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, a_record_comes_back_whole);
	tcase_add_test(tcase, a_second_put_replaces_the_record_of_its_path);
	tcase_add_test(tcase, forgetting_takes_one_file_and_no_other);
	tcase_add_test(tcase, cancel_leaves_what_stood_before_even_unflushed);
	tcase_add_test(tcase, cancel_of_a_long_paper_leaves_what_stood_before);
	tcase_add_test(tcase, closing_keeps_what_was_committed_and_drops_what_was_not);
	tcase_add_test(tcase, nothing_changes_outside_a_transaction);
	tcase_add_test(tcase, a_record_without_an_id_is_refused);
	tcase_add_test(tcase, the_ledger_keeps_all_it_is_told);
	tcase_add_test(tcase, a_file_that_is_gone_is_remembered_until_it_is_back);
	Suite *suite = suite_create("store");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
