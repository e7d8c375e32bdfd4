/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "region.h"

#include <string.h>

#include "date.h"
#include "furniture.h"
#include "kind.h"
#include "presence.h"
#include "prose.h"

/* How many blocks make up the head of a part: titles, front matter, attendance. */
enum { HEAD_BLOCKS = 14, TITLE_BLOCKS = 4 };

static const struct block *block_at(const GArray *blocks, guint i)
{
	return &g_array_index(blocks, struct block, i);
}

static bool is_caption(const char *text, const char *const *names)
{
	for (int i = 0; names[i]; i++) {
		size_t len = strlen(names[i]);
		if (g_ascii_strncasecmp(text, names[i], len) == 0 && (text[len] == ':' || text[len] == '\0'))
			return true;
	}
	return false;
}

/* Whether one of the next blocks says who was there, as only minutes do right at their head. */
static bool attendance_follows(const GArray *blocks, guint i)
{
	for (guint j = i, seen = 0; j < MIN(blocks->len, i + 64) && seen < 8; j++) {
		const struct block *block = block_at(blocks, j);
		if (block->role == BLOCK_FURNITURE)
			continue;
		seen++;
		const char *text = block->text->str;
		bool roll = presence_caption(text) > 0 || g_ascii_strncasecmp(text, "present", 7) == 0 ||
			    g_ascii_strncasecmp(text, "members present", 15) == 0 ||
			    g_ascii_strncasecmp(text, "in attendance", 13) == 0;
		if (roll)
			return true;
	}
	return false;
}

static bool opens_minutes(const GArray *blocks, guint i)
{
	const struct block *block = block_at(blocks, i);
	return block->label.style == LABEL_NONE && kind_opens_minutes(block->text->str) &&
	       attendance_follows(blocks, i);
}

static bool opens_report(const GArray *blocks, guint i)
{
	static const char *const authors[] = {"By",           "From",          "Report of", "Report by",
					      "Report to",    "Report author", "Author",    "Committee",
					      "Report Title", "Title",         "To",        NULL};
	static const char *const others[] = {"To",      "Subject",       "Classification", "Title",
					     "Summary", "Report author", "Ward",           "Date",
					     "Purpose", "Report Title",  "Lead Officer",   "Decision maker",
					     NULL};
	if (!is_caption(block_at(blocks, i)->text->str, authors))
		return false;
	int found = 0;
	for (guint j = i + 1; j < MIN(blocks->len, i + 7); j++)
		found += is_caption(block_at(blocks, j)->text->str, others);
	return found >= 2;
}

static bool opens_agenda(const GArray *blocks, guint i)
{
	const struct block *block = block_at(blocks, i);
	return block->label.style == LABEL_NONE && strcmp(block->text->str, "AGENDA") == 0;
}

/* Whether what stands above "AGENDA" calls the members to the meeting, so that it is the agenda's own head. */
static bool calls_meeting(const GArray *blocks, guint first, guint i)
{
	static const char *const calls[] = {
		"summoned",     "notice of meeting", "notice is hereby given", "are invited to attend", "hereby given",
		"will be held", "to be held",        "requested to attend",    "invited to attend",     NULL};
	if (i - first > HEAD_BLOCKS)
		return false;
	for (guint j = first; j < i; j++) {
		g_autofree char *lower = g_ascii_strdown(block_at(blocks, j)->text->str, -1);
		for (int k = 0; calls[k]; k++)
			if (strstr(lower, calls[k]))
				return true;
	}
	return false;
}

/* Whether nothing but short lines stand before block i. */
static bool only_titles(const GArray *blocks, guint start, guint i)
{
	for (guint j = start; j < i; j++) {
		const struct block *block = block_at(blocks, j);
		bool title = block->label.style == LABEL_NONE && block->lines <= 2 && block->text->len < 120 &&
			     !furniture_stamp(block->text->str);
		if (!title && block->role != BLOCK_FURNITURE)
			return false;
	}
	return true;
}

/* Title lines right above an opening belong to it. */
static guint back_to_titles(const GArray *blocks, guint i, guint start)
{
	guint at = i;
	if (i - start <= TITLE_BLOCKS && (start == 0 || only_titles(blocks, start, i)))
		return start;
	for (guint steps = 0; at > start && steps < TITLE_BLOCKS; steps++) {
		const struct block *above = block_at(blocks, at - 1);
		const char *text = above->text->str;
		struct date_found found;
		bool title = prose_is_capitals(text) || above->role == BLOCK_HEADING || above->strong ||
			     (date_find(&found, text, 0) && !prose_ends(text));
		bool fits = above->role != BLOCK_FURNITURE && above->label.style == LABEL_NONE && above->lines <= 2 &&
			    above->text->len < 120;
		if (!title || !fits || above->page != block_at(blocks, i)->page)
			break;
		at--;
	}
	return at;
}

static bool is_furniture(const GArray *blocks, guint first, guint end)
{
	for (guint i = first; i < end; i++)
		if (block_at(blocks, i)->role != BLOCK_FURNITURE)
			return false;
	return true;
}

static void start_region(GArray *regions, const GArray *blocks, guint first, enum record_type type)
{
	if (regions->len > 0) {
		struct region *last = &g_array_index(regions, struct region, regions->len - 1);
		/* Nothing but what a site put above it stands before the paper. */
		bool is_head = regions->len == 1 && !last->reference && is_furniture(blocks, last->first, first);
		if (last->first == first || is_head) {
			if (last->type == TYPE_OTHER)
				last->type = type;
			return;
		}
		last->end = first;
	}
	struct region region = {.first = first, .type = type};
	g_array_append_val(regions, region);
}

static bool contains_word(const GArray *blocks, guint first, guint end, const char *word)
{
	for (guint i = first; i < end; i++)
		if (strstr(block_at(blocks, i)->text->str, word))
			return true;
	return false;
}

/* Whether a heading or a paragraph starts as those of officers' reports do. */
static bool starts_with_word(const GArray *blocks, const struct region *region)
{
	static const char *const words[] = {"Recommendation",
					    "RECOMMENDATION",
					    "Appendix",
					    "APPENDIX",
					    "Introduction",
					    "INTRODUCTION",
					    "Background",
					    "BACKGROUND",
					    "Executive Summary",
					    "EXECUTIVE SUMMARY",
					    "Financial Implications",
					    "FINANCIAL IMPLICATIONS",
					    "Purpose of",
					    "PURPOSE",
					    NULL};
	for (guint i = region->first; i < region->end; i++)
		for (int j = 0; words[j]; j++)
			if (g_str_has_prefix(block_at(blocks, i)->text->str, words[j]))
				return true;
	return false;
}

/* What a part without an opening of its own is, by its head and by what it decides. */
static enum record_type type_by_content(const GArray *blocks, const struct region *region)
{
	bool decides = false, resolves = false;
	for (guint i = region->first, seen = 0; i < region->end && seen < HEAD_BLOCKS; i++) {
		const struct block *block = block_at(blocks, i);
		if (block->role == BLOCK_FURNITURE)
			continue;
		seen++;
		g_autofree char *lower = g_ascii_strdown(block->text->str, -1);
		if (block->label.style != LABEL_NONE || block->text->len > 160)
			continue;
		if (strstr(lower, "record of decision") || strstr(lower, "decision notice") ||
		    strstr(lower, "statement of decision"))
			decides = true;
		bool minutes = g_str_has_prefix(lower, "minutes") || g_str_has_suffix(lower, "minutes") ||
			       strstr(lower, "agenda and minutes") || strstr(lower, "draft minutes") ||
			       strstr(lower, "minutes of") || strstr(lower, "cofnodion");
		if (minutes && !strstr(lower, "minutes of the last") && !strstr(lower, "previous"))
			return TYPE_MINUTES;
		if (g_str_has_prefix(lower, "agenda") || strcmp(lower, "meeting") == 0 ||
		    g_str_has_suffix(lower, " agenda") || g_str_has_prefix(lower, "summons") ||
		    g_str_has_prefix(lower, "notice of meeting"))
			return attendance_follows(blocks, i) &&
					       contains_word(blocks, region->first, region->end, "RESOLVED")
				       ? TYPE_MINUTES
				       : TYPE_AGENDA;
	}
	if (decides)
		return TYPE_DECISION;
	resolves = contains_word(blocks, region->first, region->end, "RESOLVED");
	if (attendance_follows(blocks, region->first) || resolves)
		return TYPE_MINUTES;
	bool paper = region->reference || starts_with_word(blocks, region);
	return paper ? TYPE_REPORT : TYPE_OTHER;
}

static void mark_web(const GArray *blocks, struct region *region)
{
	for (guint i = region->first; i < region->end; i++) {
		const struct block *block = block_at(blocks, i);
		if (block->role != BLOCK_FURNITURE)
			continue;
		const char *text = block->text->str;
		region->web |= g_ascii_strcasecmp(text, "view directions") == 0 || strstr(text, "PDF ") ||
			       g_ascii_strcasecmp(text, "no. item") == 0 || strcmp(text, "Section menu") == 0;
		region->captions |= strcmp(text, "Minutes:") == 0 || strcmp(text, "Decision:") == 0;
	}
}

static void region_clear(gpointer data)
{
	g_free(((struct region *)data)->reference);
}

GArray *region_find(const GArray *blocks)
{
	GArray *regions = g_array_new(FALSE, TRUE, sizeof(struct region));
	g_array_set_clear_func(regions, region_clear);
	if (blocks->len == 0)
		return regions;
	start_region(regions, blocks, 0, TYPE_OTHER);
	for (guint i = 0; i < blocks->len; i++) {
		const struct block *block = block_at(blocks, i);
		struct region *last = &g_array_index(regions, struct region, regions->len - 1);
		g_autofree char *stamp = block->role == BLOCK_FURNITURE ? furniture_stamp(block->text->str) : NULL;
		if (stamp && g_strcmp0(stamp, last->reference) != 0) {
			start_region(regions, blocks, i, TYPE_OTHER);
			last = &g_array_index(regions, struct region, regions->len - 1);
			g_free(last->reference);
			last->reference = g_steal_pointer(&stamp);
		} else if (last->reference && last->type == TYPE_OTHER && i - last->first <= 5 &&
			   (opens_minutes(blocks, i) || opens_report(blocks, i))) {
			last->type = opens_minutes(blocks, i) ? TYPE_MINUTES : TYPE_REPORT;
		} else if (opens_minutes(blocks, i)) {
			start_region(regions, blocks, back_to_titles(blocks, i, last->first), TYPE_MINUTES);
		} else if (opens_report(blocks, i) && !(last->type == TYPE_REPORT && i - last->first < HEAD_BLOCKS)) {
			start_region(regions, blocks, back_to_titles(blocks, i, last->first), TYPE_REPORT);
		} else if (opens_agenda(blocks, i)) {
			bool summoned =
				last->type == TYPE_OTHER && !last->reference && calls_meeting(blocks, last->first, i);
			start_region(regions, blocks, summoned ? last->first : back_to_titles(blocks, i, last->first),
				     TYPE_AGENDA);
		}
	}
	g_array_index(regions, struct region, regions->len - 1).end = blocks->len;
	for (guint i = 0; i < regions->len; i++) {
		struct region *region = &g_array_index(regions, struct region, i);
		if (region->type == TYPE_OTHER)
			region->type = type_by_content(blocks, region);
		mark_web(blocks, region);
	}
	return regions;
}
