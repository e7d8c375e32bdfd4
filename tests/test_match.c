/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "language.h"
#include "match.h"

/* The marked parts of `text` where `query` holds, in brackets; "no" where it does not. */
static char *mark(const char *query, const struct record *record)
{
	struct language language;
	language_init(&language);
	ck_assert_msg(language_parse(&language, span_of(query), NULL), "%s", query);
	struct stemmer *stemmer = stemmer_new();
	struct matcher *matcher = matcher_new(stemmer);
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	bool holds = matcher_match(marks, matcher, language.tree, record);
	GString *out = g_string_new(holds ? "" : "no");
	size_t last = 0;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark place = g_array_index(marks, struct match_mark, n);
		ck_assert_uint_ge(place.start, last);
		ck_assert_uint_lt(place.start, place.end);
		ck_assert_uint_le(place.end, strlen(record->text));
		last = place.end;
		g_string_append_printf(out, "[%.*s]", (int)(place.end - place.start), record->text + place.start);
	}
	matcher_free(matcher);
	stemmer_free(stemmer);
	language_clear(&language);
	return g_string_free(out, FALSE);
}

static void check_record(const char *query, const struct record *record, const char *expected)
{
	g_autofree char *marked = mark(query, record);
	ck_assert_msg(strcmp(marked, expected) == 0, "%s: %s and not %s", query, marked, expected);
}

static void check(const char *query, const char *text, const char *expected)
{
	struct record record;
	record_init(&record);
	record.text = g_strdup(text);
	check_record(query, &record, expected);
	record_clear(&record);
}

START_TEST(a_word_matches_every_form_of_itself)
{
	check("foster", "Fostering helps. Foster carers fostered, FOSTERS!", "[Fostering][Foster][fostered][FOSTERS]");
	check("carers review", "A carer had two reviews and a caring review", "[carer][reviews][review]");
	check("carers review", "A carer", "no");
}
END_TEST

START_TEST(case_and_accents_never_matter)
{
	check("CAFE", "the caf\u00e9 and the Cafe\u0301s", "[caf\u00e9][Cafe\u0301s]");
	check("\"\u00c9cole\"", "an ecole", "[ecole]");
	check("child's", "the child\u2019s plan", "[child\u2019s]");
}
END_TEST

START_TEST(a_phrase_is_exact_and_never_stemmed)
{
	check("\"staying put\"", "Staying Put, stay put, staying  putt", "[Staying Put]");
	check("\"foster carer\"", "foster carers", "no");
	check("\"adopted\"", "adopting the adopted", "[adopted]");
}
END_TEST

START_TEST(a_phrase_runs_across_hyphens_lines_and_quotes)
{
	check("\"staying put\"", "staying-put and \u2018staying\nput\u2019 and staying \u2013 put",
	      "[staying-put][staying\nput][staying \u2013 put]");
	check("\"staying-put\"", "staying put", "[staying put]");
}
END_TEST

START_TEST(a_phrase_is_one_mark_and_overlaps_are_joined)
{
	check("\"a b\" \"b c\" b", "x a b c y b", "[a b c][b]");
	check("\"a a\"", "a a a", "[a a a]");
}
END_TEST

START_TEST(hyphened_words_stand_side_by_side_in_any_form)
{
	check("decision-making", "decision makers made a decision; decisions-making", "[decisions-making]");
	check("decision-making", "making a decision", "no");
}
END_TEST

START_TEST(a_star_takes_any_ending_in_phrases_too)
{
	check("adopt*", "adopt adoption adoptive ado", "[adopt][adoption][adoptive]");
	check("\"care leaver*\"", "care leavers, care leaver, care leave", "[care leavers][care leaver]");
}
END_TEST

START_TEST(nearness_counts_words_and_keeps_order_where_asked)
{
	check("care ADJ/1 leaver", "leavers of care; care leavers", "[care][leavers]");
	check("care ADJ/2 leaver", "care for leavers", "[care][leavers]");
	check("care ADJ/1 leaver", "care for leavers", "no");
	check("fostering NEAR/3 review", "reviews of the fostering", "[reviews][fostering]");
	check("fostering NEAR/2 review", "reviews of the fostering", "no");
	check("\"annual review\" NEAR/2 carer", "carers had annual review", "[carers][annual review]");
	check("\"annual review\" NEAR/1 carer", "carers had annual review", "no");
	check("care NEAR/5 care", "care alone", "no");
	check("care NEAR/5 care", "care and care", "[care][care]");
}
END_TEST

START_TEST(a_chain_holds_only_where_all_of_it_does)
{
	check("(fostering OR \"kinship care\") NEAR/2 review", "review of kinship care; fostering",
	      "[review][kinship care]");
	check("(fostering OR \"kinship care\") NEAR/1 review", "a review of kinship care, fostering", "no");
	check("(fostering OR kinship) ADJ/2 (review OR report)", "report on kinship; fostering, its report",
	      "[fostering][report]");
	check("a ADJ/1 b ADJ/1 c", "a b x b c a b c", "[a][b][c]");
	check("a ADJ/1 b ADJ/1 c", "a b x b c", "no");
}
END_TEST

START_TEST(branches_that_do_not_hold_mark_nothing)
{
	check("(a b) OR c", "a c", "[c]");
	check("a NOT b", "a c", "[a]");
	check("a NOT b", "a b", "no");
	check("a NOT \"b c\"", "a b d c", "[a]");
	check("NOT NOT a", "a", "");
	check("-b", "a", "");
	check("a OR -a", "b", "");
}
END_TEST

START_TEST(fields_are_matched_on_the_record)
{
	struct record record;
	record_init(&record);
	record.text = g_strdup("It was agreed.");
	record.title = g_strdup("Fostering Annual Reviews");
	record.body = g_strdup("Corporate Parenting Panel");
	record.date = g_strdup("2016-05-26");
	record.type = TYPE_MINUTES;
	record.kind = KIND_RESOLUTION;
	record.agenda_item = g_strdup("B3");
	record.path = g_strdup("papers/May Pack.pdf");
	record_add_speaker(&record, "Mr John Carter", SPEAKER_DIRECT);
	record_add_speaker(&record, "Mrs Jane Poole", SPEAKER_LEAD);
	const char *const holding[] = {
		"title:foster",
		"title:\"annual reviews\"",
		"body:parenting",
		"body:\"panel corporate\"",
		"date:2016",
		"date:..26/05/2016",
		"date:2016-05-26..",
		"type:Minutes",
		"kind:resolution",
		"is:resolution",
		"item:b3",
		"file:\"may pack.pdf\"",
		"speaker:\"john carter\"",
		"speaker:mrs",
		"spoke:carter",
		"-spoke:poole",
		"-is:undated",
		"file:\"papers/May Pack.pdf\"",
		"agree speaker:poole",
		"title:annual-review",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(holding); n++)
		check_record(holding[n], &record, g_str_has_prefix(holding[n], "agree") ? "[agreed]" : "");
	const char *const failing[] = {
		"title:\"annual review\"",
		"title:agreed",
		"body:cabinet",
		"date:2015",
		"date:27/05/2016..",
		"speaker:\"jane carter\"",
		"speaker:\"mr poole\"",
		"spoke:poole",
		"item:b",
		"file:pack.pdf",
		"-type:minutes",
		"is:restricted",
		"title:review-annual",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(failing); n++)
		check_record(failing[n], &record, "no");
	record_clear(&record);
}
END_TEST

START_TEST(an_undated_record_is_outside_every_range)
{
	check("date:..2030", "a", "no");
	check("-date:2016", "a", "");
	check("is:undated a", "a", "[a]");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("match");
	TCase *tests = tcase_create("match");
	tcase_add_test(tests, a_word_matches_every_form_of_itself);
	tcase_add_test(tests, case_and_accents_never_matter);
	tcase_add_test(tests, a_phrase_is_exact_and_never_stemmed);
	tcase_add_test(tests, a_phrase_runs_across_hyphens_lines_and_quotes);
	tcase_add_test(tests, a_phrase_is_one_mark_and_overlaps_are_joined);
	tcase_add_test(tests, hyphened_words_stand_side_by_side_in_any_form);
	tcase_add_test(tests, a_star_takes_any_ending_in_phrases_too);
	tcase_add_test(tests, nearness_counts_words_and_keeps_order_where_asked);
	tcase_add_test(tests, a_chain_holds_only_where_all_of_it_does);
	tcase_add_test(tests, branches_that_do_not_hold_mark_nothing);
	tcase_add_test(tests, fields_are_matched_on_the_record);
	tcase_add_test(tests, an_undated_record_is_outside_every_range);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
