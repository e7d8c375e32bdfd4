/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Looking over an index: what is sound is called so, and what is not is found and named. */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "foreign_index.h"
#include "index_fixture.h"

static struct index_fixture fixture;
static struct store_check found;

/* What the index holds of one paper, with an abbreviation, furniture and a date. */
static void add_paper(const char *path, guint count)
{
	struct store_file entry = {
		.path = (char *)path,
		.sha256 = (char *)"0123456789abcdef",
		.status = STATUS_INDEXED,
		.records = count,
		.searchable = count - 1,
		.first_date = (char *)"2016-05-26",
		.last_date = (char *)"2016-05-26",
	};
	ck_assert(store_begin(fixture.store, NULL));
	ck_assert(store_forget(fixture.store, path, NULL));
	for (guint i = 1; i <= count; i++) {
		struct record *record = index_fixture_record(path, i, "The steady ferry (SF) sails.");
		record->kind = i == count ? KIND_FURNITURE : KIND_PARAGRAPH;
		record->date = i == 1 ? g_strdup("2016-05-26") : NULL;
		record->title = g_strdup("Ferry dues");
		record_add_speaker(record, "Mr B Nance", SPEAKER_DIRECT);
		index_fixture_put(&fixture, record);
	}
	ck_assert(store_brief_put(fixture.store, path, span_of("SF"), span_of("steady ferry"), NULL));
	ck_assert(store_file_put(fixture.store, &entry, NULL));
	ck_assert(store_commit(fixture.store, NULL));
}

static void setup(void)
{
	index_fixture_init(&fixture);
	add_paper("/papers/a.txt", 5);
	add_paper("/papers/b.txt", 30);
	index_fixture_reopen(&fixture, STORE_READ);
}

static void teardown(void)
{
	store_check_clear(&found);
	index_fixture_clear(&fixture);
}

static void look(void)
{
	GError *error = NULL;
	bool is_checked = store_check_run(&found, fixture.path, &error);
	ck_assert_msg(is_checked, "%s", error ? error->message : "");
	ck_assert((found.found == 0) == (found.faults->len == 0));
}

static void assert_told(const char *words_of_it)
{
	for (guint i = 0; i < found.faults->len; i++)
		if (strstr(g_ptr_array_index(found.faults, i), words_of_it))
			return;
	ck_abort_msg("not told: %s; first: %s", words_of_it,
		     found.faults->len ? (char *)g_ptr_array_index(found.faults, 0) : "nothing");
}

START_TEST(what_our_own_hand_made_is_sound)
{
	look();
	ck_assert_msg(found.found == 0, "%s", (char *)(found.faults->len ? found.faults->pdata[0] : ""));
	ck_assert_uint_eq(found.files, 2);
	ck_assert_uint_eq(found.records, 35);
	ck_assert_uint_gt(found.terms, 10);
}
END_TEST

START_TEST(it_stays_sound_when_papers_change_and_go)
{
	index_fixture_reopen(&fixture, STORE_WRITE);
	add_paper("/papers/b.txt", 3);
	ck_assert(store_begin(fixture.store, NULL));
	ck_assert(store_forget(fixture.store, "/papers/a.txt", NULL));
	ck_assert(store_commit(fixture.store, NULL));
	index_fixture_reopen(&fixture, STORE_READ);
	look();
	ck_assert_msg(found.found == 0, "%s", (char *)(found.faults->len ? found.faults->pdata[0] : ""));
	ck_assert_uint_eq(found.records, 3);
}
END_TEST

static const struct {
	enum foreign_damage damage;
	const char *term, *told;
} damages[] = {
	{FOREIGN_LOSE_TERM, "Zsteadi", "/papers/a.txt: 0123456789ab#1: lacks the term Zsteadi"},
	{FOREIGN_LOSE_TERM, "Anance", "/papers/a.txt: 0123456789ab#1: lacks the term Anance"},
	{FOREIGN_LOSE_TERM, "XWORDferry", "/papers/a.txt: the list of its words: lacks the term XWORDferry"},
	{FOREIGN_ADD_TERM, "Zsteadi", "0123456789ab#1: its text does not make the term Zforeign"},
	{FOREIGN_LOSE_VALUE, "Zsteadi", "a record is missing"},
	{FOREIGN_LOSE_RECORD, "Zsteadi", "has 4 records, 3 of them to be found, and the ledger says 5 and 4"},
	{FOREIGN_LOSE_RECORD, "XLEXICON", "/papers/a.txt: has 0 lists of its words, not 1"},
	{FOREIGN_CHANGE_DATA, "XLEXICON", "/papers/a.txt: the list of its words names another file"},
	{FOREIGN_DOUBLE, "Zsteadi", "/papers/a.txt: 0123456789ab#1: a number too many"},
	{FOREIGN_CHANGE_TEXT, "Zsteadi", "stored records: not as they were written"},
	{FOREIGN_SPOIL_TEXT, "Zsteadi", "stored records: not as they were written"},
	{FOREIGN_LOSE_ENTRIES, "Zsteadi", "a record that belongs to no file of the ledger"},
	{FOREIGN_MOVE_ENTRIES, "Zsteadi", "/papers/a.txt: its entry in the ledger stands in another's place"},
};

START_TEST(what_a_strange_hand_changed_is_named)
{
	foreign_index_damage(fixture.path, damages[_i].damage, damages[_i].term);
	look();
	assert_told(damages[_i].told);
}
END_TEST

START_TEST(the_first_faults_are_told_and_all_are_counted)
{
	foreign_index_damage(fixture.path, FOREIGN_LOSE_ENTRIES, "Zsteadi");
	look();
	ck_assert_uint_gt(found.found, 50);
	ck_assert_uint_eq(found.faults->len, 50);
}
END_TEST

START_TEST(an_index_that_is_being_written_is_not_judged)
{
	GError *error = NULL;
	index_fixture_reopen(&fixture, STORE_WRITE);
	ck_assert(!store_check_run(&found, fixture.path, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_LOCKED));
	g_error_free(error);
}
END_TEST

START_TEST(a_missing_index_is_no_sound_one)
{
	GError *error = NULL;
	ck_assert(!store_check_run(&found, "/nonexistent", &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INDEX));
	g_error_free(error);
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("store_check");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, what_our_own_hand_made_is_sound);
	tcase_add_test(tcase, it_stays_sound_when_papers_change_and_go);
	tcase_add_loop_test(tcase, what_a_strange_hand_changed_is_named, 0, (int)G_N_ELEMENTS(damages));
	tcase_add_test(tcase, the_first_faults_are_told_and_all_are_counted);
	tcase_add_test(tcase, an_index_that_is_being_written_is_not_judged);
	tcase_add_test(tcase, a_missing_index_is_no_sound_one);
	Suite *suite = suite_create("store_check");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
