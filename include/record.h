/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One paragraph of a paper with where it stands and who speaks in it: the unit that is parsed, stored, found and
 * printed. Must not know how it was read or where it is kept. */
#ifndef MINUTEBOOK_RECORD_H
#define MINUTEBOOK_RECORD_H

#include <jansson.h>

#include "span.h"

G_BEGIN_DECLS

enum record_kind {
	KIND_PARAGRAPH,
	KIND_HEADING,
	KIND_ATTENDANCE,
	KIND_RESOLUTION,
	KIND_RECOMMENDATION,
	KIND_ROW,
	KIND_FURNITURE,
	KIND_COUNT,
};

enum record_type {
	TYPE_OTHER,
	TYPE_MINUTES,
	TYPE_AGENDA,
	TYPE_REPORT,
	TYPE_DECISION,
	TYPE_COUNT,
};

/* How the meeting's date is known. */
enum record_basis {
	BASIS_NONE,     /* it is not */
	BASIS_STATED,   /* the text says so */
	BASIS_MANIFEST, /* a manifest.csv says so */
	BASIS_FILENAME, /* the file's name says so */
	BASIS_COUNT,
};

enum speaker_basis {
	SPEAKER_DIRECT, /* the record itself says that this person spoke */
	SPEAKER_LEAD,   /* the lead-in above it names the speaker */
};

struct speaker {
	char *name;
	enum speaker_basis basis;
};

/* Strings are owned, NULL where a field is null. */
struct record {
	char *id; /* "DOC#N" */
	char *path;
	int page, page_end; /* physical, from 1; 0 where the format has no pages */
	char *page_label;   /* as printed on the page */
	char *council, *body;
	char *date; /* "YYYY-MM-DD" */
	enum record_basis date_basis;
	enum record_type type;
	char *classification;
	char *minute, *agenda_item, *title, *section, *label;
	enum record_kind kind;
	GArray *speakers;       /* struct speaker, in the order of the text; never NULL after init */
	GPtrArray *names;       /* char *, each once, in the order of the text */
	GPtrArray *topics;      /* char *, topic ids, each once */
	GPtrArray *topic_terms; /* char *, the phrase that gave each topic */
	char *text;
	char *standing;      /* "draft" where the paper says that these minutes are one; or NULL */
	GPtrArray *confirms; /* char *, the dates of the meetings of this body whose minutes it confirms, each once */
	char *url;           /* from the manifest */
	char *source;        /* "ocr" where words of it were recognised in a picture of the page */
};

void record_init(struct record *record);
void record_clear(struct record *record);

/* A record on the heap, for pointer arrays with record_free as their free function. */
struct record *record_new(void);
void record_free(gpointer record);

/* Adds a speaker unless that name is there; a direct one raises an earlier lead of the same name. */
void record_add_speaker(struct record *record, const char *name, enum speaker_basis basis);
void record_add_name(struct record *record, const char *name);

/* Eight digits: what the index has room for. */
#define RECORD_NUMBER_MAX 99999999

/* The N of the id, from 1 to RECORD_NUMBER_MAX; 0 where it is none. */
guint record_number(const struct record *record);

/* The fields in the order of the contract, null where NULL. What is no UTF-8 (a path may be none) is repaired. A new
 * reference. */
json_t *record_to_json(const struct record *record);

/* One line of JSON without the newline, stable bytes; UTF-8 unescaped. Yours. */
char *record_print(const struct record *record);

/* Fills an initialised record from such a line; a field that is missing stays as init left it, one that is unknown is
 * passed over. FAULT_INDEX if the line is not a record. */
bool record_parse(struct record *record, struct span line, GError **error);

/* Names as printed in JSON; the reverse gives false for an unknown name. */
const char *record_kind_name(enum record_kind kind);
const char *record_type_name(enum record_type type);
const char *record_basis_name(enum record_basis basis); /* NULL for BASIS_NONE */
bool record_kind_of(enum record_kind *kind, const char *name);
bool record_type_of(enum record_type *type, const char *name);
bool record_basis_of(enum record_basis *basis, const char *name);

/* The citation: "Body, 26 May 2016, minute 152 (Item B3), 1.b, p. 14 [file]". The body falls back on the council, the
 * date on "undated", the printed page on the physical one; what is null is left out. Yours. */
char *record_citation(const struct record *record);

G_END_DECLS

#endif
