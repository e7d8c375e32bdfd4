/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A quire: a few records of one file that stand together, as the index keeps them. What a record has in common with the one
 * before it is not said again, and the whole is deflated: a quarter of the size of single lines of JSON and made and read
 * several times quicker. Must not know where it is kept. */
#ifndef MINUTEBOOK_QUIRE_H
#define MINUTEBOOK_QUIRE_H

#include "record.h"

G_BEGIN_DECLS

/* Few, since one record cannot be read without the others of its quire: with 16 a phrase takes three times as long, and the
 * records a fifth less room. */
#define QUIRE_RECORDS 4

/* Which quire of its file a record is in, from 0; `number` is the record's, from 1. */
guint quire_index(guint number);

struct quire;

struct quire *quire_new(void);
void quire_free(struct quire *quire);
void quire_clear(struct quire *quire); /* empty again */

void quire_add(struct quire *quire, const struct record *record);

/* What has been added, as quire_find reads it. Two of these one behind the other are one again; of records with the same
 * number the last counts. Borrowed, valid until the next call. */
struct span quire_bytes(const struct quire *quire);

/* Deflated, and back into `bytes` (replaced). FAULT_INDEX where it is damaged. quire_press: yours. */
GString *quire_press(struct span bytes);
bool quire_unpress(GString *bytes, struct span pressed, GError **error);

/* Fills an initialised record. *found is false, without an error, where the quire has none of this number. FAULT_INDEX where
 * the bytes are no quire. */
bool quire_find(bool *found, struct record *record, struct span bytes, guint number, GError **error);

G_END_DECLS

#endif
