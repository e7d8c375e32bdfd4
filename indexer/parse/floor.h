/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who has the floor in an item from paragraph to paragraph, and whom a mention means there: somebody of the roll, an
 * office as printed, the one whom "he" takes. Knows nothing of verbs. */
#ifndef MINUTEBOOK_FLOOR_H
#define MINUTEBOOK_FLOOR_H

#include "mention.h"

/* Names are borrowed from the roll or from `names`. */
struct floor {
	GStringChunk *names;  /* offices as printed */
	GPtrArray *last;      /* who spoke last: whom "he" or "she" takes */
	GPtrArray *topic;     /* whom the last sentence was about without letting them speak: taken before those */
	GPtrArray *presenter; /* whom "the Officer" takes */
	bool is_group;        /* "they" are nobody in particular */
};

void floor_init(struct floor *floor);
void floor_reset(struct floor *floor); /* a new item */
void floor_clear(struct floor *floor);

/* Adds the names a mention stands for, each once; none for a pronoun without a bearer. */
void floor_names(GPtrArray *names, struct floor *floor, const struct roll *roll, const struct tokens *tokens,
		 const struct mention *mention);

/* Lists of borrowed names, each once. */
void names_add(GPtrArray *names, const char *name);
void names_add_all(GPtrArray *names, const GPtrArray *more);
void names_copy(GPtrArray *names, const GPtrArray *from);

#endif
