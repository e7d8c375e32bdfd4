/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "office_lines.h"

static void print_role(GString *out, const struct line *line)
{
	if (line->role == LINE_FURNITURE)
		g_string_append(out, "~");
	else if (line->role == LINE_HEADING)
		g_string_append_printf(out, "#%d ", line->level);
	else if (line->role == LINE_HEADER)
		g_string_append_printf(out, "<<%d.%d>> ", line->row, line->column);
	else if (line->table > 0)
		g_string_append_printf(out, "<%d.%d> ", line->row, line->column);
	else if (line->column > 0)
		g_string_append_printf(out, "|%d| ", line->column);
	if (line->marker)
		g_string_append_printf(out, "[%s] ", line->marker);
}

char *office_lines(const struct document *document)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < document->pages->len; i++) {
		const struct page *page = document->pages->pdata[i];
		for (guint j = 0; j < page->lines->len; j++) {
			const struct line *line = &g_array_index(page->lines, struct line, j);
			g_string_append(out, out->len > 0 ? "\n" : "");
			print_role(out, line);
			g_string_append(out, line->text);
		}
	}
	return g_string_free(out, FALSE);
}
