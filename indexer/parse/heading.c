/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "heading.h"

#include <string.h>

#include "body.h"
#include "caption.h"
#include "date.h"
#include "decision.h"
#include "kind.h"
#include "mark.h"
#include "presence.h"
#include "prose.h"
#include "title.h"

/* No line of a report's head is longer, and its subject stands no farther down, in blocks. */
enum { HEAD_LINE = 120, HEAD_REACH = 12 };

static const struct block *block_at(const struct heading_context *context, guint i)
{
	return &g_array_index(context->blocks, struct block, i);
}

const struct block *heading_next(const struct heading_context *context, guint i)
{
	for (guint j = i + 1; j < context->region->end; j++)
		if (block_at(context, j)->role != BLOCK_FURNITURE)
			return block_at(context, j);
	return NULL;
}

static const struct block *previous(const struct heading_context *context, guint i)
{
	for (guint j = i; j-- > context->region->first;)
		if (block_at(context, j)->role != BLOCK_FURNITURE)
			return block_at(context, j);
	return NULL;
}

static bool is_report(const struct heading_context *context)
{
	enum record_type type = context->region->type;
	return type == TYPE_REPORT || type == TYPE_OTHER || type == TYPE_DECISION;
}

/* How many items may be missing between two. */
enum { MOST_SKIPPED = 12 };

/* Items are numbered in one form and upwards; a list inside an item starts again or looks otherwise. */
static bool goes_on_from(const struct heading_context *context, const struct label *label)
{
	if (context->item.style == LABEL_NONE)
		return true;
	if (label->style == LABEL_SERIAL)
		return label_follows(&context->item, label, MOST_SKIPPED - 1);
	return label_same_form(&context->item, label) && label->value > context->item.value &&
	       label->value <= context->item.value + MOST_SKIPPED;
}

bool heading_opens_run_in(const struct heading_context *context, const struct block *block)
{
	return context->mode == MODE_RUN_IN && mark_is_counted(block) &&
	       (mark_run_in(block) > 0 || kind_is_title_like(block->text->str) || block->strong) &&
	       goes_on_from(context, &block->label);
}

/* "Recommendation 4 - Pay and display charges": one of a numbered series, alone between white space. */
static bool is_series_title(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i), *next = heading_next(context, i);
	const char *text = block->text->str;
	size_t word = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	size_t number = word > 3 && text[word] == ' ' ? strspn(text + word + 1, "0123456789") : 0;
	if (number == 0 || !g_ascii_isupper(text[0]) || block->text->len > 200 || strstr(text, ". ") || !next)
		return false;
	const char *rest = text + word + 1 + number;
	bool parted = g_str_has_prefix(rest, " - ") || g_str_has_prefix(rest, " – ") || g_str_has_prefix(rest, ": ");
	bool alone = (block->gap >= 0.5 && next->gap >= 0.5) || mark_is_set(context, block);
	return parted && alone && g_ascii_isupper(*(rest + strspn(rest, " -–:"))) && next->label.style != LABEL_BULLET;
}

/* A heading that only its words and the white space around it tell. */
static bool stands_as_title(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	const struct block *next = heading_next(context, i), *above = previous(context, i);
	if (mark_leads_in(block) || g_str_has_suffix(block->text->str, "?") || !kind_is_title_like(block->text->str) ||
	    block->lines > 3 || block->text->len > 200 || !next)
		return false;
	if (prose_starts_lower(next->text->str) && next->label.style == LABEL_NONE)
		return false;
	bool after_end =
		!above || prose_ends(above->text->str) || block->gap >= 0.5 || kind_is_title_like(above->text->str);
	bool prose_below = next->text->len > 80 || next->label.style == LABEL_BULLET;
	bool figure = mark_is_figure(block->text->str) || (above && mark_is_figure(above->text->str) && !prose_below) ||
		      mark_is_figure(next->text->str);
	return after_end && !figure && !kind_is_front_line(block->text->str) && !caption_is_nothing(block->text->str);
}

/* The line that opens the paper. On a web page it can but be the item that approves the last minutes. */
static bool opens_minutes(const struct heading_context *context, const char *text)
{
	bool tells = strstr(text, "eeting") || strstr(text, "EETING") || strstr(text, "eld ") || strstr(text, "ELD ") ||
		     strstr(text, "yfarfod");
	return tells && !context->region->web && !context->in_item && kind_opens_minutes(text);
}

static enum heading_kind heading_in_head(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	const char *text = block->text->str;
	bool first = i < context->region->first + 6;
	if (!kind_is_title_like(text) || kind_is_attendance(text) || text[0] == '(')
		return HEADING_NONE;
	bool opening = opens_minutes(context, text);
	if (first && !opening && body_names_meeting(text))
		return HEADING_TITLE;
	if ((kind_is_front_line(text) || opening) && block->role != BLOCK_HEADING)
		return HEADING_NONE;
	if (mark_is_set(context, block) || (prose_is_capitals(text) && block->text->len > 3))
		return HEADING_TITLE;
	if (block->label.style != LABEL_NONE || context->region->web)
		return HEADING_NONE;
	bool plain = context->size == 0 && first && block->lines <= 2 && !strchr(text, ':') && !caption_is_open(text);
	return plain && stands_as_title(context, i) ? HEADING_TITLE : HEADING_NONE;
}

void heading_note_item(struct heading_context *context, const struct label *label)
{
	context->item = *label;
}

static bool opens_item(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	const char *text = block->text->str;
	if (mark_has_reference(text))
		return block->text->len < 400 && (kind_is_title_like(text) || mark_is_numbered(block));
	const struct block *next = heading_next(context, i);
	bool reference_below =
		next && next->text->str[0] == '(' && mark_has_reference(next->text->str) && next->text->len < 30;
	if (reference_below)
		return block->text->len < 400 && (!prose_ends(text) || g_str_has_suffix(text, "?"));
	bool set = mark_is_set(context, block);
	bool numbered = mark_is_numbered(block) && block->text->len < 250 && !mark_leads_in(block) &&
			(kind_is_title_like(text) || (set && block->text->len < 160));
	switch (context->mode) {
	case MODE_REFERENCE:
		return numbered && block->label.value >= 20 && !prose_ends(text);
	case MODE_NUMBER:
		if (!numbered)
			return false;
		if ((context->region->type != TYPE_AGENDA || context->region->web) &&
		    !goes_on_from(context, &block->label))
			return false;
		return context->region->type == TYPE_AGENDA || set || (!context->bold && block->gap >= 0.5);
	case MODE_RUN_IN:
		return false;
	default:
		if (block->label.style != LABEL_NONE)
			return false;
		if (context->bold || (context->region->web && context->typed))
			return set && kind_is_title_like(text);
		return next && stands_as_title(context, i) &&
		       (next->text->len > 40 || next->label.style != LABEL_NONE || prose_ends(next->text->str));
	}
}

bool heading_continues_items(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	bool can = context->in_item && context->mode == MODE_NUMBER && context->region->type == TYPE_MINUTES &&
		   !context->listing && mark_is_counted(block) && block->label.close != ')' &&
		   label_same_form(&context->item, &block->label) && label_follows(&context->item, &block->label, 0);
	for (guint j = i + 1; can && j < context->region->end; j++) {
		const struct label *label = &block_at(context, j)->label;
		if (!label_same_form(&block->label, label))
			continue;
		if (label_follows(&block->label, label, 0) && opens_item(context, j))
			return true;
		if (label->value <= block->label.value)
			return false;
	}
	return false;
}

/* Set like the text, but alone on its line right above a paragraph that it does not belong to. */
static bool heads_paragraph(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	const struct block *next = heading_next(context, i);
	if (block->lines != 1 || block->gap < 0.5 || block->text->len > 100 || !next ||
	    next->label.style != LABEL_NONE || mark_leads_in(block))
		return false;
	bool dashed = strstr(block->text->str, " - ") || strstr(block->text->str, " – ");
	return stands_as_title(context, i) && (next->gap < 0.5 || dashed) && next->gap <= 1.3 &&
	       prose_ends(next->text->str) && next->lines > 1;
}

/* A bold title that its author closed with a full stop. */
static bool is_stopped_title(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i), *next = heading_next(context, i);
	if (block->role == BLOCK_HEADING)
		return block->text->len < 120;
	bool stopped =
		g_str_has_suffix(block->text->str, ".") && !strstr(block->text->str, ". ") && block->text->len < 180;
	return context->bold && stopped && block->gap >= 0.5 && next && !next->strong &&
	       !decision_is_made(block->text->str);
}

static bool opens_section(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	const char *text = block->text->str;
	bool report = is_report(context);
	if (caption_is_table(text))
		return report;
	bool set = mark_is_set(context, block);
	if (mark_is_clause(text) && block->role != BLOCK_HEADING)
		return false;
	if (block->label.style == LABEL_NONE && is_series_title(context, i))
		return true;
	if (block->label.style == LABEL_NONE) {
		if (!kind_is_title_like(text) && !(set && is_stopped_title(context, i)))
			return false;
		if (context->bold && !set)
			return heads_paragraph(context, i);
		return set ||
		       (stands_as_title(context, i) && (report || block->text->str[block->text->len - 1] == ':'));
	}
	bool numbered = block->label.style == LABEL_DECIMAL || block->label.style == LABEL_PLAIN ||
			(block->label.style == LABEL_MULTI && set) ||
			(block->label.style == LABEL_ALPHA && set && block->label.upper);
	if (!report || !numbered || !kind_is_title_like(text) || block->text->len > 140)
		return false;
	const struct block *next = heading_next(context, i);
	bool list = next && next->label.style == block->label.style && block->label.style != LABEL_MULTI;
	return set || (!context->bold && !list && block->text->len < 100);
}

bool heading_in_roll(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i), *next = heading_next(context, i);
	const char *text = block->text->str;
	if (context->in_item || block->label.style != LABEL_NONE || block->role == BLOCK_HEADING)
		return false;
	if (presence_caption(text) > 0)
		return true;
	bool heads_names = next && next->label.style == LABEL_NONE && presence_names(next->text->str);
	return context->after_roll && (presence_names(text) || (heads_names && !prose_ends(text)));
}

/* "FINANCE" right above a numbered item: heads a group of items, not what stands in the last. */
static bool parts_items(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	bool can = !is_report(context) && context->mode == MODE_NUMBER && block->label.style == LABEL_NONE &&
		   block->lines <= 2 && mark_is_set(context, block) && kind_is_title_like(block->text->str);
	guint next = i + 1;
	while (can && next < context->region->end && block_at(context, next)->role == BLOCK_FURNITURE)
		next++;
	return can && next < context->region->end && opens_item(context, next);
}

/* Above the captions of a report or a notice, and above its own subject, stand the council and the kind of paper. */
static bool in_report_head(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	if (!is_report(context) || block->label.style != LABEL_NONE || context->in_sections)
		return false;
	g_autofree char *council = body_find_council(block->text->str);
	bool names = council && strlen(council) + 8 > block->text->len;
	for (guint j = context->region->first; j < i; j++)
		if (block_at(context, j)->role != BLOCK_FURNITURE && block_at(context, j)->text->len > HEAD_LINE)
			return false;
	for (guint j = i + 1; !names && j < MIN(context->region->end, i + HEAD_REACH); j++)
		if (title_is_subject(block_at(context, j)->text->str))
			return true;
	return names;
}

enum heading_kind heading_of(const struct heading_context *context, guint i)
{
	const struct block *block = block_at(context, i);
	const char *text = block->text->str;
	bool valued = (context->region->type == TYPE_REPORT || context->region->type == TYPE_DECISION) &&
		      !context->in_sections && caption_has_value(text);
	bool captioned = valued || block->margin;
	if (caption_opens_block(text) && strchr(text, ':') && block->role != BLOCK_HEADING && !block->strong)
		captioned |= !caption_is_table(text) && !g_ascii_isdigit(text[strcspn(text, ":") - 1]);
	if (block->role == BLOCK_FURNITURE || block->role == BLOCK_CELL || block->text->len == 0 ||
	    decision_is_vote(text) || captioned)
		return HEADING_NONE;
	if (heading_in_roll(context, i))
		return HEADING_NONE;
	if (kind_is_part_heading(text) && !(context->in_item && decision_is_caption(text)) &&
	    (block->label.style == LABEL_NONE || (block->label.style == LABEL_ALPHA && block->label.upper)))
		return HEADING_TITLE;
	bool report = is_report(context);
	if (context->listing && block->label.style != LABEL_NONE &&
	    !(context->item.style != LABEL_NONE && label_follows(&context->item, &block->label, 0)) &&
	    !mark_has_reference(text))
		return HEADING_NONE;
	if (block->label.style == LABEL_BULLET ||
	    (decision_is_made(text) && !mark_has_reference(text) && block->role != BLOCK_HEADING &&
	     !(context->region->type == TYPE_DECISION && decision_is_caption(text))))
		return HEADING_NONE;
	/* "B. MATTERS TO BE CONSIDERED": a part of the agenda. */
	if (block->label.style == LABEL_ALPHA && block->label.upper && prose_is_capitals(text) && !context->capitals &&
	    context->region->type == TYPE_AGENDA)
		return HEADING_TITLE;
	if (block->label.style == LABEL_NONE && block->text->len < 40 && kind_is_front_line(text) &&
	    g_ascii_strncasecmp(text, "date", 4) != 0 && block->role != BLOCK_HEADING)
		return HEADING_NONE;
	bool front = !context->in_item && block->label.style == LABEL_NONE &&
		     (kind_is_front_line(text) || opens_minutes(context, text)) && block->role != BLOCK_HEADING &&
		     !body_names_meeting(text);
	if (front && !mark_has_reference(text))
		return HEADING_NONE;
	if (!report && opens_item(context, i))
		return context->in_item || mark_is_numbered(block) || context->mode != MODE_BARE ||
				       heading_in_head(context, i) == HEADING_NONE || i > context->region->first + 5
			       ? HEADING_ITEM
			       : HEADING_TITLE;
	/* Below the roll of members a title set apart opens business, numbered or not. */
	bool business = context->after_roll && mark_is_set(context, block) && kind_is_title_like(text) &&
			!prose_is_capitals(text) && !mark_leads_in(block);
	if (!report && !context->in_item)
		return business && context->typed ? HEADING_ITEM : heading_in_head(context, i);
	if (parts_items(context, i))
		return HEADING_TITLE;
	if (opens_section(context, i))
		return in_report_head(context, i) ? HEADING_TITLE : HEADING_SECTION;
	return HEADING_NONE;
}
