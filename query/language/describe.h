/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A query tree in plain English. */
#ifndef MINUTEBOOK_DESCRIBE_H
#define MINUTEBOOK_DESCRIBE_H

#include "tree.h"

/* "paragraphs where the text has any form of "foster" and somebody named khosla speaks". Yours. */
char *describe_tree(const struct tree *tree);

#endif
