/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who holds an office in the papers of an index, as far as they say so. Somebody holds one who is named in an attendance
 * list, but for the public in it, or sends apologies for absence, who is called by a title of office ("Councillor Alder",
 * "Sergeant Birch"), or beside whose name an office stands ("Ada Cedar, Head of Care", "Director (Mr C Dogwood)"), in any
 * paper. To speak is no office: a resident who puts a question speaks. Must not know why it is asked. */
#ifndef MINUTEBOOK_HOLDERS_H
#define MINUTEBOOK_HOLDERS_H

#include "store.h"

struct holders;

/* Yours. Reads the attendance lists of the whole index; the store is borrowed. Fails as the store does. */
bool holders_new(struct holders **out, struct store *store, GError **error);
void holders_free(struct holders *holders);

/* Whether somebody of this name holds office. A name with given names or initials is taken for any holder whose name fits
 * it; a surname alone, on either side, only where both stand in papers of one body. Fails as the store does. */
bool holders_have(bool *has, struct holders *holders, const char *name, const char *body, GError **error);

#endif
