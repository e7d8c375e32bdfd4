/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A paper understood: its records in reading order, and the parts they belong to. What parsing hands from stage to
 * stage after segmentation. */
#ifndef MINUTEBOOK_PAPER_H
#define MINUTEBOOK_PAPER_H

#include "record.h"

/* One meeting's minutes, one agenda, one report with its appendices: a run of records that share a meeting. */
struct part {
	guint first, end; /* records [first, end) of the paper */
	enum record_type type;
	char *council, *body, *date, *classification;
	enum record_basis date_basis;
};

struct paper {
	GPtrArray *records; /* struct record * */
	GArray *parts;      /* struct part, covering the records without gap, in order */
	guint scans;        /* pages whose words are in pictures */
	char *note;         /* what of the file could not be read, for people; or NULL */
};

void paper_init(struct paper *paper);
void paper_clear(struct paper *paper);

#endif
