/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "abbreviation.h"

#include <check.h>
#include <stdlib.h>

/* "BRIEF=words; BRIEF=words". */
static void check(const char *text, const char *expected)
{
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct abbreviation));
	abbreviation_find(found, span_of(text));
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint n = 0; n < found->len; n++) {
		struct abbreviation each = g_array_index(found, struct abbreviation, n);
		g_string_append_printf(out, "%s%.*s=%.*s", n > 0 ? "; " : "", (int)each.brief.len, each.brief.ptr,
				       (int)each.full.len, each.full.ptr);
	}
	ck_assert_str_eq(out->str, expected);
}

START_TEST(words_before_a_bracket_explain_it)
{
	check("The new Harbour Watch Officer (HWO) spoke.", "HWO=Harbour Watch Officer");
	check("all harbour watch officers (HWOs) spoke", "HWO=harbour watch officers");
	check("a Quay Safety Plan (QSP) and a Tide Table Office (TTO).", "QSP=Quay Safety Plan; TTO=Tide Table Office");
}
END_TEST

START_TEST(small_words_may_be_passed_over_or_counted)
{
	check("the Board for the Safety of Ferries and Quays (BSFQ)", "BSFQ=Board for the Safety of Ferries and Quays");
	check("the Boats in Dock Club (BiDC)", "BiDC=Boats in Dock Club");
	check("money for the Fund for Families (FF)", "FF=Fund for Families");
	check("a Safety at Sea Team (SAST)", "SAST=Safety at Sea Team");
}
END_TEST

START_TEST(hyphens_commas_and_ampersands_part_words)
{
	check("deep-water mooring points (DWMPs)", "DWMP=deep-water mooring points");
	check("Rope, Chain and Anchor Plan (RCAP)", "RCAP=Rope, Chain and Anchor Plan");
	check("Rope & Chain Store (RCS)", "RCS=Rope & Chain Store");
	check("the children\xe2\x80\x99s sailing club (CSC)", "CSC=children\xe2\x80\x99s sailing club");
}
END_TEST

START_TEST(a_bracket_behind_the_abbreviation_explains_it_when_all_of_it_fits)
{
	check("The HWO (Harbour Watch Officer) spoke.", "HWO=Harbour Watch Officer");
	check("The HWO (the Harbour Watch Officer of the day) spoke.", "");
}
END_TEST

START_TEST(what_fits_no_letters_explains_nothing)
{
	check("The Harbour Watch Officer (Mr Fenn) spoke.", "");
	check("The Harbour Watch Officer (HMO) spoke.", "");
	check("He was Harbour. Watch Officer (HWO)", "");
	check("Ferries (F) and Quays (Q)", "");
	check("see paragraph (2) and item (AB12)", "");
	check("(HWO)", "");
	check("Harbour Watch Officer (HWO", "");
	check("Harbour Watch Officer ((HWO)", "");
	check("", "");
}
END_TEST

START_TEST(one_word_is_no_explanation)
{
	check("the Harbourmaster (HM) came", "");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("abbreviation");
	TCase *tests = tcase_create("abbreviation");
	tcase_add_test(tests, words_before_a_bracket_explain_it);
	tcase_add_test(tests, small_words_may_be_passed_over_or_counted);
	tcase_add_test(tests, hyphens_commas_and_ampersands_part_words);
	tcase_add_test(tests, a_bracket_behind_the_abbreviation_explains_it_when_all_of_it_fits);
	tcase_add_test(tests, what_fits_no_letters_explains_nothing);
	tcase_add_test(tests, one_word_is_no_explanation);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
