/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "block.h"

#include <string.h>

#include "markup.h"

/* The number of tables that pipes draw; two of them never touch. */
enum { PIPE_TABLE = 9999 };

static void printed_clear(gpointer data)
{
	g_free(((struct printed *)data)->text);
}

static struct printed *add(GArray *out, const struct line *line, int page, const char *text)
{
	struct printed item = {.source = line,
			       .text = g_strdup(text),
			       .page = page,
			       .furniture = line->role == LINE_FURNITURE,
			       .strong = line->bold,
			       .heading = line->role == LINE_HEADING ? line->level : 0,
			       .lead = line->bold ? 0 : (size_t)line->heading_bytes,
			       .starts = line->starts,
			       .gap = line->gap,
			       .table = line->table,
			       .row = line->row ? line->row : line->baseline,
			       .column = line->column,
			       .header = line->role == LINE_HEADER,
			       .left = line->left,
			       .right = line->right};
	if (item.lead > strlen(text))
		item.lead = 0;
	label_read(&item.label, item.text);
	g_array_append_val(out, item);
	return &g_array_index(out, struct printed, out->len - 1);
}

static bool is_directive(const char *text)
{
	return g_str_has_prefix(text, ".. raw::") || g_str_has_prefix(text, ".. include::") ||
	       g_str_has_prefix(text, ".. image::");
}

/* "| Name | Cost |": a row of a Markdown table; its rule of dashes is furniture. */
static bool add_pipe_row(GArray *out, const struct line *line, int page)
{
	size_t len = strlen(line->text);
	if (len < 5 || line->text[0] != '|' || line->text[len - 1] != '|')
		return false;
	if (strspn(line->text, "|-: ") == len) {
		add(out, line, page, line->text)->furniture = true;
		return true;
	}
	g_autofree char *inner = g_strndup(line->text + 1, len - 2);
	g_auto(GStrv) cells = g_strsplit(inner, "|", -1);
	for (int i = 0; cells[i]; i++) {
		struct markup markup;
		g_autofree char *text = markup_clean(&markup, g_strstrip(cells[i]));
		if (!*text)
			continue;
		struct printed *item = add(out, line, page, text);
		item->label.style = LABEL_NONE;
		item->table = PIPE_TABLE;
		item->row = line->baseline;
		item->column = i + 1;
	}
	return true;
}

/* A text file's line: the markup of whatever converter wrote it comes off. */
static void add_text_line(GArray *out, const struct line *line, int page)
{
	if (add_pipe_row(out, line, page))
		return;
	g_autoptr(GPtrArray) pieces = NULL;
	if (markup_has_tags(line->text)) {
		pieces = markup_pieces(line->text);
	} else {
		pieces = g_ptr_array_new_with_free_func(g_free);
		g_ptr_array_add(pieces, g_strdup(line->text));
	}
	for (guint i = 0; i < pieces->len; i++) {
		struct markup markup;
		g_autofree char *text = markup_clean(&markup, g_ptr_array_index(pieces, i));
		if (!*text)
			continue;
		struct printed *item = add(out, line, page, text);
		item->furniture |= is_directive(text);
		item->starts |= i > 0;
		item->strong |= markup.strong;
		item->lead = markup.strong ? 0 : markup.lead;
		if (markup.heading)
			item->heading = markup.heading;
	}
}

/* A list point's own marker stands in front of its text where the markup alone gives it. */
static void add_marked_line(GArray *out, const struct line *line, int page)
{
	g_autofree char *text = NULL;
	if (line->marker)
		text = g_strconcat(line->marker, " ", line->text, NULL);
	struct printed *item = add(out, line, page, text ? text : line->text);
	/* Markdown's star is no printer's bullet: elsewhere it marks a note. */
	if (item->label.style == LABEL_BULLET && item->label.bullet[0] == '*')
		item->label.style = LABEL_NONE;
}

/* A line of "====" or "----" under a title is how text files mark it as a heading. */
static void read_underlines(GArray *lines)
{
	for (guint i = 1; i < lines->len; i++) {
		struct printed *line = &g_array_index(lines, struct printed, i),
			       *title = &g_array_index(lines, struct printed, i - 1);
		size_t len = strlen(line->text);
		bool rule = len >= 4 && (strspn(line->text, "=") == len || strspn(line->text, "-") == len ||
					 strspn(line->text, "~") == len);
		if (!rule || line->gap >= 0.5 || title->furniture || strlen(title->text) < 3 ||
		    len * 2 < strlen(title->text) || strlen(title->text) > 160)
			continue;
		title->heading = line->text[0] == '=' ? 1 : 2;
		line->furniture = true;
	}
}

/* What a site generator wrote at the top of a text file, between "---" and "---", is about the file. */
static void read_front_matter(GArray *lines)
{
	if (lines->len < 3 || strcmp(g_array_index(lines, struct printed, 0).text, "---") != 0)
		return;
	guint end = 1;
	while (end < MIN(lines->len, 40) && strcmp(g_array_index(lines, struct printed, end).text, "---") != 0)
		end++;
	if (end == lines->len || end == 40)
		return;
	for (guint i = 0; i <= end; i++)
		g_array_index(lines, struct printed, i).furniture = true;
}

GArray *printed_lines(const struct document *document)
{
	GArray *out = g_array_new(FALSE, TRUE, sizeof(struct printed));
	g_array_set_clear_func(out, printed_clear);
	for (guint i = 0; i < document->pages->len; i++) {
		const struct page *page = g_ptr_array_index(document->pages, i);
		for (guint j = 0; j < page->lines->len; j++) {
			const struct line *line = &g_array_index(page->lines, struct line, j);
			if (document->format == FORMAT_TEXT)
				add_text_line(out, line, (int)i);
			else
				add_marked_line(out, line, (int)i);
		}
	}
	if (document->format == FORMAT_TEXT) {
		read_underlines(out);
		read_front_matter(out);
	}
	return out;
}
