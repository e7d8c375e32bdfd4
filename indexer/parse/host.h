/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose meeting a part of a paper is of: the council and its body, as the part's head names them. A council that the text
 * merely speaks of is not its host. Must not know of dates or people. */
#ifndef MINUTEBOOK_HOST_H
#define MINUTEBOOK_HOST_H

#include "paper.h"

/* Fills in the part's council and body; what the head does not name stays NULL. */
void host_find(struct part *part, const struct paper *paper);

#endif
