/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "language.h"
#include "value.h"

/* The tree of `text`, printed with every bracket that it means; "error N: message" where it is refused. */
static char *read_query(const char *text)
{
	struct language language;
	language_init(&language);
	GError *error = NULL;
	char *out = NULL;
	if (!language_parse(&language, span_of(text), &error)) {
		ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
		out = g_strdup_printf("error %zu: %s", language.fault, error->message);
		g_error_free(error);
	} else {
		out = language.tree ? tree_print(language.tree) : g_strdup("nothing");
	}
	language_clear(&language);
	return out;
}

static void check_reading(const char *text, const char *expected)
{
	g_autofree char *printed = read_query(text);
	ck_assert_msg(strcmp(printed, expected) == 0, "%s\n is read as %s\n and not as %s", text, printed, expected);
}

/* That `text` is refused at byte `at` with a message that holds `part`. */
static void check_refused(const char *text, size_t at, const char *part)
{
	g_autofree char *printed = read_query(text);
	g_autofree char *head = g_strdup_printf("error %zu: ", at);
	ck_assert_msg(g_str_has_prefix(printed, head) && strstr(printed, part), "%s\n gives %s\n and not %s…%s…", text,
		      printed, head, part);
}

static void check_note(const char *text, const char *part)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of(text), NULL));
	bool found = false;
	for (guint n = 0; n < language.notes->len; n++)
		found = found || strstr(g_ptr_array_index(language.notes, n), part);
	ck_assert_msg(found, "%s: no note with '%s'", text, part);
	language_clear(&language);
}

static void check_same(const char *a, const char *b)
{
	struct language left;
	struct language right;
	language_init(&left);
	language_init(&right);
	ck_assert(language_parse(&left, span_of(a), NULL));
	ck_assert(language_parse(&right, span_of(b), NULL));
	struct tree *one = left.tree;
	struct tree *two = right.tree;
	g_autofree char *left_printed = tree_print(one);
	g_autofree char *right_printed = tree_print(two);
	ck_assert_str_eq(left_printed, right_printed);
	language_clear(&left);
	language_clear(&right);
}

START_TEST(words_side_by_side_are_all_wanted)
{
	check_reading("foster carers", "foster carers");
	check_same("foster carers", "foster AND carers");
	check_same("a (b c)", "a b c");
}
END_TEST

START_TEST(and_binds_closer_than_or_and_brackets_closest)
{
	check_reading("a b OR c d", "a b OR c d");
	check_reading("a (b OR c) d", "a (b OR c) d");
	check_reading("(a OR b) OR c", "a OR b OR c");
	check_reading("NOT (a b)", "NOT (a b)");
}
END_TEST

START_TEST(only_capitals_make_an_operator)
{
	check_reading("staying and put", "staying and put");
	check_note("staying and put", "'and' is searched as a word; the operator is AND in capitals");
	check_note("yes Or no", "OR in capitals");
	check_note("not now", "NOT in capitals");
	check_note("review near/8 fostering", "'near/8' is searched as words; the operator is NEAR/8 in capitals");
	check_note("care Adj/1 leaver", "the operator is ADJ/1 in capitals");
	check_reading("near/far and/or", "near/far and/or");
	check_reading("ANDREW ORWELL NOTE", "ANDREW ORWELL NOTE");
}
END_TEST

START_TEST(a_lone_minus_leaves_out)
{
	check_reading("a -b", "a NOT b");
	check_reading("a -\"b c\" -speaker:x -(d e)", "a NOT \"b c\" NOT speaker:x NOT (d e)");
	check_reading("-b", "NOT b");
	check_reading("a OR -b", "a OR NOT b");
	check_refused("a --b", 2, "one minus");
	check_refused("a \u2013b", 2, "dash");
}
END_TEST

START_TEST(a_dash_between_blanks_is_punctuation)
{
	check_reading("children - families", "children families");
	check_note("children \u2013 families", "has no word in it");
}
END_TEST

START_TEST(quotes_of_any_shape_make_a_phrase)
{
	check_reading("\"staying put\"", "\"staying put\"");
	check_reading("\u201cstaying put\u201d", "\"staying put\"");
	check_reading("\u201estaying put\u201f x", "\"staying put\" x");
	check_reading("\u00abstaying put\u00bb \u2033a b\u2033 \uff02c d\uff02", "\"staying put\" \"a b\" \"c d\"");
	check_note("'staying put'", "double ones do");
	check_note("``staying put''", "double ones do");
	check_refused("a \"b c", 2, "never closes");
	check_refused("a \"\"", 2, "no word between");
	check_refused("\"a b\"~3", 5, "'~' has no meaning behind a phrase");
}
END_TEST

START_TEST(a_passage_in_curly_quotes_stands_inside_straight_ones)
{
	check_reading("\"called \u201cStaying Put\u201d, a scheme\" x",
		      "\"called \u201cStaying Put\u201d, a scheme\" x");
	check_reading("\"a \u201eb c\u201c d\"", "\"a \u201eb c\u201c d\"");
	check_reading("title:\"the \u00abb c\u00bb\"", "title:\"the \u00abb c\u00bb\"");
	check_reading("\"a b\u201d c", "\"a b\" c");
	check_reading("\"a b\u201c \"c d\"", "\"a b\" \"c d\"");
	check_refused("\"a \u201cb c\u201d d", 0, "never closes");
}
END_TEST

START_TEST(joined_words_stand_side_by_side)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of("decision-making/taking"), NULL));
	ck_assert_int_eq(language.tree->op, TREE_WORDS);
	ck_assert_uint_eq(language.tree->words->len, 3);
	ck_assert_str_eq(tree_word(language.tree, 1)->text, "making");
	language_clear(&language);
}
END_TEST

START_TEST(a_star_opens_the_end_of_a_word)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of("\"care leaver*\""), NULL));
	ck_assert(!tree_word(language.tree, 0)->open);
	ck_assert(tree_word(language.tree, 1)->open);
	language_clear(&language);
	check_refused("ado*ion", 3, "'*' stands at the end of a word");
	check_refused("*tion", 0, "'*' stands at the end of a word");
	check_refused("a *", 2, "star stands alone");
	check_refused("wom?n", 3, "'?' does not stand for a letter");
}
END_TEST

START_TEST(nearness_takes_words_and_phrases)
{
	check_reading("care ADJ/1 leaver", "care ADJ/1 leaver");
	check_reading("x fostering NEAR/8 \"annual review\" y", "x fostering NEAR/8 \"annual review\" y");
	check_reading("a NEAR/5 b NEAR/5 c", "a NEAR/5 b NEAR/5 c");
	check_refused("a NEAR b", 2, "NEAR needs a number");
	check_refused("a ADJ/0 b", 2, "from 1 to");
	check_refused("a ADJ/1 b NEAR/2 c", 10, "one operator and one number");
	check_reading("a NEAR/2 (b OR \"c d\" OR ~uasc) NEAR/2 e", "a NEAR/2 (b OR \"c d\" OR ~uasc) NEAR/2 e");
	check_reading("(a OR b) ADJ/2 c d", "(a OR b) ADJ/2 c d");
	check_reading("(a) ADJ/2 ((b OR c))", "a ADJ/2 (b OR c)");
	check_refused("a NEAR/2 (b c)", 2, "a word, a phrase or a ~family on both sides");
	check_refused("(a OR topic:b) NEAR/2 c", 15, "a word, a phrase or a ~family on both sides");
	check_refused("a NEAR/2 (b OR NOT c)", 2, "a word, a phrase or a ~family on both sides");
	check_refused("a NEAR/2 (b NEAR/2 c)", 2, "a word, a phrase or a ~family on both sides");
	check_refused("speaker:a NEAR/2 b", 10, "a word, a phrase or a ~family on both sides");
}
END_TEST

START_TEST(the_same_field_twice_is_either_and_another_field_is_and)
{
	check_reading("x speaker:a type:minutes speaker:b", "x (speaker:a OR speaker:b) type:minutes");
	check_reading("speaker:a speaker:b", "speaker:a OR speaker:b");
	check_reading("speaker:a AND speaker:b", "speaker:a AND speaker:b");
	check_reading("-type:agenda -type:report", "NOT type:agenda NOT type:report");
	check_reading("title:a title:b title:c d", "(title:a OR title:b OR title:c) d");
}
END_TEST

START_TEST(a_field_takes_a_word_or_a_quoted_value)
{
	check_reading("speaker:\"Sarah Hammond\"", "speaker:\"Sarah Hammond\"");
	check_reading("SPEAKER:khosla", "speaker:khosla");
	check_reading("date:\u201c26 May 2016\u201d x", "date:\"26 May 2016\" x");
	check_reading("10:30", "10:30");
	check_refused("x speaker:", 2, "speaker: needs a value right behind it, like speaker:khosla");
	check_refused("speaker: khosla", 0, "needs a value");
	check_refused("speaker:\"\"", 0, "needs a value");
	check_refused("spekar:x", 0, "no field 'spekar'; did you mean speaker:?");
	check_refused("zzz:x", 0, "there are speaker, spoke");
	check_refused("type:minuts", 5, "did you mean type:minutes? there are minutes, agenda");
	check_refused("kind:prose", 5, "there are heading");
	check_refused("is:nice", 3, "there are resolution, restricted, undated, draft, confirmed");
	check_refused("speaker:(a OR b)", 8, "brackets cannot stand behind speaker:");
	check_refused("speaker:kho*", 8, "takes whole words");
	check_refused("speaker:\"a", 8, "never closes");
	check_refused("file:a(1).pdf", 6, "put quotes round all of it");
}
END_TEST

START_TEST(what_other_languages_write_is_refused_with_a_hint)
{
	check_refused("a ~ b", 2, "'~' stands right before a word");
	check_refused("~uasc*", 5, "a family takes whole words");
	check_refused("~uasc~2", 5, "'~' has no meaning here");
	check_refused("~\"b c\"d", 6, "the family's name goes on here");
	check_refused("~\"b c", 1, "this quote never closes");
	check_reading("a NEAR/3 ~uasc", "a NEAR/3 ~uasc");
	check_refused("a | b", 2, "write OR");
	check_refused("a && b", 2, "AND or nothing");
	check_refused("a !b", 2, "-word");
	check_refused("a|b", 1, "'|' is no operator here; write OR");
	check_refused("a||b", 1, "'||' is no operator here; write OR");
	check_refused("speaker:a|b", 9, "the same field twice means either: speaker:a speaker:b");
	check_refused("x a&&b", 3, "AND or nothing");
	check_reading("R&D AT&T wow!", "R&D AT&T wow!");
	check_refused("word^2", 4, "'^' has no meaning");
}
END_TEST

START_TEST(an_operator_without_a_side_is_refused)
{
	check_refused("a AND", 2, "AND needs something on both its sides");
	check_refused("OR a", 0, "in small letters: or");
	check_refused("a OR OR b", 2, "OR needs");
	check_refused("a NOT", 2, "NOT needs something behind it");
	check_refused("(a", 0, "never closes");
	check_refused("a (", 2, "never closes");
	check_refused("a )", 2, "closes nothing");
	check_refused("()", 0, "nothing stands between");
	check_refused("(a OR) b", 3, "OR needs");
	check_refused("NEAR/3 a", 0, "NEAR needs something on both its sides");
}
END_TEST

START_TEST(nothing_to_search_is_no_tree)
{
	check_reading("", "nothing");
	check_reading(" - ", "nothing");
}
END_TEST

START_TEST(hostile_nesting_is_refused)
{
	g_autofree char *deep = g_strnfill(100000, '(');
	check_refused(deep, 100, "nested too deep");
	GString *nots = g_string_new(NULL);
	for (int n = 0; n < 5000; n++)
		g_string_append(nots, "NOT ");
	g_string_append(nots, "a");
	check_refused(nots->str, 400, "nested too deep");
	g_string_free(nots, TRUE);
}
END_TEST

START_TEST(the_caret_stands_under_the_place_by_display_width)
{
	struct language language;
	language_init(&language);
	const char *query = "e\u0301te\u0301 \u8b70\u4e8b \"foo";
	ck_assert(!language_parse(&language, span_of(query), NULL));
	g_autofree char *caret = language_caret(&language, span_of(query));
	ck_assert(g_str_has_suffix(caret, "\n         ^"));
	language_clear(&language);
}
END_TEST

START_TEST(a_pasted_sentence_is_any_of_its_words)
{
	struct language language;
	language_init(&language);
	const char *query = "(a) What was \"agreed with\" the \"Panel AND who: type:minutes type:report NOT -so?";
	ck_assert(language_parse_any(&language, span_of(query), NULL));
	g_autofree char *printed = tree_print(language.tree);
	ck_assert_str_eq(printed, "(\"agreed with\" OR Panel) (type:minutes OR type:report)");
	ck_assert_uint_eq(language.notes->len, 1);
	ck_assert_str_eq(g_ptr_array_index(language.notes, 0),
			 "left out as too common to tell anything: a, what, was, the, and, who, not, so");
	language_clear(&language);
	language_init(&language);
	ck_assert(language_parse_any(&language, span_of("What was that?"), NULL));
	g_autofree char *common = tree_print(language.tree);
	ck_assert_str_eq(common, "What OR was OR that");
	language_clear(&language);
	language_init(&language);
	ck_assert(!language_parse_any(&language, span_of("x type:y"), NULL));
	ck_assert_uint_eq(language.fault, 7);
	language_clear(&language);
}
END_TEST

START_TEST(a_filter_joins_its_field_in_the_query)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of("x speaker:a"), NULL));
	struct tree *filter = NULL;
	ck_assert(value_parse(&filter, field_find(span_of("speaker")), span_of("b c"), true, NULL));
	language.tree = language_join(language.tree, filter);
	ck_assert(value_parse(&filter, field_find(span_of("type")), span_of("minutes"), false, NULL));
	language.tree = language_join(language.tree, filter);
	g_autofree char *printed = tree_print(language.tree);
	ck_assert_str_eq(printed, "x (speaker:a OR speaker:\"b c\") type:minutes");
	language_clear(&language);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("language");
	TCase *tests = tcase_create("language");
	tcase_add_test(tests, words_side_by_side_are_all_wanted);
	tcase_add_test(tests, and_binds_closer_than_or_and_brackets_closest);
	tcase_add_test(tests, only_capitals_make_an_operator);
	tcase_add_test(tests, a_lone_minus_leaves_out);
	tcase_add_test(tests, a_dash_between_blanks_is_punctuation);
	tcase_add_test(tests, quotes_of_any_shape_make_a_phrase);
	tcase_add_test(tests, a_passage_in_curly_quotes_stands_inside_straight_ones);
	tcase_add_test(tests, joined_words_stand_side_by_side);
	tcase_add_test(tests, a_star_opens_the_end_of_a_word);
	tcase_add_test(tests, nearness_takes_words_and_phrases);
	tcase_add_test(tests, the_same_field_twice_is_either_and_another_field_is_and);
	tcase_add_test(tests, a_field_takes_a_word_or_a_quoted_value);
	tcase_add_test(tests, what_other_languages_write_is_refused_with_a_hint);
	tcase_add_test(tests, an_operator_without_a_side_is_refused);
	tcase_add_test(tests, nothing_to_search_is_no_tree);
	tcase_add_test(tests, hostile_nesting_is_refused);
	tcase_add_test(tests, the_caret_stands_under_the_place_by_display_width);
	tcase_add_test(tests, a_pasted_sentence_is_any_of_its_words);
	tcase_add_test(tests, a_filter_joins_its_field_in_the_query);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
