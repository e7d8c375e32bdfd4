/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is meant by a name: the forms of it that papers print, put together where they can be one person. Knows names
 * and nothing of the paragraphs they come from. */
#ifndef MINUTEBOOK_PERSONS_H
#define MINUTEBOOK_PERSONS_H

#include "span.h"

struct person {
	char *name;   /* the fullest form */
	guint count;  /* paragraphs that have any of the forms */
	bool unclear; /* a form that fits several of the others */
	GArray *places;
};

/* False if two forms cannot be one person's: another surname, other first names or initials, Mr against Mrs. */
bool persons_compatible(const char *a, const char *b);

/* Persons (struct person, the most frequent first) from `forms`: a name, char *, to the numbers of the paragraphs that
 * have it, guint in a GArray. Forms that fit several persons stay by themselves and come last. Yours. */
GArray *persons_join(GHashTable *forms);

#endif
