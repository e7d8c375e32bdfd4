/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_lines.h"

#define SIZE 10.0
#define LETTER 5.0 /* width of a letter in these tests, and of a space half of it */
#define LEADING 12.0

static struct document document;
static struct page *page;
static GArray *words;

static void set_up(void)
{
	document_init(&document);
	page = document_add_page(&document);
	words = pdf_word_array_new();
}

static void tear_down(void)
{
	g_array_unref(words);
	document_clear(&document);
}

/* Words of `text` from `left` on the Nth line of the page, `space` points between them; returns where they end. */
static double put(int row, double left, const char *text, double space)
{
	g_auto(GStrv) parts = g_strsplit(text, " ", -1);
	for (guint i = 0; parts[i]; i++) {
		struct pdf_word word = {.text = g_strdup(parts[i]), .size = SIZE, .left = left};
		word.right = left + LETTER * (double)strlen(parts[i]);
		word.top = row * LEADING;
		word.bottom = word.top + SIZE;
		word.starts_run = i == 0;
		g_array_append_val(words, word);
		left = word.right + space;
	}
	return left - space;
}

static const struct line *line_at(guint index)
{
	ck_assert_uint_lt(index, page->lines->len);
	return &g_array_index(page->lines, struct line, index);
}

START_TEST(parts_side_by_side_are_lines_of_one_baseline)
{
	put(0, 50, "Name", 2.5);
	put(0, 200, "Progress so far", 2.5);
	put(1, 50, "Ann", 2.5);
	put(1, 200, "done", 2.5);
	pdf_lines_build(page, words);
	ck_assert_uint_eq(page->lines->len, 4);
	ck_assert_str_eq(line_at(1)->text, "Progress so far");
	ck_assert_int_eq(line_at(1)->baseline, 1);
	ck_assert_int_eq(line_at(2)->baseline, 2);
	ck_assert_double_eq(line_at(3)->left, 200);
}
END_TEST

START_TEST(figures_in_a_row_are_cells)
{
	put(0, 50, "12 345 6 78", 40);
	pdf_lines_build(page, words);
	ck_assert_uint_eq(page->lines->len, 4);
}
END_TEST

START_TEST(a_justified_line_with_wide_gaps_stays_whole)
{
	double end = put(0, 50, "a line of text that is set in full measure here", 2.5);
	put(1, 50, "Mrs_Alder, Mr_Birch and Ms_Oak", (end - 50 - LETTER * 27) / 3);
	put(2, 50, "and more", 2.5);
	double gap = (end - 50 - LETTER * 27) / 3;
	ck_assert_double_gt(gap, 1.5 * SIZE);
	for (guint i = 0; i < words->len; i++)
		g_array_index(words, struct pdf_word, i).starts_run = false;
	pdf_lines_build(page, words);
	ck_assert_uint_eq(page->lines->len, 3);
	ck_assert_str_eq(line_at(1)->text, "Mrs_Alder, Mr_Birch and Ms_Oak");
}
END_TEST

START_TEST(a_narrow_gap_parts_where_neighbours_part_at_the_same_place)
{
	put(0, 50, "short", 2.5);
	put(0, 200, "cell two", 2.5);
	double end = put(1, 50, "a first cell of thirty letters", 2.5);
	ck_assert_double_lt(end, 200 - 7.0);
	double shift = 192 - end;
	for (guint i = 3; i < words->len; i++) {
		g_array_index(words, struct pdf_word, i).left += shift;
		g_array_index(words, struct pdf_word, i).right += shift;
	}
	put(1, 200, "its second", 2.5);
	g_array_index(words, struct pdf_word, words->len - 2).starts_run = false;
	put(2, 50, "short", 2.5);
	put(2, 200, "cell two", 2.5);
	pdf_lines_build(page, words);
	ck_assert_uint_eq(page->lines->len, 6);
	ck_assert_str_eq(line_at(3)->text, "its second");
}
END_TEST

START_TEST(labels_keep_their_text_and_tell_its_left_edge)
{
	put(0, 50, "(a)", 2.5);
	put(0, 90, "the first point", 2.5);
	put(1, 90, "goes on", 2.5);
	put(2, 50, "2.4", 2.5);
	put(2, 90, "the budget", 2.5);
	pdf_lines_build(page, words);
	ck_assert_uint_eq(page->lines->len, 3);
	ck_assert_str_eq(line_at(0)->text, "(a) the first point");
	ck_assert_double_eq(line_at(0)->hang, 90);
	ck_assert_double_eq(line_at(1)->hang, 0);
	ck_assert_str_eq(line_at(2)->text, "2.4 the budget");
}
END_TEST

START_TEST(running_text_in_two_columns_is_read_column_by_column)
{
	put(0, 50, "A heading that spans the width of both columns of the page", 4);
	for (int row = 2; row < 22; row++) {
		put(row, 50, "left words of some length here", 2.5);
		put(row, 300, "right words of like length now", 2.5);
	}
	pdf_lines_build(page, words);
	ck_assert_uint_eq(page->lines->len, 41);
	ck_assert_str_eq(line_at(0)->text, "A heading that spans the width of both columns of the page");
	for (guint i = 1; i <= 20; i++) {
		ck_assert_str_eq(line_at(i)->text, "left words of some length here");
		ck_assert_str_eq(line_at(i + 20)->text, "right words of like length now");
	}
}
END_TEST

START_TEST(a_table_of_two_columns_is_read_row_by_row)
{
	for (int row = 0; row < 20; row++) {
		put(row, 50, "Councillor Ann Reed", 2.5);
		put(row, 300, "Ward", 2.5);
	}
	pdf_lines_build(page, words);
	ck_assert_str_eq(line_at(0)->text, "Councillor Ann Reed");
	ck_assert_str_eq(line_at(1)->text, "Ward");
}
END_TEST

START_TEST(no_word_is_lost_or_doubled)
{
	guint expected = 0;
	for (int row = 0; row < 30; row++) {
		put(row, 40 + row * 3, "one two three", 2.5 + row);
		put(row, 260 - row * 2, "four 5 (6) •", 30 - row);
		expected += 7;
	}
	pdf_lines_build(page, words);
	guint found = 0;
	for (guint i = 0; i < page->lines->len; i++) {
		g_auto(GStrv) parts = g_strsplit(line_at(i)->text, " ", -1);
		found += g_strv_length(parts);
	}
	ck_assert_uint_eq(found, expected);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("pdf_lines");
	TCase *cases = tcase_create("pdf_lines");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, parts_side_by_side_are_lines_of_one_baseline);
	tcase_add_test(cases, figures_in_a_row_are_cells);
	tcase_add_test(cases, a_justified_line_with_wide_gaps_stays_whole);
	tcase_add_test(cases, a_narrow_gap_parts_where_neighbours_part_at_the_same_place);
	tcase_add_test(cases, labels_keep_their_text_and_tell_its_left_edge);
	tcase_add_test(cases, running_text_in_two_columns_is_read_column_by_column);
	tcase_add_test(cases, a_table_of_two_columns_is_read_row_by_row);
	tcase_add_test(cases, no_word_is_lost_or_doubled);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
