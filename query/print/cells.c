/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cells.h"

#include <string.h>

#include "text.h"

/* RFC 4180 ends its lines so. */
struct cells cells_csv(GString *out)
{
	return (struct cells){out, true, ',', "\r\n", false};
}

struct cells cells_tsv(GString *out)
{
	return (struct cells){out, false, '\t', "\n", false};
}

/* What a spreadsheet would calculate, full-width forms included (OWASP, "CSV Injection"). */
static bool is_formula(const char *text)
{
	static const gunichar heads[] = {'=', '+', '-', '@', '\t', '\r', 0xff1d, 0xff0b, 0xff0d, 0xff20};
	gunichar head = g_utf8_get_char(text);
	for (size_t n = 0; n < G_N_ELEMENTS(heads); n++)
		if (heads[n] == head)
			return true;
	return false;
}

static void append_quoted(GString *out, const char *text)
{
	if (!strpbrk(text, ",\"\r\n")) {
		g_string_append(out, text);
		return;
	}
	g_string_append_c(out, '"');
	for (const char *at = text; *at; at++) {
		if (*at == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *at);
	}
	g_string_append_c(out, '"');
}

/* Without what a terminal obeys; a line end or a tab is a cell's own matter. */
static char *make_harmless(const char *text)
{
	g_autofree char *repaired = text_repair(span_of(text), NULL);
	GString *out = g_string_new(NULL);
	for (const char *at = repaired; *at;) {
		size_t len = strcspn(at, "\t\r\n");
		g_autofree char *run = text_printable((struct span){at, len});
		g_string_append(out, run);
		at += len;
		if (*at)
			g_string_append_c(out, *at++);
	}
	return g_string_free(out, FALSE);
}

void cells_put(struct cells *cells, const char *text)
{
	if (cells->is_inside)
		g_string_append_c(cells->out, cells->separator);
	cells->is_inside = true;
	if (!text || !*text)
		return;
	g_autofree char *harmless = make_harmless(text);
	g_autofree char *cell = g_strconcat(is_formula(harmless) ? "'" : "", harmless, NULL);
	if (cells->has_quotes)
		append_quoted(cells->out, cell);
	else
		g_string_append(cells->out, g_strdelimit(cell, "\t\r\n", ' '));
}

void cells_put_number(struct cells *cells, guint64 number)
{
	g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, number);
	cells_put(cells, text);
}

void cells_end(struct cells *cells)
{
	g_string_append(cells->out, cells->line_end);
	cells->is_inside = false;
}

void cells_put_line(struct cells *cells, const char *const *texts)
{
	for (; *texts; texts++)
		cells_put(cells, *texts);
	cells_end(cells);
}
