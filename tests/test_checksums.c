/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "checksums.h"
#include "fault.h"

/* SHA-256 of "abc": FIPS 180-4, example of one block. */
#define SHA256_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static char *folder;

static char *path_of(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void put(const char *name, const char *text)
{
	g_autofree char *path = path_of(name);
	ck_assert(g_file_set_contents(path, text, -1, NULL));
}

static void take(const char *name)
{
	g_autofree char *path = path_of(name);
	ck_assert_int_eq(g_remove(path), 0);
}

static char *manifest(void)
{
	g_autofree char *path = path_of(CHECKSUMS_NAME);
	char *text = NULL;
	ck_assert(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

static void set_up(void)
{
	folder = g_dir_make_tmp("checksums-XXXXXX", NULL);
	ck_assert_ptr_nonnull(folder);
	put("b.csv", "abc");
	put("a.html", "");
	put("Z.md", "abc");
	ck_assert(checksums_write(folder, NULL));
}

static void tear_down(void)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
		take(name);
	g_dir_close(dir);
	ck_assert_int_eq(g_rmdir(folder), 0);
	g_free(folder);
}

static char *join(const GPtrArray *names)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < names->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? " " : "", (const char *)g_ptr_array_index(names, n));
	return g_string_free(out, FALSE);
}

static void check_lists(const char *changed, const char *missing, const char *added)
{
	struct checksums checksums;
	checksums_init(&checksums);
	ck_assert(checksums_check(&checksums, folder, NULL));
	g_autofree char *is_changed = join(checksums.changed);
	g_autofree char *is_missing = join(checksums.missing);
	g_autofree char *is_added = join(checksums.added);
	ck_assert_str_eq(is_changed, changed);
	ck_assert_str_eq(is_missing, missing);
	ck_assert_str_eq(is_added, added);
	ck_assert_int_eq(checksums_is_same(&checksums), !*changed && !*missing && !*added);
	checksums_clear(&checksums);
}

START_TEST(names_stand_in_byte_order_in_the_form_of_sha256sum)
{
	g_autofree char *text = manifest();
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	ck_assert_uint_eq(g_strv_length(lines), 4);
	ck_assert_str_eq(lines[0], SHA256_ABC "  Z.md");
	ck_assert(g_str_has_suffix(lines[1], "  a.html"));
	ck_assert_str_eq(lines[2], SHA256_ABC "  b.csv");
	ck_assert_str_eq(lines[3], "");
}
END_TEST

START_TEST(an_untouched_folder_is_the_same)
{
	check_lists("", "", "");
	ck_assert(checksums_write(folder, NULL));
	check_lists("", "", "");
}
END_TEST

START_TEST(each_changed_missing_and_added_file_is_named)
{
	put("Z.md", "abd");
	put("a.html", "x");
	take("b.csv");
	put("c.txt", "");
	check_lists("Z.md a.html", "b.csv", "c.txt");
}
END_TEST

START_TEST(a_name_with_a_line_end_is_one_name)
{
	put("two\nlines\\.txt", "abc");
	ck_assert(checksums_write(folder, NULL));
	g_autofree char *text = manifest();
	ck_assert_ptr_nonnull(strstr(text, "\\" SHA256_ABC "  two\\nlines\\\\.txt\n"));
	check_lists("", "", "");
	take("two\nlines\\.txt");
	check_lists("", "two\nlines\\.txt", "");
}
END_TEST

START_TEST(what_is_no_manifest_is_refused_with_its_line)
{
	static const char *const bad[] = {
		"abc  a.html\n",
		SHA256_ABC " a.html\n",
		SHA256_ABC "  \n",
		SHA256_ABC "  ../a.html\n",
		"\n" SHA256_ABC "  a.html\n",
	};
	for (size_t n = 0; n < G_N_ELEMENTS(bad); n++) {
		struct checksums checksums;
		checksums_init(&checksums);
		put(CHECKSUMS_NAME, bad[n]);
		g_autoptr(GError) error = NULL;
		ck_assert(!checksums_check(&checksums, folder, &error));
		ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
		ck_assert_ptr_nonnull(strstr(error->message, CHECKSUMS_NAME ":1: "));
		checksums_clear(&checksums);
	}
}
END_TEST

START_TEST(a_folder_without_a_manifest_is_told)
{
	struct checksums checksums;
	checksums_init(&checksums);
	take(CHECKSUMS_NAME);
	g_autoptr(GError) error = NULL;
	ck_assert(!checksums_check(&checksums, folder, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, folder));
	checksums_clear(&checksums);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_named)
{
	char *sha256 = NULL;
	g_autofree char *path = path_of("none");
	g_autoptr(GError) error = NULL;
	ck_assert(!checksums_file(&sha256, path, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_SYSTEM));
	ck_assert_ptr_nonnull(strstr(error->message, path));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("checksums");
	TCase *tests = tcase_create("checksums");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, names_stand_in_byte_order_in_the_form_of_sha256sum);
	tcase_add_test(tests, an_untouched_folder_is_the_same);
	tcase_add_test(tests, each_changed_missing_and_added_file_is_named);
	tcase_add_test(tests, a_name_with_a_line_end_is_one_name);
	tcase_add_test(tests, what_is_no_manifest_is_refused_with_its_line);
	tcase_add_test(tests, a_folder_without_a_manifest_is_told);
	tcase_add_test(tests, a_file_that_cannot_be_read_is_named);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
