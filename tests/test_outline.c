/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "outline.h"

static struct outline outline;

static void set_up(void)
{
	outline_init(&outline, false);
}

static void tear_down(void)
{
	outline_clear(&outline);
}

/* Reads "a) text" as a block set at `left`, and asks for its path. */
static void expect_at(double left, const char *line, const char *path)
{
	struct block block = {.left = left};
	label_read(&block.label, line);
	block.hang = left + 18;
	block.text = g_string_new(line + block.label.length);
	g_autofree char *got =
		block.label.style == LABEL_NONE ? outline_inherit(&outline, &block) : outline_enter(&outline, &block);
	g_string_free(block.text, TRUE);
	ck_assert_msg(g_strcmp0(got, path) == 0, "'%s' is %s, not %s", line, got ? got : "null", path ? path : "null");
}

static void expect(const char *line, const char *path)
{
	expect_at(0, line, path);
}

#define LEAD "the board was told of the winter that had been, as follows:"
#define PROSE "The board was told of the winter that had been and of the ice."

START_TEST(points_hang_under_their_lead_in)
{
	expect("1. " LEAD, "1");
	expect("a) the ice", "1.a");
	expect("b) " LEAD, "1.b");
	expect("(i) the boats", "1.b.i");
	expect("(ii) the quay", "1.b.ii");
	expect("c) the wall", "1.c");
	expect("2. " PROSE, "2");
	expect("a) the rope", "2.a");
}
END_TEST

START_TEST(bullets_are_counted_under_their_parent)
{
	expect("• the ice", "*1");
	expect("• the boats", "*2");
	outline_reset(&outline);
	expect("2. " LEAD, "2");
	expect("• the wall", "2.*1");
	expect("• the quay", "2.*2");
	expect("• the rope", "2.*3");
	expect("3. " LEAD, "3");
	expect("• the ice", "3.*1");
}
END_TEST

START_TEST(numbers_with_parts_stand_for_themselves)
{
	expect("3.4 " LEAD, "3.4");
	expect("a) the ice", "3.4.a");
	expect("3.5 " PROSE, "3.5");
	expect("3.5.1 " PROSE, "3.5.1");
}
END_TEST

START_TEST(the_letter_i_goes_on_from_h_and_opens_romans_elsewhere)
{
	expect("1. " LEAD, "1");
	expect("h) the ice", "1.h");
	expect("i) the boats", "1.i");
	expect("j) the wall", "1.j");
	expect("2. " LEAD, "2");
	expect("a) " LEAD, "2.a");
	expect("i) the ice", "2.a.i");
	expect("ii) the ice", "2.a.ii");
}
END_TEST

START_TEST(a_further_paragraph_inherits_the_number)
{
	expect("2. " PROSE, "2");
	expect(PROSE, "2");
	expect("3. " PROSE, "3");
}
END_TEST

START_TEST(a_paragraph_behind_points_leaves_them)
{
	expect("• the ice", "*1");
	expect(PROSE, NULL);
	expect("• the boats", "*1");
}
END_TEST

START_TEST(a_heading_lets_everything_count_anew)
{
	expect("2. " LEAD, "2");
	expect("• the ice", "2.*1");
	outline_reset(&outline);
	expect("• the boats", "*1");
	expect(PROSE, NULL);
}
END_TEST

START_TEST(a_caption_lets_bullets_alone_count_anew)
{
	expect("2. " LEAD, "2");
	expect("• the ice", "2.*1");
	expect("• the boats", "2.*2");
	outline_end_bullets(&outline);
	expect("• the wall", "2.*1");
}
END_TEST

START_TEST(the_outermost_level_is_known)
{
	g_autofree char *none = outline_outermost(&outline);
	ck_assert_ptr_null(none);
	expect("2. " LEAD, "2");
	expect("a) the ice", "2.a");
	g_autofree char *outermost = outline_outermost(&outline);
	ck_assert_str_eq(outermost, "2");
}
END_TEST

START_TEST(where_indents_are_known_they_tell_depth)
{
	outline_clear(&outline);
	outline_init(&outline, true);
	expect_at(72, "1. " LEAD, "1");
	expect_at(90, "• the ice", "1.*1");
	expect_at(108, "• the north quay", "1.*1.*1");
	expect_at(108, "• the south quay", "1.*1.*2");
	expect_at(90, "• the boats", "1.*2");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("outline");
	TCase *tcase = tcase_create("outline");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, points_hang_under_their_lead_in);
	tcase_add_test(tcase, bullets_are_counted_under_their_parent);
	tcase_add_test(tcase, numbers_with_parts_stand_for_themselves);
	tcase_add_test(tcase, the_letter_i_goes_on_from_h_and_opens_romans_elsewhere);
	tcase_add_test(tcase, a_further_paragraph_inherits_the_number);
	tcase_add_test(tcase, a_paragraph_behind_points_leaves_them);
	tcase_add_test(tcase, a_heading_lets_everything_count_anew);
	tcase_add_test(tcase, a_caption_lets_bullets_alone_count_anew);
	tcase_add_test(tcase, the_outermost_level_is_known);
	tcase_add_test(tcase, where_indents_are_known_they_tell_depth);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
