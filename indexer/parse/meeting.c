/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "meeting.h"

#include <string.h>

#include "date.h"
#include "host.h"
#include "kind.h"

/* How many records make up the head of a part. */
enum { HEAD_RECORDS = 24 };

/* How many dates of one record are looked at: more are a calendar. */
enum { HEAD_DATES = 8 };

/* How many lines a post's front matter has at most. */
enum { FRONT_MATTER = 12 };

struct candidate {
	struct date_found date;
	int weight;
};

static const struct record *record_at(const struct paper *paper, guint i)
{
	return g_ptr_array_index(paper->records, i);
}

static bool contains(const char *text, const char *const *words)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);
	for (; *words; words++)
		if (strstr(lower, *words))
			return true;
	return false;
}

/* Dates of other things: the minutes being approved, publication, the next meeting, deadlines. */
static bool speaks_of_other_date(const char *text)
{
	static const char *const words[] = {"previous meeting",
					    "last meeting",
					    "next meeting",
					    "date published",
					    "published on",
					    "issued",
					    "publication",
					    "minutes of the last",
					    "confirmed",
					    "adopted",
					    "deadline",
					    "must be received",
					    "as at ",
					    "dated ",
					    "correct record",
					    "agenda published",
					    "despatch",
					    "no later than",
					    "the minutes",
					    "the minute of",
					    "minutes of the meeting",
					    "to approve",
					    "to confirm",
					    NULL};
	return contains(text, words);
}

/* How surely a date in this record of a part's head is the meeting's; 0: not at all. */
static int weight_of(const struct record *record, const struct date_found *found)
{
	const char *text = record->text;
	g_autofree char *before = g_utf8_strdown(text, (gssize)found->from);
	bool opening = g_str_has_prefix(before, "minutes of") || g_str_has_prefix(before, "draft minutes") ||
		       g_str_has_prefix(before, "cofnodion") || g_str_has_prefix(before, "agenda for") ||
		       g_str_has_prefix(before, "notice of");
	bool in_item = record->title && (record->type == TYPE_MINUTES || record->type == TYPE_AGENDA);
	if (in_item && record->kind == KIND_HEADING)
		return 0;
	if (opening && record->label)
		return 0;
	if (!record->title && kind_opens_minutes(text))
		return 13;
	if (opening)
		return strstr(before, "held") || strstr(before, " on ") || strstr(before, "of the ") ||
				       strlen(before) < 90
			       ? 10
			       : 9;
	if (speaks_of_other_date(text))
		return 0;
	if (g_str_has_prefix(before, "to:") || g_str_has_prefix(before, "date of meeting") ||
	    g_str_has_prefix(before, "meeting date") || g_str_has_prefix(before, "date and time"))
		return 11;
	if (g_str_has_prefix(before, "date:") || g_str_has_prefix(before, "date :") ||
	    g_str_has_prefix(before, "meeting:") || g_str_has_prefix(before, "committee:"))
		return record->type == TYPE_REPORT ? 8 : 10;
	size_t rest = strlen(text) - (found->end - found->from);
	if (record->kind == KIND_HEADING && rest < 140)
		return 10;
	if (strstr(before, "held on") || strstr(before, "held at") || strstr(before, "to be held") ||
	    strstr(before, "will be held") || strstr(before, "held in"))
		return 9;
	if (rest < 60 && record->kind == KIND_PARAGRAPH && record->label == NULL)
		return found->has_weekday ? 9 : 7;
	return 0;
}

static void consider(struct candidate *best, const struct record *record)
{
	struct date_found found;
	guint dates = 0;
	for (size_t at = 0; dates < HEAD_DATES && date_find(&found, record->text, at); at = found.end, dates++) {
		int weight = weight_of(record, &found);
		if (weight && found.has_weekday)
			weight += found.weekday_fits ? 1 : -1;
		if (weight > best->weight)
			*best = (struct candidate){found, weight};
	}
}

/* Lines of a post's front matter carry the date of the post. */
static bool is_front_matter(const struct paper *paper, guint i)
{
	const char *text = record_at(paper, i)->text;
	return i < FRONT_MATTER && (g_str_has_prefix(text, "date: \"") || g_str_has_prefix(text, "date: 2"));
}

static void find_date(struct part *part, const struct paper *paper)
{
	struct candidate best = {.weight = 0};
	guint limit = MIN(part->end, part->first + HEAD_RECORDS);
	for (guint i = part->first; i < limit; i++) {
		const struct record *record = record_at(paper, i);
		if (record->title && part->type != TYPE_REPORT && part->type != TYPE_OTHER &&
		    record->kind != KIND_FURNITURE && i > part->first + 8)
			break;
		if (record->kind != KIND_FURNITURE && !is_front_matter(paper, i))
			consider(&best, record);
	}
	if (best.weight == 0)
		return;
	part->date = date_print(&best.date);
	part->date_basis = BASIS_STATED;
}

static void find_classification(struct part *part, const struct paper *paper)
{
	guint limit = MIN(part->end, part->first + HEAD_RECORDS);
	for (guint i = part->first; i < limit; i++) {
		const char *text = record_at(paper, i)->text;
		static const char caption[] = "classification:";
		if (g_ascii_strncasecmp(text, caption, sizeof caption - 1) != 0)
			continue;
		part->classification = g_strstrip(g_strdup(text + sizeof caption - 1));
		size_t len = strlen(part->classification);
		if (len > 1 && part->classification[len - 1] == '.')
			part->classification[len - 1] = '\0';
		return;
	}
}

/* The papers of one file are one council's, unless their heads name several. */
static void share_council(struct paper *paper)
{
	const char *only = NULL;
	for (guint i = 0; i < paper->parts->len; i++) {
		const char *council = g_array_index(paper->parts, struct part, i).council;
		if (council && only && strcmp(council, only) != 0)
			return;
		only = council ? council : only;
	}
	for (guint i = 0; i < paper->parts->len; i++) {
		struct part *part = &g_array_index(paper->parts, struct part, i);
		if (!part->council)
			part->council = g_strdup(only);
	}
}

/* Reports and the agenda of one pack share its meeting; earlier minutes in it do not. */
static void share_meeting(struct paper *paper)
{
	const struct part *agenda = NULL;
	for (guint i = 0; i < paper->parts->len && !agenda; i++) {
		const struct part *part = &g_array_index(paper->parts, struct part, i);
		if (part->date && part->type != TYPE_MINUTES)
			agenda = part;
	}
	if (!agenda && paper->parts->len > 0)
		agenda = &g_array_index(paper->parts, struct part, 0);
	for (guint i = 0; i < paper->parts->len; i++) {
		struct part *part = &g_array_index(paper->parts, struct part, i);
		if (!part->date && agenda->date && part->type != TYPE_MINUTES) {
			part->date = g_strdup(agenda->date);
			part->date_basis = agenda->date_basis;
		}
		if (!part->body && agenda->body && part->type != TYPE_MINUTES)
			part->body = g_strdup(agenda->body);
	}
	share_council(paper);
}

/* The title that a post's front matter gives: `title: "Meeting of 4 December 2023"`. */
static bool find_in_title_line(struct date_found *found, const struct paper *paper)
{
	for (guint i = 0; i < MIN(paper->records->len, FRONT_MATTER); i++) {
		const struct record *record = record_at(paper, i);
		if (record->kind == KIND_FURNITURE && g_str_has_prefix(record->text, "title:"))
			return date_find(found, record->text, 0);
	}
	return false;
}

static void date_from_outside(struct paper *paper, const struct document *document, const char *path)
{
	for (guint i = 0; i < paper->parts->len; i++)
		if (g_array_index(paper->parts, struct part, i).date)
			return;
	struct date_found found;
	g_autofree char *name = g_path_get_basename(path ? path : "");
	bool titled = (document->title && date_find(&found, document->title, 0)) || find_in_title_line(&found, paper);
	if (!titled && !date_in_name(&found, name))
		return;
	for (guint i = 0; i < paper->parts->len; i++) {
		struct part *part = &g_array_index(paper->parts, struct part, i);
		part->date = date_print(&found);
		part->date_basis = titled ? BASIS_STATED : BASIS_FILENAME;
	}
}

void meeting_attribute(struct paper *paper, const struct document *document, const char *path)
{
	for (guint i = 0; i < paper->parts->len; i++) {
		struct part *part = &g_array_index(paper->parts, struct part, i);
		find_date(part, paper);
		find_classification(part, paper);
		host_find(part, paper);
	}
	share_meeting(paper);
	date_from_outside(paper, document, path);
}
