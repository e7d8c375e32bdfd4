/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "mention.h"

/* Longest name of an office, in words. */
#define OFFICE_WORDS 12

/* Longest office in brackets, in words. */
#define BRACKET_REACH 40

/* Offices that stand without capitals or without an article: "the clerk", "Chairman thanked". */
static const char *const sole_offices[] = {
	"cathaoirleach", "chair",      "chairman",      "chairperson",
	"chairwoman",    "clerk",      "convener",      "convenor",
	"leader",        "mayor",      "officer",       "secretary",
	"treasurer",     "vice-chair", "vice-chairman", "vice-chairperson",
};

/* An office with one of these in its name is held elsewhere, or by nobody in particular. */
static const char *const foreign_words[] = {
	"ambassador", "commons", "government", "king", "minister", "prime", "state", "councillor",
};

static bool is_among(const char *word, const char *const *words, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static bool is_sole_office(const char *word)
{
	return is_among(word, sole_offices, G_N_ELEMENTS(sole_offices));
}

static bool is_run_on(const struct token *token)
{
	return (token->before & ~(guint)(GAP_GLUED | GAP_SLASH)) == 0 && !(token->flags & TOKEN_SENTENCE);
}

/* Where the run of capital words and the small words between them ends. */
static guint office_run(const struct tokens *tokens, guint first)
{
	guint end = first;
	for (guint place = first; place < tokens->len && place < first + OFFICE_WORDS; place++) {
		const struct token *token = tokens_at(tokens, place);
		const struct name_title *title = name_title_find(token->word);
		bool is_title = title && !name_is(NAME_OFFICE, token->word);
		if ((place > first && !is_run_on(token)) || is_title || (token->flags & TOKEN_DIGITS))
			break;
		if (token->flags & TOKEN_CAPITAL)
			end = place + 1;
		else if (place == first || !name_is(NAME_LINK, token->word))
			break;
	}
	return end;
}

static bool is_link(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	return !(token->flags & TOKEN_CAPITAL) && name_is(NAME_LINK, token->word);
}

static bool is_and(const struct token *token)
{
	return token_is(token, "and") || token_is(token, "&");
}

/* A noun of office is the head of the name where a link or the end follows: "Head of Highways", "Finance Director". */
static guint find_head(const struct tokens *tokens, guint first, guint end)
{
	for (guint place = first; place < end; place++) {
		bool is_head = place + 1 == end || is_link(tokens, place + 1) || is_and(tokens_at(tokens, place + 1));
		if (is_head && name_is(NAME_OFFICE, tokens_at(tokens, place)->word))
			return place;
	}
	return end;
}

/* "Executive Director and Chair" are two offices, "Director of Growth and Regeneration" is one; "Chair and Members". */
static guint cut_second_office(const struct tokens *tokens, guint head, guint end)
{
	for (guint place = head + 1; place + 1 < end; place++) {
		if (!is_and(tokens_at(tokens, place)))
			continue;
		bool is_group = name_is(NAME_GROUP, tokens_at(tokens, place + 1)->word) && place + 2 == end;
		if (is_group || find_head(tokens, place + 1, end) < end)
			return place;
	}
	return end;
}

static bool is_foreign(const struct tokens *tokens, guint first, guint end)
{
	for (guint place = first; place < end; place++) {
		const char *word = tokens_at(tokens, place)->word;
		if (is_among(word, foreign_words, G_N_ELEMENTS(foreign_words)))
			return true;
		bool is_member = strcmp(word, "member") == 0;
		const char *before = place > first ? tokens_at(tokens, place - 1)->word : "";
		if (is_member && strcmp(before, "cabinet") != 0 && strcmp(before, "lead") != 0 &&
		    strcmp(before, "executive") != 0 && strcmp(before, "portfolio") != 0)
			return true;
	}
	return false;
}

static bool is_article(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	return token_is(token, "the") || token_is(token, "our") ||
	       (token_is(token, "an") && place + 1 < tokens->len &&
		token_is(tokens_at(tokens, place + 1), "cathaoirleach"));
}

guint office_parse(struct mention *mention, const struct tokens *tokens, guint first)
{
	*mention = (struct mention){.kind = MENTION_OFFICE, .first = first};
	mention->has_article = is_article(tokens, first);
	guint start = mention->has_article ? first + 1 : first;
	const struct token *token = tokens_at(tokens, start);
	if (start >= tokens->len || (start > first && !is_run_on(token)))
		return first;
	guint end = office_run(tokens, start);
	if (end == start && mention->has_article && is_sole_office(token->word))
		end = start + 1;
	guint head = find_head(tokens, start, end);
	if (head >= end) {
		if (end == start || !is_sole_office(token->word))
			return first;
		head = start;
		end = start + 1;
	}
	end = cut_second_office(tokens, head, end);
	if (is_foreign(tokens, start, end) || (tokens_at(tokens, end - 1)->flags & TOKEN_POSSESSIVE))
		return first;
	mention->office = tokens_slice(tokens, start, end - 1);
	mention->end = end;
	return end;
}

char *office_print(const struct mention *mention)
{
	GString *name = g_string_new("The ");
	const char *end = mention->office.ptr + mention->office.len;
	bool shouts = true, starts = true;
	for (const char *at = mention->office.ptr; at < end; at = g_utf8_next_char(at))
		shouts = shouts && mention->office.len > 4 && !g_unichar_islower(g_utf8_get_char(at));
	for (const char *at = mention->office.ptr; at < end; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (starts)
			character = at == mention->office.ptr ? g_unichar_toupper(character) : character;
		else if (shouts)
			character = g_unichar_tolower(character);
		g_string_append_unichar(name, character);
		starts = !g_unichar_isalpha(character);
	}
	return g_string_free(name, FALSE);
}

static guint add_person(GArray *mentions, const struct form *form, guint first, guint end)
{
	struct mention mention = {.kind = MENTION_PERSON, .first = first, .end = end, .form = *form};
	g_array_append_val(mentions, mention);
	return end;
}

static guint skip_brackets(const struct tokens *tokens, guint place)
{
	if (!(tokens_at(tokens, place)->before & GAP_OPEN))
		return place;
	guint end = MIN(tokens->len, place + BRACKET_REACH);
	while (place < end && tokens_at(tokens, place)->depth > 0)
		place++;
	return place;
}

/* "Cllrs Alder, Birch (J) and Cedar": every name of the list has the title. */
static guint read_list(GArray *mentions, const struct tokens *tokens, guint first)
{
	const struct name_title *title = name_title_find(tokens_at(tokens, first)->word);
	guint end = first, place = first + 1;
	for (guint count = 0; place < tokens->len; count++) {
		struct form form;
		guint next = form_parse(&form, tokens, place);
		if (next == place)
			next = form_parse_surname(&form, tokens, place);
		bool is_apart = tokens_at(tokens, place)->before & (GAP_BAR | GAP_OPEN);
		if (next == place || is_apart || (tokens_at(tokens, place)->flags & TOKEN_SENTENCE && count > 0))
			break;
		form.title = form.title ? form.title : title;
		end = add_person(mentions, &form, count == 0 ? first : place, next);
		g_array_index(mentions, struct mention, mentions->len - 1).is_listed = count > 0;
		place = skip_brackets(tokens, next);
		if (is_and(tokens_at(tokens, place)))
			place++;
		else if (!(tokens_at(tokens, place)->before & GAP_COMMA))
			break;
	}
	return end;
}

/* "Mr and Mrs Alder": the first title has the second's surname. */
static guint read_couple(GArray *mentions, const struct tokens *tokens, guint first)
{
	const struct name_title *title = name_title_find(tokens_at(tokens, first)->word);
	const struct token *second = tokens_at(tokens, first + 2);
	if (!is_and(tokens_at(tokens, first + 1)) || !(second->flags & TOKEN_CAPITAL) || !name_title_find(second->word))
		return first;
	struct form form;
	if (form_parse(&form, tokens, first + 2) == first + 2 || form.title == title)
		return first;
	form.title = title;
	return add_person(mentions, &form, first, first + 1);
}

static guint read_titled(GArray *mentions, const struct tokens *tokens, guint first)
{
	const struct token *token = tokens_at(tokens, first);
	const struct name_title *title = (token->flags & TOKEN_CAPITAL) ? name_title_find(token->word) : NULL;
	if (!title)
		return first;
	if (title->is_plural)
		return read_list(mentions, tokens, first);
	guint end = read_couple(mentions, tokens, first);
	if (end > first)
		return end;
	struct form form;
	end = form_parse(&form, tokens, first);
	return end > first ? add_person(mentions, &form, first, end) : first;
}

/* "Ada Ivy, Head of Care, said" and "Ada Ivy (Head of Care)" at the head of a sentence. */
static bool has_office(const struct tokens *tokens, guint first, guint end)
{
	struct mention office;
	bool is_apart = tokens_at(tokens, end)->before & (GAP_COMMA | GAP_OPEN);
	return is_apart && (tokens_at(tokens, first)->flags & TOKEN_SENTENCE) &&
	       office_parse(&office, tokens, end) > end;
}

/* Two capital words and more, told to be a person by the roll, by a common given name or by an office behind. */
static guint read_untitled(GArray *mentions, const struct tokens *tokens, guint first, const struct roll *roll)
{
	const struct token *token = tokens_at(tokens, first);
	if (!(token->flags & TOKEN_CAPITAL) || (token->flags & TOKEN_POSSESSIVE) || name_title_find(token->word))
		return first;
	bool is_given = name_is_given(token->word);
	struct form form;
	guint end = form_parse(&form, tokens, first);
	if (end == first || form.title || form.givens == 0)
		return first;
	is_given = is_given || has_office(tokens, first, end);
	bool is_known = roll && roll_knows(roll, form.given[0], form.surname);
	const struct token *next = tokens_at(tokens, end);
	bool is_longer = end < tokens->len && is_run_on(next) && (next->flags & TOKEN_CAPITAL) &&
			 (name_is(NAME_OTHER, next->word) || name_is(NAME_PLACE, next->word));
	bool is_place = is_longer || name_is(NAME_PLACE, form.surname) || (token->flags & TOKEN_UPPER);
	if (!is_known && (!is_given || is_place))
		return first;
	return add_person(mentions, &form, first, end);
}

/* "PWi" and "Hannah": those whose list prints the initials, or who alone of those attending have the given name. */
static guint read_short(GArray *mentions, const struct tokens *tokens, guint first, const struct roll *roll)
{
	const struct token *token = tokens_at(tokens, first);
	if (!roll || !(token->flags & TOKEN_CAPITAL) || token->text.len < 2)
		return first;
	struct mention mention = {.kind = MENTION_PERSON, .first = first, .end = first + 1, .is_weak = true};
	bool is_behind_article = first > 0 && is_run_on(token) && is_article(tokens, first - 1);
	if (token->text.len <= 4 && !is_behind_article) {
		g_autofree char *code = g_strndup(token->text.ptr, token->text.len);
		mention.person = g_hash_table_lookup(roll->by_code, code);
		mention.is_weak = !mention.person || !mention.person->code;
	}
	bool is_alone =
		!(tokens_at(tokens, first + 1)->flags & TOKEN_CAPITAL) || !is_run_on(tokens_at(tokens, first + 1));
	if (!mention.person && is_alone && !(token->flags & TOKEN_UPPER))
		mention.person = g_hash_table_lookup(roll->by_given, token->word);
	if (!mention.person)
		return first;
	g_array_append_val(mentions, mention);
	return first + 1;
}

static guint read_office(GArray *mentions, const struct tokens *tokens, guint first, const struct roll *roll)
{
	struct mention mention;
	const struct token *token = tokens_at(tokens, first);
	bool has_article = is_article(tokens, first);
	bool is_bare = (token->flags & TOKEN_CAPITAL) && is_sole_office(token->word);
	if (!has_article && !is_bare)
		return first;
	struct form form;
	guint start = has_article ? first + 1 : first;
	bool is_person = (tokens_at(tokens, start)->flags & TOKEN_CAPITAL) &&
			 name_title_find(tokens_at(tokens, start)->word) && form_parse(&form, tokens, start) > start;
	if (is_person || office_parse(&mention, tokens, first) == first)
		return first;
	if (roll)
		g_array_append_val(mentions, mention);
	guint end = form_parse(&form, tokens, mention.end);
	/* "The Policy Officer, Marguerite Alder, introduced": whatever her name, she is a person. */
	bool is_holder = end > mention.end && form.givens > 0 && (tokens_at(tokens, mention.end)->before & GAP_COMMA) &&
			 (tokens_at(tokens, end)->before & GAP_COMMA);
	return is_holder ? add_person(mentions, &form, mention.end, end) : mention.end;
}

static guint read_pronoun(GArray *mentions, const struct tokens *tokens, guint first)
{
	const struct token *token = tokens_at(tokens, first);
	if (!token_is(token, "he") && !token_is(token, "she") && !token_is(token, "they"))
		return first;
	struct mention mention = {.kind = MENTION_PRONOUN, .first = first, .end = first + 1};
	g_array_append_val(mentions, mention);
	return first + 1;
}

void mentions_find(GArray *mentions, const struct tokens *tokens, const struct roll *roll)
{
	guint place = 0;
	while (place < tokens->len) {
		guint end = read_titled(mentions, tokens, place);
		if (end == place)
			end = read_untitled(mentions, tokens, place, roll);
		if (end == place)
			end = read_office(mentions, tokens, place, roll);
		if (end == place)
			end = read_pronoun(mentions, tokens, place);
		if (end == place)
			end = read_short(mentions, tokens, place, roll);
		place = MAX(end, place + 1);
	}
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
	guint one = ((const struct mention *)a)->first, other = ((const struct mention *)b)->first;
	return (one > other) - (one < other);
}

guint mention_at(const GArray *mentions, guint place)
{
	guint index;
	struct mention wanted = {.first = place};
	return g_array_binary_search((GArray *)mentions, &wanted, compare_places, &index) ? index : MENTION_NONE;
}
