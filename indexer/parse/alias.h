/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The Leader of a council whose minutes never print the office beside the name, told from paragraphs that hold one
 * speech each and call its speaker by both. Knows attributed records only. */
#ifndef MINUTEBOOK_ALIAS_H
#define MINUTEBOOK_ALIAS_H

#include "record.h"

/* Gives the speeches of "The Leader" to the person with whom the office shares two paragraphs or more, if it shares
 * none with anybody else. */
void alias_resolve(struct record **records, guint len);

#endif
