/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "body.h"

#include <glib.h>
#include <string.h>

#include "date.h"

static const char *const council_kinds[] = {"County Council",
					    "City Council",
					    "Borough Council",
					    "District Council",
					    "Town Council",
					    "Parish Council",
					    "Community Council",
					    "Metropolitan Borough Council",
					    "Combined Authority",
					    "Unitary Authority",
					    "City and County Council",
					    "Burgh Council",
					    "Islands Council",
					    NULL};

static const char *const body_kinds[] = {
	"Committee",    "Panel",         "Cabinet",       "Board",   "Forum",      "Sub-Committee",
	"Subcommittee", "Working Group", "Working Party", "Council", "Commission", "Authority",
	"Executive",    "Assembly",      "Partnership",   "Group",   NULL};

/* Words between capitals that a name may hold. */
static bool is_link(const char *word, size_t len)
{
	static const char *const links[] = {"and", "of",    "the", "for", "with", "&", "upon", "on",
					    "in",  "under", "by",  "cum", "le",   "-", "–",    NULL};
	for (int i = 0; links[i]; i++)
		if (strlen(links[i]) == len && g_ascii_strncasecmp(word, links[i], len) == 0)
			return true;
	return false;
}

static bool is_capitalised(const char *word)
{
	return g_unichar_isupper(g_utf8_get_char(word));
}

/* No name is longer. */
enum { NAME_LENGTH = 160 };

/* Back from `end` over capitalised words and links between them. Returns where the name starts. */
static const char *name_start(const char *text, const char *end)
{
	const char *start = end, *at = end;
	for (;;) {
		while (at > text && at[-1] == ' ')
			at--;
		const char *word = at;
		while (word > text && !strchr(" (\"", word[-1]))
			word--;
		size_t len = (size_t)(at - word);
		if (len == 0 || end - word > NAME_LENGTH || strchr(".,:;)!?\"", at[-1]) ||
		    (len > 3 && at - 3 >= text && strncmp(at - 3, "–", 3) == 0))
			break;
		if (is_capitalised(word) && !g_ascii_isdigit(*word))
			start = word;
		else if (!is_link(word, len))
			break;
		at = word;
	}
	return start;
}

/* "KENT COUNTY COUNCIL" as a name is written: Kent County Council. */
static char *as_name(const char *from, size_t len)
{
	g_autofree char *raw = g_strndup(from, len);
	bool lower = false;
	for (const char *at = raw; *at; at = g_utf8_next_char(at))
		lower |= g_unichar_islower(g_utf8_get_char(at));
	if (lower)
		return g_steal_pointer(&raw);
	GString *name = g_string_new(NULL);
	bool start = true;
	size_t word_start = 0;
	for (const char *at = raw; *at; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (start)
			word_start = name->len;
		g_string_append_unichar(name, start ? g_unichar_toupper(c) : g_unichar_tolower(c));
		bool ends = at[1] == ' ' || at[1] == '\0';
		if (ends && word_start > 0 && is_link(name->str + word_start, name->len - word_start))
			name->str[word_start] = g_ascii_tolower(name->str[word_start]);
		start = !g_unichar_isalpha(c) && c != '\'' && c != 0x2019;
	}
	return g_string_free(name, FALSE);
}

static const char *find_ignoring_case(const char *text, const char *words)
{
	size_t len = strlen(words);
	const char both[] = {g_ascii_toupper(words[0]), g_ascii_tolower(words[0]), '\0'};
	for (const char *at = text + strcspn(text, both); *at; at += 1 + strcspn(at + 1, both))
		if (g_ascii_strncasecmp(at, words, len) == 0)
			return at;
	return NULL;
}

/* What stands before the name in a title: up to the last "meeting of". */
static const char *strip_articles(const char *start)
{
	static const char *const leads[] = {"the ",        "minutes of ", "draft ",      "all members of ",
					    "members of ", "agenda for ", "meeting of ", NULL};
	for (int i = 0; leads[i]; i++)
		if (g_ascii_strncasecmp(start, leads[i], strlen(leads[i])) == 0)
			return strip_articles(start + strlen(leads[i]));
	return start;
}

/* Behind the last of the words between `start` and `end`. */
static const char *behind_last(const char *start, const char *end, const char *const *words)
{
	for (const char *at = start; at < end; at++)
		for (int i = 0; words[i]; i++)
			if (g_ascii_strncasecmp(at, words[i], strlen(words[i])) == 0 && at + strlen(words[i]) < end)
				return behind_last(at + strlen(words[i]), end, words);
	return start;
}

static const char *after_meeting(const char *start, const char *end)
{
	static const char *const words[] = {"meeting of ", "minutes of ", "proceedings of ", NULL};
	return behind_last(start, end, words);
}

/* "Leader of Saltmouth Borough Council" has the council's name behind an office's. */
static const char *after_office(const char *start, const char *end)
{
	static const char *const words[] = {"leader of ", "mayor of ",  "clerk of ", "chief executive of ",
					    "behalf of ", "member of ", NULL};
	return behind_last(start, end, words);
}

/* "London Borough of Northolme", "Glenarden Council": a line that is nothing else. */
static char *find_bare_council(const char *text)
{
	static const char *const generic[] = {"the ",    "full ",    "county ",        "city ",
					      "town ",   "parish ",  "borough ",       "district ",
					      "annual ", "special ", "extraordinary ", NULL};
	enum { LINE_LENGTH = 50 };
	size_t len = strlen(text);
	bool borough = g_ascii_strncasecmp(text, "london borough of ", 18) == 0 ||
		       g_ascii_strncasecmp(text, "royal borough of ", 17) == 0;
	bool council = len > 11 && g_ascii_strcasecmp(text + len - 8, " council") == 0;
	if (len > LINE_LENGTH || !(borough || council) || strpbrk(text, ".,:;()") || !is_capitalised(text))
		return NULL;
	for (int i = 0; council && generic[i]; i++)
		if (g_ascii_strncasecmp(text, generic[i], strlen(generic[i])) == 0)
			return NULL;
	return name_start(text, text + len) == text ? as_name(text, len) : NULL;
}

char *body_find_council(const char *text)
{
	for (int i = 0; council_kinds[i]; i++) {
		const char *at = find_ignoring_case(text, council_kinds[i]);
		if (!at)
			continue;
		const char *end = at + strlen(council_kinds[i]);
		if (g_ascii_isalpha(*end) || !is_capitalised(at))
			continue;
		const char *start = strip_articles(after_office(after_meeting(name_start(text, at), at), at));
		/* "the Council Council": something must name it. */
		if (start >= at || at - start < 3 || end - start > 80 || g_strstr_len(start, at - start, "Council"))
			continue;
		return as_name(start, (size_t)(end - start));
	}
	return find_bare_council(text);
}

/* A line that says nothing but the name, a meeting or a date with it. */
static bool is_whole(const char *text, const char *start, const char *end)
{
	return start - text < 30 && (*end == '\0' || strncmp(end, " held", 5) == 0 || strncmp(end, " -", 2) == 0 ||
				     strncmp(end, " –", 4) == 0);
}

/* "Leader of the Council", "Public Forum": an office and an item of every agenda. */
static bool is_no_body(const char *name)
{
	static const char *const starts[] = {"Leader",       "Deputy Leader", "Chair", "Vice-Chair", "Member",
					     "Mayor",        "Director",      "Head ", "Chief ",     "Officer",
					     "Public Forum", "Clerk",         NULL};
	for (int i = 0; starts[i]; i++)
		if (g_ascii_strncasecmp(name, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

char *body_find(const char *text, const char *council)
{
	for (int i = 0; body_kinds[i]; i++) {
		for (const char *at = find_ignoring_case(text, body_kinds[i]); at;
		     at = find_ignoring_case(at + 1, body_kinds[i])) {
			const char *end = at + strlen(body_kinds[i]);
			if (g_ascii_isalpha(*end) || !is_capitalised(at) || (at > text && g_ascii_isalpha(at[-1])) ||
			    g_str_has_prefix(end, " Member") || g_str_has_prefix(end, " Chamber") ||
			    g_str_has_prefix(end, " Room"))
				continue;
			const char *start = strip_articles(after_meeting(name_start(text, at), at));
			if (start > at || end - start > 110 ||
			    (strcmp(body_kinds[i], "Council") == 0 && !is_whole(text, start, end)))
				continue;
			g_autofree char *name = as_name(start, (size_t)(end - start));
			if (is_no_body(name))
				continue;
			if (council && g_str_has_prefix(name, council) && strlen(name) > strlen(council) + 1)
				return g_strdup(name + strlen(council) + 1);
			if (!council || g_ascii_strcasecmp(name, council) != 0)
				return g_steal_pointer(&name);
		}
	}
	return NULL;
}

/* "Corporate Parenting Panel - Monday, 20th March, 2017": a body and its date. */
bool body_names_meeting(const char *text)
{
	struct date_found found;
	if (!date_find(&found, text, 0) || strlen(text) > 160)
		return false;
	g_autofree char *body = body_find(text, NULL);
	return body && found.from > 4;
}
