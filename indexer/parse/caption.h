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

/* "Table 3: …", "Figure 2 …": what stands above a table or a chart. */
bool caption_is_table(const char *text);

/* "KEY DECISION: yes": a caption and its value, as the head of a report has. */
bool caption_has_value(const char *text);

/* "None", "Not applicable": what stands under a heading that has nothing under it. */
bool caption_is_nothing(const char *text);

#endif
