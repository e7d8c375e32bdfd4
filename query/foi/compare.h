/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The paragraphs of a response pack beside those that the same search finds today. Must not know how either came about. */
#ifndef MINUTEBOOK_COMPARE_H
#define MINUTEBOOK_COMPARE_H

#include "written.h"

/* What of a paragraph is no longer as it was. */
enum compare_what {
	COMPARE_TEXT = 1 << 0,    /* its words */
	COMPARE_PAPER = 1 << 1,   /* the bytes of its paper */
	COMPARE_QUERIES = 1 << 2, /* which of the queries it answers */
};

/* Both are borrowed; `then` is NULL of a new one, `now` of a missing one. */
struct compare_pair {
	const struct written_place *then, *now;
	guint what; /* enum compare_what */
};

/* struct compare_pair in GArrays, in the order of the pack, new ones in today's. Every place of then is in one of `same`,
 * `changed` and `missing`, every place of today in one of `same`, `changed` and `added`. */
struct compare {
	GArray *same;    /* the same words in the same paper, be it under another path */
	GArray *changed; /* in the paper of the same path, whose bytes are others, or an answer to other queries */
	GArray *added, *missing;
	guint moved; /* how many of the same stand under another path */
};

void compare_init(struct compare *compare);
void compare_clear(struct compare *compare);

/* `then` and `now` hold struct written_place *. */
void compare_places(struct compare *compare, const GPtrArray *then, const GPtrArray *now);

#endif
