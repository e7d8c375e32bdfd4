/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "options.h"

/* Parses a command line of words parted by blanks ("_" stands for a blank inside one). */
static bool parse(struct options *options, const char *line, GError **error)
{
	g_autofree char *full = g_strconcat("minutes-query ", line, NULL);
	g_auto(GStrv) argv = g_strsplit(full, " ", -1);
	for (char **word = argv; *word; word++)
		g_strdelimit(*word, "_", ' ');
	if (!*line)
		g_clear_pointer(&argv[1], g_free);
	return options_parse(options, argv, error);
}

static void check_refused(const char *line, const char *part)
{
	struct options options;
	GError *error = NULL;
	ck_assert_msg(!parse(&options, line, &error), "%s is taken", line);
	ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
	ck_assert_msg(strstr(error->message, part) != NULL, "%s: %s", line, error->message);
	g_error_free(error);
}

static char *print_filters(const struct options *options)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < options->filters->len; n++) {
		g_autofree char *printed = tree_print(g_ptr_array_index(options->filters, n));
		g_string_append_printf(out, "%s%s", n > 0 ? " " : "", printed);
	}
	return g_string_free(out, FALSE);
}

START_TEST(words_of_the_command_line_are_one_query)
{
	struct options options;
	ck_assert(parse(&options, "foster --count \"staying_put\" carers -q", NULL));
	ck_assert_str_eq(options.query, "foster \"staying put\" carers");
	ck_assert(options.count && options.quiet && !options.any && !options.explain);
	options_clear(&options);
	ck_assert(parse(&options, "-- -b --count", NULL));
	ck_assert_str_eq(options.query, "-b --count");
	options_clear(&options);
}
END_TEST

START_TEST(what_is_not_said_has_its_usual_value)
{
	struct options options;
	ck_assert(parse(&options, "", NULL));
	ck_assert_str_eq(options.query, "");
	ck_assert_int_eq(options.mode, MODE_SEARCH);
	ck_assert_int_eq(options.sort, SORT_RELEVANCE);
	ck_assert_str_eq(options.format->name, "text");
	ck_assert_uint_eq(options.snippet, 40);
	ck_assert_uint_eq(options.offset, 0);
	ck_assert_uint_eq(options.filters->len, 0);
	ck_assert_ptr_null(options.period);
	options_clear(&options);
}
END_TEST

START_TEST(filters_are_the_fields_of_the_same_name)
{
	struct options options;
	ck_assert(parse(&options,
			"x --speaker Khosla --speaker Sarah_Hammond --topic adoption --body cabinet --type report",
			NULL));
	g_autofree char *filters = print_filters(&options);
	ck_assert_str_eq(filters, "speaker:\"Khosla\" speaker:\"Sarah Hammond\" topic:\"adoption\" body:\"cabinet\" "
				  "type:\"report\"");
	options_clear(&options);
}
END_TEST

START_TEST(since_and_until_are_one_period)
{
	struct options options;
	ck_assert(parse(&options, "x --since 2016-05 --until 26/06/2017", NULL));
	ck_assert_str_eq(options.period->low, "2016-05-01");
	ck_assert_str_eq(options.period->high, "2017-06-26");
	options_clear(&options);
	ck_assert(parse(&options, "x --until 2016", NULL));
	ck_assert_str_eq(options.period->low, "");
	ck_assert_str_eq(options.period->high, "2016-12-31");
	options_clear(&options);
	check_refused("--since 2017 --until 2016", "ends before it begins");
	check_refused("--since soon", "--since: no date 'soon'");
	check_refused("--since 2016 --since 2017", "given twice");
	check_refused("--until 2016..2017", "one date is wanted");
}
END_TEST

START_TEST(numbers_are_whole_and_in_range)
{
	struct options options;
	ck_assert(parse(&options, "x -n 5 --offset 10 --snippet 12", NULL));
	ck_assert_int_eq(options.limit, 5);
	ck_assert_uint_eq(options.offset, 10);
	ck_assert_uint_eq(options.snippet, 12);
	options_clear(&options);
	ck_assert(parse(&options, "x -n5 -A3 -- -n7", NULL));
	ck_assert_int_eq(options.limit, 5);
	ck_assert_uint_eq(options.after, 3);
	ck_assert_str_eq(options.query, "x -n7");
	options_clear(&options);
	check_refused("-n5x", "missing argument");
	ck_assert(parse(&options, "x --full --limit 7", NULL));
	ck_assert_uint_eq(options.snippet, 0);
	ck_assert_int_eq(options.limit, 7);
	options_clear(&options);
	const char *const wrong[] = {"-n abc", "-n -1", "-n 0", "-n 5x", "-n 1.5", "--limit= ", "--limit 99999999999"};
	for (size_t n = 0; n < G_N_ELEMENTS(wrong); n++)
		check_refused(wrong[n], "a whole number from 1");
	check_refused("--offset -3", "a whole number from 0");
	check_refused("--snippet 0", "a whole number from 1");
}
END_TEST

START_TEST(unknown_names_are_refused_with_those_there_are)
{
	check_refused("x --sort size", "relevance, date, -date or document");
	check_refused("x --format xml", "text, json, jsonl, csv, tsv, html, ids");
	check_refused("x --color red", "auto, always or never");
	check_refused("x --type minuts", "--type: no type 'minuts'; did you mean type:minutes?");
	check_refused("x --speaker a*", "--speaker: speaker: takes whole words");
	check_refused("x --topic a\"b", "cannot hold a double quote");
	check_refused("-b", "stands behind --");
	check_refused("--nonsense", "--help lists the options");
}
END_TEST

START_TEST(bytes_that_are_no_text_are_refused)
{
	check_refused("\xff\xfe", "the query is not UTF-8");
	check_refused("x --speaker \xff", "the value is not UTF-8");
}
END_TEST

START_TEST(every_order_has_its_name)
{
	const struct {
		const char *line;
		enum store_sort sort;
	} orders[] = {{"--sort relevance", SORT_RELEVANCE},
		      {"--sort date", SORT_DATE},
		      {"--sort -date", SORT_DATE_DOWN},
		      {"--sort=document", SORT_DOCUMENT}};
	for (size_t n = 0; n < G_N_ELEMENTS(orders); n++) {
		struct options options;
		ck_assert(parse(&options, orders[n].line, NULL));
		ck_assert_int_eq(options.sort, orders[n].sort);
		options_clear(&options);
	}
}
END_TEST

START_TEST(the_index_is_named_by_option_then_variable_then_folder)
{
	struct options options;
	g_setenv("MINUTES_INDEX", "from-variable", TRUE);
	ck_assert(parse(&options, "x --index from-option", NULL));
	ck_assert_str_eq(options.indexes[0], "from-option");
	options_clear(&options);
	ck_assert(parse(&options, "x", NULL));
	ck_assert_str_eq(options.indexes[0], "from-variable");
	options_clear(&options);
	g_unsetenv("MINUTES_INDEX");
	ck_assert(parse(&options, "x", NULL));
	ck_assert(g_str_has_suffix(options.indexes[0], "/minutebook/index"));
	options_clear(&options);
}
END_TEST

START_TEST(the_help_fits_one_screen)
{
	g_auto(GStrv) lines = g_strsplit(options_help(), "\n", -1);
	ck_assert_uint_le(g_strv_length(lines), 24);
	for (char **line = lines; *line; line++)
		ck_assert_msg(strlen(*line) <= 80, "%s", *line);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("query options");
	TCase *tests = tcase_create("query options");
	tcase_add_test(tests, words_of_the_command_line_are_one_query);
	tcase_add_test(tests, what_is_not_said_has_its_usual_value);
	tcase_add_test(tests, filters_are_the_fields_of_the_same_name);
	tcase_add_test(tests, since_and_until_are_one_period);
	tcase_add_test(tests, numbers_are_whole_and_in_range);
	tcase_add_test(tests, unknown_names_are_refused_with_those_there_are);
	tcase_add_test(tests, bytes_that_are_no_text_are_refused);
	tcase_add_test(tests, every_order_has_its_name);
	tcase_add_test(tests, the_index_is_named_by_option_then_variable_then_folder);
	tcase_add_test(tests, the_help_fits_one_screen);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
