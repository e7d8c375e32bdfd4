/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A process that starts the others: forked before the index is opened and before any thread runs, so that what it starts
 * inherits neither. It waits for them too, so that no number of a process is used again before its end is known. */
#ifndef MINUTEBOOK_LAUNCHER_H
#define MINUTEBOOK_LAUNCHER_H

#include <sys/types.h>

#include "reader.h"

struct launcher {
	int socket; /* private */
	pid_t pid;  /* private */
};

/* Everything of `reader` is shared with the workers as it is now; each may take `memory` bytes. FAULT_SYSTEM. */
bool launcher_open(struct launcher *launcher, const struct reader *reader, guint64 memory, GError **error);

/* Ends it and all that it started. */
void launcher_close(struct launcher *launcher);

/* A process that was started, and the descriptor by which it speaks: yours to close. */
struct launched {
	pid_t pid;
	int descriptor;
};

/* A worker, with the socket at which it serves (worker.h). FAULT_SYSTEM. */
bool launcher_start_worker(struct launched *worker, struct launcher *launcher, GError **error);

/* The converter at this path (convert_find), with what it prints; it reads `input`, which stays yours. FAULT_SYSTEM. */
bool launcher_start_converter(struct launched *converter, struct launcher *launcher, const char *path, int input,
			      GError **error);

/* Waits for the end of a process, and kills it if that takes longer than so many milliseconds. Returns its status as of
 * waitpid, or -1 when there is no telling. Each process started must be buried once. */
int launcher_bury(struct launcher *launcher, pid_t pid, guint patience);

#endif
