/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "lost.h"

#include <math.h>
#include <string.h>

#include "caption.h"
#include "prose.h"

/* From so many lines with a space too many, and no bullet anywhere, the bullets are taken to be lost. */
enum { ENOUGH = 6 };

/* Shorter lines than this may be headings. */
enum { TITLE_LENGTH = 60 };

static const struct printed *line_at(const GArray *lines, guint i)
{
	return &g_array_index(lines, struct printed, i);
}

/* A line below empty ones; where as many short lines follow as there were empty ones, each had its bullet there. */
static void mark_run(GArray *lines, guint i)
{
	struct printed *first = &g_array_index(lines, struct printed, i);
	first->guess = LOST_LINE;
	guint end = i + 1;
	while (end < lines->len && line_at(lines, end)->gap < 0.5 && !line_at(lines, end)->furniture &&
	       line_at(lines, end)->label.style == LABEL_NONE && !prose_starts_lower(line_at(lines, end)->text) &&
	       strlen(line_at(lines, end)->text) < TITLE_LENGTH)
		end++;
	if (end - i < 2 || fabs(first->gap - 1 - (end - i)) > 1)
		return;
	for (guint j = i + 1; j < end; j++)
		g_array_index(lines, struct printed, j).guess = LOST_LINE;
}

void lost_mark(GArray *lines, enum page_format format)
{
	if (format != FORMAT_TEXT)
		return;
	guint spaced = 0, indented = 0;
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = line_at(lines, i);
		if (line->label.style == LABEL_BULLET && !strchr("-*+o", line->label.bullet[0]))
			return;
		spaced += line->left > 2 && line->left < 12;
		indented += line->left >= 12;
	}
	if (spaced < ENOUGH || indented > spaced || spaced * 4 > lines->len)
		return;
	for (guint i = 0; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i);
		if (line->furniture || line->label.style != LABEL_NONE)
			continue;
		if (line->left > 2 && line->left < 12)
			line->guess = LOST_SPACE;
		else if (line->gap >= 2)
			mark_run(lines, i);
	}
}

static bool is_bullet(const struct block *block)
{
	return block && block->label.style == LABEL_BULLET;
}

/* Over a run of points a short line that ends otherwise than they do is their heading. */
static bool is_heading_above(const GArray *lines, guint i, const struct block *above)
{
	const struct printed *line = line_at(lines, i);
	if (strlen(line->text) >= TITLE_LENGTH || prose_ends(line->text))
		return false;
	const struct printed *next = i + 1 < lines->len ? line_at(lines, i + 1) : NULL;
	bool points_follow = next && (next->guess == LOST_SPACE || (next->gap >= 0.5 && !is_bullet(above)));
	bool other_ending = !above || prose_ends(above->text->str) || !is_bullet(above);
	return points_follow && other_ending &&
	       !(above && (g_str_has_suffix(above->text->str, ":") || g_str_has_suffix(above->text->str, ":-")));
}

bool lost_bullet(const GArray *lines, guint i, const struct block *above)
{
	const struct printed *line = line_at(lines, i);
	if (prose_is_capitals(line->text) || caption_opens_block(line->text) || line->text[0] == '(')
		return false;
	if (above && above->text->len > 0 && !prose_ends(above->text->str) && prose_starts_lower(line->text))
		return false;
	if (line->guess == LOST_SPACE) {
		bool after = !above || is_bullet(above) || prose_ends(above->text->str) ||
			     (above->lines == 1 && above->text->len < 90);
		return after && !is_heading_above(lines, i, above);
	}
	return above &&
	       (is_bullet(above) || g_str_has_suffix(above->text->str, ":") ||
		g_str_has_suffix(above->text->str, ":-")) &&
	       !prose_starts_lower(line->text);
}

void lost_restore(struct printed *line)
{
	line->label = (struct label){.style = LABEL_BULLET, .text = "*", .bullet = "•"};
}
