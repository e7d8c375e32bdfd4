/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The months by name, English and Welsh. Months are counted from 1; 0 is none. */
#ifndef MINUTEBOOK_MONTH_H
#define MINUTEBOOK_MONTH_H

#include "span.h"

G_BEGIN_DECLS

enum { MONTHS = 12 };

/* "January" for 1. */
const char *month_name(guint month);

/* The month that the word names, in full or short ("Sept", "Chwefror"), whatever its case. */
guint month_of(struct span word);

/* The same, and where the word is none, the month whose English name of five letters or more it misspells by one letter too many,
 * too few, wrong or changed with the next; the first letter is right. */
guint month_nearly(struct span word);

G_END_DECLS

#endif
