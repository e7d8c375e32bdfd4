/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a family's name in a query stands for: its members in the thesaurus, and what the papers themselves explain of an
 * abbreviation. Must not know how a query is written or answered. */
#ifndef MINUTEBOOK_FAMILY_H
#define MINUTEBOOK_FAMILY_H

#include "store.h"
#include "tree.h"

struct family_request {
	struct store *store; /* borrowed */
	const char *file;    /* the thesaurus that was asked for, or NULL: the index's, else the installed one */
	GPtrArray *notes;    /* char *: what the person should know of the reading */
	size_t fault;        /* where the name of a failure stands in the query's text */
};

/* Gives every family in the tree its meaning. A member of the thesaurus in capitals and digits is that word and no other
 * form of it, one word any form, several exactly these; one that was the name for a time counts for meetings of that time
 * alone, never for what is undated. FAULT_QUERY: a family that is not known, a thesaurus that cannot be read. */
bool family_resolve(struct tree *tree, struct family_request *request, GError **error);

#endif
