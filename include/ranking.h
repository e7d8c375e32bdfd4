/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How paragraphs are put in order of relevance, as one set of numbers: chosen by measurement, see
 * tests/bench/RESULTS.md. Must not know of the index nor of a query. */
#ifndef MINUTEBOOK_RANKING_H
#define MINUTEBOOK_RANKING_H

#include "record.h"

G_BEGIN_DECLS

struct ranking {
	/* BM25 (Robertson and others, TREC-3): how slowly a word's repeats wear out, how much long paragraphs are held
	 * back, and the least length, of the average, that a short one counts as. */
	double repeats, length, least_length;
	/* How slowly a word's repeats in the query wear out: BM25's k3. */
	double asked_repeats;
	/* What a word adds that also stands in the item's title, or in the heading inside the item. */
	double title, section;
	/* What a paragraph's score is multiplied by. */
	double kinds[KIND_COUNT];
};

const struct ranking *ranking_get(void);

/* Whether a folded word says too little to look for in a pasted sentence: "the", "would", "whether". */
bool ranking_is_stop_word(const char *folded);

G_END_DECLS

#endif
