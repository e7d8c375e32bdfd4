/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "kind.h"

#include <glib.h>
#include <string.h>

#include "date.h"

enum match_case { WITH_CASE, ANY_CASE };

struct wording {
	const char *words;
	enum match_case match;
};

static const struct wording attendance_starts[] = {{"PRESENT", WITH_CASE},
						   {"ALSO PRESENT", WITH_CASE},
						   {"IN ATTENDANCE", ANY_CASE},
						   {"Present:", ANY_CASE},
						   {"Present -", ANY_CASE},
						   {"Present –", ANY_CASE},
						   {"Also present:", ANY_CASE},
						   {"Members present", ANY_CASE},
						   {"Membership", WITH_CASE},
						   {"Membership:", ANY_CASE},
						   {"Officers present", ANY_CASE},
						   {"Officers in attendance", ANY_CASE},
						   {"Officials in attendance", ANY_CASE},
						   {"Councillors present", ANY_CASE},
						   {"Others present", ANY_CASE},
						   {"Also in attendance", ANY_CASE},
						   {"Virtual attendance", ANY_CASE},
						   {"Attending virtually", ANY_CASE},
						   {"APOLOGIES:", WITH_CASE},
						   {"Apologies:", WITH_CASE},
						   {"Apologies for absence:", ANY_CASE},
						   {"Attendees:", ANY_CASE},
						   {"Attendance:", ANY_CASE},
						   {"Minute taker", ANY_CASE},
						   {"Clerk:", ANY_CASE},
						   {"Present in the chair", ANY_CASE},
						   {"Members in attendance", ANY_CASE},
						   {"Yn bresennol", ANY_CASE},
						   {"Presennol", ANY_CASE},
						   {"Ymddiheuriadau:", ANY_CASE},
						   {"Hefyd yn bresennol", ANY_CASE},
						   {"Substitutes:", ANY_CASE},
						   {NULL, 0}};

static const struct wording attendance_parts[] = {
	{"in attendance for this item", ANY_CASE}, {"in attendance for the item", ANY_CASE},
	{"present for this item", ANY_CASE},       {"in attendance for items", ANY_CASE},
	{"in attendance for item ", ANY_CASE},     {NULL, 0}};

static const struct wording resolution_starts[] = {{"RESOLVED", WITH_CASE},
						   {"Resolved", WITH_CASE},
						   {"It was RESOLVED", ANY_CASE},
						   {"It was APPROVED", WITH_CASE},
						   {"It was AGREED", WITH_CASE},
						   {"It was unanimously", ANY_CASE},
						   {"IT WAS ", WITH_CASE},
						   {"AGREED", WITH_CASE},
						   {"Agreed", WITH_CASE},
						   {"APPROVED", WITH_CASE},
						   {"CARRIED", ANY_CASE},
						   {"LOST", WITH_CASE},
						   {"Amendment carried", ANY_CASE},
						   {"Amendment lost", ANY_CASE},
						   {"Motion carried", ANY_CASE},
						   {"Motion lost", ANY_CASE},
						   {"DECISION", WITH_CASE},
						   {"DECIDED", WITH_CASE},
						   {"Vote:", WITH_CASE},
						   {"Resolution:", WITH_CASE},
						   {"Penderfynwyd", ANY_CASE},
						   {"PENDERFYNWYD", WITH_CASE},
						   {NULL, 0}};

static const struct wording resolution_parts[] = {{"RESOLVED", WITH_CASE},
						  {"was CARRIED", WITH_CASE},
						  {"was LOST", WITH_CASE},
						  {"were CARRIED", WITH_CASE},
						  {"were LOST", WITH_CASE},
						  {"it was agreed unanimously", ANY_CASE},
						  {"it was unanimously agreed", ANY_CASE},
						  {"it was resolved", ANY_CASE},
						  {"was carried", WITH_CASE},
						  {"were carried", WITH_CASE},
						  {"was lost", WITH_CASE},
						  {"to the vote and it was agreed", ANY_CASE},
						  {"the motion was carried", ANY_CASE},
						  {"the motion was lost", ANY_CASE},
						  {"it was therefore resolved", ANY_CASE},
						  {"agreed as accurate", ANY_CASE},
						  {"agreed as a correct record", ANY_CASE},
						  {"agreed as a true record", ANY_CASE},
						  {"approved as a correct record", ANY_CASE},
						  {"approved as a true record", ANY_CASE},
						  {"confirmed as a correct record", ANY_CASE},
						  {"agreed and signed", ANY_CASE},
						  {"approved and signed", ANY_CASE},
						  {"signed as a correct record", ANY_CASE},
						  {"signed as correct", ANY_CASE},
						  {"correctly recorded", ANY_CASE},
						  {"were a correct record", ANY_CASE},
						  {"inutes were approved", ANY_CASE},
						  {"inutes were agreed", ANY_CASE},
						  {"inutes were confirmed", ANY_CASE},
						  {"inutes were accepted", ANY_CASE},
						  {NULL, 0}};

static bool has_prefix(const char *text, const struct wording *wording)
{
	size_t len = strlen(wording->words);
	bool same = wording->match == WITH_CASE ? strncmp(text, wording->words, len) == 0
						: g_ascii_strncasecmp(text, wording->words, len) == 0;
	return same && !(g_ascii_isalpha(wording->words[len - 1]) && g_ascii_isalpha(text[len]));
}

static bool has_part(const char *text, const char *lower, const struct wording *wording)
{
	if (wording->match == WITH_CASE)
		return strstr(text, wording->words) != NULL;
	g_autofree char *words = g_ascii_strdown(wording->words, -1);
	return strstr(lower, words) != NULL;
}

static bool starts_with_any(const char *text, const struct wording *list)
{
	for (; list->words; list++)
		if (has_prefix(text, list))
			return true;
	return false;
}

static bool contains_any(const char *text, const struct wording *list)
{
	g_autofree char *lower = g_ascii_strdown(text, -1);
	for (; list->words; list++)
		if (has_part(text, lower, list))
			return true;
	return false;
}

/* The "Minutes of the meeting … were agreed" wordings speak of minutes; elsewhere "agreed and signed" is a contract. */
static bool speaks_of_minutes(const char *text)
{
	return strstr(text, "inutes") || strstr(text, "INUTES") || strstr(text, "ofnodion") || strlen(text) < 70;
}

bool kind_is_attendance(const char *text)
{
	return starts_with_any(text, attendance_starts) || contains_any(text, attendance_parts);
}

bool kind_is_presenters(const char *text)
{
	static const char *const posts[] = {
		"Officer", "Manager",   "Director",  "Commissioner", "Head of",      "Chair",       "Lead",
		"Adviser", "Advisor",   "Member",    "Clerk",        "Solicitor",    "Accountant",  "Engineer",
		"Planner", "Constable", "Inspector", "Executive",    "Head Teacher", "Headteacher", NULL};
	size_t len = strlen(text);
	bool list = len > 12 && len < 500 && strchr(text, ',') && !strchr(".:;?!", text[len - 1]) &&
		    g_ascii_isupper(text[0]);
	if (!list || strstr(text, " was ") || strstr(text, " were ") || strstr(text, " that "))
		return false;
	for (int i = 0; posts[i]; i++)
		if (strstr(text, posts[i]))
			return true;
	return false;
}

bool kind_is_vote(const char *text)
{
	static const char *const sides[] = {"For",        "Against",    "Abstain",     "Abstained",
					    "Abstaining", "Abstention", "Abstentions", "FOR",
					    "AGAINST",    "ABSTAIN",    "ABSTENTIONS", NULL};
	for (int i = 0; sides[i]; i++) {
		size_t len = strlen(sides[i]);
		if (strncmp(text, sides[i], len) != 0 || g_ascii_isalpha(text[len]))
			continue;
		const char *rest = text + len + strspn(text + len, " ");
		if ((rest[0] == '(' && g_ascii_isdigit(rest[1])) || rest[0] == ':' ||
		    (rest[0] == '-' && rest[1] == ' '))
			return true;
	}
	return false;
}

/* "The Panel noted the report.": the deciding body does one of the things that close an item. */
static bool is_body_outcome(const char *text)
{
	static const char *const bodies[] = {"Committee", "Panel",         "Cabinet",   "Council", "Board",
					     "Forum",     "Sub-Committee", "Authority", NULL};
	static const char *const deeds[] = {" noted the report", " noted the contents",
					    " approved the ",    " agreed the recommendation",
					    " endorsed the ",    " RESOLVED",
					    " AGREED",           " APPROVED",
					    " resolved",         NULL};
	if (strncmp(text, "The ", 4) != 0 || strlen(text) > 220)
		return false;
	for (int i = 0; bodies[i]; i++) {
		const char *at = strstr(text, bodies[i]);
		if (!at || at - text > 70)
			continue;
		for (int j = 0; deeds[j]; j++)
			if (g_str_has_prefix(at + strlen(bodies[i]), deeds[j]))
				return true;
	}
	return false;
}

/* "Substantive motion carried.": a short sentence that ends with the outcome of a vote. */
static bool is_short_outcome(const char *text)
{
	static const char *const subjects[] = {"otion", "mendment", "ecommendation", "proposal", "roposal", NULL};
	static const char *const outcomes[] = {
		" carried.", " lost.", " carried", " lost", " agreed.", " defeated.", " withdrawn and lost.", NULL};
	bool subject = false;
	for (int i = 0; subjects[i]; i++)
		subject |= strstr(text, subjects[i]) != NULL;
	for (int i = 0; subject && strlen(text) < 60 && outcomes[i]; i++)
		if (g_str_has_suffix(text, outcomes[i]))
			return true;
	return false;
}

/* "The minutes of the meeting held on 4 May were approved." */
static bool approves_minutes(const char *text)
{
	static const char *const ends[] = {"were approved.",      "were agreed.",
					   "were confirmed.",     "were accepted.",
					   "was approved.",       "were approved and signed.",
					   "were taken as read.", "were approved as correct.",
					   "were signed.",        NULL};
	if (!g_str_has_prefix(text, "The minutes") && !g_str_has_prefix(text, "The Minutes") &&
	    !g_str_has_prefix(text, "Minutes"))
		return false;
	for (int i = 0; strlen(text) < 200 && ends[i]; i++)
		if (g_str_has_suffix(text, ends[i]))
			return true;
	return false;
}

bool kind_is_resolution(const char *text)
{
	if (g_str_has_suffix(text, "voting was as follows:") || g_str_has_suffix(text, "voting was as follows"))
		return false;
	if (starts_with_any(text, resolution_starts) || kind_is_vote(text) || is_body_outcome(text) ||
	    is_short_outcome(text) || approves_minutes(text))
		return true;
	if (!contains_any(text, resolution_parts))
		return false;
	static const struct wording decided[] = {
		{"RESOLVED", WITH_CASE},   {"CARRIED", WITH_CASE}, {"LOST", WITH_CASE},
		{"carried", WITH_CASE},    {"lost", WITH_CASE},    {"resolved", ANY_CASE},
		{"unanimously", ANY_CASE}, {"the vote", ANY_CASE}, {NULL, 0}};
	return contains_any(text, decided) || speaks_of_minutes(text);
}

bool kind_opens_resolutions(const char *text)
{
	size_t len = strlen(text);
	if (!kind_is_resolution(text) || kind_is_vote(text) || len > 400)
		return false;
	static const char *const ends[] = {":",        ":-",     "that",        "to",           "APPROVED",
					   "RESOLVED", "AGREED", "unanimously", "Connectivity", NULL};
	for (int i = 0; ends[i]; i++)
		if (g_str_has_suffix(text, ends[i]))
			return true;
	return len < 60 && strchr(".;)", text[len - 1]) == NULL;
}

bool kind_starts_resolved(const char *text)
{
	static const struct wording starts[] = {{"RESOLVED", WITH_CASE},        {"Resolved", WITH_CASE},
						{"It was RESOLVED", WITH_CASE}, {"It was resolved", WITH_CASE},
						{"IT WAS RESOLVED", WITH_CASE}, {"It was APPROVED", WITH_CASE},
						{"It was AGREED", WITH_CASE},   {NULL, 0}};
	return starts_with_any(text, starts);
}

bool kind_is_recommendation(const char *text)
{
	static const struct wording starts[] = {{"Recommendation:", ANY_CASE},
						{"Recommendations:", ANY_CASE},
						{"Recommendation(s):", ANY_CASE},
						{"RECOMMENDED", WITH_CASE},
						{"It is recommended", ANY_CASE},
						{"It is RECOMMENDED", ANY_CASE},
						{"The recommendation is", ANY_CASE},
						{"“Recommendation ", WITH_CASE},
						{"\"Recommendation ", WITH_CASE},
						{"Argymhell", ANY_CASE},
						{NULL, 0}};
	return starts_with_any(text, starts);
}

bool kind_item_reference(const char *text, size_t *from, char **reference)
{
	static const char *const leads[] = {"(agenda item", "(items", "(item", NULL};
	const char *open = strrchr(text, '(');
	size_t len = strlen(text);
	if (!open || len < 7)
		return false;
	const char *close = strchr(open, ')');
	if (!close || close[1 + strspn(close + 1, " .")] != '\0')
		return false;
	for (int i = 0; leads[i]; i++) {
		size_t lead = strlen(leads[i]);
		if (g_ascii_strncasecmp(open, leads[i], lead) != 0)
			continue;
		const char *at = open + lead + strspn(open + lead, " .:-–");
		if (g_ascii_strncasecmp(at, "no", 2) == 0)
			at += 2 + strspn(at + 2, ". ");
		if (at == close || close - at > 12)
			return false;
		*from = (size_t)(open - text);
		*reference = g_strstrip(g_strndup(at, (gsize)(close - at)));
		return true;
	}
	return false;
}

size_t kind_title_length(const char *text)
{
	size_t len = strlen(text);
	const char *open = strrchr(text, '(');
	if (open && text[len - 1] == ')' &&
	    (g_ascii_strncasecmp(open, "(page", 5) == 0 || g_ascii_strncasecmp(open, "(pp", 3) == 0))
		len = (size_t)(open - text);
	while (len > 0 && g_ascii_isspace(text[len - 1]))
		len--;
	return len;
}

bool kind_is_front_line(const char *text)
{
	static const struct wording starts[] = {{"Venue", ANY_CASE},
						{"Date", WITH_CASE},
						{"Time", WITH_CASE},
						{"Contact", ANY_CASE},
						{"Ask for", ANY_CASE},
						{"Telephone", ANY_CASE},
						{"Tel:", ANY_CASE},
						{"Email", ANY_CASE},
						{"E-mail", ANY_CASE},
						{"Proposed venue", ANY_CASE},
						{"Quorum", ANY_CASE},
						{"MINUTES of", WITH_CASE},
						{"Minutes of a meeting", WITH_CASE},
						{"Minutes of Meeting held", ANY_CASE},
						{"Minutes of the meeting held", ANY_CASE},
						{"Held ", ANY_CASE},
						{NULL, 0}};
	if (starts_with_any(text, starts))
		return true;
	struct date_found found;
	if (!date_find(&found, text, 0) || found.from > 12)
		return false;
	return strlen(text) - (found.end - found.from) < 45;
}

bool kind_is_part_heading(const char *text)
{
	static const struct wording whole[] = {{"AGENDA", ANY_CASE},           {"MINUTES", ANY_CASE},
					       {"DRAFT MINUTES", ANY_CASE},    {"UNRESTRICTED ITEMS", ANY_CASE},
					       {"EXEMPT ITEMS", ANY_CASE},     {"RESTRICTED ITEMS", ANY_CASE},
					       {"EXEMPT ITEM", ANY_CASE},      {"Agenda and minutes", ANY_CASE},
					       {"Meeting", ANY_CASE},          {"Decisions", ANY_CASE},
					       {"Part 1", ANY_CASE},           {"Part 2", ANY_CASE},
					       {"Part I", ANY_CASE},           {"Part II", ANY_CASE},
					       {"PUBLIC BUSINESS", WITH_CASE}, {"Open session", ANY_CASE},
					       {"COFNODION", ANY_CASE},        {NULL, 0}};
	for (int i = 0; whole[i].words; i++)
		if (g_ascii_strcasecmp(text, whole[i].words) == 0)
			return true;
	static const struct wording parts[] = {
		{"ITEMS FOR ", WITH_CASE}, {" BUSINESS", WITH_CASE}, {"MATTERS FOR ", WITH_CASE}, {NULL, 0}};
	return strlen(text) < 60 && contains_any(text, parts) && g_ascii_strcasecmp(text, "any other business") != 0;
}

bool kind_is_title_like(const char *text)
{
	size_t len = strlen(text);
	if (len < 3 || len > 260)
		return false;
	const char *first = text + strspn(text, "\"'([*£");
	gunichar c = g_utf8_get_char(first);
	bool capital = g_unichar_isupper(c) || g_unichar_isdigit(c) || c == 0x2018 || c == 0x201C;
	return capital && !strchr(".;,", text[len - 1]) && !strstr(text, ". ") && !strchr(text, '@');
}
