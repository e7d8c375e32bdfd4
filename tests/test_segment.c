/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands in a paper's structure. The forms themselves are in cases/parse; here is what holds between records. */
#include <check.h>
#include <stdlib.h>

#include "layout.h"
#include "parse_fixture.h"
#include "segment.h"

static struct paper paper;

static void tear_down(void)
{
	paper_clear(&paper);
}

static void segment(const char *text)
{
	struct document document;
	fixture_document(&document, span_of(text));
	g_autoptr(GArray) blocks = layout_blocks(&document);
	paper_init(&paper);
	segment_blocks(&paper, blocks, &document);
	document_clear(&document);
}

static void expect_item(const struct record *record, const char *minute, const char *item, const char *title)
{
	ck_assert_msg(g_strcmp0(record->minute, minute) == 0, "minute %s", record->minute ? record->minute : "null");
	ck_assert_msg(g_strcmp0(record->agenda_item, item) == 0, "item %s",
		      record->agenda_item ? record->agenda_item : "null");
	ck_assert_msg(g_strcmp0(record->title, title) == 0, "title %s", record->title ? record->title : "null");
}

static void expect_kind(const char *start, enum record_kind kind)
{
	ck_assert_str_eq(record_kind_name(fixture_find(&paper, start)->kind), record_kind_name(kind));
}

#define HEAD                                                                                                           \
	"HARBOUR COUNTY COUNCIL\n\nMINUTES of a meeting of the Schools Forum held in Saltmouth on 7 June 2019.\n\n"    \
	"PRESENT: Mr B Anstey (Chairman) and Mrs W Crake.\n\n"

START_TEST(records_carry_the_item_they_stand_in)
{
	segment(HEAD "12. Funding\n(Item B2)\n\n1. Mrs Crake spoke of it.\n\n13. Small Schools (Item B3)\n\n1. Mr "
		     "Anstey spoke.\n");
	expect_item(fixture_find(&paper, "PRESENT"), NULL, NULL, NULL);
	expect_item(fixture_find(&paper, "12. Funding"), "12", "B2", "Funding");
	expect_item(fixture_find(&paper, "Mrs Crake spoke"), "12", "B2", "Funding");
	expect_item(fixture_find(&paper, "Mr Anstey spoke"), "13", "B3", "Small Schools");
}
END_TEST

START_TEST(an_item_without_a_minute_number_has_none)
{
	segment(HEAD
		"Funding\n(Item 2)\n\n1. Mrs Crake spoke of it.\n\nSmall Schools\n(Item 3)\n\n1. Mr Anstey spoke.\n");
	expect_item(fixture_find(&paper, "Mrs Crake spoke"), NULL, "2", "Funding");
	expect_item(fixture_find(&paper, "Mr Anstey spoke"), NULL, "3", "Small Schools");
}
END_TEST

START_TEST(an_item_heading_has_neither_label_nor_section)
{
	segment(HEAD "12. Funding\n(Item B2)\n\n1. Mrs Crake spoke of it.\n");
	const struct record *heading = fixture_find(&paper, "12. Funding (Item B2)");
	ck_assert_int_eq(heading->kind, KIND_HEADING);
	ck_assert_ptr_null(heading->label);
	ck_assert_ptr_null(heading->section);
}
END_TEST

START_TEST(a_section_heading_is_its_own_section_with_its_number_in_the_text)
{
	segment("By: Mr B Anstey\n\nTo: Schools Forum - 20 September 2019\n\nSubject: Small Schools\n\nClassification: "
		"Unrestricted\n\n"
		"1. Introduction\n\n1.1 There are thirty-one small schools.\n\n2. Costs\n\n2.1 They cost more than "
		"others do.\n");
	const struct record *heading = fixture_find(&paper, "2. Costs");
	ck_assert_str_eq(heading->section, "Costs");
	ck_assert_ptr_null(heading->label);
	ck_assert_str_eq(fixture_find(&paper, "They cost")->section, "Costs");
	ck_assert_str_eq(fixture_find(&paper, "They cost")->label, "2.1");
	expect_item(heading, NULL, NULL, "Small Schools");
}
END_TEST

START_TEST(clauses_of_a_resolution_are_resolutions)
{
	segment(HEAD "12. Funding\n(Item B2)\n\n1. Mrs Crake spoke of it.\n\n2. RESOLVED that:\n\n"
		     "a) the formula be kept for one more year; and\n\nb) the lump sum be raised.\n\n13. Dates\n(Item "
		     "B3)\n\n1. They were read out.\n");
	expect_kind("the formula be kept", KIND_RESOLUTION);
	expect_kind("the lump sum", KIND_RESOLUTION);
	expect_kind("They were read out", KIND_PARAGRAPH);
	ck_assert_str_eq(fixture_find(&paper, "the lump sum")->label, "2.b");
}
END_TEST

START_TEST(pages_are_those_of_the_file_and_as_printed)
{
	segment("Forum papers\n\nThe pier is old.\n\n18\fForum papers\n\nThe quay is older.\n\n19\fForum papers\n\nThe "
		"wall.\n\n20");
	const struct record *record = fixture_find(&paper, "The quay");
	ck_assert_int_eq(record->page, 2);
	ck_assert_int_eq(record->page_end, 2);
	ck_assert_str_eq(record->page_label, "19");
}
END_TEST

START_TEST(without_pages_there_are_none)
{
	segment(HEAD);
	ck_assert_int_eq(fixture_record(&paper, 0)->page, 0);
	ck_assert_ptr_null(fixture_record(&paper, 0)->page_label);
}
END_TEST

START_TEST(parts_cover_the_records_without_gap)
{
	segment("AGENDA\n\nA1 Minutes\n\nB1 Schools\n\nAgenda Item A1\n\n" HEAD
		"1. Funding\n(Item 2)\n\nIt was noted.\n\n"
		"Agenda Item B1\n\nBy: Mr B Anstey\n\nTo: Schools Forum\n\nSubject: Schools\n\nThe end.\n");
	guint at = 0;
	for (guint i = 0; i < paper.parts->len; i++) {
		const struct part *part = &g_array_index(paper.parts, struct part, i);
		ck_assert_uint_eq(part->first, at);
		at = part->end;
	}
	ck_assert_uint_eq(at, paper.records->len);
	ck_assert_uint_eq(paper.parts->len, 3);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("segment");
	TCase *tcase = tcase_create("segment");
	tcase_add_checked_fixture(tcase, NULL, tear_down);
	tcase_add_test(tcase, records_carry_the_item_they_stand_in);
	tcase_add_test(tcase, an_item_without_a_minute_number_has_none);
	tcase_add_test(tcase, an_item_heading_has_neither_label_nor_section);
	tcase_add_test(tcase, a_section_heading_is_its_own_section_with_its_number_in_the_text);
	tcase_add_test(tcase, clauses_of_a_resolution_are_resolutions);
	tcase_add_test(tcase, pages_are_those_of_the_file_and_as_printed);
	tcase_add_test(tcase, without_pages_there_are_none);
	tcase_add_test(tcase, parts_cover_the_records_without_gap);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
