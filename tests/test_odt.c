/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "office_lines.h"
#include "small_zip.h"

#define NAMESPACES                                                                                                     \
	"xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                             \
	"xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                                 \
	"xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                               \
	"xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                               \
	"xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "                                              \
	"xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0' "                          \
	"xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
#define AUTOMATIC                                                                                                      \
	"<office:automatic-styles><style:style style:name='P1' style:family='paragraph' "                              \
	"style:parent-style-name='Standard'><style:text-properties fo:font-weight='bold'/></style:style>"              \
	"<style:style style:name='T1' style:family='text'><style:text-properties "                                     \
	"fo:font-weight='bold'/></style:style>"                                                                        \
	"<style:style style:name='T2' style:family='text'><style:text-properties text:display='none'/></style:style>"  \
	"<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-suffix='.' "          \
	"style:num-format='1'/><text:list-level-style-number text:level='2' style:num-prefix='(' "                     \
	"style:num-suffix=')' style:num-format='a'/><text:list-level-style-number text:level='3' "                     \
	"style:num-format='1' text:display-levels='2'/></text:list-style>"                                             \
	"<text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' "                               \
	"text:bullet-char='&#xF0B7;'/></text:list-style>"                                                              \
	"<text:list-style style:name='L3'><text:list-level-style-number text:level='1' style:num-format='1' "          \
	"text:start-value='144'/><text:list-level-style-number text:level='2' style:num-format='1' "                   \
	"loext:num-list-format='%1%.%2%.'/></text:list-style></office:automatic-styles>"
#define CONTENT(text)                                                                                                  \
	"<?xml version='1.0'?><office:document-content " NAMESPACES ">" AUTOMATIC "<office:body><office:text>" text    \
	"</office:text></office:body></office:document-content>"
#define P(text) "<text:p>" text "</text:p>"
#define ITEM(text) "<text:list-item>" text "</text:list-item>"
#define LIST(style, text) "<text:list text:style-name='" style "'>" text "</text:list>"
#define CELL(text) "<table:table-cell>" P(text) "</table:table-cell>"

static const char style_file[] =
	"<?xml version='1.0'?><office:document-styles " NAMESPACES "><office:styles>"
	"<text:outline-style style:name='Outline'><text:outline-level-style text:level='1' style:num-format='1' "
	"style:num-suffix='.'/><text:outline-level-style text:level='2' style:num-format=''/></text:outline-style>"
	"</office:styles><office:automatic-styles><style:style style:name='P1' style:family='paragraph'/>"
	"</office:automatic-styles><office:master-styles><style:master-page style:name='Standard'>"
	"<style:header>" P("Harbour Board") "</style:header><style:header-left>" P(
		"Harbour Board") "</style:header-left>"
				 "<style:footer>" P(
					 "Page <text:page-number>1</text:page-number>") "</style:footer></"
											"style:master-page>"
											"</office:master-styles></"
											"office:document-styles>";

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

static bool read_files(const char *content, const char *more_name, const char *more)
{
	const struct small_file files[] = {{"mimetype", "application/vnd.oasis.opendocument.text"},
					   {"content.xml", content},
					   {more_name, more},
					   {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	ck_assert_int_eq(extract_format((struct span){ptr, len}), FORMAT_ODT);
	return extract_document(&document, (struct span){ptr, len}, &error);
}

static void expect(const char *content, const char *want)
{
	ck_assert_msg(read_files(content, NULL, NULL), "%s", error ? error->message : "");
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, want);
}

static const struct line *line_at(guint index)
{
	const struct page *page = document.pages->pdata[0];
	ck_assert_uint_lt(index, page->lines->len);
	return &g_array_index(page->lines, struct line, index);
}

START_TEST(paragraphs_spaces_and_breaks_are_read)
{
	expect(CONTENT(P("The<text:s text:c='3'/>ferry <text:a>dues</text:a>\n are<text:line-break/>due") P("")
			       P("<text:span>No</text:span>w")),
	       "The ferry dues are\ndue\nNow");
	ck_assert(line_at(0)->starts && !line_at(1)->starts && line_at(2)->starts);
	ck_assert_int_eq(document.format, FORMAT_ODT);
	ck_assert(!document.has_pages);
}
END_TEST

START_TEST(headings_have_levels_and_the_numbers_of_the_outline)
{
	ck_assert(read_files(CONTENT("<text:h text:outline-level='1'>Dues</text:h><text:h text:outline-level='2'>Berths"
				     "</text:h><text:h text:outline-level='1'>Ferry</text:h>"),
			     "styles.xml", style_file));
	g_autofree char *got = office_lines(&document);
	ck_assert_str_eq(got, "~Harbour Board\n#1 [1.] Dues\n#2 Berths\n#1 [2.] Ferry\n~Page 1");
}
END_TEST

START_TEST(lists_are_counted_by_level_and_a_second_paragraph_has_no_number)
{
	expect(CONTENT(LIST("L1", ITEM(P("one") P("more of one") "<text:list>" ITEM(P("a"))
					       ITEM(P("b") "<text:list>" ITEM(P("deep")) "</text:list>") "</text:list>")
					  ITEM(P("two")))),
	       "[1.] one\nmore of one\n[(a)] a\n[(b)] b\n[b.1] deep\n[2.] two");
	ck_assert_int_eq(line_at(0)->role, LINE_ITEM);
	ck_assert_int_eq(line_at(1)->role, LINE_PLAIN);
	ck_assert_int_eq(line_at(4)->level, 3);
}
END_TEST

START_TEST(a_list_counts_anew_unless_it_goes_on_with_another)
{
	expect(CONTENT("<text:list xml:id='l1' text:style-name='L1'>" ITEM(P("one")) "</text:list>" P("text") LIST(
		       "L1",
		       ITEM(P("one again"))) "<text:list text:style-name='L1' "
					     "text:continue-numbering='true'>" ITEM(P(
						     "two")) "</text:list><text:list "
							     "text:continue-list='l1' "
							     "text:style-name='L1'>"
							     "<text:list-item><text:list>" ITEM(P(
								     "under one")) "</text:list>"
										   "</"
										   "text:list-"
										   "item>" ITEM(P("two "
												  "of "
												  "the "
												  "firs"
												  "t")) "</text:list>"),
	       "[1.] one\ntext\n[1.] one again\n[2.] two\n[(a)] under one\n[2.] two of the first");
}
END_TEST

START_TEST(start_values_bullets_and_list_headers_are_obeyed)
{
	expect(CONTENT(LIST("L3",
			    ITEM(P("a") "<text:list>" ITEM(P(
				    "sub")) "</text:list>") "<text:list-item "
							    "text:start-value='150'>" P(
								    "b") "</"
									 "text:list-item><text:"
									 "list-header>" P("none") "</text:list-header>")
			       LIST("L2", ITEM(P("dot")))),
	       "[144] a\n[144.1.] sub\n[150] b\nnone\n[•] dot");
}
END_TEST

START_TEST(bold_is_told_of_lines_and_heads)
{
	expect(CONTENT("<text:p text:style-name='P1'>All</text:p>" P(
		       "<text:span text:style-name='T1'>Head:</text:span> text")),
	       "All\nHead: text");
	ck_assert(line_at(0)->bold && !line_at(1)->bold);
	ck_assert_int_eq(line_at(1)->heading_bytes, 5);
}
END_TEST

START_TEST(what_was_deleted_commented_or_hidden_is_not_printed)
{
	expect(CONTENT("<text:tracked-changes><text:changed-region><text:deletion>" P(
		       "gone") "</text:deletion>"
			       "</text:changed-region></text:tracked-changes>" P(
				       "kept<text:change text:change-id='c'/><office:annotation>" P(
					       "hm") "</office:annotation>"
						     "<text:span text:style-name='T2'>unseen</text:span>") "<text:"
													   "section "
													   "text:"
													   "display='"
													   "none'>" P(
														   "no") "</text:section>"),
	       "kept");
}
END_TEST

START_TEST(cells_know_their_place_and_repeats_are_bounded)
{
	expect(CONTENT("<table:table><table:table-header-rows><table:table-row>" CELL("Berth") CELL(
		       "Dues") "</table:table-row></table:table-header-rows><table:table-row><table:table-cell "
			       "table:number-rows-spanned='2'>" P("North") "</table:table-cell>" CELL(
				       "12") "</table:table-row><table:table-row><table:covered-table-cell/"
					     ">" CELL("13") "</table:table-row><table:table-row "
							    "table:number-rows-repeated='1000000'><table:table-"
							    "cell "
							    "table:number-columns-repeated='1000000'/></"
							    "table:table-row><table:table-row "
							    "table:number-rows-repeated='2'>" CELL("x")
								    CELL("y") "</table:table-row></table:table>"),
	       "<<1.1>> Berth\n<<1.2>> Dues\n<2.1> North\n<2.2> 12\n<3.2> 13\n<5.1> x\n<5.2> y\n<6.1> x\n<6.2> y");
}
END_TEST

START_TEST(a_text_box_stands_before_the_paragraph_that_it_floats_in)
{
	expect(CONTENT(P("around <draw:frame><draw:text-box>" P("boxed") "</draw:text-box></draw:frame>it")),
	       "boxed\naround it");
}
END_TEST

START_TEST(notes_follow_the_text_and_contents_are_furniture)
{
	expect(CONTENT("<text:table-of-content><text:table-of-content-source><x/></text:table-of-content-source>"
		       "<text:index-body>" P("Dues 3") "</text:index-body></text:table-of-content>" P(
			       "Dues<text:note><text:note-citation>1</text:note-citation><text:note-body>" P(
				       "A note.") "</text:note-body></text:note> are due") P("After")),
	       "~Dues 3\nDues are due\nAfter\nA note.");
}
END_TEST

START_TEST(a_document_in_one_file_is_read_too)
{
	static const char flat[] =
		"<?xml version='1.0'?><office:document " NAMESPACES
		"office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>" P(
			"Flat") "</office:text></office:body></office:document>";
	ck_assert_int_eq(extract_format(span_of(flat)), FORMAT_ODT);
	ck_assert(extract_document(&document, span_of(flat), NULL));
	ck_assert_str_eq(line_at(0)->text, "Flat");
}
END_TEST

START_TEST(a_locked_document_is_told)
{
	ck_assert(!read_files("garbage", "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, "password"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("odt");
	TCase *cases = tcase_create("odt");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, paragraphs_spaces_and_breaks_are_read);
	tcase_add_test(cases, headings_have_levels_and_the_numbers_of_the_outline);
	tcase_add_test(cases, lists_are_counted_by_level_and_a_second_paragraph_has_no_number);
	tcase_add_test(cases, a_list_counts_anew_unless_it_goes_on_with_another);
	tcase_add_test(cases, start_values_bullets_and_list_headers_are_obeyed);
	tcase_add_test(cases, bold_is_told_of_lines_and_heads);
	tcase_add_test(cases, what_was_deleted_commented_or_hidden_is_not_printed);
	tcase_add_test(cases, cells_know_their_place_and_repeats_are_bounded);
	tcase_add_test(cases, a_text_box_stands_before_the_paragraph_that_it_floats_in);
	tcase_add_test(cases, notes_follow_the_text_and_contents_are_furniture);
	tcase_add_test(cases, a_document_in_one_file_is_read_too);
	tcase_add_test(cases, a_locked_document_is_told);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
