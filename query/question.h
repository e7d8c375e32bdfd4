/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One query with all that goes with it, from the command line to the tree that is searched for. Must not know what is
 * found. */
#ifndef MINUTEBOOK_QUESTION_H
#define MINUTEBOOK_QUESTION_H

#include "aliases.h"
#include "language.h"
#include "options.h"

struct question {
	struct options options;
	struct language language; /* `fault` lies behind the query's text where that is not to blame for a failure */
	GPtrArray *aliases;       /* struct alias: what the people.csv asked for says, or NULL */
	char *place;              /* "FILE:3: ", which all that is said of it begins with; NULL when it is alone */
	struct present_part part; /* `count` is 0 when it is alone */
};

void question_clear(struct question *question);

/* On the heap, for pointer arrays with question_free as their free function. */
struct question *question_new(void);
void question_free(gpointer question);

/* The tree of options.query with the filters of the options, which go into it. FAULT_QUERY. */
bool question_read(struct question *question, GError **error);

/* Gives its families and people their meaning. FAULT_QUERY, and as the store does. */
bool question_resolve(struct question *question, struct store *store, GError **error);

#endif
