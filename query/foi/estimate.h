/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What it would take to answer a request, as section 12 of the Freedom of Information Act 2000 lets it be estimated: time for
 * the four activities of regulation 4(3) of the Freedom of Information and Data Protection (Appropriate Limit and Fees)
 * Regulations 2004 (SI 2004/3244) and for nothing else, so none for redaction or for considering exemptions. Whole numbers,
 * so that sums are exact. Must not know where the papers come from. */
#ifndef MINUTEBOOK_ESTIMATE_H
#define MINUTEBOOK_ESTIMATE_H

#include <glib.h>
#include <stdbool.h>

/* Regulation 4(4): £25 a person and hour. Regulation 3(3): £450 for an authority that is not in Part I of Schedule 1 of the
 * Act, as councils are not; so 18 hours. */
#define ESTIMATE_PENCE_PER_HOUR 2500
#define ESTIMATE_LIMIT_PENCE 45000

enum {
	ESTIMATE_DETERMINE,
	ESTIMATE_LOCATE,
	ESTIMATE_RETRIEVE,
	ESTIMATE_EXTRACT,
	ESTIMATE_COUNT,
};

struct estimate_activity {
	const char *name;      /* as the regulation has it */
	const char *authority; /* the paragraph of the regulation */
};

extern const struct estimate_activity estimate_activities[ESTIMATE_COUNT];

/* Minutes for one paper: assumptions, to be replaced by what a sample of papers took. */
#define ESTIMATE_DEFAULT "1,1,1,5"

/* Hundredths of a minute for one paper, of each activity. */
struct estimate {
	guint64 rates[ESTIMATE_COUNT];
};

/* "1,0.5,1,5": minutes for one paper, of the four activities in their order, two decimals at most. FAULT_QUERY. */
bool estimate_parse(struct estimate *estimate, const char *text, GError **error);

/* Hundredths of a minute for so many papers: of one activity, and of all. */
guint64 estimate_time(const struct estimate *estimate, int activity, guint64 papers);
guint64 estimate_total(const struct estimate *estimate, guint64 papers);

/* Of a time in hundredths of a minute: the cost in pence, and how numbers are printed, with two decimals. Yours. */
guint64 estimate_pence(guint64 time);
char *estimate_print_hours(guint64 time);
char *estimate_print_hundredths(guint64 hundredths);

#endif
