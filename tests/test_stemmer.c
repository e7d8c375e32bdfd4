/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "stemmer.h"

static struct stemmer *stemmer;

static void setup(void)
{
	stemmer = stemmer_new();
}

static void teardown(void)
{
	stemmer_free(stemmer);
}

static const char *stem(const char *word)
{
	return stemmer_stem(stemmer, span_of(word));
}

START_TEST(forms_of_a_word_share_a_stem)
{
	ck_assert_str_eq(stem("fostering"), stem("fostered"));
	ck_assert_str_eq(stem("carers"), stem("carer"));
	ck_assert_str_eq(stem("children's"), stem("children"));
	ck_assert_str_eq(stem("members'"), stem("member"));
	ck_assert_str_ne(stem("panel"), stem("plan"));
}
END_TEST

START_TEST(words_with_digits_are_their_own_stems)
{
	ck_assert_str_eq(stem("15,000"), "15,000");
	ck_assert_str_eq(stem("1990s"), "1990s");
	ck_assert_str_eq(stem("24h"), "24h");
}
END_TEST

START_TEST(words_of_other_scripts_pass)
{
	ck_assert_str_eq(stem("\u03B4\u03B7\u03BC\u03BF\u03C2"), "\u03B4\u03B7\u03BC\u03BF\u03C2");
	ck_assert_str_eq(stem(""), "");
}
END_TEST

START_TEST(stems_stay_valid_while_thousands_follow)
{
	const char *first = stem("meetings");
	for (int i = 0; i < 20000; i++) {
		g_autofree char *word = g_strdup_printf("word%cs%d", 'a' + i % 26, i);
		stem(word);
	}
	ck_assert_str_eq(first, "meet");
	ck_assert_ptr_eq(stem("meetings"), first);
}
END_TEST

START_TEST(the_word_need_not_end_where_the_text_ends)
{
	ck_assert_str_eq(stemmer_stem(stemmer, span_cut(span_of("reviewing officers"), 0, 9)), "review");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("stemmer");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, forms_of_a_word_share_a_stem);
	tcase_add_test(tcase, words_with_digits_are_their_own_stems);
	tcase_add_test(tcase, words_of_other_scripts_pass);
	tcase_add_test(tcase, stems_stay_valid_while_thousands_follow);
	tcase_add_test(tcase, the_word_need_not_end_where_the_text_ends);
	Suite *suite = suite_create("stemmer");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
