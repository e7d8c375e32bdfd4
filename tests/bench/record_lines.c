/* SPDX-License-Identifier: GPL-2.0-or-later */
/* record_lines <RECORDS >LINES: the records of minutes-index --parse as the lines that the benchmarks' peers index: id,
 * date in eight digits or nothing, text, parted by tabs. Furniture is left out. What cannot be read ends it. */
#include <stdio.h>
#include <stdlib.h>

#include "record.h"

static void put_text(GString *out, const char *text)
{
	for (; text && *text; text++)
		g_string_append_c(out, *text == '\t' || *text == '\n' ? ' ' : *text);
}

static void put_record(GString *out, const struct record *record)
{
	if (record->kind == KIND_FURNITURE)
		return;
	g_string_append_printf(out, "%s\t", record->id);
	for (const char *at = record->date; at && *at; at++)
		if (*at != '-')
			g_string_append_c(out, *at);
	g_string_append_c(out, '\t');
	put_text(out, record->text);
	g_string_append_c(out, '\n');
}

int main(void)
{
	char *line = NULL;
	size_t size = 0;
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	for (ssize_t len; (len = getline(&line, &size, stdin)) > 0;) {
		struct record record;
		record_init(&record);
		g_string_truncate(out, 0);
		if (record_parse(&record, (struct span){line, (size_t)len}, &error))
			put_record(out, &record);
		record_clear(&record);
		if (error || fputs(out->str, stdout) < 0)
			break;
	}
	free(line);
	if (error)
		fprintf(stderr, "record_lines: %s\n", error->message);
	return error || ferror(stdin) || fflush(stdout) != 0;
}
