/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "standing.h"

#include <string.h>

#include "body.h"
#include "date.h"
#include "wording.h"

/* How many records make up the head of a part, and how long a line of it is that may say what the paper is. */
enum { HEAD_RECORDS = 16, LINE_LENGTH = 200 };

static struct record *record_at(const struct paper *paper, guint i)
{
	return g_ptr_array_index(paper->records, i);
}

/* "DRAFT", "Unconfirmed minutes of …", "Agenda and draft minutes": the head, or a margin. */
static bool says_draft(const struct record *record)
{
	static const struct wording starts[] = {{"draft", ANY_CASE},
						{"unconfirmed", ANY_CASE},
						{"unapproved", ANY_CASE},
						{"agenda and draft minutes", ANY_CASE},
						{"(draft", ANY_CASE},
						{"these minutes are draft", ANY_CASE},
						{NULL, 0}};
	static const struct wording parts[] = {{"subject to confirmation at", ANY_CASE},
					       {"subject to approval at", ANY_CASE},
					       {"subject to confirmation by", ANY_CASE},
					       {"subject to approval by", ANY_CASE},
					       {"draft until approved", ANY_CASE},
					       {"draft until confirmed", ANY_CASE},
					       {NULL, 0}};
	if (strlen(record->text) > LINE_LENGTH)
		return false;
	return wording_starts(record->text, starts) ||
	       (strstr(record->text, "inutes") && wording_contains(record->text, parts));
}

static bool is_draft(const struct paper *paper, const struct part *part)
{
	for (guint i = part->first; i < part->end; i++) {
		const struct record *record = record_at(paper, i);
		bool can = record->kind == KIND_FURNITURE || (i < part->first + HEAD_RECORDS && !record->title);
		if (can && says_draft(record))
			return true;
	}
	return false;
}

static bool confirms_minutes(const struct record *record)
{
	static const struct wording minutes[] = {
		{"minutes", ANY_CASE}, {"minute of", ANY_CASE}, {"cofnodion", ANY_CASE}, {NULL, 0}};
	static const struct wording approvals[] = {{"correct record", ANY_CASE},
						   {"correctly recorded", ANY_CASE},
						   {"accurate record", ANY_CASE},
						   {"true record", ANY_CASE},
						   {"true and accurate", ANY_CASE},
						   {"as accurate", ANY_CASE},
						   {"as correct", ANY_CASE},
						   {"approved", ANY_CASE},
						   {"confirmed", ANY_CASE},
						   {"adopted", ANY_CASE},
						   {"signed", ANY_CASE},
						   {"were agreed", ANY_CASE},
						   {"were accepted", ANY_CASE},
						   {"to approve the minute", ANY_CASE},
						   {"be agreed", ANY_CASE},
						   {"gadarnhau", ANY_CASE},
						   {"cadarnhawyd", ANY_CASE},
						   {NULL, 0}};
	static const struct wording denials[] = {{"not approved", ANY_CASE},
						 {"not confirmed", ANY_CASE},
						 {"not agreed", ANY_CASE},
						 {"deferred", ANY_CASE},
						 {"not available", ANY_CASE},
						 {"to follow", ANY_CASE},
						 {NULL, 0}};
	return record->kind == KIND_RESOLUTION && wording_contains(record->text, minutes) &&
	       wording_contains(record->text, approvals) && !wording_contains(record->text, denials);
}

/* Whether the text speaks of another body's minutes: "the minutes of the Planning Committee of 4 May". */
static bool names_other_body(const char *text, const struct part *part)
{
	g_autofree char *body = body_find(text, part->council);
	static const char *const own[] = {"Council", "Committee", "Panel", "Cabinet", "Board", "Executive", NULL};
	if (!body || g_strv_contains(own, body))
		return false;
	bool is_own = part->body && (strstr(part->body, body) || strstr(body, part->body));
	return !is_own && !(part->council && strstr(part->council, body));
}

/* The earlier days in the text. */
static void add_days(struct record *record, const char *text, const struct part *part)
{
	struct date_found found;
	for (size_t at = 0; date_find(&found, text, at); at = found.end) {
		char *day = date_print(&found);
		bool is_new = strcmp(day, part->date) < 0 &&
			      !g_ptr_array_find_with_equal_func(record->confirms, day, g_str_equal, NULL);
		if (is_new)
			g_ptr_array_add(record->confirms, day);
		else
			g_free(day);
	}
}

static void mark_confirmed(struct record *record, const struct part *part)
{
	if (!part->date || !confirms_minutes(record) || names_other_body(record->text, part))
		return;
	add_days(record, record->text, part);
	if (record->confirms->len == 0 && record->title && !names_other_body(record->title, part))
		add_days(record, record->title, part);
}

void standing_mark(struct paper *paper)
{
	for (guint i = 0; i < paper->parts->len; i++) {
		const struct part *part = &g_array_index(paper->parts, struct part, i);
		bool minutes = part->type == TYPE_MINUTES;
		bool draft = minutes && is_draft(paper, part);
		for (guint j = part->first; minutes && j < part->end; j++) {
			struct record *record = record_at(paper, j);
			if (draft && !record->standing)
				record->standing = g_strdup("draft");
			mark_confirmed(record, part);
		}
	}
}
