/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The place on disk where an index is or is to be: looked at before the engine does, whose words for the same trouble
 * would help nobody. Knows no Xapian but the name of its first file. */
#ifndef MINUTEBOOK_PLACE_H
#define MINUTEBOOK_PLACE_H

#include "store.h"

G_BEGIN_DECLS

/* Whether `place` is HOST:PORT, [HOST]:PORT for a host with colons in it, and no path. `host` (yours) and `port` are
 * filled in where they are not NULL. */
bool place_server(char **host, guint *port, const char *place);

/* True where an index may be opened; STORE_WRITE makes missing folders. FAULT_INDEX: nothing there, a file, a folder of
 * other things. FAULT_SYSTEM: the machine refuses. */
bool place_check(const char *path, enum store_mode mode, GError **error);

G_END_DECLS

#endif
