/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "segment.h"

#include <string.h>

#include "caption.h"
#include "closing.h"
#include "decision.h"
#include "draft.h"
#include "heading.h"
#include "kind.h"
#include "mark.h"
#include "outcome.h"
#include "outline.h"
#include "presence.h"
#include "prose.h"
#include "table.h"
#include "title.h"

struct segment {
	const GArray *blocks;
	struct draft draft;
	const struct region *region;
	struct heading_context headings;
	struct outline outline;
	struct outcome outcome;
	char *around;       /* the section around the table whose caption is the section now; NULL outside tables */
	bool after_heading; /* nothing but the item's heading so far */
};

static const struct block *block_at(const struct segment *segment, guint i)
{
	return &g_array_index(segment->blocks, struct block, i);
}

static void leave_item(struct segment *segment)
{
	g_clear_pointer(&segment->around, g_free);
	draft_leave_item(&segment->draft);
	outline_reset(&segment->outline);
	segment->outcome = (struct outcome){0};
	segment->after_heading = false;
}

/* A reference on a line of its own below the heading is part of it. Returns the block that held it, or i. */
static guint take_reference(struct segment *segment, guint i, GString *text, char **reference)
{
	size_t from = 0;
	if (kind_item_reference(text->str, &from, reference))
		return i;
	for (guint j = i + 1; j < segment->region->end; j++) {
		const struct block *next = block_at(segment, j);
		if (next->role == BLOCK_FURNITURE)
			continue;
		if (next->text->str[0] != '(' || next->text->len > 40 ||
		    !kind_item_reference(next->text->str, &from, reference))
			return i;
		g_string_append_printf(text, " %s", next->text->str);
		return j;
	}
	return i;
}

static guint open_item(struct segment *segment, guint i)
{
	const struct block *block = block_at(segment, i);
	g_autoptr(GString) text = g_string_new(block->text->str);
	g_autofree char *reference = NULL;
	guint used = take_reference(segment, i, text, &reference);
	leave_item(segment);
	segment->headings.in_item = true;
	segment->draft.title = title_clean(text->str);
	bool numbered = block->label.style != LABEL_NONE && block->label.style != LABEL_BULLET;
	bool is_item = segment->region->type == TYPE_AGENDA || segment->region->web || block->label.style == LABEL_REF;
	if (numbered)
		draft_set(is_item ? &segment->draft.item : &segment->draft.minute, block->label.text);
	if (reference)
		draft_set(&segment->draft.item, reference);
	if (numbered)
		heading_note_item(&segment->headings, &block->label);
	if (segment->region->web)
		segment->draft.type = segment->region->captions ? TYPE_AGENDA : segment->region->type;
	/* The heading itself is of the type that the part has, whichever text comes first below it. */
	g_autofree char *label = numbered ? title_label(&block->label) : NULL;
	g_autofree char *full = label ? g_strconcat(label, " ", text->str, NULL) : g_strdup(text->str);
	struct record *record = draft_add(&segment->draft, block, KIND_HEADING, full);
	record->type = segment->region->type;
	segment->after_heading = true;
	return used;
}

static void open_section(struct segment *segment, guint i)
{
	const struct block *block = block_at(segment, i);
	g_autofree char *full = title_with_label(block);
	segment->headings.in_sections |= block->label.style != LABEL_NONE;
	if (!caption_is_table(block->text->str))
		g_clear_pointer(&segment->around, g_free);
	else if (!segment->around)
		segment->around = g_strdup(segment->draft.section ? segment->draft.section : "");
	draft_set(&segment->draft.section, block->text->str);
	size_t len = strlen(segment->draft.section);
	if (len > 1 && strchr(":.", segment->draft.section[len - 1]))
		segment->draft.section[len - 1] = '\0';
	/* In numbered minutes a caption between points does not end the paragraph they hang under. */
	bool within = segment->outcome.open && g_str_has_suffix(block->text->str, ":");
	bool keeps = segment->draft.type == TYPE_MINUTES && (within || segment->headings.mode == MODE_REFERENCE);
	if (keeps)
		outline_end_bullets(&segment->outline);
	else
		outline_reset(&segment->outline);
	segment->outcome.open = segment->outcome.open && keeps;
	outcome_enter_section(&segment->outcome, segment->draft.section, segment->draft.type);
	draft_add(&segment->draft, block, KIND_HEADING, full);
}

static enum record_kind kind_of(struct segment *segment, guint i, guint depth)
{
	const struct block *block = block_at(segment, i);
	const char *text = block->text->str;
	bool labelled = block->label.style != LABEL_NONE;
	bool report = segment->draft.type == TYPE_REPORT || segment->draft.type == TYPE_OTHER;
	if (!labelled && !report && kind_is_attendance(text) &&
	    (!segment->headings.in_item || strstr(text, "attendance for")))
		return KIND_ATTENDANCE;
	if (!report && heading_in_roll(&segment->headings, i))
		return KIND_ATTENDANCE;
	if (!labelled && segment->draft.type == TYPE_MINUTES && segment->after_heading && kind_is_presenters(text))
		return KIND_ATTENDANCE;
	if (report && !labelled && !strchr(text, ':') && mark_is_figure(text) && !kind_is_front_line(text))
		return KIND_ROW;
	return outcome_kind(&segment->outcome, block, depth, segment->draft.type);
}

/* A numbered paragraph that starts with its item's title. */
static void add_run_in(struct segment *segment, guint i)
{
	const struct block *block = block_at(segment, i);
	const char *text = block->text->str;
	leave_item(segment);
	segment->headings.in_item = true;
	heading_note_item(&segment->headings, &block->label);
	draft_set(&segment->draft.minute, block->label.text);
	size_t len = mark_run_in(block);
	g_autofree char *head = g_strndup(text, len ? len : block->text->len);
	g_strchomp(head);
	if (*head && strchr(".:", head[strlen(head) - 1]))
		head[strlen(head) - 1] = '\0';
	segment->draft.title = title_clean(head);
	bool whole = len == 0 || len + 2 >= block->text->len;
	g_autofree char *full = title_with_label(block);
	draft_add(&segment->draft, block, whole ? KIND_HEADING : kind_of(segment, i, 0), full);
	segment->after_heading = whole;
}

/* A caption is the section of the rows below it alone. */
static void leave_caption(struct segment *segment)
{
	g_free(segment->draft.section);
	segment->draft.section = *segment->around ? g_strdup(segment->around) : NULL;
	g_clear_pointer(&segment->around, g_free);
}

/* An item that is nothing but its paragraph. */
static void add_untitled(struct segment *segment, guint i)
{
	const struct block *block = block_at(segment, i);
	leave_item(segment);
	segment->headings.in_item = true;
	heading_note_item(&segment->headings, &block->label);
	draft_set(&segment->draft.minute, block->label.text);
	g_autofree char *full = title_with_label(block);
	draft_add(&segment->draft, block, kind_of(segment, i, 0), full);
}

static void add_text(struct segment *segment, guint i)
{
	const struct block *block = block_at(segment, i);
	if (heading_continues_items(&segment->headings, i)) {
		add_untitled(segment, i);
		return;
	}
	if (heading_opens_run_in(&segment->headings, block)) {
		add_run_in(segment, i);
		return;
	}
	if (segment->headings.in_item &&
	    (closing_is(block->text->str) || (segment->draft.type == TYPE_AGENDA && closing_signs(block))))
		leave_item(segment);
	g_autofree char *label = NULL;
	if (block->label.style == LABEL_NONE && decision_starts(block->text->str))
		outline_suspend(&segment->outline);
	if (block->label.style != LABEL_NONE)
		label = outline_enter(&segment->outline, block);
	segment->outcome.open = segment->outcome.open && !(label && segment->outline.resumed);
	guint depth = segment->outline.levels->len;
	if (label && depth == 1 && block->label.style == LABEL_DECIMAL && segment->draft.type == TYPE_MINUTES &&
	    segment->headings.mode == MODE_REFERENCE)
		g_clear_pointer(&segment->draft.section, g_free);
	enum record_kind kind = kind_of(segment, i, depth);
	segment->headings.after_roll |= kind == KIND_ATTENDANCE;
	if (kind != KIND_ROW && segment->around)
		leave_caption(segment);
	bool closes = kind == KIND_RESOLUTION && (decision_is_vote(block->text->str) || block->text->len < 40) &&
		      segment->headings.mode == MODE_REFERENCE;
	if (!label && closes)
		label = outline_outermost(&segment->outline);
	else if (!label && kind != KIND_ATTENDANCE && kind != KIND_ROW)
		label = outline_inherit(&segment->outline, block);
	struct record *record = draft_add(&segment->draft, block, kind, block->text->str);
	record->label = g_steal_pointer(&label);
	segment->after_heading = false;
}

/* Furniture among a table's blocks keeps its place, from *next up to `end`. */
static void add_furniture_between(struct segment *segment, guint *next, guint end)
{
	for (; *next < end; (*next)++) {
		const struct block *block = block_at(segment, *next);
		if (block->role == BLOCK_FURNITURE)
			draft_add(&segment->draft, block, KIND_FURNITURE, block->text->str);
	}
}

static void add_table(struct segment *segment, guint first, guint *end)
{
	g_autoptr(GArray) entries = table_entries(segment->blocks, first, segment->region->end, end);
	const struct block *block = block_at(segment, first);
	const char *head = entries->len > 0 ? g_array_index(entries, struct table_entry, 0).text : "";
	bool roll = !segment->headings.in_item && (kind_heads_roll(head) || presence_caption(head) > 0 ||
						   (segment->headings.after_roll && presence_names(head)));
	segment->headings.after_roll |= roll;
	guint next = first;
	for (guint i = 0; i < entries->len; i++) {
		struct table_entry *entry = &g_array_index(entries, struct table_entry, i);
		enum record_kind kind = entry->repeated ? KIND_FURNITURE : roll ? KIND_ATTENDANCE : KIND_ROW;
		add_furniture_between(segment, &next, entry->block);
		struct record *record = draft_add(&segment->draft, block, kind, entry->text);
		record->label = g_strdup(entry->label);
		if (entry->section)
			draft_set(&record->section, entry->section);
		draft_set_pages(&segment->draft, record, entry->page, entry->page_end);
	}
	add_furniture_between(segment, &next, *end);
	segment->after_heading = false;
}

static void add_furniture(struct segment *segment, const struct block *block)
{
	const char *text = block->text->str;
	if (segment->region->web && segment->region->captions &&
	    (strcmp(text, "Minutes:") == 0 || strcmp(text, "Decision:") == 0)) {
		segment->draft.type = segment->region->type == TYPE_AGENDA ? TYPE_MINUTES : segment->region->type;
		g_clear_pointer(&segment->draft.section, g_free);
		outline_reset(&segment->outline);
	} else if (strcmp(text, "Additional documents:") == 0) {
		g_clear_pointer(&segment->draft.section, g_free);
		outline_reset(&segment->outline);
	}
	draft_add(&segment->draft, block, KIND_FURNITURE, text);
}

static guint add_block(struct segment *segment, guint i)
{
	const struct block *block = block_at(segment, i);
	if (block->role == BLOCK_FURNITURE) {
		add_furniture(segment, block);
		return i + 1;
	}
	if (block->margin) {
		draft_add(&segment->draft, block, KIND_PARAGRAPH, block->text->str)->label =
			outline_path(&segment->outline);
		return i + 1;
	}
	if (block->role == BLOCK_CELL) {
		guint end = i + 1;
		add_table(segment, i, &end);
		return end;
	}
	if (segment->headings.in_item && closing_is(block->text->str)) {
		add_text(segment, i);
		return i + 1;
	}
	bool report = segment->draft.type == TYPE_REPORT || segment->draft.type == TYPE_OTHER ||
		      segment->draft.type == TYPE_DECISION;
	if (report && title_is_subject(block->text->str)) {
		draft_add(&segment->draft, block, KIND_HEADING, block->text->str);
		return i + 1;
	}
	segment->headings.listing = segment->outcome.open;
	switch (heading_of(&segment->headings, i)) {
	case HEADING_ITEM:
		return open_item(segment, i) + 1;
	case HEADING_SECTION: {
		g_autofree char *title = title_clean(block->text->str);
		bool own = report && g_strcmp0(title, segment->draft.title) == 0 && !segment->draft.section;
		if (own)
			draft_add(&segment->draft, block, KIND_HEADING, block->text->str);
		else
			open_section(segment, i);
		return i + 1;
	}
	case HEADING_TITLE: {
		g_autofree char *full = title_with_label(block);
		if (!report)
			leave_item(segment);
		draft_add(&segment->draft, block, KIND_HEADING, full);
		return i + 1;
	}
	default:
		add_text(segment, i);
		return i + 1;
	}
}

static void segment_region(struct segment *segment, const struct region *region)
{
	struct part part = {.first = segment->draft.paper->records->len, .type = region->type};
	segment->region = region;
	segment->draft.type = region->type;
	leave_item(segment);
	heading_survey(&segment->headings, segment->blocks, region);
	if (region->type == TYPE_REPORT || region->type == TYPE_OTHER || region->type == TYPE_DECISION) {
		draft_set(&segment->draft.item, region->reference);
		segment->draft.title = title_of_report(segment->blocks, region);
		segment->headings.titled = segment->draft.title != NULL;
	}
	for (guint i = region->first; i < region->end;)
		i = add_block(segment, i);
	part.end = segment->draft.paper->records->len;
	g_array_append_val(segment->draft.paper->parts, part);
}

void segment_blocks(struct paper *paper, const GArray *blocks, const struct document *document)
{
	struct segment segment = {.blocks = blocks};
	g_autoptr(GArray) regions = region_find(blocks);
	draft_init(&segment.draft, paper, blocks, document);
	bool positioned = document->format == FORMAT_PDF || document->format == FORMAT_DOCX ||
			  document->format == FORMAT_ODT || document->format == FORMAT_RTF;
	outline_init(&segment.outline, positioned);
	for (guint i = 0; i < regions->len; i++)
		segment_region(&segment, &g_array_index(regions, struct region, i));
	outline_clear(&segment.outline);
	draft_clear(&segment.draft);
	g_free(segment.around);
}
