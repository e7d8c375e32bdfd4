/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The system calls that reading a paper needs, as a filter of the kernel. Knows libseccomp; private to confine.h. */
#ifndef MINUTEBOOK_CONFINE_CALLS_H
#define MINUTEBOOK_CONFINE_CALLS_H

#include <stdbool.h>

/* From now on any other call fails with ENOSYS, for good, children included. `executes`: execve is left. False where the
 * kernel has no such filters; nothing has changed then. */
bool confine_calls(bool executes);

#endif
