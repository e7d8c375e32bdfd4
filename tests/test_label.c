/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "label.h"

static struct label read_label(const char *line)
{
	struct label label;
	ck_assert_msg(label_read(&label, line), "no label in '%s'", line);
	return label;
}

static void expect(const char *line, enum label_style style, const char *text, const char *rest)
{
	struct label label = read_label(line);
	ck_assert_msg(label.style == style, "'%s' has style %d, not %d", line, (int)label.style, (int)style);
	ck_assert_str_eq(label.text, text);
	ck_assert_str_eq(line + label.length, rest);
	ck_assert_msg(label.alone == (rest[0] == '\0'), "'%s' is alone or not", line);
}

static void expect_none(const char *line)
{
	struct label label;
	ck_assert_msg(!label_read(&label, line), "'%s' has a label '%s'", line, label.text);
	ck_assert_int_eq(label.style, LABEL_NONE);
}

START_TEST(reads_numbers_in_every_bracket)
{
	expect("1. Welcome", LABEL_DECIMAL, "1", "Welcome");
	expect("12) the pier", LABEL_DECIMAL, "12", "the pier");
	expect("(3)  the ferry", LABEL_DECIMAL, "3", "the ferry");
	expect("144.", LABEL_DECIMAL, "144", "");
}
END_TEST

START_TEST(reads_a_bare_number_as_plain)
{
	expect("4 Apologies", LABEL_PLAIN, "4", "Apologies");
	expect("4", LABEL_PLAIN, "4", "");
}
END_TEST

START_TEST(reads_numbers_with_parts)
{
	expect("2.4 The pier", LABEL_MULTI, "2.4", "The pier");
	expect("3.1.15. The pier", LABEL_MULTI, "3.1.15", "The pier");
	ck_assert_int_eq(read_label("3.1.15 The pier").value, 15);
	expect("2a) the pier", LABEL_MIXED, "2a", "the pier");
}
END_TEST

START_TEST(reads_running_numbers_with_their_year)
{
	expect("18/034 Finance", LABEL_SERIAL, "18/034", "Finance");
	expect("C/091/2023 Finance", LABEL_SERIAL, "C/091/2023", "Finance");
	expect("Exe/19/82 Finance", LABEL_SERIAL, "Exe/19/82", "Finance");
	struct label label = read_label("61/21 Finance"), next = read_label("62/21 Appeals"),
		     other = read_label("63/22 Appeals");
	ck_assert(label_follows(&label, &next, 0));
	ck_assert(!label_follows(&next, &label, 0));
	ck_assert(!label_follows(&label, &other, 3));
	expect_none("18/00123/FUL Manor Farm");
	expect_none("and/or a grant");
}
END_TEST

START_TEST(reads_letters_and_romans)
{
	expect("a) the pier", LABEL_ALPHA, "a", "the pier");
	expect("(b) the pier", LABEL_ALPHA, "b", "the pier");
	expect("c. the pier", LABEL_ALPHA, "c", "the pier");
	expect("(iv) the pier", LABEL_ROMAN, "iv", "the pier");
	ck_assert_int_eq(read_label("(iv) the pier").value, 4);
	ck_assert_int_eq(read_label("xii. the pier").value, 12);
	ck_assert(read_label("A) the pier").upper);
}
END_TEST

START_TEST(a_letter_that_is_a_roman_number_too_is_both)
{
	struct label label = read_label("i) the pier");
	ck_assert_int_eq(label.style, LABEL_ALPHA);
	ck_assert_int_eq(label.value, 9);
	ck_assert_int_eq(label.roman, 1);
}
END_TEST

START_TEST(reads_an_agendas_own_numbering)
{
	expect("A1 Membership", LABEL_REF, "A1", "Membership");
	expect("B12", LABEL_REF, "B12", "");
}
END_TEST

START_TEST(reads_bullets_of_every_printer)
{
	static const char *const lines[] = {"• the pier", "▪ the pier",
					    "- the pier", "– the pier",
					    "o the pier", "\xef\x82\xb7 the pier" /* of the Symbol font */,
					    "•the pier",  NULL};
	for (int i = 0; lines[i]; i++)
		expect(lines[i], LABEL_BULLET, "*", "the pier");
}
END_TEST

START_TEST(a_converters_dash_before_a_label_is_none)
{
	expect("- a. the pier", LABEL_ALPHA, "a", "the pier");
	expect("* 3. the pier", LABEL_DECIMAL, "3", "the pier");
}
END_TEST

START_TEST(white_space_lost_behind_a_label_does_not_hide_it)
{
	expect("2.RESOLVED that", LABEL_DECIMAL, "2", "RESOLVED that");
	expect("a)“The pier", LABEL_ALPHA, "a", "“The pier");
}
END_TEST

START_TEST(words_and_figures_of_a_text_are_no_labels)
{
	static const char *const lines[] = {
		"",         "the pier",  "-5 degrees", "a pier",       "I said",   "£5.00 was paid",
		"12345. x", "civil war", "(see note)", "(a pier is)",  "i.e. two", "1st March",
		"2016/17",  "Mr. Smith", "5%",         "ordinary day", "...",      NULL};
	for (int i = 0; lines[i]; i++)
		expect_none(lines[i]);
}
END_TEST

START_TEST(the_next_in_a_list_follows)
{
	static const char *const pairs[][2] = {{"1. x", "2. x"},     {"a) x", "b) x"},       {"(i) x", "(ii) x"},
					       {"(iv) x", "(v) x"},  {"2.4 x", "2.5 x"},     {"• x", "• x"},
					       {"h) x", "i) x"},     {"ii) x", "iii) x"},    {"A1 x", "A2 x"},
					       {"3 Word", "4 Word"}, {"3.1.9 x", "3.1.10 x"}};
	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
		struct label a = read_label(pairs[i][0]), b = read_label(pairs[i][1]);
		ck_assert_msg(label_follows(&a, &b, 0), "'%s' then '%s'", pairs[i][0], pairs[i][1]);
	}
}
END_TEST

START_TEST(what_differs_in_form_or_order_does_not_follow)
{
	static const char *const pairs[][2] = {{"1. x", "2) x"},      {"2. x", "1. x"}, {"1. x", "1. x"},
					       {"a) x", "(b) x"},     {"1. x", "3. x"}, {"2.4 x", "3.5 x"},
					       {"2.4 x", "2.4.1 x"},  {"• x", "- x"},   {"a. x", "B. x"},
					       {"3 Word", "4. Word"}, {"1. x", "b. x"}};
	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
		struct label a = read_label(pairs[i][0]), b = read_label(pairs[i][1]);
		ck_assert_msg(!label_follows(&a, &b, 0), "'%s' then '%s'", pairs[i][0], pairs[i][1]);
	}
}
END_TEST

START_TEST(slack_bridges_what_is_missing)
{
	struct label first = read_label("2. x"), next = read_label("5. x");
	ck_assert(!label_follows(&first, &next, 1));
	ck_assert(label_follows(&first, &next, 2));
}
END_TEST

START_TEST(ones_and_bullets_open_lists)
{
	static const char *const first[] = {"1. x", "a) x", "(i) x", "2.1 x", "• x", NULL};
	static const char *const later[] = {"2. x", "b) x", "(ii) x", "2.2 x", NULL};
	for (int i = 0; first[i]; i++) {
		struct label label = read_label(first[i]);
		ck_assert_msg(label_is_first(&label), "'%s'", first[i]);
	}
	for (int i = 0; later[i]; i++) {
		struct label label = read_label(later[i]);
		ck_assert_msg(!label_is_first(&label), "'%s'", later[i]);
	}
}
END_TEST

/* What stands behind a label is the line's text, whole characters of it. */
START_TEST(any_line_is_cut_inside_it_between_characters)
{
	static const char *const pieces[] = {
		"1", "12", ".", ")", "(", "a", "iv", "B", " ", "•", "–", "-", "*", "é", "\xef\x82\xb7", "x", ":", "\t"};
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	for (int round = 0; round < 20000; round++) {
		g_autoptr(GString) line = g_string_new(NULL);
		for (int n = g_rand_int_range(rand, 0, 9); n > 0; n--)
			g_string_append(line, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
		struct label label;
		if (!label_read(&label, line->str))
			continue;
		ck_assert_uint_le(label.length, line->len);
		ck_assert(g_utf8_validate(line->str + label.length, -1, NULL));
		ck_assert_uint_gt(strlen(label.text), 0);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("label");
	TCase *reading = tcase_create("reading"), *lists = tcase_create("lists");
	tcase_add_test(reading, reads_numbers_in_every_bracket);
	tcase_add_test(reading, reads_a_bare_number_as_plain);
	tcase_add_test(reading, reads_numbers_with_parts);
	tcase_add_test(reading, reads_running_numbers_with_their_year);
	tcase_add_test(reading, reads_letters_and_romans);
	tcase_add_test(reading, a_letter_that_is_a_roman_number_too_is_both);
	tcase_add_test(reading, reads_an_agendas_own_numbering);
	tcase_add_test(reading, reads_bullets_of_every_printer);
	tcase_add_test(reading, a_converters_dash_before_a_label_is_none);
	tcase_add_test(reading, white_space_lost_behind_a_label_does_not_hide_it);
	tcase_add_test(reading, words_and_figures_of_a_text_are_no_labels);
	tcase_add_test(reading, any_line_is_cut_inside_it_between_characters);
	tcase_add_test(lists, the_next_in_a_list_follows);
	tcase_add_test(lists, what_differs_in_form_or_order_does_not_follow);
	tcase_add_test(lists, slack_bridges_what_is_missing);
	tcase_add_test(lists, ones_and_bullets_open_lists);
	suite_add_tcase(suite, reading);
	suite_add_tcase(suite, lists);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
