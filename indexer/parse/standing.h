/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether minutes say that they are a draft, and which earlier minutes of the same body they confirm. Told by what this paper says
 * alone: what a later one says of it is for those who see both. */
#ifndef MINUTEBOOK_STANDING_H
#define MINUTEBOOK_STANDING_H

#include "paper.h"

/* Fills `standing` and `confirms` of the records, once parts have their meetings. */
void standing_mark(struct paper *paper);

#endif
