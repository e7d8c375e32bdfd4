/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is bound to be on the disk. Knows nothing of what it is. */
#ifndef MINUTEBOOK_DURABLE_H
#define MINUTEBOOK_DURABLE_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Makes the entries of the folder durable, as a rename in it is not until then. False with errno; where the file system
 * knows nothing of the kind, true. */
bool durable_folder(const char *folder);

G_END_DECLS

#endif
