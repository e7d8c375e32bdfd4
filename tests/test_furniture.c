/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "furniture.h"
#include "parse_fixture.h"

static struct document document;
static GArray *lines;

static void mark(const char *paper)
{
	fixture_document(&document, span_of(paper));
	lines = printed_lines(&document);
	furniture_mark(lines, &document);
}

static void tear_down(void)
{
	g_clear_pointer(&lines, g_array_unref);
	document_clear(&document);
}

/* Of all lines with this text. */
static guint count(const char *text, bool furniture)
{
	guint found = 0;
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = &g_array_index(lines, struct printed, i);
		found += line->furniture == furniture && strcmp(line->text, text) == 0;
	}
	return found;
}

START_TEST(headers_that_repeat_on_pages_are_furniture)
{
	mark("Harbour Board papers\n\nThe pier is old.\n\fHarbour Board papers\n\nThe quay is older.\n\f"
	     "Harbour Board papers\n\nThe wall is oldest.\n");
	ck_assert_uint_eq(count("Harbour Board papers", true), 3);
	ck_assert_uint_eq(count("The quay is older.", false), 1);
}
END_TEST

START_TEST(footers_that_differ_in_their_number_alone_repeat)
{
	mark("The pier.\n\nBoard 2019 - sheet 1 of 3\f"
	     "The quay.\n\nBoard 2019 - sheet 2 of 3\f"
	     "The wall.\n\nBoard 2019 - sheet 3 of 3");
	for (int i = 1; i <= 3; i++) {
		g_autofree char *footer = g_strdup_printf("Board 2019 - sheet %d of 3", i);
		ck_assert_uint_eq(count(footer, true), 1);
	}
}
END_TEST

START_TEST(a_number_at_the_edge_of_a_page_is_its_number)
{
	mark("The pier is old.\n\nIt is wet.\n\n14\fThe quay is older.\n\n15");
	ck_assert_uint_eq(count("14", true), 1);
	ck_assert_uint_eq(count("15", true), 1);
}
END_TEST

START_TEST(a_number_without_pages_is_text)
{
	mark("The pier is old.\n\n14\n\nThe quay is older.");
	ck_assert_uint_eq(count("14", false), 1);
}
END_TEST

START_TEST(stamps_and_page_lines_are_furniture_everywhere)
{
	mark("Agenda Item B1\n\nThe pier is old.\n\nPage 7\n\nThis page is intentionally left "
	     "blank\n\n---------------");
	ck_assert_uint_eq(count("Agenda Item B1", true), 1);
	ck_assert_uint_eq(count("Page 7", true), 1);
	ck_assert_uint_eq(count("This page is intentionally left blank", true), 1);
	ck_assert_uint_eq(count("---------------", true), 1);
	ck_assert_uint_eq(count("The pier is old.", false), 1);
}
END_TEST

START_TEST(captions_of_a_web_page_are_furniture_there_alone)
{
	mark("<p>Venue: The Quay <a>View directions</a></p><p>Minutes:</p><p>The pier is old.</p>");
	ck_assert_uint_eq(count("Minutes:", true), 1);
	ck_assert_uint_eq(count("The pier is old.", false), 1);
	tear_down();
	mark("<p>Minutes:</p><p>The pier is old.</p>");
	ck_assert_uint_eq(count("Minutes:", false), 1);
}
END_TEST

START_TEST(furniture_at_a_lines_end_is_cut_off)
{
	mark("<p>View directions</p><p>Winter timetable PDF 83 KB</p>");
	ck_assert_uint_eq(count("Winter timetable", false), 1);
	ck_assert_uint_eq(count("PDF 83 KB", true), 1);
}
END_TEST

START_TEST(reads_the_reference_of_a_stamp)
{
	static const char *const stamps[][2] = {{"Agenda Item B1", "B1"},
						{"Agenda Item No: 7", "7"},
						{"AGENDA ITEM 12", "12"},
						{"Agenda Item Number 4a", "4a"}};
	for (gsize i = 0; i < G_N_ELEMENTS(stamps); i++) {
		g_autofree char *got = furniture_stamp(stamps[i][0]);
		ck_assert_str_eq(got, stamps[i][1]);
	}
	static const char *const others[] = {
		"Agenda Item", "Agenda items", "Agenda Item B1 was taken first", "Item B1", "", NULL};
	for (int i = 0; others[i]; i++)
		ck_assert_ptr_null(furniture_stamp(others[i]));
}
END_TEST

START_TEST(reads_the_number_of_a_page)
{
	static const char *const numbers[][2] = {
		{"7", "7"}, {"Page 7", "7"}, {"- 12 -", "12"}, {"page 3 of 9", "3"}, {"4/10", "4"}};
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
		g_autofree char *got = furniture_page_number(numbers[i][0]);
		ck_assert_str_eq(got, numbers[i][1]);
	}
	static const char *const others[] = {"", "Page", "12345", "7.", "7 boats", "Page seven", "7a", NULL};
	for (int i = 0; others[i]; i++)
		ck_assert_ptr_null(furniture_page_number(others[i]));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("furniture");
	TCase *tcase = tcase_create("marking"), *reading = tcase_create("reading");
	tcase_add_checked_fixture(tcase, NULL, tear_down);
	tcase_add_test(tcase, headers_that_repeat_on_pages_are_furniture);
	tcase_add_test(tcase, footers_that_differ_in_their_number_alone_repeat);
	tcase_add_test(tcase, a_number_at_the_edge_of_a_page_is_its_number);
	tcase_add_test(tcase, a_number_without_pages_is_text);
	tcase_add_test(tcase, stamps_and_page_lines_are_furniture_everywhere);
	tcase_add_test(tcase, captions_of_a_web_page_are_furniture_there_alone);
	tcase_add_test(tcase, furniture_at_a_lines_end_is_cut_off);
	tcase_add_test(reading, reads_the_reference_of_a_stamp);
	tcase_add_test(reading, reads_the_number_of_a_page);
	suite_add_tcase(suite, tcase);
	suite_add_tcase(suite, reading);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
