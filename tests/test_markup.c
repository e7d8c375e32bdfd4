/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "markup.h"

static struct markup markup;

static void expect(const char *line, const char *clean)
{
	g_autofree char *got = markup_clean(&markup, line);
	ck_assert_str_eq(got, clean);
}

static void expect_kept(const char *line)
{
	expect(line, line);
}

START_TEST(takes_headings_and_knows_their_level)
{
	expect("## Declarations of Interest", "Declarations of Interest");
	ck_assert_int_eq(markup.heading, 2);
	expect("##No heading", "##No heading");
	ck_assert_int_eq(markup.heading, 0);
	expect("####### Too deep", "####### Too deep");
}
END_TEST

START_TEST(takes_emphasis_and_tells_strong_lines)
{
	expect("**Apologies**", "Apologies");
	ck_assert(markup.strong);
	expect("*Adjourned*", "Adjourned");
	ck_assert(markup.emphasized && !markup.strong);
	expect("the *old* and __new__ pier", "the old and new pier");
	ck_assert(!markup.strong && !markup.emphasized);
}
END_TEST

START_TEST(measures_a_run_in_heading)
{
	expect("**Ferries:** they run late", "Ferries: they run late");
	ck_assert_uint_eq(markup.lead, strlen("Ferries:"));
	ck_assert(!markup.strong);
}
END_TEST

START_TEST(takes_quotes)
{
	expect("> > the pier", "the pier");
	ck_assert(markup.quoted);
	expect("the pier", "the pier");
	ck_assert(!markup.quoted);
}
END_TEST

START_TEST(takes_escapes)
{
	expect("1\\. the pier \\[sic\\]", "1. the pier [sic]");
}
END_TEST

START_TEST(takes_tags_inside_a_line)
{
	expect("the <b>old</b> pier<sup>2</sup>", "the old pier2");
	expect("<!-- page 3 -->the pier", "the pier");
}
END_TEST

START_TEST(keeps_marks_that_are_words)
{
	static const char *const lines[] = {"2 * 3 * 4 = 24",
					    "a file_name_here",
					    "5 < 6 and 7 > 6",
					    "under <5% of homes",
					    "a*b",
					    "(* marks a vacancy)",
					    "snake_case and _",
					    "<unknown>text",
					    "C#",
					    NULL};
	for (int i = 0; lines[i]; i++)
		expect_kept(lines[i]);
}
END_TEST

START_TEST(block_tags_part_pieces)
{
	g_autoptr(GPtrArray) pieces =
		markup_pieces("<p>The pier</p> <ul><li>one</li><li>two <b>bold</b></li></ul>tail<br/>");
	static const char *const want[] = {"The pier", "one", "two bold", "tail"};
	ck_assert_uint_eq(pieces->len, G_N_ELEMENTS(want));
	for (guint i = 0; i < pieces->len; i++)
		ck_assert_str_eq(pieces->pdata[i], want[i]);
}
END_TEST

START_TEST(only_known_tags_are_tags)
{
	ck_assert(markup_has_tags("<p>the pier"));
	ck_assert(markup_has_tags("a <SPAN class=\"x\">pier"));
	ck_assert(!markup_has_tags("a < b"));
	ck_assert(!markup_has_tags("mail <clerk@saltmouth.example>"));
	ck_assert(!markup_has_tags("no end <p"));
}
END_TEST

static char *letters(const char *text)
{
	GString *out = g_string_new(NULL);
	for (; *text; text++)
		if (g_ascii_isalnum(*text) || (guchar)*text >= 0x80)
			g_string_append_c(out, *text);
	return g_string_free(out, FALSE);
}

START_TEST(no_letter_is_lost_with_the_marks)
{
	static const char *const pieces[] = {"*", "**", "_", "__", "\\", "a", "pier ", " ",
					     "#", ">",  "é", "<",  "&",  "-", "5"};
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);
	for (int round = 0; round < 20000; round++) {
		g_autoptr(GString) line = g_string_new(NULL);
		for (int n = g_rand_int_range(rand, 0, 14); n > 0; n--)
			g_string_append(line, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
		if (markup_has_tags(line->str))
			continue;
		g_autofree char *clean = markup_clean(&markup, line->str);
		g_autofree char *want = letters(line->str), *got = letters(clean);
		ck_assert_msg(strcmp(want, got) == 0, "'%s' became '%s'", line->str, clean);
		ck_assert_uint_le(markup.lead, strlen(clean));
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("markup");
	TCase *tcase = tcase_create("markup");
	tcase_add_test(tcase, takes_headings_and_knows_their_level);
	tcase_add_test(tcase, takes_emphasis_and_tells_strong_lines);
	tcase_add_test(tcase, measures_a_run_in_heading);
	tcase_add_test(tcase, takes_quotes);
	tcase_add_test(tcase, takes_escapes);
	tcase_add_test(tcase, takes_tags_inside_a_line);
	tcase_add_test(tcase, keeps_marks_that_are_words);
	tcase_add_test(tcase, block_tags_part_pieces);
	tcase_add_test(tcase, only_known_tags_are_tags);
	tcase_add_test(tcase, no_letter_is_lost_with_the_marks);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
