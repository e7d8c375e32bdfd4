/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How often each value of a field stands in the hits: exact counts over all of them. Must not know of the query nor of
 * how counts are printed. */
#ifndef MINUTEBOOK_FACETS_H
#define MINUTEBOOK_FACETS_H

#include "persons.h"
#include "search.h"

struct facet_value {
	char *name; /* as it is printed most often; of a person the fullest form */
	guint hits;
	bool is_unclear; /* a form of name that fits several of the people above it */
};

struct facet_tally;

struct facet {
	const char *name;
	GArray *values;   /* struct facet_value: the most frequent first, dates in their order; unclear names last */
	guint hits, none; /* counted in all; without a value */
	bool is_people;
	struct facet_tally *tally; /* what is counted so far; NULL once finished */
};

/* Any field of the language, and year and month. NULL for an unknown name. Adding counts one hit, and finishing fills in
 * `values`. */
struct facet *facet_new(const char *name);
void facet_add(struct facet *facet, const struct record *record);
void facet_finish(struct facet *facet, const struct persons *persons); /* NULL where none is of people or no hit was */
void facet_free(gpointer facet);

/* "body, council, …". Yours. */
char *facet_names(void);

/* Finished facets (struct facet *, yours) of the fields in `names`, over all hits. Fails as the store does. */
bool facets_count(GPtrArray **out, const GPtrArray *names, struct search *search, GError **error);

#endif
