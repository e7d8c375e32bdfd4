/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "host.h"

#include <string.h>

#include "body.h"
#include "kind.h"

/* How many records make up the head of a part, and how many its title. */
enum { HEAD_RECORDS = 24, TITLE_RECORDS = 4 };

/* No line of a title is longer; what may stand beside the name in a line that is all about it. */
enum { TITLE_LENGTH = 100, WORDS_BESIDE = 60 };

static const struct record *record_at(const struct paper *paper, guint i)
{
	return g_ptr_array_index(paper->records, i);
}

/* "You are summoned to attend a meeting of the Works Committee to be held …" */
static bool calls_meeting(const char *text)
{
	return (strstr(text, "a meeting of") || strstr(text, "A meeting of") || strstr(text, "MEETING of")) &&
	       (strstr(text, "be held") || strstr(text, "summoned") || strstr(text, "notice") ||
		strstr(text, "NOTICE"));
}

/* What stands behind the caption of "To: Schools Forum", "COMMITTEE: Planning Committee"; NULL where there is none. */
static const char *behind_caption(const char *text)
{
	static const char *const captions[] = {"to:",      "committee:", "meeting:", "report to",
					       "council:", "meeting of", "body:",    NULL};
	for (int i = 0; captions[i]; i++)
		if (g_ascii_strncasecmp(text, captions[i], strlen(captions[i])) == 0)
			return strlen(text) <= TITLE_LENGTH ? text + strlen(captions[i]) : NULL;
	return NULL;
}

/* One of the part's first lines, and no sentence. */
static bool is_title_line(const char *text, guint place)
{
	size_t len = strlen(text);
	return place < TITLE_RECORDS && len > 0 && len <= TITLE_LENGTH && !strpbrk(text, ":;") &&
	       !strchr(".,", text[len - 1]);
}

/* Whether a title line is of that body: "Works Committee Agenda", but not "Works Committee Recommendations". */
static bool is_title_of(const char *text, const char *body)
{
	static const char *const followers[] = {"agenda", "minutes", "meeting", "held", "on ",
						"at ",    "-",       "–",       "(",    NULL};
	g_autofree char *line = g_utf8_strdown(text, -1);
	g_autofree char *name = g_utf8_strdown(body, -1);
	const char *at = strstr(line, name);
	const char *rest = at ? at + strlen(name) : line;
	rest += strspn(rest, " ,");
	for (int i = 0; followers[i]; i++)
		if (g_str_has_prefix(rest, followers[i]))
			return true;
	return *rest == '\0' || g_ascii_isdigit(*rest);
}

/* The body that a record of the head names. Yours; NULL for none. */
static char *find_body(const struct record *record, guint place, const char *council)
{
	const char *captioned = behind_caption(record->text);
	if (captioned)
		return body_find(captioned, council);
	bool is_heading = record->kind == KIND_HEADING && !record->title;
	if (is_heading || kind_opens_minutes(record->text) || calls_meeting(record->text))
		return body_find(record->text, council);
	g_autofree char *body = is_title_line(record->text, place) ? body_find(record->text, council) : NULL;
	return body && is_title_of(record->text, body) ? g_steal_pointer(&body) : NULL;
}

/* "A meeting of Eastvale Town Council was held …" */
static bool names_meeting_of(const char *text, const char *council)
{
	static const char *const leads[] = {"meeting of ", "meeting of the ", "Meeting of ", "Meeting of the ", NULL};
	for (int i = 0; leads[i]; i++) {
		g_autofree char *both = g_strconcat(leads[i], council, NULL);
		if (strstr(text, both))
			return true;
	}
	return false;
}

/* "Saltmouth Town Council met at …" */
static bool tells_of_meeting(const char *text, guint place)
{
	return place < TITLE_RECORDS && (strstr(text, " held ") || strstr(text, " met "));
}

/* The council whose paper it is, where the record says little else: a sentence may speak of any. Yours; NULL for none. */
static char *find_council(const struct record *record, guint place)
{
	g_autofree char *council = body_find_council(record->text);
	if (!council)
		return NULL;
	bool is_short = strlen(record->text) <= strlen(council) + WORDS_BESIDE && !g_str_has_suffix(record->text, ".");
	bool is_host = is_short || record->kind == KIND_HEADING || kind_opens_minutes(record->text) ||
		       tells_of_meeting(record->text, place) || names_meeting_of(record->text, council);
	return is_host ? g_steal_pointer(&council) : NULL;
}

static void find_in_furniture(struct part *part, const struct paper *paper)
{
	for (guint i = part->first; i < part->end && !part->council; i++)
		if (record_at(paper, i)->kind == KIND_FURNITURE)
			part->council = find_council(record_at(paper, i), TITLE_RECORDS);
}

void host_find(struct part *part, const struct paper *paper)
{
	guint limit = MIN(part->end, part->first + HEAD_RECORDS);
	for (guint i = part->first; i < limit && !(part->council && part->body); i++) {
		const struct record *record = record_at(paper, i);
		bool is_late = record->kind == KIND_FURNITURE && i >= part->first + TITLE_RECORDS;
		bool is_business = record->title && part->type != TYPE_REPORT && record->kind != KIND_HEADING;
		if (is_late || is_business || record->kind == KIND_ATTENDANCE || record->kind == KIND_ROW)
			continue;
		guint place = i - part->first;
		if (!part->council)
			part->council = find_council(record, place);
		if (!part->body)
			part->body = find_body(record, place, part->council);
	}
	find_in_furniture(part, paper);
}
