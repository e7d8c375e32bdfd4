/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fills the roll of a meeting from its papers: attendance blocks, names in the text, offices printed beside names,
 * elections. */
#ifndef MINUTEBOOK_CENSUS_H
#define MINUTEBOOK_CENSUS_H

#include "record.h"
#include "roll.h"

/* Closes the roll. The records must outlive it. */
void census_take(struct roll *roll, struct record *const *records, guint len);

/* The text of a record as far as people are looked for in it: nothing of ill-formed text, the beginning of what is too
 * long to be prose. */
struct span census_text(const struct record *record);

#endif
