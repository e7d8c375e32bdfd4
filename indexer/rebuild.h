/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An index made anew beside the old one, which it replaces when it is complete. Until then the old one is locked, read by
 * whoever asks it, and left as it is. */
#ifndef MINUTEBOOK_REBUILD_H
#define MINUTEBOOK_REBUILD_H

#include "options.h"

struct rebuild {
	char *index; /* the place, its links followed */
	char *aside; /* where the new one is made: hidden, in the same folder */
	int lock;
};

/* Locks the old index, if there is one, and turns `options` to the place aside. Where they name no paths these are what the
 * old one was made of, and its languages of text recognition are taken over. FAULT_INDEX: the old one can say neither;
 * FAULT_LOCKED; FAULT_SYSTEM. Nothing to end then. */
bool rebuild_begin(struct rebuild *rebuild, struct options *options, GError **error);

/* Puts the new index in the old one's place and removes that; `is_complete` false: removes the new one. FAULT_SYSTEM: the
 * old one is still where it was. */
bool rebuild_end(struct rebuild *rebuild, bool is_complete, GError **error);

#endif
