/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"

#define BYTES(text)                                                                                                    \
	(struct span)                                                                                                  \
	{                                                                                                              \
		text, sizeof(text) - 1                                                                                 \
	}

static struct document document;

static void set_up(void)
{
	document_init(&document);
}

static void tear_down(void)
{
	document_clear(&document);
}

static const struct line *line_at(guint page, guint index)
{
	ck_assert_uint_lt(page, document.pages->len);
	const struct page *found = g_ptr_array_index(document.pages, page);
	ck_assert_uint_lt(index, found->lines->len);
	return &g_array_index(found->lines, struct line, index);
}

static guint lines_on(guint page)
{
	const struct page *found = g_ptr_array_index(document.pages, page);
	return found->lines->len;
}

static void read_bytes(struct span bytes)
{
	ck_assert(extract_document(&document, bytes, NULL));
	ck_assert_int_eq(document.format, FORMAT_TEXT);
}

START_TEST(each_printed_line_is_one_line)
{
	read_bytes(BYTES("First line\r\nsecond line\rthird line\xe2\x80\xa8"
			 "fourth line\xc2\x85"
			 "fifth line\n"));
	ck_assert_uint_eq(lines_on(0), 5);
	ck_assert_str_eq(line_at(0, 0)->text, "First line");
	ck_assert_str_eq(line_at(0, 4)->text, "fifth line");
	ck_assert_int_eq(line_at(0, 4)->baseline, 5);
	ck_assert_double_eq(line_at(0, 1)->gap, 0);
	ck_assert(!document.has_pages);
}
END_TEST

START_TEST(line_ends_converted_twice_make_no_blank_lines)
{
	read_bytes(BYTES("one\r\r\ntwo\r\r\n\r\r\nthree"));
	ck_assert_double_eq(line_at(0, 1)->gap, 0);
	ck_assert_double_eq(line_at(0, 2)->gap, 1);
}
END_TEST

START_TEST(blank_lines_become_the_gap_above)
{
	read_bytes(BYTES("\n\nTitle\n\n \xc2\xa0\t\nText\n"));
	ck_assert_double_eq(line_at(0, 0)->gap, 0);
	ck_assert_double_eq(line_at(0, 1)->gap, 2);
	ck_assert_int_eq(line_at(0, 1)->baseline, 2);
}
END_TEST

START_TEST(form_feeds_part_pages_and_none_is_made_up)
{
	read_bytes(BYTES("page one\n\n7\n\fpage two\n\f\fpage four\n\f\n"));
	ck_assert(document.has_pages);
	ck_assert_uint_eq(document.pages->len, 4);
	ck_assert_uint_eq(lines_on(2), 0);
	ck_assert_str_eq(line_at(3, 0)->text, "page four");
	ck_assert_int_eq(line_at(3, 0)->baseline, 1);
}
END_TEST

START_TEST(a_tab_parts_cells_and_numbers_them)
{
	read_bytes(BYTES("Name\tProgress so far\tStatus\n\tunder way\t\n"));
	ck_assert_uint_eq(lines_on(0), 4);
	ck_assert_str_eq(line_at(0, 1)->text, "Progress so far");
	ck_assert_int_eq(line_at(0, 1)->baseline, 1);
	ck_assert_int_eq(line_at(0, 1)->column, 2);
	ck_assert_double_eq(line_at(0, 1)->left, 40);
	ck_assert_str_eq(line_at(0, 3)->text, "under way");
	ck_assert_int_eq(line_at(0, 3)->column, 2);
	ck_assert_int_eq(line_at(0, 3)->baseline, 2);
}
END_TEST

START_TEST(wide_gaps_part_columns_of_a_layout)
{
	read_bytes(BYTES("Ward              Places     Change\nNorth Marsh           12         -3\n"));
	ck_assert_uint_eq(lines_on(0), 6);
	ck_assert_str_eq(line_at(0, 3)->text, "North Marsh");
	ck_assert_double_eq(line_at(0, 3)->right, 55);
	ck_assert_str_eq(line_at(0, 4)->text, "12");
	ck_assert_double_eq(line_at(0, 4)->left, 110);
	ck_assert_int_eq(line_at(0, 4)->column, 0);
}
END_TEST

START_TEST(a_label_stays_with_the_text_that_hangs_from_it)
{
	static const char *const samples[][2] = {
		{"1.    Ms Orme gave an update", "1. Ms Orme gave an update"},
		{"(iv)     the Panel agreed", "(iv) the Panel agreed"},
		{"2.4\tThe budget was noted", "2.4 The budget was noted"},
		{"\xc2\xb7         Tom Reed has joined", "· Tom Reed has joined"},
		{"\xef\x82\xb7    private use bullet", "\xef\x82\xb7 private use bullet"},
		{"B3      Progress report", "B3 Progress report"},
		{"Subject:     Foster carers", "Subject: Foster carers"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
		tear_down();
		set_up();
		read_bytes((struct span){samples[i][0], strlen(samples[i][0])});
		ck_assert_uint_eq(lines_on(0), 1);
		ck_assert_str_eq(line_at(0, 0)->text, samples[i][1]);
		ck_assert_double_gt(line_at(0, 0)->hang, line_at(0, 0)->left);
	}
}
END_TEST

START_TEST(a_hanging_label_tells_where_its_text_starts)
{
	read_bytes(BYTES("  1.   The first point\n       goes on here"));
	ck_assert_double_eq(line_at(0, 0)->left, 10);
	ck_assert_double_eq(line_at(0, 0)->hang, line_at(0, 1)->left);
}
END_TEST

START_TEST(figures_of_a_table_are_no_labels)
{
	read_bytes(BYTES("12     34\n1      2      3\n"));
	ck_assert_uint_eq(lines_on(0), 5);
}
END_TEST

START_TEST(spaces_after_a_sentence_part_nothing)
{
	read_bytes(BYTES("It was agreed.   The Panel then rose.\n| padded   | table   |\n"));
	ck_assert_uint_eq(lines_on(0), 2);
	ck_assert_str_eq(line_at(0, 0)->text, "It was agreed. The Panel then rose.");
	ck_assert_str_eq(line_at(0, 1)->text, "| padded | table |");
}
END_TEST

START_TEST(characters_are_composed_and_invisible_ones_left_out)
{
	read_bytes(BYTES("Cafe\xcc\x81 fos\xc2\xadter\xe2\x80\x8b care\xc2\xa0home  Zoe\xcc\x88\n"));
	ck_assert_str_eq(line_at(0, 0)->text, "Café foster care home Zoë");
}
END_TEST

START_TEST(markup_of_text_papers_is_left_to_later_stages)
{
	read_bytes(BYTES("---\ntitle: x\n---\n# **Heading**\n<!-- -->\n> quoted <small>a</small>\n"));
	ck_assert_uint_eq(lines_on(0), 6);
	ck_assert_str_eq(line_at(0, 3)->text, "# **Heading**");
	ck_assert_str_eq(line_at(0, 5)->text, "> quoted <small>a</small>");
}
END_TEST

START_TEST(an_empty_paper_is_one_page_without_lines)
{
	read_bytes(BYTES(""));
	ck_assert_uint_eq(document.pages->len, 1);
	ck_assert_uint_eq(lines_on(0), 0);
}
END_TEST

START_TEST(the_format_is_told_by_content)
{
	ck_assert_int_eq(extract_format(BYTES("junk\n%PDF-1.4\n")), FORMAT_PDF);
	ck_assert_int_eq(extract_format(BYTES("\xef\xbb\xbf <!DOCTYPE HTML><title>x</title>")), FORMAT_HTML);
	ck_assert_int_eq(extract_format(BYTES("<?xml version='1.0'?>\n<!-- c -->\n<html lang='en'>")), FORMAT_HTML);
	ck_assert_int_eq(extract_format(BYTES("<div><h1>Minutes</h1><p>One</p><p>Two</p></div>")), FORMAT_HTML);
	ck_assert_int_eq(extract_format(BYTES("Progress\tStatus\n<p>One</p>\t<p>Two</p>\n<p>Three</p>\t\n")),
			 FORMAT_TEXT);
	ck_assert_int_eq(extract_format(BYTES("<!-- note -->\n# Minutes\n\n<p>a</p>\n<p>b</p>\n<p>c</p>\n")),
			 FORMAT_TEXT);
	ck_assert_int_eq(extract_format(BYTES(".. raw:: html\n\n   <a id=\"x\">page</a>\n")), FORMAT_TEXT);
	ck_assert_int_eq(extract_format(BYTES("\x89PNG\r\n\x1a\n")), FORMAT_IMAGE);
	ck_assert_int_eq(extract_format(BYTES("GIF89a")), FORMAT_UNKNOWN);
}
END_TEST

START_TEST(binary_data_is_refused_by_what_it_looks_like)
{
	static const struct {
		struct span bytes;
		const char *name;
	} samples[] = {
		{BYTES("GIF89a\1\0\1\0"), "GIF"},
		{BYTES("PK\3\4\24\0\6\0word/document.xml"), "ends too early"},
		{BYTES("PK\3\4\24\0\6\0other"), "zip"},
		{BYTES("\x7f"
		       "ELF\2\1\1"),
		 "program"},
		{BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old Office"},
		{BYTES("\1\2\3\4\5\6\7"), "binary"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
		g_autoptr(GError) error = NULL;
		ck_assert(!extract_document(&document, samples[i].bytes, &error));
		ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
		ck_assert_ptr_nonnull(strstr(error->message, samples[i].name));
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("extract_text");
	TCase *cases = tcase_create("extract_text");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, each_printed_line_is_one_line);
	tcase_add_test(cases, line_ends_converted_twice_make_no_blank_lines);
	tcase_add_test(cases, blank_lines_become_the_gap_above);
	tcase_add_test(cases, form_feeds_part_pages_and_none_is_made_up);
	tcase_add_test(cases, a_tab_parts_cells_and_numbers_them);
	tcase_add_test(cases, wide_gaps_part_columns_of_a_layout);
	tcase_add_test(cases, a_label_stays_with_the_text_that_hangs_from_it);
	tcase_add_test(cases, a_hanging_label_tells_where_its_text_starts);
	tcase_add_test(cases, figures_of_a_table_are_no_labels);
	tcase_add_test(cases, spaces_after_a_sentence_part_nothing);
	tcase_add_test(cases, characters_are_composed_and_invisible_ones_left_out);
	tcase_add_test(cases, markup_of_text_papers_is_left_to_later_stages);
	tcase_add_test(cases, an_empty_paper_is_one_page_without_lines);
	tcase_add_test(cases, the_format_is_told_by_content);
	tcase_add_test(cases, binary_data_is_refused_by_what_it_looks_like);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
