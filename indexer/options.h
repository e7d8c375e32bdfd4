/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line of minutes-index as a value. Reads the environment for defaults; opens nothing. */
#ifndef MINUTEBOOK_OPTIONS_H
#define MINUTEBOOK_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

enum options_mode {
	MODE_INDEX,   /* read the paths into the index */
	MODE_PARSE,   /* print the records, touch no index */
	MODE_CHECK,   /* look the index over, change nothing */
	MODE_REBUILD, /* make the index anew, of `paths` or what it was made of */
	MODE_HELP,    /* print `help` */
	MODE_VERSION,
};

struct options {
	enum options_mode mode;
	char *index;     /* where the index lies */
	char *replaces;  /* the index that this one will replace, or NULL; it is not read as papers */
	char *topics;    /* the topics file that was asked for, or NULL */
	char *thesaurus; /* the families file that was asked for, or NULL */
	char **paths;    /* files and folders as named; never NULL */
	bool quiet;
	bool retry;      /* read again what could not be read, even if it has not changed */
	guint jobs;      /* papers read at once */
	guint seconds;   /* of processor time for a paper */
	guint megabytes; /* of memory for a paper */
	char *ocr;       /* the languages in which scanned pages are read, or NULL: they are not */
	char *help;      /* the help text, for MODE_HELP */
};

/* Fills `options` from main's arguments, the program's name first. Without --index the index is MINUTES_INDEX, else
 * minutebook/index in the user's data folder (XDG_DATA_HOME). FAULT_QUERY: an unknown option, nothing to read. */
bool options_parse(struct options *options, char *const *argv, GError **error);
void options_clear(struct options *options);

#endif
