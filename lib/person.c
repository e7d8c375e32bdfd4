/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "person.h"

/* Longest run of capital words taken for one name. */
#define NAME_WORDS 4
#define NO_NAME G_MAXUINT

static bool is_joined(const struct token *token)
{
	guint apart = token->before & ~(guint)GAP_GLUED;
	return apart == 0;
}

/* "P." of "P.J. Alder" and "Mr." go on behind their full stop. */
static bool follows(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	if (place >= tokens->len ||
	    (token->flags & TOKEN_QUOTED) != (tokens_at(tokens, place - 1)->flags & TOKEN_QUOTED))
		return false;
	if (is_joined(token))
		return true;
	const struct token *last = tokens_at(tokens, place - 1);
	bool is_short = (last->flags & TOKEN_INITIAL) || name_is(NAME_SHORT_FORM, last->word);
	return is_short && (token->before & ~(guint)GAP_GLUED) == GAP_STOP;
}

static bool is_honour(const struct token *token)
{
	return (token->flags & TOKEN_CAPITAL) && name_is(NAME_HONOUR, token->word) &&
	       ((token->flags & TOKEN_UPPER) || token->text.len > 2);
}

static bool can_be_name(const struct token *token)
{
	if (!(token->flags & TOKEN_CAPITAL) || is_honour(token))
		return false;
	for (size_t i = 0; i < token->text.len; i++)
		if (g_ascii_isdigit(token->text.ptr[i]))
			return false;
	return !name_is(NAME_OFFICE, token->word);
}

/* Titles in a row: "Cllr Mrs", "Rt Hon Sir"; the first that is no rank counts, else the first. */
static guint read_titles(struct form *form, const struct tokens *tokens, guint place)
{
	for (guint start = place; place < tokens->len; place++) {
		const struct token *token = tokens_at(tokens, place);
		bool is_title = (token->flags & TOKEN_CAPITAL) && !(token->flags & TOKEN_POSSESSIVE);
		const struct name_title *title = is_title ? name_title_find(token->word) : NULL;
		/* "MRS Census" is a society, "MRS BIRCH" is not. */
		bool shouts = (token->flags & TOKEN_UPPER) && title && g_ascii_islower(title->printed[1]);
		if (shouts && !(tokens_at(tokens, place + 1)->flags & (TOKEN_UPPER | TOKEN_INITIAL)))
			break;
		if (!title || (place > start && !follows(tokens, place)))
			break;
		if (!form->title || (form->title->is_rank && !title->is_rank))
			form->title = title;
	}
	return place;
}

static bool is_initials(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place), *next = tokens_at(tokens, place + 1);
	if (token->flags & TOKEN_INITIAL)
		return true;
	bool is_run = (token->flags & TOKEN_UPPER) && token->text.len <= 3;
	return is_run && (next->flags & TOKEN_CAPITAL) && !(next->flags & TOKEN_UPPER) && follows(tokens, place + 1);
}

/* "de la" of "de la Cour": lower-case words that lead to a capital. */
static guint skip_particles(const struct tokens *tokens, guint place)
{
	guint at = place;
	while (at < place + 3 && name_is(NAME_PARTICLE, tokens_at(tokens, at)->word) &&
	       !(tokens_at(tokens, at)->flags & TOKEN_INITIAL) && (at == place || follows(tokens, at)))
		at++;
	return at > place && (tokens_at(tokens, at)->flags & TOKEN_CAPITAL) && follows(tokens, at) ? at : place;
}

/* "Alder (J)": the initial that tells two of one surname apart. */
static guint read_bracketed_initial(struct form *form, const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	bool is_bracketed = (token->flags & TOKEN_INITIAL) && (token->before & GAP_OPEN) &&
			    (tokens_at(tokens, place + 1)->before & GAP_CLOSE);
	if (!is_bracketed || form->givens > 0)
		return place;
	form->given[form->givens++] = token->word;
	form->printed.len = (size_t)(token->text.ptr + token->text.len - form->printed.ptr) + 1;
	return place + 1;
}

static guint skip_honours(const struct tokens *tokens, guint place)
{
	while (place < tokens->len && is_honour(tokens_at(tokens, place)) &&
	       !(tokens_at(tokens, place)->before & (GAP_OPEN | GAP_BAR | GAP_COLON)))
		place++;
	return place;
}

/* "NR" and "PWi": printed initials of the name before them, no part of it. */
static bool is_code(const struct tokens *tokens, guint place)
{
	const struct token *token = tokens_at(tokens, place);
	bool shouts = tokens_at(tokens, place - 1)->flags & TOKEN_UPPER;
	if (shouts || token->text.len > 4 || token->text.len < 2)
		return false;
	bool is_mixed = !(token->flags & TOKEN_UPPER) && g_ascii_isupper(token->text.ptr[1]);
	return is_mixed || ((token->flags & TOKEN_UPPER) && token->text.len <= 3 && !is_initials(tokens, place));
}

static bool ends_before(const struct tokens *tokens, guint place, bool is_titled, guint words)
{
	const struct token *token = tokens_at(tokens, place);
	if (!follows(tokens, place) || is_code(tokens, place))
		return true;
	const struct name_title *title = name_title_find(token->word);
	const struct token *behind = tokens_at(tokens, place + 1);
	if (title &&
	    (title->gender != GENDER_UNKNOWN || ((behind->flags & TOKEN_CAPITAL) && follows(tokens, place + 1))))
		return true;
	/* "Mr Birch MOVED" has his name behind him, "Mr John BIRCH" not yet. */
	const struct token *last = tokens_at(tokens, place - 1);
	bool shouts = (token->flags & TOKEN_UPPER) && !(last->flags & (TOKEN_UPPER | TOKEN_INITIAL));
	if (is_titled && shouts && !name_is_given(last->word))
		return true;
	return (is_titled || words > 1) && !(token->flags & TOKEN_INITIAL) && name_is(NAME_OTHER, token->word);
}

/* Where the name that starts at `first` has its surname; NO_NAME where there is none. A longer run of capitals than
 * a name has is a heading that a name starts. */
static guint find_surname(const struct tokens *tokens, guint first, bool is_titled)
{
	guint surname = NO_NAME, second = NO_NAME, words = 0;
	for (guint place = first; words < NAME_WORDS && place < tokens->len; words++) {
		if (surname != NO_NAME && ends_before(tokens, place, is_titled, words))
			break;
		/* "A Alder B Birch", as columns are read across: initials behind a surname are the next one's. */
		if (surname != NO_NAME && is_initials(tokens, first) && is_initials(tokens, place))
			break;
		guint lead = place == first || follows(tokens, place) ? skip_particles(tokens, place) : place;
		const struct token *token = tokens_at(tokens, lead);
		if (!can_be_name(token) || (place > first && !follows(tokens, place)))
			break;
		if (!is_initials(tokens, lead))
			surname = lead;
		second = words == 1 ? surname : second;
		place = lead + 1;
		if (token->flags & TOKEN_POSSESSIVE)
			break;
	}
	return words == NAME_WORDS && !is_titled && second != NO_NAME ? second : surname;
}

static void add_initials(struct form *form, const struct tokens *tokens, const struct token *token)
{
	if (!(token->flags & TOKEN_UPPER)) {
		form->given[form->givens++] = token->word;
		return;
	}
	for (const char *at = token->word; *at && form->givens < FORM_GIVEN; at = g_utf8_next_char(at)) {
		char letter[8] = {0};
		g_unichar_to_utf8(g_utf8_get_char(at), letter);
		form->given[form->givens++] = g_string_chunk_insert_const(tokens->words, letter);
	}
}

static void read_parts(struct form *form, const struct tokens *tokens, guint first, guint surname)
{
	guint start = surname;
	while (start > first && name_is(NAME_PARTICLE, tokens_at(tokens, start - 1)->word) &&
	       !(tokens_at(tokens, start - 1)->flags & TOKEN_INITIAL) && start - 1 > first)
		start--;
	for (guint place = first; place < start && form->givens < FORM_GIVEN; place++) {
		if (is_initials(tokens, place))
			add_initials(form, tokens, tokens_at(tokens, place));
		else
			form->given[form->givens++] = tokens_at(tokens, place)->word;
	}
	form->surname = tokens_at(tokens, surname)->word;
	form->printed = tokens_slice(tokens, first, surname);
	form->last = tokens_slice(tokens, start, surname);
}

/* Without a title only words that can be nothing else are a name. */
static bool is_plain_name(const struct tokens *tokens, guint first, guint surname)
{
	for (guint place = first; place <= surname; place++) {
		const struct token *token = tokens_at(tokens, place);
		if (name_is(NAME_OTHER, token->word) && !is_initials(tokens, place))
			return false;
		if (name_is(NAME_GROUP, token->word) || name_title_find(token->word))
			return false;
		if ((token->flags & TOKEN_POSSESSIVE) && place < surname)
			return false;
	}
	return surname > first;
}

guint form_parse(struct form *form, const struct tokens *tokens, guint first)
{
	*form = (struct form){0};
	guint place = read_titles(form, tokens, first);
	guint titled = place;
	if (form->title && (place >= tokens->len || !follows(tokens, place)))
		return first;
	guint surname = find_surname(tokens, place, form->title);
	if (surname == NO_NAME)
		return first;
	if (!form->title && !is_plain_name(tokens, first, surname))
		return first;
	if (form->title && surname == place && name_is(NAME_OTHER, tokens_at(tokens, surname)->word) &&
	    form->title->is_rank)
		return first;
	read_parts(form, tokens, titled, surname);
	place = read_bracketed_initial(form, tokens, surname + 1);
	return skip_honours(tokens, place);
}

guint form_parse_surname(struct form *form, const struct tokens *tokens, guint first)
{
	*form = (struct form){0};
	guint surname = skip_particles(tokens, first);
	const struct token *token = tokens_at(tokens, surname);
	if (surname >= tokens->len || !can_be_name(token) || is_initials(tokens, surname) ||
	    name_is(NAME_OTHER, token->word) || name_is(NAME_GROUP, token->word))
		return first;
	read_parts(form, tokens, first, surname);
	form->printed = tokens_slice(tokens, first, surname);
	guint place = read_bracketed_initial(form, tokens, surname + 1);
	return skip_honours(tokens, place);
}

enum gender form_gender(const struct form *form)
{
	return form->title ? form->title->gender : GENDER_UNKNOWN;
}

static bool is_whole(const char *given)
{
	return given && *given && *g_utf8_next_char(given);
}

bool form_has_given_name(const struct form *form)
{
	return form->givens > 0 && is_whole(form->given[0]);
}

/* Forms of one name, or a slip of one letter in a long one: "Alastair" and "Alistair". */
static bool is_same_given(const char *one, const char *other)
{
	return name_is_variant(one, other) || (MIN(strlen(one), strlen(other)) >= 6 && surname_is_close(one, other));
}

bool form_given_compatible(const struct form *one, const struct form *other)
{
	guint common = MIN(one->givens, other->givens);
	for (guint i = 0; i < common; i++) {
		const char *a = one->given[i], *b = other->given[i];
		bool is_equal = g_utf8_get_char(a) == g_utf8_get_char(b);
		if (is_whole(a) && is_whole(b))
			is_equal = is_same_given(a, b);
		if (!is_equal)
			return false;
	}
	return true;
}

guint form_weight(const struct form *form)
{
	guint weight = 0;
	for (guint i = 0; i < form->givens; i++)
		weight += is_whole(form->given[i]) ? (i == 0 ? 40 : 4) : 3;
	if (form->title)
		weight += form->title->is_rank ? 0 : 1;
	return weight;
}

char *form_print(const struct form *form)
{
	g_autoptr(GString) name = g_string_new(NULL);
	bool is_bare = form->givens == 0;
	if (form->title && (!form->title->is_rank || is_bare))
		g_string_append_printf(name, "%s ", form->title->printed);
	bool shouts = true;
	const char *end = form->printed.ptr + form->printed.len;
	for (const char *at = form->last.ptr; at < form->last.ptr + form->last.len; at = g_utf8_next_char(at))
		shouts = shouts && !g_unichar_islower(g_utf8_get_char(at));
	bool starts = true;
	for (const char *at = form->printed.ptr; at < end; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		bool is_letter = g_unichar_isalpha(character);
		if (g_unichar_isspace(character) && name->len > 0 && name->str[name->len - 1] == ' ')
			continue;
		character = g_unichar_isspace(character) ? ' ' : character;
		g_string_append_unichar(name, shouts && !starts ? g_unichar_tolower(character) : character);
		starts = !is_letter;
	}
	return g_string_free(g_steal_pointer(&name), FALSE);
}

bool surname_is_close(const char *one, const char *other)
{
	size_t a = strlen(one), b = strlen(other);
	if (strcmp(one, other) == 0)
		return true;
	if (MIN(a, b) < 4 || MAX(a, b) - MIN(a, b) > 1 || one[0] != other[0])
		return false;
	size_t head = 0, tail = 0;
	while (head < MIN(a, b) && one[head] == other[head])
		head++;
	while (tail < MIN(a, b) - head && one[a - 1 - tail] == other[b - 1 - tail])
		tail++;
	return MAX(a, b) - head - tail <= 1;
}
