/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Printed names that are one person's for certain, and whether two such bunches can be one person. The inside of
 * persons.h. */
#ifndef MINUTEBOOK_BUNCH_H
#define MINUTEBOOK_BUNCH_H

#include "persons.h"
#include "printed_name.h"

/* One printed name in the papers of one council. Owned by persons. */
struct bunch_unit {
	struct persons_form form;
	struct printed_name name;
	char *folded;      /* the name */
	char *place;       /* the council, folded; "" where no paper tells, NULL where that does not matter */
	GPtrArray *bodies; /* char *, folded */
	bool is_printed;   /* false: only a people.csv has it */
	struct bunch *bunch;
	const struct person *person;
};

/* How much a bunch says, the most first: what says less is held against people that are known already. */
enum bunch_rank {
	BUNCH_FULL,
	BUNCH_UNPLACED, /* no paper tells the council */
	BUNCH_BARE,     /* surnames alone */
};

struct bunch {
	GPtrArray *units;   /* struct bunch_unit *, borrowed; one at least */
	GHashTable *others; /* borrowed: pairs that are two people, see bunch_pair; NULL for none */
	const char *called; /* the name a people.csv gives, or NULL */
	guint row;          /* of it, in that file */
	enum gender gender; /* unknown also where the titles differ: a people.csv says that it changed */
	enum bunch_rank rank;
	GPtrArray *near; /* struct bunch *, whom it may be */
	guint person;    /* number from 1, see cluster.h */
	bool is_unclear;
};

struct bunch *bunch_new(struct bunch_unit *unit, GHashTable *others);
void bunch_free(gpointer bunch);

/* Moves the units of `from` into `into`. */
void bunch_merge(struct bunch *into, struct bunch *from);

/* Fills in what follows from the units. */
void bunch_settle(struct bunch *bunch);

/* Whether titles, given names, councils or a people.csv tell the two apart. A council that no paper tells may be any. */
bool bunch_contradicts(const struct bunch *one, const struct bunch *other);
bool bunch_shares_surname(const struct bunch *one, const struct bunch *other);

/* Whether something speaks for one person, which `weak`, of a lower rank, needs: of a surname alone a body, and meetings no
 * more than a council's four years apart; of a name without a council the very same name. */
bool bunch_is_linked(const struct bunch *weak, const struct bunch *other);

/* The key in `others` of two folded names in papers of one council (folded, "" for all). Yours. */
char *bunch_pair(const char *one, const char *other, const char *place);

#endif
