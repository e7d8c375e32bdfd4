/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "kind.h"

#include <glib.h>
#include <string.h>

#include "date.h"
#include "presence.h"
#include "wording.h"

static const struct wording attendance_starts[] = {{"PRESENT", WITH_CASE},
						   {"ALSO PRESENT", WITH_CASE},
						   {"IN ATTENDANCE", ANY_CASE},
						   {"Present:", ANY_CASE},
						   {"Present -", ANY_CASE},
						   {"Present –", ANY_CASE},
						   {"Also present:", ANY_CASE},
						   {"Members present", ANY_CASE},
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

/* "Membership" opens a list only where names follow it. */
static bool is_membership(const char *text)
{
	static const char lead[] = "Membership";
	if (!g_str_has_prefix(text, lead))
		return false;
	const char *rest = text + sizeof lead - 1;
	return *rest == '\0' || *rest == ':' || (rest[0] == ' ' && g_unichar_isupper(g_utf8_get_char(rest + 1)));
}

bool kind_is_attendance(const char *text)
{
	return is_membership(text) || wording_starts(text, attendance_starts) || presence_caption(text) > 0 ||
	       wording_contains(text, attendance_parts);
}

bool kind_heads_roll(const char *text)
{
	static const char *const words[] = {"Attendees",  "ATTENDEES",  "Present",         "PRESENT",
					    "Attendance", "ATTENDANCE", "Members present", NULL};
	for (int i = 0; strlen(text) < 80 && words[i]; i++)
		if (strstr(text, words[i]))
			return true;
	return false;
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
	return wording_starts(text, starts);
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

static bool names_meeting(const char *lower)
{
	static const char *const words[] = {"meeting",  "held",    "proceedings", "cyfarfod", "committee",
					    "panel",    "cabinet", "board",       "forum",    "executive",
					    "assembly", "council", NULL};
	for (int i = 0; words[i]; i++)
		if (strstr(lower, words[i]))
			return true;
	return false;
}

bool kind_opens_minutes(const char *text)
{
	static const char *const states[] = {"draft ", "unconfirmed ", "confirmed ", "approved ", "the ", NULL};
	static const char *const openings[] = {"minutes of ", "minute of ",    "minutes for ", "notes of ",  "note of ",
					       "notes from ", "minutes from ", "cofnodion ",   "record of ", NULL};
	static const char *const sentences[] = {" were ",           " was ",   " be approved",
						" be signed",       " to be ", "last meeting",
						"previous meeting", " are ",   NULL};
	enum { OPENING_LENGTH = 400 };
	if (!g_unichar_isupper(g_utf8_get_char(text)) || strlen(text) > OPENING_LENGTH)
		return false;
	g_autofree char *lower = g_utf8_strdown(text, -1);
	const char *at = lower;
	for (int i = 0; states[i]; i++)
		at += g_str_has_prefix(at, states[i]) ? strlen(states[i]) : 0;
	for (int i = 0; sentences[i]; i++)
		if (strstr(at, sentences[i]))
			return false;
	for (int i = 0; openings[i]; i++)
		if (g_str_has_prefix(at, openings[i]))
			return names_meeting(at);
	return false;
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
						{"The meeting started", ANY_CASE},
						{"The meeting commenced", ANY_CASE},
						{"The meeting began", ANY_CASE},
						{"The meeting opened", ANY_CASE},
						{"Meeting started", ANY_CASE},
						{"Meeting commenced", ANY_CASE},
						{"Start time", ANY_CASE},
						{"MINUTES of", WITH_CASE},
						{"Minutes of a meeting", WITH_CASE},
						{"Minutes of Meeting held", ANY_CASE},
						{"Minutes of the meeting held", ANY_CASE},
						{"Held ", ANY_CASE},
						{NULL, 0}};
	if (wording_starts(text, starts))
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
					       {"COFNODION", ANY_CASE},        {"Committee report", ANY_CASE},
					       {"Decision notice", ANY_CASE},  {NULL, 0}};
	for (int i = 0; whole[i].words; i++)
		if (g_ascii_strcasecmp(text, whole[i].words) == 0)
			return true;
	static const struct wording parts[] = {{"ITEMS FOR ", WITH_CASE},        {" BUSINESS", WITH_CASE},
					       {"MATTERS FOR ", WITH_CASE},      {"MATTERS TO ", WITH_CASE},
					       {"RECORD OF DECISION", ANY_CASE}, {NULL, 0}};
	return strlen(text) < 60 && wording_contains(text, parts) &&
	       g_ascii_strcasecmp(text, "any other business") != 0;
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
