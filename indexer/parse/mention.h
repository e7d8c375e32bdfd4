/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom a paragraph names: persons with and without a title, offices ("the Head of Highways"), pronouns. Knows words
 * and, if given, the roll of the meeting; not what anybody does in the sentence. */
#ifndef MINUTEBOOK_MENTION_H
#define MINUTEBOOK_MENTION_H

#include "roll.h"

enum mention_kind {
	MENTION_PERSON,
	MENTION_OFFICE,
	MENTION_PRONOUN,
};

struct mention {
	enum mention_kind kind;
	guint first, end;      /* tokens [first, end), article and titles included */
	struct form form;      /* of a person; no surname where `person` is set from initials or a given name */
	struct person *person; /* known by printed initials or given name alone, else NULL */
	bool is_weak;          /* such a one: counts only where it speaks */
	bool is_listed;        /* a later name of a list that one plural title opened */
	struct span office;    /* without the article, as printed */
	bool has_article;
};

/* Appends struct mention in the order of the text. Without a roll only what the words alone show. */
void mentions_find(GArray *mentions, const struct tokens *tokens, const struct roll *roll);

/* The index of the mention that starts at a token, or MENTION_NONE. */
#define MENTION_NONE G_MAXUINT
guint mention_at(const GArray *mentions, guint place);

/* The office whose name starts at `first`, article or not; the token behind it, or `first`. */
guint office_parse(struct mention *mention, const struct tokens *tokens, guint first);

/* "The Head of Highways". Yours. */
char *office_print(const struct mention *mention);

#endif
