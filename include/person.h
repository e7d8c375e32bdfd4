/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The forms of a person's name: "Mrs A D Alder", "Ada Birch", "Cedar (M)"; which two can be one person
 * and which says more. Knows nothing of meetings. */
#ifndef MINUTEBOOK_PERSON_H
#define MINUTEBOOK_PERSON_H

#include "name_words.h"
#include "token.h"

G_BEGIN_DECLS

#define FORM_GIVEN 4

/* One printed form. Texts are borrowed from the tokens. */
struct form {
	const struct name_title *title; /* the personal one before a rank: "Cllr Mrs Alder" has Mrs; NULL without */
	const char *given[FORM_GIVEN];  /* folded given names and initials */
	guint givens;
	const char *surname; /* folded; NULL for a given name alone */
	struct span printed; /* from the first given name to the surname */
	struct span last;    /* the surname as printed */
};

/* Reads the name that starts at token `first`, a title or not; returns the token behind it, or `first` where none
 * stands. Without a title at least a given name or initial and a surname are needed, none of them a word that
 * names bodies, places or offices. Honours behind the name are passed over. */
guint form_parse(struct form *form, const struct tokens *tokens, guint first);

/* A single capital word, as in a list opened by "Councillors". */
guint form_parse_surname(struct form *form, const struct tokens *tokens, guint first);

enum gender form_gender(const struct form *form);
bool form_has_given_name(const struct form *form); /* a whole one, no initial */

/* Whether the given names can be those of one person: none against any, initial against name, "Mike" and "Michael". */
bool form_given_compatible(const struct form *one, const struct form *other);

/* How much a form tells of the name: more is fuller. */
guint form_weight(const struct form *form);

/* "Mrs A D Alder": title and name, without honours; a rank only where nothing but a surname stands. Yours. */
char *form_print(const struct form *form);

/* Whether two folded surnames differ by one letter at most; those of fewer than four letters by none. */
bool surname_is_close(const char *one, const char *other);

G_END_DECLS

#endif
