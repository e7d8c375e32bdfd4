/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "parse_fixture.h"

/* "council / body" of the record that starts so. */
static void expect(const char *text, const char *start, const char *council, const char *body)
{
	struct paper paper;
	fixture_paper(&paper, span_of(text), "paper.txt");
	const struct record *record = fixture_find(&paper, start);
	ck_assert_msg(g_strcmp0(record->council, council) == 0, "%s: council %s", start,
		      record->council ? record->council : "null");
	ck_assert_msg(g_strcmp0(record->body, body) == 0, "%s: body %s", start, record->body ? record->body : "null");
	paper_clear(&paper);
}

START_TEST(a_council_that_the_text_speaks_of_is_not_the_host)
{
	expect("Committee Report\n\nPURPOSE: Decision\n\nCOMMITTEE: Piers and Ferries Committee\n\nDATE: 12 June "
	       "2024\n\n"
	       "TITLE: Harbour dues\n\nBackground:\n\n1. Saltmouth City Council has charged dues since 2012.\n\n"
	       "2. Saltmouth City Council spends them on the quay.\n\n3. Saltmouth City Council was asked how.\n",
	       "Saltmouth City Council spends", NULL, "Piers and Ferries Committee");
}
END_TEST

START_TEST(the_first_lines_name_the_body_though_they_are_no_headings)
{
	expect("Piers and Ferries Policy Committee\nAgenda\n\nDate: Thursday, 12 June 2024\nTime: 5.00 pm\n\n"
	       "Agenda\n\n1. Welcome\n\nThe Chair welcomes all.\n",
	       "The Chair", NULL, "Piers and Ferries Policy Committee");
	expect("Saltmouth District Council\nMinutes of the Piers and Ferries\nCommittee\n\n12 June 2024 at 6.30 pm\n\n"
	       "Members Present:-\nCouncillors: A Tarn (Chair), B Ketley\n\n1 Apologies\n\nThere were none.\n",
	       "There were none", "Saltmouth District Council", "Piers and Ferries Committee");
}
END_TEST

START_TEST(a_sentence_that_opens_the_minutes_names_the_council)
{
	expect("12 June 2024\n\nUpper Sallow Community Council held their meeting at 7.30pm on the 12th June 2024 at "
	       "the "
	       "Hall.\n\nPRESENT\n\nCouncillors Ann Tarn and Bo Ketley.\n\n1 APOLOGIES\n\nThere were none.\n",
	       "There were none", "Upper Sallow Community Council", NULL);
}
END_TEST

START_TEST(an_office_is_no_council_and_an_item_no_body)
{
	expect("To: Leader of the Council\n\nFrom: Director of Piers\n\nDate: 12 June 2024\n\nSubject: Dues\n\n"
	       "1. The dues are due.\n",
	       "The dues are", NULL, NULL);
	expect("Public Forum\n\nDate: 12 June 2024\n\nStatement 1\n\nThe quay is wet.\n", "The quay", NULL, NULL);
}
END_TEST

START_TEST(the_parts_of_a_pack_are_of_the_council_that_one_of_them_names)
{
	static const char pack[] =
		"PIERS PANEL\n\nAGENDA\n\nThursday, 12 June 2024, 10.00 am\n\n1. Apologies\n2. Minutes\n3. Dues\n\f"
		"HARBOUR COUNTY COUNCIL\n\nPIERS PANEL\n\nMINUTES of a meeting of the Piers Panel held in Saltmouth on "
		"Friday, 7 March 2024.\n\nPRESENT: Mr B Anstey (Chairman) and Mrs W Crake.\n\n1. Tolls\n(Item 2)\n\n"
		"Mrs Crake spoke.\n";
	expect(pack, "Mrs Crake spoke", "Harbour County Council", "Piers Panel");
	expect(pack, "3. Dues", "Harbour County Council", "Piers Panel");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("host");
	tcase_add_test(tcase, a_council_that_the_text_speaks_of_is_not_the_host);
	tcase_add_test(tcase, the_first_lines_name_the_body_though_they_are_no_headings);
	tcase_add_test(tcase, a_sentence_that_opens_the_minutes_names_the_council);
	tcase_add_test(tcase, an_office_is_no_council_and_an_item_no_body);
	tcase_add_test(tcase, the_parts_of_a_pack_are_of_the_council_that_one_of_them_names);
	Suite *suite = suite_create("host");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
