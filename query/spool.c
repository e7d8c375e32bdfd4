/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For memfd_create. */
#define _GNU_SOURCE
#include "spool.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fault.h"

static bool fail(const char *subject, GError **error)
{
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: %s", subject, g_strerror(errno));
	return false;
}

FILE *spool_open(GError **error)
{
	FILE *spool = tmpfile();
	int memory = spool ? -1 : memfd_create("answer", MFD_CLOEXEC);
	if (memory >= 0)
		spool = fdopen(memory, "w+b");
	if (!spool)
		fail("the answer cannot be held", error);
	return spool;
}

bool spool_restart(FILE *spool, GError **error)
{
	rewind(spool);
	return ftruncate(fileno(spool), 0) == 0 || fail("the answer cannot be held", error);
}

bool spool_deliver(FILE *spool, FILE *to, GError **error)
{
	char block[1 << 16];
	if (fflush(spool) != 0 || ferror(spool))
		return fail("the answer cannot be held", error);
	rewind(spool);
	for (size_t got; (got = fread(block, 1, sizeof(block), spool)) > 0;)
		if (fwrite(block, 1, got, to) != got)
			return fail("standard output", error);
	if (ferror(spool))
		return fail("the answer cannot be held", error);
	return fflush(to) == 0 || fail("standard output", error);
}
