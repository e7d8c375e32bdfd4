/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A real index in a folder of its own for each test, and short ways to fill and ask it. Any failure fails the test. */
#ifndef MINUTEBOOK_INDEX_FIXTURE_H
#define MINUTEBOOK_INDEX_FIXTURE_H

#include "stemmer.h"
#include "store.h"

struct index_fixture {
	char *folder; /* temporary, removed by clear */
	char *path;   /* of the index, inside it */
	struct store *store;
	struct stemmer *stemmer;
};

/* Opened for writing. */
void index_fixture_init(struct index_fixture *fixture);
void index_fixture_clear(struct index_fixture *fixture);

/* Closes and opens it again. */
void index_fixture_reopen(struct index_fixture *fixture, enum store_mode mode);

/* A record of the paper at `path` with this number and text. Yours, record_free. */
struct record *index_fixture_record(const char *path, guint number, const char *text);

/* Puts a record and frees it. */
void index_fixture_put(struct index_fixture *fixture, struct record *record);

/* One transaction that puts `count` records with this text, numbered from 1. */
void index_fixture_add_paper(struct index_fixture *fixture, const char *path, guint count, const char *text);

/* A query for all words of `words`, as stems of the text. Yours. */
struct store_query *index_fixture_words(struct index_fixture *fixture, const char *words);

/* "path#number" of every hit in order, joined by spaces; frees the query. Yours. */
char *index_fixture_find(struct index_fixture *fixture, struct store_query *query, enum store_sort sort);

/* How many hits; frees the query. */
guint index_fixture_count(struct index_fixture *fixture, struct store_query *query);

#endif
