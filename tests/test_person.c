/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "person.h"

#include <check.h>

struct parsed {
	struct tokens tokens;
	struct form form;
	guint end;
};

static void parse(struct parsed *parsed, const char *text)
{
	tokens_init(&parsed->tokens, span_of(text));
	parsed->end = form_parse(&parsed->form, &parsed->tokens, 0);
}

static char *printed(const char *text)
{
	struct parsed parsed;
	parse(&parsed, text);
	char *name = parsed.end > 0 ? form_print(&parsed.form) : g_strdup("-");
	tokens_clear(&parsed.tokens);
	return name;
}

static const struct {
	const char *text, *name;
} names[] = {
	{"Mrs A D Alder, MBE (Chairman)", "Mrs A D Alder"},
	{"Mr P.J. Birch gave", "Mr P.J. Birch"},
	{"Mr PJ Birch", "Mr PJ Birch"},
	{"Mr. Pat Cedar said", "Mr Pat Cedar"},
	{"Cllr Dara Dogwood", "Dara Dogwood"},
	{"Cllr. D. Dogwood", "D. Dogwood"},
	{"Councillor Dogwood", "Councillor Dogwood"},
	{"Cllr Mrs Elder", "Mrs Elder"},
	{"Sir Paul Fir, CBE", "Sir Paul Fir"},
	{"Mr P V Gorse-Hazel KC", "Mr P V Gorse-Hazel"},
	{"Ms O’Gorman", "Ms O’Gorman"},
	{"Mr J P McIvy", "Mr J P McIvy"},
	{"Mrs van der Larch spoke", "Mrs van der Larch"},
	{"Dr Maria de la Lime", "Dr Maria de la Lime"},
	{"Collins (M)", "-"},
	{"Councillor Collins (M) expressed", "Collins (M)"},
	{"MR MAPLE", "Mr Maple"},
	{"Joan Oak", "Joan Oak"},
	{"Inspector Bob Pine", "Bob Pine"},
	{"PC Pine", "PC Pine"},
	{"Mayor Helen Quince", "Helen Quince"},
	{"Mr Rowan Cabinet Member", "Mr Rowan"},
	{"Mr Rowan's absence", "Mr Rowan"},
	{"Mr Jim Rowan MP made", "Mr Jim Rowan"},
	{"Kent County Council", "-"},
	{"Virtual School", "-"},
	{"Executive Director", "-"},
	{"Deputy Prime Minister", "-"},
	{"Mayor's Question Time", "-"},
	{"MRS Census Group", "-"},
	{"Mr and Mrs Rowan", "-"},
	{"Dr Philippa A Rowan", "Dr Philippa A Rowan"},
	{"Adam Rowan Job Title", "Adam Rowan"},
	{"George West E01014681", "George West"},
	{"Deputy Medical Director", "-"},
};

START_TEST(reads_and_prints_every_form)
{
	g_autofree char *name = printed(names[_i].text);
	ck_assert_str_eq(name, names[_i].name);
}
END_TEST

static bool compatible(const char *one, const char *other)
{
	struct parsed a, b;
	parse(&a, one);
	parse(&b, other);
	bool is_compatible = form_given_compatible(&a.form, &b.form);
	tokens_clear(&a.tokens);
	tokens_clear(&b.tokens);
	return is_compatible;
}

START_TEST(given_names_fit_initials_variants_and_nothing_else)
{
	ck_assert(compatible("Mr M Alder", "Mike Alder"));
	ck_assert(compatible("Michael Alder", "Mike Alder"));
	ck_assert(compatible("Mr R Alder", "Mr R W Alder"));
	ck_assert(compatible("Mr Alder", "Mr R W Alder"));
	ck_assert(compatible("Alastair Alder", "Alistair Alder"));
	ck_assert(!compatible("Mr M Alder", "Rob Alder"));
	ck_assert(!compatible("Mark Alder", "Martin Alder"));
	ck_assert(!compatible("Mr P J Alder", "Mr P M Alder"));
}
END_TEST

START_TEST(a_whole_given_name_outweighs_initials_and_initials_a_bare_surname)
{
	struct parsed full, initials, bare;
	parse(&full, "Joan Oak");
	parse(&initials, "Mrs J M B Oak");
	parse(&bare, "Mrs Oak");
	ck_assert_uint_gt(form_weight(&full.form), form_weight(&initials.form));
	ck_assert_uint_gt(form_weight(&initials.form), form_weight(&bare.form));
	tokens_clear(&full.tokens);
	tokens_clear(&initials.tokens);
	tokens_clear(&bare.tokens);
}
END_TEST

START_TEST(one_wrong_letter_is_close_two_are_not)
{
	ck_assert(surname_is_close("ghost", "gost"));
	ck_assert(surname_is_close("alder", "aldor"));
	ck_assert(!surname_is_close("alder", "elder"));
	ck_assert(!surname_is_close("alder", "aldus"));
	ck_assert(!surname_is_close("fir", "far"));
}
END_TEST

START_TEST(initials_and_titles_end_no_sentence)
{
	struct tokens tokens;
	tokens_init(&tokens, span_of("Mr. A. Alder met the mayor. He left."));
	ck_assert_uint_eq(tokens_sentence_end(&tokens, 0), 6);
	ck_assert_str_eq(tokens_at(&tokens, 6)->word, "he");
	tokens_clear(&tokens);
}
END_TEST

START_TEST(the_word_lists_can_be_searched_by_halving)
{
	ck_assert(name_is_given("aaron"));
	ck_assert(name_is_given("zoe"));
	ck_assert(name_is(NAME_OFFICE, "accountant"));
	ck_assert(name_is(NAME_OFFICE, "whip"));
	ck_assert_ptr_nonnull(name_title_find("alderman"));
	ck_assert_ptr_nonnull(name_title_find("viscount"));
	ck_assert_ptr_null(name_title_find("alder"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("person");
	TCase *cases = tcase_create("person");
	tcase_add_loop_test(cases, reads_and_prints_every_form, 0, G_N_ELEMENTS(names));
	tcase_add_test(cases, given_names_fit_initials_variants_and_nothing_else);
	tcase_add_test(cases, a_whole_given_name_outweighs_initials_and_initials_a_bare_surname);
	tcase_add_test(cases, one_wrong_letter_is_close_two_are_not);
	tcase_add_test(cases, initials_and_titles_end_no_sentence);
	tcase_add_test(cases, the_word_lists_can_be_searched_by_halving);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
