/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The half of sensitive.h that needs the text alone: addresses, numbers and dates by their shape. */
#ifndef MINUTEBOOK_SENSITIVE_SHAPE_H
#define MINUTEBOOK_SENSITIVE_SHAPE_H

#include "sensitive.h"

struct shapes;

struct shapes *shapes_new(void);
void shapes_free(struct shapes *shapes);

/* Adds the flags of a text to `flags` (struct sensitive_flag), in no order. Under a `caption` (NULL for none) that speaks of
 * birth every date is one of birth. */
void shapes_find(GArray *flags, const struct shapes *shapes, struct span text, const char *caption);

#endif
