/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "date.h"

static char *first_date(const char *text)
{
	struct date_found found;
	return date_find(&found, text, 0) ? date_print(&found) : NULL;
}

static void expect(const char *text, const char *date)
{
	g_autofree char *got = first_date(text);
	ck_assert_msg(g_strcmp0(got, date) == 0, "'%s' is %s", text, got ? got : "none");
}

START_TEST(reads_dates_as_papers_print_them)
{
	static const char *const texts[] = {"Thursday, 26 May 2016",
					    "26th May, 2016",
					    "26TH MAY 2016",
					    "26THMAY 2016",
					    "May 26th, 2016",
					    "26/05/2016",
					    "26.05.2016",
					    "2016-05-26",
					    "26 May 2016.",
					    "(26 May 2016)",
					    "held on 26 May 2016 at",
					    "Thurs 26 May 2016",
					    "26th of May 2016",
					    "26 Mai 2016",
					    NULL};
	for (int i = 0; texts[i]; i++)
		expect(texts[i], "2016-05-26");
}
END_TEST

START_TEST(reads_every_month_in_english_and_welsh)
{
	static const char *const months[][3] = {
		{"January", "Jan", "Ionawr"},  {"February", "Feb", "Chwefror"}, {"March", "Mar", "Mawrth"},
		{"April", "Apr", "Ebrill"},    {"May", "May", "Mai"},           {"June", "Jun", "Mehefin"},
		{"July", "Jul", "Gorffennaf"}, {"August", "Aug", "Awst"},       {"September", "Sept", "Medi"},
		{"October", "Oct", "Hydref"},  {"November", "Nov", "Tachwedd"}, {"December", "Dec", "Rhagfyr"}};
	for (int month = 1; month <= 12; month++) {
		g_autofree char *want = g_strdup_printf("2019-%02d-09", month);
		for (int i = 0; i < 3; i++) {
			g_autofree char *text = g_strdup_printf("9 %s 2019", months[month - 1][i]);
			expect(text, want);
		}
	}
}
END_TEST

START_TEST(reads_a_month_with_one_slip_of_the_pen)
{
	expect("9 Febuary 2019", "2019-02-09");
	expect("9 Spetember 2019", "2019-09-09");
	expect("9th Septembre 2019", "2019-09-09");
	expect("9 Janurary 2019", "2019-01-09");
	expect("9 Aprul 2019", "2019-04-09");
	expect("9 Juen 2019", NULL);
	expect("9 Larch 2019", NULL);
	expect("9 Sptmber 2019", NULL);
}
END_TEST

START_TEST(reads_weekdays_of_both_languages)
{
	struct date_found found;
	ck_assert(date_find(&found, "ar ddydd Iau, 9 Chwefror 2023", 0));
	ck_assert(found.has_weekday && found.weekday_fits);
	ck_assert(date_find(&found, "Friday 9 February 2023", 0));
	ck_assert(found.has_weekday && !found.weekday_fits);
}
END_TEST

START_TEST(days_that_do_not_exist_are_not_found)
{
	static const char *const texts[] = {
		"31 June 2016", "29 February 2019", "0 May 2016", "32 May 2016", "31/04/2016", "2016-13-01", "26 May",
		"May 2016",     "12345678",         "",           NULL};
	for (int i = 0; texts[i]; i++)
		expect(texts[i], NULL);
	expect("29 February 2020", "2020-02-29");
}
END_TEST

START_TEST(days_come_before_months)
{
	expect("04/07/2019", "2019-07-04");
}
END_TEST

START_TEST(knows_whether_the_weekday_fits)
{
	struct date_found found;
	ck_assert(date_find(&found, "Tuesday, 14 May 2019", 0));
	ck_assert(found.has_weekday && found.weekday_fits);
	ck_assert(date_find(&found, "Monday, 14 May 2019", 0));
	ck_assert(found.has_weekday && !found.weekday_fits);
	ck_assert(date_find(&found, "14 May 2019", 0));
	ck_assert(!found.has_weekday && !found.weekday_fits);
}
END_TEST

START_TEST(tells_where_it_stands_with_its_weekday)
{
	const char *text = "held on Tuesday, 14 May 2019 at noon, and on 9 July 2019";
	struct date_found found;
	ck_assert(date_find(&found, text, 0));
	g_autofree char *whole = g_strndup(text + found.from, found.end - found.from);
	ck_assert_str_eq(whole, "Tuesday, 14 May 2019");
	ck_assert(date_find(&found, text, found.end));
	ck_assert_int_eq(found.month, 7);
	ck_assert(!date_find(&found, text, found.end));
}
END_TEST

START_TEST(reads_the_date_in_a_files_name)
{
	static const char *const names[] = {"panel-2024-10-29.pdf",    "panel-20241029.txt",
					    "29-10-2024 minutes.html", "29.10.24.txt",
					    "minutes_29-oct-2024.pdf", NULL};
	for (int i = 0; names[i]; i++) {
		struct date_found found;
		ck_assert_msg(date_in_name(&found, names[i]), "'%s'", names[i]);
		g_autofree char *date = date_print(&found);
		ck_assert_msg(strcmp(date, "2024-10-29") == 0, "'%s' is %s", names[i], date);
	}
	static const char *const others[] = {"panel.pdf", "2024.pdf", "report-12345678.pdf", "24-99-99.txt", "", NULL};
	for (int i = 0; others[i]; i++) {
		struct date_found found;
		ck_assert_msg(!date_in_name(&found, others[i]), "'%s'", others[i]);
	}
}
END_TEST

START_TEST(any_text_is_read_to_its_end)
{
	static const char *const pieces[] = {"1", "26",   "May",      " ", ",",  "th",           "/",  ".",
					     "-", "2016", "Thursday", "é", "of", "\xe2\x80\x93", "31", "June"};
	g_autoptr(GRand) rand = g_rand_new_with_seed(3);
	for (int round = 0; round < 20000; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (int n = g_rand_int_range(rand, 0, 12); n > 0; n--)
			g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
		struct date_found found;
		for (size_t at = 0; date_find(&found, text->str, at); at = found.end) {
			ck_assert_uint_ge(found.from, at);
			ck_assert_uint_gt(found.end, found.from);
			ck_assert_uint_le(found.end, text->len);
			ck_assert(
				g_date_valid_dmy((GDateDay)found.day, (GDateMonth)found.month, (GDateYear)found.year));
		}
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("meeting_date");
	TCase *tcase = tcase_create("date");
	tcase_add_test(tcase, reads_dates_as_papers_print_them);
	tcase_add_test(tcase, reads_every_month_in_english_and_welsh);
	tcase_add_test(tcase, reads_a_month_with_one_slip_of_the_pen);
	tcase_add_test(tcase, reads_weekdays_of_both_languages);
	tcase_add_test(tcase, days_that_do_not_exist_are_not_found);
	tcase_add_test(tcase, days_come_before_months);
	tcase_add_test(tcase, knows_whether_the_weekday_fits);
	tcase_add_test(tcase, tells_where_it_stands_with_its_weekday);
	tcase_add_test(tcase, reads_the_date_in_a_files_name);
	tcase_add_test(tcase, any_text_is_read_to_its_end);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
