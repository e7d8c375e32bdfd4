/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "language.h"
#include "snippet.h"

/* The snippet of about `words` words, with the marks of `query` chosen by the matcher. */
static void check(const char *query, const char *text, guint words, const char *expected)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of(query), NULL));
	struct record record;
	record_init(&record);
	record.text = g_strdup(text);
	struct stemmer *stemmer = stemmer_new();
	struct matcher *matcher = matcher_new(stemmer);
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	matcher_match(marks, matcher, language.tree, &record);
	struct snippet snippet;
	snippet_choose(&snippet, span_of(text), marks, words);
	g_autofree char *printed = snippet_print(&snippet, span_of(text));
	ck_assert_str_eq(printed, expected);
	ck_assert(g_utf8_validate(printed, -1, NULL));
	matcher_free(matcher);
	stemmer_free(stemmer);
	record_clear(&record);
	language_clear(&language);
}

#define NUMBERS "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"

START_TEST(a_short_text_is_shown_whole)
{
	check("two", "One, two (three).", 3, "One, two (three).");
	check("two", "One, two (three).", 0, "One, two (three).");
}
END_TEST

START_TEST(a_long_text_is_cut_at_words_around_the_mark)
{
	check("nine", NUMBERS, 4, "\u2026 eight nine ten eleven \u2026");
	check("one", NUMBERS, 4, "one two three four \u2026");
	check("sixteen", NUMBERS, 4, "\u2026 thirteen fourteen fifteen sixteen");
	check("zero OR -zero", NUMBERS, 4, "one two three four \u2026");
}
END_TEST

START_TEST(the_densest_group_of_different_marks_is_shown)
{
	check("two twelve thirteen OR two", "two two two " NUMBERS, 4, "\u2026 eleven twelve thirteen fourteen \u2026");
}
END_TEST

START_TEST(a_snippet_begins_with_a_sentence_that_begins_near)
{
	check("seven", "One two three four. Five six seven eight nine ten eleven twelve thirteen.", 8,
	      "\u2026 Five six seven eight nine ten eleven twelve \u2026");
	check("four", "It was said by Mr A. One two three four five six seven eight nine.", 8,
	      "\u2026 two three four five six seven eight nine.");
}
END_TEST

START_TEST(a_snippet_ends_with_a_sentence_that_ends_near)
{
	check("one", "One two three four five six seven. Eight nine ten eleven twelve thirteen.", 8,
	      "One two three four five six seven. \u2026");
	/* Not before a mark, nor behind an abbreviation. */
	check("one eight", "One two three four five six seven. Eight nine ten eleven twelve thirteen.", 8,
	      "One two three four five six seven. Eight \u2026");
	check("one", "One two three four five six Cllr. Smith nine ten eleven twelve thirteen.", 8,
	      "One two three four five six Cllr. Smith \u2026");
}
END_TEST

START_TEST(the_end_of_a_text_is_shown_from_a_sentence_on)
{
	check("twelve", "One two. Three four five six. Seven eight nine ten eleven twelve.", 8,
	      "\u2026 Seven eight nine ten eleven twelve.");
}
END_TEST

START_TEST(a_sentence_begins_behind_a_closing_quote)
{
	check("nine", "One two three four \"five six.\" Seven eight nine ten eleven twelve thirteen fourteen.", 8,
	      "\u2026 Seven eight nine ten eleven twelve thirteen fourteen.");
}
END_TEST

START_TEST(text_without_spaces_is_cut_between_characters)
{
	/* Chinese of 60 characters, in which the matcher takes a run as one word. */
	g_autoptr(GString) text = g_string_new(NULL);
	for (int n = 0; n < 60; n++)
		g_string_append(text, "\u4f1a");
	g_autofree char *head = g_strdup_printf("%.*s \u2026", 4 * 3 * 3, text->str);
	check("zero OR -zero", text->str, 4, head);
	g_string_append(text, "\u3002\u8b70\u4e8b\u9332");
	check("\u8b70\u4e8b\u9332", text->str, 4, "\u2026 \u8b70\u4e8b\u9332");
}
END_TEST

START_TEST(punctuation_stays_with_its_word)
{
	check("three", "one two (three), four five six", 3, "\u2026 (three), four five \u2026");
}
END_TEST

START_TEST(wide_and_accented_letters_are_never_parted)
{
	check("\u8b70", "\u00e9 \u00e8 \u00ea \u8b70 \u4e8b \u9332 \u00f6", 2, "\u2026 \u8b70 \u4e8b \u2026");
}
END_TEST

START_TEST(a_phrase_longer_than_the_room_is_shown_whole)
{
	check("\"five six seven eight nine\"", NUMBERS, 3, "\u2026 five six seven eight nine \u2026");
}
END_TEST

START_TEST(thousands_of_marks_take_no_time)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (int n = 0; n < 50000; n++)
		g_string_append(text, n % 2 ? "a " : "b ");
	check("a", text->str, 3, "\u2026 a b a \u2026");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("snippet");
	TCase *tests = tcase_create("snippet");
	tcase_add_test(tests, a_short_text_is_shown_whole);
	tcase_add_test(tests, a_long_text_is_cut_at_words_around_the_mark);
	tcase_add_test(tests, the_densest_group_of_different_marks_is_shown);
	tcase_add_test(tests, a_snippet_begins_with_a_sentence_that_begins_near);
	tcase_add_test(tests, a_snippet_ends_with_a_sentence_that_ends_near);
	tcase_add_test(tests, the_end_of_a_text_is_shown_from_a_sentence_on);
	tcase_add_test(tests, a_sentence_begins_behind_a_closing_quote);
	tcase_add_test(tests, text_without_spaces_is_cut_between_characters);
	tcase_add_test(tests, punctuation_stays_with_its_word);
	tcase_add_test(tests, wide_and_accented_letters_are_never_parted);
	tcase_add_test(tests, a_phrase_longer_than_the_room_is_shown_whole);
	tcase_add_test(tests, thousands_of_marks_take_no_time);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
