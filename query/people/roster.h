/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many hits each person has: names are added as hits print them and counted as the people they stand for. */
#ifndef MINUTEBOOK_ROSTER_H
#define MINUTEBOOK_ROSTER_H

#include "persons.h"

struct roster;

struct roster_entry {
	char *name; /* of the person; see persons.h */
	guint hits; /* one that has two forms of the name counts once */
	bool is_unclear;
};

struct roster *roster_new(void);
void roster_free(struct roster *roster);

/* `hit` is any number that tells hits apart; council NULL where the paper names none. */
void roster_add(struct roster *roster, const char *name, const char *council, guint hit);

/* How many names were added, councils apart. */
guint roster_size(const struct roster *roster);

/* struct roster_entry, the most frequent first, unclear ones last; yours. */
GArray *roster_count(const struct roster *roster, const struct persons *persons);

#endif
