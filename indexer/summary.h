/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a run of minutes-index came to, in one line. */
#ifndef MINUTEBOOK_SUMMARY_H
#define MINUTEBOOK_SUMMARY_H

#include "ingest.h"

struct summary {
	guint outcomes[INGEST_STOPPED + 1]; /* files of each */
	guint files, forgotten, empty;
	guint companions; /* data files passed over */
	guint64 paragraphs;
	gint64 bytes;
};

/* Counts one more file. */
void summary_add(struct summary *summary, const struct ingest_result *result);

/* Appends "indexed 3 files (1,204 paragraphs, 2.1 MB): 2 new, 1 unchanged". */
void summary_format(GString *out, const struct summary *summary);

#endif
