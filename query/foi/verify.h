/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A response pack looked at again: whether its files are as they were written, whether the same search finds the same in the
 * index of today, whether the same papers are searched, and whether they lie on the disk as they were. Must not know how it
 * is told. */
#ifndef MINUTEBOOK_VERIFY_H
#define MINUTEBOOK_VERIFY_H

#include "checksums.h"
#include "compare.h"
#include "options.h"
#include "pack.h"

/* Papers or files by what became of them: char * in byte order, owned. */
struct verify_papers {
	guint same;
	GPtrArray *changed, *added, *missing;
	GPtrArray *unseen; /* files that cannot be looked at, with the reason */
};

struct verify {
	const char *folder;     /* borrowed */
	struct checksums files; /* of the pack */
	struct written written; /* what it says */
	char *unread;           /* why it says nothing that can be asked again, or NULL; then all below is empty */
	GPtrArray *indexes;     /* struct written_index *: those of today */
	GArray *hits;           /* guint: of each query today */
	GPtrArray *places;      /* struct written_place *: today's */
	struct compare paragraphs;
	GPtrArray *reasons;          /* const char *, of each of paragraphs.missing, then of each of paragraphs.added */
	struct verify_papers papers; /* in the index, of those that are searched */
	struct verify_papers sources; /* on the disk, of those that have extracts */
};

void verify_init(struct verify *verify);
void verify_clear(struct verify *verify);

/* Looks at the pack in options->request.verify with the indexes of `options`, or with the pack's own where it names none. FAULT_INPUT:
 * no pack there; FAULT_QUERY: its queries cannot be asked any more; and as the store does. */
bool verify_run(struct verify *verify, const struct options *options, GError **error);

/* Whether nothing at all differs. */
bool verify_is_same(const struct verify *verify);

/* Lines for people; or one JSON object and no line end. */
void verify_text(GString *out, const struct verify *verify);
void verify_json(GString *out, const struct verify *verify);

#endif
