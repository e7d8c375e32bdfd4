/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The people of one meeting: everybody its papers name, the fullest form of each name, who held which office. Filled
 * from attendance lists and running text, then asked who "Ms Smith" or "the Vice-Chairman" is. */
#ifndef MINUTEBOOK_ROLL_H
#define MINUTEBOOK_ROLL_H

#include "person.h"

struct person {
	struct form form; /* the fullest seen */
	enum gender gender;
	bool attends;     /* an attendance list names them */
	bool is_ranked;   /* some form has a rank: one councillor of two Alders */
	GPtrArray *roles; /* char *, the office_class of each */
	char *code;       /* "PWi" where the list prints initials, or NULL */
	char *name;       /* form_print of the fullest form; set by roll_close */
};

struct roll {
	GStringChunk *words;    /* folded words of the forms */
	GPtrArray *people;      /* struct person *, in the order met */
	GPtrArray *present;     /* those of them who attend */
	GHashTable *by_office;  /* office_class -> struct person * or NULL, of a closed roll */
	GHashTable *by_surname; /* folded surname -> GPtrArray of struct person * */
	GHashTable *by_given;   /* folded given name -> the one attending person of that name, or NULL for several */
	GHashTable *by_code;    /* printed initials -> struct person * */
};

void roll_init(struct roll *roll);
void roll_clear(struct roll *roll);

/* Makes the texts of a form the roll's own; what it printed stays borrowed from the record. */
void roll_keep(struct roll *roll, struct form *form);

/* Adds a form or joins it to the person it can belong to. Forms with given names come first, bare surnames later:
 * those make a person only where nobody fits. */
struct person *roll_add(struct roll *roll, const struct form *form, bool attends);
struct person *roll_add_new(struct roll *roll, const struct form *form); /* whoever else may fit */
void roll_add_role(struct person *person, struct span role);
void roll_add_code(struct roll *roll, struct person *person, struct span code);

/* After the last roll_add: prints names and indexes given names and initials of those attending. */
void roll_close(struct roll *roll);

/* Everybody the form can mean, best first, into `people`; more than one only where the roll cannot tell them apart. */
void roll_find(GPtrArray *people, const struct roll *roll, const struct form *form);

/* Whether a given name and surname, both folded, are somebody's; an initial only of those attending. */
bool roll_knows(const struct roll *roll, const char *given, const char *surname);

/* The person of an office, "chairman", "leader", "director of public health" (folded, without the article), or NULL
 * where the papers do not say, or name several. */
struct person *roll_holder(const struct roll *roll, const char *office);

/* "chair" for every word of a chairman, "vice chair" for the deputy, else the office itself. Yours. */
char *office_class(const char *office);

#endif
