/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "feedback.h"
#include "looking_fixture.h"

/* Three of those that have "respite" speak of kinship and grandparents as well, and so does one that has it not. */
static const char *const lines[] = {
	"a#1|2016-05-26|Panel|respite respite kinship grandparents",
	"b#1|2016-05-27|Panel|respite respite kinship grandparents holidays",
	"c#1|2016-05-28|Panel|respite is one matter of many that the Panel had before it",
	"d#1|2016-05-29|Panel|respite with kinship is a question that grandparents have long been asking here",
	"e#1|2016-05-30|Panel|kinship grandparents",
	"f#1|2016-05-30|Panel|the budget",
	"g#1|2016-05-30|Panel|the timetable of buses",
	"h#1|2016-05-30|Panel|the roof",
	"i#1|2016-05-30|Panel|the bridge and its repair",
	"j#1|2016-05-30|Panel|the quarter's figures",
	"k#1|2016-05-30|Panel|the festival",
	"l#1|2016-05-30|Panel|the allotments",
	"m#1|2016-05-30|Panel|the library",
	"n#1|2016-05-30|Panel|the parking permits",
	"o#1|2016-05-30|Panel|the waste collection",
	"p#1|2016-05-30|Panel|the swimming pool",
	NULL,
};

static void append_paths(GString *out, struct looking *looking)
{
	for (guint n = 0; n < looking->search.hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(looking->search.hits, struct store_hit, n).docid;
		ck_assert(store_fetch(&record, looking->search.store, docid, NULL));
		g_string_append(out, record.path);
		record_clear(&record);
	}
}

/* The paths of the hits, and those after feedback; the words that it took. */
static void check(const char *query, const char *before, const char *after, const char *taken)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	looking_fill(&fixture, lines);
	struct looking looking;
	looking_run(&looking, &fixture, query);
	g_autoptr(GString) out = g_string_new(NULL);
	append_paths(out, &looking);
	ck_assert_str_eq(out->str, before);
	g_autoptr(GPtrArray) words = NULL;
	ck_assert(feedback_run(&words, &looking.search, looking.language.tree, NULL));
	g_string_truncate(out, 0);
	append_paths(out, &looking);
	ck_assert_str_eq(out->str, after);
	g_ptr_array_add(words, NULL);
	g_autofree char *list = g_strjoinv(" ", (char **)words->pdata);
	ck_assert_str_eq(list, taken);
	looking_clear(&looking);
	index_fixture_clear(&fixture);
}

START_TEST(what_the_best_hits_share_lifts_those_that_have_it)
{
	check("respite", "abcd", "abdc", "respite grandparents kinship");
}
END_TEST

START_TEST(nothing_is_found_that_was_not)
{
	check("respite NOT asking", "abc", "abc", "respite");
}
END_TEST

START_TEST(too_few_hits_teach_nothing)
{
	check("unknown", "", "", "");
	check("pool", "p", "p", "");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("feedback");
	tcase_add_test(tcase, what_the_best_hits_share_lifts_those_that_have_it);
	tcase_add_test(tcase, nothing_is_found_that_was_not);
	tcase_add_test(tcase, too_few_hits_teach_nothing);
	Suite *suite = suite_create("feedback");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
