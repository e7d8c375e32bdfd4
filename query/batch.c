/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "batch.h"

#include <errno.h>
#include <stdio.h>

#include "fault.h"
#include "text.h"

static void line_free(gpointer data)
{
	struct batch_line *line = data;
	g_free(line->query);
	g_free(line);
}

static bool read_input(char **text, gsize *len, GError **error)
{
	g_autoptr(GString) all = g_string_new(NULL);
	char block[4096];
	size_t got = 0;
	while ((got = fread(block, 1, sizeof(block), stdin)) > 0)
		g_string_append_len(all, block, (gssize)got);
	if (ferror(stdin)) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "standard input: %s", g_strerror(errno));
		return false;
	}
	*len = all->len;
	*text = g_strndup(all->str, all->len);
	return true;
}

static bool read_whole(char **text, gsize *len, const char *path, GError **error)
{
	g_autoptr(GError) trouble = NULL;
	if (strcmp(path, "-") == 0)
		return read_input(text, len, error);
	if (g_file_get_contents(path, text, len, &trouble))
		return true;
	g_set_error(error, FAULT, FAULT_QUERY, "--queries: %s", trouble->message);
	return false;
}

bool batch_read(GPtrArray **out, const char *path, GError **error)
{
	g_autofree char *text = NULL;
	gsize len = 0;
	if (!read_whole(&text, &len, path, error))
		return false;
	const char *end = NULL;
	if (!g_utf8_validate(text, (gssize)len, &end)) {
		guint number = 1;
		for (const char *at = text; at < end; at++)
			number += *at == '\n';
		g_set_error(error, FAULT, FAULT_QUERY, "%s:%u: not UTF-8", path, number);
		return false;
	}
	/* A byte order mark is left out, and what else cannot be seen, as of a query on the command line. */
	g_autofree char *composed = text_compose((struct span){text, len});
	g_auto(GStrv) lines = g_strsplit(composed, "\n", -1);
	g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func(line_free);
	for (guint n = 0; lines[n]; n++) {
		g_strchomp(lines[n]);
		if (!lines[n][strspn(lines[n], " \t")] || *lines[n] == '#')
			continue;
		struct batch_line *line = g_new0(struct batch_line, 1);
		*line = (struct batch_line){n + 1, g_strdup(lines[n])};
		g_ptr_array_add(queries, line);
	}
	if (queries->len == 0) {
		g_set_error(error, FAULT, FAULT_QUERY, "%s: no query in it; one a line is wanted", path);
		return false;
	}
	*out = g_steal_pointer(&queries);
	return true;
}
