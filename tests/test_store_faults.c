/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index when things go wrong: places that are none, other versions, other writers, a full disk, damage. */
#include <check.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "fault.h"
#include "fields.h"
#include "foreign_index.h"
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

static void assert_fault(GError *error, enum fault_code code, const char *words_of_it)
{
	ck_assert_msg(g_error_matches(error, FAULT, code), "%s", error ? error->message : "no error");
	ck_assert_msg(strstr(error->message, words_of_it), "%s", error->message);
	g_error_free(error);
}

/* What opening this path says. */
static void assert_refused(const char *path, enum store_mode mode, enum fault_code code, const char *words_of_it)
{
	GError *error = NULL;
	struct store *store = NULL;
	ck_assert(!store_open(&store, path, mode, &error));
	ck_assert_ptr_null(store);
	assert_fault(error, code, words_of_it);
}

static char *inside(const char *name)
{
	return g_build_filename(fixture.folder, name, NULL);
}

START_TEST(a_place_without_an_index_is_named_as_what_it_is)
{
	g_autofree char *missing = inside("missing");
	g_autofree char *file = inside("file");
	g_autofree char *beyond = inside("file/index");
	g_autofree char *other = inside("other");
	g_autofree char *letter = inside("other/letter.txt");
	ck_assert(g_file_set_contents(file, "text", -1, NULL));
	ck_assert_int_eq(g_mkdir(other, 0777), 0);
	assert_refused(missing, STORE_READ, FAULT_INDEX, "not there; make it with minutes-index");
	assert_refused(file, STORE_READ, FAULT_INDEX, "a file");
	assert_refused(file, STORE_WRITE, FAULT_INDEX, "a file");
	assert_refused(beyond, STORE_READ, FAULT_INDEX, "not there");
	assert_refused(other, STORE_READ, FAULT_INDEX, "a folder without an index");
	ck_assert(g_file_set_contents(letter, "text", -1, NULL));
	assert_refused(other, STORE_WRITE, FAULT_INDEX, "a folder of other things");
	ck_assert(!g_file_test(missing, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(an_empty_folder_becomes_an_index)
{
	g_autofree char *empty = inside("empty");
	struct store *store = NULL;
	ck_assert_int_eq(g_mkdir(empty, 0777), 0);
	ck_assert(store_open(&store, empty, STORE_WRITE, NULL));
	store_close(store);
	ck_assert(store_open(&store, empty, STORE_READ, NULL));
	store_close(store);
}
END_TEST

START_TEST(what_a_start_cut_short_left_behind_becomes_an_index)
{
	g_autofree char *cut = inside("cut");
	ck_assert_int_eq(g_mkdir(cut, 0777), 0);
	static const char *const names[] = {"cut/begun", "cut/flintlock", "cut/iamglass", "cut/termlist.glass",
					    "cut/v.tmp"};
	for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
		g_autofree char *path = inside(names[n]);
		ck_assert(g_file_set_contents(path, "", 0, NULL));
	}
	struct store *store = NULL;
	assert_refused(cut, STORE_READ, FAULT_INDEX, "cut short; run minutes-index");
	ck_assert(store_open(&store, cut, STORE_WRITE, NULL));
	store_close(store);
	g_autofree char *mark = inside("cut/begun");
	ck_assert(!g_file_test(mark, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(an_index_of_another_version_says_rebuild)
{
	g_autofree char *newer = inside("newer");
	g_autofree char *foreign = inside("foreign");
	foreign_index_make(newer, "99");
	foreign_index_make(foreign, NULL);
	assert_refused(newer, STORE_READ, FAULT_INDEX,
		       "was made by another version (schema 99, this program reads 8); rebuild it with minutes-index");
	assert_refused(newer, STORE_WRITE, FAULT_INDEX, "another version");
	assert_refused(foreign, STORE_READ, FAULT_INDEX, "not made by minutes-index");
	assert_refused(foreign, STORE_WRITE, FAULT_INDEX, "not made by minutes-index");
}
END_TEST

START_TEST(a_second_writer_is_told_that_the_index_is_locked)
{
	assert_refused(fixture.path, STORE_WRITE, FAULT_LOCKED, "locked; is minutes-index running?");
	index_fixture_reopen(&fixture, STORE_WRITE);
}
END_TEST

START_TEST(readers_read_while_another_writes)
{
	index_fixture_add_paper(&fixture, "a", 50, "steady");
	ck_assert(store_flush(fixture.store, NULL));
	struct index_fixture reader = fixture;
	ck_assert(store_open(&reader.store, fixture.path, STORE_READ, NULL));
	for (guint round = 0; round < 12; round++) {
		g_autofree char *path = g_strdup_printf("b%u", round);
		index_fixture_add_paper(&fixture, path, 300, "steady growth");
		ck_assert(store_flush(fixture.store, NULL));
		guint found = index_fixture_count(&reader, index_fixture_words(&reader, "steady"));
		ck_assert_uint_eq((found - 50) % 300, 0);
	}
	ck_assert(store_refresh(reader.store, NULL));
	ck_assert_uint_eq(index_fixture_count(&reader, index_fixture_words(&reader, "steady")), 50 + 12 * 300);
	store_close(reader.store);
}
END_TEST

START_TEST(an_overtaken_reader_never_mixes_revisions)
{
	index_fixture_add_paper(&fixture, "a", 400, "steady");
	ck_assert(store_flush(fixture.store, NULL));
	struct index_fixture reader = fixture;
	ck_assert(store_open(&reader.store, fixture.path, STORE_READ, NULL));
	struct store_query *query = index_fixture_words(&reader, "steady");
	g_autoptr(GArray) hits = NULL;
	ck_assert(store_search(&hits, reader.store, query, SORT_DOCUMENT, NULL));
	for (guint round = 0; round < 4; round++) {
		index_fixture_add_paper(&fixture, "a", 400, round % 2 ? "steady" : "changed");
		ck_assert(store_flush(fixture.store, NULL));
	}
	guint fetched = 0;
	GError *error = NULL;
	struct record record;
	record_init(&record);
	while (fetched < hits->len &&
	       store_fetch(&record, reader.store, g_array_index(hits, struct store_hit, fetched).docid, &error)) {
		ck_assert_str_eq(record.text, "steady");
		fetched++;
	}
	record_clear(&record);
	ck_assert_uint_lt(fetched, hits->len);
	assert_fault(error, FAULT_LOCKED, "changed while it was read");
	g_autoptr(GArray) again = NULL;
	ck_assert(store_search(&again, reader.store, query, SORT_DOCUMENT, NULL));
	ck_assert_uint_eq(again->len, 400);
	store_query_free(query);
	store_close(reader.store);
}
END_TEST

START_TEST(a_full_disk_is_the_machines_fault_and_leaves_the_last_flush)
{
	index_fixture_add_paper(&fixture, "a", 10, "before");
	ck_assert(store_flush(fixture.store, NULL));
	ck_assert(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
	struct rlimit limit;
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
	struct rlimit tight = {200000, limit.rlim_max};
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &tight), 0);
	GError *error = NULL;
	bool good = store_begin(fixture.store, &error);
	for (guint i = 1; good && i <= 5000; i++) {
		g_autofree char *text = g_strdup_printf("word%u more words of paragraph %u", i, i);
		struct record *record = index_fixture_record("big", i, text);
		good = store_put(fixture.store, record, fixture.stemmer, &error);
		record_free(record);
	}
	good = good && store_commit(fixture.store, &error) && store_flush(fixture.store, &error);
	ck_assert(!good);
	store_cancel(fixture.store);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_fault(error, FAULT_SYSTEM, "index ");
	index_fixture_reopen(&fixture, STORE_WRITE);
	ck_assert_uint_eq(index_fixture_count(&fixture, store_query_new(STORE_ALL)), 10);
	index_fixture_add_paper(&fixture, "big", 10, "after");
	ck_assert_uint_eq(index_fixture_count(&fixture, store_query_new(STORE_ALL)), 20);
}
END_TEST

/* Overwrites a file of the index from the middle on. */
static void damage(const char *name)
{
	g_autofree char *path = g_build_filename(fixture.path, name, NULL);
	g_autofree char *bytes = NULL;
	gsize len;
	ck_assert(g_file_get_contents(path, &bytes, &len, NULL));
	memset(bytes + len / 8, 0x5A, len - len / 8);
	FILE *file = g_fopen(path, "wb");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

START_TEST(a_damaged_index_is_never_nothing_found)
{
	static const char *const names[] = {"iamglass", "postlist.glass"};
	index_fixture_add_paper(&fixture, "a", 3000, "steady words of many paragraphs");
	index_fixture_reopen(&fixture, STORE_READ);
	damage(names[_i]);
	GError *error = NULL;
	struct store *store = NULL;
	GArray *hits = NULL;
	struct store_query *query = index_fixture_words(&fixture, "steady");
	bool is_answered = store_open(&store, fixture.path, STORE_READ, &error) &&
			   store_search(&hits, store, query, SORT_DOCUMENT, &error);
	store_query_free(query);
	store_close(store);
	ck_assert(!is_answered);
	assert_fault(error, FAULT_INDEX, "rebuild it with minutes-index");
}
END_TEST

START_TEST(a_file_whose_lexicon_is_changed_is_never_nothing_found)
{
	index_fixture_add_paper(&fixture, "a", 2, "steady words");
	index_fixture_reopen(&fixture, STORE_READ);
	foreign_index_damage(fixture.path, FOREIGN_CHANGE_DATA, "XLEXICON");
	index_fixture_reopen(&fixture, STORE_READ);
	g_autoptr(GPtrArray) terms = NULL;
	g_autofree char *term = field_term(field_find(span_of("file")), span_of("a"));
	GError *error = NULL;
	ck_assert(!store_file_terms(&terms, fixture.store, term, &error));
	assert_fault(error, FAULT_INDEX, "rebuild it with minutes-index");
}
END_TEST

START_TEST(a_changed_record_is_never_shown)
{
	index_fixture_add_paper(&fixture, "a", 2, "steady words");
	index_fixture_reopen(&fixture, STORE_READ);
	foreign_index_damage(fixture.path, FOREIGN_CHANGE_TEXT, "Zsteadi");
	index_fixture_reopen(&fixture, STORE_READ);
	g_autoptr(GArray) hits = NULL;
	struct store_query *query = index_fixture_words(&fixture, "steady");
	ck_assert(store_search(&hits, fixture.store, query, SORT_DOCUMENT, NULL));
	store_query_free(query);
	ck_assert_uint_eq(hits->len, 2);
	GError *error = NULL;
	struct record record;
	record_init(&record);
	ck_assert(!store_fetch(&record, fixture.store, g_array_index(hits, struct store_hit, 0).docid, &error));
	record_clear(&record);
	assert_fault(error, FAULT_INDEX, "stored records: not as they were written");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("store_faults");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, a_place_without_an_index_is_named_as_what_it_is);
	tcase_add_test(tcase, an_empty_folder_becomes_an_index);
	tcase_add_test(tcase, what_a_start_cut_short_left_behind_becomes_an_index);
	tcase_add_test(tcase, an_index_of_another_version_says_rebuild);
	tcase_add_test(tcase, a_second_writer_is_told_that_the_index_is_locked);
	tcase_add_test(tcase, readers_read_while_another_writes);
	tcase_add_test(tcase, an_overtaken_reader_never_mixes_revisions);
	tcase_add_test(tcase, a_full_disk_is_the_machines_fault_and_leaves_the_last_flush);
	tcase_add_loop_test(tcase, a_damaged_index_is_never_nothing_found, 0, 2);
	tcase_add_test(tcase, a_changed_record_is_never_shown);
	tcase_add_test(tcase, a_file_whose_lexicon_is_changed_is_never_nothing_found);
	Suite *suite = suite_create("store_faults");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
