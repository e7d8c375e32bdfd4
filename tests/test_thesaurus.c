/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "thesaurus.h"

static struct thesaurus *parse(const char *text)
{
	struct thesaurus *thesaurus = NULL;
	GError *error = NULL;
	bool good = thesaurus_parse(&thesaurus, span_of(text), &error);
	ck_assert_msg(good, "%s", error ? error->message : "");
	return thesaurus;
}

/* "form low..high; form" of the family with this name, or "none". */
static char *find(const struct thesaurus *thesaurus, const char *name)
{
	g_autoptr(GArray) forms = g_array_new(FALSE, FALSE, sizeof(struct thesaurus_form));
	if (!thesaurus_find(forms, thesaurus, span_of(name)))
		return g_strdup("none");
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < forms->len; n++) {
		const struct thesaurus_form *form = &g_array_index(forms, struct thesaurus_form, n);
		g_string_append_printf(out, "%s%s", n > 0 ? "; " : "", form->text);
		if (*form->low || *form->high)
			g_string_append_printf(out, " %s..%s", form->low, form->high);
	}
	return g_string_free(out, FALSE);
}

static void check(const char *text, const char *name, const char *expected)
{
	struct thesaurus *thesaurus = parse(text);
	g_autofree char *found = find(thesaurus, name);
	ck_assert_str_eq(found, expected);
	thesaurus_free(thesaurus);
}

static void check_refused(const char *text, const char *words)
{
	struct thesaurus *thesaurus = NULL;
	g_autoptr(GError) error = NULL;
	ck_assert(!thesaurus_parse(&thesaurus, span_of(text), &error));
	ck_assert_ptr_null(thesaurus);
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_msg(strstr(error->message, words) != NULL, "%s", error->message);
}

static const char ferries[] = "[ferry]\nlabel=Ferries\nterms=ferry;Packet Boat;FB\n"
			      "former=steam launch ..1999-12-31; pinnace 1950-01-01..1960-02-29\n"
			      "[night-ferry]\nlabel=Night boats\nterms=night ferry\npart-of=ferry\n";

START_TEST(any_name_of_a_family_finds_all_of_it)
{
	const char *all =
		"ferry; Packet Boat; FB; steam launch ..1999-12-31; pinnace 1950-01-01..1960-02-29; night ferry";
	check(ferries, "ferry", all);
	check(ferries, "FERRIES", all);
	check(ferries, "packet-boat", all);
	check(ferries, "fb", all);
	check(ferries, "Steam Launch", all);
	check(ferries, "boat", "none");
	check("", "ferry", "none");
}
END_TEST

START_TEST(a_narrower_family_does_not_include_the_wider_one)
{
	check(ferries, "night ferry", "night ferry");
	check(ferries, "night boats", "night ferry");
}
END_TEST

START_TEST(families_that_are_part_of_each_other_are_taken_once)
{
	check("[a]\nterms=oak\npart-of=b\n[b]\nterms=elm\npart-of=a\n", "oak", "oak; elm");
}
END_TEST

START_TEST(what_is_wrong_in_it_is_named)
{
	check_refused("[a]\nlabel=x\n", "family a has no terms");
	check_refused("[a]\nterms=oak\n[b]\nterms=elm;OAK\n", "'OAK' is of two families, a and b");
	check_refused("[a]\nterms=oak\npart-of=c\n", "family a is part of c, which is not there");
	check_refused("[a]\nformer=oak\n", "former name 'oak' needs the days");
	check_refused("[a]\nformer=old oak\n", "former name 'old oak' needs the days");
	check_refused("[a]\nformer=oak 2012-02-30..\n", "needs the days");
	check_refused("[a]\nformer=oak 2014-01-01..2012-01-01\n", "needs the days");
	check_refused("[a]\nformer=oak ..\n", "needs the days");
	check_refused("[a]\nterms=--\n", "'--' has no word in it");
	check_refused("oak", "");
	check_refused("[a]\nterms=\xff\n", "not UTF-8");
}
END_TEST

START_TEST(the_sample_thesaurus_holds_and_knows_when_names_were_used)
{
	g_autofree char *text = NULL;
	ck_assert(g_file_get_contents(PROJECT_DIR "/corpus/thesaurus.ini", &text, NULL, NULL));
	struct thesaurus *thesaurus = parse(text);
	g_autofree char *found = find(thesaurus, "staying together");
	ck_assert_ptr_nonnull(strstr(found, "staying put"));
	ck_assert_ptr_nonnull(strstr(found, "staying together 2012-01-01..2014-12-31"));
	thesaurus_free(thesaurus);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("thesaurus");
	TCase *tests = tcase_create("thesaurus");
	tcase_add_test(tests, any_name_of_a_family_finds_all_of_it);
	tcase_add_test(tests, a_narrower_family_does_not_include_the_wider_one);
	tcase_add_test(tests, families_that_are_part_of_each_other_are_taken_once);
	tcase_add_test(tests, what_is_wrong_in_it_is_named);
	tcase_add_test(tests, the_sample_thesaurus_holds_and_knows_when_names_were_used);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
