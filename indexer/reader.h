/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the bytes of one file to its records, with what goes with the papers: manifests and topics. What --parse prints
 * and what ingest stores are made here alike. Must not know of the index. */
#ifndef MINUTEBOOK_READER_H
#define MINUTEBOOK_READER_H

#include "manifest.h"
#include "parse.h"
#include "source.h"
#include "stemmer.h"
#include "topics.h"
#include "walk.h"

struct reader {
	struct stemmer *stemmer;
	struct topics *topics; /* or NULL */
	char *topics_digest;   /* of the topics file, or NULL */
	struct manifest_shelf *shelf;
};

/* With the topics file at this path, or none for NULL. FAULT_INPUT naming that file. */
bool reader_open(struct reader *reader, const char *topics, GError **error);
void reader_close(struct reader *reader);

/* The topics file for these paths of a command line (NULL at the end): the first topics.ini in one of their folders or
 * the nearest folder above it, else the one that was installed, else NULL. Yours. */
char *reader_find_topics(char *const *paths);

/* Fills an initialised paper with the records of the file; unpacks `source`. A file without text gives none. FAULT_INPUT
 * with the reason alone: no paper, damaged, encrypted, a PDF without a text layer. */
bool reader_parse(struct paper *paper, const struct reader *reader, struct source *source, const struct walk_file *file,
		  GError **error);

/* A digest of everything besides its bytes that shapes the records of the file: manifest entry, topics, this program's
 * version. Yours. */
char *reader_context(const struct reader *reader, const struct walk_file *file);

#endif
