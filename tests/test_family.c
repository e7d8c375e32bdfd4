/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "family.h"

#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "index_fixture.h"
#include "language.h"
#include "search.h"

static const char ferries[] = "[ferry]\nlabel=Ferries\nterms=ferry;packet boat;FB\n"
			      "former=steam launch 2010-01-01..2014-12-31\n"
			      "[night-ferry]\nterms=moon boat\npart-of=ferry\n";

struct harbour {
	struct index_fixture index;
	GPtrArray *notes;
	size_t fault;
};

static void add(struct harbour *harbour, const char *path, const char *date, const char *text)
{
	struct record *record = index_fixture_record(path, 1, text);
	record->date = g_strdup(date);
	ck_assert(store_begin(harbour->index.store, NULL));
	index_fixture_put(&harbour->index, record);
	ck_assert(store_commit(harbour->index.store, NULL));
}

static void explain(struct harbour *harbour, const char *path, const char *brief, const char *full)
{
	ck_assert(store_begin(harbour->index.store, NULL));
	ck_assert(store_brief_put(harbour->index.store, path, span_of(brief), span_of(full), NULL));
	ck_assert(store_commit(harbour->index.store, NULL));
}

static void harbour_init(struct harbour *harbour)
{
	index_fixture_init(&harbour->index);
	harbour->notes = g_ptr_array_new_with_free_func(g_free);
	ck_assert(store_begin(harbour->index.store, NULL));
	ck_assert(store_thesaurus_put(harbour->index.store, ferries, NULL));
	ck_assert(store_commit(harbour->index.store, NULL));
	add(harbour, "a.txt", "2012-03-01", "The steam launch was late.");
	add(harbour, "b.txt", "2016-03-01", "The steam launch is in the museum.");
	add(harbour, "c.txt", NULL, "The steam launch of an undated table.");
	add(harbour, "d.txt", "2016-03-01", "Ferries were late, packet-boats were not.");
	add(harbour, "e.txt", "2016-03-01", "The packet boat was early.");
	add(harbour, "f.txt", "2016-03-01", "One FB called. The FBs did not.");
	add(harbour, "g.txt", "2016-03-01", "The FBs did not call.");
	add(harbour, "h.txt", "2016-03-01", "The moon boat called at two.");
	add(harbour, "i.txt", "2016-03-01", "A harbour watch officer (HWO) slept.");
	add(harbour, "j.txt", "2016-03-01", "Two HWOs slept.");
	add(harbour, "k.txt", "2016-03-01", "Harbour watch officers do not sleep.");
	explain(harbour, "i.txt", "HWO", "harbour watch officer");
}

static void harbour_clear(struct harbour *harbour)
{
	g_ptr_array_unref(harbour->notes);
	index_fixture_clear(&harbour->index);
}

/* False where the family is not known. */
static bool run(struct search *search, struct harbour *harbour, const char *query, GError **error)
{
	struct language language;
	struct family_request request = {harbour->index.store, NULL, harbour->notes, G_MAXSIZE};
	language_init(&language);
	ck_assert(language_parse(&language, span_of(query), NULL));
	bool good = family_resolve(language.tree, &request, error);
	harbour->fault = request.fault;
	ck_assert(!good || search_run(search, language.tree, SORT_DOCUMENT, NULL));
	language_clear(&language);
	return good;
}

/* The first letters of the paths found. */
static void check(struct harbour *harbour, const char *query, const char *expected)
{
	struct search search;
	GError *error = NULL;
	search_init(&search, harbour->index.store);
	bool good = run(&search, harbour, query, &error);
	ck_assert_msg(good, "%s", error ? error->message : "");
	g_autoptr(GString) found = g_string_new(NULL);
	for (guint n = 0; n < search.hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search.hits, struct store_hit, n).docid;
		ck_assert(store_fetch(&record, harbour->index.store, docid, NULL));
		g_string_append_c(found, *record.path);
		record_clear(&record);
	}
	ck_assert_msg(strcmp(found->str, expected) == 0, "%s finds %s, not %s", query, found->str, expected);
	search_clear(&search);
}

static void check_refused(struct harbour *harbour, const char *query, size_t place, const char *words)
{
	struct search search;
	g_autoptr(GError) error = NULL;
	search_init(&search, harbour->index.store);
	ck_assert(!run(&search, harbour, query, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
	ck_assert_msg(strstr(error->message, words) != NULL, "%s", error->message);
	ck_assert_uint_eq(harbour->fault, place);
	search_clear(&search);
}

START_TEST(a_word_is_taken_in_any_form_a_phrase_and_capitals_as_they_are)
{
	struct harbour harbour;
	harbour_init(&harbour);
	check(&harbour, "~\"packet boat\" -file:a.txt", "defh");
	check(&harbour, "~ferry -~\"moon boat\" -file:a.txt", "def");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(a_former_name_counts_in_its_days_and_never_undated)
{
	struct harbour harbour;
	harbour_init(&harbour);
	check(&harbour, "~ferry steam", "a");
	check(&harbour, "\"steam launch\"", "abc");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(a_family_stands_beside_other_words_under_any_of_its_names)
{
	struct harbour harbour;
	harbour_init(&harbour);
	check(&harbour, "~ferry NEAR/2 late", "ad");
	check(&harbour, "~ferry ADJ/2 call", "fh");
	check(&harbour, "(moon OR FB) ADJ/2 call", "fh");
	check(&harbour, "~ferry ADJ/2 (museum OR early)", "e");
	check(&harbour, "~ferry NEAR/20 museum", "");
	check(&harbour, "late NEAR/3 ~hwo", "");
	check(&harbour, "~hwo NEAR/3 slept", "ij");
	check_refused(&harbour, "late NEAR/3 ~zebra", 12, "no family 'zebra'");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(a_wider_family_includes_the_narrower_one_only)
{
	struct harbour harbour;
	harbour_init(&harbour);
	check(&harbour, "~ferry moon", "h");
	check(&harbour, "~\"moon boat\"", "h");
	check(&harbour, "~night-ferry", "h");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(what_the_papers_explain_is_a_family_both_ways)
{
	struct harbour harbour;
	harbour_init(&harbour);
	check(&harbour, "~hwo", "ijk");
	check(&harbour, "~HWOs", "ijk");
	check(&harbour, "~\"harbour watch officer\"", "ijk");
	check(&harbour, "~\"Harbour Watch Officers\"", "ijk");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(a_forgotten_file_explains_nothing_any_more)
{
	struct harbour harbour;
	harbour_init(&harbour);
	ck_assert(store_begin(harbour.index.store, NULL));
	ck_assert(store_forget(harbour.index.store, "i.txt", NULL));
	ck_assert(store_commit(harbour.index.store, NULL));
	check_refused(&harbour, "~hwo", 0, "no family 'hwo'");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(an_abbreviation_of_two_things_finds_both_and_says_so)
{
	struct harbour harbour;
	harbour_init(&harbour);
	add(&harbour, "l.txt", "2016-03-01", "The high water office is shut.");
	explain(&harbour, "l.txt", "HWO", "high water office");
	check(&harbour, "~hwo", "ijkl");
	ck_assert_uint_eq(harbour.notes->len, 1);
	ck_assert_str_eq(g_ptr_array_index(harbour.notes, 0),
			 "~hwo stands for 2 things in these papers: harbour watch officer; high water office");
	check(&harbour, "~\"high water office\" -~\"moon boat\"", "ijl");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(an_unknown_family_is_refused_at_its_place_with_those_that_look_alike)
{
	struct harbour harbour;
	harbour_init(&harbour);
	check_refused(&harbour, "late ~ferri", 5, "there is ~ferry");
	check_refused(&harbour, "a OR (b -~\"packet bote\")", 9, "there is ~\"packet boat\"");
	check_refused(&harbour, "~watch", 0, "~\"harbour watch officer\"");
	check_refused(&harbour, "~zebra", 0, "no family 'zebra' in the thesaurus, and no paper explains it");
	harbour_clear(&harbour);
}
END_TEST

START_TEST(what_a_family_found_is_marked)
{
	struct harbour harbour;
	harbour_init(&harbour);
	struct language language;
	struct family_request request = {harbour.index.store, NULL, harbour.notes, G_MAXSIZE};
	language_init(&language);
	ck_assert(language_parse(&language, span_of("~ferry"), NULL));
	ck_assert(family_resolve(language.tree, &request, NULL));
	struct record *record =
		index_fixture_record("x.txt", 1, "The Packet-Boat met two ferries and the steam launch.");
	struct matcher *matcher = matcher_new(harbour.index.stemmer);
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	ck_assert(matcher_match(marks, matcher, language.tree, record));
	ck_assert_uint_eq(marks->len, 2);
	ck_assert_uint_eq(g_array_index(marks, struct match_mark, 0).start, 4);
	ck_assert_uint_eq(g_array_index(marks, struct match_mark, 0).end, 15);
	ck_assert_uint_eq(g_array_index(marks, struct match_mark, 1).start, 24);
	matcher_free(matcher);
	record_free(record);
	language_clear(&language);
	harbour_clear(&harbour);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("family");
	TCase *tests = tcase_create("family");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, a_word_is_taken_in_any_form_a_phrase_and_capitals_as_they_are);
	tcase_add_test(tests, a_former_name_counts_in_its_days_and_never_undated);
	tcase_add_test(tests, a_family_stands_beside_other_words_under_any_of_its_names);
	tcase_add_test(tests, a_wider_family_includes_the_narrower_one_only);
	tcase_add_test(tests, what_the_papers_explain_is_a_family_both_ways);
	tcase_add_test(tests, a_forgotten_file_explains_nothing_any_more);
	tcase_add_test(tests, an_abbreviation_of_two_things_finds_both_and_says_so);
	tcase_add_test(tests, an_unknown_family_is_refused_at_its_place_with_those_that_look_alike);
	tcase_add_test(tests, what_a_family_found_is_marked);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
