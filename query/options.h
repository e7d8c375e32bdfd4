/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line as a value, checked and in the program's own terms. Must not know of the index. */
#ifndef MINUTEBOOK_OPTIONS_H
#define MINUTEBOOK_OPTIONS_H

#include "present.h"
#include "request.h"
#include "store.h"

enum options_mode {
	MODE_SEARCH,
	MODE_STATUS,
	MODE_PACK,
	MODE_VERIFY,
	MODE_HELP,
	MODE_VERSION,
};

/* Strings are owned. */
struct options {
	enum options_mode mode;
	char **indexes;      /* folders and HOST:PORT, one at least; NULL in MODE_VERIFY where none was named */
	char *thesaurus;     /* the file of families that was asked for, or NULL */
	char *people;        /* the people.csv that was asked for, or NULL */
	char *query;         /* well-formed UTF-8; "" when there is none */
	bool has_query;      /* one was typed or kept, or a file of them, be it without a word */
	GPtrArray *filters;  /* struct tree *: field leaves, to be joined to the query's */
	struct tree *period; /* --since and --until, or NULL: narrows whatever the rest says */
	enum store_sort sort;
	const struct present_format *format;
	gint64 limit; /* -1: all of it */
	guint64 offset;
	guint snippet;       /* words; 0 the whole paragraph */
	guint before, after; /* neighbours of each hit */
	GPtrArray *facets;   /* char *: names that facet_new knows */
	enum timeline_step step;
	bool has_timeline;
	char *show, *similar;   /* ids, or NULL */
	char *queries;          /* a file of queries, which take the place of `query`; or NULL */
	gint64 since_revision;  /* only files that went in after it; -1: all */
	char *save;             /* keep the question under this name, or NULL; */
	char **kept;            /* then: the options to keep with it */
	struct request request; /* of MODE_PACK */
	char end_of_record;
	bool any, feedback, count, explain, quiet;
	bool color; /* decided: the terminal and NO_COLOR have been looked at */
	bool is_terminal;
	bool pager;
	guint width; /* columns to fold lines at; 0: never */
};

/* FAULT_QUERY names the option and what is wrong with it. `argv` ends with NULL and begins with the program. */
bool options_parse(struct options *options, char *const *argv, GError **error);
void options_clear(struct options *options);

/* What --help prints: one screen of 80 columns and 24 lines. */
const char *options_help(void);

#endif
