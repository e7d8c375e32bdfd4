/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "summary.h"

#include "progress.h"
#include "text.h"

void summary_add(struct summary *summary, const struct ingest_result *result)
{
	summary->files++;
	summary->outcomes[result->outcome]++;
	summary->paragraphs += result->paragraphs;
	summary->bytes += result->file->size;
	summary->empty += result->is_empty;
}

static void add_part(GString *line, guint count, const char *what)
{
	if (count == 0)
		return;
	g_string_append(line, g_str_has_suffix(line->str, ": ") ? "" : ", ");
	text_count(line, count);
	g_string_append_printf(line, " %s", what);
}

void summary_format(GString *out, const struct summary *summary)
{
	g_string_append(out, "indexed ");
	text_count(out, summary->files);
	g_string_append(out, summary->files == 1 ? " file (" : " files (");
	text_count(out, summary->paragraphs);
	g_string_append(out, summary->paragraphs == 1 ? " paragraph, " : " paragraphs, ");
	progress_format_bytes(out, summary->bytes);
	g_string_append(out, "): ");
	add_part(out, summary->outcomes[INGEST_NEW], "new");
	add_part(out, summary->outcomes[INGEST_CHANGED], "changed");
	add_part(out, summary->outcomes[INGEST_UNCHANGED], "unchanged");
	add_part(out, summary->forgotten, "forgotten");
	add_part(out, summary->empty, "without text");
	add_part(out, summary->outcomes[INGEST_UNREADABLE], "could not be read");
	add_part(out, summary->companions,
		 summary->companions == 1 ? "data file passed over" : "data files passed over");
	if (g_str_has_suffix(out->str, ": "))
		g_string_truncate(out, out->len - 2);
}
