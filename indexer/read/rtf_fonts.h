/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the bytes of a Rich Text document stand for: code pages, by the document's and by its fonts' character sets. */
#ifndef MINUTEBOOK_RTF_FONTS_H
#define MINUTEBOOK_RTF_FONTS_H

#include "span.h"

enum { RTF_SYMBOL_PAGE = -1 }; /* pictures in the place of letters */

struct rtf_fonts {
	GHashTable *pages; /* code page by font number, both as integers */
	GHashTable *names; /* char * by font number */
	int page;          /* of the document */
};

void rtf_fonts_init(struct rtf_fonts *fonts);
void rtf_fonts_clear(struct rtf_fonts *fonts);

/* A font's character set (\fcharset) and its name. */
void rtf_fonts_set(struct rtf_fonts *fonts, int font, int charset);
void rtf_fonts_name(struct rtf_fonts *fonts, int font, const char *name);

/* Appends `bytes`, set in this font, as UTF-8. */
void rtf_fonts_decode(GString *text, const struct rtf_fonts *fonts, int font, struct span bytes);

#endif
