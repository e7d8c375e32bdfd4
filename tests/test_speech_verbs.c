/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speech_verbs.h"

#include <check.h>

START_TEST(the_table_can_be_searched_by_halving)
{
	size_t len = 0;
	const struct speech_verb *verbs = speech_verb_table(&len);
	ck_assert_uint_gt(len, 100);
	for (size_t i = 1; i < len; i++)
		ck_assert_msg(strcmp(verbs[i - 1].word, verbs[i].word) < 0, "%s stands before %s", verbs[i - 1].word,
			      verbs[i].word);
}
END_TEST

static bool is_speech(const char *text, const char *word)
{
	struct tokens tokens;
	bool is_verb = false;
	tokens_init(&tokens, span_of(text));
	for (guint i = 0; i < tokens.len; i++)
		if (token_is(tokens_at(&tokens, i), word))
			is_verb = is_verb || speech_verb_at(&tokens, i);
	tokens_clear(&tokens);
	return is_verb;
}

START_TEST(a_verb_that_needs_an_object_is_speech_only_with_it)
{
	ck_assert(is_speech("Mr Alder gave a brief verbal update.", "gave"));
	ck_assert(!is_speech("Mr Alder gave his coat away.", "gave"));
	ck_assert(is_speech("Mr Alder put the motion to the vote.", "put"));
	ck_assert(!is_speech("Mr Alder put the chairs away.", "put"));
	ck_assert(is_speech("Mr Alder joined the meeting to present the report.", "joined"));
	ck_assert(!is_speech("Mr Alder joined the present team.", "joined"));
	ck_assert(!is_speech("Mr Alder joined. Mr Birch was there to present it.", "joined"));
}
END_TEST

START_TEST(an_object_can_forbid_speech)
{
	ck_assert(is_speech("Mr Alder presented the report.", "presented"));
	ck_assert(!is_speech("Mr Alder presented the yearly award.", "presented"));
	ck_assert(is_speech("Mr Alder spoke about schools.", "spoke"));
	ck_assert(!is_speech("Mr Alder spoke at a dinner.", "spoke"));
}
END_TEST

START_TEST(capitals_are_speech_only_where_motions_are_shouted)
{
	ck_assert(is_speech("Mr Alder MOVED the motion.", "moved"));
	ck_assert(!is_speech("Moved: Mr Alder", "moved"));
	ck_assert(!is_speech("Mr Alder SAID no.", "said"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("speech verbs");
	TCase *cases = tcase_create("speech verbs");
	tcase_add_test(cases, the_table_can_be_searched_by_halving);
	tcase_add_test(cases, a_verb_that_needs_an_object_is_speech_only_with_it);
	tcase_add_test(cases, an_object_can_forbid_speech);
	tcase_add_test(cases, capitals_are_speech_only_where_motions_are_shouted);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
