/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "layout.h"
#include "parse_fixture.h"

static struct document document;
static GArray *blocks;

static void lay_out(const char *paper)
{
	fixture_document(&document, span_of(paper));
	blocks = layout_blocks(&document);
}

static void tear_down(void)
{
	g_clear_pointer(&blocks, g_array_unref);
	document_clear(&document);
}

static const struct block *block_at(guint i)
{
	ck_assert_uint_lt(i, blocks->len);
	return &g_array_index(blocks, struct block, i);
}

static void expect(guint i, const char *label, const char *text)
{
	ck_assert_str_eq(block_at(i)->text->str, text);
	ck_assert_str_eq(block_at(i)->label.text, label);
}

#define LONG "The harbour master told the board of the winter that had been, of the ice and of the boats"

START_TEST(lines_cut_to_a_width_are_one_paragraph)
{
	lay_out(LONG "\nwhich had lain in it for a month, and of what it would cost to put all of them back in order\n"
		     "before Easter.\n\n" LONG ".\n");
	ck_assert_uint_eq(blocks->len, 2);
	expect(0, "",
	       LONG " which had lain in it for a month, and of what it would cost to put all of them back in order "
		    "before Easter.");
	expect(1, "", LONG ".");
}
END_TEST

START_TEST(each_point_is_a_block_without_its_label)
{
	lay_out("1. " LONG ":\n\na) the ice; and\n\nb) the boats.\n\n• one more\n\n2. The end.\n");
	ck_assert_uint_eq(blocks->len, 5);
	expect(0, "1", LONG ":");
	expect(1, "a", "the ice; and");
	expect(2, "b", "the boats.");
	expect(3, "*", "one more");
	expect(4, "2", "The end.");
}
END_TEST

START_TEST(a_number_at_the_head_of_a_wrapped_line_is_no_label)
{
	lay_out("1. The board was told that of all the boats that lay in the inner harbour there were\n"
		"40. It was more than in any winter since the new wall had been built across the bay.\n");
	ck_assert_uint_eq(blocks->len, 1);
}
END_TEST

START_TEST(a_date_at_the_head_of_a_line_is_no_label)
{
	lay_out("12 September 2024\n\n1. The pier.\n\n2. The quay.\n");
	expect(0, "", "12 September 2024");
	expect(1, "1", "The pier.");
}
END_TEST

START_TEST(a_page_break_inside_a_sentence_is_bridged)
{
	lay_out("Board papers\n\n" LONG "\nthat lay there, of the rope that held them and of the men who had\n\n1\f"
		"Board papers\n\nnot slept for a week.\n\nThe end of it.\n\n2\f"
		"Board papers\n\nMore.\n\n3");
	const struct block *text = NULL;
	guint furniture = 0;
	for (guint i = 0; i < blocks->len; i++) {
		furniture += block_at(i)->role == BLOCK_FURNITURE;
		if (g_str_has_suffix(block_at(i)->text->str, "not slept for a week."))
			text = block_at(i);
	}
	ck_assert_ptr_nonnull(text);
	ck_assert(g_str_has_prefix(text->text->str, LONG));
	ck_assert_int_eq(text->page, 0);
	ck_assert_int_eq(text->page_end, 1);
	ck_assert_uint_eq(furniture, 6);
}
END_TEST

START_TEST(a_sentence_that_ended_is_not_bridged)
{
	lay_out("Board papers\n\n" LONG ".\n\n1\fBoard papers\n\n" LONG ".\n\n2");
	guint paragraphs = 0;
	for (guint i = 0; i < blocks->len; i++)
		paragraphs += strcmp(block_at(i)->text->str, LONG ".") == 0;
	ck_assert_uint_eq(paragraphs, 2);
}
END_TEST

START_TEST(a_point_run_on_to_its_lead_in_is_cut_off)
{
	lay_out("1. The board was told as follows:a) the ice had gone.\n\nb) the boats were sound.\n");
	expect(0, "1", "The board was told as follows:");
	expect(1, "a", "the ice had gone.");
	expect(2, "b", "the boats were sound.");
}
END_TEST

START_TEST(a_number_alone_takes_the_title_below_it)
{
	lay_out("1\n\nThe pier and the quay\n\n2\n\nThe wall\n\n3\n\nThe boats\n");
	ck_assert_uint_eq(blocks->len, 3);
	expect(0, "1", "The pier and the quay");
	expect(1, "2", "The wall");
	expect(2, "3", "The boats");
}
END_TEST

START_TEST(cells_are_blocks_with_row_and_column)
{
	lay_out("Quay\tBoats\nNorth\t12\nSouth\t7\n");
	ck_assert_uint_eq(blocks->len, 6);
	for (guint i = 0; i < blocks->len; i++) {
		ck_assert_int_eq(block_at(i)->role, BLOCK_CELL);
		ck_assert_int_eq(block_at(i)->column, (int)(i % 2) + 1);
	}
	ck_assert_int_ne(block_at(0)->row, block_at(2)->row);
	ck_assert_int_eq(block_at(2)->row, block_at(3)->row);
}
END_TEST

START_TEST(an_empty_paper_has_no_blocks)
{
	lay_out("\n\n \n");
	ck_assert_uint_eq(blocks->len, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("layout");
	TCase *tcase = tcase_create("layout");
	tcase_add_checked_fixture(tcase, NULL, tear_down);
	tcase_add_test(tcase, lines_cut_to_a_width_are_one_paragraph);
	tcase_add_test(tcase, each_point_is_a_block_without_its_label);
	tcase_add_test(tcase, a_number_at_the_head_of_a_wrapped_line_is_no_label);
	tcase_add_test(tcase, a_date_at_the_head_of_a_line_is_no_label);
	tcase_add_test(tcase, a_page_break_inside_a_sentence_is_bridged);
	tcase_add_test(tcase, a_sentence_that_ended_is_not_bridged);
	tcase_add_test(tcase, a_point_run_on_to_its_lead_in_is_cut_off);
	tcase_add_test(tcase, a_number_alone_takes_the_title_below_it);
	tcase_add_test(tcase, cells_are_blocks_with_row_and_column);
	tcase_add_test(tcase, an_empty_paper_has_no_blocks);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
