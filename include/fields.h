/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The schema of the index as one table: which field is a term under which prefix, which one stands in a slot, what a
 * person may write before a colon. Must not know of Xapian: prefixes are plain text, slots plain numbers.
 *
 * Prefixes are Omega's where it has one (A author, D M Y dates, K keyword, P path, Q unique id, S subject, T type). No
 * prefix of ours starts another but for a capital that follows, and no folded value starts with a capital, so that the
 * terms of one field can be listed.
 *
 * Furniture is stored so that no word of a paper vanishes, and never found unless asked for: it has no stems and no
 * terms but its kind and its id, and lacks FIELDS_SEARCHABLE, which every other record carries. */
#ifndef MINUTEBOOK_FIELDS_H
#define MINUTEBOOK_FIELDS_H

#include "record.h"

G_BEGIN_DECLS

/* Raised whenever terms, slots or the stored form change. An index from FIELDS_SCHEMA_OLDEST on is read, and becomes one of
 * this number when it is written; any other says "rebuild".
 *   1  records, fields, dates
 *   2  SLOT_ORDER tells kind and copies, no slot of the kind; a lexicon of each file (its words and abbreviations)
 *      beside its records
 *   3  a checksum behind every stored record and entry of the ledger; a file's restricted records counted, the names of
 *      files that are gone kept. One of 2 lacks them until its papers are read again, which the next run does.
 *   4  records in quires; no slot of the date, no term that one record alone has, path and id on the lexicon
 *   5  minutes tell that they are a draft, and which earlier ones they confirm
 *   6  words with ł, ø, æ and the like under the plain letters
 *   7  fewer records in a quire
 *   8  a checksum behind what a lexicon stores */
#define FIELDS_SCHEMA 8
#define FIELDS_SCHEMA_OLDEST 8

/* The term of every record that is not furniture: what "all" means in a search. */
#define FIELDS_SEARCHABLE "XSEARCHABLE"

/* What stands for the date where there is none; its length is that of every date in SLOT_ORDER. */
#define FIELDS_UNDATED "99999999"

/* Head of the term that all records of a file share. */
#define FIELDS_FILE "XFILE"

/* The lexicon of a file is one more document, found by nothing but these terms: this one and field_lexicon_term; those of
 * the fields that are `on_lexicon`; a term of
 * FIELDS_WORD and the folded word for each word of its records; one of FIELDS_BRIEF, the abbreviation folded, "=" and
 * the words it stands for, folded and parted by spaces, for each abbreviation that the file explains. */
#define FIELDS_LEXICON "XLEXICON"
#define FIELDS_WORD "XWORD"
#define FIELDS_BRIEF "XBRIEF"

/* A word longer than this is cut and hashed in its term: what stands there is not the word. */
#define FIELDS_WORD_BYTES 200

enum field_kind {
	FIELD_STEMS, /* the words of a text, stemmed */
	FIELD_NAME,  /* the name of a person or body: every folded word of it, and the whole under `whole` */
	FIELD_EXACT, /* one folded term */
	FIELD_PATH,  /* a file: the whole path and its last part, each one folded term */
	FIELD_ID,    /* what stands before the last "#", the same for all records of a file, as one folded term */
	FIELD_DATE,  /* day (D), month (M) and year (Y) terms */
	FIELD_FLAG,  /* is: one of the choices */
};

struct field {
	const char *name;           /* as typed before the colon */
	const char *prefix;         /* of its terms; NULL: it has none of its own */
	const char *whole;          /* prefix of the whole folded value of a FIELD_NAME, or NULL */
	const char *const *choices; /* all it can be, the last NULL; NULL where anything goes */
	const char *help;           /* one line for --help and the man page */
	/* Where its values stand in struct record: a char * at this offset, or what the function adds. See field_values. */
	size_t member;
	void (*values)(GPtrArray *out, const struct record *record);
	enum field_kind kind;
	bool on_furniture; /* furniture carries its terms too */
	bool on_lexicon;   /* its terms tell files apart: their lexicons carry them, and no record does */
};

/* NULL for an unknown name. Letter case does not matter. */
const struct field *field_find(struct span name);

/* All of them, in the order of the manual; the last has a NULL name. */
const struct field *field_table(void);

enum field_slot {
	SLOT_ORDER, /* see field_order */
	SLOT_COUNT,
};

/* What stands in SLOT_ORDER: where a record is and what copies it has. */
struct field_order {
	struct span date; /* "YYYYMMDD" or FIELDS_UNDATED */
	guint64 file;     /* field_file_number */
	guint number;     /* of the record, from 1 */
	enum record_kind kind;
	struct span copy; /* the digest behind copy_key and its last byte; empty: no copy of anything */
};

/* Yours. */
GString *field_order_print(const struct record *record);

/* Borrows from `value`; false if that is no such value. */
bool field_order_read(struct field_order *order, struct span value);

/* The same with the path in its place, in text: date, path, 0x01, record number in eight digits, kind in one, copy_key.
 * Sorted by bytes it is in the order of date, path and number. */
void field_place_print(GString *out, const struct field_order *order, const char *path);

/* What such a text says, borrowed from it. */
struct field_place {
	struct span date; /* "YYYYMMDD" or FIELDS_UNDATED */
	struct span path;
	guint number;
	enum record_kind kind;
	struct span copy; /* empty: no copy of anything */
};

/* False if the value is no such text. */
bool field_place_read(struct field_place *place, struct span value);

/* Whether its classification bars it from being published: exempt, confidential, restricted, private, not for
 * publication. */
bool field_is_restricted(const struct record *record);

/* The values of a field in a record as they are printed, char *; none where it is null. Yours (g_ptr_array_unref). */
GPtrArray *field_values(const struct field *field, const struct record *record);

/* A term: prefix and folded value, the colon of Omega's rule where it is needed; hashed above 245 bytes. FIELD_NAME: of
 * one word. FIELD_DATE: "2016", "2016-05" and "2016-05-26" give the term of the year, month and day. FIELD_STEMS: the
 * value is a stem. Yours. */
char *field_term(const struct field *field, struct span value);

/* The term of a FIELD_NAME's whole value: "XFSPEAKERmrs a d allen". NULL where the field has none. Yours. */
char *field_whole_term(const struct field *field, struct span value);

/* The term of a stem in a FIELD_STEMS field, or in the text itself where `field` is NULL, into `out` (replaced). */
void field_stem_term(GString *out, const struct field *field, const char *stem);

/* Every term of a record that is not a stem, each once, as char *; and those of its file that the lexicon carries. Yours
 * (g_ptr_array_unref). */
GPtrArray *field_terms(const struct record *record);
GPtrArray *field_paper_terms(const struct record *record);

/* A file by its path's bytes: 64 bits of their digest, and those in hex behind a prefix, the term that all its records
 * share (yours). */
guint64 field_file_number(const char *path);
char *field_file_term(const char *path);

/* Terms of a file's lexicon. Yours. */
char *field_lexicon_term(const char *path);
char *field_word_term(struct span folded);
char *field_brief_term(struct span brief, struct span full);

G_END_DECLS

#endif
