/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The runs of blocks that a paper is put together from: an agenda, the minutes of an earlier meeting, one report after
 * another. Finds where each starts and what it is. */
#ifndef MINUTEBOOK_REGION_H
#define MINUTEBOOK_REGION_H

#include "block.h"
#include "record.h"

struct region {
	guint first, end; /* blocks [first, end) */
	enum record_type type;
	char *reference; /* the agenda item of its stamp, or NULL */
	bool web;        /* a meeting's web page: agenda and minutes text by item */
	bool captions;   /* with "Minutes:" captions that part the two */
};

/* struct region, covering the blocks in order, at least one where there are blocks. Yours. */
GArray *region_find(const GArray *blocks);

#endif
