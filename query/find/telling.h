/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words that tell texts from the others in an index. Must not know what they are wanted for. */
#ifndef MINUTEBOOK_TELLING_H
#define MINUTEBOOK_TELLING_H

#include "search.h"

struct telling {
	const GPtrArray *texts; /* char * */
	guint most;             /* so many words */
	guint shared_by;        /* only those that so many of the texts have */
};

/* The words of the texts, folded, one for each stem, the most telling first: by tf-idf (Sparck Jones 1972), the frequency
 * in the texts damped by its logarithm. Stop words and words that a quarter of all paragraphs have are none. char *,
 * yours; ties are in byte order. Fails as the store does. */
bool telling_words(GPtrArray **out, const struct search *search, const struct telling *telling, GError **error);

#endif
