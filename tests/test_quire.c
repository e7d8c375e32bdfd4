/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "quire.h"

#include <check.h>
#include <stdlib.h>

#include "fault.h"

static struct quire *quire;

static struct record *make_record(guint number)
{
	struct record *record = record_new();
	record->id = g_strdup_printf("0123456789ab#%u", number);
	record->path = g_strdup("papers/panel.txt");
	record->page = (int)number;
	record->date = g_strdup("2016-05-26");
	record->date_basis = BASIS_STATED;
	record->type = TYPE_MINUTES;
	record->kind = number % 2 ? KIND_RESOLUTION : KIND_HEADING;
	record->title = number % 3 ? g_strdup("Foster care") : NULL;
	record->label = g_strdup(number % 4 ? "2.b" : "");
	record->text = g_strdup_printf("Paragraph %u of the caf\u00E9.", number);
	record_add_name(record, "Mrs A O\u2019Dale");
	if (number % 2)
		record_add_speaker(record, "Mr C Ford", number % 4 == 1 ? SPEAKER_DIRECT : SPEAKER_LEAD);
	g_ptr_array_add(record->topics, g_strdup("fostering"));
	g_ptr_array_add(record->topic_terms, g_strdup(""));
	return record;
}

static void add(guint number)
{
	struct record *record = make_record(number);
	quire_add(quire, record);
	record_free(record);
}

static void assert_holds(struct span bytes, guint number, struct record *wanted)
{
	struct record found;
	record_init(&found);
	bool is_there;
	ck_assert(quire_find(&is_there, &found, bytes, number, NULL));
	ck_assert(is_there);
	g_autofree char *left = record_print(wanted);
	g_autofree char *right = record_print(&found);
	ck_assert_str_eq(left, right);
	record_clear(&found);
	record_free(wanted);
}

static void setup(void)
{
	quire = quire_new();
}

static void teardown(void)
{
	quire_free(quire);
}

START_TEST(every_record_comes_back_whole)
{
	for (guint n = 1; n <= QUIRE_RECORDS; n++)
		add(n);
	g_autoptr(GString) pressed = quire_press(quire_bytes(quire));
	g_autoptr(GString) bytes = g_string_new("before");
	ck_assert(quire_unpress(bytes, (struct span){pressed->str, pressed->len}, NULL));
	ck_assert_uint_lt(pressed->len, quire_bytes(quire).len);
	for (guint n = 1; n <= QUIRE_RECORDS; n++)
		assert_holds((struct span){bytes->str, bytes->len}, n, make_record(n));
}
END_TEST

START_TEST(an_empty_record_and_an_id_of_any_form_come_back)
{
	static const char *const ids[] = {"a#7", "7", "a#07", "#7", "", "a#7#7"};
	for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
		struct record *record = record_new();
		record->id = g_strdup(ids[i]);
		quire_add(quire, record);
		assert_holds(quire_bytes(quire), record_number(record), record);
	}
}
END_TEST

START_TEST(two_quires_are_one_and_the_last_of_a_number_counts)
{
	add(1);
	add(2);
	g_autoptr(GString) both = g_string_new_len(quire_bytes(quire).ptr, (gssize)quire_bytes(quire).len);
	quire_clear(quire);
	ck_assert_uint_eq(quire_bytes(quire).len, 0);
	struct record *changed = make_record(2);
	g_free(changed->text);
	changed->text = g_strdup("Changed.");
	quire_add(quire, changed);
	g_string_append_len(both, quire_bytes(quire).ptr, (gssize)quire_bytes(quire).len);
	assert_holds((struct span){both->str, both->len}, 1, make_record(1));
	assert_holds((struct span){both->str, both->len}, 2, changed);
}
END_TEST

START_TEST(a_number_that_is_not_there_is_no_error)
{
	struct record record;
	record_init(&record);
	bool found = true;
	add(3);
	ck_assert(quire_find(&found, &record, quire_bytes(quire), 4, NULL));
	ck_assert(!found);
	ck_assert_ptr_null(record.id);
	record_clear(&record);
}
END_TEST

START_TEST(numbers_are_parted_into_quires)
{
	ck_assert_uint_eq(quire_index(1), 0);
	ck_assert_uint_eq(quire_index(QUIRE_RECORDS), 0);
	ck_assert_uint_eq(quire_index(QUIRE_RECORDS + 1), 1);
}
END_TEST

START_TEST(every_changed_bit_is_damage)
{
	add(1);
	g_autoptr(GString) pressed = quire_press(quire_bytes(quire));
	g_autoptr(GString) bytes = g_string_new(NULL);
	for (size_t at = 0; at < pressed->len * 8; at++) {
		pressed->str[at / 8] = (char)(pressed->str[at / 8] ^ (1 << at % 8));
		GError *error = NULL;
		/* Deflate passes over a few bits, and then what comes out is right. */
		if (quire_unpress(bytes, (struct span){pressed->str, pressed->len}, &error))
			assert_holds((struct span){bytes->str, bytes->len}, 1, make_record(1));
		else
			ck_assert(g_error_matches(error, FAULT, FAULT_INDEX));
		g_clear_error(&error);
		pressed->str[at / 8] = (char)(pressed->str[at / 8] ^ (1 << at % 8));
	}
	for (size_t len = 0; len < pressed->len; len++)
		ck_assert(!quire_unpress(bytes, (struct span){pressed->str, len}, NULL));
}
END_TEST

START_TEST(no_end_of_the_bytes_is_read_over)
{
	add(1);
	struct span whole = quire_bytes(quire);
	for (size_t len = 1; len < whole.len; len++) {
		g_autofree char *part = g_memdup2(whole.ptr, len);
		struct record record;
		record_init(&record);
		bool found;
		g_autoptr(GError) error = NULL;
		ck_assert(!quire_find(&found, &record, (struct span){part, len}, 1, &error));
		ck_assert(g_error_matches(error, FAULT, FAULT_INDEX));
		record_clear(&record);
	}
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("quire");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, every_record_comes_back_whole);
	tcase_add_test(tcase, an_empty_record_and_an_id_of_any_form_come_back);
	tcase_add_test(tcase, two_quires_are_one_and_the_last_of_a_number_counts);
	tcase_add_test(tcase, a_number_that_is_not_there_is_no_error);
	tcase_add_test(tcase, numbers_are_parted_into_quires);
	tcase_add_test(tcase, every_changed_bit_is_damage);
	tcase_add_test(tcase, no_end_of_the_bytes_is_read_over);
	Suite *suite = suite_create("quire");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
