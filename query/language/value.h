/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands behind a field's colon, or behind an option of the same name, to a leaf of the query tree. Must not know
 * where it was typed. */
#ifndef MINUTEBOOK_VALUE_H
#define MINUTEBOOK_VALUE_H

#include "tree.h"

/* A field leaf, yours. FAULT_QUERY: no value, none of those the field can have, no date, a star. */
bool value_parse(struct tree **out, const struct field *field, struct span text, bool quoted, GError **error);

/* The field of that name; FAULT_QUERY suggests one when there is none. */
bool value_field(const struct field **field, struct span name, GError **error);

#endif
