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
	char *topics_path;     /* of the topics file, or NULL */
	char *topics_digest;   /* of its bytes, or NULL */
	struct manifest_shelf *shelf;
	struct ocr *ocr; /* reads pages that are pictures; NULL: they stay unread */
};

/* With the topics file at this path, or none for NULL. FAULT_INPUT naming that file. */
bool reader_open(struct reader *reader, const char *topics, GError **error);
void reader_close(struct reader *reader);

/* From now on pages that are pictures are read, in these languages. Errors as ocr_open. */
bool reader_use_ocr(struct reader *reader, const char *language, GError **error);

/* The topics file for these paths of a command line (NULL at the end): the first topics.ini in one of their folders or
 * the nearest folder above it, else the one that was installed, else NULL. Yours. */
char *reader_find_topics(char *const *paths);

/* The first file of this name in one of the folders of these paths or the nearest folder above it; the one of this name
 * that was installed with the program. NULL where there is none. Yours. */
char *reader_find_beside(char *const *paths, const char *name);
char *reader_find_installed(const char *name);

/* One paper, besides its bytes. */
struct reader_job {
	const char *name;                      /* as the index knows it */
	const struct manifest_entry *manifest; /* or NULL */
	int converters;                        /* where to ask for one, see convert_ask; -1: there is none */
};

/* Fills an initialised paper with the records of the file; unpacks `source`. A file without text gives none. FAULT_INPUT
 * with the reason alone: no paper, damaged, encrypted, without a text layer and no OCR to read it. */
bool reader_parse(struct paper *paper, const struct reader *reader, struct source *source, const struct reader_job *job,
		  GError **error);

/* A digest of everything besides its bytes that shapes the records of the file: manifest entry, topics, this program's
 * version. Yours. */
char *reader_context(const struct reader *reader, const struct walk_file *file);

/* The same with what became of so many pages that are pictures, as the index keeps it with the paper's records. Yours. */
char *reader_context_with(const char *context, const struct reader *reader, guint scans);

/* Whether records kept with `kept` are what this reader would make in `context`: not when it has OCR and they have not,
 * or have that of other languages. Without OCR, what was recognised earlier stays good. */
bool reader_context_holds(const struct reader *reader, const char *kept, const char *context);

#endif
