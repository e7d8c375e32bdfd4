/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "elusion.h"
#include "estimate.h"
#include "fault.h"
#include "sample.h"

static void check_bound(guint found, guint size, double expected)
{
	double bound = elusion_bound(found, size);
	ck_assert_msg(fabs(bound - expected) < 5e-7, "%u of %u: %.9f, not %.9f", found, size, bound, expected);
}

/* 4 of 20: NIST/SEMATECH e-Handbook 7.2.4.2, upper end of the 90 % interval of two sides. */
START_TEST(the_bound_is_that_of_the_handbook)
{
	check_bound(4, 20, 0.401028);
}
END_TEST

START_TEST(for_nothing_found_the_bound_has_a_closed_form_near_three_in_the_size)
{
	static const guint sizes[] = {1, 2, 10, 30, 100, 299, 1500, 100000};
	for (size_t n = 0; n < G_N_ELEMENTS(sizes); n++) {
		check_bound(0, sizes[n], 1 - pow(0.05, 1.0 / sizes[n]));
		ck_assert(elusion_bound(0, sizes[n]) < 3.0 / sizes[n]);
	}
}
END_TEST

/* Sample sizes that show, with 95 % confidence, less than 5 % with so many found: the table of attribute sampling. */
START_TEST(the_bound_passes_five_per_cent_at_the_sizes_of_the_table)
{
	static const guint sizes[] = {59, 93, 124, 153, 181};
	for (guint found = 0; found < G_N_ELEMENTS(sizes); found++) {
		ck_assert(elusion_bound(found, sizes[found]) <= 0.05);
		ck_assert(elusion_bound(found, sizes[found] - 1) > 0.05);
	}
}
END_TEST

/* C(size, k) p^k (1 - p)^(size - k), term by term. */
static double at_most(guint found, guint size, double share)
{
	double term = pow(1 - share, size);
	double sum = term;
	for (guint k = 1; k <= found; k++) {
		term *= (size - k + 1.0) / k * share / (1 - share);
		sum += term;
	}
	return sum;
}

START_TEST(at_the_bound_so_few_are_seen_once_in_twenty_times)
{
	for (guint size = 1; size <= 400; size += 21) {
		double last = 0;
		for (guint found = 0; found < MIN(size, 12); found++) {
			double bound = elusion_bound(found, size);
			ck_assert(bound > last && bound > (double)found / size && bound < 1);
			ck_assert(fabs(at_most(found, size, bound) - 0.05) < 1e-9);
			last = bound;
		}
	}
	ck_assert(elusion_bound(0, 0) == 1);
	ck_assert(elusion_bound(5, 5) == 1);
}
END_TEST

/* Keys as sha256sum prints them: 11894c73... for "2025:bbbbbbbbbbbb#17" and so on. */
START_TEST(the_sample_is_the_one_that_sha256sum_gives)
{
	static const char *const ids[] = {"aaaaaaaaaaaa#1", "aaaaaaaaaaaa#2", "bbbbbbbbbbbb#1", "bbbbbbbbbbbb#17",
					  "cccccccccccc#3"};
	static const char *const order[] = {"bbbbbbbbbbbb#17", "cccccccccccc#3", "aaaaaaaaaaaa#1", "bbbbbbbbbbbb#1",
					    "aaaaaaaaaaaa#2"};
	for (guint size = 0; size <= 6; size++) {
		struct sample sample;
		sample_init(&sample, "2025", size);
		for (guint32 n = 0; n < G_N_ELEMENTS(ids); n++)
			sample_offer(&sample, ids[n], n);
		sample_close(&sample);
		ck_assert_uint_eq(sample.population, 5);
		ck_assert_uint_eq(sample.items->len, MIN(size, 5));
		for (guint n = 0; n < sample.items->len; n++) {
			const struct sample_item *item = g_ptr_array_index(sample.items, n);
			ck_assert_str_eq(item->id, order[n]);
			ck_assert_str_eq(item->id, ids[item->docid]);
		}
		sample_clear(&sample);
	}
}
END_TEST

START_TEST(the_order_of_the_offers_does_not_matter_and_a_big_population_takes_no_room)
{
	struct sample up;
	struct sample down;
	sample_init(&up, "x", 20);
	sample_init(&down, "x", 20);
	for (guint n = 0; n < 20000; n++) {
		g_autofree char *one = g_strdup_printf("%u", n);
		g_autofree char *other = g_strdup_printf("%u", 19999 - n);
		sample_offer(&up, one, n);
		sample_offer(&down, other, 19999 - n);
		ck_assert_uint_le(up.items->len, 1024);
	}
	sample_close(&up);
	sample_close(&down);
	ck_assert_uint_eq(up.items->len, 20);
	for (guint n = 0; n < 20; n++)
		ck_assert_str_eq(((struct sample_item *)g_ptr_array_index(up.items, n))->id,
				 ((struct sample_item *)g_ptr_array_index(down.items, n))->id);
	sample_clear(&up);
	sample_clear(&down);
}
END_TEST

/* 4,000 seeds draw one of four: 1,000 each, five standard deviations (27.4) either way. */
START_TEST(every_id_is_drawn_as_often_as_the_others)
{
	guint drawn[4] = {0};
	for (guint n = 0; n < 4000; n++) {
		g_autofree char *seed = g_strdup_printf("%u", n);
		struct sample sample;
		sample_init(&sample, seed, 1);
		for (guint32 k = 0; k < 4; k++) {
			g_autofree char *id = g_strdup_printf("paper#%u", k);
			sample_offer(&sample, id, k);
		}
		sample_close(&sample);
		drawn[((struct sample_item *)g_ptr_array_index(sample.items, 0))->docid]++;
		sample_clear(&sample);
	}
	for (guint k = 0; k < 4; k++)
		ck_assert(drawn[k] > 863 && drawn[k] < 1137);
}
END_TEST

START_TEST(time_and_cost_are_exact)
{
	struct estimate estimate;
	ck_assert(estimate_parse(&estimate, "1,0.5,2.25,10", NULL));
	ck_assert_uint_eq(estimate_time(&estimate, ESTIMATE_LOCATE, 3), 150);
	ck_assert_uint_eq(estimate_total(&estimate, 4), 5500);
	g_autofree char *hours = estimate_print_hours(estimate_total(&estimate, 4));
	ck_assert_str_eq(hours, "0.92");
	/* 55 minutes at £25 an hour: 22.9166… */
	g_autofree char *pounds = estimate_print_hundredths(estimate_pence(5500));
	ck_assert_str_eq(pounds, "22.92");
	/* 18 hours are the limit. */
	ck_assert_uint_eq(estimate_pence((guint64)18 * 60 * 100), ESTIMATE_LIMIT_PENCE);
	ck_assert(estimate_parse(&estimate, ESTIMATE_DEFAULT, NULL));
	ck_assert_uint_eq(estimate_total(&estimate, 135), (guint64)18 * 60 * 100);
}
END_TEST

START_TEST(what_are_no_four_numbers_is_refused)
{
	static const char *const bad[] = {"",         "1,1,1",    "1,1,1,1,1",   "1,1,1,x",     "1,1,1,-1",
					  "1,1,1,1.", "1,1,1,.5", "1,1,1,1.234", "1,1,1,99999", "1,1,1,9999",
					  "1,,1,1",   "1, 1,1,1"};
	for (size_t n = 0; n < G_N_ELEMENTS(bad); n++) {
		struct estimate estimate;
		g_autoptr(GError) error = NULL;
		ck_assert_msg(!estimate_parse(&estimate, bad[n], &error), "%s", bad[n]);
		ck_assert(g_error_matches(error, FAULT, FAULT_QUERY));
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("estimate");
	TCase *tests = tcase_create("estimate");
	tcase_add_test(tests, the_bound_is_that_of_the_handbook);
	tcase_add_test(tests, for_nothing_found_the_bound_has_a_closed_form_near_three_in_the_size);
	tcase_add_test(tests, the_bound_passes_five_per_cent_at_the_sizes_of_the_table);
	tcase_add_test(tests, at_the_bound_so_few_are_seen_once_in_twenty_times);
	tcase_add_test(tests, the_sample_is_the_one_that_sha256sum_gives);
	tcase_add_test(tests, the_order_of_the_offers_does_not_matter_and_a_big_population_takes_no_room);
	tcase_add_test(tests, every_id_is_drawn_as_often_as_the_others);
	tcase_add_test(tests, time_and_cost_are_exact);
	tcase_add_test(tests, what_are_no_four_numbers_is_refused);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
