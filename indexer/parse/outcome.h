/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which paragraphs of an item say what was decided or recommended, and how far a list of clauses opened by "RESOLVED:" goes on.
 * Told by words and labels; items and sections are for segment. */
#ifndef MINUTEBOOK_OUTCOME_H
#define MINUTEBOOK_OUTCOME_H

#include "block.h"
#include "record.h"

struct outcome {
	bool open;         /* an opened list of resolutions goes on … */
	guint depth;       /* … below this depth of labels */
	bool next;         /* the next unlabelled block is part of it */
	bool recommending; /* under a report's heading "Recommendations" */
};

/* A heading that says what stands below it: "Decision", "Recommendations". */
void outcome_enter_section(struct outcome *outcome, const char *title, enum record_type type);

/* Resolution, recommendation or paragraph, and remembers what goes on. `depth`: levels of labels above and of the block. */
enum record_kind outcome_kind(struct outcome *outcome, const struct block *block, guint depth, enum record_type type);

#endif
