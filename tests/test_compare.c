/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "compare.h"

/* "id path text queries"; of a copy only the first two. */
static void add(GPtrArray *places, const char *given)
{
	g_auto(GStrv) parts = g_strsplit(given, " ", 4);
	guint len = g_strv_length(parts);
	struct written_place *place = g_new0(struct written_place, 1);
	place->id = g_strdup(parts[0]);
	place->path = g_strdup(parts[1]);
	place->sha256 = len > 2 ? g_strdup(parts[2]) : NULL;
	place->queries = len > 3 ? g_strdup(parts[3]) : NULL;
	g_ptr_array_add(places, place);
}

static GPtrArray *places_of(const char *const *given)
{
	GPtrArray *places = g_ptr_array_new_with_free_func(written_place_free);
	for (; *given; given++)
		add(places, *given);
	return places;
}

static void print(GString *out, const char *caption, const GArray *pairs)
{
	for (guint n = 0; n < pairs->len; n++) {
		const struct compare_pair *pair = &g_array_index(pairs, struct compare_pair, n);
		g_string_append_printf(out, "%s%s %s>%s", out->len > 0 ? "; " : "", caption,
				       pair->then ? pair->then->id : "", pair->now ? pair->now->id : "");
		g_string_append(out, pair->what & COMPARE_TEXT ? " text" : "");
		g_string_append(out, pair->what & COMPARE_PAPER ? " paper" : "");
		g_string_append(out, pair->what & COMPARE_QUERIES ? " queries" : "");
	}
}

static void check_places(const char *const *then, const char *const *now, const char *expected)
{
	g_autoptr(GPtrArray) before = places_of(then);
	g_autoptr(GPtrArray) today = places_of(now);
	struct compare compare;
	compare_init(&compare);
	compare_places(&compare, before, today);
	g_autoptr(GString) out = g_string_new(NULL);
	print(out, "same", compare.same);
	print(out, "changed", compare.changed);
	print(out, "new", compare.added);
	print(out, "missing", compare.missing);
	ck_assert_str_eq(out->str, expected);
	ck_assert_uint_eq(compare.same->len + compare.changed->len + compare.missing->len, before->len);
	ck_assert_uint_eq(compare.same->len + compare.changed->len + compare.added->len, today->len);
	compare_clear(&compare);
}

#define THEN(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NOW(...) ((const char *const[]){__VA_ARGS__, NULL})

START_TEST(the_same_words_of_the_same_paper_are_the_same)
{
	check_places(THEN("a#1 a.txt x 1", "b#1 b.txt"), NOW("a#1 a.txt x 1", "b#1 b.txt"),
		     "same a#1>a#1; same b#1>b#1");
}
END_TEST

START_TEST(a_paper_under_another_path_is_the_same)
{
	check_places(THEN("a#1 a.txt x 1"), NOW("a#1 moved.txt x 1"), "same a#1>a#1");
	/* Of two with the same bytes each stays with its own path. */
	check_places(THEN("a#1 a.txt x 1", "a#1 b.txt"), NOW("a#1 b.txt", "a#1 c.txt x 1"),
		     "same a#1>a#1; same a#1>a#1");
}
END_TEST

START_TEST(a_copy_that_is_now_the_extract_is_the_same)
{
	check_places(THEN("a#1 a.txt x 1", "b#1 b.txt"), NOW("b#1 b.txt x 1", "a#1 a.txt"),
		     "same a#1>a#1; same b#1>b#1");
	check_places(THEN("a#1 a.txt x 1", "b#1 b.txt"), NOW("b#1 b.txt x 1"), "same b#1>b#1; missing a#1>");
}
END_TEST

START_TEST(an_edited_paper_changes_its_paragraphs)
{
	/* Words and place as they were; words as they were and moved on; other words in the same place. */
	check_places(THEN("a#1 a.txt x 1", "a#2 a.txt y 1", "a#5 a.txt z 1"),
		     NOW("b#1 a.txt x 1", "b#3 a.txt y 1", "b#5 a.txt w 1"),
		     "changed a#1>b#1 paper; changed a#2>b#3 paper; changed a#5>b#5 text paper");
}
END_TEST

START_TEST(a_paragraph_read_otherwise_from_the_same_paper_has_other_words)
{
	check_places(THEN("a#1 a.txt x 1"), NOW("a#1 a.txt y 1"), "changed a#1>a#1 text");
}
END_TEST

START_TEST(an_answer_to_other_queries_is_changed)
{
	check_places(THEN("a#1 a.txt x 1"), NOW("a#1 a.txt x 1, 2"), "changed a#1>a#1 queries");
}
END_TEST

START_TEST(what_has_no_partner_is_new_or_missing)
{
	check_places(THEN("a#1 a.txt x 1", "a#2 a.txt y 1"), NOW("a#1 a.txt x 1", "c#2 c.txt y 1"),
		     "same a#1>a#1; new >c#2; missing a#2>");
	check_places(THEN(NULL), NOW("a#1 a.txt x 1"), "new >a#1");
	check_places(THEN("a#1 a.txt x 1"), NOW(NULL), "missing a#1>");
	check_places(THEN(NULL), NOW(NULL), "");
}
END_TEST

START_TEST(of_the_same_words_in_one_paper_each_has_one_partner)
{
	check_places(THEN("a#1 a.txt x 1", "a#2 a.txt x 1", "a#3 a.txt x 1"), NOW("b#2 a.txt x 1", "b#4 a.txt x 1"),
		     "changed a#1>b#2 paper; changed a#2>b#4 paper; missing a#3>");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("compare");
	TCase *tests = tcase_create("compare");
	tcase_add_test(tests, the_same_words_of_the_same_paper_are_the_same);
	tcase_add_test(tests, a_paper_under_another_path_is_the_same);
	tcase_add_test(tests, a_copy_that_is_now_the_extract_is_the_same);
	tcase_add_test(tests, an_edited_paper_changes_its_paragraphs);
	tcase_add_test(tests, a_paragraph_read_otherwise_from_the_same_paper_has_other_words);
	tcase_add_test(tests, an_answer_to_other_queries_is_changed);
	tcase_add_test(tests, what_has_no_partner_is_new_or_missing);
	tcase_add_test(tests, of_the_same_words_in_one_paper_each_has_one_partner);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
