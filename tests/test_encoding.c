/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "encoding.h"

#define BYTES(text)                                                                                                    \
	(struct span)                                                                                                  \
	{                                                                                                              \
		text, sizeof(text) - 1                                                                                 \
	}

static void expect(struct span bytes, const char *want)
{
	g_autofree char *got = encoding_decode(bytes);
	ck_assert_str_eq(got, want);
}

START_TEST(keeps_utf8_as_it_is)
{
	expect(BYTES("Caf\xc3\xa9 \xe2\x80\x93 Llanfair"), "Café – Llanfair");
}
END_TEST

START_TEST(drops_the_byte_order_mark)
{
	expect(BYTES("\xef\xbb\xbfMinutes"), "Minutes");
}
END_TEST

START_TEST(reads_utf16_of_both_byte_orders_with_a_mark)
{
	expect(BYTES("\xff\xfe"
		     "A\0\x13\x20"
		     "B\0"),
	       "A–B");
	expect(BYTES("\xfe\xff"
		     "\0A\x20\x13\0B"),
	       "A–B");
}
END_TEST

START_TEST(reads_utf16_without_a_mark)
{
	expect(BYTES("A\0g\0e\0n\0d\0a\0"), "Agenda");
	expect(BYTES("\0A\0g\0e\0n\0d\0a"), "Agenda");
}
END_TEST

START_TEST(survives_utf16_cut_in_the_middle_of_a_character)
{
	expect(BYTES("\xff\xfe"
		     "A\0B\0C"),
	       "AB\xef\xbf\xbd");
}
END_TEST

START_TEST(reads_windows_quotes_and_pounds_where_utf8_is_impossible)
{
	expect(BYTES("\x93Staying Put\x94 costs \xa3"
		     "5 \x96 \x80"
		     "6"),
	       "“Staying Put” costs £5 – €6");
}
END_TEST

START_TEST(marks_bytes_that_windows_leaves_undefined)
{
	expect(BYTES("\x93quoted\x94 \x81 end"), "“quoted” \xef\xbf\xbd end");
}
END_TEST

START_TEST(repairs_utf8_with_a_few_broken_characters)
{
	expect(BYTES("caf\xc3\xa9, na\xc3\xafve, \xe2\x80\x98so\xe2\x80\x99 \xff end"),
	       "café, naïve, ‘so’ \xef\xbf\xbd end");
}
END_TEST

START_TEST(repairs_utf8_cut_off_at_its_end)
{
	expect(BYTES("caf\xc3\xa9 \xe2\x80"), "café \xef\xbf\xbd");
}
END_TEST

START_TEST(makes_zero_bytes_visible)
{
	expect(BYTES("one\0two"), "one\xef\xbf\xbdtwo");
}
END_TEST

START_TEST(obeys_a_declared_charset)
{
	g_autofree char *text = encoding_decode_as(BYTES("\xcf\xf0\xe8"), "windows-1251");
	ck_assert_str_eq(text, "При");
}
END_TEST

START_TEST(reads_declared_latin1_as_windows)
{
	g_autofree char *text = encoding_decode_as(BYTES("\x93so\x94"), "iso-8859-1");
	ck_assert_str_eq(text, "“so”");
}
END_TEST

START_TEST(trusts_a_mark_more_than_a_declaration)
{
	g_autofree char *text = encoding_decode_as(BYTES("\xef\xbb\xbf\xc3\xa9"), "windows-1251");
	ck_assert_str_eq(text, "é");
}
END_TEST

START_TEST(ignores_a_charset_nobody_knows)
{
	g_autofree char *text = encoding_decode_as(BYTES("caf\xc3\xa9"), "x-no-such-thing");
	ck_assert_str_eq(text, "café");
}
END_TEST

START_TEST(long_texts_convert_without_a_seam)
{
	const size_t count = 100000;
	g_autoptr(GString) wide = g_string_new("\xff\xfe");
	g_autoptr(GString) narrow = g_string_new(NULL);
	for (guint i = 0; i < count; i++) {
		g_string_append_len(wide, "\x3d\xd8\x00\xde-\0", 6); /* U+1F600 as a surrogate pair */
		g_string_append_len(narrow, "\x93\x81q", 3);
	}
	g_autofree char *faces = encoding_decode((struct span){wide->str, wide->len});
	g_autofree char *quotes = encoding_decode((struct span){narrow->str, narrow->len});
	ck_assert_uint_eq(strlen(faces), 5 * count);
	ck_assert_ptr_null(strstr(faces, "\xef\xbf\xbd"));
	ck_assert_uint_eq(strlen(quotes), 7 * count);
}
END_TEST

START_TEST(tells_text_from_binary_data)
{
	ck_assert(encoding_is_text(BYTES("")));
	ck_assert(encoding_is_text(BYTES("Minutes\r\n\tof\f the Panel")));
	ck_assert(encoding_is_text(BYTES("\x93quoted\x94")));
	ck_assert(encoding_is_text(BYTES("M\0i\0n\0u\0t\0e\0s\0")));
	ck_assert(encoding_is_text(BYTES("\xce\xa0\xce\xb1\xce\xbd")));
	ck_assert(!encoding_is_text(BYTES("\1\2\3\4data\5\6")));
	ck_assert(!encoding_is_text(BYTES("\x93\x8f\xee\xf0\xa0\xdd\xcb\xe1")));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("encoding");
	TCase *cases = tcase_create("encoding");
	tcase_add_test(cases, keeps_utf8_as_it_is);
	tcase_add_test(cases, drops_the_byte_order_mark);
	tcase_add_test(cases, reads_utf16_of_both_byte_orders_with_a_mark);
	tcase_add_test(cases, reads_utf16_without_a_mark);
	tcase_add_test(cases, survives_utf16_cut_in_the_middle_of_a_character);
	tcase_add_test(cases, reads_windows_quotes_and_pounds_where_utf8_is_impossible);
	tcase_add_test(cases, marks_bytes_that_windows_leaves_undefined);
	tcase_add_test(cases, repairs_utf8_with_a_few_broken_characters);
	tcase_add_test(cases, repairs_utf8_cut_off_at_its_end);
	tcase_add_test(cases, makes_zero_bytes_visible);
	tcase_add_test(cases, obeys_a_declared_charset);
	tcase_add_test(cases, reads_declared_latin1_as_windows);
	tcase_add_test(cases, trusts_a_mark_more_than_a_declaration);
	tcase_add_test(cases, ignores_a_charset_nobody_knows);
	tcase_add_test(cases, long_texts_convert_without_a_seam);
	tcase_add_test(cases, tells_text_from_binary_data);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
