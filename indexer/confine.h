/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes from the calling process what the reading of a paper does not need, for good: a paper is whatever somebody sent,
 * and the libraries that read it are large. Must not know what is read. */
#ifndef MINUTEBOOK_CONFINE_H
#define MINUTEBOOK_CONFINE_H

#include <glib.h>
#include <stdbool.h>

/* What may be in force; a kernel need not have all. */
enum confine_part {
	CONFINE_LIMITS = 1 << 0, /* rlimits: memory, processor time, files, processes, no core */
	CONFINE_CALLS =
		1 << 1, /* seccomp: no file opened to write, no network, no new process or program, no signal sent */
	CONFINE_FILES = 1 << 2, /* Landlock: nothing read but libraries, fonts and tables of characters */
};

struct confine {
	guint64 memory;      /* bytes beyond what the process has now; not enforced under AddressSanitizer */
	guint64 file_size;   /* the largest file in memory that it may make, bytes */
	guint seconds;       /* of processor time in all; 0: set from outside */
	const char *program; /* the one program that may be executed, absolute; NULL: none */
};

/* Confines the calling process, which must have one thread; its children too. What the kernel does not have is left out:
 * returns the enum confine_part that are in force. Open descriptors stay open. */
unsigned confine_enter(const struct confine *confine);

/* Makes `input` and `output` the standard ones (-1: they lead nowhere) and closes every other descriptor but `keep` (-1:
 * none). Standard error leads nowhere, but for the sanitizers' reports. */
void confine_descriptors(int input, int output, int keep);

/* What confine_enter puts in force here, tried in a child, in one sentence for people. Yours. */
char *confine_describe(void);

/* Whether AddressSanitizer is in this program: it reserves more address space than any limit leaves. */
bool confine_is_sanitized(void);

#endif
