/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "attendance.h"

#define NOWHERE G_MAXUINT

/* Longest office in brackets, in words. */
#define BRACKET_REACH 40

struct reader {
	struct roll *roll;
	const struct tokens *tokens;
	struct person *person;          /* the one whose office may follow */
	guint role_first, role_end;     /* tokens of an office under way; NOWHERE without */
	const struct name_title *title; /* of a list that a plural title opened */
	bool absent;
	GHashTable *met;   /* printed form -> person, of this block */
	GHashTable *taken; /* the persons of this block */
};

static bool is_separated(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	if (place == 0 || (token->before & ~(guint)GAP_GLUED) || (token->flags & TOKEN_SENTENCE))
		return true;
	const struct token *last = tokens_at(tokens, place - 1);
	const struct name_title *title = name_title_find(last->word);
	return token_is(last, "and") || token_is(last, "&") || (title && title->is_plural) ||
	       ((last->flags & TOKEN_CAPITAL) && name_is(NAME_CAPTION, last->word));
}

static bool is_small(const struct token *token)
{
	return !(token->flags & TOKEN_CAPITAL) && name_is(NAME_LINK, token->word);
}

/* The office between two names, without the "and" that leads to the next. */
static void give_role(struct person *person, const struct tokens *tokens, guint first, guint last)
{
	/* "…, Cllr Alder and the Clerk": somebody else, unnamed. */
	if (token_is(tokens_at(tokens, first), "and") || token_is(tokens_at(tokens, first), "&"))
		return;
	while (first < last && is_small(tokens_at(tokens, first)))
		first++;
	while (first < last && is_small(tokens_at(tokens, last)))
		last--;
	if (!is_small(tokens_at(tokens, first)))
		roll_add_role(person, tokens_slice(tokens, first, last));
}

static void take_role(struct reader *reader)
{
	if (reader->person && reader->role_first != NOWHERE)
		give_role(reader->person, reader->tokens, reader->role_first, reader->role_end);
	reader->role_first = NOWHERE;
}

static void extend_role(struct reader *reader, guint place)
{
	if (reader->role_first == NOWHERE)
		reader->role_first = place;
	reader->role_end = place;
}

/* "NR" behind "Norah Robinia", "PWi" behind "Paul Willow". */
static bool is_code_of(const struct token *token, const struct person *person)
{
	if (!person || person->form.givens == 0 || token->text.len < 2 || token->text.len > 4)
		return false;
	const char *word = token->word, *surname = person->form.surname;
	if (!(token->flags & TOKEN_CAPITAL) || word[0] != person->form.given[0][0])
		return false;
	return strncmp(word + 1, surname, strlen(word) - 1) == 0 || word[strlen(word) - 1] == surname[0];
}

/* Two entries of one block are two people, however much one name may mean the other. */
static struct person *find_person(struct reader *reader, const struct form *form)
{
	g_autofree char *key = form_print(form);
	struct person *person = g_hash_table_lookup(reader->met, key);
	if (person)
		return person;
	person = roll_add(reader->roll, form, !reader->absent);
	if (g_hash_table_contains(reader->taken, person))
		person = roll_add_new(reader->roll, form);
	g_hash_table_add(reader->taken, person);
	g_hash_table_insert(reader->met, g_steal_pointer(&key), person);
	return person;
}

/* An office that stands before the first name of a line belongs to it. */
static void add_person(struct reader *reader, const struct form *form)
{
	bool is_before = !reader->person && reader->role_first != NOWHERE;
	guint first = reader->role_first, last = reader->role_end;
	take_role(reader);
	reader->person = find_person(reader, form);
	if (is_before)
		give_role(reader->person, reader->tokens, first, last);
}

/* "Director (Mr C Cedar)": the office stands before, the person in brackets. */
static guint read_bracketed_person(struct reader *reader, guint place)
{
	struct form form;
	guint end = form_parse(&form, reader->tokens, place);
	if (end == place || !form.title)
		return place;
	reader->person = NULL;
	add_person(reader, &form);
	return end;
}

static guint read_brackets(struct reader *reader, guint place)
{
	const struct tokens *tokens = reader->tokens;
	guint end = read_bracketed_person(reader, place);
	bool is_person = end > place;
	guint first = place;
	while (end < MIN(tokens->len, first + BRACKET_REACH) && tokens_at(tokens, end)->depth > 0)
		end++;
	if (is_person || !reader->person)
		return MAX(end, place + 1);
	if (end == first + 1 && is_code_of(tokens_at(tokens, first), reader->person)) {
		roll_add_code(reader->roll, reader->person, tokens_at(tokens, first)->text);
	} else {
		take_role(reader);
		give_role(reader->person, tokens, first, end - 1);
	}
	return MAX(end, place + 1);
}

static bool ends_name(const struct reader *reader, guint place)
{
	const struct token *token = tokens_at(reader->tokens, place);
	bool is_mixed = token->text.len > 1 && token->text.len <= 4 && g_ascii_isupper(token->text.ptr[1]);
	return place >= reader->tokens->len || (token->before & ~(guint)GAP_GLUED) || !(token->flags & TOKEN_CAPITAL) ||
	       (token->flags & (TOKEN_UPPER | TOKEN_INITIAL)) || is_mixed || name_is(NAME_OFFICE, token->word) ||
	       name_is(NAME_OTHER, token->word) || name_title_find(token->word);
}

/* "Norah Robinia NR Paul Willow PWi", as columns read across: initials close a name. */
static guint read_coded(struct reader *reader, guint place)
{
	const struct tokens *tokens = reader->tokens;
	if (!reader->person || !is_code_of(tokens_at(tokens, place), reader->person) || reader->person->code)
		return place;
	const struct token *token = tokens_at(tokens, place);
	bool is_code = (token->flags & TOKEN_UPPER) || (token->text.len <= 3 && !name_is_given(token->word));
	if (!is_code || (token->before & GAP_COMMA))
		return place;
	roll_add_code(reader->roll, reader->person, token->text);
	reader->role_first = NOWHERE;
	return place + 1;
}

static guint read_untitled(struct reader *reader, guint place, bool is_after_code)
{
	struct form form;
	/* "A Alder B Birch": columns, read across. */
	bool is_next = reader->person && reader->role_first == NOWHERE &&
		       (tokens_at(reader->tokens, place)->flags & TOKEN_INITIAL);
	if (!is_after_code && !is_next && !is_separated(reader->tokens, place))
		return place;
	guint end = form_parse(&form, reader->tokens, place);
	bool is_full = end > place && form.givens > 0 && ends_name(reader, end);
	if (!is_full && reader->title)
		end = form_parse_surname(&form, reader->tokens, place);
	if (end == place || !ends_name(reader, end) || (!is_full && !reader->title))
		return place;
	form.title = form.title ? form.title : reader->title;
	add_person(reader, &form);
	return end;
}

/* Captions and titles; the token behind, or `place`. */
static guint read_titled(struct reader *reader, guint place)
{
	const struct token *token = tokens_at(reader->tokens, place);
	const struct name_title *title = (token->flags & TOKEN_CAPITAL) ? name_title_find(token->word) : NULL;
	if (!title)
		return place;
	struct form form;
	if (title->is_plural) {
		take_role(reader);
		reader->person = NULL;
		reader->title = title;
		return place + 1;
	}
	guint end = form_parse(&form, reader->tokens, place);
	if (end == place)
		return place;
	add_person(reader, &form);
	return end;
}

static bool is_caption(const struct reader *reader, guint place)
{
	const struct token *token = tokens_at(reader->tokens, place), *next = tokens_at(reader->tokens, place + 1);
	if (!name_is(NAME_CAPTION, token->word))
		return false;
	bool shouts = (token->flags & TOKEN_UPPER) || (next->before & (GAP_COLON | GAP_DASH | GAP_BAR));
	return shouts || place == 0 || (token->flags & TOKEN_SENTENCE) || reader->person == NULL;
}

static void read_caption(struct reader *reader, guint place)
{
	const char *word = tokens_at(reader->tokens, place)->word;
	bool is_office = strcmp(word, "chair") == 0 || strcmp(word, "clerk") == 0;
	if (is_office) {
		extend_role(reader, place);
		return;
	}
	take_role(reader);
	reader->person = NULL;
	reader->title = NULL;
	reader->absent = g_str_has_prefix(word, "apolog") || strcmp(word, "absent") == 0 ||
			 (reader->absent && !g_str_has_prefix(word, "attend") && strcmp(word, "present") != 0);
}

static guint read_next(struct reader *reader, guint place, bool is_after_code)
{
	const struct token *token = tokens_at(reader->tokens, place);
	if ((token->before & GAP_OPEN) && token->depth > 0)
		return read_brackets(reader, place);
	guint end = read_titled(reader, place);
	if (end == place)
		end = read_untitled(reader, place, is_after_code);
	if (end > place)
		return end;
	if (is_caption(reader, place)) {
		read_caption(reader, place);
		return place + 1;
	}
	/* A sentence about them ends the offices: "…, Managers, were in attendance for this item". */
	if (token_is(token, "was") || token_is(token, "were"))
		take_role(reader);
	else if (!(token->flags & TOKEN_SENTENCE) || reader->role_first == NOWHERE)
		extend_role(reader, place);
	return place + 1;
}

void attendance_read(struct roll *roll, const struct tokens *tokens)
{
	struct reader reader = {.roll = roll, .tokens = tokens, .role_first = NOWHERE};
	reader.met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	reader.taken = g_hash_table_new(NULL, NULL);
	bool is_after_code = false;
	guint place = 0;
	while (place < tokens->len) {
		guint end = read_coded(&reader, place);
		is_after_code = end > place || is_after_code;
		if (end == place) {
			end = read_next(&reader, place, is_after_code);
			is_after_code = false;
		}
		place = end;
	}
	take_role(&reader);
	g_hash_table_unref(reader.met);
	g_hash_table_unref(reader.taken);
}
