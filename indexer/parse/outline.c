/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "outline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Indents closer than this, in points, are the same. */
static const double same_indent = 7;

void outline_init(struct outline *outline, bool positioned)
{
	*outline = (struct outline){.levels = g_array_new(FALSE, TRUE, sizeof(struct outline_level)),
				    .kept = g_array_new(FALSE, TRUE, sizeof(struct outline_level)),
				    .positioned = positioned};
}

void outline_clear(struct outline *outline)
{
	g_clear_pointer(&outline->levels, g_array_unref);
	g_clear_pointer(&outline->kept, g_array_unref);
}

static struct outline_level *level_at(const struct outline *outline, guint i)
{
	return &g_array_index(outline->levels, struct outline_level, i);
}

void outline_end_bullets(struct outline *outline)
{
	while (outline->levels->len > 0 && level_at(outline, outline->levels->len - 1)->label.style == LABEL_BULLET)
		g_array_set_size(outline->levels, outline->levels->len - 1);
}

void outline_reset(struct outline *outline)
{
	g_array_set_size(outline->levels, 0);
	g_array_set_size(outline->kept, 0);
}

/* What is open may be gone on in from below what breaks it off. */
static void keep(struct outline *outline)
{
	if (outline->levels->len == 0)
		return;
	g_array_set_size(outline->kept, 0);
	g_array_append_vals(outline->kept, outline->levels->data, outline->levels->len);
}

void outline_suspend(struct outline *outline)
{
	keep(outline);
	g_array_set_size(outline->levels, 0);
}

static bool leads_in(const struct block *block)
{
	const GString *text = block->text;
	return g_str_has_suffix(text->str, ":") || g_str_has_suffix(text->str, ":-") ||
	       g_str_has_suffix(text->str, ": -");
}

static bool is_prose(const struct block *block)
{
	const char *text = block->text->str;
	size_t len = block->text->len;
	return leads_in(block) || (len > 60 && strchr(".;:?!\"", text[len - 1]));
}

/* The innermost level that the label goes on from; -1 for none. */
static int sibling_level(const struct outline *outline, const struct block *block, int slack)
{
	for (guint i = outline->levels->len; i-- > 0;) {
		const struct outline_level *level = level_at(outline, i);
		if (!label_follows(&level->label, &block->label, slack))
			continue;
		bool bullet = block->label.style == LABEL_BULLET;
		bool indented = bullet && outline->positioned && fabs(level->left - block->left) > same_indent;
		bool deeper = bullet && !outline->positioned && block->level && level->label.value &&
			      block->level != level->label.value;
		if (!indented && !deeper)
			return (int)i;
	}
	return -1;
}

/* A bullet that none of the open ones matches in indent closes those that stand deeper than it. */
static guint depth_of_bullet(const struct outline *outline, const struct block *block)
{
	guint depth = outline->levels->len;
	while (depth > 0) {
		const struct outline_level *level = level_at(outline, depth - 1);
		bool deeper = level->label.style == LABEL_BULLET && level->left > block->left + same_indent;
		if (!outline->positioned || !deeper)
			break;
		depth--;
	}
	return depth;
}

/* A list that starts again: under the paragraph that leads in to it, else in place of the one before. */
static guint depth_of_first(const struct outline *outline, const struct block *block)
{
	guint depth = outline->levels->len;
	if (depth > 0 && level_at(outline, depth - 1)->leads)
		return depth;
	/* A number that starts no list does not hang under a bullet that leads to none. */
	while (block->label.style == LABEL_DECIMAL && depth > 0 &&
	       level_at(outline, depth - 1)->label.style == LABEL_BULLET)
		depth--;
	/* "(b)" below "(ii)": its "(a)" stood in the words above the list, so it is none of the list's. */
	while (depth > 0 && !label_is_first(&block->label) && block->label.style == LABEL_ALPHA &&
	       level_at(outline, depth - 1)->label.style == LABEL_ROMAN)
		depth--;
	for (guint i = depth; i-- > 0;)
		if (label_same_form(&level_at(outline, i)->label, &block->label))
			return i;
	return depth;
}

static char *print_path(const struct outline *outline)
{
	GString *path = g_string_new(NULL);
	for (guint i = 0; i < outline->levels->len; i++) {
		const struct outline_level *level = level_at(outline, i);
		if (path->len)
			g_string_append_c(path, '.');
		if (level->label.style == LABEL_BULLET)
			g_string_append_printf(path, "*%d", level->count);
		else
			g_string_append(path, level->label.text);
	}
	return g_string_free(path, FALSE);
}

/* "7." after "6.1" goes on with the sections, "c." after "2b." with the letters. */
static bool next_section(const struct outline *outline, const struct label *label)
{
	if (outline->levels->len == 0)
		return false;
	const struct label *top = &level_at(outline, 0)->label;
	if (top->style == LABEL_MIXED && label->style == LABEL_ALPHA && label->value == top->value + 1)
		return true;
	if (label->style != LABEL_DECIMAL || label->close != '.')
		return false;
	return top->style == LABEL_MULTI && label->value == atoi(top->text) + 1;
}

/* "(b)" below the resolution of "(a)": goes on in the list that the resolution broke off. Returns its depth, -1 for none. */
static int resume(struct outline *outline, const struct label *label)
{
	for (guint i = outline->kept->len; i-- > 0 && !label_is_first(label) && label->style != LABEL_BULLET;) {
		const struct label *kept = &g_array_index(outline->kept, struct outline_level, i).label;
		if (!label_follows(kept, label, 0))
			continue;
		g_array_set_size(outline->levels, 0);
		g_array_append_vals(outline->levels, outline->kept->data, i);
		g_array_set_size(outline->kept, 0);
		return (int)i;
	}
	return -1;
}

char *outline_enter(struct outline *outline, const struct block *block)
{
	const struct label *label = &block->label;
	struct outline_level next = {.label = *label,
				     .count = 1,
				     .left = block->left,
				     .hang = block->hang,
				     .leads = leads_in(block),
				     .prose = is_prose(block)};
	guint depth;
	int sibling = -1;
	outline->resumed = false;
	if (label->style == LABEL_BULLET)
		next.label.value = block->level;
	if (label->style == LABEL_MULTI || label->style == LABEL_MIXED || next_section(outline, label)) {
		depth = 0;
		if (label->style == LABEL_MULTI && outline->levels->len > 0 &&
		    level_at(outline, 0)->label.style != LABEL_MULTI)
			keep(outline);
	} else {
		sibling = sibling_level(outline, block, 0);
		if (sibling < 0 && label->style != LABEL_BULLET)
			sibling = sibling_level(outline, block, 3);
		bool breaks_off = outline->levels->len > 0;
		int resumed = sibling < 0 ? resume(outline, label) : -1;
		outline->resumed = resumed >= 0 && breaks_off;
		if (sibling >= 0)
			depth = (guint)sibling;
		else if (resumed >= 0)
			depth = (guint)resumed;
		else if (label->style == LABEL_BULLET)
			depth = depth_of_bullet(outline, block);
		else
			depth = depth_of_first(outline, block);
	}
	if (sibling >= 0 && label->style == LABEL_BULLET)
		next.count = level_at(outline, depth)->count + 1;
	g_array_set_size(outline->levels, depth);
	g_array_append_val(outline->levels, next);
	return print_path(outline);
}

/* Whether an unlabelled block set at `left` can belong to the level's text. */
static bool holds(const struct outline *outline, const struct outline_level *level, const struct block *block)
{
	if (!outline->positioned)
		return level->label.style != LABEL_BULLET && level->label.style != LABEL_ALPHA &&
		       level->label.style != LABEL_ROMAN;
	if (level->hang > 0)
		return block->left > level->hang - same_indent;
	bool paragraph = level->label.style == LABEL_MULTI || (level->label.style == LABEL_DECIMAL && level->prose);
	return block->left > level->left - same_indent && paragraph;
}

char *outline_inherit(struct outline *outline, const struct block *block)
{
	if (outline->levels->len > 0 && !holds(outline, level_at(outline, outline->levels->len - 1), block))
		keep(outline);
	while (outline->levels->len > 0 && !holds(outline, level_at(outline, outline->levels->len - 1), block))
		g_array_set_size(outline->levels, outline->levels->len - 1);
	if (outline->levels->len == 0)
		return NULL;
	struct outline_level *level = level_at(outline, outline->levels->len - 1);
	if (!level->prose && !outline->positioned) {
		outline_suspend(outline);
		return NULL;
	}
	level->leads = leads_in(block);
	return print_path(outline);
}

char *outline_outermost(const struct outline *outline)
{
	if (outline->levels->len == 0 || level_at(outline, 0)->label.style == LABEL_BULLET)
		return NULL;
	return g_strdup(level_at(outline, 0)->label.text);
}

char *outline_path(const struct outline *outline)
{
	return outline->levels->len > 0 ? print_path(outline) : NULL;
}
