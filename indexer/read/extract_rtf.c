/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdlib.h>

#include "extract.h"
#include "fault.h"
#include "rtf_body.h"
#include "rtf_reader.h"

/* What a control word does; `argument` is what it needs to know. */
struct word {
	const char *name;
	void (*apply)(struct rtf_body *body, const struct rtf_token *token, int argument);
	int argument;
};

/* A switch without a number is on. */
static bool is_on(const struct rtf_token *token)
{
	return !token->has_number || token->number != 0;
}

static void apply_char(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)token;
	rtf_body_add_char(body, (gunichar)argument);
}

static void apply_style(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	struct rtf_group *group = rtf_body_group(body);
	group->styles = is_on(token) ? group->styles | argument : group->styles & ~argument;
}

static void apply_plain(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	struct rtf_group *group = rtf_body_group(body);
	(void)token;
	(void)argument;
	group->styles = 0;
	group->hidden = group->deleted = false;
}

static void apply_hidden(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)argument;
	rtf_body_group(body)->hidden = is_on(token);
}

static void apply_deleted(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)argument;
	rtf_body_group(body)->deleted = is_on(token);
}

static void apply_pard(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	struct rtf_group *group = rtf_body_group(body);
	(void)token;
	(void)argument;
	group->style = group->outline = -1;
	group->left = group->first = 0;
	group->in_table = false;
}

/* The fields of a group that take a number; their order is the order of `argument`. */
static void apply_number(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	struct rtf_group *group = rtf_body_group(body);
	int *const fields[] = {&group->fallback_bytes, &group->left, &group->first};
	*fields[argument] = CLAMP(token->number, -100000, 100000);
}

static void apply_outline(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	int level = token->number >= 0 && token->number < 9 ? token->number : -1;
	(void)argument;
	if (rtf_body_group(body)->place == RTF_PLACE_STYLES)
		body->outline = level;
	else
		rtf_body_group(body)->outline = level;
}

static void apply_paragraph_style(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)argument;
	if (rtf_body_group(body)->place == RTF_PLACE_STYLES)
		body->defined = token->number;
	else
		rtf_body_group(body)->style = token->number;
}

static void apply_font(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)argument;
	rtf_body_group(body)->font = token->number;
	if (rtf_body_group(body)->place == RTF_PLACE_FONTS)
		body->defined = token->number;
}

static void apply_charset(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)argument;
	if (rtf_body_group(body)->place == RTF_PLACE_FONTS)
		rtf_fonts_set(&body->fonts, body->defined, token->number);
}

static void apply_page(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	body->fonts.page = argument ? argument : MAX(token->number, 0);
}

static void apply_place(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)token;
	rtf_body_group(body)->place = argument;
	g_string_truncate(body->name, 0);
	if (argument == RTF_PLACE_MARKER)
		g_string_truncate(body->marker, 0);
}

/* Whatever is around it is not printed, but this is: the Unicode half of \upr. */
static void apply_unicode_half(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)token;
	(void)argument;
	guint depth = body->groups->len;
	if (depth >= 3)
		rtf_body_group(body)->place = g_array_index(body->groups, struct rtf_group, depth - 3).place;
}

static void apply_margin(struct rtf_body *body, const struct rtf_token *token, int is_footer)
{
	(void)token;
	rtf_body_start_margin(body, is_footer);
}

static void apply_note(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)token;
	(void)argument;
	rtf_body_start_note(body);
}

static void apply_box(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)token;
	(void)argument;
	rtf_body_start_box(body);
}

static void apply_end(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	static void (*const ends[])(struct rtf_body *) = {rtf_body_end_paragraph, rtf_body_end_cell, rtf_body_end_row,
							  rtf_body_add_break, rtf_body_add_tab};
	(void)token;
	ends[argument](body);
}

static void apply_row(struct rtf_body *body, const struct rtf_token *token, int is_header)
{
	(void)token;
	rtf_body_group(body)->header_row = is_header;
}

static void apply_in_table(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	(void)argument;
	rtf_body_group(body)->in_table = is_on(token);
}

static void apply_unicode(struct rtf_body *body, const struct rtf_token *token, int argument)
{
	gunichar c = (gunichar)(token->number < 0 ? token->number + 0x10000 : token->number);
	(void)argument;
	body->skip = rtf_body_group(body)->fallback_bytes;
	if (c >= 0xD800 && c < 0xDC00) {
		body->high = c;
		return;
	}
	if (body->high && c >= 0xDC00 && c < 0xE000)
		c = 0x10000 + ((body->high - 0xD800) << 10) + (c - 0xDC00);
	body->high = 0;
	rtf_body_add_char(body, c);
}

enum { END_PARAGRAPH, END_CELL, END_ROW, END_LINE, END_TAB };
enum { NUMBER_FALLBACK, NUMBER_LEFT, NUMBER_FIRST };

/* In byte order: searched by halving. */
static const struct word words[] = {
	{"annotation", apply_place, RTF_PLACE_NOWHERE},
	{"ansicpg", apply_page, 0},
	{"atnauthor", apply_place, RTF_PLACE_NOWHERE},
	{"atnid", apply_place, RTF_PLACE_NOWHERE},
	{"b", apply_style, HTML_BOLD},
	{"bullet", apply_char, 0x2022},
	{"cell", apply_end, END_CELL},
	{"colortbl", apply_place, RTF_PLACE_NOWHERE},
	{"column", apply_end, END_LINE},
	{"deleted", apply_deleted, 0},
	{"dptxbxtext", apply_box, 0},
	{"emdash", apply_char, 0x2014},
	{"emspace", apply_char, ' '},
	{"endash", apply_char, 0x2013},
	{"enspace", apply_char, ' '},
	{"f", apply_font, 0},
	{"fcharset", apply_charset, 0},
	{"fi", apply_number, NUMBER_FIRST},
	{"fldinst", apply_place, RTF_PLACE_NOWHERE},
	{"fonttbl", apply_place, RTF_PLACE_FONTS},
	{"footer", apply_margin, true},
	{"footerf", apply_margin, true},
	{"footerl", apply_margin, true},
	{"footerr", apply_margin, true},
	{"footnote", apply_note, 0},
	{"header", apply_margin, false},
	{"headerf", apply_margin, false},
	{"headerl", apply_margin, false},
	{"headerr", apply_margin, false},
	{"i", apply_style, HTML_ITALIC},
	{"info", apply_place, RTF_PLACE_NOWHERE},
	{"intbl", apply_in_table, 0},
	{"ldblquote", apply_char, 0x201C},
	{"li", apply_number, NUMBER_LEFT},
	{"line", apply_end, END_LINE},
	{"listtext", apply_place, RTF_PLACE_MARKER},
	{"lquote", apply_char, 0x2018},
	{"mac", apply_page, 10000},
	{"nestcell", apply_end, END_PARAGRAPH},
	{"nonesttables", apply_place, RTF_PLACE_NOWHERE},
	{"nonshppict", apply_place, RTF_PLACE_NOWHERE},
	{"objdata", apply_place, RTF_PLACE_NOWHERE},
	{"outlinelevel", apply_outline, 0},
	{"page", apply_end, END_LINE},
	{"par", apply_end, END_PARAGRAPH},
	{"pard", apply_pard, 0},
	{"pc", apply_page, 437},
	{"pca", apply_page, 850},
	{"pict", apply_place, RTF_PLACE_NOWHERE},
	{"plain", apply_plain, 0},
	{"pntext", apply_place, RTF_PLACE_MARKER},
	{"qmspace", apply_char, ' '},
	{"rdblquote", apply_char, 0x201D},
	{"row", apply_end, END_ROW},
	{"rquote", apply_char, 0x2019},
	{"s", apply_paragraph_style, 0},
	{"sect", apply_end, END_PARAGRAPH},
	{"shprslt", apply_place, RTF_PLACE_NOWHERE},
	{"shptxt", apply_box, 0},
	{"sn", apply_place, RTF_PLACE_NOWHERE},
	{"stylesheet", apply_place, RTF_PLACE_STYLES},
	{"sv", apply_place, RTF_PLACE_NOWHERE},
	{"tab", apply_end, END_TAB},
	{"tc", apply_place, RTF_PLACE_NOWHERE},
	{"trhdr", apply_row, true},
	{"trowd", apply_row, false},
	{"u", apply_unicode, 0},
	{"uc", apply_number, NUMBER_FALLBACK},
	{"ud", apply_unicode_half, 0},
	{"upr", apply_place, RTF_PLACE_NOWHERE},
	{"v", apply_hidden, 0},
	{"xe", apply_place, RTF_PLACE_NOWHERE},
};

/* Groups after \* that are read although no word of theirs says where their text goes. */
static const char *const transparent[] = {"shpinst", "do", NULL};

static int compare_word(const void *name, const void *word)
{
	return strcmp(name, ((const struct word *)word)->name);
}

static void apply_word(struct rtf_body *body, const struct rtf_token *token)
{
	const struct word *word = bsearch(token->name, words, G_N_ELEMENTS(words), sizeof(words[0]), compare_word);
	struct rtf_group *group = rtf_body_group(body);
	bool is_starred = group->is_starred;
	rtf_body_settle(body);
	body->skip = 0; /* what no writer of RTF puts after \u, but some leave its characters out */
	group->is_starred = false;
	bool is_shut = group->place == RTF_PLACE_NOWHERE && strcmp(token->name, "ud") != 0;
	if (is_starred && !word && !g_strv_contains(transparent, token->name))
		group->place = RTF_PLACE_NOWHERE;
	else if (word && !is_shut)
		word->apply(body, token, word->argument);
}

/* Ends an entry of the font table or the style sheet. */
static void end_entry(struct rtf_body *body)
{
	g_autofree char *name = g_strstrip(g_strdup(body->name->str));
	gpointer number = GINT_TO_POINTER(body->defined);
	int level = body->outline + 1;
	if (rtf_body_group(body)->place == RTF_PLACE_FONTS)
		rtf_fonts_name(&body->fonts, body->defined, name);
	if (rtf_body_group(body)->place == RTF_PLACE_STYLES && *name) {
		if (level == 0 && g_ascii_strncasecmp(name, "heading ", 8) == 0)
			level = (int)g_ascii_strtoll(name + 8, NULL, 10);
		if (level > 0)
			g_hash_table_insert(body->headings, number, GINT_TO_POINTER(MIN(level, 6)));
		if (g_ascii_strncasecmp(name, "toc ", 4) == 0)
			g_hash_table_add(body->contents, number);
	}
	g_string_truncate(body->name, 0);
	body->outline = -1;
	body->defined = 0;
}

static void apply_text(struct rtf_body *body, struct span text)
{
	size_t passed = MIN((size_t)body->skip, text.len);
	body->skip -= (int)passed;
	text = span_cut(text, passed, text.len);
	enum rtf_place place = rtf_body_group(body)->place;
	const char *end =
		place == RTF_PLACE_FONTS || place == RTF_PLACE_STYLES ? memchr(text.ptr, ';', text.len) : NULL;
	if (text.len == 0)
		return;
	rtf_body_add_bytes(body, end ? span_cut(text, 0, (size_t)(end - text.ptr)) : text);
	if (!end)
		return;
	rtf_body_settle(body);
	end_entry(body);
}

static void apply_symbol(struct rtf_body *body, guint8 symbol)
{
	if (symbol == '*') {
		rtf_body_group(body)->is_starred = true;
		return;
	}
	if (body->skip > 0) {
		body->skip--;
		return;
	}
	if (symbol == '~')
		rtf_body_add_char(body, 0xA0);
	else if (symbol == '_')
		rtf_body_add_char(body, '-');
	else if (symbol == '\n' || symbol == '\r')
		rtf_body_end_paragraph(body);
	else if (symbol == '\t')
		rtf_body_add_tab(body);
	else if (symbol == '\\' || symbol == '{' || symbol == '}')
		rtf_body_add_char(body, symbol);
}

/* False at the end, or when the groups are too deep. */
static bool apply(struct rtf_body *body, const struct rtf_token *token)
{
	char byte = (char)token->byte;
	switch (token->kind) {
	case RTF_END:
		return false;
	case RTF_OPEN:
		body->skip = 0;
		return rtf_body_open(body);
	case RTF_CLOSE:
		body->skip = 0;
		rtf_body_close(body);
		return true;
	case RTF_WORD:
		apply_word(body, token);
		return true;
	case RTF_SYMBOL:
		apply_symbol(body, token->byte);
		return true;
	case RTF_HEX:
		if (byte || body->skip > 0)
			apply_text(body, (struct span){&byte, 1});
		return true;
	case RTF_TEXT:
		apply_text(body, token->text);
		return true;
	}
	return true;
}

bool extract_rtf(struct document *document, struct span bytes, GError **error)
{
	struct rtf_reader reader = {.bytes = bytes};
	struct rtf_token token;
	struct rtf_body body;
	rtf_body_init(&body);
	do
		rtf_reader_next(&token, &reader);
	while (apply(&body, &token));
	bool is_whole = token.kind == RTF_END && body.groups->len == 1;
	rtf_body_finish(&body, document);
	rtf_body_clear(&body);
	if (!is_whole)
		g_set_error(error, FAULT, FAULT_INPUT,
			    "the Rich Text document is damaged or cut off before its end; fetch it again");
	return is_whole;
}
