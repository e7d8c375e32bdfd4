/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "persons.h"
#include "suggest.h"

START_TEST(forms_of_one_name_are_one_person)
{
	ck_assert(persons_compatible("Mrs A D Allen", "Ms Ann Allen"));
	ck_assert(persons_compatible("Mr Love", "Rory Love"));
	ck_assert(persons_compatible("Mrs AD Allen", "Anna Allen"));
	ck_assert(!persons_compatible("Mr A Smith", "Mr B Smith"));
	ck_assert(!persons_compatible("Mr A Smith", "Mrs A Smith"));
	ck_assert(!persons_compatible("Anna Smith", "Amy Smith"));
	ck_assert(!persons_compatible("Mr A Smith", "Mr A Smyth"));
}
END_TEST

static void free_places(gpointer places)
{
	g_array_unref(places);
}

/* Form n stands in paragraphs 0 to n. */
static void check_people(const char *const *forms, const char *expected)
{
	g_autoptr(GHashTable) table = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_places);
	for (guint n = 0; forms[n]; n++) {
		GArray *places = g_array_new(FALSE, FALSE, sizeof(guint));
		for (guint place = 0; place <= n; place++)
			g_array_append_val(places, place);
		g_hash_table_insert(table, (gpointer)forms[n], places);
	}
	g_autoptr(GArray) people = persons_join(table);
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint n = 0; n < people->len; n++) {
		const struct person *person = &g_array_index(people, struct person, n);
		g_string_append_printf(out, "%s%s %u%s", n > 0 ? ", " : "", person->name, person->count,
				       person->unclear ? " unclear" : "");
	}
	ck_assert_str_eq(out->str, expected);
}

START_TEST(a_surname_alone_joins_its_only_bearer_and_a_paragraph_counts_once)
{
	const char *const forms[] = {"Mr Poole", "Mr J Poole", "James Poole", NULL};
	check_people(forms, "James Poole 3");
}
END_TEST

START_TEST(a_surname_that_fits_two_stays_by_itself)
{
	const char *const forms[] = {"Mr A Smith", "Ms B Smith", "Smith", NULL};
	check_people(forms, "Ms B Smith 2, Mr A Smith 1, Smith 3 unclear");
}
END_TEST

START_TEST(a_near_name_is_suggested_and_a_far_one_is_not)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_ptr_array_add(names, "speaker");
	g_ptr_array_add(names, "body");
	ck_assert_str_eq(suggest_nearest(names, span_of("spaeker")), "speaker");
	ck_assert_str_eq(suggest_nearest(names, span_of("bdy")), "body");
	ck_assert_ptr_null(suggest_nearest(names, span_of("council")));
	ck_assert_ptr_null(suggest_nearest(names, span_of("zpeakar")));
	ck_assert_uint_eq(suggest_distance(span_of("abcd"), span_of("acbd")), 1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("persons");
	TCase *tests = tcase_create("persons");
	tcase_add_test(tests, forms_of_one_name_are_one_person);
	tcase_add_test(tests, a_surname_alone_joins_its_only_bearer_and_a_paragraph_counts_once);
	tcase_add_test(tests, a_surname_that_fits_two_stays_by_itself);
	tcase_add_test(tests, a_near_name_is_suggested_and_a_far_one_is_not);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
