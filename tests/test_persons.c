/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "aliases.h"
#include "edit.h"
#include "persons.h"
#include "suggest.h"

/* `given` is "NAME|COUNCIL|BODY|YEAR|COUNT", cut short where the rest does not matter. */
static void add(struct persons *persons, const char *given)
{
	g_auto(GStrv) parts = g_strsplit(given, "|", 5);
	guint len = g_strv_length(parts);
	struct persons_form form = {.name = parts[0], .count = 1};
	g_autoptr(GPtrArray) bodies = g_ptr_array_new();
	form.bodies = bodies;
	if (len > 1 && *parts[1])
		form.council = parts[1];
	if (len > 2 && *parts[2])
		g_ptr_array_add(bodies, parts[2]);
	if (len > 3 && *parts[3])
		g_snprintf(form.first, sizeof(form.first), "%s-05-01", parts[3]);
	if (len > 4)
		form.count = (guint)atoi(parts[4]);
	memcpy(form.last, form.first, sizeof(form.last));
	persons_add(persons, &form);
}

static int compare_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "Ada Birch = Mrs A Birch, Ada Birch; ?Birch = Birch": people and their forms, by name. */
static char *print(const struct persons *persons)
{
	const GPtrArray *people = persons_list(persons);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < people->len; n++) {
		const struct person *person = g_ptr_array_index(people, n);
		g_autoptr(GPtrArray) names = g_ptr_array_new();
		for (guint k = 0; k < person->forms->len; k++)
			g_ptr_array_add(names, ((struct persons_form *)g_ptr_array_index(person->forms, k))->name);
		g_ptr_array_sort(names, compare_text);
		g_ptr_array_add(names, NULL);
		g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
		g_ptr_array_add(lines, g_strdup_printf("%s%s = %s", person->is_unclear ? "?" : "", person->name, list));
	}
	g_ptr_array_sort(lines, compare_text);
	g_ptr_array_add(lines, NULL);
	return g_strjoinv("; ", (char **)lines->pdata);
}

static char *join(const char *const *given, const GPtrArray *aliases)
{
	struct persons *persons = persons_new(aliases);
	for (guint n = 0; given[n]; n++)
		add(persons, given[n]);
	persons_join(persons);
	char *out = print(persons);
	persons_free(persons);
	return out;
}

static void check_given(const char *const *given, const GPtrArray *aliases, const char *expected)
{
	g_autofree char *out = join(given, aliases);
	ck_assert_str_eq(out, expected);
}

#define CHECK(expected, aliases, ...) check_given((const char *const[]){__VA_ARGS__, NULL}, aliases, expected)

START_TEST(initials_and_a_first_name_that_begins_so_are_one_person)
{
	CHECK("Rowan Fell = Mr R Fell, Rowan Fell", NULL, "Mr R Fell", "Rowan Fell");
	CHECK("Mrs Ada D Birch = Mrs AD Birch, Mrs Ada D Birch", NULL, "Mrs AD Birch", "Mrs Ada D Birch");
	CHECK("Mr R J Fell = Mr R Fell, Mr R J Fell", NULL, "Mr R Fell", "Mr R J Fell");
}
END_TEST

START_TEST(a_title_may_change_where_it_does_not_contradict)
{
	CHECK("Ms A Birch = Mrs A Birch, Ms A Birch", NULL, "Mrs A Birch", "Ms A Birch||||2");
	CHECK("Ada Birch = Ada Birch, Miss A Birch", NULL, "Miss A Birch", "Ada Birch");
	CHECK("Dr Ada Birch = Dr Ada Birch, Ms A Birch", NULL, "Ms A Birch", "Dr Ada Birch");
	CHECK("Mr A Birch = Mr A Birch; Mrs A Birch = Mrs A Birch", NULL, "Mr A Birch", "Mrs A Birch");
	CHECK("Gwen Birch = Gwen Birch; Mr G Birch = Mr G Birch", NULL, "Mr G Birch", "Gwen Birch");
	CHECK("Robin Birch = Mrs R Birch, Robin Birch", NULL, "Mrs R Birch", "Robin Birch");
}
END_TEST

START_TEST(other_names_or_initials_in_another_order_are_other_people)
{
	CHECK("Ada Birch = Ada Birch; Amy Birch = Amy Birch", NULL, "Ada Birch", "Amy Birch");
	CHECK("Ann Birch = Ann Birch; Anna Birch = Anna Birch", NULL, "Ann Birch", "Anna Birch");
	CHECK("Mr A D Birch = Mr A D Birch; Mr D A Birch = Mr D A Birch", NULL, "Mr A D Birch", "Mr D A Birch");
	CHECK("Mr A Birch = Mr A Birch; Mr A Burch = Mr A Burch", NULL, "Mr A Birch", "Mr A Burch");
	CHECK("Ada Birch-Fell = Ada Birch-Fell; Ada Fell = Ada Fell", NULL, "Ada Birch-Fell", "Ada Fell");
}
END_TEST

START_TEST(a_usual_short_form_is_the_same_name)
{
	CHECK("William Fell = Bill Fell, Mr W Fell, William Fell", NULL, "Bill Fell", "William Fell||||2", "Mr W Fell");
}
END_TEST

START_TEST(a_form_that_fits_two_who_contradict_joins_neither)
{
	CHECK("?Mr J Poole = Mr J Poole; James Poole = James Poole; John Poole = John Poole", NULL, "Mr J Poole",
	      "John Poole", "James Poole");
	CHECK("?A Poole = A Poole; Mr A Poole = Mr A Poole; Mrs A Poole = Mrs A Poole", NULL, "A Poole", "Mr A Poole",
	      "Mrs A Poole");
}
END_TEST

START_TEST(an_unclear_form_says_whom_it_may_be)
{
	const char *const given[] = {"Mr J Poole", "John Poole", "James Poole"};
	struct persons *persons = persons_new(NULL);
	for (guint n = 0; n < G_N_ELEMENTS(given); n++)
		add(persons, given[n]);
	persons_join(persons);
	const struct person *person = persons_find(persons, "Mr J Poole", NULL);
	ck_assert(person->is_unclear);
	ck_assert_uint_eq(person->may_be->len, 2);
	ck_assert_ptr_eq(g_ptr_array_index(person->may_be, 0), persons_find(persons, "James Poole", NULL));
	ck_assert_ptr_eq(g_ptr_array_index(person->may_be, 1), persons_find(persons, "John Poole", NULL));
	ck_assert_ptr_null(persons_find(persons, "Mr J Poole", "Marlshire County Council"));
	persons_free(persons);
}
END_TEST

START_TEST(two_councils_have_two_people_of_one_name)
{
	CHECK("Mr J Poole (Hasling Borough Council) = Mr J Poole; Mr J Poole (Marlshire County Council) = Mr J Poole",
	      NULL, "Mr J Poole|Marlshire County Council", "Mr J Poole|Hasling Borough Council");
	CHECK("Jane Poole = Jane Poole, Ms J Poole; John Poole = John Poole", NULL, "Ms J Poole|Marlshire",
	      "Jane Poole|Marlshire", "John Poole|Hasling");
}
END_TEST

START_TEST(a_paper_without_a_council_is_of_the_one_whose_body_it_names)
{
	const char *const given[] = {"Mr J Poole|Marlshire|Panel", "James Poole||Panel"};
	struct persons *persons = persons_new(NULL);
	persons_add_body(persons, "panel", "marlshire");
	add(persons, given[0]);
	add(persons, given[1]);
	persons_join(persons);
	ck_assert_str_eq(persons_find(persons, "Mr J Poole", "Marlshire")->name, "James Poole");
	persons_free(persons);
	persons = persons_new(NULL);
	persons_add_body(persons, "panel", "marlshire");
	persons_add_body(persons, "panel", "hasling");
	add(persons, given[0]);
	add(persons, given[1]);
	persons_join(persons);
	ck_assert_str_eq(persons_find(persons, "Mr J Poole", "Marlshire")->name, "Mr J Poole");
	persons_free(persons);
}
END_TEST

START_TEST(a_surname_alone_joins_its_only_bearer_of_the_same_body_and_time)
{
	CHECK("Rowan Fell = Mr Fell, Rowan Fell", NULL, "Mr Fell|M|Panel|2012", "Rowan Fell|M|Panel|2014");
	CHECK("Mr Fell = Mr Fell; Rowan Fell = Rowan Fell", NULL, "Mr Fell|M|Panel|2012", "Rowan Fell|M|Cabinet|2012");
	CHECK("Mr Fell = Mr Fell; Rowan Fell = Rowan Fell", NULL, "Mr Fell|M|Panel|2012", "Rowan Fell|M|Panel|2017");
	CHECK("?Fell = Fell; Mr A Fell = Mr A Fell; Ms B Fell = Ms B Fell", NULL, "Mr A Fell", "Ms B Fell", "Fell");
}
END_TEST

START_TEST(a_surname_alone_makes_nobody_else_unclear)
{
	CHECK("Mrs Fell = Mrs Fell; Rowan Fell = Mr R Fell, Rowan Fell", NULL, "Mrs Fell", "Mr R Fell", "Rowan Fell");
	CHECK("?Mr Fell = Mr Fell; ?Mrs Fell = Mrs Fell; Rowan Fell = Rowan Fell", NULL, "Mrs Fell", "Mr Fell",
	      "Rowan Fell");
}
END_TEST

START_TEST(offices_and_first_names_alone_are_not_joined)
{
	CHECK("The Chairman = The Chairman; The Vice-Chairman = The Vice-Chairman", NULL, "The Chairman",
	      "The Vice-Chairman");
}
END_TEST

static GPtrArray *read_aliases(const char *text, GError **error)
{
	g_autofree char *folder = g_dir_make_tmp("persons-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "people.csv", NULL);
	ck_assert(g_file_set_contents(path, text, -1, NULL));
	GPtrArray *aliases = NULL;
	ck_assert(aliases_read(&aliases, path, error) == (aliases != NULL));
	ck_assert_int_eq(remove(path), 0);
	ck_assert_int_eq(remove(folder), 0);
	return aliases;
}

static GPtrArray *good_aliases(const char *text)
{
	g_autoptr(GError) error = NULL;
	GPtrArray *aliases = read_aliases(text, &error);
	ck_assert_msg(aliases, "%s", error ? error->message : "");
	return aliases;
}

START_TEST(a_marriage_is_joined_by_an_alias_alone)
{
	CHECK("Ada Birch = Ada Birch; Ada Fell = Ada Fell", NULL, "Ada Birch", "Ada Fell");
	g_autoptr(GPtrArray) aliases = good_aliases("person,alias\nAda Fell,Ada Birch\n");
	CHECK("Ada Fell = Ada Birch, Ada Fell, Miss A Birch, Mrs A Fell", aliases, "Ada Birch||||9", "Ada Fell",
	      "Miss A Birch", "Mrs A Fell");
}
END_TEST

START_TEST(an_alias_decides_what_is_unclear_and_names_a_person_nobody_prints)
{
	g_autoptr(GPtrArray) aliases = good_aliases("alias,person\nMr J Poole,John Poole\n");
	CHECK("James Poole = James Poole; John Poole = John Poole, Mr J Poole", aliases, "Mr J Poole", "John Poole",
	      "James Poole");
	g_autoptr(GPtrArray) misprint = good_aliases("person,alias\nRowan Fell,Mr Fall\n");
	CHECK("Rowan Fell = Mr Fall, Mr R Fell", misprint, "Mr Fall", "Mr R Fell");
}
END_TEST

START_TEST(an_alias_with_a_mark_keeps_two_apart)
{
	g_autoptr(GPtrArray) aliases = good_aliases("person,alias\nRowan Fell,!Mr R Fell\n");
	CHECK("Mr R Fell = Mr R Fell; Rowan Fell = Rowan Fell", aliases, "Mr R Fell", "Rowan Fell");
}
END_TEST

START_TEST(an_alias_holds_in_its_council_or_joins_across_councils)
{
	g_autoptr(GPtrArray) one = good_aliases("person,alias,council\nAda Fell,Ada Birch,Marlshire\n");
	CHECK("Ada Birch = Ada Birch; Ada Fell = Ada Birch, Ada Fell", one, "Ada Birch|Marlshire", "Ada Fell|Marlshire",
	      "Ada Birch|Hasling");
	g_autoptr(GPtrArray) all = good_aliases("person,alias\nJan Poole,J Poole\n");
	CHECK("Jan Poole = J Poole, J Poole, Jan Poole", all, "J Poole|Marlshire", "J Poole|Hasling",
	      "Jan Poole|Hasling");
}
END_TEST

START_TEST(a_people_csv_that_cannot_be_followed_is_refused_with_its_line)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{"", "people.csv:1: it is empty; its first row names the columns person and alias"},
		{"name,alias\nA,B\n", "people.csv:1: its first row must name the columns person and alias, and may "
				      "name council"},
		{"person,alias\n\nAda Fell,\n", "people.csv:3: a row needs both a person and an alias"},
		{"person,alias\nAda Fell,A Fell\nada fell,!A FELL\n",
		 "people.csv:3: \"A FELL\" cannot both be ada fell and not be; leave one of the rows out"},
		{"person,alias\n\"Ada\n", "people.csv:2: the quotes of this row do not match; nothing of this file is "
					  "used"},
	};
	for (size_t n = 0; n < G_N_ELEMENTS(cases); n++) {
		g_autoptr(GError) error = NULL;
		ck_assert_ptr_null(read_aliases(cases[n].text, &error));
		ck_assert_msg(g_str_has_suffix(error->message, cases[n].message), "%s", error->message);
	}
}
END_TEST

/* Whatever the order in which names are met. */
START_TEST(the_order_of_the_input_does_not_matter)
{
	static const char *const titles[] = {"", "Mr ", "Mrs ", "Ms ", "Dr ", "Cllr "};
	static const char *const givens[] = {"",      "A ",   "B ",      "A B ", "Ada ",
					     "Alan ", "Bob ", "Robert ", "R ",   "Ada B "};
	static const char *const surnames[] = {"Fell", "Poole", "FELL"};
	static const char *const councils[] = {"", "Marlshire", "Hasling"};
	static const char *const bodies[] = {"", "Panel", "Cabinet"};
	static const char *const years[] = {"", "2010", "2013", "2016", "2021"};
	g_autoptr(GPtrArray) aliases =
		good_aliases("person,alias,council\nAda Fell,Ada Poole,\nAlan Poole,A Fell,Hasling\n"
			     "Bob Fell,!Robert Fell,\n");
	GRand *random = g_rand_new_with_seed(7);
#define PICK(list) list[g_rand_int_range(random, 0, G_N_ELEMENTS(list))]
	for (int round = 0; round < 300; round++) {
		g_autoptr(GPtrArray) given = g_ptr_array_new_with_free_func(g_free);
		for (guint n = 0; n < 14; n++)
			g_ptr_array_add(given, g_strdup_printf("%s%s%s|%s|%s|%s|%u", PICK(titles), PICK(givens),
							       PICK(surnames), PICK(councils), PICK(bodies),
							       PICK(years), 1 + n % 3));
		g_ptr_array_add(given, NULL);
		g_autofree char *first = join((const char *const *)given->pdata, round % 2 ? aliases : NULL);
		for (guint n = given->len - 2; n > 0; n--) {
			guint other = (guint)g_rand_int_range(random, 0, (gint32)n + 1);
			gpointer kept = given->pdata[n];
			given->pdata[n] = given->pdata[other];
			given->pdata[other] = kept;
		}
		g_autofree char *second = join((const char *const *)given->pdata, round % 2 ? aliases : NULL);
		ck_assert_str_eq(first, second);
	}
#undef PICK
	g_rand_free(random);
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
	ck_assert_uint_eq(edit_distance(span_of("abcd"), span_of("acbd")), 1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("persons");
	TCase *tests = tcase_create("persons");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, initials_and_a_first_name_that_begins_so_are_one_person);
	tcase_add_test(tests, a_title_may_change_where_it_does_not_contradict);
	tcase_add_test(tests, other_names_or_initials_in_another_order_are_other_people);
	tcase_add_test(tests, a_usual_short_form_is_the_same_name);
	tcase_add_test(tests, a_form_that_fits_two_who_contradict_joins_neither);
	tcase_add_test(tests, an_unclear_form_says_whom_it_may_be);
	tcase_add_test(tests, two_councils_have_two_people_of_one_name);
	tcase_add_test(tests, a_paper_without_a_council_is_of_the_one_whose_body_it_names);
	tcase_add_test(tests, a_surname_alone_joins_its_only_bearer_of_the_same_body_and_time);
	tcase_add_test(tests, a_surname_alone_makes_nobody_else_unclear);
	tcase_add_test(tests, offices_and_first_names_alone_are_not_joined);
	tcase_add_test(tests, a_marriage_is_joined_by_an_alias_alone);
	tcase_add_test(tests, an_alias_decides_what_is_unclear_and_names_a_person_nobody_prints);
	tcase_add_test(tests, an_alias_with_a_mark_keeps_two_apart);
	tcase_add_test(tests, an_alias_holds_in_its_council_or_joins_across_councils);
	tcase_add_test(tests, a_people_csv_that_cannot_be_followed_is_refused_with_its_line);
	tcase_add_test(tests, the_order_of_the_input_does_not_matter);
	tcase_add_test(tests, a_near_name_is_suggested_and_a_far_one_is_not);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
