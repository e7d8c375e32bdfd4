/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The questions of one run. What is wrong with one of them is told on standard error as it is met. Must not know what is
 * found. */
#ifndef MINUTEBOOK_QUESTIONS_H
#define MINUTEBOOK_QUESTIONS_H

#include "tell.h"

/* struct question *, yours, of those of `lines` (struct batch_line *) that are queries. `argv` gives each its options.
 * `status`, if not all are, receives that of the last which is none. */
GPtrArray *questions_read(const GPtrArray *lines, char *const *argv, enum tell_status *status);

/* The one query of the command line, or each of the file that the options name. NULL where it cannot be read. */
GPtrArray *questions_all(const struct options *options, char *const *argv, enum tell_status *status);

/* Gives families and people their meaning; leaves out those that have one that nobody knows. */
void questions_drop_unknown(GPtrArray *questions, struct store *store, enum tell_status *status);

#endif
