/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <leptonica/allheaders.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "scan.h"
#include "scanned_page.h"
#include "small_pdf.h"

#define NOTHING_HERE 77 /* the exit status that says skipped */

static const char minutes_page[] =
	"BT /F2 14 Tf 1 0 0 1 72 760 Tm (Minutes of the Harbour Panel) Tj /F1 11 Tf 1 0 0 1 72 725 Tm "
	"(held in the Old Library on 14 March 2019) Tj 1 0 0 1 72 690 Tm (1.) Tj 1 0 0 1 108 690 Tm "
	"(The surveyor said that the western pier would be open by the summer and that) Tj 1 0 0 1 108 676 Tm "
	"(the ferry dues had been collected in full.) Tj 1 0 0 1 72 650 Tm (2.) Tj 1 0 0 1 108 650 Tm "
	"(Members asked for a report about the lights along the quay.) Tj ET";

static struct document document;
static struct ocr *ocr;

static void set_up(void)
{
	document_init(&document);
}

static void tear_down(void)
{
	document_clear(&document);
}

static void open_ocr(void)
{
	g_autoptr(GError) error = NULL;
	ck_assert_msg(ocr_open(&ocr, OCR_LANGUAGE, &error), "%s", error ? error->message : "");
}

static void close_ocr(void)
{
	g_clear_pointer(&ocr, ocr_close);
}

static const struct page *page_at(guint index)
{
	ck_assert_uint_lt(index, document.pages->len);
	return document.pages->pdata[index];
}

static const struct line *line_at(guint page, guint index)
{
	ck_assert_uint_lt(index, page_at(page)->lines->len);
	return &g_array_index(page_at(page)->lines, struct line, index);
}

static void extract(struct span bytes)
{
	g_autoptr(GError) error = NULL;
	ck_assert_msg(extract_document(&document, bytes, &error), "%s", error ? error->message : "");
}

static void recognise(struct span bytes)
{
	g_autoptr(GError) error = NULL;
	ck_assert_msg(scan_read(&document, ocr, bytes, &error), "%s", error ? error->message : "");
}

/* The pages that these streams print, extracted and, where there is OCR, read. */
static void read_streams(const char *const *streams)
{
	GString *pdf = small_pdf_new(streams, "");
	struct span bytes = {pdf->str, pdf->len};
	extract(bytes);
	if (ocr)
		recognise(bytes);
	g_string_free(pdf, TRUE);
}

static void read_picture(const struct picture *picture)
{
	g_autofree char *stream = scanned_page_stream(picture);
	const char *const streams[] = {stream, NULL};
	read_streams(streams);
}

static void expect_minutes(guint page)
{
	ck_assert_uint_eq(page_at(page)->lines->len, 5);
	ck_assert_str_eq(line_at(page, 0)->text, "Minutes of the Harbour Panel");
	ck_assert_str_eq(line_at(page, 1)->text, "held in the Old Library on 14 March 2019");
	ck_assert_str_eq(line_at(page, 2)->text,
			 "1. The surveyor said that the western pier would be open by the summer and that");
	ck_assert_str_eq(line_at(page, 3)->text, "the ferry dues had been collected in full.");
	ck_assert_str_eq(line_at(page, 4)->text, "2. Members asked for a report about the lights along the quay.");
}

START_TEST(a_page_that_is_a_picture_is_told_from_one_with_text)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	g_autofree char *scan = scanned_page_stream(&picture);
	const char *const streams[] = {minutes_page, scan, "1 1 1 rg 0 0 595 842 re f", "100 100 300 2 re f", NULL};
	read_streams(streams);
	ck_assert(!page_at(0)->is_scan);
	ck_assert(page_at(1)->is_scan);
	ck_assert_uint_eq(page_at(1)->lines->len, 0);
	ck_assert_msg(!page_at(2)->is_scan, "a white page has nothing to read");
	ck_assert_msg(page_at(3)->is_scan, "letters may be drawn as lines");
	ck_assert_uint_eq(scan_count(&document), 2);
	ck_assert_uint_eq(scan_count_recognised(&document), 0);
	picture_clear(&picture);
}
END_TEST

START_TEST(a_page_with_a_picture_and_words_of_its_own_is_no_scan)
{
	struct picture picture;
	scanned_page_draw(&picture, "100 100 300 200 re f");
	g_autofree char *scan = scanned_page_stream(&picture);
	g_autofree char *captioned =
		g_strconcat(scan, " BT /F1 12 Tf 72 500 Td (Plan of the eastern pier) Tj ET", NULL);
	g_autofree char *stamped = g_strconcat(scan, " BT /F1 9 Tf 72 820 Td (Page 12) Tj ET", NULL);
	const char *const streams[] = {captioned, stamped, NULL};
	read_streams(streams);
	ck_assert(!page_at(0)->is_scan);
	ck_assert(page_at(1)->is_scan);
	picture_clear(&picture);
}
END_TEST

START_TEST(pictures_of_every_kind_are_pages_without_lines)
{
	static const int kinds[] = {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF};
	struct picture pictures[2];
	scanned_page_draw(&pictures[0], minutes_page);
	scanned_page_draw(&pictures[1], minutes_page);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autoptr(GByteArray) file = scanned_page_file(pictures, 2, kinds[i]);
		struct span bytes = {(const char *)file->data, file->len};
		struct document pages;
		document_init(&pages);
		ck_assert_int_eq(extract_format(bytes), FORMAT_IMAGE);
		ck_assert(extract_document(&pages, bytes, NULL));
		ck_assert_uint_eq(pages.pages->len, kinds[i] == IFF_TIFF ? 2 : 1);
		ck_assert_uint_eq(scan_count(&pages), pages.pages->len);
		document_clear(&pages);
	}
	picture_clear(&pictures[0]);
	picture_clear(&pictures[1]);
}
END_TEST

START_TEST(a_picture_cut_off_is_never_taken_for_whole)
{
	static const int kinds[] = {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF};
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autoptr(GByteArray) file = scanned_page_file(&picture, 1, kinds[i]);
		for (guint part = 1; part < 8; part++) {
			struct span bytes = {(const char *)file->data, (gsize)file->len * part / 8};
			struct picture cut;
			g_autoptr(GError) error = NULL;
			ck_assert_msg(!picture_read(&cut, bytes, 0, &error), "kind %d, %u eighths", kinds[i], part);
			ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
		}
	}
	picture_clear(&picture);
}
END_TEST

START_TEST(a_picture_too_large_to_unpack_is_refused_by_its_header)
{
	static const char header[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\0\0\0\0\0\0\0\0"
				     "\0\0\0\0IDAT\0\0\0\0\0\0\0\0";
	guint pages;
	g_autoptr(GError) error = NULL;
	ck_assert(!picture_count(&pages, (struct span){header, sizeof(header) - 1}, &error));
	ck_assert_msg(strstr(error->message, "100000 by 100000") != NULL, "%s", error->message);
}
END_TEST

START_TEST(a_page_larger_than_the_limit_is_drawn_smaller)
{
	struct picture picture;
	ck_assert(picture_blank(&picture, 2384, 3370));
	ck_assert_double_lt(picture.dpi, PICTURE_DPI);
	ck_assert_double_le((double)picture_width(&picture) * picture_height(&picture), PICTURE_LIMIT);
	picture_clear(&picture);
	ck_assert(!picture_blank(&picture, 0, 842));
}
END_TEST

START_TEST(a_language_that_is_not_there_is_named)
{
	static const char *const wrong[] = {"eng+xyz", "xyz", "", "eng+", "../eng"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autoptr(GError) error = NULL;
		struct ocr *none = NULL;
		ck_assert_msg(!ocr_open(&none, wrong[i], &error), "%s", wrong[i]);
		ck_assert_ptr_null(none);
		ck_assert(g_error_matches(error, FAULT, FAULT_SYSTEM));
		if (strstr(wrong[i], "xyz"))
			ck_assert_msg(strstr(error->message, "language xyz") != NULL, "%s", error->message);
	}
}
END_TEST

START_TEST(the_words_of_a_scan_are_read_where_they_stand)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	read_picture(&picture);
	picture_clear(&picture);
	expect_minutes(0);
	ck_assert_int_eq(document.format, FORMAT_PDF);
	ck_assert(page_at(0)->is_recognised);
	ck_assert_double_eq_tol(line_at(0, 0)->left, 72, 2);
	ck_assert_double_eq_tol(line_at(0, 2)->left, 72, 2);
	ck_assert_double_eq_tol(line_at(0, 2)->hang, 108, 2);
	ck_assert_double_eq_tol(line_at(0, 3)->left, 108, 2);
	ck_assert_double_eq_tol(line_at(0, 3)->bottom, 842 - 676 + 2, 2);
	ck_assert_double_eq_tol(line_at(0, 3)->size, 11, 0.6);
	ck_assert_double_eq_tol(line_at(0, 0)->size, 14, 1);
	ck_assert_int_eq(line_at(0, 3)->baseline, line_at(0, 2)->baseline + 1);
	ck_assert_double_lt(line_at(0, 3)->gap, 0.3);
	ck_assert_double_gt(line_at(0, 4)->gap, 0.5);
}
END_TEST

START_TEST(a_bold_line_is_bold_in_a_scan)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	read_picture(&picture);
	picture_clear(&picture);
	ck_assert(line_at(0, 0)->bold);
	for (guint i = 1; i < 5; i++)
		ck_assert_msg(!line_at(0, i)->bold, "%s", line_at(0, i)->text);
}
END_TEST

START_TEST(drawn_bullets_are_found_in_the_ink)
{
	struct picture picture;
	scanned_page_draw(
		&picture,
		"BT /F1 12 Tf 1 0 0 1 100 700 Tm (Members asked about the following.) Tj "
		"1 0 0 1 118 672 Tm (The lights along the quay.) Tj 1 0 0 1 118 644 Tm (Ferry dues.) Tj "
		"1 0 0 1 118 616 Tm (Repairs to the eastern pier. e) Tj /F3 12 Tf 1 0 0 1 100 672 Tm (\\267) Tj "
		"1 0 0 1 100 644 Tm (\\267) Tj 1 0 0 1 100 616 Tm (\\267) Tj ET");
	read_picture(&picture);
	picture_clear(&picture);
	ck_assert_uint_eq(page_at(0)->lines->len, 4);
	ck_assert_str_eq(line_at(0, 0)->text, "Members asked about the following.");
	ck_assert_str_eq(line_at(0, 1)->text, "• The lights along the quay.");
	ck_assert_str_eq(line_at(0, 2)->text, "• Ferry dues.");
	ck_assert_str_eq(line_at(0, 3)->text, "• Repairs to the eastern pier. e");
	ck_assert_double_eq_tol(line_at(0, 1)->hang, 118, 2);
}
END_TEST

START_TEST(a_scan_reads_the_same_on_its_side_and_on_its_head)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	picture_turn(&picture, _i);
	g_autoptr(GByteArray) file = scanned_page_file(&picture, 1, IFF_PNG);
	picture_clear(&picture);
	struct span bytes = {(const char *)file->data, file->len};
	extract(bytes);
	recognise(bytes);
	expect_minutes(0);
	ck_assert_double_eq_tol(page_at(0)->width, 595, 2);
	ck_assert_double_eq_tol(line_at(0, 3)->left, 108, 2);
}
END_TEST

START_TEST(a_page_askew_has_level_lines)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	scanned_page_skew(&picture, _i);
	read_picture(&picture);
	picture_clear(&picture);
	expect_minutes(0);
	ck_assert_double_eq_tol(line_at(0, 4)->left, line_at(0, 2)->left, 1.5);
}
END_TEST

START_TEST(pages_with_a_text_layer_are_left_as_they_are)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	g_autofree char *scan = scanned_page_stream(&picture);
	picture_clear(&picture);
	const char *const streams[] = {"BT /F1 12 Tf 72 700 Td (Qqz xxv) Tj ET", scan, NULL};
	read_streams(streams);
	ck_assert_str_eq(line_at(0, 0)->text, "Qqz xxv");
	ck_assert(!page_at(0)->is_recognised);
	expect_minutes(1);
}
END_TEST

START_TEST(a_stamp_in_the_text_layer_of_a_scan_is_kept_once)
{
	struct picture picture;
	scanned_page_draw(&picture, minutes_page);
	g_autofree char *scan = scanned_page_stream(&picture);
	picture_clear(&picture);
	g_autofree char *stamped = g_strconcat(scan, " BT /F1 9 Tf 500 820 Td (Page 12) Tj ET", NULL);
	const char *const streams[] = {stamped, NULL};
	read_streams(streams);
	guint stamps = 0;
	for (guint i = 0; i < page_at(0)->lines->len; i++)
		stamps += strstr(line_at(0, i)->text, "Page 12") != NULL;
	ck_assert_uint_eq(stamps, 1);
	ck_assert_uint_eq(page_at(0)->lines->len, 6);
}
END_TEST

START_TEST(every_page_of_a_tiff_is_read)
{
	struct picture pictures[2];
	scanned_page_draw(&pictures[0], minutes_page);
	scanned_page_draw(&pictures[1],
			  "BT /F1 12 Tf 72 700 Td (Second page of the harbour papers, about lights) Tj ET");
	g_autoptr(GByteArray) file = scanned_page_file(pictures, 2, IFF_TIFF);
	picture_clear(&pictures[0]);
	picture_clear(&pictures[1]);
	struct span bytes = {(const char *)file->data, file->len};
	extract(bytes);
	recognise(bytes);
	expect_minutes(0);
	ck_assert_str_eq(line_at(1, 0)->text, "Second page of the harbour papers, about lights");
}
END_TEST

START_TEST(reading_leaves_no_trace_for_the_next_page)
{
	struct picture picture, other;
	scanned_page_draw(&picture, minutes_page);
	scanned_page_draw(&other, "BT /F3 30 Tf 72 700 Td (abgdezhqiklmnxoprstufcyw) Tj ET");
	g_autofree char *scan = scanned_page_stream(&picture);
	g_autofree char *odd = scanned_page_stream(&other);
	picture_clear(&picture);
	picture_clear(&other);
	const char *const streams[] = {scan, odd, scan, NULL};
	read_streams(streams);
	expect_minutes(0);
	expect_minutes(2);
	for (guint i = 0; i < 5; i++)
		ck_assert_double_eq(line_at(0, i)->left, line_at(2, i)->left);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ocr");
	TCase *pages = tcase_create("pages");
	tcase_add_checked_fixture(pages, set_up, tear_down);
	tcase_add_test(pages, a_page_that_is_a_picture_is_told_from_one_with_text);
	tcase_add_test(pages, a_page_with_a_picture_and_words_of_its_own_is_no_scan);
	tcase_add_test(pages, pictures_of_every_kind_are_pages_without_lines);
	tcase_add_test(pages, a_picture_cut_off_is_never_taken_for_whole);
	tcase_add_test(pages, a_picture_too_large_to_unpack_is_refused_by_its_header);
	tcase_add_test(pages, a_page_larger_than_the_limit_is_drawn_smaller);
	tcase_add_test(pages, a_language_that_is_not_there_is_named);
	tcase_set_timeout(pages, 120);
	suite_add_tcase(suite, pages);
	TCase *reading = tcase_create("reading");
	tcase_add_checked_fixture(reading, set_up, tear_down);
	tcase_add_checked_fixture(reading, open_ocr, close_ocr);
	tcase_add_test(reading, the_words_of_a_scan_are_read_where_they_stand);
	tcase_add_test(reading, a_bold_line_is_bold_in_a_scan);
	tcase_add_test(reading, drawn_bullets_are_found_in_the_ink);
	tcase_add_loop_test(reading, a_scan_reads_the_same_on_its_side_and_on_its_head, 1, 4);
	tcase_add_loop_test(reading, a_page_askew_has_level_lines, -2, 3);
	tcase_add_test(reading, pages_with_a_text_layer_are_left_as_they_are);
	tcase_add_test(reading, a_stamp_in_the_text_layer_of_a_scan_is_kept_once);
	tcase_add_test(reading, every_page_of_a_tiff_is_read);
	tcase_add_test(reading, reading_leaves_no_trace_for_the_next_page);
	tcase_set_timeout(reading, 120);
	bool has_data = ocr_open(&ocr, OCR_LANGUAGE, NULL);
	close_ocr();
	if (has_data)
		suite_add_tcase(suite, reading);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	if (!has_data && failed == 0)
		puts("skipped: no language data for tesseract here");
	return failed > 0 ? EXIT_FAILURE : has_data ? EXIT_SUCCESS : NOTHING_HERE;
}
