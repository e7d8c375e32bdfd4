/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "spelling.h"

#include <check.h>
#include <stdlib.h>

#include "advice.h"
#include "index_fixture.h"
#include "language.h"

/* One paragraph of each. */
static void fill(struct index_fixture *fixture)
{
	static const char *const papers[][2] = {
		{"a.txt", "The adoption of a lamb."},   {"b.txt", "He adopted two lambs."},
		{"c.txt", "The adaption of a play."},   {"d.txt", "Harbours and harbour walls."},
		{"e.txt", "A harbour at Ottermouth."},  {"f.txt", "The adoption of a heron."},
		{"g.txt", "Ferries in Ottermouth are"},
	};
	index_fixture_init(fixture);
	for (size_t n = 0; n < G_N_ELEMENTS(papers); n++)
		index_fixture_add_paper(fixture, papers[n][0], 1, papers[n][1]);
}

static void check(struct index_fixture *fixture, const char *query, const char *expected)
{
	struct language language;
	struct search search;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	language_init(&language);
	search_init(&search, fixture->store);
	ck_assert(language_parse(&language, span_of(query), NULL));
	ck_assert(search_run(&search, language.tree, SORT_DOCUMENT, NULL));
	ck_assert(advice_missing(notes, &search, language.tree, NULL));
	g_ptr_array_add(notes, NULL);
	g_autofree char *joined = g_strjoinv("\n", (char **)notes->pdata);
	ck_assert_str_eq(joined, expected);
	search_clear(&search);
	language_clear(&language);
}

START_TEST(the_nearest_word_with_most_paragraphs_is_offered_with_their_number)
{
	struct index_fixture fixture;
	fill(&fixture);
	check(&fixture, "adoptoin", "no paragraph has 'adoptoin'; did you mean adoption (3)?");
	check(&fixture, "hrbour", "no paragraph has 'hrbour'; did you mean harbour (2)?");
	check(&fixture, "lamb adaptoin otermouth",
	      "no paragraph has 'adaptoin'; did you mean adaption (1)?\n"
	      "no paragraph has 'otermouth'; did you mean ottermouth (2)?");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(in_quotes_the_word_itself_is_looked_for)
{
	struct index_fixture fixture;
	fill(&fixture);
	check(&fixture, "adopts", "");
	check(&fixture, "\"adopts two\"", "no paragraph has 'adopts'; did you mean adopted (1)?");
	check(&fixture, "\"the adoptoin of\"", "no paragraph has 'adoptoin'; did you mean adoption (2)?");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(what_nothing_is_near_to_gets_no_offer)
{
	struct index_fixture fixture;
	fill(&fixture);
	check(&fixture, "zebra", "no paragraph has 'zebra' in any form");
	check(&fixture, "lam", "no paragraph has 'lam' in any form");
	check(&fixture, "zeb*", "no paragraph has a word that begins with 'zeb'");
	check(&fixture, "harb* -zebra", "");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(a_word_goes_with_the_last_file_that_has_it)
{
	struct index_fixture fixture;
	fill(&fixture);
	check(&fixture, "heorn", "no paragraph has 'heorn'; did you mean heron (1)?");
	ck_assert(store_begin(fixture.store, NULL));
	ck_assert(store_forget(fixture.store, "f.txt", NULL));
	ck_assert(store_commit(fixture.store, NULL));
	check(&fixture, "heorn", "no paragraph has 'heorn' in any form");
	check(&fixture, "adoptoin", "no paragraph has 'adoptoin'; did you mean adoption (2)?");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(a_cancelled_file_leaves_no_words)
{
	struct index_fixture fixture;
	fill(&fixture);
	ck_assert(store_begin(fixture.store, NULL));
	index_fixture_put(&fixture, index_fixture_record("z.txt", 1, "A zebra."));
	store_cancel(fixture.store);
	check(&fixture, "zebar", "no paragraph has 'zebar' in any form");
	struct store_stats stats;
	ck_assert(store_stats_get(&stats, fixture.store, NULL));
	ck_assert_uint_eq(stats.records, 7);
	g_free(stats.uuid);
	index_fixture_clear(&fixture);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("spelling");
	TCase *tests = tcase_create("spelling");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, the_nearest_word_with_most_paragraphs_is_offered_with_their_number);
	tcase_add_test(tests, in_quotes_the_word_itself_is_looked_for);
	tcase_add_test(tests, what_nothing_is_near_to_gets_no_offer);
	tcase_add_test(tests, a_word_goes_with_the_last_file_that_has_it);
	tcase_add_test(tests, a_cancelled_file_leaves_no_words);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
