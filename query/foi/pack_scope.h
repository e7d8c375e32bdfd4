/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The papers that were searched for a response pack: what there is, what could not be read, what each filter leaves out
 * and where nothing is. Must not know of the queries. */
#ifndef MINUTEBOOK_PACK_SCOPE_H
#define MINUTEBOOK_PACK_SCOPE_H

#include "pack_bodies.h"
#include "search.h"

/* One filter that holds for every query: the options of one field, or the leaving out of what is restricted. Filters are
 * taken in order, and each counts what it leaves out of what the ones before it left. */
struct scope_filter {
	char *printed;    /* in the query language */
	char *described;  /* in plain English */
	guint paragraphs; /* left out, every copy counted */
	GPtrArray *files; /* const struct store_file *: papers of which nothing is left; by path */
};

struct scope_count {
	char *name;
	guint paragraphs;
};

struct pack_scope {
	GPtrArray *filters; /* struct scope_filter * */
	GPtrArray *files;   /* struct store_file *, by path: every paper the indexes know, whatever became of it */
	/* Papers by what became of them, const struct store_file *; they add up to `files`. */
	GPtrArray *searched; /* read, and something of it is left by the filters */
	GPtrArray *excluded; /* read, and nothing is left */
	GPtrArray *empty;    /* read, and no text in it */
	GPtrArray *scanned;  /* pictures of pages, which were not recognised */
	GPtrArray *failed;   /* not read for another reason */
	GPtrArray *gone;     /* char *, by path: papers that the indexes held once and that are not among `files` */
	/* Some of those that were read. */
	GPtrArray *partial; /* read but for some of it: `reason` says what */
	GPtrArray *undated; /* without the date of any meeting */
	/* Paragraphs, without furniture, every copy counted: found = searched + those the filters left out. */
	guint paragraphs, searched_paragraphs;
	GArray *docids;    /* guint32 of the paragraphs searched, by path and place */
	GPtrArray *bodies; /* struct scope_body *, by name */
	/* Over the paragraphs searched, every copy counted: struct scope_count *, by name. Topics overlap. */
	GPtrArray *types, *years, *topics;
	char first[11], last[11]; /* days of meetings in the scope */
};

void pack_scope_init(struct pack_scope *scope);
void pack_scope_clear(struct pack_scope *scope);

/* What the filters leave of the index. `filters` are trees, one of each field; borrowed. Fails as the store does. */
bool pack_scope_survey(struct pack_scope *scope, struct store *store, const GPtrArray *filters, GError **error);

#endif
