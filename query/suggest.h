/* SPDX-License-Identifier: GPL-2.0-or-later */
/* "did you mean": the nearest of a few names to a mistyped one. Knows nothing of what the names are for. */
#ifndef MINUTEBOOK_SUGGEST_H
#define MINUTEBOOK_SUGGEST_H

#include "span.h"

/* How many letters must be added, dropped, changed or swapped with their neighbour to make one of the other, case
 * ignored (optimal string alignment over bytes); of texts above 64 bytes the larger length. */
guint suggest_distance(struct span a, struct span b);

/* The nearest of `names` within a third of its letters, at least one and at most three, and with the same first letter
 * where it is more than one; NULL if none is that near. */
const char *suggest_nearest(const GPtrArray *names, struct span typed);

#endif
