/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The query language: text to tree. What it cannot honour is an error at its place and with a suggestion, never a
 * silent reading. Must not know of the index or of options.
 *
 *   any     := all { OR all }
 *   all     := run { [AND] run }          side by side is AND; the same field twice, side by side, is OR
 *   unary   := (NOT | -) unary | near
 *   near    := atom { (ADJ/n | NEAR/n) atom }     atoms are words or phrases there
 *   atom    := word | "phrase" | field:value | ~family | ~"family" | ( any )
 */
#ifndef MINUTEBOOK_LANGUAGE_H
#define MINUTEBOOK_LANGUAGE_H

#include "tree.h"

struct language {
	struct tree *tree; /* owned; NULL when the text has nothing to search for */
	GPtrArray *notes;  /* char *: readings that the person should be told of */
	size_t fault;      /* bytes into the text: the place of a failure */
};

void language_init(struct language *language);
void language_clear(struct language *language);

/* `text` must be well-formed UTF-8. FAULT_QUERY, with `fault` set; empty text gives no tree and no error. */
bool language_parse(struct language *language, struct span text, GError **error);

/* For a pasted sentence: any of its words or closed phrases, and all of its fields; the rest is punctuation. */
bool language_parse_any(struct language *language, struct span text, GError **error);

/* The one line of the query's text that holds `fault` and a line with a caret under the place. Yours. */
char *language_caret(const struct language *language, struct span text);

/* Adds a filter to a tree (either may be NULL) as if it stood in the query: the same field twice is OR. Takes both. */
struct tree *language_join(struct tree *tree, struct tree *filter);

#endif
