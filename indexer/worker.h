/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The process that reads papers, from within: takes jobs from a socket and answers each with records or a reason, see
 * frame.h. Must not know of the index. */
#ifndef MINUTEBOOK_WORKER_H
#define MINUTEBOOK_WORKER_H

#include "reader.h"

/* What a worker exits with when its memory is used up. */
#define WORKER_OUT_OF_MEMORY 97

/* Confines the calling process, which has one thread, and serves at `socket` until the other side closes it. `memory`:
 * bytes it may take. Never returns. */
_Noreturn void worker_serve(const struct reader *reader, int socket, guint64 memory);

#endif
