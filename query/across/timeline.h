/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When something was spoken of: hits by year, month or meeting, beside what there is of papers from that time, so that
 * silence can be told from a gap. Must not know how it is printed. */
#ifndef MINUTEBOOK_TIMELINE_H
#define MINUTEBOOK_TIMELINE_H

#include "search.h"

enum timeline_step {
	TIMELINE_YEAR,
	TIMELINE_MONTH,
	TIMELINE_MEETING,
};

struct timeline_period {
	char low[11], high[11]; /* first and last day, "YYYY-MM-DD"; empty for what is undated */
	char *body;             /* of a meeting; NULL where it has none and for years and months */
	guint hits;
	guint paragraphs; /* that were searched: of the papers that the query's fields leave, copies once */
	guint meetings;   /* that these papers tell of */
};

/* The first or last hit that has a date, in the order of papers within a day; a heading or a list of names only where that
 * day has nothing else. */
struct timeline_mention {
	struct record *record; /* NULL: there is none */
	GArray *marks;         /* struct match_mark */
};

struct timeline {
	enum timeline_step step;
	GArray *periods; /* struct timeline_period, in order, none left out; undated papers last, if there are any */
	struct timeline_mention first, last;
	bool is_narrowed; /* fields of the query leave some papers out, whatever their date */
};

void timeline_init(struct timeline *timeline);
void timeline_clear(struct timeline *timeline);

/* False for an unknown name. */
bool timeline_step_of(enum timeline_step *step, const char *name);
const char *timeline_step_name(enum timeline_step step);

/* Fills in the timeline of a search that was run. What was searched is all papers that the fields of the paper (body,
 * council, type, file, date) leave which every hit must have; it begins and ends where a date of the query does, else with
 * these papers. Fails as the store does. */
bool timeline_count(struct timeline *timeline, struct search *search, const struct tree *tree, GError **error);

/* No paper there is tells of that time. */
bool timeline_is_gap(const struct timeline_period *period);

/* "2016", "2016-05", "2016-05-26" or "undated", as in the names that --timeline takes. Yours. */
char *timeline_period_name(const struct timeline *timeline, const struct timeline_period *period);

#endif
