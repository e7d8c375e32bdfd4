/* SPDX-License-Identifier: GPL-2.0-or-later */
/* "did you mean": the nearest of a few names to a mistyped one. Knows nothing of what the names are for. */
#ifndef MINUTEBOOK_SUGGEST_H
#define MINUTEBOOK_SUGGEST_H

#include "span.h"

/* The nearest of `names` within a third of its letters, at least one and at most three, and with the same first letter
 * where it is more than one; NULL if none is that near. */
const char *suggest_nearest(const GPtrArray *names, struct span typed);

#endif
