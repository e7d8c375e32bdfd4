/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "office.h"

/* Longest name of an office, in words. */
#define OFFICE_WORDS 12

/* Offices that are also printed without a capital. */
static bool is_sole_office(const struct token *token)
{
	static const char *const words[] = {"chair", "chairman",  "chairwoman", "clerk",         "convener", "leader",
					    "mayor", "treasurer", "vice-chair", "vice-chairman", "provost",  NULL};
	return g_strv_contains(words, token->word);
}

/* "Member" alone is anybody: of the public, of a family. */
static bool is_member(const struct tokens *tokens, guint place)
{
	static const char *const kinds[] = {"cabinet", "executive", "lead", "portfolio", NULL};
	const struct token *before = place > 0 ? tokens_at(tokens, place - 1) : NULL;
	return token_is(tokens_at(tokens, place), "member") && !(before && g_strv_contains(kinds, before->word));
}

static bool names_office(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	if (!(token->flags & TOKEN_CAPITAL))
		return is_sole_office(token);
	return name_is(NAME_OFFICE, token->word) && !is_member(tokens, place);
}

static bool is_apart(const struct token *token)
{
	return (token->before & ~(guint)(GAP_GLUED | GAP_SLASH)) != 0 || (token->flags & TOKEN_SENTENCE);
}

/* What an office's name is made of: capitals and small words, and a sole office without a capital. */
static bool is_part(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	return (token->flags & TOKEN_CAPITAL) || name_is(NAME_LINK, token->word) || is_sole_office(token);
}

/* ", Head of Care" and "(Director)" behind a name. */
static bool has_office_behind(const struct tokens *tokens, guint end)
{
	guint joints = GAP_COMMA | GAP_OPEN | GAP_DASH | GAP_BAR | GAP_COLON;
	if (end >= tokens->len || !(tokens_at(tokens, end)->before & joints))
		return false;
	for (guint place = end; place < tokens->len && place < end + OFFICE_WORDS; place++) {
		const struct token *token = tokens_at(tokens, place);
		bool is_title = (token->flags & TOKEN_CAPITAL) && name_title_find(token->word) &&
				!name_is(NAME_OFFICE, token->word);
		if ((place > end && is_apart(token)) || is_title || !is_part(tokens, place))
			return false;
		if (names_office(tokens, place))
			return true;
	}
	return false;
}

/* "the Policy Officer, " and "Director (" before a name; "Head of Care – ". */
static bool has_office_before(const struct tokens *tokens, guint first)
{
	guint joints = GAP_COMMA | GAP_OPEN | GAP_DASH | GAP_BAR | GAP_COLON | GAP_GLUED;
	if (first == 0 || (tokens_at(tokens, first)->before & ~joints))
		return false;
	for (guint place = first; place > 0 && place + OFFICE_WORDS > first; place--) {
		if (place < first && is_apart(tokens_at(tokens, place)))
			return false;
		if (!is_part(tokens, place - 1))
			return false;
		if (names_office(tokens, place - 1))
			return true;
	}
	return false;
}

static bool has_rank(const struct tokens *tokens, guint first, guint end)
{
	for (guint place = first; place < end; place++) {
		const struct token *token = tokens_at(tokens, place);
		const struct name_title *title = (token->flags & TOKEN_CAPITAL) ? name_title_find(token->word) : NULL;
		if (title && title->is_rank)
			return true;
	}
	return false;
}

/* "Cllrs" opens a list whose names are all ranked. */
static bool opens_list(const struct token *token)
{
	const struct name_title *title = (token->flags & TOKEN_CAPITAL) ? name_title_find(token->word) : NULL;
	return title && title->is_rank && title->is_plural;
}

static bool goes_on(const struct token *token)
{
	return (token->before & GAP_COMMA) || token_is(token, "and") || token_is(token, "&");
}

/* "Apologies were received from": whoever is named to the end of the sentence would have attended. */
static bool opens_apologies(const struct tokens *tokens, guint place)
{
	return token_is(tokens_at(tokens, place), "apologies") && !token_is(tokens_at(tokens, place + 1), "to");
}

static bool ends_sentence(const struct token *token)
{
	return (token->flags & TOKEN_SENTENCE) && (token->before & GAP_STOP);
}

guint office_public(const struct tokens *tokens)
{
	static const char *const words[] = {"guest",  "guests",    "observer", "observers", "parishioners",
					    "public", "residents", "visitor",  "visitors",  NULL};
	for (guint place = 0; place < tokens->len; place++) {
		bool is_alone = tokens_at(tokens, place)->before & GAP_BAR;
		guint behind = tokens_at(tokens, place + 1)->before;
		if (!g_strv_contains(words, tokens_at(tokens, place)->word))
			continue;
		if (is_alone && place + 1 == tokens->len)
			return 0;
		/* "Director of Public Health" has no list behind it. */
		if (place + 1 < tokens->len && (behind & (GAP_COLON | GAP_DASH | GAP_BAR)))
			return place;
	}
	return tokens->len;
}

GArray *office_people(const struct tokens *tokens)
{
	GArray *people = g_array_new(FALSE, FALSE, sizeof(struct office_person));
	bool is_list = false;
	bool is_excused = false;
	for (guint place = 0; place < tokens->len;) {
		is_excused = opens_apologies(tokens, place) || (is_excused && !ends_sentence(tokens_at(tokens, place)));
		if (opens_list(tokens_at(tokens, place))) {
			is_list = true;
			place++;
			continue;
		}
		struct office_person person = {.first = place};
		person.end = form_parse(&person.form, tokens, place);
		if (person.end == place && is_list)
			person.end = form_parse_surname(&person.form, tokens, place);
		if (person.end == place || !person.form.surname) {
			is_list = is_list && goes_on(tokens_at(tokens, place));
			place++;
			continue;
		}
		person.has_office = is_list || is_excused || has_rank(tokens, place, person.end) ||
				    has_office_behind(tokens, person.end) || has_office_before(tokens, place);
		g_array_append_val(people, person);
		is_list = is_list && goes_on(tokens_at(tokens, person.end));
		place = person.form.title || is_list ? person.end : place + 1;
	}
	return people;
}
