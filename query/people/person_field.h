/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What person: in a query stands for: every printed name of the people that have the words asked for. Must not know how
 * names are joined. */
#ifndef MINUTEBOOK_PERSON_FIELD_H
#define MINUTEBOOK_PERSON_FIELD_H

#include "store.h"
#include "tree.h"

struct person_field_request {
	struct store *store;      /* borrowed, as all */
	const GPtrArray *aliases; /* see speakers_load */
	GPtrArray *notes;         /* char *: who was taken for whom, and who was left out */
};

/* Gives every person: in the tree its meaning: these names whole, in the papers of the councils where they are these
 * people's. Fails as the store does. */
bool person_field_resolve(struct tree *tree, const struct person_field_request *request, GError **error);

#endif
