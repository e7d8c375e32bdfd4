/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speech_sentence.h"

/* What may stand before the noun of a group at the head of a sentence: "One experienced Panel Member". */
static bool is_group_lead(const struct token *token)
{
	static const char *const leads[] = {"a",         "all",      "an",      "another",     "both",   "cabinet",
					    "committee", "one",      "other",   "experienced", "foster", "local",
					    "many",      "panel",    "several", "some",        "the",    "ward",
					    "borough",   "district", "parish",  "town",        "county"};
	for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
		if (token_is(token, leads[i]))
			return true;
	return false;
}

/* Speech by nobody in particular: a group at the head of the sentence, or right before a verb of speech. */
bool speech_sentence_is_by_group(const struct speech_sentence *sentence)
{
	const struct tokens *tokens = sentence->source->tokens;
	bool is_head = true;
	for (guint place = sentence->first; place < sentence->end; place++) {
		const struct token *token = tokens_at(tokens, place);
		bool is_group = name_is(NAME_GROUP, token->word) && !(token->flags & TOKEN_POSSESSIVE);
		bool is_next = place + 1 < sentence->end && speech_verb_at(tokens, place + 1);
		if (is_group && (is_head || is_next))
			return true;
		is_head = is_head && is_group_lead(token);
	}
	return false;
}

static bool is_passive_speech(const struct speech_sentence *sentence)
{
	static const char *const told[] = {"asked",      "commented",   "considered", "discussed", "expressed",
					   "given",      "highlighted", "made",       "mentioned", "noted",
					   "raised",     "received",    "said",       "suggested", "agreed",
					   "questioned", "confirmed",   "explained"};
	const struct tokens *tokens = sentence->source->tokens;
	bool is_passive = false;
	for (guint place = sentence->first; place < sentence->end; place++) {
		const struct token *token = tokens_at(tokens, place);
		is_passive = is_passive || token_is(token, "was") || token_is(token, "were");
		for (guint i = 0; i < G_N_ELEMENTS(told) && is_passive; i++)
			if (token_is(token, told[i]))
				return true;
	}
	return false;
}

bool speech_sentence_opens_list(const struct speech_sentence *sentence)
{
	static const char *const acts[] = {"attended", "spoke", "presented", "addressed", "asked", "made", "submitted"};
	const struct tokens *tokens = sentence->source->tokens;
	bool is_following = false;
	for (guint place = sentence->first; place < MIN(sentence->end, sentence->first + 8); place++) {
		is_following = is_following || token_is(tokens_at(tokens, place), "following");
		for (guint i = 0; i < G_N_ELEMENTS(acts) && is_following; i++)
			if (token_is(tokens_at(tokens, place), acts[i]))
				return true;
	}
	return false;
}

bool speech_sentence_is_unattributed(const struct speech_sentence *sentence)
{
	return speech_sentence_is_by_group(sentence) || is_passive_speech(sentence) ||
	       speech_sentence_opens_list(sentence);
}
