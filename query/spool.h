/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is printed, held back until it is whole: an answer that a writer overtook is begun anew, and nobody has seen half of
 * the first. Knows nothing of answers. */
#ifndef MINUTEBOOK_SPOOL_H
#define MINUTEBOOK_SPOOL_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* A stream to write to, yours to fclose: a file without a name, in memory where there is no room for one. FAULT_SYSTEM. */
FILE *spool_open(GError **error);

/* Empties it. */
bool spool_restart(FILE *spool, GError **error);

/* Writes all that was written to it to `to`, at once. FAULT_SYSTEM. */
bool spool_deliver(FILE *spool, FILE *to, GError **error);

#endif
