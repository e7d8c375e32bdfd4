/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Operands that stand side by side: the same field twice means either, different ones mean both. Must not know of the
 * query's text. */
#ifndef MINUTEBOOK_OPERANDS_H
#define MINUTEBOOK_OPERANDS_H

#include "tree.h"

/* Adds an operand of a run, an AND; the second value of a field joins the first in an OR. Takes the child. */
void operands_add(struct tree *run, struct tree *child);

/* Ends a run: its operands into `all`, another AND. Takes the run. */
void operands_close(struct tree *all, struct tree *run);

#endif
