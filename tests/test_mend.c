/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "mend.h"
#include "parse_fixture.h"

/* The lines of `paper`, and the last `count` of them as one paragraph. */
static char *mended(const char *paper, guint count)
{
	struct document document;
	fixture_document(&document, span_of(paper));
	g_autoptr(GArray) lines = printed_lines(&document);
	struct mend *mend = mend_new(lines);
	GString *text = g_string_new(NULL);
	ck_assert_uint_ge(lines->len, count);
	for (guint i = lines->len - count; i < lines->len; i++)
		mend_append(mend, text, g_array_index(lines, struct printed, i).text);
	mend_free(mend);
	document_clear(&document);
	return g_string_free(text, FALSE);
}

static void expect(const char *paper, guint count, const char *want)
{
	g_autofree char *got = mended(paper, count);
	ck_assert_str_eq(got, want);
}

START_TEST(joins_lines_with_one_space)
{
	expect("the old\npier", 2, "the old pier");
}
END_TEST

START_TEST(joins_words_hyphenated_across_lines)
{
	expect("more infor-\nmation came", 2, "more information came");
	expect("a wheel-\nbarrow full", 2, "a wheelbarrow full");
}
END_TEST

START_TEST(keeps_the_hyphen_that_the_paper_has_elsewhere)
{
	expect("A wheel-barrow.\n\na wheel-\nbarrow full", 2, "a wheel-barrow full");
}
END_TEST

START_TEST(a_word_whole_elsewhere_has_no_hyphen)
{
	expect("The overspend.\n\nan over-\nspend grew", 2, "an overspend grew");
}
END_TEST

START_TEST(keeps_the_hyphen_behind_a_first_part_of_english)
{
	expect("in four sub-\ncategories", 2, "in four sub-categories");
	expect("a self-\nassessment", 2, "a self-assessment");
}
END_TEST

START_TEST(two_words_of_the_paper_keep_their_hyphen)
{
	expect("The child came. It was centred.\n\na child-\ncentred plan", 2, "a child-centred plan");
}
END_TEST

START_TEST(a_third_part_keeps_the_hyphen)
{
	expect("an up-to-\ndate plan", 2, "an up-to-date plan");
}
END_TEST

START_TEST(a_name_keeps_its_hyphen)
{
	expect("Mrs Harding-\nJones spoke", 2, "Mrs Harding-Jones spoke");
}
END_TEST

START_TEST(a_dash_is_no_broken_word)
{
	expect("the pier -\nand the quay", 2, "the pier - and the quay");
	expect("the years 2016-\n17 were dry", 2, "the years 2016- 17 were dry");
}
END_TEST

START_TEST(a_soft_hyphen_at_a_lines_end_is_mended)
{
	expect("more infor\xc2\xad\nmation came", 2, "more information came");
}
END_TEST

START_TEST(an_address_cut_at_a_slash_goes_on)
{
	expect("see https://saltmouth.example/\npier here", 2, "see https://saltmouth.example/pier here");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("mend");
	TCase *tcase = tcase_create("mend");
	tcase_add_test(tcase, joins_lines_with_one_space);
	tcase_add_test(tcase, joins_words_hyphenated_across_lines);
	tcase_add_test(tcase, keeps_the_hyphen_that_the_paper_has_elsewhere);
	tcase_add_test(tcase, a_word_whole_elsewhere_has_no_hyphen);
	tcase_add_test(tcase, keeps_the_hyphen_behind_a_first_part_of_english);
	tcase_add_test(tcase, two_words_of_the_paper_keep_their_hyphen);
	tcase_add_test(tcase, a_third_part_keeps_the_hyphen);
	tcase_add_test(tcase, a_name_keeps_its_hyphen);
	tcase_add_test(tcase, a_dash_is_no_broken_word);
	tcase_add_test(tcase, a_soft_hyphen_at_a_lines_end_is_mended);
	tcase_add_test(tcase, an_address_cut_at_a_slash_goes_on);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
