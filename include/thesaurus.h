/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Families of words that mean one thing, as a thesaurus.ini tells them. Must not know of queries nor of the index.
 *
 * One group for each family. `label` is what it is called; `terms` its members, parted by semicolons; `former` members
 * that were the name once, each with the first and last day of its use (2012-01-01..2014-12-31, either end may be left
 * out); `part-of` ids of wider families, which include this one. */
#ifndef MINUTEBOOK_THESAURUS_H
#define MINUTEBOOK_THESAURUS_H

#include "span.h"

G_BEGIN_DECLS

struct thesaurus;

/* A member, borrowed from the thesaurus. */
struct thesaurus_form {
	const char *text;
	char low[11], high[11]; /* the days of its use, "YYYY-MM-DD"; empty where open */
};

/* FAULT_INPUT: no such file format, a family without members, a member of two families, a bad date, a wider family that
 * is not there. */
bool thesaurus_parse(struct thesaurus **out, struct span text, GError **error);
void thesaurus_free(struct thesaurus *thesaurus); /* NULL is fine */

/* Words folded and joined by single spaces: what names are compared by. Yours. */
char *thesaurus_key(struct span words);

/* Adds the members (struct thesaurus_form) of the family with this id, label or member, then those of the families that
 * are part of it. Its label, borrowed; NULL where there is no such family. */
const char *thesaurus_find(GArray *forms, const struct thesaurus *thesaurus, struct span name);

/* Adds every id, label and member: char *, borrowed. */
void thesaurus_names(GPtrArray *out, const struct thesaurus *thesaurus);

G_END_DECLS

#endif
