/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ranking.h"

#include <check.h>
#include <stdlib.h>

#include "index_fixture.h"
#include "language.h"
#include "search.h"

/* The first letters of the paths found, best first; `any`: of a pasted sentence. */
static char *find(struct index_fixture *fixture, const char *query, bool any)
{
	struct language language;
	struct search search;
	language_init(&language);
	search_init(&search, fixture->store);
	struct span text = span_of(query);
	ck_assert(any ? language_parse_any(&language, text, NULL) : language_parse(&language, text, NULL));
	ck_assert(search_run(&search, language.tree, SORT_RELEVANCE, NULL));
	GString *found = g_string_new(NULL);
	for (guint n = 0; n < search.hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search.hits, struct store_hit, n).docid;
		ck_assert(store_fetch(&record, fixture->store, docid, NULL));
		g_string_append_c(found, *record.path);
		record_clear(&record);
	}
	search_clear(&search);
	language_clear(&language);
	return g_string_free(found, FALSE);
}

static void check(struct index_fixture *fixture, const char *query, bool any, const char *expected)
{
	g_autofree char *found = find(fixture, query, any);
	ck_assert_msg(strcmp(found, expected) == 0, "%s finds %s, not %s", query, found, expected);
}

static void add(struct index_fixture *fixture, struct record *record)
{
	ck_assert(store_begin(fixture->store, NULL));
	index_fixture_put(fixture, record);
	ck_assert(store_commit(fixture->store, NULL));
}

static void add_kind(struct index_fixture *fixture, const char *path, enum record_kind kind)
{
	g_autofree char *text = g_strdup_printf("The ferry called at quay %c.", *path);
	struct record *record = index_fixture_record(path, 1, text);
	record->kind = kind;
	add(fixture, record);
}

START_TEST(prose_stands_before_headings_attendance_and_rows)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	add_kind(&fixture, "a.txt", KIND_HEADING);
	add_kind(&fixture, "b.txt", KIND_ROW);
	add_kind(&fixture, "c.txt", KIND_PARAGRAPH);
	add_kind(&fixture, "d.txt", KIND_ATTENDANCE);
	add_kind(&fixture, "e.txt", KIND_RESOLUTION);
	check(&fixture, "ferry", false, "cebad");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(a_word_of_the_title_or_section_lifts_and_finds_nothing_by_itself)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	const char *const titles[] = {"Moorings", "Ferries", NULL, "Ferries"};
	const char *const sections[] = {NULL, NULL, "Ferries", NULL};
	const char *const texts[] = {"One ferry called today.", "Two ferries called today.",
				     "Ten ferries called today.", "Nothing called today."};
	const char *const paths[] = {"a.txt", "b.txt", "c.txt", "d.txt"};
	for (size_t n = 0; n < G_N_ELEMENTS(titles); n++) {
		struct record *record = index_fixture_record(paths[n], 1, texts[n]);
		record->title = g_strdup(titles[n]);
		record->section = g_strdup(sections[n]);
		add(&fixture, record);
	}
	g_autofree char *found = find(&fixture, "ferry", false);
	ck_assert_uint_eq(strlen(found), 3);
	ck_assert_int_eq(found[2], 'a');
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(a_word_asked_for_twice_weighs_more)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	index_fixture_add_paper(&fixture, "a.txt", 1, "The ferry was late.");
	index_fixture_add_paper(&fixture, "b.txt", 1, "The quay was empty.");
	check(&fixture, "ferry ferries quay", true, "ab");
	check(&fixture, "ferry quay quays", true, "ba");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(stop_words_are_those_that_tell_nothing)
{
	static const char *const stops[] = {"a", "about", "because", "into", "s", "the", "whether", "your"};
	static const char *const words[] = {"", "aa", "panel", "ferry", "zebra", "The", "yours truly"};
	for (size_t n = 0; n < G_N_ELEMENTS(stops); n++)
		ck_assert_msg(ranking_is_stop_word(stops[n]), "%s", stops[n]);
	for (size_t n = 0; n < G_N_ELEMENTS(words); n++)
		ck_assert_msg(!ranking_is_stop_word(words[n]), "%s", words[n]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ranking");
	TCase *tests = tcase_create("ranking");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, prose_stands_before_headings_attendance_and_rows);
	tcase_add_test(tests, a_word_of_the_title_or_section_lifts_and_finds_nothing_by_itself);
	tcase_add_test(tests, a_word_asked_for_twice_weighs_more);
	tcase_add_test(tests, stop_words_are_those_that_tell_nothing);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
