/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "body.h"

static void expect_council(const char *text, const char *council)
{
	g_autofree char *got = body_find_council(text);
	ck_assert_msg(g_strcmp0(got, council) == 0, "'%s' names %s", text, got ? got : "none");
}

static void expect_body(const char *text, const char *council, const char *body)
{
	g_autofree char *got = body_find(text, council);
	ck_assert_msg(g_strcmp0(got, body) == 0, "'%s' names %s", text, got ? got : "none");
}

START_TEST(finds_a_council_in_its_head)
{
	expect_council("HARBOUR COUNTY COUNCIL", "Harbour County Council");
	expect_council("ISLE OF WENBURY BOROUGH COUNCIL", "Isle of Wenbury Borough Council");
	expect_council("Upper Sallow Parish Council", "Upper Sallow Parish Council");
}
END_TEST

START_TEST(finds_a_council_in_a_sentence)
{
	expect_council("MINUTES of a meeting of the Harbour County Council held in Saltmouth",
		       "Harbour County Council");
	expect_council("It was agreed with Lower Wenbury Town Council that the pier be closed.",
		       "Lower Wenbury Town Council");
}
END_TEST

START_TEST(a_council_must_have_a_name)
{
	static const char *const texts[] = {
		"the County Council", "A county council must publish its papers.", "Council", "The pier", "", NULL};
	for (int i = 0; texts[i]; i++)
		expect_council(texts[i], NULL);
}
END_TEST

START_TEST(finds_the_body_that_met)
{
	expect_body("CORPORATE PARENTING PANEL", NULL, "Corporate Parenting Panel");
	expect_body("MINUTES of a meeting of the Corporate Parenting Panel held in Saltmouth", NULL,
		    "Corporate Parenting Panel");
	expect_body("Minutes of the Harbours and Ferries Committee", NULL, "Harbours and Ferries Committee");
	expect_body("DRAFT MINUTES OF THE HARBOURS COMMITTEE", NULL, "Harbours Committee");
	expect_body("To: Schools Forum - 20 September 2019", NULL, "Schools Forum");
	expect_body("Cabinet", NULL, "Cabinet");
	expect_body("Health and Wellbeing Board", NULL, "Health and Wellbeing Board");
}
END_TEST

START_TEST(the_council_is_not_its_own_body)
{
	expect_body("HARBOUR COUNTY COUNCIL", "Harbour County Council", NULL);
	expect_body("Harbour County Council Planning Committee", "Harbour County Council", "Planning Committee");
}
END_TEST

START_TEST(offices_and_rooms_are_no_bodies)
{
	static const char *const texts[] = {"Cabinet Member for Transport",
					    "Council Chamber, County Hall",
					    "The Committee Room",
					    "boarding the ferry",
					    "",
					    NULL};
	for (int i = 0; texts[i]; i++)
		expect_body(texts[i], NULL, NULL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("body");
	TCase *tcase = tcase_create("body");
	tcase_add_test(tcase, finds_a_council_in_its_head);
	tcase_add_test(tcase, finds_a_council_in_a_sentence);
	tcase_add_test(tcase, a_council_must_have_a_name);
	tcase_add_test(tcase, finds_the_body_that_met);
	tcase_add_test(tcase, the_council_is_not_its_own_body);
	tcase_add_test(tcase, offices_and_rooms_are_no_bodies);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
