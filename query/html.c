/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "html.h"

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
