/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a label stands among those before it: "b" under "2" is 2.b, the third bullet under it 2.*3. Knows labels,
 * indents and order; nothing of what the paragraphs say but whether one leads in to a list. */
#ifndef MINUTEBOOK_OUTLINE_H
#define MINUTEBOOK_OUTLINE_H

#include "block.h"

struct outline {
	GArray *levels;  /* struct outline_level, from the outermost in */
	GArray *kept;    /* the levels of a list that was broken off, in which a later label may go on */
	bool positioned; /* indents are known */
	bool resumed;    /* the last label entered left a list for the one that it had broken off */
};

struct outline_level {
	struct label label;
	int count;         /* bullets so far */
	double left, hang; /* of the label and its text */
	bool leads;        /* its last paragraph ends with a colon */
	bool prose;        /* a paragraph of its own rather than an entry of a list */
};

void outline_init(struct outline *outline, bool positioned);
void outline_clear(struct outline *outline);

/* Under a new heading everything counts anew. */
void outline_reset(struct outline *outline);

/* A resolution belongs to no point above it, but the points may go on below it. */
void outline_suspend(struct outline *outline);

/* Under a caption between points the bullets alone count anew. */
void outline_end_bullets(struct outline *outline);

/* The path of a labelled block, "2.b"; the block becomes the innermost level. Yours. */
char *outline_enter(struct outline *outline, const struct block *block);

/* The path that an unlabelled block under these levels carries, NULL for none; levels that it leaves are closed. Yours. */
char *outline_inherit(struct outline *outline, const struct block *block);

/* The path as it stands, NULL for none. Yours. */
char *outline_path(const struct outline *outline);

/* The path of the outermost level, for what closes a numbered paragraph wherever it is set; NULL for none. Yours. */
char *outline_outermost(const struct outline *outline);

#endif
