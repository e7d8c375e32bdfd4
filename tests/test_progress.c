/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "progress.h"
#include "text.h"

static void expect_line(const struct progress *progress, int width, gint64 seconds, const char *line)
{
	g_autoptr(GString) out = g_string_new(NULL);
	progress_format(out, progress, width, seconds * (gint64)G_USEC_PER_SEC);
	ck_assert_str_eq(out->str, line);
}

START_TEST(progress_tells_more_on_a_wider_terminal)
{
	const struct progress progress = {
		.files = 1234,
		.files_total = 5000,
		.paragraphs = 98765,
		.bytes = 9100000,
		.bytes_total = 36400000,
	};
	expect_line(&progress, 11, 30, "");
	expect_line(&progress, 18, 30, "1,234/5,000 files");
	expect_line(&progress, 30, 30, "1,234/5,000 files, 1:30 left");
	expect_line(&progress, 67, 30, "1,234/5,000 files, 98,765 paragraphs, 9.1 MB, 1:30 left");
	expect_line(&progress, 68, 30, "[##--------] 1,234/5,000 files, 98,765 paragraphs, 9.1 MB, 1:30 left");
	expect_line(&progress, 200, 30,
		    "[#######-----------------------] 1,234/5,000 files, 98,765 paragraphs, 9.1 MB, 1:30 left");
	expect_line(&progress, 40, 10800, "1,234/5,000 files, 9:00 h left");
}
END_TEST

START_TEST(counts_and_bytes_are_grouped_for_reading)
{
	g_autoptr(GString) out = g_string_new(NULL);
	static const guint64 counts[] = {0, 999, 1000, 1234567};
	for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
		text_count(out, counts[i]);
		g_string_append_c(out, ' ');
	}
	static const gint64 sizes[] = {0, 999, 12345, 9100000, G_GINT64_CONSTANT(2500000000)};
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		progress_format_bytes(out, sizes[i]);
		g_string_append_c(out, ';');
	}
	ck_assert_str_eq(out->str, "0 999 1,000 1,234,567 0 bytes;999 bytes;12 kB;9.1 MB;2.5 GB;");
}
END_TEST

int main(void)
{
	TCase *progress = tcase_create("progress");
	tcase_add_test(progress, progress_tells_more_on_a_wider_terminal);
	tcase_add_test(progress, counts_and_bytes_are_grouped_for_reading);
	Suite *suite = suite_create("progress");
	suite_add_tcase(suite, progress);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
