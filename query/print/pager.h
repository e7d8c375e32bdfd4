/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Standard output of a terminal, held back and shown by a pager when it is more than the screen holds. Must not know
 * what is printed. */
#ifndef MINUTEBOOK_PAGER_H
#define MINUTEBOOK_PAGER_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

struct pager {
	int screen;  /* the terminal; -1: nothing is held back */
	FILE *pages; /* what is held back */
};

/* From now on standard output is held back. FAULT_SYSTEM. */
bool pager_open(struct pager *pager, GError **error);

/* Shows it: as it is where it fits the screen, else through $PAGER or less -FRX. FAULT_SYSTEM: there is no such pager, or
 * the terminal is gone; what was held back is printed all the same where it can be. */
bool pager_close(struct pager *pager, GError **error);

#endif
