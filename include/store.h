/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index: open, put, forget, commit, search, close. Everything Xapian stands behind this header and nothing of
 * Xapian shows in it. It translates and does not decide: terms come from fields.h and text.h, the meaning of a query
 * from query/language. No exception leaves it. */
#ifndef MINUTEBOOK_STORE_H
#define MINUTEBOOK_STORE_H

#include "record.h"

G_BEGIN_DECLS

struct store;
struct stemmer;

enum store_mode {
	STORE_READ,
	STORE_WRITE, /* created when missing */
};

/* FAULT_INDEX: missing, damaged, not an index, of another schema; FAULT_LOCKED; FAULT_SYSTEM. To read, `path` may be
 * HOST:PORT (or [HOST]:PORT) of a server, xapian-tcpsrv; a folder of such a name is ./NAME. */
bool store_open(struct store **out, const char *path, enum store_mode mode, GError **error);

/* Several indexes as one to read: the same hits, scores and counts as of one index that holds it all. `places`, one at
 * least, ends with NULL; what fails is named. */
bool store_open_all(struct store **out, const char *const *places, GError **error);

/* Whether a server answers for it, or for one of several: then its papers need not lie on this disk. */
bool store_is_remote(const struct store *store);

/* NULL is fine. An open transaction is cancelled, never committed; what was committed and not yet flushed is flushed,
 * but a failure of that shows in store_flush alone. */
void store_close(struct store *store);

/* A reader stays at the revision it opened; this takes it to the newest. */
bool store_refresh(struct store *store, GError **error);

/* How often it has been taken to a newer revision, by that or by a call that was overtaken: what is put together of several
 * calls is of one revision when this is the same before the first and behind the last. */
guint store_turn(const struct store *store);

/* The stem of a folded word by Xapian's English stemmer. stemmer.h is the way to it. */
void store_stem(GString *out, struct span word);

/* What is known of one file. Strings owned. */
enum store_status {
	STATUS_INDEXED,
	STATUS_EMPTY,      /* read, and no text in it */
	STATUS_UNREADABLE, /* `reason` says why */
	STATUS_COUNT,
};

/* What a reason says of pages that are pictures and were not recognised. */
#define STORE_SCANNED "no text layer"

struct store_file {
	char *path;
	char *sha256; /* of the bytes last read, hex; NULL when they never could be */
	gint64 size;  /* bytes */
	gint64 mtime; /* microseconds since 1970 */
	enum store_status status;
	char *reason;     /* why it is unreadable, or what of it could not be read; or NULL */
	char *context;    /* digest of what else made the records (manifest entry, topics, program), or NULL */
	guint records;    /* stored from this file */
	guint searchable; /* of these, not furniture */
	guint restricted; /* of these, not to be published: field_is_restricted */
	char *first_date, *last_date; /* of its meetings, NULL when undated */
	guint64 revision; /* of the index when these bytes went in; put with 0, the transaction's own is filled in */
};

void store_file_clear(struct store_file *file);

/* Writing: one transaction per file. begin, then forget and put as needed, then file_put, then commit; cancel undoes
 * everything since begin, and nothing before. A failed call leaves the transaction to be cancelled. Changes show in
 * reads once committed, to other processes once flushed, which happens by itself every few thousand records. After
 * FAULT_SYSTEM (disk full) the index stands at the last flush, records and ledger alike.
 * brief_put: the file explains an abbreviation. Its words and abbreviations are forgotten with it; see fields.h.
 * put: replaces the record of the same path and number; fails without an id. Furniture is stored and not found, see
 * fields.h. */
bool store_begin(struct store *store, GError **error);
bool store_put(struct store *store, const struct record *record, struct stemmer *stemmer, GError **error);
bool store_forget(struct store *store, const char *path, GError **error); /* its records and its file entry */
bool store_brief_put(struct store *store, const char *path, struct span brief, struct span full, GError **error);
bool store_file_put(struct store *store, const struct store_file *file, GError **error);
bool store_thesaurus_put(struct store *store, const char *text, GError **error); /* a thesaurus.ini, for queries */
bool store_folder_put(struct store *store, const char *folder, GError **error);  /* one that is kept up to date */
bool store_gone_put(struct store *store, const char *path, GError **error); /* there no longer, until it is put again */
/* What `role` (of one folder) was played by, in the form of store_companion_list; "" forgets it. */
bool store_companion_put(struct store *store, const char *role, const char *companion, GError **error);
bool store_commit(struct store *store, GError **error);
void store_cancel(struct store *store);

/* Makes everything committed so far durable on disk. */
bool store_flush(struct store *store, GError **error);

/* Where the index was made since store_open and holds much: flushes it, writes it anew aside, a third of the size, and puts that
 * in its place in one step. Where there is no room for both, it stays as it is. */
bool store_compact(struct store *store, GError **error);

/* The ledger. file_get: false without an error when the path is unknown. file_list: struct store_file *, by path; of
 * several indexes, all of theirs. */
bool store_file_get(struct store_file *file, struct store *store, const char *path, GError **error);
bool store_file_list(GPtrArray **out, struct store *store, GError **error);
bool store_thesaurus_get(char **out, struct store *store, GError **error);    /* yours; NULL where there is none */
bool store_folder_list(GPtrArray **out, struct store *store, GError **error); /* char *, in byte order */
/* Files beside the papers that shaped their records: "SHA-256 NAME", in byte order. */
bool store_companion_list(GPtrArray **out, struct store *store, GError **error);
bool store_gone_list(GPtrArray **out, struct store *store, GError **error); /* likewise */

/* Searching. A query is a tree of plain data. */
enum store_op {
	STORE_ALL, /* every record but furniture, weight 0 */
	STORE_NONE,
	STORE_TERM, /* `term`, as indexed */
	STORE_AND,  /* all children; none: nothing */
	STORE_OR,
	STORE_AND_NOT,  /* the first child, without those of the second */
	STORE_FILTER,   /* the first child's ranking, only where the second holds too */
	STORE_MAYBE,    /* the first child, ranked higher where the second holds too */
	STORE_UNRANKED, /* the one child, weight 0 */
};

struct store_query {
	enum store_op op;
	char *term;
	double weight;       /* multiplies that of the whole node; 1 after new */
	GPtrArray *children; /* struct store_query *, owned */
};

struct store_query *store_query_new(enum store_op op);
struct store_query *store_query_term(const char *term);
void store_query_add(struct store_query *parent, struct store_query *child); /* takes the child */
void store_query_free(struct store_query *query);

/* Xapian's own description of the query, for --explain. Yours. */
char *store_query_print(const struct store_query *query);

enum store_sort {
	SORT_RELEVANCE, /* ties by date, then by place in the paper */
	SORT_DATE,      /* undated last, ties by path and place */
	SORT_DATE_DOWN,
	SORT_DOCUMENT, /* path, then place */
};

struct store_hit {
	guint32 docid;
	double score;
	guint64 copy; /* the same for copies of one paragraph, and by chance for others; 0: no copy of anything */
};

/* Every match in order: struct store_hit in a GArray, yours. Exact: no estimate, no cut. Scores are BM25 to four
 * decimals, and ties are those of the rounded score. Takes the newest revision when a writer has moved on; all of one
 * answer is of one revision. */
bool store_search(GArray **out, struct store *store, const struct store_query *query, enum store_sort sort,
		  GError **error);

/* The stored record of a hit, into an initialised record. FAULT_LOCKED when a writer has moved on since the search so far
 * that the hit cannot be read any more: store_refresh and search again. */
bool store_fetch(struct record *record, struct store *store, guint32 docid, GError **error);

/* The record of that number in the file at `path` whose id begins like that of `beside`, into an initialised record. *found is
 * false, without an error, where there is none. Of several indexes, the first that has it. */
bool store_fetch_beside(bool *found, struct record *record, struct store *store, const struct record *beside,
			guint number, GError **error);

/* The record of an id; 0 where there is none. */
bool store_find_id(guint32 *docid, struct store *store, const char *id, GError **error);

/* The terms that the records of some files share, char *: of those whose lexicon has `term`. Yours. */
bool store_file_terms(GPtrArray **out, struct store *store, const char *term, GError **error);

/* Where a hit stands, see field_place_read. Yours. Fails as store_fetch does. */
bool store_place(char **out, struct store *store, guint32 docid, GError **error);

/* How many records hold this term. */
bool store_term_count(guint *count, struct store *store, const char *term, GError **error);

/* Terms that start with `prefix`, without it, those of a longer prefix left out: char * in byte order, yours. */
bool store_terms(GPtrArray **out, struct store *store, const char *prefix, GError **error);

/* Which term under `prefix` each of the hits has, in their order: its number in `terms` (char *, without the prefix, as
 * store_terms gives them) from 1, 0 where it has none, the last of several. Both yours. */
bool store_group(GPtrArray **terms, GArray **numbers, struct store *store, const GArray *hits, const char *prefix,
		 GError **error);

struct store_stats {
	guint records;    /* furniture included */
	guint searchable; /* without it */
	guint files;
	guint64 revision; /* the number of the last change; no file has a later one. 0 for several indexes as one */
	char *uuid;       /* yours, g_free */
};

bool store_stats_get(struct store_stats *stats, struct store *store, GError **error);

/* What an index was made of, as far as it can still be told. */
struct store_salvage {
	GPtrArray *paths; /* char *: its folders, then the files that lie in none of them; as the index names them */
	char *ocr;        /* the languages in which pages of it were recognised, or NULL */
};

/* Reads it from the index at `path`, of any schema, damaged or not. Fails as store_open; store_salvage_clear in any case. */
bool store_salvage_read(struct store_salvage *salvage, const char *path, GError **error);
void store_salvage_clear(struct store_salvage *salvage);

/* What looking over a whole index brought. */
struct store_check {
	GPtrArray *faults; /* char *, for people: what is wrong, the first fifty */
	guint64 found;     /* how many there are in all; 0: the index is sound */
	guint files, records;
	guint64 terms;
};

/* Looks over the index at `path` and changes nothing: the engine's tables; that every record is whole and is found by each of
 * its words and by no other; that the records of a file are numbered without a gap and are those that the ledger tells of.
 * False where that could not be done: as store_open, and FAULT_LOCKED while it is being written. FAULT_INDEX on the way is
 * damage too. store_check_clear in any case. */
bool store_check_run(struct store_check *check, const char *path, GError **error);
void store_check_clear(struct store_check *check);

G_END_DECLS

#endif
