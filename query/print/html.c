/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "html.h"

#include "match.h"
#include "text.h"

void html_append(GString *out, struct span text)
{
	if (text.len == 0)
		return;
	g_autofree char *repaired = text_repair(text, NULL);
	g_autofree char *harmless = text_printable(span_of(repaired));
	g_autofree char *escaped = g_markup_escape_text(harmless, -1);
	g_string_append(out, escaped);
}

char *html_escape(const char *text)
{
	GString *out = g_string_new(NULL);
	html_append(out, span_of(text));
	return g_string_free(out, FALSE);
}

bool html_is_link(const char *url)
{
	return url && (g_ascii_strncasecmp(url, "https://", 8) == 0 || g_ascii_strncasecmp(url, "http://", 7) == 0);
}

void html_append_marked(GString *out, struct span text, const GArray *marks)
{
	size_t at = 0;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark mark = g_array_index(marks, struct match_mark, n);
		html_append(out, span_cut(text, at, mark.start));
		g_string_append(out, "<mark>");
		html_append(out, span_cut(text, mark.start, mark.end));
		g_string_append(out, "</mark>");
		at = mark.end;
	}
	html_append(out, span_cut(text, at, text.len));
}
