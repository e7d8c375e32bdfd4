/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One worker as the main process sees it: started, given a paper, watched, and its end told in words. Must not know what
 * it answers. */
#ifndef MINUTEBOOK_HAND_H
#define MINUTEBOOK_HAND_H

#include "launcher.h"

struct hand {
	struct launched worker; /* pid 0: none runs */
	pid_t converter;        /* that runs for its paper; 0: none */
	bool has_converted;     /* one has run for it */
	int descriptor;         /* that came from it last, -1: none */
	guint papers;           /* given so far */
	guint seconds;          /* of processor time that its paper may take */
	gint64 waited;          /* microseconds for which its paper has been waited for */
};

/* Everything 0 and no descriptor. */
void hand_init(struct hand *hand);

/* Starts a worker. FAULT_SYSTEM. */
bool hand_start(struct hand *hand, struct launcher *launcher, GError **error);

/* Gives it the framed job and the descriptor, which stays yours; false when it is gone. */
bool hand_give(struct hand *hand, const GByteArray *job, int paper, guint seconds);

/* Runs a converter for its paper, over the descriptor that came from it, or tells why not; tells how that converter ended.
 * False when it is gone, or has no right to ask. */
bool hand_convert(struct hand *hand, struct launcher *launcher);
bool hand_converted(struct hand *hand, struct launcher *launcher);

/* Why its paper must be given up: it has taken more than `memory` bytes, or too long. Yours, NULL: it need not. */
char *hand_excess(const struct hand *hand, guint64 memory);

/* Whether it had better be ended before the next paper: large, or long in use. */
bool hand_is_worn(const struct hand *hand);

/* Ends it, after so many milliseconds by force, and says how it ended: "the reader was killed by signal 11 (...)". With a
 * `memory` limit of so many bytes. Yours. */
char *hand_end(struct hand *hand, struct launcher *launcher, guint patience, guint64 memory);

#endif
