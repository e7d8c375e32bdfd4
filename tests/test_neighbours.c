/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "looking_fixture.h"
#include "neighbours.h"
#include "similar.h"

static void append_all(GString *out, const GPtrArray *records)
{
	for (guint n = 0; n < records->len; n++)
		g_string_append_printf(out, " %u", record_number(g_ptr_array_index(records, n)));
}

/* Eight records of one file: 1 to 3 of item 4, of which 2 is furniture, 4 to 8 of item 5. */
static void fill(struct index_fixture *fixture)
{
	index_fixture_init(fixture);
	ck_assert(store_begin(fixture->store, NULL));
	for (guint n = 1; n <= 8; n++) {
		g_autofree char *line =
			g_strdup_printf("a#%u|2016-05-26|Panel|%sparagraph %u", n, n == 2 ? "[furniture]" : "", n);
		struct record *record = looking_record(line);
		record->agenda_item = g_strdup(n <= 3 ? "4" : "5");
		index_fixture_put(fixture, record);
	}
	looking_put(fixture, "b#5|2016-05-26|Panel|of another file");
	ck_assert(store_commit(fixture->store, NULL));
}

/* "before | after" of a paragraph. */
static void check(guint number, struct neighbours_reach reach, const char *expected)
{
	struct index_fixture fixture;
	fill(&fixture);
	g_autofree char *query = g_strdup_printf("\"paragraph %u\"", number);
	struct looking looking;
	looking_run(&looking, &fixture, query);
	ck_assert_uint_eq(looking.search.hits->len, 1);
	struct record record;
	record_init(&record);
	guint32 docid = g_array_index(looking.search.hits, struct store_hit, 0).docid;
	ck_assert(store_fetch(&record, fixture.store, docid, NULL));
	struct neighbours around;
	neighbours_init(&around);
	ck_assert(neighbours_find(&around, fixture.store, &record, reach, NULL));
	g_autoptr(GString) out = g_string_new(NULL);
	append_all(out, around.before);
	g_string_append(out, " |");
	append_all(out, around.after);
	ck_assert_str_eq(out->str, expected);
	neighbours_clear(&around);
	record_clear(&record);
	looking_clear(&looking);
	index_fixture_clear(&fixture);
}

START_TEST(the_nearest_paragraphs_of_the_item_are_found_in_order)
{
	check(6, (struct neighbours_reach){2, 1}, " 4 5 | 7");
	check(6, (struct neighbours_reach){0, 9}, " | 7 8");
	check(6, (struct neighbours_reach){0, 0}, " |");
}
END_TEST

START_TEST(another_item_ends_it)
{
	check(4, (struct neighbours_reach){3, 0}, " |");
	check(3, (struct neighbours_reach){0, 3}, " |");
}
END_TEST

START_TEST(furniture_is_passed_over)
{
	check(3, (struct neighbours_reach){1, 0}, " 1 |");
	check(1, (struct neighbours_reach){5, 1}, " | 3");
}
END_TEST

/* The texts of what is like the paragraph at `place` ("a#1"), joined by "; ". */
static char *find_similar(const char *const *lines, const char *place, const char *query)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	looking_fill(&fixture, lines);
	g_autofree char *line = g_strconcat(place, "|-|-|x", NULL);
	struct record *model = looking_record(line);
	struct looking looking = {0};
	language_init(&looking.language);
	search_init(&looking.search, fixture.store);
	ck_assert(language_parse(&looking.language, span_of(query), NULL));
	ck_assert(similar_run(&looking.search, &looking.language.tree, model->id, SORT_RELEVANCE, NULL));
	GString *out = g_string_new(looking.language.tree ? "" : "none");
	for (guint n = 0; n < looking.search.hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(looking.search.hits, struct store_hit, n).docid;
		ck_assert(store_fetch(&record, fixture.store, docid, NULL));
		g_string_append_printf(out, "%s%s", n > 0 ? "; " : "", record.text);
		record_clear(&record);
	}
	record_free(model);
	looking_clear(&looking);
	index_fixture_clear(&fixture);
	return g_string_free(out, FALSE);
}

static const char *const library[] = {
	"a#1|2016-05-26|Panel|the heron nested under the old stone bridge",
	"a#2|2016-05-26|Panel|herons were nesting under an old bridge of stone",
	"a#3|2016-05-26|Panel|the accounts for the year were approved",
	"b#1|2017-05-26|Board|a heron nest was seen under the bridge",
	"b#2|2017-05-26|Board|parking in the high street was discussed",
	"b#3|2017-05-26|Board|the minutes were signed by the chairman",
	NULL,
};

START_TEST(what_shares_telling_words_is_alike_and_the_paragraph_is_not_among_it)
{
	g_autofree char *found = find_similar(library, "a#1", "");
	ck_assert_str_eq(found,
			 "herons were nesting under an old bridge of stone; a heron nest was seen under the bridge");
}
END_TEST

START_TEST(a_query_narrows_what_is_alike)
{
	g_autofree char *found = find_similar(library, "a#1", "body:board");
	ck_assert_str_eq(found, "a heron nest was seen under the bridge");
}
END_TEST

START_TEST(nothing_is_like_an_unknown_paragraph)
{
	g_autofree char *found = find_similar(library, "z#9", "");
	ck_assert_str_eq(found, "none");
}
END_TEST

START_TEST(furniture_can_be_shown_by_its_id)
{
	struct index_fixture fixture;
	fill(&fixture);
	struct record *record = looking_record("a#2|-|-|x");
	struct tree *tree = NULL;
	struct search search;
	search_init(&search, fixture.store);
	ck_assert(similar_show(&tree, record->id, NULL));
	ck_assert(search_run(&search, tree, SORT_RELEVANCE, NULL));
	ck_assert_uint_eq(search.hits->len, 1);
	search_clear(&search);
	tree_free(tree);
	record_free(record);
	index_fixture_clear(&fixture);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("neighbours");
	TCase *tests = tcase_create("neighbours");
	tcase_add_test(tests, the_nearest_paragraphs_of_the_item_are_found_in_order);
	tcase_add_test(tests, another_item_ends_it);
	tcase_add_test(tests, furniture_is_passed_over);
	tcase_add_test(tests, what_shares_telling_words_is_alike_and_the_paragraph_is_not_among_it);
	tcase_add_test(tests, a_query_narrows_what_is_alike);
	tcase_add_test(tests, nothing_is_like_an_unknown_paragraph);
	tcase_add_test(tests, furniture_can_be_shown_by_its_id);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
