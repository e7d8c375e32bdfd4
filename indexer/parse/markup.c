/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "markup.h"

#include <string.h>

static const char *const block_tags[] = {"p",   "/p",   "li", "/li", "ul", "/ul", "ol",    "/ol",    "br", "br/",
					 "div", "/div", "td", "/td", "tr", "/tr", "table", "/table", NULL};

/* No comment of a converter is longer: the search for its end stops there. */
enum { COMMENT_LENGTH = 2048 };

/* Length of the tag or comment at `text`, 0 when it is no tag: "<5%" and "a < b" are words. */
static size_t tag_length(const char *text)
{
	if (text[0] != '<')
		return 0;
	if (strncmp(text, "<!--", 4) == 0) {
		const char *end = g_strstr_len(text + 4, COMMENT_LENGTH, "-->");
		return end ? (size_t)(end - text) + 3 : 0;
	}
	size_t at = text[1] == '/' ? 2 : 1;
	if (!g_ascii_isalpha(text[at]))
		return 0;
	size_t end = 1 + strcspn(text + 1, "<>");
	if (text[end] != '>')
		return 0;
	char *name =
		g_strndup(text + at, strspn(text + at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456"));
	static const char *const known[] = {"p",     "br",    "b",       "i",       "em",      "strong",  "small",
					    "a",     "span",  "ul",      "ol",      "li",      "div",     "td",
					    "tr",    "th",    "table",   "sup",     "sub",     "u",       "font",
					    "h1",    "h2",    "h3",      "h4",      "img",     "hr",      "blockquote",
					    "tbody", "thead", "summary", "details", "section", "article", NULL};
	g_autofree char *lower = g_ascii_strdown(name, -1);
	g_free(name);
	bool attributes = memchr(text, '=', end) || text[1] == '/';
	return attributes || g_strv_contains(known, lower) ? end + 1 : 0;
}

bool markup_has_tags(const char *line)
{
	for (const char *at = strchr(line, '<'); at; at = strchr(at + 1, '<'))
		if (tag_length(at) > 0)
			return true;
	return false;
}

static bool parts_blocks(const char *tag, size_t len)
{
	g_autofree char *inner = g_ascii_strdown(tag + 1, (gssize)len - 2);
	inner[strcspn(inner, " \t")] = '\0';
	return g_strv_contains(block_tags, inner);
}

/* The few entities that converters leave. */
static char *without_entities(const char *text)
{
	static const struct {
		const char *name, *text;
	} entities[] = {{"&nbsp;", " "},  {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
			{"&quot;", "\""}, {"&#39;", "'"}, {NULL, NULL}};
	GString *out = g_string_new(text);
	for (int i = 0; entities[i].name; i++)
		g_string_replace(out, entities[i].name, entities[i].text, 0);
	return g_string_free(out, FALSE);
}

static void piece_end(GPtrArray *pieces, GString *piece)
{
	g_autofree char *text = g_strstrip(without_entities(piece->str));
	if (*text)
		g_ptr_array_add(pieces, g_steal_pointer(&text));
	g_string_truncate(piece, 0);
}

GPtrArray *markup_pieces(const char *line)
{
	GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) piece = g_string_new(NULL);
	for (const char *at = line; *at;) {
		size_t len = tag_length(at);
		if (len == 0) {
			g_string_append_c(piece, *at++);
			continue;
		}
		if (parts_blocks(at, len))
			piece_end(pieces, piece);
		at += len;
	}
	piece_end(pieces, piece);
	return pieces;
}

static bool is_word_byte(char c)
{
	return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

/* The end of the emphasis that a run of `len` marks opens at `from`; NULL when it opens none. */
static const char *closing_marks(const char *from, size_t len)
{
	if (from[len] == '\0' || g_ascii_isspace(from[len]))
		return NULL;
	for (const char *at = from + len; *at; at++) {
		if (*at != from[0])
			continue;
		size_t run = strspn(at, (char[]){from[0], '\0'});
		bool closes = run >= len && !g_ascii_isspace(at[-1]) && (from[0] == '*' || !is_word_byte(at[run]));
		if (closes)
			return at + run - len;
		at += run - 1;
	}
	return NULL;
}

/* The same with a memory: where no mark closes a run, none closes a later one either. */
static const char *find_close(bool hopeless[2][4], const char *at, size_t run)
{
	bool *none = &hopeless[*at == '_'][run];
	if (*none)
		return NULL;
	const char *close = closing_marks(at, run);
	*none = !close && at[run] != '\0' && !g_ascii_isspace(at[run]);
	return close;
}

/* Copies `text` without paired * and _, with what was strong. */
static void copy_without_marks(GString *out, const char *text, struct markup *markup)
{
	const char *end = NULL;
	size_t len = 0, strong = 0;
	bool leads = false, hopeless[2][4] = {{false}};
	for (const char *at = text; *at;) {
		if (end && at == end) {
			if (leads && len >= 2 && strong == 0)
				strong = out->len;
			at += len;
			end = NULL;
			continue;
		}
		if (!end && at[0] == '*' && at[1] == '*' && (at == text || at[2] == '\0') && !closing_marks(at, 2)) {
			/* Emphasis that the line's start or end cuts. */
			at += strspn(at, "*");
			continue;
		}
		bool mark = (*at == '*' || *at == '_') && !end && (*at == '*' || at == text || !is_word_byte(at[-1]));
		size_t run = mark ? MIN(strspn(at, (char[]){*at, '\0'}), 3) : 0;
		const char *close = run ? find_close(hopeless, at, run) : NULL;
		if (close) {
			leads = at == text;
			markup->emphasized |= leads && run == 1 && close[run] == '\0';
			len = run;
			end = close;
			at += run;
		} else if (*at == '\\' && (at[1] == '\0' || g_ascii_ispunct(at[1]))) {
			at++;
		} else {
			g_string_append_c(out, *at++);
		}
	}
	if (end && leads && len >= 2 && strong == 0)
		strong = out->len;
	markup->lead = strong;
	markup->strong = strong > 0 && strong == out->len;
}

char *markup_clean(struct markup *markup, const char *line)
{
	*markup = (struct markup){0};
	const char *at = line;
	while (at[0] == '>' && (at[1] == ' ' || at[1] == '\0' || at[1] == '>')) {
		markup->quoted = true;
		at += strspn(at + 1, " ") + 1;
	}
	size_t level = strspn(at, "#");
	if (level > 0 && level <= 6 && at[level] == ' ') {
		markup->heading = (int)level;
		at += level + 1;
	}
	g_autoptr(GString) plain = g_string_new(NULL);
	while (*at) {
		size_t len = tag_length(at);
		if (len > 0)
			at += len;
		else
			g_string_append_c(plain, *at++);
	}
	g_autoptr(GString) out = g_string_new(NULL);
	/* A line of dashes or underscores is a rule, not emphasis of nothing. */
	if (strspn(plain->str, "_*-=~ ") == plain->len)
		return g_strstrip(g_strdup(plain->str));
	copy_without_marks(out, plain->str, markup);
	return g_strstrip(g_strdup(out->str));
}
