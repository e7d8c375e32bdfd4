/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "hang.h"

enum { CAPTION_MAX = 32 };

bool hang_is_bullet(gunichar c)
{
	static const gunichar bullets[] = {
		'*',    '-',    0x00B7, 0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x2219, 0x22C5,
		0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25BA, 0x25C6, 0x25CB, 0x25CF, 0x25E6, 0x2666,
		0x2713, 0x2714, 0x2794, 0x27A2, 0x27A4, 0x00A7, 0x00D8, 0x00FC, 0x2B9A, 0x2751,
	};
	if (c >= 0xF000 && c <= 0xF0FF)
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
		if (bullets[i] == c)
			return true;
	}
	return false;
}

/* "1", "2.4", "12.3.1": digits at *at; false when there are none or more than three in a row. */
static bool skip_number(struct span part, size_t *at)
{
	size_t digits = 0;
	while (*at < part.len && (g_ascii_isdigit(part.ptr[*at]) || (part.ptr[*at] == '.' && digits > 0))) {
		digits = part.ptr[*at] == '.' ? 0 : digits + 1;
		if (digits > 3)
			return false;
		(*at)++;
	}
	return *at > 0;
}

static bool skip_letters(struct span part, size_t *at)
{
	size_t from = *at;
	while (*at < part.len && strchr("ivxlcIVXLC", part.ptr[*at]) && *at - from < 7)
		(*at)++;
	if (*at == from && *at < part.len && g_ascii_isalpha(part.ptr[*at])) {
		char letter = part.ptr[*at];
		while (*at < part.len && part.ptr[*at] == letter && *at - from < 3) /* a, aa, aaa */
			(*at)++;
	}
	return *at > from;
}

/* "18/034", "C/091/2023": numbers joined by strokes, letters at most before them. */
static bool is_serial(struct span part)
{
	size_t at = 0, groups = 0, digits = 0;
	while (at < part.len && at < 6 && g_ascii_isalpha(part.ptr[at]))
		at++;
	at += at > 0 && at < part.len && strchr("/.-", part.ptr[at]) ? 1 : 0;
	for (; at < part.len; at++) {
		if (g_ascii_isdigit(part.ptr[at]) && digits < 4)
			groups += digits++ == 0;
		else if (part.ptr[at] == '/' && digits > 0)
			digits = 0;
		else
			return false;
	}
	return groups >= 2 && groups <= 3 && digits > 0;
}

static enum hang_form label_form(struct span part)
{
	if (is_serial(part))
		return HANG_BARE;
	size_t at = 0;
	bool has_bracket = part.ptr[0] == '(' || part.ptr[0] == '[';
	struct span rest = span_cut(part, has_bracket, part.len);
	if (rest.len == 0)
		return HANG_NONE;
	bool is_number = g_ascii_isdigit(rest.ptr[0]);
	if (is_number ? !skip_number(rest, &at) : !skip_letters(rest, &at))
		return HANG_NONE;
	if (is_number && at < rest.len && g_ascii_islower(rest.ptr[at])) /* "2a" */
		at++;
	size_t close = at;
	while (at < rest.len && strchr(".):]", rest.ptr[at]))
		at++;
	if (at == rest.len && (at > close || memchr(rest.ptr, '.', rest.len)))
		return HANG_LABEL;
	if (has_bracket)
		return HANG_NONE;
	if (!is_number && close == 1) { /* "A1" */
		while (at < rest.len && g_ascii_isdigit(rest.ptr[at]) && at < 3)
			at++;
		return at == rest.len && at > 1 ? HANG_BARE : HANG_NONE;
	}
	return is_number && at == rest.len ? HANG_BARE : HANG_NONE;
}

enum hang_form hang_form_of(struct span part)
{
	if (part.len == 0)
		return HANG_NONE;
	gunichar first = g_utf8_get_char_validated(part.ptr, (gssize)part.len);
	if (first == (gunichar)-1 || first == (gunichar)-2)
		return HANG_NONE;
	size_t width = (size_t)(g_utf8_next_char(part.ptr) - part.ptr);
	if (width == part.len && (hang_is_bullet(first) || first == 'o'))
		return HANG_BULLET;
	enum hang_form form = label_form(part);
	if (form != HANG_NONE)
		return form;
	bool is_caption = part.len <= CAPTION_MAX && part.ptr[part.len - 1] == ':' && g_unichar_isalpha(first);
	return is_caption ? HANG_CAPTION : HANG_NONE;
}

bool hang_holds(struct span part, struct span text, bool is_alone)
{
	if (part.len == 0 || text.len == 0)
		return false;
	gunichar first = g_utf8_get_char_validated(text.ptr, (gssize)text.len);
	bool is_word = !g_unichar_isdigit(first) && !strchr("\xa3$-+", (int)MIN(first, 0xff)) && first != 0x20ac;
	switch (hang_form_of(part)) {
	case HANG_BULLET:
		return true;
	case HANG_LABEL: /* "2.4" may be a figure in a row of figures */
		return is_word || !g_ascii_isdigit(part.ptr[part.len - 1]);
	case HANG_BARE:
		return is_alone && g_unichar_isalpha(first);
	case HANG_CAPTION:
		return is_alone;
	case HANG_NONE:
		break;
	}
	return false;
}
