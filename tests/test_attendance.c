/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "attendance.h"

#include <check.h>

struct block {
	struct tokens tokens;
	struct roll roll;
};

static void read_block(struct block *block, const char *text)
{
	tokens_init(&block->tokens, span_of(text));
	roll_init(&block->roll);
	attendance_read(&block->roll, &block->tokens);
	roll_close(&block->roll);
}

static void clear_block(struct block *block)
{
	roll_clear(&block->roll);
	tokens_clear(&block->tokens);
}

static const char *name_at(const struct block *block, guint place)
{
	return place < block->roll.people->len ? ((struct person *)block->roll.people->pdata[place])->name : "-";
}

static const char *holder(const struct block *block, const char *office)
{
	const struct person *person = roll_holder(&block->roll, office);
	return person ? person->name : "-";
}

START_TEST(reads_titled_lists_with_honours_and_offices)
{
	struct block block;
	read_block(&block, "PRESENT: Mrs A D Alder, MBE (Chairman), Mr B Birch (Vice-Chairman), Mr L C Cedar, OBE, "
			   "Rich Dogwood, Mr P Elder (Substitute for Ms F Fir) and Mrs G Gorse");
	ck_assert_uint_eq(block.roll.people->len, 6);
	ck_assert_str_eq(name_at(&block, 0), "Mrs A D Alder");
	ck_assert_str_eq(name_at(&block, 2), "Mr L C Cedar");
	ck_assert_str_eq(name_at(&block, 3), "Rich Dogwood");
	ck_assert_str_eq(holder(&block, "Chair"), "Mrs A D Alder");
	ck_assert_str_eq(holder(&block, "vice-chairman"), "Mr B Birch");
	clear_block(&block);
}
END_TEST

START_TEST(reads_untitled_lists_whose_offices_hold_commas_and_ands)
{
	struct block block;
	read_block(&block, "IN ATTENDANCE: Ada Alder (Director, Learning and Skills), Ben Birch, Service Manager, "
			   "Quality Assurance and Standards, Cora Cedar Co-Chair Housing Group (HG) and Dan Dogwood");
	ck_assert_uint_eq(block.roll.people->len, 4);
	ck_assert_str_eq(name_at(&block, 1), "Ben Birch");
	ck_assert_str_eq(name_at(&block, 2), "Cora Cedar");
	ck_assert_str_eq(name_at(&block, 3), "Dan Dogwood");
	ck_assert_str_eq(holder(&block, "director"), "Ada Alder");
	ck_assert_str_eq(holder(&block, "director of learning & skills"), "Ada Alder");
	ck_assert_str_eq(holder(&block, "chair"), "-");
	clear_block(&block);
}
END_TEST

START_TEST(a_plural_title_covers_the_whole_list)
{
	struct block block;
	read_block(&block, "Councillors Alder, Birch (J), Birch (M), O'Cedar and Dogwood.");
	ck_assert_uint_eq(block.roll.people->len, 5);
	ck_assert_str_eq(name_at(&block, 0), "Councillor Alder");
	ck_assert_str_eq(name_at(&block, 1), "Birch (J)");
	ck_assert_str_eq(name_at(&block, 2), "Birch (M)");
	clear_block(&block);
}
END_TEST

START_TEST(initials_printed_beside_names_mean_them)
{
	struct block block;
	read_block(&block, "PRESENT Rob Alder (Chair) RA Norah Robinia NR Paul Willow PWi Dora Birch (DB)");
	ck_assert_uint_eq(block.roll.people->len, 4);
	const struct person *person = g_hash_table_lookup(block.roll.by_code, "PWi");
	ck_assert_ptr_nonnull(person);
	ck_assert_str_eq(person->name, "Paul Willow");
	person = g_hash_table_lookup(block.roll.by_code, "DB");
	ck_assert_ptr_nonnull(person);
	ck_assert_str_eq(person->name, "Dora Birch");
	clear_block(&block);
}
END_TEST

START_TEST(an_office_may_stand_before_its_holder)
{
	struct block block;
	read_block(&block,
		   "Director, Corporate Services (Mr. Pat Alder), Administrative Officer, Community (Ms. D. Birch), "
		   "County Secretary (Mr. E. Cedar).");
	ck_assert_uint_eq(block.roll.people->len, 3);
	ck_assert_str_eq(holder(&block, "county secretary"), "Mr E. Cedar");
	ck_assert_str_eq(holder(&block, "director of corporate services"), "Mr Pat Alder");
	clear_block(&block);
	read_block(&block, "Clerk: - Sarah Alder");
	ck_assert_str_eq(holder(&block, "clerk"), "Sarah Alder");
	clear_block(&block);
	read_block(&block, "Present: Chairman Cllr Mrs Alder, Cllrs Birch, Cedar, County Cllr Dogwood and the Clerk.");
	ck_assert_str_eq(holder(&block, "chairman"), "Mrs Alder");
	ck_assert_str_eq(holder(&block, "clerk"), "-");
	ck_assert_uint_eq(block.roll.people->len, 4);
	clear_block(&block);
}
END_TEST

START_TEST(a_line_about_those_present_is_no_office)
{
	struct block block;
	read_block(&block,
		   "Mr A Alder, Head of Care, Ms B Birch and Ms C Cedar, Reviewing Officers, were in attendance for "
		   "this item.");
	ck_assert_uint_eq(block.roll.people->len, 3);
	ck_assert_str_eq(holder(&block, "head of care"), "Mr A Alder");
	clear_block(&block);
}
END_TEST

START_TEST(those_who_sent_apologies_do_not_attend)
{
	struct block block;
	read_block(&block, "Present: Ada Alder, Ben Birch Apologies: Cora Cedar");
	ck_assert_uint_eq(block.roll.people->len, 3);
	ck_assert(((struct person *)block.roll.people->pdata[1])->attends);
	ck_assert(!((struct person *)block.roll.people->pdata[2])->attends);
	clear_block(&block);
}
END_TEST

START_TEST(two_entries_of_one_surname_are_two_people)
{
	struct block block;
	read_block(&block, "Present: Cllrs Alder and Birch, Ada Alder");
	ck_assert_uint_eq(block.roll.people->len, 3);
	clear_block(&block);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("attendance");
	TCase *cases = tcase_create("attendance");
	tcase_add_test(cases, reads_titled_lists_with_honours_and_offices);
	tcase_add_test(cases, reads_untitled_lists_whose_offices_hold_commas_and_ands);
	tcase_add_test(cases, a_plural_title_covers_the_whole_list);
	tcase_add_test(cases, initials_printed_beside_names_mean_them);
	tcase_add_test(cases, an_office_may_stand_before_its_holder);
	tcase_add_test(cases, a_line_about_those_present_is_no_office);
	tcase_add_test(cases, those_who_sent_apologies_do_not_attend);
	tcase_add_test(cases, two_entries_of_one_surname_are_two_people);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
