/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "small_pdf.h"

static struct document document;

static void set_up(void)
{
	document_init(&document);
}

static void tear_down(void)
{
	document_clear(&document);
}

static const struct line *line_at(guint page, guint index)
{
	ck_assert_uint_lt(page, document.pages->len);
	const struct page *found = g_ptr_array_index(document.pages, page);
	ck_assert_uint_lt(index, found->lines->len);
	return &g_array_index(found->lines, struct line, index);
}

static guint lines_on(guint page)
{
	const struct page *found = g_ptr_array_index(document.pages, page);
	return found->lines->len;
}

static void read_streams(const char *const *streams)
{
	g_autoptr(GError) error = NULL;
	GString *pdf = small_pdf_new(streams, "");
	ck_assert_msg(extract_document(&document, (struct span){pdf->str, pdf->len}, &error), "%s",
		      error ? error->message : "");
	g_string_free(pdf, TRUE);
	ck_assert_int_eq(document.format, FORMAT_PDF);
}

static void read_stream(const char *stream)
{
	const char *const streams[] = {stream, NULL};
	read_streams(streams);
}

START_TEST(pages_and_their_lines_come_in_order)
{
	const char *const streams[] = {
		"BT /F1 12 Tf 72 700 Td (Minutes of the Harbour Panel) Tj 0 -14 Td (held in the Old Library.) Tj ET",
		"BT /F1 12 Tf 72 700 Td (Second page) Tj ET",
		NULL,
	};
	read_streams(streams);
	ck_assert(document.has_pages);
	ck_assert_uint_eq(document.pages->len, 2);
	ck_assert_uint_eq(lines_on(0), 2);
	ck_assert_str_eq(line_at(0, 0)->text, "Minutes of the Harbour Panel");
	ck_assert_str_eq(line_at(0, 1)->text, "held in the Old Library.");
	ck_assert_str_eq(line_at(1, 0)->text, "Second page");
	ck_assert_int_eq(line_at(0, 1)->baseline, 2);
	ck_assert_double_eq_tol(line_at(0, 0)->left, 72, 2);
	ck_assert_double_eq_tol(line_at(0, 0)->size, 12, 0.1);
	ck_assert_double_lt(line_at(0, 0)->bottom, line_at(0, 1)->bottom);
}
END_TEST

START_TEST(lines_drawn_out_of_order_are_read_from_top_to_bottom)
{
	read_stream("BT /F1 12 Tf 1 0 0 1 72 600 Tm (third) Tj 1 0 0 1 72 700 Tm (first) Tj "
		    "1 0 0 1 72 650 Tm (second) Tj ET");
	ck_assert_str_eq(line_at(0, 0)->text, "first");
	ck_assert_str_eq(line_at(0, 1)->text, "second");
	ck_assert_str_eq(line_at(0, 2)->text, "third");
}
END_TEST

START_TEST(a_number_in_the_margin_is_one_line_with_its_heading)
{
	read_stream("BT /F2 12 Tf 1 0 0 1 54 700 Tm (144.) Tj 1 0 0 1 90 700 Tm (Ferry Dues) Tj "
		    "1 0 0 1 90 686 Tm /F1 12 Tf (\\(Item 3\\)) Tj ET");
	ck_assert_uint_eq(lines_on(0), 2);
	ck_assert_str_eq(line_at(0, 0)->text, "144. Ferry Dues");
	ck_assert_double_eq_tol(line_at(0, 0)->left, 54, 2);
	ck_assert_double_eq_tol(line_at(0, 0)->hang, 90, 2);
	ck_assert(line_at(0, 0)->bold);
	ck_assert(!line_at(0, 1)->bold);
}
END_TEST

START_TEST(a_bold_head_of_a_paragraph_is_measured)
{
	read_stream("BT /F2 12 Tf 72 700 Td (Present:) Tj /F1 12 Tf ( Ann Reed and Tom Orme) Tj ET");
	ck_assert_str_eq(line_at(0, 0)->text, "Present: Ann Reed and Tom Orme");
	ck_assert(!line_at(0, 0)->bold);
	ck_assert_int_eq(line_at(0, 0)->heading_bytes, 8);
}
END_TEST

START_TEST(raised_endings_join_their_numbers)
{
	read_stream("BT /F1 12 Tf 72 700 Td (on 20) Tj 5 Ts /F1 7 Tf (th) Tj 0 Ts /F1 12 Tf ( July at noon) Tj ET");
	ck_assert_uint_eq(lines_on(0), 1);
	ck_assert_str_eq(line_at(0, 0)->text, "on 20th July at noon");
}
END_TEST

START_TEST(symbol_bullets_become_bullets)
{
	read_stream("BT /F3 12 Tf 1 0 0 1 72 700 Tm (\\267) Tj /F1 12 Tf 1 0 0 1 90 700 Tm (The pier is open) Tj ET");
	ck_assert_str_eq(line_at(0, 0)->text, "• The pier is open");
}
END_TEST

START_TEST(ligatures_are_letters)
{
	read_stream("BT /F1 12 Tf 72 700 Td (The Of) Tj /F4 12 Tf (\\001) Tj /F1 12 Tf (cer) Tj ET");
	ck_assert_str_eq(line_at(0, 0)->text, "The Officer");
}
END_TEST

START_TEST(white_space_above_is_told_in_lines)
{
	read_stream("BT /F1 12 Tf 72 700 Td (one) Tj 0 -14 Td (two) Tj 0 -14 Td (three) Tj 0 -14 Td (four) Tj "
		    "0 -28 Td (five) Tj 0 -21 Td (six) Tj ET");
	ck_assert_double_eq(line_at(0, 0)->gap, 0);
	ck_assert_double_eq_tol(line_at(0, 2)->gap, 0, 0.05);
	ck_assert_double_eq_tol(line_at(0, 4)->gap, 1, 0.05);
	ck_assert_double_eq_tol(line_at(0, 5)->gap, 0.5, 0.05);
}
END_TEST

START_TEST(turned_text_is_kept_at_the_end)
{
	read_stream("BT /F1 12 Tf 0 1 -1 0 40 300 Tm (margin note) Tj 1 0 0 1 72 700 Tm (Body text) Tj "
		    "1 0 0 1 72 280 Tm (Foot of page) Tj ET");
	ck_assert_uint_eq(lines_on(0), 3);
	ck_assert_str_eq(line_at(0, 1)->text, "Foot of page");
	ck_assert_str_eq(line_at(0, 2)->text, "margin note");
}
END_TEST

START_TEST(a_page_without_text_has_no_lines)
{
	read_stream("0 0 100 100 re f");
	ck_assert_uint_eq(document.pages->len, 1);
	ck_assert_uint_eq(lines_on(0), 0);
}
END_TEST

static void expect_refusal(struct span bytes, const char *words)
{
	g_autoptr(GError) error = NULL;
	ck_assert(!extract_document(&document, bytes, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_msg(strstr(error->message, words) != NULL, "%s", error->message);
}

START_TEST(a_locked_pdf_asks_for_one_without_a_password)
{
	const char *const streams[] = {"BT /F1 12 Tf 72 700 Td (secret) Tj ET", NULL};
	GString *pdf = small_pdf_new(streams, "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
					      "/O<000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>"
					      "/U<202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f>>>");
	expect_refusal((struct span){pdf->str, pdf->len}, "password");
	g_string_free(pdf, TRUE);
}
END_TEST

START_TEST(a_pdf_cut_off_is_refused_wherever_it_ends)
{
	const char *const streams[] = {"BT /F1 12 Tf 72 700 Td (whole) Tj ET", "BT /F1 12 Tf 72 700 Td (lost) Tj ET",
				       NULL};
	GString *pdf = small_pdf_new(streams, "");
	for (gsize len = 20; len < pdf->len - 10; len += 50)
		expect_refusal((struct span){pdf->str, len}, "cut off");
	g_string_free(pdf, TRUE);
}
END_TEST

START_TEST(bytes_that_only_begin_like_a_pdf_are_refused)
{
	static const char junk[] = "%PDF-1.7\nno objects at all\n%%EOF\n";
	expect_refusal((struct span){junk, sizeof(junk) - 1}, "damaged");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("extract_pdf");
	TCase *cases = tcase_create("extract_pdf");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, pages_and_their_lines_come_in_order);
	tcase_add_test(cases, lines_drawn_out_of_order_are_read_from_top_to_bottom);
	tcase_add_test(cases, a_number_in_the_margin_is_one_line_with_its_heading);
	tcase_add_test(cases, a_bold_head_of_a_paragraph_is_measured);
	tcase_add_test(cases, raised_endings_join_their_numbers);
	tcase_add_test(cases, symbol_bullets_become_bullets);
	tcase_add_test(cases, ligatures_are_letters);
	tcase_add_test(cases, white_space_above_is_told_in_lines);
	tcase_add_test(cases, turned_text_is_kept_at_the_end);
	tcase_add_test(cases, a_page_without_text_has_no_lines);
	tcase_add_test(cases, a_locked_pdf_asks_for_one_without_a_password);
	tcase_add_test(cases, a_pdf_cut_off_is_refused_wherever_it_ends);
	tcase_add_test(cases, bytes_that_only_begin_like_a_pdf_are_refused);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
