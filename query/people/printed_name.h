/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A name as a paper prints it, taken apart for comparing it with names of other papers. Knows no papers. */
#ifndef MINUTEBOOK_PRINTED_NAME_H
#define MINUTEBOOK_PRINTED_NAME_H

#include "person.h"

struct printed_name {
	enum gender gender; /* by the title, else by the first name where that tells */
	char *surname;      /* folded; NULL where none can be told, as of an office */
	GPtrArray *given;   /* char *, folded names and initials in their order */
	guint weight;       /* how much of the name it tells: more is fuller */
};

void printed_name_read(struct printed_name *name, const char *text);
void printed_name_clear(struct printed_name *name);

/* A surname alone, with a title or not. */
bool printed_name_is_bare(const struct printed_name *name);

/* Whether the given names of two forms can be those of one person: none against any, an initial against a name that may
 * begin so, the same name, its usual short form. Stricter than within one meeting: "Ann" is not "Anna". */
bool printed_name_given_fits(const struct printed_name *one, const struct printed_name *other);

#endif
