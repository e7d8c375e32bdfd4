/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "rtf_fonts.h"

#include "encoding.h"
#include "symbol_font.h"

enum { LATIN = 1252 };

/* \fcharsetN (RTF 1.9.1, "Font table") and the code page it means. */
static const struct {
	int charset, page;
} charsets[] = {{0, 1252},   {2, RTF_SYMBOL_PAGE}, {77, 10000}, {128, 932},  {129, 949},  {130, 1361}, {134, 936},
		{136, 950},  {161, 1253},          {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257},
		{204, 1251}, {222, 874},           {238, 1250}, {254, 437},  {255, 850}};

void rtf_fonts_init(struct rtf_fonts *fonts)
{
	fonts->pages = g_hash_table_new(NULL, NULL);
	fonts->names = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	fonts->page = LATIN;
}

void rtf_fonts_clear(struct rtf_fonts *fonts)
{
	g_hash_table_unref(fonts->pages);
	g_hash_table_unref(fonts->names);
}

void rtf_fonts_set(struct rtf_fonts *fonts, int font, int charset)
{
	for (gsize i = 0; i < G_N_ELEMENTS(charsets); i++) {
		if (charsets[i].charset == charset)
			g_hash_table_insert(fonts->pages, GINT_TO_POINTER(font), GINT_TO_POINTER(charsets[i].page));
	}
}

void rtf_fonts_name(struct rtf_fonts *fonts, int font, const char *name)
{
	g_hash_table_insert(fonts->names, GINT_TO_POINTER(font), g_strdup(name));
	if (symbol_font_is(name))
		g_hash_table_insert(fonts->pages, GINT_TO_POINTER(font), GINT_TO_POINTER(RTF_SYMBOL_PAGE));
}

static void decode_symbols(GString *text, const char *font, struct span bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		char shown[SYMBOL_FONT_BYTES];
		guint8 byte = (guint8)bytes.ptr[i];
		symbol_font_text(shown, byte > ' ' ? 0xF000u + byte : byte, font);
		g_string_append(text, shown);
	}
}

static bool is_ascii(struct span bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		if ((guint8)bytes.ptr[i] >= 0x80)
			return false;
	}
	return true;
}

void rtf_fonts_decode(GString *text, const struct rtf_fonts *fonts, int font, struct span bytes)
{
	int page = GPOINTER_TO_INT(g_hash_table_lookup(fonts->pages, GINT_TO_POINTER(font)));
	if (page == RTF_SYMBOL_PAGE) {
		decode_symbols(text, g_hash_table_lookup(fonts->names, GINT_TO_POINTER(font)), bytes);
		return;
	}
	page = page > 0 ? page : fonts->page;
	if (is_ascii(bytes)) {
		g_string_append_len(text, bytes.ptr, (gssize)bytes.len);
		return;
	}
	g_autofree char *charset = page == 10000 ? g_strdup("MACINTOSH") : g_strdup_printf("CP%d", page);
	g_autofree char *decoded =
		g_convert(bytes.ptr, (gssize)bytes.len, "UTF-8", page == 65001 ? "UTF-8" : charset, NULL, NULL, NULL);
	if (!decoded) /* a byte that the page does not have */
		decoded = encoding_decode_as(bytes, "windows-1252");
	g_string_append(text, decoded);
}
