/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a people.csv says: which printed names are one person's, and which are not. Knows the file's form; must not know
 * how people are joined. */
#ifndef MINUTEBOOK_ALIASES_H
#define MINUTEBOOK_ALIASES_H

#include "span.h"

struct alias {
	char *person, *alias; /* names as printed; letter case and accents do not matter */
	char *council;        /* only in papers of this council, or NULL */
	bool is_other;        /* they are two people: a "!" stood before the alias */
};

/* Reads people.csv (RFC 4180; UTF-8, else Windows-1252) with a first row that names the columns person and alias and, if
 * wanted, council, in any order; others are passed over. struct alias *, in the order of the file; yours. FAULT_QUERY,
 * naming file and line: not to be read, no such columns, an empty person or alias, a person that is both joined with a
 * name and told apart from it. */
bool aliases_read(GPtrArray **aliases, const char *path, GError **error);

#endif
