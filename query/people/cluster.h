/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bunches of names to people: who is joined with whom, and who is left alone because several fit. The inside of
 * persons.h. */
#ifndef MINUTEBOOK_CLUSTER_H
#define MINUTEBOOK_CLUSTER_H

#include "bunch.h"

/* Gives every bunch (struct bunch *) the number of its person, from 1, whether it is unclear and then whom it may be; the
 * greatest number is returned. A bunch is joined with all that it fits when no two of these contradict, which does not
 * depend on any order. */
guint cluster_bunches(const GPtrArray *bunches);

#endif
