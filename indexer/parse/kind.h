/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a paragraph is for, told by its words: attendance, decision, vote, recommendation, front matter. Tables of wording;
 * where the paragraph stands is for segment to weigh. */
#ifndef MINUTEBOOK_KIND_H
#define MINUTEBOOK_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* A printed block of who was there: "PRESENT: …", "Ms Lowe was in attendance for this item". */
bool kind_is_attendance(const char *text);

/* Heads a table of who was there: "Attendees | Officials". */
bool kind_heads_roll(const char *text);

/* A bare list of who presents an item: names and posts, no sentence. */
bool kind_is_presenters(const char *text);

bool kind_is_recommendation(const char *text);

/* "(Item B3)", "(Agenda Item 4)" at the end of a heading: where it starts and its reference. False without one. */
bool kind_item_reference(const char *text, size_t *from, char **reference);

/* "(Pages 5 - 16)" at the end of an agenda's heading: the length of the text before it. */
size_t kind_title_length(const char *text);

/* The line that opens minutes: "MINUTES of a meeting of the Board held …", "Notes of the Forum meeting". No sentence about others. */
bool kind_opens_minutes(const char *text);

/* A date, a time, a place, a telephone: a line of a meeting's front matter rather than a heading. */
bool kind_is_front_line(const char *text);

/* A title of the paper itself that sets no item: "UNRESTRICTED ITEMS", "A. PANEL BUSINESS", "AGENDA". */
bool kind_is_part_heading(const char *text);

/* Could be a heading: short, capitalised, no sentence. */
bool kind_is_title_like(const char *text);

#endif
