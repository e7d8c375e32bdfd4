/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is who across meetings: printed names joined into people where they can be one person and nothing contradicts. Knows
 * names and where they stand, and nothing of how they are looked up. */
#ifndef MINUTEBOOK_PERSONS_H
#define MINUTEBOOK_PERSONS_H

#include "span.h"

/* A name as the papers of one council print it. */
struct persons_form {
	char *name;
	char *council;            /* NULL where the papers name none */
	GPtrArray *bodies;        /* char *, each once */
	guint count;              /* paragraphs */
	char first[11], last[11]; /* meetings, "YYYY-MM-DD"; empty where undated */
};

struct person {
	char *name;       /* the fullest form, or the one a people.csv gives; with the council where two share a name */
	guint count;      /* paragraphs of all forms */
	bool is_unclear;  /* a form that may be each of several people, and is joined with none */
	GPtrArray *forms; /* const struct persons_form *, the most frequent first */
	GPtrArray *may_be; /* const struct person *, by name: whom an unclear form can mean */
};

struct persons;

/* `aliases` (struct alias, see aliases.h; NULL for none) is borrowed. */
struct persons *persons_new(const GPtrArray *aliases);
void persons_free(struct persons *persons);

/* Before persons_join, in any order: the outcome is the same. The same name and council again adds up. */
void persons_add(struct persons *persons, const struct persons_form *form);

/* Papers with this body that name a council name this one: where it is the only one, it is taken for that of the papers
 * that name none. */
void persons_add_body(struct persons *persons, const char *body, const char *council);

/* Two names are one person's when they have one surname, given names or initials that go together in their order, titles
 * that do not contradict (Mr against Mrs, Ms, Miss) and the same council. A name that fits two others that contradict each
 * other is unclear and joined with neither. A surname alone is joined with the only fuller name that fits, and only where
 * both are of one body and no more than four years apart. Aliases join whatever the names say, and keep apart. */
void persons_join(struct persons *persons);

/* After it: the person a name stands for in papers of this council (or NULL), NULL where it was not added. */
const struct person *persons_find(const struct persons *persons, const char *name, const char *council);

/* struct person *, the most frequent first, unclear ones last. A look. */
const GPtrArray *persons_list(const struct persons *persons);

#endif
