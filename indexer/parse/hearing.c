/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "hearing.h"

#include "census.h"
#include "mention.h"

/* A transcript has labels on a good part of its records, and few people for many labels. */
#define LEAST_LABELS 6
#define LABEL_BYTES 96

/* Behind the office that stands in brackets or behind a comma: "Ada Birch (Head of Roads)", "Ada Birch, Clerk". */
static guint end_of_office(const struct tokens *tokens, guint place)
{
	struct mention office;
	const struct token *token = tokens_at(tokens, place);
	if (place < tokens->len && (token->before & GAP_COMMA))
		return office_parse(&office, tokens, place);
	if (!(token->before & GAP_OPEN))
		return place;
	while (place < tokens->len && tokens_at(tokens, place)->depth > 0)
		place++;
	return place;
}

static char *print_label(const struct tokens *tokens)
{
	struct form form;
	struct mention office;
	guint end = tokens->len > 0 ? form_parse(&form, tokens, 0) : 0;
	if (end > 0 && end_of_office(tokens, end) == tokens->len)
		return form_print(&form);
	bool is_office = token_is(tokens_at(tokens, 0), "the") && office_parse(&office, tokens, 0) == tokens->len;
	return is_office ? office_print(&office) : NULL;
}

char *hearing_label(const struct record *record)
{
	struct span text = census_text(record);
	const char *colon = text.len > 0 ? memchr(text.ptr, ':', MIN(text.len, LABEL_BYTES)) : NULL;
	if (!colon || record->kind == KIND_HEADING)
		return NULL;
	struct tokens tokens;
	tokens_init(&tokens, span_cut(text, 0, (size_t)(colon - text.ptr)));
	char *label = print_label(&tokens);
	tokens_clear(&tokens);
	return label;
}

bool hearing_is(struct record *const *records, guint len)
{
	g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint count = 0;
	for (guint i = 0; i < len; i++) {
		char *label = hearing_label(records[i]);
		if (!label)
			continue;
		count++;
		g_hash_table_add(labels, label);
	}
	return count >= LEAST_LABELS && count * 5 >= len && g_hash_table_size(labels) * 2 <= count;
}

static bool is_question_word(const struct token *token)
{
	return token_is(token, "question") || token_is(token, "questions");
}

/* Behind "Questions 4 & 5 A,B,C": numbers, single letters and what joins them. */
static guint skip_numbers(const struct tokens *tokens, guint place)
{
	while (place < tokens->len) {
		const struct token *token = tokens_at(tokens, place);
		bool is_number = (token->flags & (TOKEN_DIGITS | TOKEN_INITIAL)) || token_is(token, "&") ||
				 token_is(token, "and") || token_is(token, "from") || token_is(token, "by");
		if (!is_number)
			break;
		place++;
	}
	return place;
}

/* The names from `place` on: a second follows an ampersand, "Ada Alder - Eastgate Forum & Ben Birch". */
static void read_questioners(GPtrArray *names, const struct tokens *tokens, guint place)
{
	const guint marks = GAP_DASH | GAP_COLON | GAP_COMMA | GAP_BAR;
	const struct token *before = tokens_at(tokens, place - 1);
	bool is_start =
		(tokens_at(tokens, place)->before & marks) || token_is(before, "from") || token_is(before, "by");
	while (is_start && place < tokens->len) {
		struct form form;
		guint end = form_parse(&form, tokens, place);
		if (end == place)
			return;
		g_ptr_array_add(names, form_print(&form));
		for (place = end; place < tokens->len && !token_is(tokens_at(tokens, place), "&"); place++)
			if (is_question_word(tokens_at(tokens, place)))
				return;
		place++;
	}
}

void hearing_questioners(GPtrArray *names, const struct tokens *tokens)
{
	if (!is_question_word(tokens_at(tokens, 0)))
		return;
	for (guint place = 0; place + 2 < tokens->len; place++) {
		bool is_numbered = tokens_at(tokens, place + 1)->flags & TOKEN_DIGITS;
		if (is_numbered && is_question_word(tokens_at(tokens, place)))
			read_questioners(names, tokens, skip_numbers(tokens, place + 1));
	}
}
