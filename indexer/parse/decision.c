/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "decision.h"

#include <glib.h>
#include <string.h>

#include "wording.h"

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
						   {"DECISION:", WITH_CASE},
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

/* The "Minutes of the meeting … were agreed" wordings speak of minutes; elsewhere "agreed and signed" is a contract. */
static bool speaks_of_minutes(const char *text)
{
	return strstr(text, "inutes") || strstr(text, "INUTES") || strstr(text, "ofnodion") || strlen(text) < 70;
}

bool decision_is_vote(const char *text)
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

static const char *const bodies[] = {"Committee",     "Panel",     "Cabinet",   "Council",    "Board", "Forum",
				     "Sub-Committee", "Authority", "Executive", "Commission", NULL};

/* "The Panel noted the report.": the deciding body does one of the things that close an item. */
static bool is_body_outcome(const char *text)
{
	static const char *const deeds[] = {" noted the report",
					    " noted the contents",
					    " approved the ",
					    " agreed the recommendation",
					    " endorsed the ",
					    " RESOLVED",
					    " AGREED",
					    " APPROVED",
					    " resolved",
					    " agreed:",
					    " agreed to ",
					    " agreed that:",
					    " agreed (",
					    " unanimously agreed",
					    " approved:",
					    " noted:",
					    NULL};
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

/* "The minutes of the meeting held on 4 May were submitted and approved." */
static bool approves_minutes(const char *text)
{
	static const struct wording starts[] = {{"The minute", ANY_CASE},
						{"The draft minute", ANY_CASE},
						{"Minutes", WITH_CASE},
						{"Minute of", WITH_CASE},
						{"The minutes", ANY_CASE},
						{"The draft minutes", ANY_CASE},
						{NULL, 0}};
	static const char *const approvals[] = {"approved", "agreed",        "confirmed",    "accepted", "adopted",
						"signed",   "taken as read", "held as read", NULL};
	/* How far from "were" what was done may stand: "were proposed by Mr Alder and approved". */
	enum { TEXT_LENGTH = 300, REACH = 80 };
	if (strlen(text) > TEXT_LENGTH || !wording_starts(text, starts))
		return false;
	for (const char *at = strstr(text, " w"); at; at = strstr(at + 1, " w")) {
		if (!g_str_has_prefix(at, " were ") && !g_str_has_prefix(at, " was "))
			continue;
		for (int i = 0; approvals[i]; i++)
			if (g_strstr_len(at, REACH, approvals[i]))
				return true;
	}
	return false;
}

/* "…and the motion was accordingly carried": an adverb at most between the words. */
static bool tells_of_vote(const char *text)
{
	static const char *const outcomes[] = {"carried", "lost", "defeated", "rejected", NULL};
	if (!strstr(text, "otion") && !strstr(text, "mendment") && !strstr(text, "OTION"))
		return false;
	for (int i = 0; outcomes[i]; i++) {
		const char *at = strstr(text, outcomes[i]);
		while (at && at > text && at[-1] == ' ') {
			const char *word = at - 1;
			while (word > text && word[-1] != ' ')
				word--;
			bool adverb = at - word > 4 && strncmp(at - 3, "ly ", 3) == 0;
			const char *was = adverb ? word - 1 : at - 1;
			if ((was - text > 4 && strncmp(was - 4, " was", 4) == 0) ||
			    (was - text > 5 && strncmp(was - 5, " were", 5) == 0))
				return true;
			at = strstr(at + 1, outcomes[i]);
		}
	}
	return false;
}

bool decision_is_made(const char *text)
{
	if (g_str_has_suffix(text, "voting was as follows:") || g_str_has_suffix(text, "voting was as follows"))
		return false;
	if (wording_starts(text, resolution_starts) || decision_is_vote(text) || is_body_outcome(text) ||
	    is_short_outcome(text) || approves_minutes(text) || tells_of_vote(text))
		return true;
	if (!wording_contains(text, resolution_parts))
		return false;
	static const struct wording decided[] = {
		{"RESOLVED", WITH_CASE},   {"CARRIED", WITH_CASE}, {"LOST", WITH_CASE},
		{"carried", WITH_CASE},    {"lost", WITH_CASE},    {"resolved", ANY_CASE},
		{"unanimously", ANY_CASE}, {"the vote", ANY_CASE}, {NULL, 0}};
	return wording_contains(text, decided) || speaks_of_minutes(text);
}

bool decision_is_caption(const char *text)
{
	static const char *const captions[] = {"decision",       "decisions",
					       "decision(s)",    "resolution",
					       "resolutions",    "resolved",
					       "agreed",         "penderfyniad",
					       "penderfyniadau", "penderfynwyd",
					       "it was agreed",  "it was resolved",
					       "decision made",  NULL};
	enum { CAPTION_LENGTH = 24 };
	if (strlen(text) > CAPTION_LENGTH)
		return false;
	g_autofree char *lower = g_ascii_strdown(text, -1);
	size_t len = strlen(lower);
	while (len > 0 && strchr(":-. ", lower[len - 1]))
		lower[--len] = '\0';
	return g_strv_contains(captions, lower);
}

/* "The Committee:", "That Cabinet:": what it did stands in the points below. */
static bool is_body_alone(const char *text)
{
	enum { NAME_LENGTH = 60 };
	size_t len = strlen(text);
	while (len > 0 && strchr(":- ", text[len - 1]))
		len--;
	bool starts = g_str_has_prefix(text, "The ") || g_str_has_prefix(text, "That ");
	if (!starts || text[len] != ':' || len > NAME_LENGTH)
		return false;
	for (int i = 0; bodies[i]; i++) {
		size_t name = strlen(bodies[i]);
		if (len > name && strncmp(text + len - name, bodies[i], name) == 0)
			return true;
	}
	return false;
}

bool decision_opens_list(const char *text)
{
	size_t len = strlen(text);
	if (is_body_alone(text))
		return true;
	if (!decision_is_made(text) || decision_is_vote(text) || len > 400)
		return false;
	static const char *const ends[] = {":",        ":-",     "that",        "to", "APPROVED",
					   "RESOLVED", "AGREED", "unanimously", NULL};
	for (int i = 0; ends[i]; i++)
		if (g_str_has_suffix(text, ends[i]))
			return true;
	/* A sentence that its clauses end: "It was APPROVED; that the Board". */
	bool goes_on = strchr(".;)", text[len - 1]) == NULL;
	return goes_on && (len < 60 || (len < 200 && decision_starts(text)));
}

bool decision_starts(const char *text)
{
	static const struct wording starts[] = {{"RESOLVED", WITH_CASE},        {"Resolved", WITH_CASE},
						{"It was RESOLVED", WITH_CASE}, {"It was resolved", WITH_CASE},
						{"IT WAS RESOLVED", WITH_CASE}, {"It was APPROVED", WITH_CASE},
						{"It was AGREED", WITH_CASE},   {NULL, 0}};
	return wording_starts(text, starts);
}
