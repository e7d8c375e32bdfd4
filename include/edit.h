/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far two words are from one another, in slips of the pen. */
#ifndef MINUTEBOOK_EDIT_H
#define MINUTEBOOK_EDIT_H

#include "span.h"

G_BEGIN_DECLS

/* How many letters must be added, dropped, changed or swapped with their neighbour to make one of the other, case
 * ignored (optimal string alignment over bytes); of texts above 64 bytes the larger length. */
guint edit_distance(struct span a, struct span b);

G_END_DECLS

#endif
