/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Characters of fonts that put pictures in the place of letters: Symbol, Wingdings and their like. */
#ifndef MINUTEBOOK_SYMBOL_FONT_H
#define MINUTEBOOK_SYMBOL_FONT_H

#include <glib.h>
#include <stdbool.h>

enum { SYMBOL_FONT_BYTES = 8 };

/* Whether a font of this name is one; NULL: no. */
bool symbol_font_is(const char *name);

/* The text, in UTF-8 with its NUL, of character `code` (0x20..0xFF or 0xF020..0xF0FF) of the font: what it shows where
 * Unicode has it, else a bullet. A code outside these ranges is that character itself. */
void symbol_font_text(char text[SYMBOL_FONT_BYTES], gunichar code, const char *font);

#endif
