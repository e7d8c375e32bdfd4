/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Indexes as other programs make them, for the tests: what our own store never writes. */
#ifndef MINUTEBOOK_FOREIGN_INDEX_H
#define MINUTEBOOK_FOREIGN_INDEX_H

#include <glib.h>

G_BEGIN_DECLS

/* A Xapian database with one document, and this schema number in it unless NULL. */
void foreign_index_make(const char *path, const char *schema);

/* What a broken disk or a stranger's hand would do to an index of ours. */
enum foreign_damage {
	FOREIGN_LOSE_TERM,    /* a term of the first document that has it */
	FOREIGN_ADD_TERM,     /* to the first document that has the term */
	FOREIGN_LOSE_VALUE,   /* the slots of such a document */
	FOREIGN_LOSE_RECORD,  /* such a document as a whole */
	FOREIGN_DOUBLE,       /* such a document, once more */
	FOREIGN_CHANGE_TEXT,  /* all stored records: a bit of each quire */
	FOREIGN_SPOIL_TEXT,   /* all of them, cut in the middle */
	FOREIGN_LOSE_ENTRIES, /* all entries of the ledger */
	FOREIGN_MOVE_ENTRIES, /* all of them under other keys */
	FOREIGN_CHANGE_DATA,  /* one bit of what such a document stores */
	FOREIGN_COUNT,
};

/* Does it to the index at `path`, where the document is asked for the first that has `term`. */
void foreign_index_damage(const char *path, enum foreign_damage damage, const char *term);

G_END_DECLS

#endif
