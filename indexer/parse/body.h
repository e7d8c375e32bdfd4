/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of councils and of their bodies in the head of a paper. */
#ifndef MINUTEBOOK_BODY_H
#define MINUTEBOOK_BODY_H

#include <stdbool.h>

/* "Kent County Council" in "KENT COUNTY COUNCIL" or in a sentence; NULL for none. Yours. */
char *body_find_council(const char *text);

/* The committee, panel, board … that a line of the head names, or NULL; a full meeting of the council is "Council" as
 * printed. `council`, if not NULL, is not itself a body. Yours. */
char *body_find(const char *text, const char *council);

/* "Corporate Parenting Panel - Monday, 20th March, 2017": a body and its date. */
bool body_names_meeting(const char *text);

#endif
