/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "options.h"

#define PARSE(options, ...) options_parse(options, (char *[]){"minutes-index", __VA_ARGS__, NULL}, &error)

START_TEST(takes_paths_in_their_order)
{
	struct options options;
	GError *error = NULL;
	ck_assert(PARSE(&options, "b", "--", "-a"));
	ck_assert_int_eq(options.mode, MODE_INDEX);
	ck_assert_uint_eq(g_strv_length(options.paths), 2);
	ck_assert_str_eq(options.paths[0], "b");
	ck_assert_str_eq(options.paths[1], "-a");
	ck_assert(!options.quiet);
	options_clear(&options);
}
END_TEST

START_TEST(keeps_the_bytes_of_a_path_that_is_not_utf8)
{
	struct options options;
	GError *error = NULL;
	ck_assert(PARSE(&options, "--parse", "m\xe9mo.txt"));
	ck_assert_int_eq(options.mode, MODE_PARSE);
	ck_assert_str_eq(options.paths[0], "m\xe9mo.txt");
	options_clear(&options);
}
END_TEST

START_TEST(index_comes_from_the_option_before_the_environment_before_the_data_folder)
{
	struct options options;
	GError *error = NULL;
	setenv("MINUTES_INDEX", "/elsewhere/index", 1);
	ck_assert(PARSE(&options, "--index", "/here", "p"));
	ck_assert_str_eq(options.index, "/here");
	options_clear(&options);
	ck_assert(PARSE(&options, "p"));
	ck_assert_str_eq(options.index, "/elsewhere/index");
	options_clear(&options);
	setenv("MINUTES_INDEX", "", 1);
	ck_assert(PARSE(&options, "p"));
	g_autofree char *home = g_build_filename(g_get_user_data_dir(), "minutebook", "index", NULL);
	ck_assert_str_eq(options.index, home);
	options_clear(&options);
	unsetenv("MINUTES_INDEX");
}
END_TEST

START_TEST(naming_nothing_to_read_is_an_error)
{
	struct options options;
	g_autoptr(GError) error = NULL;
	ck_assert(!PARSE(&options, "--parse"));
	ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
	ck_assert_ptr_nonnull(strstr(error->message, "name a file"));
}
END_TEST

START_TEST(an_unknown_option_is_named_in_the_error)
{
	struct options options;
	g_autoptr(GError) error = NULL;
	ck_assert(!PARSE(&options, "--pares", "x"));
	ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
	ck_assert_ptr_nonnull(strstr(error->message, "--pares"));
}
END_TEST

START_TEST(help_fits_one_screen)
{
	struct options options;
	GError *error = NULL;
	ck_assert(PARSE(&options, "--help"));
	ck_assert_int_eq(options.mode, MODE_HELP);
	g_auto(GStrv) lines = g_strsplit(g_strchomp(options.help), "\n", -1);
	ck_assert_uint_le(g_strv_length(lines), 24);
	for (guint i = 0; lines[i]; i++)
		ck_assert_uint_le(strlen(lines[i]), 80);
	options_clear(&options);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("index_options");
	TCase *tcase = tcase_create("options");
	suite_add_tcase(suite, tcase);
	tcase_add_test(tcase, takes_paths_in_their_order);
	tcase_add_test(tcase, keeps_the_bytes_of_a_path_that_is_not_utf8);
	tcase_add_test(tcase, index_comes_from_the_option_before_the_environment_before_the_data_folder);
	tcase_add_test(tcase, naming_nothing_to_read_is_an_error);
	tcase_add_test(tcase, an_unknown_option_is_named_in_the_error);
	tcase_add_test(tcase, help_fits_one_screen);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
