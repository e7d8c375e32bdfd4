/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The files of a response pack, one function for each. Each writes the whole file; they fail with FAULT_SYSTEM, and as the
 * store does where they look at neighbours. Nothing in a file is obeyed: HTML is escaped, formulas and controls are
 * inert. */
#ifndef MINUTEBOOK_PACK_WRITER_H
#define MINUTEBOOK_PACK_WRITER_H

#include <stdio.h>

#include "pack.h"

typedef bool pack_writer(FILE *to, struct pack *pack, GError **error);

pack_writer certificate_json;
pack_writer certificate_html;
pack_writer schedule_csv;
pack_writer schedule_html;
pack_writer extracts_html;
pack_writer extracts_csv;
pack_writer extracts_jsonl;
pack_writer worksheet_csv;
pack_writer letter_markdown;

/* Writes and empties `out`. */
bool pack_flush(FILE *to, GString *out, GError **error);

/* The neighbours of an extract that may be shown: what is restricted is left out with the rest. `withheld`, if not NULL,
 * receives how many. Fails as the store does. */
struct neighbours;
bool pack_around(struct neighbours *around, guint *withheld, struct pack *pack, const struct pack_hit *hit,
		 GError **error);

/* What of the extract's text its queries matched: struct match_mark, yours. */
GArray *pack_marks(struct pack *pack, const struct pack_hit *hit);

/* "1; 2" of a hit's queries; SHA-256 of its text in hex. Yours. */
char *pack_queries(const struct pack *pack, const struct pack_hit *hit);
char *pack_digest(const struct record *record);

/* Items of a list (char *) joined. Yours. */
char *pack_join(const GPtrArray *list, const char *joint);

/* What the schedule says of the law: whether a paper is likely to be published, and until when it is open to inspection.
 * Both a table's cell in plain words, yours. */
char *pack_published(const struct pack_paper *paper);
char *pack_inspection(const struct pack *pack, const struct pack_paper *paper);

#endif
