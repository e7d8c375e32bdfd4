/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "columns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "caption.h"
#include "kind.h"
#include "presence.h"
#include "rows.h"

static struct printed *line_at(GArray *lines, guint i)
{
	return &g_array_index(lines, struct printed, i);
}

/* The end of the printed line that i starts: its parts stand side by side. */
static guint group_end(GArray *lines, guint i)
{
	const struct printed *first = line_at(lines, i);
	guint end = i + 1;
	while (end < lines->len && line_at(lines, end)->page == first->page &&
	       line_at(lines, end)->source->baseline == first->source->baseline)
		end++;
	return end;
}

static double group_gap(GArray *lines, guint i, guint end)
{
	double gap = line_at(lines, i)->gap;
	for (guint j = i; j < end; j++)
		gap = MIN(gap, line_at(lines, j)->gap);
	return gap;
}

/* Notes shorter than this stand in margins: initials, "Clerk", "DN/IL". */
enum { NOTE_LENGTH = 16 };

/* The left edge of a margin column that several short parts share, right of nearly all text; 0 for none. */
static double margin_edge(GArray *lines)
{
	double widest = 0;
	for (guint i = 0; i < lines->len; i++)
		widest = MAX(widest, line_at(lines, i)->right);
	double edge = 0;
	guint notes = 0, longer = 0;
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = line_at(lines, i);
		bool beside = i > 0 && line->source->baseline == line_at(lines, i - 1)->source->baseline &&
			      line->page == line_at(lines, i - 1)->page;
		if (line->furniture || line->left < 0.8 * widest)
			continue;
		if (strlen(line->text) > NOTE_LENGTH) {
			longer++;
		} else if (beside && line_at(lines, i - 1)->right - line_at(lines, i - 1)->left > 0.3 * widest) {
			notes++;
			edge = edge > 0 ? MIN(edge, line->left) : line->left;
		}
	}
	return notes >= 3 && longer == 0 ? edge : 0;
}

static void mark_margin(GArray *lines)
{
	double edge = margin_edge(lines);
	for (guint i = 0; edge > 0 && i < lines->len; i++) {
		struct printed *line = line_at(lines, i);
		line->margin = !line->furniture && line->left > edge - 12 && strlen(line->text) <= NOTE_LENGTH;
	}
}

/* A caption of a list of names with the first of them beside it: the left edge of the names, 0 for none. */
static double roll_edge(GArray *lines, guint i, guint end)
{
	const struct printed *caption = line_at(lines, i);
	if (end - i == 1) {
		bool hangs = caption->source->hang > caption->left && presence_caption(caption->text) > 0;
		return hangs ? caption->source->hang : 0;
	}
	g_autofree char *both = g_strdup_printf("%s %s", caption->text, line_at(lines, i + 1)->text);
	bool bare = strlen(caption->text) < 40 && kind_is_attendance(both) && !strchr(caption->text, ',');
	return bare ? line_at(lines, i + 1)->left : 0;
}

/* Whether the printed line from `i` to `end` still lists those whom the caption at the left edge `left` opened. */
static bool goes_on_in_roll(GArray *lines, guint i, guint end, const struct printed *caption, double edge)
{
	const struct printed *first = line_at(lines, i);
	if (first->page != caption->page || first->furniture)
		return false;
	if (first->left > edge - 4)
		return group_gap(lines, i, end) < 1.6;
	/* A caption of two lines: "in Chamber:" below "Members in attendance". */
	bool beside = !presence_caption(first->text) && (end - i > 1 || g_str_has_suffix(first->text, ":"));
	return group_gap(lines, i, end) < 0.6 && (beside || first->left > caption->left + 5);
}

/* Names in columns: the lines below PRESENT for as long as they are set close, or hang under the first name. */
static void mark_roll(GArray *lines, guint i)
{
	guint end = group_end(lines, i);
	double edge = roll_edge(lines, i, end);
	if (edge <= 0)
		return;
	for (guint j = i + 1; j < end; j++)
		line_at(lines, j)->roll = true;
	while (end < lines->len) {
		guint next = group_end(lines, end);
		if (!goes_on_in_roll(lines, end, next, line_at(lines, i), edge))
			break;
		for (guint j = end; j < next; j++)
			line_at(lines, j)->roll = true;
		end = next;
	}
}

static bool is_caption(const struct printed *line)
{
	return strlen(line->text) < 20 && caption_is_open(line->text) && g_str_has_suffix(line->text, ":") &&
	       !kind_is_attendance(line->text);
}

/* Where the caption starts that the extractor left at the end of the first column's line; NULL for none. */
static const char *caption_tail(const char *text)
{
	if (!g_str_has_suffix(text, ":"))
		return NULL;
	size_t len = strlen(text);
	const char *from = len > 30 ? text + len - 20 : text + MIN(len, 10);
	for (const char *space = strchr(from, ' '); space; space = strchr(space + 1, ' '))
		if (space - text > 10 && caption_is_open(space + 1))
			return space + 1;
	return NULL;
}

static void split_caption(GArray *lines, guint i)
{
	struct printed *line = line_at(lines, i);
	const char *tail = caption_tail(line->text);
	if (!tail)
		return;
	struct printed caption = *line;
	caption.text = g_strdup(tail);
	caption.label = (struct label){.style = LABEL_NONE};
	double width = line->right - line->left, chars = (double)strlen(line->text);
	line->text[tail - line->text - 1] = '\0';
	caption.left = line->right - width * (double)strlen(caption.text) / chars;
	line->right = caption.left - 3;
	g_array_insert_val(lines, i + 1, caption);
}

/* The left edge of the captions among the parts of the printed line at i; 0 for none. */
static double caption_edge(GArray *lines, guint i)
{
	for (guint j = i + 1; j < group_end(lines, i); j++)
		if (is_caption(line_at(lines, j)))
			return line_at(lines, j)->left;
	return 0;
}

/* A front sheet: what is left of its captions is read first, then the captions with what stands behind each. */
static guint arrange_front(GArray *lines, guint i)
{
	split_caption(lines, i);
	double split = caption_edge(lines, i);
	if (split <= 0)
		return i;
	guint end = i;
	while (end < lines->len && line_at(lines, end)->page == line_at(lines, i)->page &&
	       !line_at(lines, end)->furniture) {
		if (end > i && group_gap(lines, end, group_end(lines, end)) >= 0.6)
			break;
		guint part = end;
		split_caption(lines, part);
		end = group_end(lines, part);
	}
	g_autoptr(GArray) second = g_array_new(FALSE, FALSE, sizeof(struct printed));
	guint at = i;
	for (guint j = i; j < end; j++) {
		struct printed line = *line_at(lines, j);
		line.placed = true;
		line.gap = j == i ? line.gap : 0;
		if (line.left > split - 8)
			g_array_append_val(second, line);
		else
			*line_at(lines, at++) = line;
	}
	if (at < end)
		memcpy(line_at(lines, at), second->data, (end - at) * sizeof(struct printed));
	if (at > i && at < end)
		line_at(lines, at)->starts = true;
	return end;
}

void columns_arrange(GArray *lines)
{
	mark_margin(lines);
	for (guint i = 0; i < lines->len;) {
		guint end = group_end(lines, i);
		bool free = !line_at(lines, i)->furniture && line_at(lines, i)->column == 0;
		if (free && !line_at(lines, i)->roll)
			mark_roll(lines, i);
		if (free && end - i >= 2)
			end = MAX(end, arrange_front(lines, i));
		i = end;
	}
	rows_arrange(lines);
}
