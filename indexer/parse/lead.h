/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lead-ins: which paragraph a point hangs under, and whom it thereby belongs to. Knows labels, kinds and who spoke
 * in each paragraph; not how that was read. */
#ifndef MINUTEBOOK_LEAD_H
#define MINUTEBOOK_LEAD_H

#include "record.h"
#include "speech.h"

/* The lead-ins open in an item. */
struct lead {
	GPtrArray *levels; /* the labels open, outermost first, with whom their points belong to */
	GPtrArray *open;   /* of the last unlabelled lead-in, NULL where none is open */
	bool is_motion;    /* what follows is the text of a motion, up to where the minutes go on */
	bool opens_list;   /* what follows are names, each a speaker */
};

void lead_init(struct lead *lead);
void lead_reset(struct lead *lead); /* a new item */
void lead_clear(struct lead *lead);

/* A heading inside the item: bullets under it start anew. */
void lead_section(struct lead *lead);

/* Who leads this paragraph, before it is taken; NULL for nobody. Borrowed until lead_take. */
const GPtrArray *lead_of(const struct lead *lead, const struct record *record, const struct speech *speech);

/* Makes the paragraph itself a possible lead-in of what follows. */
void lead_take(struct lead *lead, const struct record *record, const struct speech *speech);

#endif
