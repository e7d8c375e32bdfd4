/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "presence.h"

#include <glib.h>
#include <string.h>

#include "person.h"

/* No caption is longer, and no line of the list either. */
enum { CAPTION_LENGTH = 80, LINE_LENGTH = 2000, WORD_LENGTH = 24 };

enum weight {
	WEIGHT_NONE,
	WEIGHT_SMALL, /* may stand in a caption */
	WEIGHT_COLON, /* makes one where a colon follows */
	WEIGHT_NAMED, /* makes one where a colon or names follow */
	WEIGHT_WHOLE, /* makes one even alone */
};

static const struct {
	const char *word;
	enum weight weight;
} words[] = {
	{"present", WEIGHT_WHOLE},
	{"attendance", WEIGHT_WHOLE},
	{"attending", WEIGHT_WHOLE},
	{"attendees", WEIGHT_WHOLE},
	{"sederunt", WEIGHT_WHOLE},
	{"presennol", WEIGHT_WHOLE},
	{"bresennol", WEIGHT_WHOLE},
	{"apologies", WEIGHT_NAMED},
	{"absent", WEIGHT_NAMED},
	{"ymddiheuriadau", WEIGHT_NAMED},
	{"attended", WEIGHT_NAMED},
	{"officers", WEIGHT_COLON},
	{"officials", WEIGHT_COLON},
	{"members", WEIGHT_COLON},
	{"councillors", WEIGHT_COLON},
	{"cllrs", WEIGHT_COLON},
	{"chair", WEIGHT_COLON},
	{"chairing", WEIGHT_COLON},
	{"chairman", WEIGHT_COLON},
	{"clerk", WEIGHT_COLON},
	{"secretary", WEIGHT_COLON},
	{"staff", WEIGHT_COLON},
	{"observers", WEIGHT_COLON},
	{"guests", WEIGHT_COLON},
	{"visitors", WEIGHT_COLON},
	{"invitees", WEIGHT_COLON},
	{"representatives", WEIGHT_COLON},
	{"taker", WEIGHT_COLON},
	{"substitutes", WEIGHT_COLON},
	{"aelodau", WEIGHT_COLON},
	{"swyddogion", WEIGHT_COLON},
	{"cynghorwyr", WEIGHT_COLON},
	{"cadeirydd", WEIGHT_COLON},
	{"public", WEIGHT_COLON},
	{"convener", WEIGHT_COLON},
	{"also", WEIGHT_SMALL},
	{"in", WEIGHT_SMALL},
	{"for", WEIGHT_SMALL},
	{"the", WEIGHT_SMALL},
	{"of", WEIGHT_SMALL},
	{"and", WEIGHT_SMALL},
	{"as", WEIGHT_SMALL},
	{"by", WEIGHT_SMALL},
	{"via", WEIGHT_SMALL},
	{"at", WEIGHT_SMALL},
	{"from", WEIGHT_SMALL},
	{"absence", WEIGHT_SMALL},
	{"teams", WEIGHT_SMALL},
	{"zoom", WEIGHT_SMALL},
	{"video", WEIGHT_SMALL},
	{"link", WEIGHT_SMALL},
	{"conference", WEIGHT_SMALL},
	{"online", WEIGHT_SMALL},
	{"remotely", WEIGHT_SMALL},
	{"virtually", WEIGHT_SMALL},
	{"virtual", WEIGHT_SMALL},
	{"remote", WEIGHT_SMALL},
	{"person", WEIGHT_SMALL},
	{"other", WEIGHT_SMALL},
	{"others", WEIGHT_SMALL},
	{"voting", WEIGHT_SMALL},
	{"non", WEIGHT_SMALL},
	{"those", WEIGHT_SMALL},
	{"were", WEIGHT_SMALL},
	{"council", WEIGHT_SMALL},
	{"committee", WEIGHT_SMALL},
	{"cabinet", WEIGHT_SMALL},
	{"panel", WEIGHT_SMALL},
	{"board", WEIGHT_SMALL},
	{"executive", WEIGHT_SMALL},
	{"forum", WEIGHT_SMALL},
	{"co", WEIGHT_SMALL},
	{"opted", WEIGHT_SMALL},
	{"independent", WEIGHT_SMALL},
	{"lead", WEIGHT_SMALL},
	{"invited", WEIGHT_SMALL},
	{"minute", WEIGHT_SMALL},
	{"ward", WEIGHT_SMALL},
	{"yn", WEIGHT_SMALL},
	{"hefyd", WEIGHT_SMALL},
	{"am", WEIGHT_SMALL},
	{"a", WEIGHT_SMALL},
	{"standing", WEIGHT_SMALL},
	{"consultative", WEIGHT_SMALL},
	{"received", WEIGHT_SMALL},
	{"ms", WEIGHT_SMALL},
	{"party", WEIGHT_SMALL},
	{"side", WEIGHT_SMALL},
	{"town", WEIGHT_SMALL},
	{"parish", WEIGHT_SMALL},
	{"county", WEIGHT_SMALL},
	{"district", WEIGHT_SMALL},
	{"borough", WEIGHT_SMALL},
	{"city", WEIGHT_SMALL},
	{"supporting", WEIGHT_SMALL},
	{"partners", WEIGHT_SMALL},
	{"advisers", WEIGHT_COLON},
	{"advisors", WEIGHT_COLON},
	{"trustees", WEIGHT_COLON},
	{"governors", WEIGHT_COLON},
	{"directors", WEIGHT_COLON},
	{"delegates", WEIGHT_COLON},
	{"press", WEIGHT_COLON},
	{"stakeholders", WEIGHT_SMALL},
};

static enum weight weight_of(const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].weight;
	return WEIGHT_NONE;
}

/* Reads the word at `at`, folded to lower case; its bytes. */
static size_t read_word(char *word, const char *at)
{
	size_t len = 0;
	for (; g_ascii_isalpha(at[len]) && len + 1 < WORD_LENGTH; len++)
		word[len] = g_ascii_tolower(at[len]);
	word[len] = '\0';
	return len;
}

static bool starts_with_title(const char *text)
{
	char word[WORD_LENGTH];
	return g_ascii_isupper(*text) && read_word(word, text) > 1 && name_title_find(word);
}

static bool starts_with_name(const char *text)
{
	char word[WORD_LENGTH];
	return starts_with_title(text) || (g_ascii_isupper(*text) && read_word(word, text) > 1 && name_is_given(word));
}

size_t presence_caption(const char *text)
{
	if (!g_ascii_isupper(*text))
		return 0;
	enum weight best = WEIGHT_NONE;
	size_t at = 0;
	for (;;) {
		char word[WORD_LENGTH];
		size_t len = read_word(word, text + at);
		enum weight weight = len > 0 ? weight_of(word) : WEIGHT_NONE;
		if (weight == WEIGHT_NONE)
			break;
		if (best >= WEIGHT_NAMED && starts_with_name(text + at))
			return at;
		best = MAX(best, weight);
		at += len;
		at += g_str_has_prefix(text + at, "(s)") ? 3 : 0;
		at += strspn(text + at, " /&,-");
		if (at > CAPTION_LENGTH)
			return 0;
	}
	/* A dash behind the words parts them from the names, as a colon does. */
	bool dashed = at > 1 && (text[at - 2] == '-' || g_str_has_prefix(text + at, "–"));
	if (text[at] == ':' || (dashed && best >= WEIGHT_NAMED))
		return best >= WEIGHT_COLON ? at + (text[at] == ':') : 0;
	if (text[at] == '\0')
		return best == WEIGHT_WHOLE ? at : 0;
	return best >= WEIGHT_NAMED && starts_with_name(text + at) ? at : 0;
}

bool presence_is_caption(const char *text)
{
	size_t len = presence_caption(text);
	return len > 0 && text[len + strspn(text + len, ":- ")] == '\0';
}

/* Tells what somebody did: "Cllr Alder declared an interest." */
static bool is_sentence(const char *text)
{
	static const char *const verbs[] = {" was ", " were ", " had ", " took ", " that ",
					    " is ",  " are ",  " has ", NULL};
	if (!g_str_has_suffix(text, ".") && !g_str_has_suffix(text, ":"))
		return false;
	for (int i = 0; verbs[i]; i++)
		if (strstr(text, verbs[i]))
			return true;
	for (const char *past = strstr(text, "ed "); past; past = strstr(past + 1, "ed ")) {
		const char *word = past;
		while (word > text && g_ascii_isalpha(word[-1]))
			word--;
		if (past - word > 2 && g_ascii_islower(*word))
			return true;
	}
	return false;
}

/* A name and nothing else, or with an office, initials or a dash behind it. */
static bool is_person(const struct tokens *tokens)
{
	struct form form;
	guint end = form_parse(&form, tokens, 0);
	if (end == 0 || form.givens == 0)
		return false;
	const struct token *first = tokens_at(tokens, 0), *next = tokens_at(tokens, end);
	bool is_apart = end >= tokens->len || (next->before & (GAP_COMMA | GAP_OPEN | GAP_DASH | GAP_BAR));
	return is_apart && ((first->flags & TOKEN_INITIAL) || name_is_given(first->word));
}

bool presence_names(const char *text)
{
	if (strlen(text) > LINE_LENGTH || is_sentence(text))
		return false;
	if (starts_with_title(text))
		return true;
	if (presence_caption(text) > 0)
		return false;
	struct tokens tokens;
	tokens_init(&tokens, span_of(text));
	bool names = is_person(&tokens);
	tokens_clear(&tokens);
	return names;
}
