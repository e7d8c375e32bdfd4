/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bodies whose papers were searched, with the meetings that these papers tell of and the times they do not. Must not
 * know why a paragraph is among those that were searched. */
#ifndef MINUTEBOOK_PACK_BODIES_H
#define MINUTEBOOK_PACK_BODIES_H

#include "store.h"

/* Meetings of one body in the scope. */
struct scope_body {
	char *name;               /* body and council, or what there is of them; "no body named" */
	guint papers, paragraphs; /* every copy counted */
	guint meetings;           /* days */
	guint undated;            /* paragraphs */
	char first[11], last[11]; /* days, empty where all is undated */
	/* The longest time between two meetings next to one another; empty where there is one meeting. */
	char gap_from[11], gap_to[11];
	GPtrArray *empty_years;     /* char *: years between the first and last without any meeting in the papers */
	GPtrArray *without_minutes; /* char *: days of meetings of which there are papers and no minutes or decisions */
};

/* struct scope_body * of these hits (struct store_hit), by name, yours. A paper that names no council is of the body of
 * that name, where there is but one. Fails as the store does. */
bool pack_bodies_survey(GPtrArray **out, struct store *store, const GArray *hits, GError **error);

#endif
