/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The making of a new index: until it is whole on the disk a mark lies in its folder, and what stands beside the mark is
 * worth nothing. So a start that was cut short, by a power cut say, is begun anew and never taken for a damaged index.
 * Private to the wall. */
#ifndef MINUTEBOOK_START_H
#define MINUTEBOOK_START_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The mark's name in the folder. */
#define START_MARK "begun"

/* Begins where the folder holds no index yet, or a start that was cut short: `mark` is to be given to store_start_end then,
 * and -1 otherwise. FAULT_LOCKED where another process is about it, FAULT_SYSTEM. */
bool store_start_begin(int *mark, const char *path, GError **error);

/* The index is made and committed: makes all of it durable and takes the mark away. Takes `mark`. FAULT_SYSTEM. */
bool store_start_end(int mark, const char *path, GError **error);

G_END_DECLS

#endif
