/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "layout.h"
#include "parse_fixture.h"
#include "table.h"

static struct document document;
static GArray *blocks, *entries;
static guint end;

static void read_table(const char *paper)
{
	fixture_document(&document, span_of(paper));
	blocks = layout_blocks(&document);
	guint first = 0;
	while (first < blocks->len && g_array_index(blocks, struct block, first).role != BLOCK_CELL)
		first++;
	ck_assert_uint_lt(first, blocks->len);
	entries = table_entries(blocks, first, blocks->len, &end);
}

static void tear_down(void)
{
	g_clear_pointer(&entries, g_array_unref);
	g_clear_pointer(&blocks, g_array_unref);
	document_clear(&document);
}

static void expect(guint i, const char *label, const char *section, const char *text)
{
	ck_assert_uint_lt(i, entries->len);
	const struct table_entry *entry = &g_array_index(entries, struct table_entry, i);
	ck_assert_str_eq(entry->text, text);
	ck_assert_msg(g_strcmp0(entry->label, label) == 0, "label is %s", entry->label ? entry->label : "null");
	ck_assert_msg(g_strcmp0(entry->section, section) == 0, "section is %s",
		      entry->section ? entry->section : "null");
}

static bool is_repeated(guint i)
{
	ck_assert_uint_lt(i, entries->len);
	return g_array_index(entries, struct table_entry, i).repeated;
}

#define TASK_1                                                                                                         \
	"The board should write a short guide for those who come to it new, so that they know from the first day "     \
	"what is theirs to decide."
#define TASK_2                                                                                                         \
	"The board should walk round the harbour once in every year, in the winter, and should ask those who work "    \
	"there what has changed."
#define DONE_1                                                                                                         \
	"A guide of twelve pages was written in the spring with the help of the crews, printed in May, and handed to " \
	"all who were new."
#define DONE_2                                                                                                         \
	"The first walk was made in January in heavy rain. What was heard on it was set down and is now a part of "    \
	"the yearly plan."

START_TEST(a_row_of_values_is_an_entry)
{
	read_table("Quay\tBoats\tCrews\nNorth\t12\t40\nSouth\t7\t22\n");
	ck_assert_uint_eq(entries->len, 3);
	expect(0, NULL, NULL, "Quay | Boats | Crews");
	expect(1, NULL, NULL, "North | 12 | 40");
	expect(2, NULL, NULL, "South | 7 | 22");
	ck_assert(!is_repeated(0));
}
END_TEST

START_TEST(a_cell_of_prose_is_an_entry_under_its_column)
{
	read_table("Task\tWhat was done\tState\n"
		   "Task 1: " TASK_1 "\t" DONE_1 "\tDone\nTask 2: " TASK_2 "\t" DONE_2 "\tUnder way\n");
	ck_assert_uint_eq(entries->len, 7);
	expect(0, NULL, NULL, "Task | What was done | State");
	expect(1, "Task 1", "Task", TASK_1);
	expect(2, "Task 1", "What was done", DONE_1);
	expect(3, "Task 1", "State", "Done");
	expect(4, "Task 2", "Task", TASK_2);
	expect(6, "Task 2", "State", "Under way");
}
END_TEST

START_TEST(a_header_printed_again_is_repeated)
{
	read_table("Quay\tBoats\nNorth\t12\nQuay\tBoats\nSouth\t7\n");
	ck_assert_uint_eq(entries->len, 4);
	ck_assert(!is_repeated(0));
	ck_assert(is_repeated(2));
	ck_assert(!is_repeated(3));
}
END_TEST

START_TEST(the_tables_end_is_told)
{
	read_table("Quay\tBoats\nNorth\t12\n\nThe boats were counted on the first of the month.\n");
	ck_assert_uint_eq(entries->len, 2);
	ck_assert_uint_lt(end, blocks->len);
	ck_assert(g_str_has_prefix(g_array_index(blocks, struct block, end).text->str, "The boats were counted"));
}
END_TEST

START_TEST(cells_of_a_web_table_are_rows)
{
	read_table("<table><tr><th>Quay</th><th>Boats</th></tr><tr><td>North</td><td>12</td></tr><tr><td>South</"
		   "td><td>7</td></tr></table>");
	ck_assert_uint_eq(entries->len, 3);
	expect(0, NULL, NULL, "Quay | Boats");
	expect(1, NULL, NULL, "North | 12");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("table");
	TCase *tcase = tcase_create("table");
	tcase_add_checked_fixture(tcase, NULL, tear_down);
	tcase_add_test(tcase, a_row_of_values_is_an_entry);
	tcase_add_test(tcase, a_cell_of_prose_is_an_entry_under_its_column);
	tcase_add_test(tcase, a_header_printed_again_is_repeated);
	tcase_add_test(tcase, the_tables_end_is_told);
	tcase_add_test(tcase, cells_of_a_web_table_are_rows);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
