/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the extracts of a pack part by year, body, type and topic: what a narrower request would leave. */
#ifndef MINUTEBOOK_NARROWING_H
#define MINUTEBOOK_NARROWING_H

#include "pack.h"

/* A paragraph of several topics counts under each. */
struct narrowing {
	const char *by; /* "year", "body", "type", "topic" */
	char *value;    /* "no date", "no body named", "no topic" where there is none; owned by the array */
	guint papers;   /* that hold such an extract, or a copy of one */
	guint paragraphs;
};

/* struct narrowing by `by`, then by value in byte order with what has none last; yours. */
GArray *narrowing_count(const struct pack *pack);

#endif
