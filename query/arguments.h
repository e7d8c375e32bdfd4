/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line as it was typed, taken apart. Must not know what its values mean. */
#ifndef MINUTEBOOK_ARGUMENTS_H
#define MINUTEBOOK_ARGUMENTS_H

#include <glib.h>
#include <stdbool.h>

/* Strings and lists are owned; NULL where an option was not given. All are bytes, not yet checked. */
struct arguments {
	gboolean any, feedback, count, full, explain, quiet, help, version, json, zero, status, pager,
		include_restricted;
	char *limit, *offset, *sort, *format, *snippet, *color;
	char *format_version, *timeline, *show, *similar, *before, *after, *context;
	char *queries, *save, *saved, *since_revision, *thesaurus, *people;
	char *foi, *reference, *sample, *seed, *minutes_per_paper, *verify;
	char **facet, **since, **until, **speaker, **topic, **body, **type, **index;
	char **query; /* its words */
};

/* `argv` ends with NULL and begins with the program. FAULT_QUERY. */
bool arguments_parse(struct arguments *arguments, char *const *argv, GError **error);
void arguments_clear(struct arguments *arguments);

/* The options as they could be typed again, without the query and without what is of this run alone. Yours, g_strfreev. */
char **arguments_options(const struct arguments *arguments);

#endif
