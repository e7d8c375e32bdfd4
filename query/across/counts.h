/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facets and timelines in columns of text, with bars where there is a width to draw them in. Must not know where counts
 * come from. */
#ifndef MINUTEBOOK_COUNTS_H
#define MINUTEBOOK_COUNTS_H

#include "facets.h"
#include "timeline.h"

struct counts_style {
	guint width; /* columns of the terminal; 0: numbers only, and names uncut */
	guint rows;  /* values shown at most; 0: all */
};

/* A line on what is counted and one for each value. */
void counts_facet(GString *out, const struct facet *facet, struct counts_style style);

/* A line of captions and one for each period; gaps side by side are one line. */
void counts_timeline(GString *out, const struct timeline *timeline, struct counts_style style);

/* "speaker: 23 people in 115 hits", and what a gap is called. */
char *counts_caption(const struct facet *facet);
const char *counts_gap(const struct timeline *timeline);

/* Of a gap that begins at `n`, the number behind its last period. */
guint counts_gap_end(const struct timeline *timeline, guint n);

#endif
