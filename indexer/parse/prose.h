/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a run of text starts and ends: what tells a whole sentence from one that goes on. */
#ifndef MINUTEBOOK_PROSE_H
#define MINUTEBOOK_PROSE_H

#include <stdbool.h>

/* Whether the text ends as a sentence, a clause of a list or a lead-in does. */
bool prose_ends(const char *text);

/* Ends with a word that no sentence ends with: "the", "of". */
bool prose_ends_open(const char *text);

bool prose_starts_lower(const char *text);

/* All its letters are capitals, three or more of them. */
bool prose_is_capitals(const char *text);

/* Most of its longer words start with a capital. */
bool prose_is_title_case(const char *text);

#endif
