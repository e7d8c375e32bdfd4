/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files into the index, each in one transaction, and out of it again. Decides what is new, changed, unchanged or gone;
 * must not know how papers are parsed, nor print. */
#ifndef MINUTEBOOK_INGEST_H
#define MINUTEBOOK_INGEST_H

#include <signal.h>

#include "reader.h"
#include "store.h"

struct ingest {
	struct store *store;
	const struct reader *reader;
	const volatile sig_atomic_t *stop; /* not zero: leave off at the next safe place; may be NULL */
	GHashTable *ledger;                /* private: path -> struct store_file, as it stood at the start */
	GPtrArray *files;                  /* private: owns what `ledger` looks at */
	bool has_changed;                  /* private: something has been written */
};

/* Both are borrowed and outlive it. Errors as store_file_list. */
bool ingest_init(struct ingest *ingest, struct store *store, const struct reader *reader, GError **error);
void ingest_clear(struct ingest *ingest);

enum ingest_outcome {
	INGEST_NEW,
	INGEST_CHANGED,
	INGEST_UNCHANGED,
	INGEST_UNREADABLE, /* `reason` says why; the index remembers it */
	INGEST_STOPPED,    /* as asked; nothing of this file has been changed */
};

struct ingest_result {
	enum ingest_outcome outcome;
	char *reason;     /* why it is unreadable, or what of it could not be read; or NULL */
	guint paragraphs; /* searchable records that the index now holds of it */
	bool is_empty;    /* read, and no text in it */
};

void ingest_result_clear(struct ingest_result *result);

/* Brings the index up to date with one file. Unchanged: the same size, time and context (reader_context), else the same
 * SHA-256 and context; a file that could not be read is always tried again. A file that cannot be read now (permission,
 * disk) keeps the records of its last good reading; one that was read and is no paper any more loses them. False only for
 * what ends the run: FAULT_SYSTEM, FAULT_INDEX, FAULT_LOCKED; nothing of this file has been changed then. */
bool ingest_file(struct ingest_result *result, struct ingest *ingest, const struct walk_file *file, GError **error);

/* Forgets every file of the index that lay in a folder of the walk and is there no longer (walk_is_gone). */
bool ingest_forget_gone(guint *forgotten, struct ingest *ingest, const struct walk *walk, GError **error);

/* Remembers the folders of the walk: what turns up in them later is new. */
bool ingest_folders(struct ingest *ingest, const struct walk *walk, GError **error);

/* Makes everything durable; to be called at the end, after a stop as well. */
bool ingest_finish(struct ingest *ingest, GError **error);

#endif
