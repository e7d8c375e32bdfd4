/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a pasted sentence is not searched for: its words that are in every paragraph. Knows no language but the list. */
#ifndef MINUTEBOOK_STOP_H
#define MINUTEBOOK_STOP_H

#include "tree.h"

/* Takes the stop words out of an OR and adds a remark that names them; where it has nothing else, all stay. */
void stop_drop(struct tree *any, GPtrArray *notes);

#endif
