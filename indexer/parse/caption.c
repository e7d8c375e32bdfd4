/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "caption.h"

#include <glib.h>
#include <string.h>

/* Captions of front sheets and reports, whose value may stand on the lines below. Lower case, without the colon. */
static const char *const captions[] = {"by",
				       "to",
				       "from",
				       "date",
				       "time",
				       "venue",
				       "subject",
				       "title",
				       "classification",
				       "electoral division",
				       "electoral divisions",
				       "summary",
				       "ask for",
				       "telephone",
				       "contact",
				       "email",
				       "e-mail",
				       "report of",
				       "report to",
				       "report by",
				       "author",
				       "report author",
				       "report authors",
				       "lead officer",
				       "cabinet member",
				       "ward",
				       "wards",
				       "wards affected",
				       "ward(s) affected",
				       "key decision",
				       "decision no",
				       "decision number",
				       "relevant director",
				       "membership",
				       "members",
				       "distribution",
				       "issued by",
				       "past pathway of report",
				       "past pathway of paper",
				       "future pathway of report",
				       "future pathway of paper",
				       "reason for urgency",
				       "executive summary",
				       "contact officer",
				       "report title",
				       "purpose",
				       "quorum",
				       "lead member",
				       "officer contact",
				       "portfolio holder",
				       "appendices",
				       "date of meeting",
				       "meeting",
				       NULL};

/* Words that open a block wherever a line starts with them, matched with their case. */
static const char *const openers[] = {"PRESENT",
				      "ALSO PRESENT",
				      "IN ATTENDANCE",
				      "APOLOGIES",
				      "Present:",
				      "In attendance:",
				      "In Attendance:",
				      "Also present:",
				      "Also Present:",
				      "Apologies:",
				      "MINUTES of",
				      "Minutes of a meeting",
				      "Minutes of the meeting",
				      "RESOLVED",
				      "Resolved:",
				      "RECOMMENDED",
				      "Table ",
				      "Figure ",
				      "Recommendation ",
				      "Recommendation:",
				      "Recommendation(s):",
				      "Recommendations:",
				      "For (",
				      "Against (",
				      "Abstain (",
				      "Abstained (",
				      "Members Present",
				      "Members present",
				      "Officers Present",
				      "Officers present",
				      "Officers in attendance",
				      "Motion carried",
				      "Motion lost",
				      "Amendment lost",
				      "Amendment carried",
				      "Telephone ",
				      "MEMBERS PRESENT",
				      "OFFICIALS IN ATTENDANCE",
				      "PRESENT IN THE CHAIR",
				      "UNRESTRICTED ITEMS",
				      "EXEMPT ITEMS",
				      "NOTE:",
				      "Chairman:",
				      "Chair:",
				      NULL};

/* "Measure 4: …" */
bool caption_is_numbered(const char *text)
{
	size_t word = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	size_t digits = word > 2 && text[word] == ' ' ? strspn(text + word + 1, "0123456789") : 0;
	return digits > 0 && text[word + 1 + digits] == ':' && g_ascii_isupper(text[0]);
}

static bool is_bare_caption(const char *text)
{
	static const char *const bare[] = {
		"Membership",        "Report Author",     "Report author",      "Report Authors", "Report authors",
		"Relevant Director", "Relevant director", "Relevant Directors", "None",           NULL};
	return g_strv_contains(bare, text);
}

bool caption_opens_block(const char *text)
{
	if (is_bare_caption(text))
		return true;
	for (int i = 0; openers[i]; i++)
		if (g_str_has_prefix(text, openers[i]))
			return true;
	const char *colon = strchr(text, ':');
	if (!colon || colon - text > 28 || !g_ascii_isupper(text[0]))
		return false;
	if (caption_is_numbered(text))
		return true;
	g_autofree char *caption = g_ascii_strdown(text, colon - text);
	return g_strv_contains(captions, g_strchomp(caption));
}

/* No caption is longer. */
enum { CAPTION_LENGTH = 60 };

bool caption_is_open(const char *text)
{
	if (strlen(text) > CAPTION_LENGTH)
		return false;
	g_autofree char *caption = g_ascii_strdown(text, -1);
	size_t len = strlen(caption), bare_len = len;
	while (bare_len > 0 && strchr(":- ", caption[bare_len - 1]))
		bare_len--;
	caption[bare_len] = '\0';
	static const char *const lists[] = {"present",
					    "also present",
					    "in attendance",
					    "members present",
					    "officers present",
					    "officers in attendance",
					    "officials in attendance",
					    "councillors present",
					    "apologies",
					    "also in attendance",
					    NULL};
	if (bare_len == len)
		return is_bare_caption(text) && strcmp(text, "None") != 0;
	return g_strv_contains(captions, caption) || g_strv_contains(lists, caption);
}

bool caption_is_table(const char *text)
{
	for (int i = 0; i < 2; i++) {
		const char *lead = i ? "Figure " : "Table ";
		size_t len = strlen(lead);
		if (strncmp(text, lead, len) == 0 && g_ascii_isdigit(text[len]) && strlen(text) < 200)
			return true;
	}
	return false;
}

/* "KEY DECISION: yes": a caption and its value, as the head of a report has. */
bool caption_has_value(const char *text)
{
	const char *colon = strchr(text, ':');
	return colon && colon - text < 50 && colon[1] == ' ' && colon[2] != '\0' && !g_ascii_isdigit(colon[-1]);
}

/* What stands under a heading that has nothing under it. */
bool caption_is_nothing(const char *text)
{
	static const char *const words[] = {"None",     "Nil",     "N/A", "Not applicable", "None.", "Noted",
					    "Complete", "Ongoing", NULL};
	return g_strv_contains(words, text);
}
