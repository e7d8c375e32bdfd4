/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A response pack read back from its folder: what was asked then, of which indexes, and what came of it. Trusts nothing in
 * it: what decides nothing of a search is refused. Must not know of the index of today. */
#ifndef MINUTEBOOK_WRITTEN_H
#define MINUTEBOOK_WRITTEN_H

#include <glib.h>
#include <stdbool.h>

/* Strings are owned here and below. */
struct written_query {
	char *asked;
	guint hits;
};

struct written_index {
	char *place, *uuid;
	guint64 revision;
	bool is_remote;
};

/* One place where a paragraph of the pack stands. */
struct written_place {
	char *id, *path, *citation;
	char *number;  /* of the extract, "E3.2"; of a copy that of the extract it is one of */
	char *queries; /* numbers of the queries that the extract answers, "1, 2"; NULL of a copy */
	char *sha256;  /* of the text; NULL of a copy */
};

struct written {
	char *reference, *made, *program;
	char **options;     /* as they can be typed again */
	GPtrArray *indexes; /* struct written_index * */
	GPtrArray *queries; /* struct written_query * */
	GPtrArray *places;  /* struct written_place *: extracts with their copies, in the order of the pack */
	GHashTable *papers; /* char * path to char * hash: all that were searched */
	GPtrArray *sources; /* char *, path and hash in turn: the papers of schedule.csv */
};

void written_init(struct written *written);
void written_clear(struct written *written);

void written_index_free(gpointer index);
void written_place_free(gpointer place);

/* FAULT_INPUT names the file that is missing or is not as the program writes it. */
bool written_read(struct written *written, const char *folder, GError **error);

#endif
