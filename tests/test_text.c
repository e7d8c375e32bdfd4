/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "text.h"

static void assert_owned(char *got, const char *want)
{
	ck_assert_str_eq(got, want);
	g_free(got);
}

static void assert_fold(const char *word, const char *want)
{
	g_autoptr(GString) out = g_string_new(NULL);
	text_fold(out, span_of(word));
	ck_assert_str_eq(out->str, want);
}

/* The words of a text, folded and joined by "|". */
static void assert_words(const char *text, const char *want)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(span_of(text), &pos, &word);) {
		if (out->len > 0)
			g_string_append_c(out, '|');
		text_fold(out, word);
	}
	ck_assert_str_eq(out->str, want);
}

/* The examples of Unicode 15, tables 3-8 to 3-11, and the ends of every range of table 3-7. */
START_TEST(replaces_maximal_subparts_of_ill_formed_sequences)
{
	static const struct {
		const char *bytes;
		const char *want;
		size_t replaced;
	} cases[] = {
		{"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8},
		{"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8},
		{"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB", 7},
		{"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFDA", 4},
		{"\xC2", "\uFFFD", 1},
		{"\xE0\xA0", "\uFFFD", 1},
		{"\xE0\x9F", "\uFFFD\uFFFD", 2},
		{"\xF0\x90\x80", "\uFFFD", 1},
		{"\xF0\x8F\x80", "\uFFFD\uFFFD\uFFFD", 3},
		{"\xF4\x8F\xBF", "\uFFFD", 1},
		{"\xF4\x90", "\uFFFD\uFFFD", 2},
		{"\xF5\x80", "\uFFFD\uFFFD", 2},
		{"caf\xE9 r\xC3\xA9union", "caf\uFFFD r\u00E9union", 1},
		{"plain", "plain", 0},
		{"", "", 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		size_t replaced = 99;
		assert_owned(text_repair(span_of(cases[i].bytes), &replaced), cases[i].want);
		ck_assert_uint_eq(replaced, cases[i].replaced);
	}
}
END_TEST

START_TEST(replaces_nul_in_the_middle)
{
	struct span bytes = {"a\0b", 3};
	assert_owned(text_repair(bytes, NULL), "a\uFFFDb");
}
END_TEST

START_TEST(repairs_any_bytes_to_well_formed_text)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(4711);
	for (int round = 0; round < 2000; round++) {
		char bytes[24];
		size_t len = (size_t)g_rand_int_range(chance, 0, sizeof(bytes) + 1);
		for (size_t i = 0; i < len; i++)
			bytes[i] = (char)g_rand_int_range(chance, 0, 256);
		struct span span = {bytes, len};
		size_t replaced;
		g_autofree char *text = text_repair(span, &replaced);
		ck_assert(g_utf8_validate(text, -1, NULL));
		g_autofree char *again = text_repair(span_of(text), &replaced);
		ck_assert_str_eq(again, text);
		ck_assert_uint_eq(replaced, 0);
	}
}
END_TEST

START_TEST(composes_accents_and_leaves_out_what_is_invisible)
{
	assert_owned(text_compose(span_of("cafe\u0301")), "caf\u00E9");
	assert_owned(text_compose(span_of("e\u00AD\u0301")), "\u00E9");
	assert_owned(text_compose(span_of("\uFEFFco\u00ADoperate\u200B now\u200D\u2060")), "cooperate now");
	assert_owned(text_compose(span_of("\u201Cquoted\u201D \u2013 \u2022 \u00A31m")),
		     "\u201Cquoted\u201D \u2013 \u2022 \u00A31m");
	assert_owned(text_compose(span_of("\u212B \u1112\u1161\u11AB")), "\u00C5 \uD55C");
	assert_owned(text_compose(span_of("\u0301start")), "\u0301start");
	assert_owned(text_compose(span_of("")), "");
}
END_TEST

START_TEST(composes_runs_as_the_whole_would_be)
{
	static const char *const pieces[] = {"a",      "e",      " ",      "\u00E9", "\u0301", "\u0323",
					     "\u1100", "\u1161", "\u2019", "\u0928", "\u093C"};
	g_autoptr(GRand) chance = g_rand_new_with_seed(99);
	for (int round = 0; round < 3000; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (int i = g_rand_int_range(chance, 0, 9); i > 0; i--)
			g_string_append(text, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
		g_autofree char *want = g_utf8_normalize(text->str, -1, G_NORMALIZE_NFC);
		assert_owned(text_compose(span_of(text->str)), want);
	}
}
END_TEST

START_TEST(squeezes_every_kind_of_white_space)
{
	assert_owned(text_squeeze(span_of(" \t a\n\r\n b\u00A0\u2003c\u2028d\u3000\x0C")), "a b c d");
	assert_owned(text_squeeze(span_of("one two")), "one two");
	assert_owned(text_squeeze(span_of(" \n ")), "");
}
END_TEST

START_TEST(folds_case_accents_ligatures_and_apostrophes)
{
	assert_fold("PANEL", "panel");
	assert_fold("Caf\u00E9", "cafe");
	assert_fold("cafe\u0301", "cafe");
	assert_fold("Stra\u00DFe", "strasse");
	assert_fold("\uFB01nancial o\uFB03ce", "financial office");
	assert_fold("O\u2019Grady", "o'grady");
	assert_fold("O\u2018Grady", "o'grady");
	assert_fold("\uFF30\uFF41\uFF4E\uFF45\uFF4C", "panel");
	assert_fold("\u0130stanbul", "istanbul");
	assert_fold("\u0141ukasz \u00D8stergaard \u0110or\u0111e", "lukasz ostergaard dorde");
	assert_fold("\u00C6lfric \u0152uvre \u01FD \u00DEorn Ayd\u0131n", "aelfric oeuvre ae thorn aydin");
	assert_fold("\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "\u03C3\u03B9\u03C3\u03C5\u03C6\u03BF\u03C3");
}
END_TEST

START_TEST(folding_a_folded_character_changes_nothing)
{
	g_autoptr(GString) once = g_string_new(NULL);
	g_autoptr(GString) twice = g_string_new(NULL);
	for (gunichar code = 1; code < 0x20000; code++) {
		char bytes[8];
		if (!g_unichar_validate(code))
			continue;
		bytes[g_unichar_to_utf8(code, bytes)] = '\0';
		g_string_truncate(once, 0);
		g_string_truncate(twice, 0);
		text_fold(once, span_of(bytes));
		text_fold(twice, span_of(once->str));
		ck_assert_msg(g_string_equal(once, twice), "U+%04X", code);
	}
}
END_TEST

START_TEST(folding_appends)
{
	g_autoptr(GString) out = g_string_new("Z");
	text_fold(out, span_of("Ab"));
	ck_assert_str_eq(out->str, "Zab");
}
END_TEST

START_TEST(cuts_words_at_hyphens_slashes_and_dashes_only)
{
	assert_words("The care-leavers\u2014aged 16/17\u2013did", "the|care|leavers|aged|16|17|did");
	assert_words("O\u2019Grady\u2019s children's homes", "o'grady's|children's|homes");
	assert_words("Members\u2019 views, 'quoted' words", "members|views|quoted|words");
	assert_words("\u00A315,000 or 2.99% of 24/00108.", "15,000|or|2.99|of|24|00108");
	assert_words("e.g. 1, 2. 3.a", "e|g|1|2|3|a");
	assert_words("report\u00B9 CO2 \u00BD", "report|co2");
	assert_words("re\u0301sume\u0301 \u65E5\u672C\u8A9E \u0301 end", "resume|\u65E5\u672C\u8A9E|end");
	assert_words("---", "");
	assert_words("", "");
}
END_TEST

START_TEST(words_are_places_in_the_text)
{
	struct span text = span_of("(\u201CStaying Put\u201D)");
	struct span word;
	size_t pos = 0;
	ck_assert(text_next_word(text, &pos, &word));
	ck_assert_uint_eq((size_t)(word.ptr - text.ptr), 4);
	ck_assert_uint_eq(word.len, 7);
	ck_assert_uint_eq(pos, 11);
	ck_assert(text_next_word(text, &pos, &word));
	ck_assert_uint_eq((size_t)(word.ptr - text.ptr), 12);
	ck_assert(!text_next_word(text, &pos, &word));
	ck_assert_uint_eq(pos, text.len);
}
END_TEST

START_TEST(never_reads_beyond_ill_formed_text)
{
	static const char *const bad[] = {"a\xE2", "a\xE2\x80", "1.\xF0\x9F", "o'\xC3", "\xFF\xFE"};
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		char *copy = g_memdup2(bad[i], strlen(bad[i]));
		struct span text = {copy, strlen(bad[i])};
		struct span word;
		size_t words = 0;
		for (size_t pos = 0; text_next_word(text, &pos, &word);)
			words++;
		ck_assert_uint_eq(words, i == 4 ? 0 : 1);
		g_autofree char *shown = text_printable(text);
		ck_assert(g_utf8_validate(shown, -1, NULL));
		g_free(copy);
	}
}
END_TEST

START_TEST(measures_terminal_columns)
{
	ck_assert_uint_eq(text_width(span_of("Panel")), 5);
	ck_assert_uint_eq(text_width(span_of("cafe\u0301")), 4);
	ck_assert_uint_eq(text_width(span_of("\u65E5\u672C")), 4);
	ck_assert_uint_eq(text_width(span_of("")), 0);
}
END_TEST

START_TEST(shows_nothing_that_a_terminal_would_obey)
{
	assert_owned(text_printable(span_of("a\x1B[31mred\a")), "a\uFFFD[31mred\uFFFD");
	assert_owned(text_printable(span_of("two\nlines\xC2\x9Bx")), "two\uFFFDlines\uFFFDx");
	assert_owned(text_printable(span_of("abc\u202Edef\u2066g\u200F")), "abcdefg");
	assert_owned(text_printable(span_of("caf\u00E9 \u201Cx\u201D")), "caf\u00E9 \u201Cx\u201D");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("text");
	tcase_add_test(tcase, replaces_maximal_subparts_of_ill_formed_sequences);
	tcase_add_test(tcase, replaces_nul_in_the_middle);
	tcase_add_test(tcase, repairs_any_bytes_to_well_formed_text);
	tcase_add_test(tcase, composes_accents_and_leaves_out_what_is_invisible);
	tcase_add_test(tcase, composes_runs_as_the_whole_would_be);
	tcase_add_test(tcase, squeezes_every_kind_of_white_space);
	tcase_add_test(tcase, folds_case_accents_ligatures_and_apostrophes);
	tcase_add_test(tcase, folding_a_folded_character_changes_nothing);
	tcase_add_test(tcase, folding_appends);
	tcase_add_test(tcase, cuts_words_at_hyphens_slashes_and_dashes_only);
	tcase_add_test(tcase, words_are_places_in_the_text);
	tcase_add_test(tcase, never_reads_beyond_ill_formed_text);
	tcase_add_test(tcase, measures_terminal_columns);
	tcase_add_test(tcase, shows_nothing_that_a_terminal_would_obey);
	Suite *suite = suite_create("text");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
