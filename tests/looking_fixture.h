/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Papers and answers for the tests of what looks across them: records in a line, and a search that was run. Any failure
 * fails the test. */
#ifndef MINUTEBOOK_LOOKING_FIXTURE_H
#define MINUTEBOOK_LOOKING_FIXTURE_H

#include "index_fixture.h"
#include "language.h"
#include "search.h"

/* A record that is put: "file#number | date | body | text", of fields that are empty or "-" there is none. A text that
 * begins with "[kind]" has that kind; "Name: text" is spoken by Name. Within a transaction. */
void looking_put(struct index_fixture *fixture, const char *line);

/* All of them, in one transaction; the index is open for reading then. `lines` ends with NULL. */
void looking_fill(struct index_fixture *fixture, const char *const *lines);

struct record *looking_record(const char *line);

struct looking {
	struct language language;
	struct search search;
};

void looking_run(struct looking *looking, struct index_fixture *fixture, const char *query);
void looking_clear(struct looking *looking);

#endif
