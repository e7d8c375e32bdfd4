/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speech_sentence.h"

static bool is_question(const struct token *token)
{
	return token_is(token, "question") || token_is(token, "questions") || token_is(token, "comments") ||
	       token_is(token, "query") || token_is(token, "queries") || token_is(token, "questioning");
}

static bool is_response(const struct speech_sentence *sentence)
{
	const struct tokens *tokens = sentence->source->tokens;
	const struct token *noun = tokens_at(tokens, sentence->first + 1);
	return token_is(tokens_at(tokens, sentence->first), "in") &&
	       (g_str_has_prefix(noun->word, "respon") || token_is(noun, "answer") || token_is(noun, "reply"));
}

/* How far before a name a question stands that was put to it or came from it, in words; 0: none. */
static guint question_reach(const struct speech_sentence *sentence, guint first)
{
	const struct token *before = tokens_at(sentence->source->tokens, first - 1);
	if (is_response(sentence) && token_is(before, "to"))
		return 8;
	return token_is(before, "from") || token_is(before, "by") ? 3 : 0;
}

static bool is_after_question(const struct speech_sentence *sentence, guint first)
{
	guint reach = question_reach(sentence, first);
	for (guint back = 2; back <= reach && first >= sentence->first + back; back++)
		if (is_question(tokens_at(sentence->source->tokens, first - back)))
			return true;
	return false;
}

/* "In response to Cllr Alder's question". */
static bool has_question(const struct speech_sentence *sentence, const struct mention *mention)
{
	const struct tokens *tokens = sentence->source->tokens;
	return is_response(sentence) && (tokens_at(tokens, mention->end - 1)->flags & TOKEN_POSSESSIVE) &&
	       (is_question(tokens_at(tokens, mention->end)) || is_question(tokens_at(tokens, mention->end + 1)));
}

/* "Proposed by: Cllr Alder", "SECONDED: Cllr Birch", "Moved Cllr Alder, seconded Cllr Birch". */
static bool is_captioned(const struct speech_sentence *sentence, const struct mention *mention)
{
	static const char *const movers[] = {"moved",    "mover",    "proposed", "proposer",
					     "proposal", "seconded", "seconder"};
	const struct tokens *tokens = sentence->source->tokens;
	guint place = mention->first;
	if (place == 0 || (tokens_at(tokens, mention->end - 1)->flags & TOKEN_POSSESSIVE))
		return false;
	bool has_colon = tokens_at(tokens, place)->before & (GAP_COLON | GAP_DASH);
	if (place > 1 && token_is(tokens_at(tokens, place - 1), "by"))
		place--;
	const struct token *word = tokens_at(tokens, place - 1);
	bool is_first = (word->flags & TOKEN_SENTENCE) || (token_is(word, "seconded") && (word->before & GAP_COMMA));
	for (guint i = 0; i < G_N_ELEMENTS(movers); i++)
		if (token_is(word, movers[i]))
			return has_colon || is_first;
	return false;
}

/* "On the proposal of Cllr Alder, seconded by …". */
static bool is_after_proposal(const struct speech_sentence *sentence, guint first)
{
	const struct tokens *tokens = sentence->source->tokens;
	if (first < sentence->first + 4 || !token_is(tokens_at(tokens, first - 4), "on"))
		return false;
	const struct token *noun = tokens_at(tokens, first - 2);
	return token_is(noun, "proposal") || token_is(noun, "proposition") || token_is(noun, "motion");
}

/* Who asked is a speaker, but neither whom "he" takes next nor whom the points below belong to. */
static void hear_asker(struct speech_sentence *sentence, guint index)
{
	struct subject subject = {.mentions = {index}, .len = 1};
	speech_sentence_names(sentence->speech->direct, sentence, &subject);
}

static void read_noun(struct speech_sentence *sentence, guint index)
{
	static const struct speech_verb answers = {"answered", 0, NULL}, moves = {"proposed", VERB_MOVES, NULL};
	const struct speech_source *source = sentence->source;
	const struct mention *mention = speech_sentence_mention(sentence, index);
	guint first = mention->first;
	struct subject subject = {0};
	if (is_captioned(sentence, mention) || is_after_proposal(sentence, first)) {
		subject_read(&subject, source, index);
		speech_sentence_hear(sentence, &subject, &moves);
		return;
	}
	bool is_put = first >= sentence->first + 2 && is_after_question(sentence, first);
	if (source->only_movers || (!is_put && !has_question(sentence, mention)))
		return;
	if (!is_put || !token_is(tokens_at(source->tokens, first - 1), "to")) {
		hear_asker(sentence, index);
		return;
	}
	subject_read(&subject, source, index);
	speech_sentence_hear(sentence, &subject, &answers);
}

/* "In response to questions put to X and Y" names who answered; "a question from Z" who asked; captions who moved. */
void speech_sentence_read_nouns(struct speech_sentence *sentence)
{
	for (guint i = sentence->from; i < sentence->to; i++)
		if (speech_sentence_mention(sentence, i)->kind != MENTION_PRONOUN)
			read_noun(sentence, i);
}
