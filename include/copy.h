/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which paragraphs are copies of one another: the draft in a pack and the minutes as published, one file at two places.
 * Must not know where the others are. */
#ifndef MINUTEBOOK_COPY_H
#define MINUTEBOOK_COPY_H

#include "record.h"

G_BEGIN_DECLS

/* So many bytes of a key are the same in all copies of a paragraph; what follows says how good a place it is: "0" is the
 * best, published minutes. */
#define COPY_KEY_BYTES 16

/* Copies have the same words (folded) and the same meeting: date, and body or, where there is none, council. Where that is
 * not known they are records of the same bytes. A short paragraph ("Agreed.") is a copy only below the same title.
 * "" for furniture and where there are no words: no copy of anything. Yours. */
char *copy_key(const struct record *record);

G_END_DECLS

#endif
