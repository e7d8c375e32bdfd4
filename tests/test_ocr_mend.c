/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "ocr_mend.h"

/* Glimpses for mending: text, left and right; the letters of the line are 20 high. */
static void add_glimpse(GArray *glimpses, const char *text, double left, double right)
{
	struct ocr_glimpse glimpse = {.text = g_strdup(text), .left = left, .right = right, .top = 80, .bottom = 100};
	glimpse.baseline = 100;
	glimpse.starts_line = glimpses->len == 0;
	g_array_append_val(glimpses, glimpse);
}

static const char *text_at(const GArray *glimpses, guint index)
{
	ck_assert_uint_lt(index, glimpses->len);
	return g_array_index(glimpses, struct ocr_glimpse, index).text;
}

START_TEST(a_day_before_a_month_gets_its_ending_back)
{
	static const char *const days[][3] = {
		{"29\"", "January", "29th"}, {"3%", "December,", "3rd"}, {"224", "May", "22nd"},
		{"1°", "June", "1st"},       {"12\"", "August", "12th"}, {"29\"", "boards", "29\""},
		{"224", "boats", "224"},     {"99\"", "May", "99\""},    {"2nd", "May", "2nd"},
		{"5", "May", "5"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
		g_autoptr(GArray) glimpses = ocr_glimpse_array_new();
		add_glimpse(glimpses, days[i][0], 100, 130);
		add_glimpse(glimpses, days[i][1], 140, 200);
		ocr_mend(glimpses);
		ck_assert_str_eq(text_at(glimpses, 0), days[i][2]);
	}
}
END_TEST

START_TEST(a_ring_before_text_is_a_bullet)
{
	g_autoptr(GArray) glimpses = ocr_glimpse_array_new();
	add_glimpse(glimpses, "o", 100, 110);
	add_glimpse(glimpses, "o", 140, 150);
	add_glimpse(glimpses, "hare", 170, 200);
	g_array_index(glimpses, struct ocr_glimpse, 0).top = 88;
	ocr_mend(glimpses);
	ck_assert_str_eq(text_at(glimpses, 0), "•");
	ck_assert_str_eq(text_at(glimpses, 1), "o");
}
END_TEST

START_TEST(a_title_run_on_to_initials_is_two_words)
{
	g_autoptr(GArray) glimpses = ocr_glimpse_array_new();
	add_glimpse(glimpses, "MrN", 100, 160);
	add_glimpse(glimpses, "Drake", 170, 220);
	ocr_mend(glimpses);
	ck_assert_uint_eq(glimpses->len, 3);
	ck_assert_str_eq(text_at(glimpses, 0), "Mr");
	ck_assert_str_eq(text_at(glimpses, 1), "N");
	ck_assert_str_eq(text_at(glimpses, 2), "Drake");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ocr_mend");
	TCase *mending = tcase_create("mending");
	tcase_add_test(mending, a_day_before_a_month_gets_its_ending_back);
	tcase_add_test(mending, a_ring_before_text_is_a_bullet);
	tcase_add_test(mending, a_title_run_on_to_initials_is_two_words);
	suite_add_tcase(suite, mending);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
