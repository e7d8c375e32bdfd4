/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A text cut into folded words, and where a leaf of the query stands in it. Must not know of fields or operators. */
#ifndef MINUTEBOOK_WORDS_H
#define MINUTEBOOK_WORDS_H

#include "stemmer.h"
#include "tree.h"

struct word {
	size_t start, end;  /* bytes of the text */
	const char *folded; /* borrowed from words->folds */
	const char *stem;   /* borrowed from the stemmer; NULL until it is asked for */
};

struct words {
	GArray *list; /* struct word, in order */
	GStringChunk *folds;
	struct stemmer *stemmer; /* borrowed */
};

/* Words [first, last] of the text. */
struct words_place {
	guint first, last;
};

void words_init(struct words *words, struct stemmer *stemmer);
void words_clear(struct words *words);

/* Cuts `text`, which is not kept; what was there before is gone. */
void words_cut(struct words *words, struct span text);

/* Adds every place (struct words_place) where the leaf's words stand side by side: exactly, or `any_form` of them. */
void words_find(GArray *places, struct words *words, const struct tree *leaf, bool any_form);

#endif
