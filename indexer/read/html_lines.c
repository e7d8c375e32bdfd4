/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "html_lines.h"

#include "hang.h"
#include "text.h"

/* A stretch of the line at hand, bytes [first, end). */
struct stretch {
	gsize first, end;
};

/* Links and notes that council sites print on every page, lower case. */
static const char *const stock_links[] = {
	"view directions",
	"view the full ",
	"view full ",
	"view the background to ",
	"view the declarations of interest",
	"view the minutes",
	"skip to ",
};
static const char *const stock_notes[] = {
	"you can view the individual reports for this meeting",
};

void html_lines_init(struct html_lines *lines, struct page *page)
{
	*lines = (struct html_lines){page, g_string_new(NULL), g_string_new(NULL), 0};
}

void html_lines_clear(struct html_lines *lines)
{
	g_string_free(lines->text, TRUE);
	g_string_free(lines->styles, TRUE);
}

void html_lines_add(struct html_lines *lines, struct span text, guint8 styles)
{
	g_string_append_len(lines->text, text.ptr, (gssize)text.len);
	gsize old = lines->styles->len;
	g_string_set_size(lines->styles, old + text.len);
	memset(lines->styles->str + old, styles, text.len);
}

static char *clean(const char *ptr, gsize len)
{
	g_autofree char *composed = text_compose((struct span){ptr, len});
	return text_squeeze(span_of(composed));
}

static bool has_stock_head(const char *text, const char *const *heads, gsize count)
{
	for (gsize i = 0; i < count; i++) {
		if (g_ascii_strncasecmp(text, heads[i], strlen(heads[i])) == 0)
			return true;
	}
	return false;
}

bool html_lines_mark_link(struct html_lines *lines, gsize from)
{
	if (from > lines->text->len)
		return false;
	g_autofree char *link = clean(lines->text->str + from, lines->text->len - from);
	if (!has_stock_head(link, stock_links, G_N_ELEMENTS(stock_links)))
		return false;
	const char *text = lines->text->str;
	gsize first = from;
	while (first > 0) { /* dots and white space, U+00A0 and U+2026 among it */
		const char *before = g_utf8_find_prev_char(text, text + first);
		gunichar c = before ? g_utf8_get_char(before) : 'x';
		if (!g_unichar_isspace(c) && c != '.' && c != 0x2026)
			break;
		first = (gsize)(before - text);
	}
	bool has_dots = g_strstr_len(text + first, (gssize)(from - first), "..") || /* not the end of a sentence */
			g_strstr_len(text + first, (gssize)(from - first), "\xe2\x80\xa6");
	for (gsize i = has_dots ? first : from; i < lines->text->len; i++)
		lines->styles->str[i] |= HTML_FURNITURE;
	return true;
}

static bool is_space_at(const struct html_lines *lines, gsize at)
{
	const char *ptr = lines->text->str + at;
	return g_ascii_isspace(*ptr) || ((guchar)*ptr == 0xC2 && (guchar)ptr[1] == 0xA0) ||
	       ((guchar)*ptr == 0xA0 && at > 0 && (guchar)ptr[-1] == 0xC2);
}

bool html_lines_is_blank(const struct html_lines *lines)
{
	for (gsize i = 0; i < lines->text->len; i++) {
		if (!is_space_at(lines, i))
			return false;
	}
	return true;
}

void html_lines_drop(struct html_lines *lines)
{
	g_string_truncate(lines->text, 0);
	g_string_truncate(lines->styles, 0);
}

/* Whether all text of the stretch has this style. */
static bool has_style(const struct html_lines *lines, struct stretch stretch, enum html_style style)
{
	bool has_any = false;
	for (gsize i = stretch.first; i < stretch.end; i++) {
		if (is_space_at(lines, i))
			continue;
		if (!(lines->styles->str[i] & style))
			return false;
		has_any = true;
	}
	return has_any;
}

/* The next stretch from *at on that is all furniture or all text; white space goes with what stands before it. */
static bool next_stretch(struct stretch *stretch, const struct html_lines *lines, gsize *at)
{
	gsize len = lines->text->len;
	gsize i = *at;
	while (i < len && is_space_at(lines, i))
		i++;
	if (i >= len)
		return false;
	stretch->first = i;
	guint8 kind = lines->styles->str[i] & HTML_FURNITURE;
	while (i < len && (is_space_at(lines, i) || (lines->styles->str[i] & HTML_FURNITURE) == kind))
		i++;
	stretch->end = *at = i;
	return true;
}

/* Where a bold head of the stretch ends, a light label before it included; its start when there is none. */
static gsize bold_end(const struct html_lines *lines, struct stretch stretch)
{
	gsize at = stretch.first;
	if (!(lines->styles->str[at] & HTML_BOLD)) {
		while (at < stretch.end && !is_space_at(lines, at))
			at++;
		enum hang_form form = hang_form_of((struct span){lines->text->str + stretch.first, at - stretch.first});
		if (form != HANG_LABEL && form != HANG_BULLET)
			return stretch.first;
	}
	gsize end = stretch.first;
	for (; at < stretch.end && (is_space_at(lines, at) || lines->styles->str[at] & HTML_BOLD); at++)
		end = is_space_at(lines, at) ? end : at + 1;
	return end;
}

static bool add_line(struct html_lines *lines, struct stretch stretch, const struct line *form)
{
	g_autofree char *text = clean(lines->text->str + stretch.first, stretch.end - stretch.first);
	if (!*text)
		return false;
	bool is_furniture = has_style(lines, stretch, HTML_FURNITURE) ||
			    has_stock_head(text, stock_notes, G_N_ELEMENTS(stock_notes));
	struct line *line = page_add_line(lines->page, "");
	g_free(line->text);
	*line = *form;
	line->text = g_steal_pointer(&text);
	line->marker = NULL;
	line->bold = has_style(lines, stretch, HTML_BOLD);
	line->italic = has_style(lines, stretch, HTML_ITALIC);
	line->gap = lines->page->lines->len == 1 ? 0 : lines->blank + (form->starts ? 1 : 0);
	if (is_furniture)
		line->role = LINE_FURNITURE;
	if (!line->bold) {
		g_autofree char *head =
			clean(lines->text->str + stretch.first, bold_end(lines, stretch) - stretch.first);
		line->heading_bytes = (int)strlen(head);
	}
	lines->blank = 0;
	return true;
}

guint html_lines_end(struct html_lines *lines, const struct line *form, char **marker, bool is_loose)
{
	struct stretch whole = {0, lines->text->len};
	struct line shared = *form;
	guint added = 0;
	if (shared.role == LINE_FURNITURE || (is_loose && has_style(lines, whole, HTML_LINK))) {
		shared.role = LINE_FURNITURE;
		for (gsize i = 0; i < lines->styles->len; i++)
			lines->styles->str[i] |= HTML_FURNITURE;
	}
	struct stretch stretch;
	for (gsize at = 0; next_stretch(&stretch, lines, &at);) {
		if (!add_line(lines, stretch, &shared))
			continue;
		struct line *line = &g_array_index(lines->page->lines, struct line, lines->page->lines->len - 1);
		if (line->role != LINE_FURNITURE)
			line->marker = g_steal_pointer(marker);
		added++;
	}
	html_lines_drop(lines);
	return added;
}
