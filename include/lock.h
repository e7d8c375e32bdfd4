/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who writes an index: the lock that the engine takes on a file in it, looked at and taken from outside. Knows no Xapian but
 * the name of that file. */
#ifndef MINUTEBOOK_LOCK_H
#define MINUTEBOOK_LOCK_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* "minutes-index, process 1234": another process that holds the lock of the index at `path`, NULL where there is none or it
 * belongs to somebody whose processes cannot be looked at. Yours. */
char *lock_holder(const char *path);

/* Holds the lock until `file` (yours) is closed, so that nobody writes the index, damaged as it may be. FAULT_LOCKED, naming
 * the holder; FAULT_SYSTEM. -1 and true where there is no index to lock. */
bool lock_take(int *file, const char *path, GError **error);

/* Fills `error` with FAULT_LOCKED, with the holder where it can be told. */
void lock_report(GError **error, const char *path);

G_END_DECLS

#endif
