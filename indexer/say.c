/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "say.h"

#include <stdio.h>

#include "text.h"
#include "walk.h"

void say(const char *subject, const char *message)
{
	g_autofree char *name = subject ? walk_name(subject) : NULL;
	g_autofree char *line = name ? g_strconcat(name, ": ", message, NULL) : g_strdup(message);
	g_autofree char *valid = text_repair(span_of(line), NULL);
	g_autofree char *printable = text_printable(span_of(valid));
	fprintf(stderr, "minutes-index: %s\n", printable);
}

void say_problems(const GPtrArray *problems)
{
	for (guint i = 0; i < problems->len; i++) {
		const struct walk_problem *problem = problems->pdata[i];
		say(problem->path, problem->reason);
	}
}

void say_lines(const GPtrArray *lines)
{
	for (guint i = 0; i < lines->len; i++)
		say(NULL, lines->pdata[i]);
}
