/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Papers read by several confined processes at once, answered in the order in which they were asked for. A paper that
 * kills its reader, takes too long or too much memory costs its own answer and no other. Must not know of the index. */
#ifndef MINUTEBOOK_POOL_H
#define MINUTEBOOK_POOL_H

#include <signal.h>

#include "reader.h"

struct pool;

struct pool_limits {
	guint jobs;                        /* processes that read */
	guint seconds;                     /* of processor time for a paper, and one more for each MB of it */
	guint megabytes;                   /* of memory for a paper, 2^20 bytes each */
	const volatile sig_atomic_t *stop; /* not zero: answer no more; may be NULL */
};

/* To be called before an index is opened and before any thread is started: what reads inherits neither. `reader` is used
 * as it is now, and outlives the pool; processes start with the first papers. FAULT_SYSTEM. */
bool pool_open(struct pool **out, const struct reader *reader, const struct pool_limits *limits, GError **error);
void pool_close(struct pool *pool); /* NULL is fine */

struct pool_job {
	const struct walk_file *file;
	const struct manifest_entry *manifest; /* or NULL */
	const char *known; /* SHA-256 of the bytes of which nothing but that they are the same is to be told; or NULL */
};

/* Asks for one more paper; everything of the job is copied. */
void pool_ask(struct pool *pool, const struct pool_job *job);

/* Whether one more can be asked for without piling them up. */
bool pool_has_room(const struct pool *pool);

enum pool_outcome {
	POOL_PAPER,   /* read: pool_record gives its records */
	POOL_SAME,    /* its bytes are the known ones */
	POOL_UNREAD,  /* its bytes cannot be had, or its reader failed: `reason` */
	POOL_REFUSED, /* it is no paper: `reason` */
	POOL_STOPPED, /* as asked; nothing else is set */
};

/* Strings are owned. */
struct pool_answer {
	enum pool_outcome outcome;
	char *sha256;       /* hex; NULL where it is not known */
	char *reason;       /* or, of a paper, what of it could not be read; or NULL */
	guint scans;        /* its pages that are pictures */
	guint records;      /* that pool_record will give */
	gint64 size, mtime; /* of the file that was read, as in struct source; 0 where it could not be opened */
};

void pool_answer_clear(struct pool_answer *answer);

/* Waits for the answer to the oldest question; the answer before, records and all, is let go. False: FAULT_SYSTEM, no
 * process can be started. */
bool pool_next(struct pool_answer *answer, struct pool *pool, GError **error);

/* The next record of the paper answered last, into an initialised record; `is_end` when there is none left. FAULT_INPUT
 * with the reason: its reader failed in the middle. */
bool pool_record(struct record *record, bool *is_end, struct pool *pool, GError **error);

#endif
