/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between lines and records: a printed paragraph, its lines joined, told apart from furniture, before anybody asks
 * where it stands. */
#ifndef MINUTEBOOK_BLOCK_H
#define MINUTEBOOK_BLOCK_H

#include "label.h"
#include "page.h"

/* One printed line, cleaned; the unit that layout joins. `source` is borrowed from the document. */
struct printed {
	const struct line *source;
	char *text;         /* owned, without markup */
	int page;           /* index of the page, from 0 */
	struct label label; /* what its start would be as a label, accepted or not */
	bool furniture;
	bool strong;       /* set bold as a whole */
	int heading;       /* level that the markup gives; 0 none */
	size_t lead;       /* bytes of a run-in heading */
	bool starts;       /* the markup says that a paragraph starts here */
	double gap, below; /* blank lines above, and under it */
	double left, right;
	int table, row, column; /* of a cell; column 0: none */
	bool header;            /* a header cell */
	bool margin;            /* a note in the margin: "Action: DN" */
	bool beside;            /* wide white space, but no column, parts it from the line before */
	bool placed;            /* of a front sheet, put in its place already */
	bool roll;              /* one of the columns of names under PRESENT */
	int guess;              /* a bullet that a converter dropped may have stood here: enum lost_guess */
};

enum block_role {
	BLOCK_TEXT,
	BLOCK_HEADING, /* the markup or the type says so; `level` 1..6 */
	BLOCK_CELL,    /* a table's cell: table, row, column */
	BLOCK_FURNITURE,
};

struct block {
	GString *text;      /* the label taken off */
	struct label label; /* LABEL_NONE without one */
	enum block_role role;
	int level;
	int page, page_end; /* indexes, from 0 */
	double left, hang;  /* of the label and of the text, points */
	double right;       /* the farthest right edge */
	double size;
	double gap;  /* blank lines above */
	bool strong; /* bold as a whole */
	size_t lead; /* bytes of a run-in heading */
	int lines;   /* printed lines */
	bool full;   /* its last line reaches the right edge */
	int table, row, column;
	bool header; /* a header cell */
	bool margin; /* a note in the margin */
};

/* The lines of a document in reading order, markup taken off: struct printed. Yours. */
GArray *printed_lines(const struct document *document);

#endif
