/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plain reading of a query on one record, by other means than the program's: no words module, no field terms, ASCII
 * only. Slow, and simple enough to be believed. */
#ifndef MINUTEBOOK_NAIVE_MATCH_H
#define MINUTEBOOK_NAIVE_MATCH_H

#include "tree.h"

bool naive_match(const struct record *record, const struct tree *node);

#endif
