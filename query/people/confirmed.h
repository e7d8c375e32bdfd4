/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is:draft and is:confirmed stand for: minutes that no later paper of their body confirms, and those that one does. The papers
 * tell what they are and what they confirm; which is later is seen only here, whatever order they were read in. */
#ifndef MINUTEBOOK_CONFIRMED_H
#define MINUTEBOOK_CONFIRMED_H

#include "store.h"
#include "tree.h"

/* Gives every is:draft and is:confirmed in the tree its meaning. Fails as the store does. */
bool confirmed_resolve(struct tree *tree, struct store *store, GError **error);

#endif
