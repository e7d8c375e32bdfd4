/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "facets.h"
#include "looking_fixture.h"

/* "name hits, name hits; none" of the facet over all these records, which are put into an index; a star behind an unclear
 * name. */
static void check(const char *name, const char *const *lines, const char *expected)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	looking_fill(&fixture, lines);
	struct looking looking;
	looking_run(&looking, &fixture, "kind:paragraph");
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_ptr_array_add(names, (gpointer)name);
	g_autoptr(GPtrArray) facets = NULL;
	ck_assert(facets_count(&facets, names, &looking.search, NULL));
	const struct facet *facet = g_ptr_array_index(facets, 0);
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint n = 0; n < facet->values->len; n++) {
		const struct facet_value *value = &g_array_index(facet->values, struct facet_value, n);
		g_string_append_printf(out, "%s%s%s %u", n > 0 ? ", " : "", value->name, value->is_unclear ? "*" : "",
				       value->hits);
	}
	g_string_append_printf(out, "; %u", facet->none);
	ck_assert_str_eq(out->str, expected);
	looking_clear(&looking);
	index_fixture_clear(&fixture);
}

START_TEST(forms_of_one_name_are_one_person)
{
	check("speaker",
	      (const char *const[]){"a#1|2016-05-26|Panel|Mrs Okoro: yes", "a#2|2016-05-26|Panel|Mrs A Okoro: no",
				    "a#3|2016-05-26|Panel|Mr Ash: never", "a#4|2016-05-26|Panel|silence", NULL},
	      "Mrs A Okoro 2, Mr Ash 1; 1");
}
END_TEST

START_TEST(capitals_and_accents_make_no_other_value)
{
	check("body",
	      (const char *const[]){"a#1|-|Otter Panel|a", "a#2|-|OTTER PANEL|b", "a#3|-|Otter Panel|c",
				    "a#4|-|Heron Board|d", "a#5|-|-|e", NULL},
	      "Otter Panel 3, Heron Board 1; 1");
}
END_TEST

START_TEST(dates_stand_in_their_order)
{
	const char *const lines[] = {"a#1|2017-02-01|P|a", "a#2|2016-05-26|P|b", "a#3|2017-01-10|P|c", "a#4|-|P|d",
				     NULL};
	check("year", lines, "2016 1, 2017 2; 1");
	check("month", lines, "2016-05 1, 2017-01 1, 2017-02 1; 1");
	check("date", lines, "2016-05-26 1, 2017-01-10 1, 2017-02-01 1; 1");
}
END_TEST

START_TEST(every_field_can_be_counted_and_nothing_else)
{
	g_autofree char *names = facet_names();
	g_auto(GStrv) list = g_strsplit(names, ", ", -1);
	ck_assert_uint_gt(g_strv_length(list), 15);
	for (char **name = list; *name; name++) {
		struct facet *facet = facet_new(*name);
		ck_assert_msg(facet != NULL, "%s", *name);
		ck_assert_str_eq(facet->name, *name);
		facet_free(facet);
	}
	ck_assert_ptr_null(facet_new("colour"));
	ck_assert_ptr_null(facet_new(""));
}
END_TEST

START_TEST(all_hits_of_a_search_are_counted)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	looking_fill(&fixture, (const char *const[]){"a#1|2016-05-26|Panel|the otter bridge",
						     "a#2|2016-05-26|Panel|herons", "b#1|2017-05-26|Board|otters again",
						     "b#2|2017-05-26|Board|one otter", NULL});
	struct looking looking;
	looking_run(&looking, &fixture, "otter");
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_ptr_array_add(names, "year");
	g_ptr_array_add(names, "body");
	g_autoptr(GPtrArray) facets = NULL;
	ck_assert(facets_count(&facets, names, &looking.search, NULL));
	ck_assert_uint_eq(facets->len, 2);
	const struct facet *year = g_ptr_array_index(facets, 0);
	ck_assert_uint_eq(year->hits, 3);
	ck_assert_uint_eq(g_array_index(year->values, struct facet_value, 1).hits, 2);
	const struct facet *body = g_ptr_array_index(facets, 1);
	ck_assert_str_eq(g_array_index(body->values, struct facet_value, 0).name, "Board");
	looking_clear(&looking);
	index_fixture_clear(&fixture);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("facets");
	TCase *tests = tcase_create("facets");
	tcase_add_test(tests, forms_of_one_name_are_one_person);
	tcase_add_test(tests, capitals_and_accents_make_no_other_value);
	tcase_add_test(tests, dates_stand_in_their_order);
	tcase_add_test(tests, every_field_can_be_counted_and_nothing_else);
	tcase_add_test(tests, all_hits_of_a_search_are_counted);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
