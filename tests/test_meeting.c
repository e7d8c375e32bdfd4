/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "parse_fixture.h"

static struct paper paper;

static void tear_down(void)
{
	paper_clear(&paper);
}

static void parse_named(const char *text, const char *name)
{
	fixture_paper(&paper, span_of(text), name);
}

static void parse(const char *text)
{
	parse_named(text, "paper.txt");
}

static void expect_date(const struct record *record, const char *date, enum record_basis basis)
{
	ck_assert_msg(g_strcmp0(record->date, date) == 0, "'%s' has date %s", record->text,
		      record->date ? record->date : "null");
	ck_assert_int_eq(record->date_basis, basis);
}

#define HEAD "HARBOUR COUNTY COUNCIL\n\nSCHOOLS FORUM\n\n"
#define OPENING "MINUTES of a meeting of the Schools Forum held in Saltmouth on Friday, 7 June 2019.\n\n"
#define ROLL "PRESENT: Mr B Anstey (Chairman) and Mrs W Crake.\n\n"

START_TEST(minutes_have_the_date_they_were_held_on)
{
	parse(HEAD OPENING ROLL "1. Funding\n(Item 2)\n\nMrs Crake spoke.\n");
	for (guint i = 0; i < paper.records->len; i++)
		expect_date(fixture_record(&paper, i), "2019-06-07", BASIS_STATED);
}
END_TEST

START_TEST(the_date_of_the_minutes_approved_is_not_the_meetings)
{
	parse(HEAD OPENING ROLL "1. Minutes of the meeting held on 1 March 2019\n(Item 2)\n\n"
				"RESOLVED that the minutes of the meeting held on 1 March 2019 be signed.\n");
	expect_date(fixture_find(&paper, "RESOLVED"), "2019-06-07", BASIS_STATED);
}
END_TEST

START_TEST(dates_of_other_things_are_not_the_meetings)
{
	parse(HEAD "Agenda published on 30 May 2019\n\n" OPENING ROLL
		   "1. Next meeting\n(Item 9)\n\nThe next meeting is on 6 December 2019.\n");
	expect_date(fixture_record(&paper, 0), "2019-06-07", BASIS_STATED);
}
END_TEST

START_TEST(reprinted_minutes_keep_their_own_date)
{
	parse("AGENDA\n\nSCHOOLS FORUM\n\nFriday, 20 September 2019\n\nA1 Minutes of the meeting held on 7 June "
	      "2019\n\n"
	      "B1 Small Schools\n\nAgenda Item A1\n\n" HEAD OPENING ROLL
	      "1. Funding\n(Item 2)\n\nMrs Crake spoke of the formula.\n\n"
	      "Agenda Item B1\n\nBy: Mr B Anstey, Head of Schools\n\nTo: Schools Forum\n\nSubject: Small Schools\n\n"
	      "Classification: Unrestricted\n\n1. Introduction\n\n1.1 There are thirty-one small schools.\n");
	expect_date(fixture_find(&paper, "Mrs Crake spoke"), "2019-06-07", BASIS_STATED);
	expect_date(fixture_find(&paper, "There are thirty-one"), "2019-09-20", BASIS_STATED);
	expect_date(fixture_find(&paper, "B1 Small Schools"), "2019-09-20", BASIS_STATED);
}
END_TEST

START_TEST(a_report_has_the_date_of_the_meeting_it_goes_to)
{
	parse("By: Mr B Anstey\n\nTo: Schools Forum - 20 September 2019\n\nSubject: Small Schools\n\nDate: 2 September "
	      "2019\n\n"
	      "Classification: Unrestricted\n\n1. Introduction\n\n1.1 There are thirty-one small schools.\n");
	expect_date(fixture_find(&paper, "There are"), "2019-09-20", BASIS_STATED);
}
END_TEST

START_TEST(a_files_name_dates_what_does_not_date_itself)
{
	parse_named("Task\tState\nWrite the guide\tDone\n", "tasks-2019-06-07.txt");
	expect_date(fixture_record(&paper, 0), "2019-06-07", BASIS_FILENAME);
	tear_down();
	parse_named(HEAD OPENING ROLL, "minutes-2018-01-01.txt");
	expect_date(fixture_record(&paper, 0), "2019-06-07", BASIS_STATED);
}
END_TEST

START_TEST(what_nobody_dates_is_undated)
{
	parse("Task\tState\nWrite the guide\tDone\n");
	expect_date(fixture_record(&paper, 0), NULL, BASIS_NONE);
}
END_TEST

START_TEST(council_body_and_classification_are_read)
{
	parse(HEAD OPENING ROLL "1. Funding\n(Item 2)\n\nMrs Crake spoke.\n");
	ck_assert_str_eq(fixture_record(&paper, 0)->council, "Harbour County Council");
	ck_assert_str_eq(fixture_record(&paper, 0)->body, "Schools Forum");
	ck_assert_ptr_null(fixture_record(&paper, 0)->classification);
	tear_down();
	parse("By: Mr B Anstey\n\nTo: Schools Forum - 20 September 2019\n\nSubject: Small Schools\n\nClassification: "
	      "Exempt\n\n1. Introduction\n\n1.1 Text.\n");
	ck_assert_str_eq(fixture_record(&paper, 0)->body, "Schools Forum");
	ck_assert_str_eq(fixture_record(&paper, 0)->classification, "Exempt");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("meeting");
	TCase *tcase = tcase_create("meeting");
	tcase_add_checked_fixture(tcase, NULL, tear_down);
	tcase_add_test(tcase, minutes_have_the_date_they_were_held_on);
	tcase_add_test(tcase, the_date_of_the_minutes_approved_is_not_the_meetings);
	tcase_add_test(tcase, dates_of_other_things_are_not_the_meetings);
	tcase_add_test(tcase, reprinted_minutes_keep_their_own_date);
	tcase_add_test(tcase, a_report_has_the_date_of_the_meeting_it_goes_to);
	tcase_add_test(tcase, a_files_name_dates_what_does_not_date_itself);
	tcase_add_test(tcase, what_nobody_dates_is_undated);
	tcase_add_test(tcase, council_body_and_classification_are_read);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
