/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange.h"

#include "hearing.h"

/* No caption has more words. */
enum { CAPTION_WORDS = 40 };

void exchange_init(struct exchange *exchange)
{
	*exchange = (struct exchange){.asking = g_ptr_array_new_with_free_func(g_free),
				      .answering = g_ptr_array_new_with_free_func(g_free)};
}

void exchange_clear(struct exchange *exchange)
{
	g_clear_pointer(&exchange->asking, g_ptr_array_unref);
	g_clear_pointer(&exchange->answering, g_ptr_array_unref);
}

void exchange_end(struct exchange *exchange)
{
	exchange->speaking = NULL;
	g_ptr_array_set_size(exchange->asking, 0);
	g_ptr_array_set_size(exchange->answering, 0);
}

static bool is_one_of(const struct token *token, const char *const *words)
{
	for (; *words; words++)
		if (token_is(token, *words))
			return true;
	return false;
}

/* The people named from token `first` on, or where there is none the office; into `names`, whose old ones go. */
static void take_named(GPtrArray *names, const struct speech_source *source, struct floor *floor, guint first)
{
	static const enum mention_kind kinds[] = {MENTION_PERSON, MENTION_OFFICE};
	g_autoptr(GPtrArray) found = g_ptr_array_new();
	for (gsize k = 0; k < G_N_ELEMENTS(kinds) && found->len == 0; k++)
		for (guint i = 0; i < source->mentions->len; i++) {
			const struct mention *mention = &g_array_index(source->mentions, struct mention, i);
			if (mention->kind == kinds[k] && mention->first >= first)
				floor_names(found, floor, source->roll, source->tokens, mention);
		}
	if (found->len == 0)
		return;
	g_ptr_array_set_size(names, 0);
	for (guint i = 0; i < found->len; i++)
		g_ptr_array_add(names, g_strdup(found->pdata[i]));
}

/* "Question 1: Mr Alder to Ms Birch": who is asked stands behind "to". */
static bool hear_question(struct exchange *exchange, const struct speech_source *source, struct floor *floor)
{
	const struct tokens *tokens = source->tokens;
	bool numbered = tokens_at(tokens, 1)->flags & TOKEN_DIGITS;
	if (!token_is(tokens_at(tokens, 0), "question") || (!numbered && tokens->len > 1))
		return false;
	if (numbered) {
		exchange_end(exchange);
		hearing_questioners(exchange->asking, tokens);
	}
	for (guint place = 2; place < tokens->len; place++)
		if (token_is(tokens_at(tokens, place), "to")) {
			take_named(exchange->answering, source, floor, place + 1);
			break;
		}
	exchange->speaking = exchange->asking;
	return true;
}

bool exchange_hear(struct exchange *exchange, const struct speech_source *source, struct floor *floor)
{
	static const char *const answers[] = {"answer", "reply", "response", NULL}, *const from[] = {"from", "by", "of",
												     NULL};
	const struct tokens *tokens = source->tokens;
	if (tokens->len == 0 || tokens->len > CAPTION_WORDS)
		return false;
	if (hear_question(exchange, source, floor))
		return true;
	guint place =
		token_is(tokens_at(tokens, 0), "supplementary") || token_is(tokens_at(tokens, 0), "written") ? 1 : 0;
	bool whole = tokens->len == place + 1;
	const struct token *token = tokens_at(tokens, place);
	if (place > 0 && whole && token_is(token, "question")) {
		exchange->speaking = exchange->asking;
		return true;
	}
	bool named = is_one_of(tokens_at(tokens, place + 1), from);
	if (!is_one_of(token, answers) || !(whole || named))
		return false;
	if (named)
		take_named(exchange->answering, source, floor, place + 2);
	exchange->speaking = exchange->answering;
	return true;
}
