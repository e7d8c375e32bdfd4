/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "office_lines.h"
#include "small_docx.h"

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

static void expect(const char *body, const char *want)
{
	ck_assert_msg(small_docx_read(&document, body, (struct small_docx){NULL}, &error), "%s",
		      error ? error->message : "");
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

static const struct line *line_at(guint index)
{
	const struct page *page = document.pages->pdata[0];
	ck_assert_uint_lt(index, page->lines->len);
	return &g_array_index(page->lines, struct line, index);
}

START_TEST(each_paragraph_is_a_line_that_starts)
{
	expect(BODY(P("The ferry ") P("") P("sails")), "The ferry\nsails");
	ck_assert(line_at(0)->starts && line_at(1)->starts);
	ck_assert_double_eq(line_at(1)->gap, 2);
	ck_assert(!document.has_pages);
	ck_assert_int_eq(document.format, FORMAT_DOCX);
}
END_TEST

START_TEST(runs_join_and_breaks_end_lines_of_the_same_paragraph)
{
	expect(BODY("<w:p><w:r><w:t>Har</w:t></w:r><w:proofErr/><w:hyperlink><w:r><w:t>bour</w:t><w:br/>"
		    "<w:t>sub</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>group</w:t></w:r></w:hyperlink></w:p>"),
	       "Harbour\nsub-group");
	ck_assert(line_at(0)->starts && !line_at(1)->starts);
}
END_TEST

START_TEST(headings_have_the_level_of_their_style_in_any_language)
{
	expect(BODY(STYLED("Kop1", "Dues") "<w:p><w:pPr><w:outlineLvl "
					   "w:val='2'/></w:pPr><w:r><w:t>Berths</w:t></w:r></w:p>" STYLED("Loop",
													  "Text")),
	       "#1 Dues\n#3 Berths\nText");
}
END_TEST

START_TEST(a_sentence_in_a_headings_style_is_text)
{
	expect(BODY(STYLED("Kop1", "The harbour master told the panel that the ferry had been out of service for the "
				   "better part of a week and a half.")),
	       "The harbour master told the panel that the ferry had been out of service for the better part of a week "
	       "and a half.");
}
END_TEST

START_TEST(numbers_are_counted_as_word_counts_them)
{
	expect(BODY(ITEM("1", "0", "one") ITEM("1", "1", "a") ITEM("1", "1", "b") ITEM("1", "2", "i") P("between")
			    ITEM("1", "0", "two") ITEM("1", "1", "a again") ITEM("1", "0", "three")),
	       "[1.] one\n[(a)] a\n[(b)] b\n[i)] i\nbetween\n[2.] two\n[(a)] a again\n[3.] three");
	ck_assert_int_eq(line_at(0)->role, LINE_ITEM);
	ck_assert_int_eq(line_at(3)->level, 3);
}
END_TEST

START_TEST(lists_of_one_definition_count_on_unless_one_starts_anew)
{
	expect(BODY(ITEM("1", "0", "a") ITEM("4", "0", "b") ITEM("5", "0", "c") ITEM("5", "0", "d")
			    ITEM("1", "0", "e")),
	       "[1.] a\n[2.] b\n[1.] c\n[2.] d\n[3.] e");
}
END_TEST

START_TEST(a_list_comes_with_a_style_and_its_level_too)
{
	expect(BODY(STYLED("Own", "Dues") STYLED("Sub", "point") STYLED("Sub", "point") STYLED("Own", "Berths")
			    STYLED("Sub", "point")),
	       "#1 [Item VII:] Dues\n[7.1] point\n[7.2] point\n#1 [Item VIII:] Berths\n[8.1] point");
}
END_TEST

START_TEST(a_level_may_count_on_for_ever_and_one_not_counted_yet_prints_its_first_number)
{
	expect(BODY(ITEM("6", "1", "a") ITEM("6", "2", "x") ITEM("6", "0", "b") ITEM("6", "2", "y")
			    ITEM("6", "1", "c")),
	       "[1.1] a\n[1] x\n[1] b\n[2] y\n[1.1] c");
}
END_TEST

START_TEST(bullets_are_bullets_whatever_the_font)
{
	expect(BODY(ITEM("2", "0", "one") ITEM("2", "1", "two") "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A7'/>"
								"<w:t> three </w:t><w:sym w:font='Symbol' "
								"w:char='F0B3'/></w:r></w:p>"),
	       "[•] one\n[•] two\n• three ≥");
}
END_TEST

START_TEST(a_paragraph_can_leave_the_list_of_its_style)
{
	expect(BODY("<w:p><w:pPr><w:pStyle w:val='Sub'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
		    "<w:r><w:t>plain</w:t></w:r></w:p>"),
	       "plain");
}
END_TEST

START_TEST(bold_is_told_of_lines_and_heads)
{
	expect(BODY("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>All</w:t></w:r></w:p>"
		    "<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>Head:</w:t></w:r><w:r><w:t> "
		    "text</w:t></w:r></w:p>"
		    "<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/><w:b "
		    "w:val='0'/></w:rPr><w:t>Light</w:t></w:r></w:p>" STYLED("Kop1", "Styled")),
	       "All\nHead: text\nLight\n#1 Styled");
	ck_assert(line_at(0)->bold && !line_at(1)->bold && !line_at(2)->bold && line_at(3)->bold);
	ck_assert_int_eq(line_at(1)->heading_bytes, 5);
}
END_TEST

START_TEST(tracked_changes_are_taken_as_accepted)
{
	expect(BODY("<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r>"
		    "<w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
		    "<w:p><w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>"
		    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>first half, </w:t></w:r></w:p>" ITEM(
			    "1", "0",
			    "second half") "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" CELL("gone") "</w:tr></w:tbl>"),
	       "The new\nmoved\n[1.] first half, second half");
}
END_TEST

START_TEST(hidden_text_is_not_printed)
{
	expect(BODY("<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"),
	       "seen");
}
END_TEST

START_TEST(a_field_shows_its_result_and_not_its_instruction)
{
	expect(BODY("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> IF </w:instrText></w:r>"
		    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
		    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3</w:t></w:r>"
		    "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
		    "<w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
		    "<w:p><w:r><w:fldChar "
		    "w:fldCharType='begin'/></w:r><w:r><w:instrText>TC</w:instrText></w:r></w:p>" P(
			    "after a field that never ends")),
	       "shown\nafter a field that never ends");
}
END_TEST

START_TEST(a_text_box_drawn_in_two_ways_is_read_once)
{
	expect(BODY("<w:p><w:r><w:t>around </w:t></w:r><w:r><mc:AlternateContent "
		    "xmlns:mc='m'><mc:Choice><w:txbxContent>" P("boxed") "</w:txbxContent></"
									 "mc:Choice><mc:Fallback><w:txbxContent>" P(
										 "boxed") "</w:txbxContent>"
											  "</mc:Fallback></"
											  "mc:AlternateContent></w:r>"
											  "<w:r><w:t>the "
											  "box</w:t></w:r></w:p>"),
	       "boxed\naround the box");
}
END_TEST

START_TEST(cells_know_their_place_and_a_bold_first_row_is_a_header)
{
	expect(BODY("<w:tbl>" ROW(
		       BOLD_CELL("Berth") "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:rPr><w:b/>"
					  "</w:rPr><w:t>Dues</w:t></w:r></w:p></w:tc>")
			    ROW("<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" P("North") "</w:tc>" CELL("12")
					CELL("13")) ROW("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" CELL("14")
								CELL("15")) "</w:tbl>" P("after")),
	       "<<1.1>> Berth\n<<1.2>> Dues\n<2.1> North\n<2.2> 12\n<2.3> 13\n<3.2> 14\n<3.3> 15\nafter");
	ck_assert_int_eq(line_at(1)->column_span, 2);
	ck_assert_int_eq(line_at(2)->baseline, line_at(3)->baseline);
}
END_TEST

START_TEST(a_row_that_repeats_on_each_page_is_a_header)
{
	expect(BODY("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL("Berth")
			    CELL("Dues") "</w:tr>" ROW(CELL("North") CELL("12")) "</w:tbl>"),
	       "<<1.1>> Berth\n<<1.2>> Dues\n<2.1> North\n<2.2> 12");
}
END_TEST

START_TEST(a_table_that_lays_out_an_agenda_is_no_table_and_keeps_its_numbers)
{
	static const char number[] =
		"<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
		"</w:tc>";
	g_autofree char *body = g_strconcat(
		XML "<w:document " W "><w:body><w:tbl><w:tr>", number,
		"<w:tc>" P("Apologies") P("There were none.") "</w:tc></w:tr>"
							      "<w:tr>",
		number, "<w:tc>" P("Dues") P("They were noted.") "</w:tc></w:tr></w:tbl></w:body></w:document>", NULL);
	expect(body, "1.\nApologies\nThere were none.\n2.\nDues\nThey were noted.");
}
END_TEST

START_TEST(tabs_make_columns_only_where_lines_running_have_them)
{
	expect(BODY("<w:p><w:r><w:t>Mr A Shingle</w:t><w:tab/><w:t>Ms B Groyne</w:t></w:r></w:p>"
		    "<w:p><w:r><w:t>Mrs C Quay</w:t><w:tab/><w:tab/><w:t>Mr D Mole</w:t></w:r></w:p>" P(
			    "One") "<w:p><w:r><w:t>"
				   "Signed</w:t><w:tab/><w:t>the Chair</w:t></w:r></w:p>"
				   "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Dues</w:t></w:r></w:p>"),
	       "|1| Mr A Shingle\n|2| Ms B Groyne\n|1| Mrs C Quay\n|3| Mr D Mole\nOne\nSigned the Chair\n1. Dues");
	ck_assert_int_eq(line_at(0)->baseline, line_at(1)->baseline);
}
END_TEST

START_TEST(a_table_of_contents_is_furniture)
{
	expect(BODY(STYLED("TOC1", "Dues 3") STYLED("Kop1", "Dues")), "~Dues 3\n#1 Dues");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("docx");
	TCase *cases = tcase_create("docx");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, each_paragraph_is_a_line_that_starts);
	tcase_add_test(cases, runs_join_and_breaks_end_lines_of_the_same_paragraph);
	tcase_add_test(cases, headings_have_the_level_of_their_style_in_any_language);
	tcase_add_test(cases, a_sentence_in_a_headings_style_is_text);
	tcase_add_test(cases, numbers_are_counted_as_word_counts_them);
	tcase_add_test(cases, lists_of_one_definition_count_on_unless_one_starts_anew);
	tcase_add_test(cases, a_list_comes_with_a_style_and_its_level_too);
	tcase_add_test(cases, a_level_may_count_on_for_ever_and_one_not_counted_yet_prints_its_first_number);
	tcase_add_test(cases, bullets_are_bullets_whatever_the_font);
	tcase_add_test(cases, a_paragraph_can_leave_the_list_of_its_style);
	tcase_add_test(cases, bold_is_told_of_lines_and_heads);
	tcase_add_test(cases, tracked_changes_are_taken_as_accepted);
	tcase_add_test(cases, hidden_text_is_not_printed);
	tcase_add_test(cases, a_field_shows_its_result_and_not_its_instruction);
	tcase_add_test(cases, a_text_box_drawn_in_two_ways_is_read_once);
	tcase_add_test(cases, cells_know_their_place_and_a_bold_first_row_is_a_header);
	tcase_add_test(cases, a_row_that_repeats_on_each_page_is_a_header);
	tcase_add_test(cases, a_table_that_lays_out_an_agenda_is_no_table_and_keeps_its_numbers);
	tcase_add_test(cases, tabs_make_columns_only_where_lines_running_have_them);
	tcase_add_test(cases, a_table_of_contents_is_furniture);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
