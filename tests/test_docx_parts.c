/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "office_lines.h"
#include "small_docx.h"
#include "small_zip.h"

static struct document document;
static GError *error;

static void set_up(void)
{
	document_init(&document);
}

static void tear_down(void)
{
	document_clear(&document);
	g_clear_error(&error);
}

static void expect(const char *body, struct small_docx parts, const char *want)
{
	ck_assert_msg(small_docx_read(&document, body, parts, &error), "%s", error ? error->message : "");
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

static const struct line *line_at(guint index)
{
	const struct page *page = document.pages->pdata[0];
	ck_assert_uint_lt(index, page->lines->len);
	return &g_array_index(page->lines, struct line, index);
}

START_TEST(headers_and_footers_are_furniture_and_the_same_one_comes_once)
{
	struct small_docx parts = {.header = XML "<w:hdr " W ">" P("Harbour Board") "</w:hdr>",
				   .other_header = XML "<w:hdr " W ">" P("Harbour Board") "</w:hdr>",
				   .footer = XML "<w:ftr " W ">" ITEM("1", "0", "page") "</w:ftr>"};
	expect(BODY(P("Text") "<w:sectPr><w:headerReference w:type='first' r:id='r3'/><w:headerReference "
			      "w:type='default' r:id='r4'/><w:footerReference r:id='r5'/></w:sectPr>"),
	       parts, "~Harbour Board\nText\n~1. page");
}
END_TEST

START_TEST(notes_follow_the_text_in_the_order_it_refers_to_them)
{
	struct small_docx parts = {
		.notes = XML
		"<w:footnotes " W
		"><w:footnote w:id='0' w:type='separator'>" P("---") "</w:footnote><w:footnote w:id='1'>" P(
			"second") "</w:footnote><w:footnote w:id='2'>" P("first") "</w:footnote></w:footnotes>"};
	expect(BODY("<w:p><w:r><w:t>Dues</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t> and "
		    "berths</w:t>"
		    "<w:footnoteReference w:id='1'/><w:footnoteReference w:id='2'/></w:r></w:p>"),
	       parts, "Dues and berths\nfirst\nsecond");
}
END_TEST

START_TEST(a_web_page_taken_in_whole_is_read_in_its_place)
{
	struct small_docx parts = {.chunk = "<html><body><h2>Dues</h2><p>Noted.</p></body></html>"};
	expect(BODY(P("Before") "<w:altChunk r:id='r7'/>" P("After")), parts, "Before\n#2 Dues\nNoted.\nAfter");
}
END_TEST

START_TEST(the_main_part_is_found_under_any_name)
{
	static const struct small_file files[] = {{"_rels/.rels", XML "<Relationships><Relationship Id='x' Type='" TYPE
								      "officeDocument' "
								      "Target='/word/document2.xml'/></Relationships>"},
						  {"word/document2.xml", BODY(P("Found"))},
						  {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	ck_assert(extract_document(&document, (struct span){ptr, len}, NULL));
	ck_assert_str_eq(line_at(0)->text, "Found");
}
END_TEST

START_TEST(entities_of_a_document_type_are_not_expanded)
{
	expect("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'boom'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM "
	       "'file:///etc/hostname'>]><w:document " W "><w:body>" P("x&b;&f;y") "</w:body></w:document>",
	       (struct small_docx){NULL}, "xy");
}
END_TEST

START_TEST(a_damaged_document_is_told_and_not_read_in_part)
{
	ck_assert(!small_docx_read(&document, XML "<w:document " W "><w:body>" P("Half"), (struct small_docx){NULL},
				   &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, "word/document.xml"));
}
END_TEST

START_TEST(a_document_of_pictures_alone_is_a_scan)
{
	static const struct small_file files[] = {
		{"word/document.xml", BODY("<w:p/>")}, {"word/media/image1.png", "x"}, {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	ck_assert(!extract_document(&document, (struct span){ptr, len}, &error));
	ck_assert_ptr_nonnull(strstr(error->message, "only pictures"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("docx_parts");
	TCase *cases = tcase_create("docx_parts");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, headers_and_footers_are_furniture_and_the_same_one_comes_once);
	tcase_add_test(cases, notes_follow_the_text_in_the_order_it_refers_to_them);
	tcase_add_test(cases, a_web_page_taken_in_whole_is_read_in_its_place);
	tcase_add_test(cases, the_main_part_is_found_under_any_name);
	tcase_add_test(cases, entities_of_a_document_type_are_not_expanded);
	tcase_add_test(cases, a_damaged_document_is_told_and_not_read_in_part);
	tcase_add_test(cases, a_document_of_pictures_alone_is_a_scan);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
