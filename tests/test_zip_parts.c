/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "small_zip.h"
#include "zip_parts.h"

static struct span span_of_bytes(GBytes *bytes)
{
	gsize len;
	const char *ptr = g_bytes_get_data(bytes, &len);
	return (struct span){ptr, len};
}

/* Why the file cannot be read as a paper; yours. */
static char *reason_of(struct span bytes)
{
	struct document document;
	g_autoptr(GError) error = NULL;
	document_init(&document);
	ck_assert(!extract_document(&document, bytes, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	document_clear(&document);
	return g_strdup(error->message);
}

static void expect_reason(const struct small_file *files, const char *password, const char *want)
{
	g_autoptr(GBytes) bytes = small_zip(files, password);
	g_autofree char *reason = reason_of(span_of_bytes(bytes));
	ck_assert_msg(strstr(reason, want) != NULL, "%s", reason);
}

START_TEST(a_zip_archive_is_named_with_a_remedy)
{
	static const struct small_file archive[] = {{"minutes.txt", "Minutes"}, {NULL, NULL}};
	static const struct small_file workbook[] = {{"xl/workbook.xml", "<x/>"}, {NULL, NULL}};
	expect_reason(archive, NULL, "a zip archive; unpack it first");
	expect_reason(workbook, NULL, "Excel");
}
END_TEST

START_TEST(a_locked_member_is_told)
{
	static const struct small_file files[] = {{"word/document.xml", "<w/>"}, {NULL, NULL}};
	expect_reason(files, "secret", "password");
}
END_TEST

START_TEST(a_member_that_unpacks_to_far_too_much_is_not_unpacked)
{
	g_autofree char *blank = g_strnfill(64 << 20, ' ');
	const struct small_file files[] = {{"word/document.xml", blank}, {NULL, NULL}};
	expect_reason(files, NULL, "unpacks to more than 500 times");
}
END_TEST

START_TEST(what_was_cut_off_is_told)
{
	static const struct small_file files[] = {{"word/document.xml", "<w:document xmlns:w='w'/>"}, {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	struct span whole = span_of_bytes(bytes);
	g_autofree char *reason = reason_of(span_cut(whole, 0, whole.len - 30));
	ck_assert_msg(strstr(reason, "ends too early") != NULL, "%s", reason);
}
END_TEST

START_TEST(a_flipped_bit_is_noticed)
{
	static const struct small_file files[] = {{"a", "the same old story told again and again"}, {NULL, NULL}};
	g_autoptr(GBytes) bytes = small_zip(files, NULL);
	struct span whole = span_of_bytes(bytes);
	g_autofree char *copy = g_memdup2(whole.ptr, whole.len);
	struct zip_parts *zip;
	g_autoptr(GByteArray) content = NULL;
	g_autoptr(GError) error = NULL;
	copy[40] ^= 1;
	ck_assert(zip_parts_open(&zip, (struct span){copy, whole.len}, NULL));
	ck_assert(!zip_parts_read(&content, zip, "a", &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	zip_parts_close(zip);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("zip_parts");
	TCase *cases = tcase_create("zip_parts");
	tcase_add_test(cases, a_zip_archive_is_named_with_a_remedy);
	tcase_add_test(cases, a_locked_member_is_told);
	tcase_add_test(cases, a_member_that_unpacks_to_far_too_much_is_not_unpacked);
	tcase_add_test(cases, what_was_cut_off_is_told);
	tcase_add_test(cases, a_flipped_bit_is_noticed);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
