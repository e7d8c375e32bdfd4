/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether what looks like a label at a line's start is one: "3 b) above" at the head of a wrapped line is not, "3." after
 * "2." is. Decides by place and by sequence. */
#ifndef MINUTEBOOK_ACCEPT_H
#define MINUTEBOOK_ACCEPT_H

#include "block.h"

struct accept {
	GArray *recent;   /* struct label, the last of each form */
	int section;      /* number of the last heading-like decimal, for 2.1 after 2. */
	GHashTable *runs; /* lines whose bare or serial number others go on from: const struct printed *, borrowed */
};

/* `lines`: all that will be asked about, borrowed, staying where they are. */
void accept_init(struct accept *accept, const GArray *lines);
void accept_clear(struct accept *accept);

/* `fresh`: the line starts something, by white space or because the text above it ended. */
bool accept_label(const struct accept *accept, const struct printed *line, bool fresh);

/* Remembers an accepted label. */
void accept_note(struct accept *accept, const struct label *label);

#endif
