/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a query was asked of: the meetings in the papers that its fields leave, each with its paragraphs and how many of
 * them were hits. Must not know of periods. */
#ifndef MINUTEBOOK_GROUND_H
#define MINUTEBOOK_GROUND_H

#include "search.h"

/* One meeting: a date and a body, or what is undated of one body. */
struct ground_meeting {
	char day[11];        /* "YYYY-MM-DD", empty where undated */
	guint council, body; /* numbers of their names, 0: none */
	guint32 docid;       /* one of its records */
	guint paragraphs, hits;
};

struct ground {
	GArray *meetings;               /* struct ground_meeting, by date, undated first */
	char low[11], high[11];         /* where the query's dates begin and end; empty where open */
	char first[11], last[11];       /* the first and last day that has hits; empty where none has */
	bool is_narrowed;               /* by more than dates */
	GArray *first_hits, *last_hits; /* struct store_hit of these days */
};

void ground_init(struct ground *ground);
void ground_clear(struct ground *ground);

/* Of a search that was run. Fails as the store does. */
bool ground_survey(struct ground *ground, struct search *search, const struct tree *tree, GError **error);

#endif
