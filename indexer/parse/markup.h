/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What converters leave in plain text: Markdown emphasis, headings and quotes, backslashes, HTML tags. Takes it off
 * and keeps every word. */
#ifndef MINUTEBOOK_MARKUP_H
#define MINUTEBOOK_MARKUP_H

#include <glib.h>
#include <stdbool.h>

struct markup {
	int heading;     /* level of a "## " heading; 0 none */
	bool strong;     /* the whole line is set strong */
	bool emphasized; /* the whole line is set in italics */
	size_t lead;     /* bytes at the start of the cleaned text that are set strong as a run-in heading; 0 none */
	bool quoted;     /* "> " */
};

/* The line without its markup; `markup` says what there was. Yours. */
char *markup_clean(struct markup *markup, const char *line);

/* Pieces of a line that block tags (<p>, <li>, <br>, </td> …) part, tags removed, none empty: char *, yours. */
GPtrArray *markup_pieces(const char *line);

/* Whether there is a tag in the line. */
bool markup_has_tags(const char *line);

#endif
