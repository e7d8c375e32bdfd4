/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "layout.h"
#include "parse_fixture.h"
#include "region.h"

static struct document document;
static GArray *blocks, *regions;

static void find_regions(const char *paper)
{
	fixture_document(&document, span_of(paper));
	blocks = layout_blocks(&document);
	regions = region_find(blocks);
}

static void tear_down(void)
{
	g_clear_pointer(&regions, g_array_unref);
	g_clear_pointer(&blocks, g_array_unref);
	document_clear(&document);
}

static const struct region *region_at(guint i)
{
	ck_assert_uint_lt(i, regions->len);
	return &g_array_index(regions, struct region, i);
}

static void expect(guint i, enum record_type type, const char *first, const char *reference)
{
	const struct region *region = region_at(i);
	ck_assert_str_eq(record_type_name(region->type), record_type_name(type));
	ck_assert_str_eq(g_array_index(blocks, struct block, region->first).text->str, first);
	ck_assert_msg(g_strcmp0(region->reference, reference) == 0, "reference is %s",
		      region->reference ? region->reference : "null");
}

#define MINUTES                                                                                                        \
	"HARBOUR COUNTY COUNCIL\n\nMINUTES of a meeting of the Schools Forum held in Saltmouth on 7 June 2019.\n\n"    \
	"PRESENT: Mr B Anstey (Chairman) and Mrs W Crake.\n\n1. Funding\n(Item 2)\n\nRESOLVED that it be raised.\n\n"
#define REPORT                                                                                                         \
	"By: Mr B Anstey, Head of Schools\n\nTo: Schools Forum - 20 September 2019\n\nSubject: Small Schools\n\n"      \
	"Classification: Unrestricted\n\n1. Introduction\n\n1.1 There are thirty-one small schools in the county.\n\n"

START_TEST(minutes_are_one_part)
{
	find_regions(MINUTES);
	ck_assert_uint_eq(regions->len, 1);
	expect(0, TYPE_MINUTES, "HARBOUR COUNTY COUNCIL", NULL);
}
END_TEST

START_TEST(a_report_is_told_by_its_captions)
{
	find_regions(REPORT);
	ck_assert_uint_eq(regions->len, 1);
	expect(0, TYPE_REPORT, "By: Mr B Anstey, Head of Schools", NULL);
}
END_TEST

START_TEST(a_pack_is_parted_at_stamps_and_heads)
{
	find_regions("AGENDA\n\nSCHOOLS FORUM\n\nFriday, 20 September 2019\n\nA1 Minutes\n\nB1 Small Schools\n\n"
		     "Agenda Item A1\n\n" MINUTES "Agenda Item B1\n\n" REPORT);
	ck_assert_uint_eq(regions->len, 3);
	expect(0, TYPE_AGENDA, "AGENDA", NULL);
	expect(1, TYPE_MINUTES, "Agenda Item A1", "A1");
	expect(2, TYPE_REPORT, "Agenda Item B1", "B1");
}
END_TEST

START_TEST(the_same_stamp_on_every_page_is_one_part)
{
	find_regions("Agenda Item B1\n\n" REPORT "Agenda Item B1\n\n2. Costs\n\n2.1 They cost more.\n");
	ck_assert_uint_eq(regions->len, 1);
	expect(0, TYPE_REPORT, "Agenda Item B1", "B1");
}
END_TEST

START_TEST(a_web_page_with_captions_is_known)
{
	find_regions(
		"<h1>Agenda and minutes</h1><p>Venue: Quay <a>View directions</a></p><p>Minutes:</p><p>Agreed.</p>");
	ck_assert(region_at(0)->web);
	ck_assert(region_at(0)->captions);
	tear_down();
	find_regions(MINUTES);
	ck_assert(!region_at(0)->web);
	ck_assert(!region_at(0)->captions);
}
END_TEST

START_TEST(parts_cover_all_blocks_in_order)
{
	find_regions("Agenda Item 3\n\n" REPORT MINUTES "AGENDA\n\n1 Fares\n\nAgenda Item 1\n\nText of it.\n");
	guint at = 0;
	for (guint i = 0; i < regions->len; i++) {
		ck_assert_uint_eq(region_at(i)->first, at);
		ck_assert_uint_gt(region_at(i)->end, at);
		at = region_at(i)->end;
	}
	ck_assert_uint_eq(at, blocks->len);
	ck_assert_uint_ge(regions->len, 4);
}
END_TEST

START_TEST(an_empty_paper_has_no_parts)
{
	find_regions(" ");
	ck_assert_uint_eq(regions->len, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("region");
	TCase *tcase = tcase_create("region");
	tcase_add_checked_fixture(tcase, NULL, tear_down);
	tcase_add_test(tcase, minutes_are_one_part);
	tcase_add_test(tcase, a_report_is_told_by_its_captions);
	tcase_add_test(tcase, a_pack_is_parted_at_stamps_and_heads);
	tcase_add_test(tcase, the_same_stamp_on_every_page_is_one_part);
	tcase_add_test(tcase, a_web_page_with_captions_is_known);
	tcase_add_test(tcase, parts_cover_all_blocks_in_order);
	tcase_add_test(tcase, an_empty_paper_has_no_parts);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
