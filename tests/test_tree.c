/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "language.h"
#include "value.h"

/* A random tree in the form that parsing gives: no AND in an AND, no OR in an OR. */
static struct tree *random_leaf(GRand *dice, bool with_fields)
{
	static const char *const words[] = {"care", "Leavers", "adopt*", "decision-making", "5,000", "child\u2019s"};
	static const char *const phrases[] = {"staying put", "care leaver*", "a", "foster-carers, kin"};
	static const char *const fields[][2] = {
		{"speaker", "khosla"},   {"speaker", "Mr A Smith"}, {"type", "minutes"},    {"date", "2013..2016"},
		{"date", "26 May 2016"}, {"title", "staying put"},  {"kind", "resolution"}, {"item", "B3"},
	};
	guint roll = (guint)g_rand_int_range(dice, 0, with_fields ? 3 : 2);
	if (roll == 0)
		return tree_leaf(TREE_WORDS, span_of(words[g_rand_int_range(dice, 0, G_N_ELEMENTS(words))]));
	if (roll == 1)
		return tree_leaf(TREE_PHRASE, span_of(phrases[g_rand_int_range(dice, 0, G_N_ELEMENTS(phrases))]));
	const char *const *field = fields[g_rand_int_range(dice, 0, G_N_ELEMENTS(fields))];
	struct tree *leaf = NULL;
	bool quoted = strchr(field[1], ' ') != NULL;
	ck_assert(value_parse(&leaf, field_find(span_of(field[0])), span_of(field[1]), quoted, NULL));
	return leaf;
}

/* What ADJ and NEAR take. */
static struct tree *random_place(GRand *dice, int depth)
{
	if (depth == 0 || g_rand_int_range(dice, 0, 3) > 0)
		return random_leaf(dice, false);
	if (g_rand_boolean(dice)) {
		bool quoted = g_rand_boolean(dice);
		struct tree *family = tree_leaf(TREE_FAMILY, span_of(quoted ? "staying put" : "uasc"));
		family->quoted = quoted;
		return family;
	}
	struct tree *any = tree_new(TREE_OR);
	for (int n = 0; n < 2; n++)
		tree_add(any, random_place(dice, depth - 1));
	return any;
}

static struct tree *random_tree(GRand *dice, int depth)
{
	static const enum tree_op inner[] = {TREE_ADJ, TREE_NEAR, TREE_AND, TREE_OR, TREE_NOT};
	if (depth == 0 || g_rand_int_range(dice, 0, 4) == 0)
		return random_leaf(dice, true);
	struct tree *node = tree_new(inner[g_rand_int_range(dice, 0, G_N_ELEMENTS(inner))]);
	bool is_near = node->op == TREE_ADJ || node->op == TREE_NEAR;
	if (is_near)
		node->distance = (guint)g_rand_int_range(dice, 1, 30);
	int count = node->op == TREE_NOT ? 1 : g_rand_int_range(dice, 2, 5);
	for (int n = 0; n < count; n++)
		tree_add(node, is_near ? random_place(dice, 2) : random_tree(dice, depth - 1));
	return node;
}

START_TEST(a_printed_tree_parses_to_the_same_tree)
{
	GRand *dice = g_rand_new_with_seed(20160526);
	for (int round = 0; round < 3000; round++) {
		struct tree *tree = random_tree(dice, 5);
		g_autofree char *printed = tree_print(tree);
		struct language language;
		language_init(&language);
		GError *error = NULL;
		ck_assert_msg(language_parse(&language, span_of(printed), &error), "%s: %s", printed,
			      error ? error->message : "");
		g_autofree char *again = tree_print(language.tree);
		ck_assert_msg(tree_equal(tree, language.tree), "%s\n became %s", printed, again);
		language_clear(&language);
		tree_free(tree);
	}
	g_rand_free(dice);
}
END_TEST

/* Any mixture of the language's pieces either parses and survives printing, or is refused within its text. */
START_TEST(any_text_parses_or_is_refused_within_it)
{
	static const char *const pieces[] = {
		"a",     " ",      "\"",    "(", ")",  " AND ", " OR ",   " NOT ", "-",      "speaker:", "type:minutes",
		"*",     "NEAR/3", "date:", "~", "..", "2016",  "\u201c", "'",     "\u2013", "\u8b70",   "é",
		"\n",    "&",      "ADJ/1", ":", "^",  "!",     "title:", "/",     ",",      "?",        "is:",
		"draft",
	};
	GRand *dice = g_rand_new_with_seed(7);
	for (int round = 0; round < 30000; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		int count = g_rand_int_range(dice, 0, 12);
		for (int n = 0; n < count; n++)
			g_string_append(text, pieces[g_rand_int_range(dice, 0, G_N_ELEMENTS(pieces))]);
		struct language language;
		language_init(&language);
		if (!language_parse(&language, span_of(text->str), NULL)) {
			ck_assert_uint_le(language.fault, text->len);
			g_autofree char *caret = language_caret(&language, span_of(text->str));
			ck_assert_ptr_null(language.tree);
		} else if (language.tree) {
			g_autofree char *printed = tree_print(language.tree);
			struct language again;
			language_init(&again);
			ck_assert(language_parse(&again, span_of(printed), NULL));
			ck_assert_msg(tree_equal(language.tree, again.tree), "%s\n%s", text->str, printed);
			language_clear(&again);
		}
		language_clear(&language);
		language_init(&language);
		language_parse_any(&language, span_of(text->str), NULL);
		language_clear(&language);
	}
	g_rand_free(dice);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("tree");
	TCase *tests = tcase_create("tree");
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, a_printed_tree_parses_to_the_same_tree);
	tcase_add_test(tests, any_text_parses_or_is_refused_within_it);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
