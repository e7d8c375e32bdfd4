/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Transcripts: "Mr Alder: Good morning, sir." Tells whether a run of records is one and whose words each are. */
#ifndef MINUTEBOOK_HEARING_H
#define MINUTEBOOK_HEARING_H

#include "record.h"
#include "token.h"

/* Whether the records are a transcript: many start with a name and a colon, several of them again and again. */
bool hearing_is(struct record *const *records, guint len);

/* The name of the label, "MR ALDER" as "Mr Alder", or NULL where the record has none. Yours. */
char *hearing_label(const struct record *record);

/* "Question 3 - Ada Alder, Cycling Group - Bus lanes": appends who put it as char *, owned by the array. */
void hearing_questioners(GPtrArray *names, const struct tokens *tokens);

#endif
