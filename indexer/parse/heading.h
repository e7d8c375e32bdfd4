/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which blocks are headings, and of what: of an item, of a section, or of the paper itself. */
#ifndef MINUTEBOOK_HEADING_H
#define MINUTEBOOK_HEADING_H

#include "region.h"

enum heading_kind {
	HEADING_NONE,
	HEADING_TITLE,   /* the paper's own: sets nothing */
	HEADING_ITEM,    /* opens an item */
	HEADING_SECTION, /* inside an item or a report */
};

/* How a part marks its items. */
enum heading_mode {
	MODE_REFERENCE, /* by "(Item 4)" */
	MODE_NUMBER,    /* by number and title */
	MODE_RUN_IN,    /* by number and a title that the text runs on from */
	MODE_BARE,      /* by title alone */
};

struct heading_context {
	const GArray *blocks;
	const struct region *region;
	enum heading_mode mode;
	bool typed;        /* weight, size or markup is known */
	bool bold;         /* headings are set bold: what is not bold is none */
	bool capitals;     /* capitals tell nothing: the text is set in them */
	bool in_sections;  /* a numbered section was opened */
	double size;       /* the size that most of the text has; 0 unknown */
	bool after_roll;   /* the members present have been listed */
	bool in_item;      /* an item was opened */
	bool listing;      /* a list of resolutions is open: what is numbered belongs to it */
	struct label item; /* of the last numbered item; LABEL_NONE before the first */
	bool titled;       /* the report's title has been seen */
};

/* How the part marks its items, before any of its blocks is asked about. */
void heading_survey(struct heading_context *context, const GArray *blocks, const struct region *region);

/* Remembers the number of an item that was opened: the next must go on from it. */
void heading_note_item(struct heading_context *context, const struct label *label);

enum heading_kind heading_of(const struct heading_context *context, guint i);

/* Whether block i, above the first item, is of the list of those who were there: a caption, names, or what heads more of them,
 * "Staff Side (UNISON)". */
bool heading_in_roll(const struct heading_context *context, guint i);

/* The next block after i that is not furniture, within the region; NULL at its end. */
const struct block *heading_next(const struct heading_context *context, guint i);

/* Whether the numbered paragraph is an item without a title: "3. The minutes were agreed." between the items 2 and 4. */
bool heading_continues_items(const struct heading_context *context, guint i);

/* Whether the block opens an item in MODE_RUN_IN. */
bool heading_opens_run_in(const struct heading_context *context, const struct block *block);

#endif
