/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The thesaurus that goes with the papers, kept in the index for those who ask it. Must not know what it says. */
#ifndef MINUTEBOOK_FAMILIES_H
#define MINUTEBOOK_FAMILIES_H

#include "store.h"

/* Puts a thesaurus.ini into the index: the one that was asked for (`file`, or NULL), else the one beside the papers
 * (reader_find_beside), else, where the index has none yet, the installed one. FAULT_INPUT naming a file that is none; else
 * as the store. */
bool families_keep(struct store *store, const char *file, char *const *paths, GError **error);

#endif
