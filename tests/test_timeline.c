/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "counts.h"
#include "looking_fixture.h"
#include "timeline.h"

static const char *const papers[] = {
	"a#1|2014-03-05|Otter Panel|Mrs Vane: the heron bridge is built",
	"a#2|2014-03-05|Otter Panel|nothing else was said",
	"b#1|2014-09-10|Otter Panel|[attendance]PRESENT: a heron",
	"c#1|2016-01-20|Otter Panel|the heron came back",
	"c#2|2016-01-20|Otter Panel|Mr Ash: the heron left",
	"c#3|2016-01-20|Otter Panel|[heading]Herons",
	"c#4|2016-01-20|Otter Panel|[furniture]heron footer",
	"d#1|2016-01-20|Lapwing Board|lapwings only",
	"e#1|-|Otter Panel|an undated heron",
	NULL,
};

/* "period hits/paragraphs/meetings" of each; a gap is its name alone, a body stands behind a colon. */
static char *print(const struct timeline *timeline)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < timeline->periods->len; n++) {
		const struct timeline_period *period = &g_array_index(timeline->periods, struct timeline_period, n);
		g_autofree char *name = timeline_period_name(timeline, period);
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", name);
		if (period->body)
			g_string_append_printf(out, ":%s", period->body);
		if (!timeline_is_gap(period))
			g_string_append_printf(out, " %u/%u/%u", period->hits, period->paragraphs, period->meetings);
	}
	return g_string_free(out, FALSE);
}

struct seen {
	char *periods, *first, *last, *gap;
};

static struct seen look(const char *const *lines, const char *query, const char *step)
{
	struct index_fixture fixture;
	struct looking looking;
	struct timeline timeline;
	g_autoptr(GError) error = NULL;
	index_fixture_init(&fixture);
	looking_fill(&fixture, lines);
	looking_run(&looking, &fixture, query);
	timeline_init(&timeline);
	ck_assert(timeline_step_of(&timeline.step, step));
	bool good = timeline_count(&timeline, &looking.search, looking.language.tree, &error);
	ck_assert_msg(good, "%s", error ? error->message : "");
	struct seen seen = {.periods = print(&timeline), .gap = g_strdup(counts_gap(&timeline))};
	if (timeline.first.record) {
		seen.first = g_strdup(timeline.first.record->text);
		seen.last = g_strdup(timeline.last.record->text);
		ck_assert_uint_gt(timeline.first.marks->len, 0);
	}
	timeline_clear(&timeline);
	looking_clear(&looking);
	index_fixture_clear(&fixture);
	return seen;
}

static void seen_clear(struct seen *seen)
{
	g_free(seen->periods);
	g_free(seen->first);
	g_free(seen->last);
	g_free(seen->gap);
}

static void check(const char *query, const char *step, const char *expected)
{
	struct seen seen = look(papers, query, step);
	ck_assert_str_eq(seen.periods, expected);
	seen_clear(&seen);
}

START_TEST(a_year_without_papers_is_a_gap_and_not_silence)
{
	check("heron", "year", "2014 2/3/2, 2015, 2016 3/4/2, undated 1/1/0");
	check("lapwing", "year", "2014 0/3/2, 2015, 2016 1/4/2, undated 0/1/0");
}
END_TEST

START_TEST(every_month_between_is_told)
{
	check("heron date:2014", "month",
	      "2014-01, 2014-02, 2014-03 1/2/1, 2014-04, 2014-05, 2014-06, 2014-07, 2014-08, 2014-09 1/1/1, 2014-10, "
	      "2014-11, 2014-12");
}
END_TEST

START_TEST(meetings_are_told_apart_by_their_body)
{
	check("heron", "meeting",
	      "2014-03-05:Otter Panel 1/2/1, 2014-09-10:Otter Panel 1/1/1, 2015, 2016-01-20:Lapwing Board 0/1/1, "
	      "2016-01-20:Otter Panel 3/3/1, undated 1/1/0");
}
END_TEST

START_TEST(fields_of_the_paper_narrow_what_was_searched)
{
	check("heron body:board", "year", "2016 0/1/1");
	check("heron -body:board date:2015..2017", "year", "2015, 2016 3/3/1, 2017");
	/* Not those of the paragraph. */
	check("heron kind:paragraph body:otter", "year", "2014 1/3/2, 2015, 2016 2/3/1, undated 1/1/0");
	check("body:board OR heron", "year", "2014 2/3/2, 2015, 2016 4/4/2, undated 1/1/0");
	struct seen seen = look(papers, "heron", "year");
	ck_assert_str_eq(seen.gap, "no papers indexed");
	seen_clear(&seen);
	seen = look(papers, "heron body:board", "year");
	ck_assert_str_eq(seen.gap, "no such papers indexed");
	seen_clear(&seen);
}
END_TEST

START_TEST(dates_of_the_query_are_its_ends)
{
	check("heron date:2013..2017", "year", "2013, 2014 2/3/2, 2015, 2016 3/4/2, 2017");
	check("heron date:2012..2013", "year", "2012, 2013");
	check("heron date:2015..", "year", "2015, 2016 3/4/2");
	check("heron date:2015..2016", "meeting", "2015, 2016-01-20:Lapwing Board 0/1/1, 2016-01-20:Otter Panel 3/3/1");
}
END_TEST

START_TEST(the_first_and_last_mention_are_prose_where_there_is_any)
{
	struct seen seen = look(papers, "heron", "year");
	ck_assert_str_eq(seen.first, "Mrs Vane: the heron bridge is built");
	ck_assert_str_eq(seen.last, "Mr Ash: the heron left");
	seen_clear(&seen);
	seen = look(papers, "heron date:2014-09", "year");
	ck_assert_str_eq(seen.last, "PRESENT: a heron");
	seen_clear(&seen);
	seen = look(papers, "heron is:undated", "year");
	ck_assert_ptr_null(seen.first);
	seen_clear(&seen);
}
END_TEST

START_TEST(furniture_is_counted_only_where_it_was_asked_for)
{
	check("heron kind:furniture", "year", "2014 0/3/2, 2015, 2016 1/4/2, undated 0/1/0");
}
END_TEST

START_TEST(a_paragraph_printed_twice_counts_once)
{
	static const char *const twice[] = {"a#1|2016-05-26|Panel|A paragraph that two papers print in the very same "
					    "words about a heron and a bridge.",
					    "b#7|2016-05-26|Panel|A paragraph that two papers print in the very same "
					    "words about a heron and a bridge.",
					    "b#8|2016-05-26|Panel|another", NULL};
	struct seen seen = look(twice, "heron", "year");
	ck_assert_str_eq(seen.periods, "2016 1/2/1");
	seen_clear(&seen);
}
END_TEST

START_TEST(a_paper_that_leaves_out_the_council_tells_of_the_same_meeting)
{
	struct index_fixture fixture;
	struct looking looking;
	struct timeline timeline;
	index_fixture_init(&fixture);
	ck_assert(store_begin(fixture.store, NULL));
	for (guint n = 0; n < 2; n++) {
		struct record *record =
			looking_record(n ? "a#1|2016-05-26|Panel|a heron" : "b#1|2016-05-26|Panel|an otter");
		record->council = n ? g_strdup("Ottershire") : NULL;
		index_fixture_put(&fixture, record);
	}
	ck_assert(store_commit(fixture.store, NULL));
	looking_run(&looking, &fixture, "heron");
	timeline_init(&timeline);
	ck_assert(timeline_count(&timeline, &looking.search, looking.language.tree, NULL));
	g_autofree char *printed = print(&timeline);
	ck_assert_str_eq(printed, "2016 1/2/1");
	timeline_clear(&timeline);
	looking_clear(&looking);
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(an_unknown_step_is_none)
{
	enum timeline_step step = TIMELINE_YEAR;
	ck_assert(!timeline_step_of(&step, "decade"));
	ck_assert(timeline_step_of(&step, "meeting"));
	ck_assert_str_eq(timeline_step_name(step), "meeting");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("timeline");
	TCase *tests = tcase_create("timeline");
	tcase_add_test(tests, a_year_without_papers_is_a_gap_and_not_silence);
	tcase_add_test(tests, every_month_between_is_told);
	tcase_add_test(tests, meetings_are_told_apart_by_their_body);
	tcase_add_test(tests, fields_of_the_paper_narrow_what_was_searched);
	tcase_add_test(tests, dates_of_the_query_are_its_ends);
	tcase_add_test(tests, the_first_and_last_mention_are_prose_where_there_is_any);
	tcase_add_test(tests, furniture_is_counted_only_where_it_was_asked_for);
	tcase_add_test(tests, a_paragraph_printed_twice_counts_once);
	tcase_add_test(tests, a_paper_that_leaves_out_the_council_tells_of_the_same_meeting);
	tcase_add_test(tests, an_unknown_step_is_none);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
