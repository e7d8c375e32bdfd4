/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One paper that was asked for and what its reader has said of it so far, as bytes that are believed in nothing. Private to
 * pool.h. */
#ifndef MINUTEBOOK_TICKET_H
#define MINUTEBOOK_TICKET_H

#include "frame.h"
#include "pool.h"

struct ticket {
	char *path, *name;
	GByteArray *job;        /* framed, as a worker gets it */
	struct source source;   /* size and time of the file that was opened; no bytes */
	bool is_begun, is_over; /* handed to a worker; nothing more will be said of it */
	GByteArray *in;         /* what has been said */
	guint scanned;          /* how far `in` has been looked through for what the pool must do */
	guint taken;            /* how far it has been given away */
	char *failure;          /* why the paper was given up, or NULL */
	char *sha256;           /* once it has been said */
	guint records, given;   /* promised, given away */
};

struct ticket *ticket_new(const struct pool_job *job);
void ticket_free(struct ticket *ticket);

/* No more will be said of it: `reason` (taken) is why. What has been said before stays good. */
void ticket_fail(struct ticket *ticket, char *reason);

/* What the pool has to do next: FRAME_CONVERT, FRAME_CONVERTED, FRAME_END (the answer is whole), or FRAME_NO: this is no
 * answer. False: nothing yet. */
bool ticket_event(enum frame_kind *event, struct ticket *ticket);

/* Bytes said and not yet given away. */
guint ticket_pending(const struct ticket *ticket);

/* Fills the answer as soon as it is known; false: not yet. */
bool ticket_answer(struct pool_answer *answer, struct ticket *ticket);

/* The next record into an initialised one, when it has been said: `has_record`. False, FAULT_INPUT: there will be none,
 * although one was promised. To be called while given < records. */
bool ticket_record(struct record *record, bool *has_record, struct ticket *ticket, GError **error);

#endif
