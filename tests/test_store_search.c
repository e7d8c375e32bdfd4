/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fields.h"
#include "index_fixture.h"

static struct index_fixture fixture;

static void setup(void)
{
	index_fixture_init(&fixture);
}

static void teardown(void)
{
	index_fixture_clear(&fixture);
}

static void assert_found(struct store_query *query, enum store_sort sort, const char *want)
{
	g_autofree char *found = index_fixture_find(&fixture, query, sort);
	ck_assert_str_eq(found, want);
}

static struct store_query *words(const char *text)
{
	return index_fixture_words(&fixture, text);
}

static struct store_query *term(const char *field, const char *value)
{
	g_autofree char *made = field_term(field_find(span_of(field)), span_of(value));
	return store_query_term(made);
}

/* Takes both. */
static struct store_query *both(enum store_op op, struct store_query *a, struct store_query *b)
{
	struct store_query *query = store_query_new(op);
	store_query_add(query, a);
	store_query_add(query, b);
	return query;
}

static void put_dated(const char *path, guint number, const char *date, const char *text)
{
	struct record *record = index_fixture_record(path, number, text);
	record->date = g_strdup(date);
	index_fixture_put(&fixture, record);
}

static void begin(void)
{
	ck_assert(store_begin(fixture.store, NULL));
}

static void commit(void)
{
	ck_assert(store_commit(fixture.store, NULL));
}

START_TEST(words_are_found_in_any_form_case_and_accent)
{
	begin();
	index_fixture_put(&fixture, index_fixture_record("a", 1, "The Panel reviewed FOSTER carers\u2019 caf\u00E9s."));
	index_fixture_put(&fixture, index_fixture_record("a", 2, "Nothing of the kind."));
	commit();
	assert_found(words("fostering carer cafe"), SORT_DOCUMENT, "a#1");
	assert_found(words("fostering nothing"), SORT_DOCUMENT, "");
}
END_TEST

START_TEST(every_match_counts_exactly)
{
	index_fixture_add_paper(&fixture, "long.txt", 2500, "A common word.");
	index_fixture_add_paper(&fixture, "other.txt", 700, "Another matter.");
	index_fixture_reopen(&fixture, STORE_READ);
	ck_assert_uint_eq(index_fixture_count(&fixture, words("common")), 2500);
	ck_assert_uint_eq(index_fixture_count(&fixture, store_query_new(STORE_ALL)), 3200);
	ck_assert_uint_eq(index_fixture_count(&fixture, store_query_new(STORE_NONE)), 0);
}
END_TEST

START_TEST(furniture_is_kept_and_found_only_when_asked_for)
{
	struct record *header = index_fixture_record("a", 1, "Corporate Panel 26 May");
	header->kind = KIND_FURNITURE;
	header->title = g_strdup("Corporate");
	header->date = g_strdup("2016-05-26");
	begin();
	index_fixture_put(&fixture, header);
	put_dated("a", 2, "2016-05-26", "The panel met.");
	commit();
	assert_found(words("panel"), SORT_DOCUMENT, "a#2");
	assert_found(store_query_new(STORE_ALL), SORT_DOCUMENT, "a#2");
	assert_found(term("date", "2016"), SORT_DOCUMENT, "a#2");
	assert_found(both(STORE_AND_NOT, store_query_new(STORE_ALL), words("nothing")), SORT_DOCUMENT, "a#2");
	assert_found(term("kind", "furniture"), SORT_DOCUMENT, "a#1");
	guint32 docid;
	ck_assert(store_find_id(&docid, fixture.store, "0123456789ab#1", NULL));
	ck_assert_uint_gt(docid, 0);
	ck_assert(store_find_id(&docid, fixture.store, "0123456789ab#3", NULL));
	ck_assert_uint_eq(docid, 0);
	struct store_stats stats;
	ck_assert(store_stats_get(&stats, fixture.store, NULL));
	ck_assert_uint_eq(stats.records, 2);
	ck_assert_uint_eq(stats.searchable, 1);
	g_free(stats.uuid);
}
END_TEST

START_TEST(operators_combine_as_they_say)
{
	begin();
	index_fixture_put(&fixture, index_fixture_record("a", 1, "red green"));
	index_fixture_put(&fixture, index_fixture_record("a", 2, "red blue"));
	index_fixture_put(&fixture, index_fixture_record("a", 3, "blue"));
	commit();
	assert_found(both(STORE_AND, words("red"), words("blue")), SORT_DOCUMENT, "a#2");
	assert_found(both(STORE_OR, words("green"), words("blue")), SORT_DOCUMENT, "a#1 a#2 a#3");
	assert_found(both(STORE_AND_NOT, words("red"), words("blue")), SORT_DOCUMENT, "a#1");
	assert_found(both(STORE_FILTER, words("red"), words("blue")), SORT_DOCUMENT, "a#2");
	assert_found(both(STORE_MAYBE, words("red"), words("blue")), SORT_RELEVANCE, "a#2 a#1");
	assert_found(store_query_new(STORE_AND), SORT_DOCUMENT, "");
	assert_found(store_query_new(STORE_OR), SORT_DOCUMENT, "");
}
END_TEST

START_TEST(words_of_the_title_lift_a_record)
{
	begin();
	struct record *titled = index_fixture_record("z", 1, "one of many words");
	titled->title = g_strdup("Adoption and words");
	index_fixture_put(&fixture, titled);
	index_fixture_put(&fixture, index_fixture_record("a", 1, "one of many words"));
	commit();
	assert_found(both(STORE_MAYBE, words("words"), term("title", "word")), SORT_RELEVANCE, "z#1 a#1");
	assert_found(words("adoption"), SORT_DOCUMENT, "");
}
END_TEST

START_TEST(an_unranked_query_scores_nothing)
{
	index_fixture_add_paper(&fixture, "a", 3, "red");
	index_fixture_add_paper(&fixture, "b", 3, "blue");
	struct store_query *query = store_query_new(STORE_UNRANKED);
	store_query_add(query, words("red"));
	g_autoptr(GArray) hits = NULL;
	ck_assert(store_search(&hits, fixture.store, query, SORT_RELEVANCE, NULL));
	store_query_free(query);
	ck_assert_uint_eq(hits->len, 3);
	for (guint i = 0; i < hits->len; i++)
		ck_assert_double_eq(g_array_index(hits, struct store_hit, i).score, 0);
}
END_TEST

START_TEST(sorts_as_asked_with_the_undated_last)
{
	begin();
	put_dated("b", 10, "2012-01-30", "x");
	put_dated("b", 2, "2012-01-30", "x");
	put_dated("c", 1, NULL, "x");
	put_dated("a", 1, "2016-05-26", "x");
	put_dated("a b", 1, "2012-01-30", "x");
	put_dated("a", 3, NULL, "x");
	commit();
	assert_found(words("x"), SORT_DATE, "a b#1 b#2 b#10 a#1 a#3 c#1");
	assert_found(words("x"), SORT_DATE_DOWN, "a#1 a b#1 b#2 b#10 a#3 c#1");
	assert_found(words("x"), SORT_DOCUMENT, "a#1 a#3 a b#1 b#2 b#10 c#1");
	assert_found(words("x"), SORT_RELEVANCE, "a b#1 b#2 b#10 a#1 a#3 c#1");
}
END_TEST

START_TEST(better_matches_come_first)
{
	begin();
	put_dated("a", 1, "2012-01-30", "carers among a lot of other words that say little");
	put_dated("a", 2, "2016-01-30", "carers and carers");
	put_dated("a", 3, "2016-01-30", "nothing");
	put_dated("a", 4, "2016-01-30", "of note");
	commit();
	assert_found(words("carer"), SORT_RELEVANCE, "a#2 a#1");
}
END_TEST

START_TEST(words_and_paths_of_any_length_are_indexed)
{
	g_autofree char *word = g_strnfill(5000, 'w');
	g_autofree char *path = g_strnfill(3000, 'p');
	index_fixture_add_paper(&fixture, path, 1, word);
	ck_assert_uint_eq(index_fixture_count(&fixture, words(word)), 1);
	ck_assert_uint_eq(index_fixture_count(&fixture, term("file", path)), 1);
}
END_TEST

START_TEST(terms_of_a_field_are_listed_without_those_of_longer_prefixes)
{
	begin();
	struct record *record = index_fixture_record("a", 1, "stay staying put");
	record->title = g_strdup("Titled");
	record_add_speaker(record, "Mrs Dale", SPEAKER_DIRECT);
	index_fixture_put(&fixture, record);
	commit();
	static const char *const lists[][2] = {
		{"Z", "put stay"},         {"ZS", "titl"}, {"A", "dale mrs"}, {"Ada", "le"},
		{"XFSPEAKER", "mrs dale"}, {"K", ""},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		g_autoptr(GPtrArray) terms = NULL;
		ck_assert(store_terms(&terms, fixture.store, lists[i][0], NULL));
		g_ptr_array_add(terms, NULL);
		g_autofree char *joined = g_strjoinv(" ", (char **)terms->pdata);
		ck_assert_str_eq(joined, lists[i][1]);
	}
	guint count = 99;
	ck_assert(store_term_count(&count, fixture.store, "Zstay", NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert(store_term_count(&count, fixture.store, "Znone", NULL));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_query_prints_what_is_searched)
{
	struct store_query *query = both(STORE_AND, words("staying"), term("date", "2016"));
	g_autofree char *shown = store_query_print(query);
	store_query_free(query);
	ck_assert_ptr_nonnull(strstr(shown, "Zstay"));
	ck_assert_ptr_nonnull(strstr(shown, "Y2016"));
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("store_search");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, words_are_found_in_any_form_case_and_accent);
	tcase_add_test(tcase, every_match_counts_exactly);
	tcase_add_test(tcase, furniture_is_kept_and_found_only_when_asked_for);
	tcase_add_test(tcase, operators_combine_as_they_say);
	tcase_add_test(tcase, words_of_the_title_lift_a_record);
	tcase_add_test(tcase, an_unranked_query_scores_nothing);
	tcase_add_test(tcase, sorts_as_asked_with_the_undated_last);
	tcase_add_test(tcase, better_matches_come_first);
	tcase_add_test(tcase, words_and_paths_of_any_length_are_indexed);
	tcase_add_test(tcase, terms_of_a_field_are_listed_without_those_of_longer_prefixes);
	tcase_add_test(tcase, a_query_prints_what_is_searched);
	Suite *suite = suite_create("store_search");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
