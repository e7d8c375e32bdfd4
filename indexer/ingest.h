/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files into the index, each in one transaction, and out of it again. Decides what is new, changed, unchanged or gone;
 * must not know how papers are parsed, nor print. */
#ifndef MINUTEBOOK_INGEST_H
#define MINUTEBOOK_INGEST_H

#include <signal.h>

#include "pool.h"
#include "store.h"

struct ingest {
	struct store *store;
	const struct reader *reader;
	struct pool *pool;
	const volatile sig_atomic_t *stop; /* not zero: leave off at the next safe place; may be NULL */
	bool retries;                      /* try again what could not be read, even if nothing has changed */
	GHashTable *ledger;                /* private: path -> struct store_file, as it stood at the start */
	GPtrArray *files;                  /* private: owns what `ledger` looks at */
	GQueue asked;     /* private: struct asked *, files whose turn is to come, the next one first */
	bool has_changed; /* private: something has been written */
};

/* All are borrowed and outlive it; `pool` reads with `reader`. Errors as store_file_list. */
bool ingest_init(struct ingest *ingest, struct store *store, const struct reader *reader, struct pool *pool,
		 GError **error);
void ingest_clear(struct ingest *ingest);

enum ingest_outcome {
	INGEST_NEW,
	INGEST_CHANGED,
	INGEST_UNCHANGED,
	INGEST_UNREADABLE, /* `reason` says why; the index remembers it */
	INGEST_STOPPED,    /* as asked; nothing of this file has been changed */
};

struct ingest_result {
	const struct walk_file *file; /* borrowed */
	enum ingest_outcome outcome;
	char *reason;     /* why it is unreadable, or what of it could not be read; or NULL */
	bool is_old;      /* it is known to be unreadable from an earlier run, and was not tried */
	guint paragraphs; /* searchable records that the index now holds of it */
	bool is_empty;    /* read, and no text in it */
};

void ingest_result_clear(struct ingest_result *result);

/* Lines up one more file, which is borrowed, and has it read if need be; whether there is room for it: reading goes on
 * beside storing, but not far ahead. */
void ingest_ask(struct ingest *ingest, const struct walk_file *file);
bool ingest_has_room(const struct ingest *ingest);

/* Brings the index up to date with the next file of the line, of which there must be one, so that the index depends on the
 * order of asking alone. Unchanged: the same size, time and context (reader_context), else the same SHA-256 and context; a
 * file whose bytes could not be had is always tried again, one that is no paper when it changes, or `retries`. A file that cannot be read now (permission, disk) keeps the records
 * of its last good reading; one that was read and is no paper any more, or that its reader could not survive, loses them.
 * False only for what ends the run: FAULT_SYSTEM, FAULT_INDEX, FAULT_LOCKED; nothing of this file has been changed then. */
bool ingest_next(struct ingest_result *result, struct ingest *ingest, GError **error);

/* Forgets every file of the index that lay in a folder of the walk and is there no longer (walk_is_gone). */
bool ingest_forget_gone(guint *forgotten, struct ingest *ingest, const struct walk *walk, GError **error);

/* Remembers the folders of the walk: what turns up in them later is new. */
bool ingest_folders(struct ingest *ingest, const struct walk *walk, GError **error);

/* Makes everything durable; to be called at the end, after a stop as well. */
bool ingest_finish(struct ingest *ingest, GError **error);

#endif
