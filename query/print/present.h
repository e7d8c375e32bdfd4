/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An answer to bytes, one row of a table for each format. Must not know where hits come from nor where bytes go. */
#ifndef MINUTEBOOK_PRESENT_H
#define MINUTEBOOK_PRESENT_H

#include "facets.h"
#include "match.h"
#include "timeline.h"

/* One query of several that are answered together. */
struct present_part {
	const char *asked;   /* as it was written */
	guint line;          /* of the file it comes from */
	guint number, count; /* the Nth of so many answers, from 1 */
	guint64 total;       /* hits in all */
};

struct present_hit {
	guint64 rank; /* from 1 */
	double score;
	const struct record *record;
	const GArray *marks;             /* struct match_mark into the record's text */
	const GPtrArray *before, *after; /* struct record *: neighbours, in the order of the paper; never NULL */
	const GPtrArray *copies;         /* struct record *: its other places, the better ones first; never NULL */
	bool is_first;                   /* of those that are shown */
	const struct present_part *part; /* NULL: the query is answered alone */
};

/* What of an answer is known before its hits are read. */
struct present_answer {
	const char *query;               /* in the query language */
	const char *described;           /* in plain English */
	guint64 total, first, end;       /* hits in all; those shown, counted from 0, `end` not among them */
	bool has_hits;                   /* hits were asked for, be there any or not */
	const GPtrArray *facets;         /* struct facet *; never NULL */
	const struct timeline *timeline; /* NULL: none was asked for */
	const struct present_part *part; /* NULL: the query is answered alone */
};

struct present_style {
	bool color;
	guint snippet;      /* words; 0 the whole paragraph */
	guint width;        /* columns to fold lines at, and to draw bars in; 0: never */
	guint rows;         /* values shown of a facet; 0: all */
	char end_of_record; /* of `ids` */
};

/* `begin` prints all but the hits, `hit` one of them, `end` what closes the page; NULL where there is nothing to say. */
struct present_format {
	const char *name;
	void (*begin)(GString *out, const struct present_answer *answer, const struct present_style *style);
	void (*hit)(GString *out, const struct present_hit *hit, const struct present_style *style);
	void (*end)(GString *out, const struct present_answer *answer, const struct present_style *style);
	bool is_report; /* hits, facets and timeline always, and whole paragraphs */
	bool is_table;  /* rows of one kind only: one facet, or the timeline, or hits */
	bool is_text;   /* folded and cut to a page on a terminal */
};

/* The version of what json, jsonl, csv and tsv print. */
#define PRESENT_VERSION 1

/* NULL for an unknown name. */
const struct present_format *present_find(const char *name);

/* "text, jsonl, ids". Yours. */
char *present_names(void);

/* For people: bars where there is a width, numbers elsewhere; a hit is its snippet, marks in bold where `color`, with its
 * neighbours, and below it the citation. */
void present_text_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_text_hit(GString *out, const struct present_hit *hit, const struct present_style *style);

/* One object in all, or one a line. Schemas: query/schema. */
void present_json_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_json_hit(GString *out, const struct present_hit *hit, const struct present_style *style);
void present_json_end(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_jsonl_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_jsonl_hit(GString *out, const struct present_hit *hit, const struct present_style *style);

/* RFC 4180 after a byte order mark; tsv has neither mark nor quotes, and blanks for the tabs and line ends in a cell. No
 * cell begins as a formula does. */
void present_csv_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_csv_hit(GString *out, const struct present_hit *hit, const struct present_style *style);
void present_tsv_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_tsv_hit(GString *out, const struct present_hit *hit, const struct present_style *style);

/* One page that needs nothing else. */
void present_html_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_html_hit(GString *out, const struct present_hit *hit, const struct present_style *style);
void present_html_end(GString *out, const struct present_answer *answer, const struct present_style *style);

/* Ids of hits, values of facets, periods that have hits. */
void present_ids_begin(GString *out, const struct present_answer *answer, const struct present_style *style);
void present_ids_hit(GString *out, const struct present_hit *hit, const struct present_style *style);

#endif
