/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "symbol_font.h"

#include <string.h>

/* What papers use of them, from the tables that Adobe and Microsoft publish. */
static const struct {
	const char *font;
	guint8 code;
	gunichar shown;
} shown[] = {
	{"Symbol", 0x2D, 0x2212},    {"Symbol", 0xA3, 0x2264},    {"Symbol", 0xAE, 0x2192},
	{"Symbol", 0xB0, 0x00B0},    {"Symbol", 0xB1, 0x00B1},    {"Symbol", 0xB3, 0x2265},
	{"Symbol", 0xB4, 0x00D7},    {"Symbol", 0xB9, 0x2260},    {"Symbol", 0xBB, 0x2248},
	{"Symbol", 0xBC, 0x2026},    {"Symbol", 0xE2, 0x00AE},    {"Symbol", 0xE3, 0x00A9},
	{"Symbol", 0xE4, 0x2122},    {"Wingdings", 0x28, 0x260E}, {"Wingdings", 0x2A, 0x2709},
	{"Wingdings", 0x6F, 0x25A1}, {"Wingdings", 0xA8, 0x25A1}, {"Wingdings", 0xE0, 0x2192},
	{"Wingdings", 0xE8, 0x2192}, {"Wingdings", 0xFB, 0x2717}, {"Wingdings", 0xFC, 0x2713},
	{"Wingdings", 0xFD, 0x2612}, {"Wingdings", 0xFE, 0x2611},
};

bool symbol_font_is(const char *name)
{
	static const char *const fonts[] = {"Symbol", "Wingdings", "Webdings", "ZapfDingbats", "Marlett"};
	for (gsize i = 0; name && i < G_N_ELEMENTS(fonts); i++) {
		if (g_ascii_strncasecmp(name, fonts[i], strlen(fonts[i])) == 0)
			return true;
	}
	return false;
}

void symbol_font_text(char text[SYMBOL_FONT_BYTES], gunichar code, const char *font)
{
	bool is_private = code >= 0xF020 && code <= 0xF0FF;
	gunichar c = code;
	if (is_private || (code >= 0x20 && code <= 0xFF && symbol_font_is(font))) {
		c = 0x2022;
		for (gsize i = 0; i < G_N_ELEMENTS(shown); i++) {
			if (shown[i].code == (code & 0xFF) && g_strcmp0(shown[i].font, font) == 0)
				c = shown[i].shown;
		}
	}
	bool is_text = c >= 0x20 && g_unichar_validate(c);
	text[is_text ? g_unichar_to_utf8(c, text) : 0] = '\0';
}
