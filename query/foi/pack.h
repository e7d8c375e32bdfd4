/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a response pack to an information request says, as plain data: the request, its queries with what each found, the
 * hits in the order of the pack, the papers they stand in and the papers that were searched. All of it is of one revision
 * of each index. Must not know how any of it is written. */
#ifndef MINUTEBOOK_PACK_H
#define MINUTEBOOK_PACK_H

#include "pack_scope.h"
#include "question.h"
#include "search.h"
#include "sensitive.h"

/* One index that was searched. */
struct pack_index {
	char *place; /* as it was given */
	char *uuid;
	guint64 revision;
	guint files, paragraphs, furniture;
	bool is_remote; /* its papers need not lie on this disk */
};

/* The words by which a query was met, as they stand in the papers, folded and joined by single spaces. */
struct pack_form {
	char *text;
	guint paragraphs; /* of the query's hits that have it */
	guint places;     /* in them */
};

/* A word, phrase, field or nearness of a query, or a member of a family in it (`depth` 1, behind its family). */
struct pack_part {
	char *printed;   /* in the query language */
	char *described; /* in plain English */
	char *stems;     /* of words that are searched in any form: "foster carer"; else NULL */
	guint depth;
	guint alone; /* paragraphs of the scope that answer it, whatever else the query asks; copies count once */
};

/* What comes near to a query that nothing answers, or to a word of it that nothing has. */
struct pack_near {
	char *what;      /* what was asked for and is not there, in the query language */
	char *instead;   /* what is there: a query that can be asked */
	const char *why; /* "spelling", "same beginning", "one of its words", "its words near each other" */
	guint alone;     /* as in struct pack_part */
};

struct pack_query {
	const struct question *question; /* borrowed: what was asked, and its notes */
	const struct tree *tree; /* what was searched for: with the options' filters, without what is restricted */
	char *understood;        /* in plain English */
	char *printed;           /* in the query language, with the options' filters */
	char *index_query;       /* the index's own words */
	GPtrArray *parts;        /* struct pack_part * */
	GPtrArray *forms;        /* struct pack_form *, the most frequent first */
	GPtrArray *near;         /* struct pack_near * */
	GPtrArray *notes;        /* char *: what should be known of the reading and of the answer */
	guint hits;              /* extracts that answer it */
	guint copies;            /* their other places that answer it */
	guint papers;            /* that hold one or the other */
	guint restricted;   /* paragraphs that answer it and were left out as restricted; 0 where they are included */
	struct tree joined; /* private: the tree, where it is not the question's own */
};

/* A place that answers, be it a hit or a copy of one. */
struct pack_answer {
	guint64 copy;    /* as in struct store_hit */
	GArray *queries; /* guint, their numbers from 1 in order */
};

/* The queries that one extract answers: such sets part the extracts, and their hits add up to all of them. */
struct pack_combination {
	GArray *queries; /* guint, numbers from 1 in order */
	guint hits;
};

/* One extract: a paragraph that answers a query. */
struct pack_hit {
	struct record record;
	guint paper, number; /* each from 1 */
	guint combination;   /* in struct pack */
	GPtrArray *copies;   /* struct pack_copy *: its other places, better ones first */
	GArray *flags;       /* struct sensitive_flag: what a reviewer should look at */
};

struct pack_copy {
	struct record record; /* without its text */
	guint paper;          /* its number */
};

/* One paper that holds extracts or copies of them. Lists are of char *, each once, in the order of the paper; they tell of
 * these paragraphs, not of all the paper. */
struct pack_paper {
	guint number;                  /* from 1: by the first day, then by path; undated ones last */
	const struct store_file *file; /* borrowed from the scope; NULL where no index knows the file any more */
	const char *path, *url;        /* borrowed from the first paragraph that tells them */
	char first[11], last[11];      /* days of meetings; empty where undated */
	GPtrArray *bodies, *items, *titles, *types, *classifications;
	GPtrArray *places; /* pages as they are cited */
	guint pages;       /* in all the paper; 0 where the format has none */
	guint first_hit;   /* in pack->hits */
	guint hits;        /* extracts */
	guint copies;      /* places in it of extracts that stand elsewhere */
	GPtrArray *shown;  /* const struct pack_hit *: the extracts that these are copies of */
};

struct pack {
	/* The request. */
	const struct options *options; /* borrowed */
	char *made;                    /* "2026-01-06T12:00:00Z": SOURCE_DATE_EPOCH, else now */
	GPtrArray *indexes;            /* struct pack_index * */
	/* What was asked and found. */
	GPtrArray *queries;      /* struct pack_query * */
	GPtrArray *hits;         /* struct pack_hit *, by paper and by place in it */
	GPtrArray *papers;       /* struct pack_paper * */
	GPtrArray *combinations; /* struct pack_combination *, by their queries */
	guint copies;            /* of all hits */
	guint restricted_hits;   /* paragraphs left out as restricted that answer any query, copies once */
	guint restricted_papers; /* papers they stand in */
	GHashTable *answers;     /* docid (GUINT_TO_POINTER) of every hit and copy, to struct pack_answer * */
	/* What was searched. */
	struct pack_scope scope;
	struct search search;        /* the store, and the matcher that marks hits */
	struct sensitive *sensitive; /* who holds office, for flags; NULL before hits are gathered */
	GPtrArray *filters;          /* const struct tree *, one of each field: what every hit must have */
	GPtrArray *joined;           /* private: what of these is held here, struct tree * whose children are not */
	struct tree *restricted, *unrestricted; /* is:restricted, and NOT of it */
};

void pack_init(struct pack *pack, struct store *store, const struct options *options);
void pack_clear(struct pack *pack);

void pack_part_free(gpointer part);
void pack_form_free(gpointer form);
void pack_near_free(gpointer near);

/* Gathers it all for `questions` (struct question *, resolved; borrowed), of the newest revision and in place of what was
 * there. Begins again when a writer moves on meanwhile; fails as the store does. */
bool pack_gather(struct pack *pack, const GPtrArray *questions, GError **error);

/* FAULT_LOCKED if an index is of another revision than the one that was gathered. */
bool pack_check(const struct pack *pack, GError **error);

/* What an extract is called: "E3.2", the second of paper 3. No spreadsheet takes that for a number, of which 3.2 and 3.20
 * would be the same. Yours. */
char *pack_number(const struct pack_hit *hit);

static inline struct pack_query *pack_query_at(const struct pack *pack, guint n)
{
	return (struct pack_query *)g_ptr_array_index(pack->queries, n);
}

static inline struct pack_hit *pack_hit_at(const struct pack *pack, guint n)
{
	return (struct pack_hit *)g_ptr_array_index(pack->hits, n);
}

/* Whether the extract, or a copy of it, answers the query of this number, from 1. */
static inline bool pack_answers(const struct pack *pack, const struct pack_hit *hit, guint number)
{
	const GArray *queries =
		((const struct pack_combination *)g_ptr_array_index(pack->combinations, hit->combination))->queries;
	for (guint n = 0; n < queries->len; n++)
		if (g_array_index(queries, guint, n) == number)
			return true;
	return false;
}

static inline struct pack_paper *pack_paper_at(const struct pack *pack, guint n)
{
	return (struct pack_paper *)g_ptr_array_index(pack->papers, n);
}

#endif
