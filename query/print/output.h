/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An answer, in the chosen format, to a stream: what the options want of it is counted and fetched here. */
#ifndef MINUTEBOOK_OUTPUT_H
#define MINUTEBOOK_OUTPUT_H

#include <stdio.h>

#include "options.h"
#include "search.h"

/* The hits that are shown: [first, end), counted from 0; none where facets or a timeline take their place. */
struct output_page {
	guint64 first, end;
	bool has_hits;
};

/* A search that was run, what it searched for and what is wanted of it. */
struct output_request {
	struct search *search;
	const struct tree *tree;
	const struct options *options;
	const struct present_part *part; /* NULL: it is answered alone. `total` is filled in here */
};

/* `page` tells which hits were printed. Fails as the store does, and with FAULT_SYSTEM where the stream takes no more. */
bool output_print(struct output_page *page, FILE *to, const struct output_request *request, GError **error);

#endif
