/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present.h"
#include "snippet.h"
#include "text.h"

#define BOLD "\x1b[1m"
#define DIM "\x1b[2m"
#define PLAIN "\x1b[0m"
#define INDENT 5

/* Text that is being set: words are folded at the width, and what a terminal would obey is made harmless. */
struct setting {
	GString *out;
	const struct present_style *style;
	size_t column;
};

static void new_line(struct setting *setting)
{
	g_string_append_printf(setting->out, "\n%*s", INDENT, "");
	setting->column = INDENT;
}

/* A run of bytes in one look. A line is folded only at spaces, so that no word is parted. */
static void set_run(struct setting *setting, struct span run, const char *look)
{
	if (!run.ptr)
		return;
	bool looks = setting->style->color && *look;
	if (looks)
		g_string_append(setting->out, look);
	for (size_t at = 0; at < run.len;) {
		const char *space = memchr(run.ptr + at, ' ', run.len - at);
		size_t end = space ? (size_t)(space - run.ptr) : run.len;
		g_autofree char *word = text_printable(span_cut(run, at, end));
		g_string_append(setting->out, word);
		setting->column += text_width(span_of(word));
		at = end;
		if (!space)
			break;
		at++;
		const char *next = memchr(run.ptr + at, ' ', run.len - at);
		size_t width = text_width(span_cut(run, at, next ? (size_t)(next - run.ptr) : run.len));
		if (setting->style->width > 0 && setting->column + 1 + width > setting->style->width) {
			new_line(setting);
			continue;
		}
		g_string_append_c(setting->out, ' ');
		setting->column++;
	}
	if (looks)
		g_string_append(setting->out, PLAIN);
}

static void set_marked(struct setting *setting, const struct present_hit *hit, const struct snippet *snippet)
{
	struct span text = span_of(hit->record->text);
	size_t at = snippet->start;
	for (guint n = 0; n < hit->marks->len; n++) {
		struct match_mark mark = g_array_index(hit->marks, struct match_mark, n);
		if (mark.end <= at || mark.start >= snippet->end)
			continue;
		size_t start = MAX(mark.start, at);
		size_t end = MIN(mark.end, snippet->end);
		set_run(setting, span_cut(text, at, start), "");
		set_run(setting, span_cut(text, start, end), BOLD);
		at = end;
	}
	set_run(setting, span_cut(text, at, snippet->end), "");
}

static void set_speakers(struct setting *setting, const struct record *record)
{
	for (guint n = 0; n < record->speakers->len; n++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, n);
		if (n == 0)
			new_line(setting);
		set_run(setting, span_of(n == 0 ? "speakers: " : ", "), DIM);
		set_run(setting, span_of(speaker->name), DIM);
	}
}

void present_text(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	struct setting setting = {.out = out, .style = style};
	struct snippet snippet;
	snippet_choose(&snippet, span_of(hit->record->text), hit->marks, style->snippet);
	g_autofree char *rank = g_strdup_printf("%" G_GUINT64_FORMAT ". ", hit->rank);
	g_string_append_printf(out, "%*s", INDENT, rank);
	setting.column = MAX(strlen(rank), INDENT);
	set_run(&setting, span_of(snippet.cut_before ? "\u2026 " : ""), "");
	set_marked(&setting, hit, &snippet);
	set_run(&setting, span_of(snippet.cut_after ? " \u2026" : ""), "");
	set_speakers(&setting, hit->record);
	g_autofree char *citation = record_citation(hit->record);
	/* A file's name may be any bytes. */
	g_autofree char *well_formed = text_repair(span_of(citation), NULL);
	new_line(&setting);
	set_run(&setting, span_of(well_formed), DIM);
	g_string_append(out, "\n\n");
}
