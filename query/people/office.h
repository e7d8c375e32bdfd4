/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names in a paragraph and whether an office stands beside each. Knows words, and nobody in particular. */
#ifndef MINUTEBOOK_OFFICE_H
#define MINUTEBOOK_OFFICE_H

#include "person.h"

/* A run of words that can be a name. */
struct office_person {
	struct form form;
	guint first, end; /* tokens, titles included */
	bool has_office;  /* a title of office before it, an office before or behind it, or apologies from it */
};

/* struct office_person in the order of the text, yours. Words that only look like a name are among them, and a run may begin
 * inside another: "Thanked Ada Birch", "Ada Birch". */
GArray *office_people(const struct tokens *tokens);

/* In an attendance list the first token behind which people stand who are there for themselves: "Members of the public – Mr
 * Fell", "Residents: ..."; 0 where the whole entry says so ("Jo Ash | Observers"), the end where nothing does. */
guint office_public(const struct tokens *tokens);

#endif
