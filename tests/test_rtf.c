/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "office_lines.h"

#define HEAD                                                                                                           \
	"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\froman\\fcharset204 Times " \
	"Cyr;}{\\f2\\ftech\\fcharset2 Symbol;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}{\\s1\\b "               \
	"\\outlinelevel0 heading 1;}{\\s2 toc 1;}{\\*\\cs3 \\additive Strong;}}{\\info{\\title no text}{\\author "     \
	"nobody}}{\\*\\generator none;}\r\n"
#define RTF(text) HEAD text "}"

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

static void expect(const char *rtf, const char *want)
{
	ck_assert_int_eq(extract_format(span_of(rtf)), FORMAT_RTF);
	ck_assert_msg(extract_document(&document, span_of(rtf), &error), "%s", error ? error->message : "");
	ck_assert_int_eq(document.format, FORMAT_RTF);
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

static const struct line *line_at(guint index)
{
	const struct page *page = document.pages->pdata[0];
	ck_assert_uint_lt(index, page->lines->len);
	return &g_array_index(page->lines, struct line, index);
}

START_TEST(paragraphs_end_at_par_and_lines_at_line)
{
	expect(RTF("\\pard The ferry\r\n dues\\par\r\n{\\b Now}\\line due\\par\\pard\\par\\emdash  x\\~y sub\\_group "
		   "\\{a\\}\\par"),
	       "The ferry dues\nNow\ndue\n— x y sub-group {a}");
	ck_assert(line_at(0)->starts && line_at(1)->starts && !line_at(2)->starts);
	ck_assert(line_at(1)->bold && !line_at(0)->bold);
	ck_assert_double_eq(line_at(3)->gap, 2);
}
END_TEST

START_TEST(a_last_paragraph_needs_no_end)
{
	expect(RTF("One\\par Two"), "One\nTwo");
}
END_TEST

START_TEST(characters_are_of_the_code_page_or_unicode)
{
	expect(RTF("caf\\'e9 \\'93x\\'94 {\\f1 \\'cf\\'f0\\'e8} \\u8364?5 \\u-3913\\'b7 \\uc0\\u8217 s {\\uc2\\u261 "
		   "xxb} "
		   "\\uc1 \\u55357?\\u56832? {\\f2\\'b3}\\par"),
	       "café “x” При €5 \xef\x82\xb7 ’s ąb 😀 ≥");
}
END_TEST

START_TEST(a_code_page_named_in_the_head_is_used)
{
	expect("{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\f0 \\'cf\\'f0\\'e8{\\*\\annotation not "
	       "printed}\\par}",
	       "При");
}
END_TEST

START_TEST(the_programs_own_label_is_the_marker)
{
	expect(RTF("{\\listtext\\pard\\plain 1.\\tab}\\pard\\fi-360\\li720 "
		   "Dues\\par{\\listtext\\f2\\'b7\\tab}Berths\\par"
		   "{\\*\\pn\\pnlvlbody{\\pntxta .}}{\\pntext (a)\\tab}Ferry\\par\\pard Text\\par"),
	       "[1.] Dues\n[•] Berths\n[(a)] Ferry\nText");
	ck_assert_int_eq(line_at(0)->role, LINE_ITEM);
	ck_assert_double_eq(line_at(0)->left, 18);
	ck_assert_double_eq(line_at(0)->hang, 36);
}
END_TEST

START_TEST(headings_come_from_styles_and_outline_levels)
{
	expect(RTF("\\pard\\s1 Dues\\par\\pard\\outlinelevel2 Berths\\par\\pard\\s2 Dues 3\\par\\pard Text\\par"),
	       "#1 Dues\n#3 Berths\n~Dues 3\nText");
}
END_TEST

START_TEST(cells_know_their_place)
{
	expect(RTF("\\pard Before\\par\\trowd\\trhdr\\cellx100\\cellx200\\pard\\intbl Berth\\cell Dues\\cell\\row"
		   "\\trowd\\cellx100\\cellx200\\pard\\intbl North\\par pier\\cell\\cell\\row\\pard\\par\\pard "
		   "After\\par"),
	       "Before\n<<1.1>> Berth\n<<1.2>> Dues\n<2.1> North\n<2.1> pier\nAfter");
	ck_assert_int_eq(line_at(1)->baseline, line_at(2)->baseline);
}
END_TEST

START_TEST(headers_footers_and_notes_are_printed_elsewhere)
{
	expect(RTF("{\\header\\pard Harbour Board\\par}{\\headerl Harbour Board\\par}{\\footer Page "
		   "{\\field{\\*\\fldinst "
		   "PAGE}{\\fldrslt 1}}\\par}Dues{\\footnote\\pard A note.} are due\\par"),
	       "~Harbour Board\nDues are due\nA note.\n~Page 1");
}
END_TEST

START_TEST(what_is_no_text_is_passed_over)
{
	expect(RTF("{\\pict\\pngblip 89504e47}{\\*\\unknown secret}{\\v hidden}{\\deleted gone}{\\*\\bkmkstart a}"
		   "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}{\\xe{\\v index}} kept\\bin3 }}} too\\par"),
	       "link kept too");
}
END_TEST

START_TEST(a_text_box_stands_before_the_paragraph_that_it_floats_in)
{
	expect(RTF("around {\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn type}{\\sv 202}}{\\shptxt\\pard boxed\\par}}"
		   "{\\shprslt{\\*\\do{\\dptxbxtext\\pard boxed\\par}}}}it\\par"),
	       "boxed\naround it");
}
END_TEST

START_TEST(a_file_that_is_cut_off_is_told)
{
	ck_assert(!extract_document(&document, span_of(HEAD "{\\b Half"), &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, "cut off"));
}
END_TEST

START_TEST(groups_nested_without_end_are_refused)
{
	g_autofree char *braces = g_strnfill(5000, '{');
	g_autofree char *rtf = g_strconcat(HEAD, braces, NULL);
	ck_assert(!extract_document(&document, span_of(rtf), &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("rtf");
	TCase *cases = tcase_create("rtf");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, paragraphs_end_at_par_and_lines_at_line);
	tcase_add_test(cases, a_last_paragraph_needs_no_end);
	tcase_add_test(cases, characters_are_of_the_code_page_or_unicode);
	tcase_add_test(cases, a_code_page_named_in_the_head_is_used);
	tcase_add_test(cases, the_programs_own_label_is_the_marker);
	tcase_add_test(cases, headings_come_from_styles_and_outline_levels);
	tcase_add_test(cases, cells_know_their_place);
	tcase_add_test(cases, headers_footers_and_notes_are_printed_elsewhere);
	tcase_add_test(cases, what_is_no_text_is_passed_over);
	tcase_add_test(cases, a_text_box_stands_before_the_paragraph_that_it_floats_in);
	tcase_add_test(cases, a_file_that_is_cut_off_is_told);
	tcase_add_test(cases, groups_nested_without_end_are_refused);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
