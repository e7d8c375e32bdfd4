/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a person should know about an answer: names that are several people, words and values that the index does not
 * have. Says it in words and prints nothing. */
#ifndef MINUTEBOOK_ADVICE_H
#define MINUTEBOOK_ADVICE_H

#include "search.h"

/* Adds "no paragraph has 'xyz'" and the like, char *, to `notes`. */
bool advice_missing(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error);

/* Adds "speaker:smith is 2 people here: …" for every name asked for that is more than one person in the hits. */
bool advice_people(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error);

#endif
