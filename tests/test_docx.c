/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "office_lines.h"
#include "small_zip.h"

#define XML "<?xml version='1.0' encoding='UTF-8'?>"
#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
#define R "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define BODY(text) XML "<w:document " W R "><w:body>" text "</w:body></w:document>"
#define P(text) "<w:p><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ITEM(list, level, text)                                                                                        \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list "'/></w:numPr></w:pPr><w:r><w:t>" text \
	"</w:t></w:r></w:p>"
#define LEVEL(level, form, text)                                                                                       \
	"<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" form "'/><w:lvlText w:val='" text            \
	"'/></w:lvl>"
#define CELL(text) "<w:tc>" P(text) "</w:tc>"
#define BOLD_CELL(text) "<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r></w:p></w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"

static const char relations[] = XML "<Relationships>"
				    "<Relationship Id='r1' Type='" TYPE "styles' Target='styles.xml'/>"
				    "<Relationship Id='r2' Type='" TYPE "numbering' Target='/word/numbering.xml'/>"
				    "<Relationship Id='r3' Type='" TYPE "header' Target='header1.xml'/>"
				    "<Relationship Id='r4' Type='" TYPE "header' Target='header2.xml'/>"
				    "<Relationship Id='r5' Type='" TYPE "footer' Target='footer1.xml'/>"
				    "<Relationship Id='r6' Type='" TYPE "footnotes' Target='footnotes.xml'/>"
				    "<Relationship Id='r7' Type='" TYPE "aFChunk' Target='chunk.html'/>"
				    "</Relationships>";

static const char styles[] = XML
	"<w:styles " W "><w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/>"
	"<w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Our item'/><w:basedOn w:val='Kop1'/>"
	"<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Sub'><w:name w:val='Our point'/>"
	"<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
	"<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Loop'><w:name w:val='Loop'/><w:basedOn w:val='Loop'/></w:style>"
	"</w:styles>";

static const char numbering[] = XML
	"<w:numbering " W "><w:abstractNum w:abstractNumId='0'>" LEVEL("0", "decimal", "%1.") LEVEL(
		"1", "lowerLetter", "(%2)") LEVEL("2", "lowerRoman", "%3)") "</w:abstractNum>"
	"<w:abstractNum w:abstractNumId='1'>" LEVEL("0", "bullet", "&#xF0B7;") LEVEL("1", "bullet", "o")
	"</w:abstractNum>"
	"<w:abstractNum w:abstractNumId='2'>"
	"<w:lvl w:ilvl='0'><w:start w:val='7'/><w:numFmt w:val='upperRoman'/><w:pStyle w:val='Own'/>"
	"<w:lvlText w:val='Item %1:'/></w:lvl>"
	"<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Sub'/><w:isLgl/>"
	"<w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
	"<w:abstractNum w:abstractNumId='3'>" LEVEL("0", "decimal", "%1") LEVEL("1", "decimal", "%1.%2")
	"<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlRestart w:val='0'/>"
	"<w:lvlText w:val='%3'/></w:lvl></w:abstractNum>"
	"<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
	"<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
	"<w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>"
	"<w:num w:numId='4'><w:abstractNumId w:val='0'/></w:num>"
	"<w:num w:numId='5'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>"
	"</w:lvlOverride></w:num>"
	"<w:num w:numId='6'><w:abstractNumId w:val='3'/></w:num></w:numbering>";

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

/* Header, footer, notes and chunk are NULL or whole parts. */
struct parts {
	const char *header, *other_header, *footer, *notes, *chunk;
};

static bool read_parts(const char *body, struct parts parts)
{
	struct small_file files[12] = {{"[Content_Types].xml", XML "<Types/>"},
				       {"word/document.xml", body},
				       {"word/_rels/document.xml.rels", relations},
				       {"word/styles.xml", styles},
				       {"word/numbering.xml", numbering}};
	const struct small_file more[] = {{"word/header1.xml", parts.header},
					  {"word/header2.xml", parts.other_header},
					  {"word/footer1.xml", parts.footer},
					  {"word/footnotes.xml", parts.notes},
					  {"word/chunk.html", parts.chunk}};
	int count = 5;
	for (gsize i = 0; i < G_N_ELEMENTS(more); i++) {
		if (more[i].text)
			files[count++] = more[i];
	}
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	ck_assert_int_eq(extract_format((struct span){ptr, len}), FORMAT_DOCX);
	return extract_document(&document, (struct span){ptr, len}, &error);
}

static void expect_parts(const char *body, struct parts parts, const char *want)
{
	ck_assert_msg(read_parts(body, parts), "%s", error ? error->message : "");
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

static void expect(const char *body, const char *want)
{
	expect_parts(body, (struct parts){NULL}, want);
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
	expect(BODY(STYLED("Kop1", "Dues") "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>Berths</w:t></w:r></w:p>"
			   STYLED("Loop", "Text")),
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
	expect(BODY(ITEM("1", "0", "a") ITEM("4", "0", "b") ITEM("5", "0", "c") ITEM("5", "0", "d") ITEM("1", "0", "e")),
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

START_TEST(a_level_may_count_on_for_ever_and_a_missing_one_is_taken_as_first)
{
	expect(BODY(ITEM("6", "1", "a") ITEM("6", "2", "x") ITEM("6", "0", "b") ITEM("6", "2", "y") ITEM("6", "1", "c")),
	       "[1.1] a\n[1] x\n[2] b\n[2] y\n[2.1] c");
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
		    "<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>Head:</w:t></w:r><w:r><w:t> text</w:t></w:r></w:p>"
		    "<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/><w:b w:val='0'/></w:rPr><w:t>Light</w:t></w:r></w:p>" STYLED(
			    "Kop1", "Styled")),
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
			    "1", "0", "second half") "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" CELL("gone") "</w:tr></w:tbl>"),
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
		    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TC</w:instrText></w:r></w:p>" P(
			    "after a field that never ends")),
	       "shown\nafter a field that never ends");
}
END_TEST

START_TEST(a_text_box_drawn_in_two_ways_is_read_once)
{
	expect(BODY("<w:p><w:r><w:t>around </w:t></w:r><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>" P(
		       "boxed") "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P("boxed") "</w:txbxContent>"
								     "</mc:Fallback></mc:AlternateContent></w:r>"
								     "<w:r><w:t>the box</w:t></w:r></w:p>"),
	       "boxed\naround the box");
}
END_TEST

START_TEST(cells_know_their_place_and_a_bold_first_row_is_a_header)
{
	expect(BODY("<w:tbl>" ROW(BOLD_CELL("Berth") "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:rPr><w:b/>"
					  "</w:rPr><w:t>Dues</w:t></w:r></w:p></w:tc>")
			    ROW("<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" P("North") "</w:tc>" CELL("12") CELL("13"))
				    ROW("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" CELL("14") CELL("15")) "</w:tbl>" P(
					    "after")),
	       "<<1.1>> Berth\n<<1.2>> Dues\n<2.1> North\n<2.2> 12\n<2.3> 13\n<3.2> 14\n<3.3> 15\nafter");
	ck_assert_int_eq(line_at(1)->column_span, 2);
	ck_assert_int_eq(line_at(2)->baseline, line_at(3)->baseline);
}
END_TEST

START_TEST(a_row_that_repeats_on_each_page_is_a_header)
{
	expect(BODY("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL("Berth") CELL("Dues") "</w:tr>" ROW(
		       CELL("North") CELL("12")) "</w:tbl>"),
	       "<<1.1>> Berth\n<<1.2>> Dues\n<2.1> North\n<2.2> 12");
}
END_TEST

START_TEST(a_table_that_lays_out_an_agenda_is_no_table_and_keeps_its_numbers)
{
	static const char number[] = "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
				     "</w:tc>";
	g_autofree char *body = g_strconcat(
		XML "<w:document " W "><w:body><w:tbl><w:tr>", number, "<w:tc>" P("Apologies") P("There were none.") "</w:tc></w:tr>"
		"<w:tr>", number, "<w:tc>" P("Dues") P("They were noted.") "</w:tc></w:tr></w:tbl></w:body></w:document>", NULL);
	expect(body, "1.\nApologies\nThere were none.\n2.\nDues\nThey were noted.");
}
END_TEST

START_TEST(tabs_make_columns_only_where_lines_running_have_them)
{
	expect(BODY("<w:p><w:r><w:t>Mr A Shingle</w:t><w:tab/><w:t>Ms B Groyne</w:t></w:r></w:p>"
		    "<w:p><w:r><w:t>Mrs C Quay</w:t><w:tab/><w:tab/><w:t>Mr D Mole</w:t></w:r></w:p>" P("One") "<w:p><w:r><w:t>"
		    "Signed</w:t><w:tab/><w:t>the Chair</w:t></w:r></w:p>"
		    "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Dues</w:t></w:r></w:p>"),
	       "|1| Mr A Shingle\n|2| Ms B Groyne\n|1| Mrs C Quay\n|3| Mr D Mole\nOne\nSigned the Chair\n1. Dues");
	ck_assert_int_eq(line_at(0)->baseline, line_at(1)->baseline);
}
END_TEST

START_TEST(headers_and_footers_are_furniture_and_the_same_one_comes_once)
{
	struct parts parts = {.header = XML "<w:hdr " W ">" P("Harbour Board") "</w:hdr>",
			      .other_header = XML "<w:hdr " W ">" P("Harbour Board") "</w:hdr>",
			      .footer = XML "<w:ftr " W ">" ITEM("1", "0", "page") "</w:ftr>"};
	expect_parts(BODY(P("Text") "<w:sectPr><w:headerReference w:type='first' r:id='r3'/><w:headerReference "
				  "w:type='default' r:id='r4'/><w:footerReference r:id='r5'/></w:sectPr>"),
		     parts, "~Harbour Board\nText\n~1. page");
}
END_TEST

START_TEST(notes_follow_the_text_in_the_order_it_refers_to_them)
{
	struct parts parts = {.notes = XML "<w:footnotes " W "><w:footnote w:id='0' w:type='separator'>" P("---")
				      "</w:footnote><w:footnote w:id='1'>" P("second") "</w:footnote><w:footnote w:id='2'>" P(
					      "first") "</w:footnote></w:footnotes>"};
	expect_parts(BODY("<w:p><w:r><w:t>Dues</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t> and berths</w:t>"
			  "<w:footnoteReference w:id='1'/><w:footnoteReference w:id='2'/></w:r></w:p>"),
		     parts, "Dues and berths\nfirst\nsecond");
}
END_TEST

START_TEST(a_table_of_contents_is_furniture)
{
	expect(BODY(STYLED("TOC1", "Dues 3") STYLED("Kop1", "Dues")), "~Dues 3\n#1 Dues");
}
END_TEST

START_TEST(a_web_page_taken_in_whole_is_read_in_its_place)
{
	struct parts parts = {.chunk = "<html><body><h2>Dues</h2><p>Noted.</p></body></html>"};
	expect_parts(BODY(P("Before") "<w:altChunk r:id='r7'/>" P("After")), parts, "Before\n#2 Dues\nNoted.\nAfter");
}
END_TEST

START_TEST(the_main_part_is_found_under_any_name)
{
	static const struct small_file files[] = {
		{"_rels/.rels", XML "<Relationships><Relationship Id='x' Type='" TYPE "officeDocument' "
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
	       "xy");
}
END_TEST

START_TEST(a_damaged_document_is_told_and_not_read_in_part)
{
	ck_assert(!read_parts(XML "<w:document " W "><w:body>" P("Half"), (struct parts){NULL}));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, "word/document.xml"));
}
END_TEST

START_TEST(a_document_of_pictures_alone_is_a_scan)
{
	static const struct small_file files[] = {{"word/document.xml", BODY("<w:p/>")}, {"word/media/image1.png", "x"}, {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	ck_assert(!extract_document(&document, (struct span){ptr, len}, &error));
	ck_assert_ptr_nonnull(strstr(error->message, "only pictures"));
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
	tcase_add_test(cases, a_level_may_count_on_for_ever_and_a_missing_one_is_taken_as_first);
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
	tcase_add_test(cases, headers_and_footers_are_furniture_and_the_same_one_comes_once);
	tcase_add_test(cases, notes_follow_the_text_in_the_order_it_refers_to_them);
	tcase_add_test(cases, a_table_of_contents_is_furniture);
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
