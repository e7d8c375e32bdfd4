/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"

static struct document document;

static void set_up(void)
{
	document_init(&document);
}

static void tear_down(void)
{
	document_clear(&document);
}

static const struct page *the_page(void)
{
	ck_assert_uint_eq(document.pages->len, 1);
	return g_ptr_array_index(document.pages, 0);
}

static const struct line *line_at(guint index)
{
	ck_assert_uint_lt(index, the_page()->lines->len);
	return &g_array_index(the_page()->lines, struct line, index);
}

static void read_page(const char *html)
{
	ck_assert(extract_html(&document, span_of(html), NULL));
	ck_assert_int_eq(document.format, FORMAT_HTML);
}

/* The lines' texts, one a line, "~" before furniture. */
static void expect(const char *html, const char *want)
{
	g_autoptr(GString) got = g_string_new(NULL);
	read_page(html);
	for (guint i = 0; i < the_page()->lines->len; i++)
		g_string_append_printf(got, "%s%s%s", i > 0 ? "\n" : "", line_at(i)->role == LINE_FURNITURE ? "~" : "",
				       line_at(i)->text);
	ck_assert_str_eq(got->str, want);
}

START_TEST(blocks_end_lines_and_inline_elements_join)
{
	expect("<html><body><div>One <a href=x>link</a>ed\n\t<span>wor</span>d<p>Two&nbsp;&nbsp; on<p>20<sup>th</sup> "
	       "July"
	       "</div>after</body>",
	       "One linked word\nTwo on\n20th July\nafter");
	ck_assert(line_at(1)->starts);
	ck_assert(!document.has_pages);
}
END_TEST

START_TEST(a_break_is_a_line_of_the_same_paragraph)
{
	expect("<p>The Old Library<br>Quay Street<br/><br/>Bar</p><p>Next</p>",
	       "The Old Library\nQuay Street\nBar\nNext");
	ck_assert(line_at(0)->starts && !line_at(1)->starts && !line_at(2)->starts && line_at(3)->starts);
	ck_assert_double_eq(line_at(1)->gap, 0);
	ck_assert_double_eq(line_at(2)->gap, 1);
	ck_assert_double_eq(line_at(3)->gap, 1);
}
END_TEST

START_TEST(scripts_and_styles_are_no_text)
{
	expect("<head><style>p { x }</style><title> The &amp; Title </title></head><script>var p = "
	       "'<p>no</p>';</script>"
	       "<p>yes<!-- no --></p>",
	       "yes");
	ck_assert_str_eq(document.title, "The & Title");
}
END_TEST

START_TEST(headings_have_levels)
{
	read_page("<h1>Harbour Panel</h1><h3 class=x><a href=y>Dues</a></h3><p>Text</p>");
	ck_assert_int_eq(line_at(0)->role, LINE_HEADING);
	ck_assert_int_eq(line_at(0)->level, 1);
	ck_assert_int_eq(line_at(1)->level, 3);
	ck_assert_int_eq(line_at(2)->role, LINE_PLAIN);
}
END_TEST

START_TEST(list_points_have_computed_markers)
{
	read_page("<ol start=4><li>four</li><li><p>five</p><p>more of five</p><ol type=a><li>a</li><li "
		  "value=3>c</li></ol>"
		  "</li></ol><ul><li>dot</ul><ol style='list-style-type: upper-roman'><li>one<li>two</ol>");
	static const struct {
		const char *text, *marker;
		int level;
	} want[] = {{"four", "4", 1}, {"five", "5", 1}, {"more of five", NULL, 1}, {"a", "a", 2},
		    {"c", "c", 2},    {"dot", "•", 1},  {"one", "I", 1},           {"two", "II", 1}};
	ck_assert_uint_eq(the_page()->lines->len, G_N_ELEMENTS(want));
	for (guint i = 0; i < G_N_ELEMENTS(want); i++) {
		ck_assert_int_eq(line_at(i)->role, LINE_ITEM);
		ck_assert_str_eq(line_at(i)->text, want[i].text);
		ck_assert_pstr_eq(line_at(i)->marker, want[i].marker);
		ck_assert_int_eq(line_at(i)->level, want[i].level);
	}
}
END_TEST

START_TEST(lists_that_word_made_of_paragraphs_stay_text)
{
	expect("<p style='margin-left:36.0pt; text-indent:-18.0pt'>·<span>&nbsp;&nbsp;&nbsp;&nbsp;</span> A point</p>"
	       "<p>1.&nbsp;&nbsp; A number</p>",
	       "· A point\n1. A number");
	ck_assert_double_eq(line_at(0)->left, 18);
	ck_assert_double_eq(line_at(0)->hang, 36);
}
END_TEST

START_TEST(bold_lines_and_bold_heads_are_told)
{
	read_page(
		"<p><b>All bold</b></p><p>1. <strong>Ferry: </strong>the dues</p><p style='font-weight: bold'>Resolved:"
		"</p><p>The <b>dues</b></p>");
	ck_assert(line_at(0)->bold && line_at(2)->bold && !line_at(1)->bold && !line_at(3)->bold);
	ck_assert_int_eq(line_at(0)->heading_bytes, 0);
	ck_assert_int_eq(line_at(1)->heading_bytes, 9);
	ck_assert_int_eq(line_at(3)->heading_bytes, 0);
}
END_TEST

START_TEST(cells_know_their_place)
{
	read_page("<table><tr><th>Ward</th><th colspan=2>Places</th></tr><tr><td "
		  "rowspan=2>North</td><td>12</td><td>13</td>"
		  "</tr><tr><td>14</td><td>15</td></tr></table><p>after</p>");
	static const struct {
		const char *text;
		enum line_role role;
		int row, column, span;
	} want[] = {{"Ward", LINE_HEADER, 1, 1, 1}, {"Places", LINE_HEADER, 1, 2, 2}, {"North", LINE_CELL, 2, 1, 1},
		    {"12", LINE_CELL, 2, 2, 1},     {"13", LINE_CELL, 2, 3, 1},       {"14", LINE_CELL, 3, 2, 1},
		    {"15", LINE_CELL, 3, 3, 1}};
	for (guint i = 0; i < G_N_ELEMENTS(want); i++) {
		ck_assert_str_eq(line_at(i)->text, want[i].text);
		ck_assert_int_eq(line_at(i)->role, want[i].role);
		ck_assert_int_eq(line_at(i)->table, 1);
		ck_assert_int_eq(line_at(i)->row, want[i].row);
		ck_assert_int_eq(line_at(i)->column, want[i].column);
		ck_assert_int_eq(line_at(i)->column_span, want[i].span);
	}
	ck_assert_int_eq(line_at(3)->baseline, line_at(2)->baseline);
	ck_assert_int_eq(line_at(7)->table, 0);
	ck_assert_int_eq(line_at(7)->role, LINE_PLAIN);
}
END_TEST

START_TEST(paragraphs_of_one_cell_are_lines_of_that_cell)
{
	read_page(
		"<table><tr><th>Point</th><th>Progress</th></tr><tr><td>Point 1: moor the ferry</td><td><p>Moored.</p>"
		"<p>Still there.</p></td></tr></table>");
	ck_assert_str_eq(line_at(4)->text, "Still there.");
	ck_assert_int_eq(line_at(4)->role, LINE_CELL);
	ck_assert_int_eq(line_at(4)->row, 2);
	ck_assert_int_eq(line_at(4)->column, 2);
	ck_assert(line_at(4)->starts);
}
END_TEST

START_TEST(a_table_that_lays_out_an_agenda_is_no_table)
{
	expect("<table class='mgItemTable'><caption class='mgSectionTitle'>Items</caption>"
	       "<tr><th class='mgHide'>No.</th><th class='mgHide'>Item</th></tr>"
	       "<tr><td><p class='mgAiTitleTxt'>6.</p></td> <td> <p class='mgAiTitleTxt'><a href=x>Ferry dues <span "
	       "class='mgFileSize'><img alt='pdf icon'/> PDF 206 KB</span></a></p><p "
	       "class='mgSubItemTitleTxt'>Minutes:</p>"
	       "<p>It was agreed.</p></td></tr></table>",
	       "~Items\n~No.\n~Item\n6.\nFerry dues\n~pdf icon PDF 206 KB\n~Minutes:\nIt was agreed.");
	ck_assert_int_eq(line_at(3)->role, LINE_HEADING);
	ck_assert_int_eq(line_at(4)->role, LINE_HEADING);
	ck_assert_int_eq(line_at(3)->baseline, line_at(4)->baseline);
	ck_assert_double_lt(line_at(3)->left, line_at(4)->left);
	ck_assert_int_eq(line_at(7)->role, LINE_PLAIN);
	ck_assert_int_eq(line_at(7)->table, 0);
}
END_TEST

START_TEST(an_unnamed_layout_table_is_known_by_its_numbers_and_blocks)
{
	read_page("<table><tr><td>1.</td><td><p>Apologies</p><p>There were none.</p></td></tr>"
		  "<tr><td>2.</td><td><p>Dues</p><p>They were noted.</p></td></tr></table>");
	for (guint i = 0; i < the_page()->lines->len; i++)
		ck_assert_int_eq(line_at(i)->role, LINE_PLAIN);
}
END_TEST

START_TEST(navigation_is_kept_as_furniture)
{
	expect("<body><a class='sr-only' href='#x'>Skip to main content</a><header><img alt='Logo of the "
	       "county'></header>"
	       "<nav><ul><li><a>Home</a></li><li>Meetings</li></ul></nav><main><header><h1>Minutes</h1></header>"
	       "<a href=y>Watch here</a><p>Venue: Old Library. <a href=z> View directions</a></p>"
	       "<p>Need for &nbsp;...&nbsp; <a>view the full minutes text for item 6.</a></p></main>"
	       "<footer><small>&copy; County</small></footer>",
	       "~Skip to main content\n~Logo of the county\n~Home\n~Meetings\nMinutes\n~Watch here\nVenue: Old "
	       "Library.\n"
	       "~View directions\nNeed for\n~... view the full minutes text for item 6.\n~© County");
}
END_TEST

START_TEST(a_sentence_before_a_stock_link_keeps_its_full_stop)
{
	expect("<p>It ended. <a>View directions</a></p>", "It ended.\n~View directions");
}
END_TEST

START_TEST(a_declared_charset_is_obeyed_and_utf8_repaired)
{
	expect("<meta charset=\"windows-1251\"><p>\xcf\xf0\xe8</p>", "При");
	tear_down();
	set_up();
	expect("<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>caf\xc3\xa9 \xff</p>",
	       "café \xef\xbf\xbd");
}
END_TEST

START_TEST(preformatted_lines_stay_lines)
{
	expect("<pre>first  line\nsecond line\n\nthird</pre>", "first line\nsecond line\nthird");
	ck_assert_double_eq(line_at(2)->gap, 1);
}
END_TEST

START_TEST(tag_soup_loses_no_word)
{
	expect("<td>a</tr><li>b</li></div></table><b><i>c</b>d</i><tr>e<unknown>f</unknown> <p>g<table><tr><td>h",
	       "a\nb\ncd\nef\ng\nh");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("extract_html");
	TCase *cases = tcase_create("extract_html");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, blocks_end_lines_and_inline_elements_join);
	tcase_add_test(cases, a_break_is_a_line_of_the_same_paragraph);
	tcase_add_test(cases, scripts_and_styles_are_no_text);
	tcase_add_test(cases, headings_have_levels);
	tcase_add_test(cases, list_points_have_computed_markers);
	tcase_add_test(cases, lists_that_word_made_of_paragraphs_stay_text);
	tcase_add_test(cases, bold_lines_and_bold_heads_are_told);
	tcase_add_test(cases, cells_know_their_place);
	tcase_add_test(cases, paragraphs_of_one_cell_are_lines_of_that_cell);
	tcase_add_test(cases, a_table_that_lays_out_an_agenda_is_no_table);
	tcase_add_test(cases, an_unnamed_layout_table_is_known_by_its_numbers_and_blocks);
	tcase_add_test(cases, navigation_is_kept_as_furniture);
	tcase_add_test(cases, a_sentence_before_a_stock_link_keeps_its_full_stop);
	tcase_add_test(cases, a_declared_charset_is_obeyed_and_utf8_repaired);
	tcase_add_test(cases, preformatted_lines_stay_lines);
	tcase_add_test(cases, tag_soup_loses_no_word);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
