/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ranking.h"

#include <stdlib.h>

static const struct ranking chosen = {
	.repeats = 2.0,
	.length = 0.65,
	.least_length = 0.5,
	.asked_repeats = 8,
	.title = 0.125,
	.section = 0.125,
	.kinds =
		{
			[KIND_PARAGRAPH] = 1,
			[KIND_HEADING] = 0.3,
			[KIND_ATTENDANCE] = 0.3,
			[KIND_RESOLUTION] = 1,
			[KIND_RECOMMENDATION] = 1,
			[KIND_ROW] = 0.7,
			[KIND_FURNITURE] = 0.1,
		},
};

const struct ranking *ranking_get(void)
{
	return &chosen;
}

/* In byte order: searched by halving. */
static const char *const stop_words[] = {
	"a",    "about",  "above",   "after",   "again",   "all",    "also",   "am",    "an",      "and",   "any",
	"are",  "as",     "at",      "be",      "because", "been",   "before", "being", "between", "both",  "but",
	"by",   "can",    "could",   "did",     "do",      "does",   "doing",  "down",  "during",  "each",  "few",
	"for",  "from",   "further", "had",     "has",     "have",   "having", "he",    "her",     "here",  "hers",
	"him",  "his",    "how",     "i",       "if",      "in",     "into",   "is",    "it",      "its",   "itself",
	"just", "may",    "me",      "might",   "more",    "most",   "must",   "my",    "no",      "nor",   "not",
	"now",  "of",     "off",     "on",      "once",    "only",   "or",     "other", "our",     "out",   "over",
	"own",  "s",      "same",    "shall",   "she",     "should", "so",     "some",  "such",    "t",     "than",
	"that", "the",    "their",   "them",    "then",    "there",  "these",  "they",  "this",    "those", "through",
	"to",   "too",    "under",   "until",   "up",      "upon",   "us",     "very",  "was",     "we",    "were",
	"what", "when",   "where",   "whether", "which",   "while",  "who",    "whom",  "whose",   "why",   "will",
	"with", "within", "without", "would",   "you",     "your",
};

static int compare_word(const void *key, const void *entry)
{
	return strcmp(key, *(const char *const *)entry);
}

bool ranking_is_stop_word(const char *folded)
{
	return bsearch(folded, stop_words, G_N_ELEMENTS(stop_words), sizeof(*stop_words), compare_word) != NULL;
}
