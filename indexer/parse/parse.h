/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The line from a document to its records: layout, segment, meeting, people, topics. What --parse prints and what
 * ingest stores. */
#ifndef MINUTEBOOK_PARSE_H
#define MINUTEBOOK_PARSE_H

#include "page.h"
#include "paper.h"

/* What a manifest.csv says of this paper; NULL where it says nothing. Borrowed. */
struct manifest_entry {
	const char *date, *council, *body, *type, *classification, *url;
};

struct parse_input {
	const char *path;                      /* as the index knows it */
	const char *sha256;                    /* hex digest of the file's bytes */
	const struct manifest_entry *manifest; /* or NULL */
	const struct topics *topics;           /* or NULL */
	struct stemmer *stemmer;
};

/* Fills an initialised paper; every record complete, ids included. Total: any document parses. */
void parse_document(struct paper *paper, const struct document *document, const struct parse_input *input);

#endif
