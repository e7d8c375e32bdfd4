/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Captions that papers print before their words: "By:", "PRESENT:", "Measure 4:". Tables of wording. */
#ifndef MINUTEBOOK_CAPTION_H
#define MINUTEBOOK_CAPTION_H

#include <stdbool.h>

/* "By:", "Ask for:", "PRESENT:": words that open a block of their own, with or without text behind them. */
bool caption_opens_block(const char *text);

/* A caption whose text may stand below it, alone on its line. */
bool caption_is_open(const char *text);

/* "Measure 4: …" */
bool caption_is_numbered(const char *text);

#endif
