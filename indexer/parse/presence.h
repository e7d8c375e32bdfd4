/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The list of who was there at the head of minutes: its captions, in whatever words, and the lines of names below them. Told by
 * the words of one line; whether the line stands where such a list can stand is for the caller. */
#ifndef MINUTEBOOK_PRESENCE_H
#define MINUTEBOOK_PRESENCE_H

#include <stdbool.h>
#include <stddef.h>

/* "Officers in attendance:", "PRESENNOL / PRESENT", "Members in attendance Councillor …": the bytes of the caption at the start,
 * 0 for none. A word such as "Officers" or "Chair" is one only with a colon behind it. */
size_t presence_caption(const char *text);

/* Whether the line is such a caption and nothing else. */
bool presence_is_caption(const char *text);

/* Whether the line starts with a person: "Cllr Mrs J Alder (Vice-Chair)", "Ada Birch, Head of Roads", "Councillors: …"; no sentence,
 * and no other caption. */
bool presence_names(const char *text);

#endif
