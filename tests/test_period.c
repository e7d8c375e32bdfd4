/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "period.h"

static void check_refused(const char *typed, const char *part)
{
	struct period period;
	GError *error = NULL;
	ck_assert_msg(!period_parse(&period, span_of(typed), &error), "%s is read as a date", typed);
	ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
	ck_assert_msg(strstr(error->message, part) != NULL, "%s: %s", typed, error->message);
	g_error_free(error);
}

static void check_date(const char *typed, const char *low, const char *high)
{
	struct period period;
	GError *error = NULL;
	ck_assert_msg(period_parse(&period, span_of(typed), &error), "%s: %s", typed, error ? error->message : "");
	ck_assert_msg(!strcmp(period.low, low) && !strcmp(period.high, high), "%s is %s to %s", typed, period.low,
		      period.high);
}

START_TEST(dates_are_read_in_every_form_people_write)
{
	check_date("2016", "2016-01-01", "2016-12-31");
	check_date("2016-02", "2016-02-01", "2016-02-29");
	check_date("2016-05-26", "2016-05-26", "2016-05-26");
	check_date("26/05/2016", "2016-05-26", "2016-05-26");
	check_date("6/5/2016", "2016-05-06", "2016-05-06");
	check_date("05/2016", "2016-05-01", "2016-05-31");
	check_date("26 May 2016", "2016-05-26", "2016-05-26");
	check_date("1st sept, 2016", "2016-09-01", "2016-09-01");
	check_date("february 2017", "2017-02-01", "2017-02-28");
	check_date("2013..2016", "2013-01-01", "2016-12-31");
	check_date("..2016-07-20", "", "2016-07-20");
	check_date("May 2016..", "2016-05-01", "");
	check_date("26/05/2016..3 June 2016", "2016-05-26", "2016-06-03");
}
END_TEST

START_TEST(dates_that_are_none_are_refused)
{
	check_refused("2016-13", "no month 13");
	check_refused("05/26/2016", "the day comes first");
	check_refused("31/06/2016", "June 2016 has 30 days");
	check_refused("2017-02-29", "February 2017 has 28 days");
	check_refused("16", "no date '16'; write 2016");
	check_refused("26/05/16", "no date");
	check_refused("2016..2013", "ends before it begins");
	check_refused("..", "no date beside");
	check_refused("soon", "no date 'soon'");
	check_refused("0000", "no date");
	check_refused("2016-05-26-01", "no date");
}
END_TEST

static void check_printed(const char *typed, const char *expected)
{
	struct period period;
	ck_assert(period_parse(&period, span_of(typed), NULL));
	g_autofree char *printed = period_print(&period);
	ck_assert_str_eq(printed, expected);
}

START_TEST(a_range_is_printed_as_people_say_it)
{
	check_printed("2016", "2016");
	check_printed("2016-05", "May 2016");
	check_printed("26/05/2016", "26 May 2016");
	check_printed("2013..2016-05", "from 1 January 2013 to 31 May 2016");
	check_printed("2013..", "from 1 January 2013 on");
	check_printed("..2013", "up to 31 December 2013");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("period");
	TCase *tests = tcase_create("period");
	tcase_add_test(tests, dates_are_read_in_every_form_people_write);
	tcase_add_test(tests, dates_that_are_none_are_refused);
	tcase_add_test(tests, a_range_is_printed_as_people_say_it);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
