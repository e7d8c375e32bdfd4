/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "token.h"

#include "name_words.h"
#include "text.h"

struct mark {
	gunichar character;
	guint gap;
};

static const struct mark marks[] = {
	{',', GAP_COMMA},  {'.', GAP_STOP},  {'?', GAP_STOP},     {'!', GAP_STOP},     {0x2026, GAP_STOP},
	{':', GAP_COLON},  {';', GAP_COLON}, {'(', GAP_OPEN},     {'[', GAP_OPEN},     {')', GAP_CLOSE},
	{']', GAP_CLOSE},  {'-', GAP_DASH},  {0x2013, GAP_DASH},  {0x2014, GAP_DASH},  {'|', GAP_BAR},
	{0x2022, GAP_BAR}, {'"', GAP_QUOTE}, {0x201c, GAP_QUOTE}, {0x201d, GAP_QUOTE}, {'/', GAP_SLASH},
};

struct cutter {
	struct tokens *tokens;
	const char *at, *end;
	guint gap, depth;
	bool quoted;
};

/* One character; most of a paper is ASCII. */
static inline gunichar get_character(const char *at)
{
	guchar byte = (guchar)*at;
	return byte < 0x80 ? byte : g_utf8_get_char(at);
}

static inline bool is_word_character(gunichar character)
{
	if (character < 0x80)
		return g_ascii_isalnum((char)character);
	return g_unichar_isalnum(character) || g_unichar_ismark(character);
}

static inline bool is_apostrophe(gunichar character)
{
	return character == '\'' || character == 0x2019;
}

static inline bool is_joint(gunichar character)
{
	return is_apostrophe(character) || character == '-' || character == 0x2010 || character == 0x2011;
}

static inline gunichar peek(const char *at, const char *end)
{
	return at < end ? get_character(at) : 0;
}

static void read_mark(struct cutter *cutter, gunichar character)
{
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
		if (marks[i].character == character)
			cutter->gap |= marks[i].gap;
	if (character == '(' || character == '[')
		cutter->depth++;
	if ((character == ')' || character == ']') && cutter->depth > 0)
		cutter->depth--;
	if (character == 0x201c || (character == '"' && !cutter->quoted))
		cutter->quoted = true;
	else if (character == 0x201d || character == '"')
		cutter->quoted = false;
}

static const char *word_end(const char *at, const char *end)
{
	for (;;) {
		while (at < end && is_word_character(get_character(at)))
			at = g_utf8_next_char(at);
		if (at >= end || !is_joint(get_character(at)))
			return at;
		const char *next = g_utf8_next_char(at);
		if (!is_word_character(peek(next, end)))
			return at;
		at = next;
	}
}

/* "Bell's" and "Members'" without the ending. */
static const char *strip_possessive(const char *start, const char *stop)
{
	if (stop - start < 3 || (stop[-1] != 's' && stop[-1] != 'S'))
		return NULL;
	const char *mark = g_utf8_find_prev_char(start, stop - 1);
	return mark && mark > start && is_apostrophe(g_utf8_get_char(mark)) ? mark : NULL;
}

static inline bool is_letter(gunichar character)
{
	return character < 0x80 ? g_ascii_isalpha((char)character) : g_unichar_isalpha(character);
}

static inline bool is_capital(gunichar character)
{
	return character < 0x80 ? g_ascii_isupper((char)character) : g_unichar_isupper(character);
}

static guint shape_of(struct span text)
{
	guint flags = 0, letters = 0, capitals = 0;
	const char *end = text.ptr + text.len;
	for (const char *at = text.ptr; at < end; at = g_utf8_next_char(at)) {
		gunichar character = get_character(at);
		letters += is_letter(character);
		capitals += is_capital(character);
	}
	gunichar first = peek(text.ptr, end);
	if (is_capital(first))
		flags |= TOKEN_CAPITAL;
	if (g_unichar_isdigit(first))
		flags |= TOKEN_DIGITS;
	if (letters > 1 && letters == capitals)
		flags |= TOKEN_UPPER;
	if (letters == 1 && capitals == 1 && g_utf8_next_char(text.ptr) == end)
		flags |= TOKEN_INITIAL;
	return flags;
}

static const char *fold(struct tokens *tokens, struct span text)
{
	char small[64];
	bool is_plain = text.len < sizeof(small);
	for (size_t i = 0; i < text.len && is_plain; i++) {
		small[i] = (char)(g_ascii_isupper(text.ptr[i]) ? text.ptr[i] | 0x20 : text.ptr[i]);
		is_plain = (guchar)text.ptr[i] < 0x80;
	}
	if (is_plain) {
		small[text.len] = '\0';
		return g_string_chunk_insert_len(tokens->words, small, (gssize)text.len);
	}
	g_autoptr(GString) folded = g_string_new(NULL);
	text_fold(folded, text);
	return g_string_chunk_insert_const(tokens->words, folded->str);
}

/* A full stop behind an initial or a short form does not end a sentence. */
static bool starts_sentence(const struct tokens *tokens, const struct token *token)
{
	if (tokens->items->len == 0 || (token->before & (GAP_COLON | GAP_BAR)))
		return true;
	if (!(token->before & GAP_STOP) || (token->flags & (TOKEN_CAPITAL | TOKEN_DIGITS)) == 0)
		return false;
	if ((token->before & GAP_GLUED) && !(token->flags & TOKEN_CAPITAL))
		return false;
	const struct token *last = &g_array_index(tokens->items, struct token, tokens->items->len - 1);
	bool is_short = (last->flags & TOKEN_INITIAL) || name_is(NAME_SHORT_FORM, last->word);
	return !is_short || (token->before & (GAP_CLOSE | GAP_QUOTE));
}

static void add_token(struct cutter *cutter, const char *start, const char *stop)
{
	struct token token = {.before = cutter->gap, .depth = cutter->depth};
	const char *possessive = strip_possessive(start, stop);
	token.text = (struct span){start, (size_t)((possessive ? possessive : stop) - start)};
	token.flags = shape_of(token.text) | (possessive ? TOKEN_POSSESSIVE : 0) | (cutter->quoted ? TOKEN_QUOTED : 0);
	if (!possessive && stop > start && (stop[-1] == 's') && is_apostrophe(peek(stop, cutter->end)))
		token.flags |= TOKEN_POSSESSIVE;
	token.word = fold(cutter->tokens, token.text);
	if (starts_sentence(cutter->tokens, &token)) {
		token.flags |= TOKEN_SENTENCE;
		/* A bracket that nobody closed holds one sentence, not the rest of the paper. */
		if ((token.before & GAP_STOP) && !(token.before & GAP_OPEN))
			token.depth = cutter->depth = 0;
	}
	g_array_append_val(cutter->tokens->items, token);
	cutter->gap = GAP_GLUED;
}

void tokens_init(struct tokens *tokens, struct span text)
{
	tokens->items = g_array_new(FALSE, TRUE, sizeof(struct token));
	tokens->words = g_string_chunk_new(512);
	struct cutter cutter = {.tokens = tokens, .at = text.ptr, .end = text.ptr + text.len};
	while (cutter.at < cutter.end) {
		gunichar character = get_character(cutter.at);
		const char *next = g_utf8_next_char(cutter.at);
		if (is_word_character(character)) {
			next = word_end(cutter.at, cutter.end);
			add_token(&cutter, cutter.at, next);
		} else if (character == '&') {
			add_token(&cutter, cutter.at, next);
		} else if (character == ' ' || g_unichar_isspace(character)) {
			cutter.gap &= ~(guint)GAP_GLUED;
		} else {
			read_mark(&cutter, character);
		}
		cutter.at = next;
	}
	tokens->len = tokens->items->len;
	struct token last = {.text = {cutter.end, 0}, .word = "", .before = cutter.gap | GAP_STOP};
	last.flags = TOKEN_SENTENCE;
	g_array_append_val(tokens->items, last);
}

void tokens_clear(struct tokens *tokens)
{
	g_clear_pointer(&tokens->items, g_array_unref);
	g_clear_pointer(&tokens->words, g_string_chunk_free);
	tokens->len = 0;
}

const struct token *tokens_at(const struct tokens *tokens, guint place)
{
	return &g_array_index(tokens->items, struct token, MIN(place, tokens->len));
}

guint tokens_sentence_end(const struct tokens *tokens, guint place)
{
	for (place++; place < tokens->len; place++)
		if (tokens_at(tokens, place)->flags & TOKEN_SENTENCE)
			break;
	return MIN(place, tokens->len);
}

guint tokens_sentence_start(const struct tokens *tokens, guint place)
{
	while (place > 0 && !(tokens_at(tokens, place)->flags & TOKEN_SENTENCE))
		place--;
	return place;
}

bool token_is(const struct token *token, const char *word)
{
	return strcmp(token->word, word) == 0;
}

struct span tokens_slice(const struct tokens *tokens, guint first, guint last)
{
	struct span from = tokens_at(tokens, first)->text, to = tokens_at(tokens, MAX(first, last))->text;
	return (struct span){from.ptr, (size_t)(to.ptr + to.len - from.ptr)};
}
