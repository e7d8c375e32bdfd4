/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the papers on the disk differ from those in an index. Must not know what the index holds of them. */
#ifndef MINUTEBOOK_DRIFT_H
#define MINUTEBOOK_DRIFT_H

#include "store.h"

/* All char *, as the index names files, in byte order; owned. */
struct drift {
	GPtrArray *changed;    /* other bytes than those that were read */
	GPtrArray *gone;       /* not there any more */
	GPtrArray *added;      /* in a folder that is kept up to date, and unknown */
	GPtrArray *companions; /* "NAME: changed" and the like: manifests and topics that shape the records */
	GPtrArray *unseen;     /* files and folders that may not be looked at, with the reason */
};

void drift_init(struct drift *drift);
void drift_clear(struct drift *drift);

/* What an index says it was made of. */
struct drift_ground {
	const GPtrArray *files;      /* struct store_file * */
	const GPtrArray *folders;    /* char * */
	const GPtrArray *companions; /* char *, see store_companion_list */
	const char *except;          /* a folder that is not looked into: the index itself */
};

/* Reads, of the papers, only files whose time has changed and whose size has not. */
void drift_look(struct drift *drift, const struct drift_ground *ground);

#endif
