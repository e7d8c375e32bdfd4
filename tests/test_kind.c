/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "decision.h"
#include "kind.h"

static void expect(bool (*is_kind)(const char *), const char *const *texts, bool want)
{
	for (int i = 0; texts[i]; i++)
		ck_assert_msg(is_kind(texts[i]) == want, "'%s'", texts[i]);
}

START_TEST(printed_blocks_of_who_was_there_are_attendance)
{
	static const char *const yes[] = {"PRESENT: Mrs J Ferriday and Mr T Oakhanger",
					  "Present: Cllr Birdwood",
					  "ALSO PRESENT: Mr K Fuge",
					  "IN ATTENDANCE: Ms R Tamblyn",
					  "In attendance: the Clerk",
					  "Ms Wadge was in attendance for this item",
					  "Membership",
					  NULL};
	static const char *const no[] = {"The present owner of the pier", "Presentation on the pier",
					 "He was in attendance throughout.", NULL};
	expect(kind_is_attendance, yes, true);
	expect(kind_is_attendance, no, false);
}
END_TEST

START_TEST(outcomes_of_the_deciding_body_are_resolutions)
{
	static const char *const yes[] = {"RESOLVED that the report be noted.",
					  "It was RESOLVED that the dues be left as they are.",
					  "Resolved: that the pier be closed.",
					  "It was agreed unanimously that the wall be raised.",
					  "CARRIED",
					  "Motion carried",
					  "Amendment lost",
					  "Agreed.",
					  "The minutes of the meeting held on 4 May 2019 were agreed as accurate.",
					  "For (4) Mrs S Bray, Mr P Cottle",
					  NULL};
	static const char *const no[] = {"The update was noted, with thanks.",
					 "The Chairman put the motion to the vote and the voting was as follows:",
					 "Mrs Bray and the engineer agreed to meet in May.",
					 "She was resolved to see the pier mended.",
					 "The Board was told that the ropes had been lost in the storm.",
					 NULL};
	expect(decision_is_made, yes, true);
	expect(decision_is_made, no, false);
}
END_TEST

START_TEST(a_formula_without_its_clauses_opens_resolutions)
{
	static const char *const yes[] = {"RESOLVED that:", "RESOLVED:", "It was RESOLVED that:-", NULL};
	static const char *const no[] = {"RESOLVED that the report be noted.", "The following was said:", NULL};
	expect(decision_opens_list, yes, true);
	expect(decision_opens_list, no, false);
}
END_TEST

START_TEST(lists_of_a_vote_are_told_by_their_side_and_count)
{
	static const char *const yes[] = {"For (57): Mr Averill", "Against (2)",       "Abstain (0)",
					  "Against: Mrs Gilbey",  "Abstentions: none", NULL};
	static const char *const no[] = {"For the sake of the crews", "Against the wall", "Forty: a number",
					 "For example (see below)", NULL};
	expect(decision_is_vote, yes, true);
	expect(decision_is_vote, no, false);
}
END_TEST

START_TEST(what_a_report_asks_for_is_a_recommendation)
{
	static const char *const yes[] = {"Recommendation: that the pier be closed",
					  "Recommendations:", "It is recommended that the wall be raised.", NULL};
	static const char *const no[] = {"The recommendations of last year were met.", "Recommended reading", NULL};
	expect(kind_is_recommendation, yes, true);
	expect(kind_is_recommendation, no, false);
}
END_TEST

START_TEST(reads_the_item_reference_at_a_headings_end)
{
	static const char *const texts[][3] = {{"Fares (Item B3)", "Fares ", "B3"},
					       {"Fares (Agenda Item 4)", "Fares ", "4"},
					       {"(Item 12)", "", "12"},
					       {"Fares (Item No. 7)", "Fares ", "7"}};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		size_t from = 0;
		g_autofree char *reference = NULL;
		ck_assert_msg(kind_item_reference(texts[i][0], &from, &reference), "'%s'", texts[i][0]);
		ck_assert_str_eq(reference, texts[i][2]);
		ck_assert_uint_eq(from, strlen(texts[i][1]));
	}
	static const char *const others[] = {
		"Fares", "Fares (Pages 3 - 4)", "(Item B3) was taken first", "Fares (Item)", "Item 4", "", NULL};
	for (int i = 0; others[i]; i++) {
		size_t from = 0;
		g_autofree char *reference = NULL;
		ck_assert_msg(!kind_item_reference(others[i], &from, &reference), "'%s'", others[i]);
	}
}
END_TEST

START_TEST(the_pages_of_an_agenda_are_not_in_the_title)
{
	ck_assert_uint_eq(kind_title_length("Fares (Pages 5 - 16)"), strlen("Fares"));
	ck_assert_uint_eq(kind_title_length("Fares (adult)"), strlen("Fares (adult)"));
	ck_assert_uint_eq(kind_title_length(""), 0);
}
END_TEST

START_TEST(parts_of_a_paper_are_told_by_their_headings)
{
	static const char *const yes[] = {"UNRESTRICTED ITEMS", "A. PANEL BUSINESS", "AGENDA", "EXEMPT ITEMS", NULL};
	static const char *const no[] = {"Any other business", "Agenda for change", "Fares", NULL};
	expect(kind_is_part_heading, yes, true);
	expect(kind_is_part_heading, no, false);
}
END_TEST

START_TEST(front_matter_is_no_heading)
{
	static const char *const yes[] = {"Venue: Harbour House", "Tuesday, 14 May 2019", "Time: 2.00 pm",
					  "Contact: Owen Grice", NULL};
	static const char *const no[] = {"Fares", "Ferries in winter", NULL};
	expect(kind_is_front_line, yes, true);
	expect(kind_is_front_line, no, false);
}
END_TEST

START_TEST(titles_are_short_capitalised_and_no_sentences)
{
	static const char *const yes[] = {"Fares", "The Pier and the Quay", "2019 in figures", "‘In care’", NULL};
	static const char *const no[] = {"", "the pier", "The pier is old.", "Mr A. Smith", "It is. Or is it", NULL};
	expect(kind_is_title_like, yes, true);
	expect(kind_is_title_like, no, false);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("kind");
	TCase *tcase = tcase_create("kind");
	tcase_add_test(tcase, printed_blocks_of_who_was_there_are_attendance);
	tcase_add_test(tcase, outcomes_of_the_deciding_body_are_resolutions);
	tcase_add_test(tcase, a_formula_without_its_clauses_opens_resolutions);
	tcase_add_test(tcase, lists_of_a_vote_are_told_by_their_side_and_count);
	tcase_add_test(tcase, what_a_report_asks_for_is_a_recommendation);
	tcase_add_test(tcase, reads_the_item_reference_at_a_headings_end);
	tcase_add_test(tcase, the_pages_of_an_agenda_are_not_in_the_title);
	tcase_add_test(tcase, parts_of_a_paper_are_told_by_their_headings);
	tcase_add_test(tcase, front_matter_is_no_heading);
	tcase_add_test(tcase, titles_are_short_capitalised_and_no_sentences);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
