/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "lexer.h"

#include "fault.h"
#include "fields.h"
#include "text.h"
#include "typography.h"

#define DISTANCE_LIMIT 1000

/* What other search languages write, and what is written here. */
static const struct foreign {
	const char *typed, *hint;
	bool inside; /* of a run, too: no mark of a text */
} foreign[] = {
	{"||", "write OR between the two", true},
	{"|", "write OR between the two", true},
	{"&&", "words are joined anyway; write AND or nothing", true},
	{"!", "write -word to leave a word out", false},
};

/* Bytes of the quote at `pos`, 0 if there is none. */
static size_t quote_at(const struct lexer *lexer, size_t pos)
{
	return typography_quote(lexer->query, pos);
}

static size_t space_at(const struct lexer *lexer, size_t pos)
{
	if (pos >= lexer->query.len)
		return 0;
	const char *here = lexer->query.ptr + pos;
	return g_unichar_isspace(g_utf8_get_char(here)) ? (size_t)(g_utf8_next_char(here) - here) : 0;
}

static bool is_bracket(char byte)
{
	return byte == '(' || byte == ')';
}

/* The end of the run that starts at `pos`: before white space, a bracket or a quote. */
static size_t run_end(const struct lexer *lexer, size_t pos)
{
	while (pos < lexer->query.len && !space_at(lexer, pos) && !is_bracket(lexer->query.ptr[pos]) &&
	       !quote_at(lexer, pos))
		pos = (size_t)(g_utf8_next_char(lexer->query.ptr + pos) - lexer->query.ptr);
	return pos;
}

G_GNUC_PRINTF(4, 5)
static bool refuse(struct lexer *lexer, size_t at, GError **error, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	lexer->fault = at;
	g_propagate_error(error, g_error_new_valist(FAULT, FAULT_QUERY, format, args));
	va_end(args);
	return false;
}

G_GNUC_PRINTF(2, 3)
static void remark(struct lexer *lexer, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	g_autofree char *note = g_strdup_vprintf(format, args);
	va_end(args);
	if (!g_ptr_array_find_with_equal_func(lexer->notes, note, g_str_equal, NULL))
		g_ptr_array_add(lexer->notes, g_steal_pointer(&note));
}

static bool has_word(struct span text)
{
	struct span word;
	size_t pos = 0;
	return text_next_word(text, &pos, &word);
}

/* A star is understood right behind a word and in front of nothing that belongs to the word. */
static bool check_stars(struct lexer *lexer, struct span text, size_t at, GError **error)
{
	for (size_t n = 0; n < text.len; n++) {
		if (text.ptr[n] != '*')
			continue;
		struct span before = span_cut(text, 0, n);
		struct span after = span_cut(text, n + 1, text.len);
		struct span word = {0};
		size_t pos = 0;
		bool behind_word = false;
		while (text_next_word(before, &pos, &word))
			behind_word = pos == n;
		pos = 0;
		bool before_word = text_next_word(after, &pos, &word) && word.ptr == after.ptr;
		if (!behind_word || before_word || (after.len > 0 && *after.ptr == '*'))
			return refuse(lexer, at + n, error, "'*' stands at the end of a word: adopt*");
	}
	return true;
}

static bool read_phrase(struct token *token, struct lexer *lexer, GError **error)
{
	size_t open = lexer->pos;
	size_t start = open + quote_at(lexer, open);
	size_t close = 0;
	if (!typography_close(&close, lexer->query, open))
		return refuse(lexer, open, error, "this quote never closes; put another \" behind the phrase");
	token->kind = TOKEN_PHRASE;
	token->text = span_cut(lexer->query, start, close);
	lexer->pos = close + quote_at(lexer, close);
	if (!has_word(token->text))
		return refuse(lexer, open, error, "no word between these quotes");
	if (!check_stars(lexer, token->text, start, error))
		return false;
	if (lexer->pos < lexer->query.len && strchr("*~^", lexer->query.ptr[lexer->pos]))
		return refuse(lexer, lexer->pos, error,
			      "'%c' has no meaning behind a phrase; write \"staying put*\" or staying NEAR/3 put",
			      lexer->query.ptr[lexer->pos]);
	return true;
}

/* Bytes of a field's name when `run` is NAME:…; 0 otherwise. A name is letters only: 10:30 is a time. */
static size_t field_name(struct span run)
{
	size_t len = 0;
	while (len < run.len && (g_ascii_isalpha(run.ptr[len]) || run.ptr[len] == '_'))
		len++;
	return len > 0 && len < run.len && run.ptr[len] == ':' ? len : 0;
}

static bool read_field(struct token *token, struct lexer *lexer, size_t name, GError **error)
{
	size_t value = lexer->pos + name + 1;
	size_t quote = quote_at(lexer, value);
	*token = (struct token){.kind = TOKEN_FIELD,
				.name = span_cut(lexer->query, lexer->pos, lexer->pos + name),
				.offset = lexer->pos,
				.value = value + quote,
				.quoted = quote > 0};
	size_t end = run_end(lexer, value);
	if (quote > 0 && !typography_close(&end, lexer->query, value))
		return refuse(lexer, value, error, "this quote never closes; put another \" behind the value");
	token->text = span_cut(lexer->query, value + quote, end);
	const char *bar = quote ? NULL : memchr(token->text.ptr, '|', token->text.len);
	if (bar)
		return refuse(lexer, (size_t)(bar - lexer->query.ptr), error,
			      "'|' is no operator here; the same field twice means either: %.*s:a %.*s:b", (int)name,
			      token->name.ptr, (int)name, token->name.ptr);
	lexer->pos = end + (quote ? quote_at(lexer, end) : 0);
	bool goes_on =
		lexer->pos < lexer->query.len && !space_at(lexer, lexer->pos) && lexer->query.ptr[lexer->pos] != ')';
	if (goes_on && token->text.len == 0 && !quote)
		return refuse(lexer, lexer->pos, error,
			      "brackets cannot stand behind %.*s: ; the same field twice means either: %.*s:a %.*s:b",
			      (int)name, token->name.ptr, (int)name, token->name.ptr, (int)name, token->name.ptr);
	if (goes_on)
		return refuse(lexer, lexer->pos, error, "the value of %.*s: goes on here; put quotes round all of it",
			      (int)name, token->name.ptr);
	return true;
}

const char *lexer_operator(enum token_kind kind)
{
	static const char *const names[] = {[TOKEN_AND] = "AND",
					    [TOKEN_OR] = "OR",
					    [TOKEN_NOT] = "NOT",
					    [TOKEN_ADJ] = "ADJ",
					    [TOKEN_NEAR] = "NEAR"};
	return names[kind];
}

static bool read_distance(struct token *token, struct lexer *lexer, struct span run, GError **error)
{
	const char *name = lexer_operator(token->kind);
	size_t len = strlen(name);
	struct span digits = run.len > len ? span_cut(run, len + 1, run.len) : (struct span){0};
	guint64 distance = 0;
	g_autofree char *typed = g_strndup(digits.ptr ? digits.ptr : "", digits.len);
	if (!g_ascii_string_to_unsigned(typed, 10, 1, DISTANCE_LIMIT, &distance, NULL))
		return refuse(lexer, token->offset, error,
			      "%s needs a number of words from 1 to %d: %s/5; the word itself in small letters: %s",
			      name, DISTANCE_LIMIT, name, token->kind == TOKEN_ADJ ? "adj" : "near");
	token->distance = (guint)distance;
	return true;
}

static bool is_operator(struct span run, const char *name)
{
	size_t len = strlen(name);
	return run.len >= len && memcmp(run.ptr, name, len) == 0 && (run.len == len || run.ptr[len] == '/');
}

static void note_small_operator(struct lexer *lexer, struct span run)
{
	static const char *const names[] = {"AND", "OR", "NOT", "ADJ/", "NEAR/"};
	g_autofree char *capitals = g_ascii_strup(run.ptr, (gssize)run.len);
	for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
		size_t len = strlen(names[n]);
		bool is_near = names[n][len - 1] == '/';
		bool is_meant = is_near ? g_ascii_isdigit(capitals[len < run.len ? len : run.len]) : run.len == len;
		if (is_meant && strncmp(capitals, names[n], len) == 0)
			remark(lexer, "'%.*s' is searched as %s; the operator is %s in capitals", (int)run.len, run.ptr,
			       is_near ? "words" : "a word", capitals);
	}
}

static bool refuse_foreign(struct lexer *lexer, size_t at, const struct foreign *meant, GError **error)
{
	return refuse(lexer, at, error, "'%s' is no operator here; %s", meant->typed, meant->hint);
}

static const struct foreign *foreign_inside(struct span rest)
{
	for (size_t n = 0; n < G_N_ELEMENTS(foreign); n++) {
		size_t len = strlen(foreign[n].typed);
		if (foreign[n].inside && len <= rest.len && memcmp(foreign[n].typed, rest.ptr, len) == 0)
			return &foreign[n];
	}
	return NULL;
}

/* Characters that mean something in other search languages, inside a run that has words. */
static bool check_foreign(struct lexer *lexer, struct span run, size_t at, GError **error)
{
	for (size_t n = 0; n < run.len; n++) {
		if (run.ptr[n] == '~' || run.ptr[n] == '^')
			return refuse(lexer, at + n, error, "'%c' has no meaning here; leave it out or use NEAR/5",
				      run.ptr[n]);
		struct span after = span_cut(run, n + 1, run.len);
		const struct foreign *meant = foreign_inside(span_cut(run, n, run.len));
		if (meant)
			return refuse_foreign(lexer, at + n, meant, error);
		struct span word;
		size_t pos = 0;
		bool inside = run.ptr[n] == '?' && n > 0 && text_next_word(after, &pos, &word) && word.ptr == after.ptr;
		if (inside)
			return refuse(lexer, at + n, error,
				      "'?' does not stand for a letter; write wom* or (woman OR women)");
	}
	return check_stars(lexer, run, at, error);
}

/* A run without any word: foreign operators are refused, punctuation is passed over. */
static bool pass_over(struct lexer *lexer, struct span run, GError **error)
{
	if (memchr(run.ptr, '*', run.len))
		return refuse(lexer, lexer->pos, error, "this star stands alone; it ends a word: adopt*");
	for (size_t n = 0; n < G_N_ELEMENTS(foreign); n++)
		if (span_equal(run, span_of(foreign[n].typed)))
			return refuse_foreign(lexer, lexer->pos, &foreign[n], error);
	remark(lexer, "'%.*s' has no word in it and is left out", (int)run.len, run.ptr);
	lexer->pos += run.len;
	return true;
}

static bool check_family(const struct token *token, struct lexer *lexer, GError **error)
{
	const char *star = memchr(token->text.ptr, '*', token->text.len);
	if (star)
		return refuse(lexer, (size_t)(star - lexer->query.ptr), error,
			      "a family takes whole words; a star is for words of the text");
	if (!has_word(token->text))
		return refuse(lexer, token->offset, error,
			      "'~' stands right before a word or a quoted phrase: ~uasc, ~\"staying put\"");
	size_t end = lexer->pos;
	if (end < lexer->query.len && !space_at(lexer, end) && lexer->query.ptr[end] != ')')
		return refuse(lexer, end, error, "the family's name goes on here; put quotes round all of it");
	return token->quoted || check_foreign(lexer, token->text, token->offset + 1, error);
}

/* The name of a family behind its "~". */
static bool read_family(struct token *token, struct lexer *lexer, GError **error)
{
	size_t start = lexer->pos + 1;
	size_t quote = quote_at(lexer, start);
	size_t end = run_end(lexer, start);
	token->kind = TOKEN_FAMILY;
	token->quoted = quote > 0;
	if (quote > 0 && !typography_close(&end, lexer->query, start))
		return refuse(lexer, start, error, "this quote never closes; put another \" behind the name");
	token->text = span_cut(lexer->query, start + quote, end);
	lexer->pos = end + (quote ? quote_at(lexer, end) : 0);
	return check_family(token, lexer, error);
}

static bool read_minus(struct token *token, struct lexer *lexer, struct span run, GError **error)
{
	if (run.len > 1 && run.ptr[1] == '-')
		return refuse(lexer, lexer->pos, error,
			      "one minus leaves a word out: -word; options stand outside the query");
	token->kind = TOKEN_NOT;
	lexer->pos++;
	return true;
}

/* A run that is neither bracket nor quote. Sets token->kind to TOKEN_END when there was nothing in it. */
static bool read_run(struct token *token, struct lexer *lexer, GError **error)
{
	struct span run = span_cut(lexer->query, lexer->pos, run_end(lexer, lexer->pos));
	bool joins_next = lexer->pos + run.len < lexer->query.len && !space_at(lexer, lexer->pos + run.len) &&
			  lexer->query.ptr[lexer->pos + run.len] != ')';
	bool names_family = run.len > 1 && run.ptr[1] == '~';
	if (*run.ptr == '-' && (run.len > 1 && !names_family ? has_word(run) : joins_next || names_family))
		return read_minus(token, lexer, run, error);
	if (*run.ptr == '~')
		return read_family(token, lexer, error);
	size_t dash = typography_dash(run, 0);
	if (dash > 0 && (dash < run.len || joins_next))
		return refuse(lexer, lexer->pos, error, "this is a dash; a plain minus leaves a word out: -word");
	size_t name = field_name(run);
	if (name > 0)
		return read_field(token, lexer, name, error);
	if (*run.ptr == '!' && (run.len > 1 || joins_next))
		return refuse(lexer, lexer->pos, error, "'!' is no operator here; write -word to leave a word out");
	if (!has_word(run))
		return pass_over(lexer, run, error);
	lexer->pos += run.len;
	for (enum token_kind kind = TOKEN_AND; kind <= TOKEN_NOT; kind++) {
		if (!span_equal(run, span_of(lexer_operator(kind))))
			continue;
		token->kind = kind;
		return true;
	}
	if (is_operator(run, "ADJ") || is_operator(run, "NEAR")) {
		token->kind = *run.ptr == 'A' ? TOKEN_ADJ : TOKEN_NEAR;
		return read_distance(token, lexer, run, error);
	}
	token->kind = TOKEN_WORDS;
	token->text = run;
	note_small_operator(lexer, run);
	if (typography_single_quote(run, 0))
		remark(lexer, "single quotes do not make a phrase; double ones do");
	return check_foreign(lexer, run, token->offset, error);
}

static void skip_space(struct lexer *lexer)
{
	size_t len = 0;
	while ((len = space_at(lexer, lexer->pos)) > 0)
		lexer->pos += len;
}

bool lexer_next(struct token *token, struct lexer *lexer, GError **error)
{
	for (;;) {
		skip_space(lexer);
		*token = (struct token){.kind = TOKEN_END, .offset = lexer->pos};
		if (lexer->pos >= lexer->query.len)
			return true;
		if (is_bracket(lexer->query.ptr[lexer->pos])) {
			token->kind = lexer->query.ptr[lexer->pos++] == '(' ? TOKEN_OPEN : TOKEN_CLOSE;
			return true;
		}
		if (quote_at(lexer, lexer->pos))
			return read_phrase(token, lexer, error);
		if (!read_run(token, lexer, error))
			return false;
		if (token->kind != TOKEN_END)
			return true;
	}
}

/* A known field with a value that stands at the head of a run. */
static bool read_plain_field(struct token *token, struct lexer *lexer, struct span run)
{
	size_t name = field_name(run);
	if (name == 0 || !field_find(span_cut(run, 0, name)))
		return false;
	struct lexer trial = *lexer;
	if (!read_field(token, &trial, name, NULL) || token->text.len == 0)
		return false;
	lexer->pos = trial.pos;
	return true;
}

void lexer_next_plain(struct token *token, struct lexer *lexer)
{
	while (skip_space(lexer), lexer->pos < lexer->query.len) {
		*token = (struct token){.kind = TOKEN_WORDS, .offset = lexer->pos};
		size_t quote = quote_at(lexer, lexer->pos);
		struct lexer trial = *lexer;
		if (quote > 0 && read_phrase(token, &trial, NULL)) {
			lexer->pos = trial.pos;
			return;
		}
		struct span run = span_cut(lexer->query, lexer->pos, run_end(lexer, lexer->pos));
		bool starts_run = lexer->pos == 0 || !g_ascii_isalnum(lexer->query.ptr[lexer->pos - 1]);
		if (starts_run && read_plain_field(token, lexer, run))
			return;
		size_t pos = 0;
		struct span word;
		if (text_next_word(run, &pos, &word)) {
			size_t offset = (size_t)(word.ptr - lexer->query.ptr);
			*token = (struct token){.kind = TOKEN_WORDS, .text = word, .offset = offset};
			lexer->pos += pos;
			return;
		}
		lexer->pos += run.len > 0 ? run.len : MAX(quote, 1);
	}
	*token = (struct token){.kind = TOKEN_END, .offset = lexer->pos};
}
