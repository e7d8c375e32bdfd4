/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdlib.h>

#include "text.h"
#include "verify.h"

#define VERIFY_VERSION 1

static void put_line(GString *out, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A line of which a terminal obeys nothing. */
static void put_line(GString *out, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *line = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_autofree char *repaired = text_repair(span_of(line), NULL);
	g_autofree char *harmless = text_printable(span_of(repaired));
	g_string_append_printf(out, "%s\n", harmless);
}

static void put_names(GString *out, const char *caption, const GPtrArray *names)
{
	for (guint n = 0; n < names->len; n++)
		put_line(out, "  %-8s %s", caption, (const char *)g_ptr_array_index(names, n));
}

static void put_files(GString *out, const struct checksums *files)
{
	put_line(out, "Files of the pack: %u in the manifest, %u changed, %u missing, %u added", files->files,
		 files->changed->len, files->missing->len, files->added->len);
	put_names(out, "changed", files->changed);
	put_names(out, "missing", files->missing);
	put_names(out, "added", files->added);
}

static void put_papers(GString *out, const char *caption, const struct verify_papers *papers)
{
	put_line(out, "%s: %u same, %u changed, %u new, %u missing", caption, papers->same, papers->changed->len,
		 papers->added->len, papers->missing->len);
	put_names(out, "changed", papers->changed);
	put_names(out, "new", papers->added);
	put_names(out, "missing", papers->missing);
	put_names(out, "unseen", papers->unseen);
}

static void put_indexes(GString *out, const char *when, const GPtrArray *indexes)
{
	for (guint n = 0; n < indexes->len; n++) {
		const struct written_index *index = g_ptr_array_index(indexes, n);
		put_line(out, "Index %s: %s, revision %" G_GUINT64_FORMAT ", %s", when, index->place, index->revision,
			 index->uuid);
	}
}

static void put_queries(GString *out, const struct verify *verify)
{
	for (guint n = 0; n < verify->hits->len; n++) {
		const struct written_query *query = g_ptr_array_index(verify->written.queries, n);
		put_line(out, "Query %u: %u then, %u now: %s", n + 1, query->hits,
			 g_array_index(verify->hits, guint, n), query->asked);
	}
}

/* What of a changed paragraph is other than it was, in words. */
static const char *changes_text(guint what)
{
	static const char *const words[] = {
		[COMPARE_TEXT] = "other words",
		[COMPARE_PAPER] = "the same words in a paper whose bytes are others",
		[COMPARE_TEXT | COMPARE_PAPER] = "other words in a paper whose bytes are others",
		[COMPARE_QUERIES] = "it answers other queries",
		[COMPARE_TEXT | COMPARE_QUERIES] = "other words, and it answers other queries",
		[COMPARE_PAPER | COMPARE_QUERIES] =
			"the same words in a paper whose bytes are others, and it answers other queries",
		[COMPARE_TEXT | COMPARE_PAPER | COMPARE_QUERIES] =
			"other words in a paper whose bytes are others, and it answers other queries",
	};
	return words[what];
}

static void put_place(GString *out, const char *caption, const struct written_place *place, const char *why)
{
	put_line(out, "  %-8s %s  %s (%s)", caption, place->number, place->citation, place->id);
	put_line(out, "           %s", why);
}

static void put_paragraphs(GString *out, const struct verify *verify)
{
	const struct compare *paragraphs = &verify->paragraphs;
	put_line(out, "Paragraphs: %u same, %u changed, %u new, %u missing", paragraphs->same->len,
		 paragraphs->changed->len, paragraphs->added->len, paragraphs->missing->len);
	if (paragraphs->moved > 0)
		put_line(out, "  of the same, %u stand under another path", paragraphs->moved);
	for (guint n = 0; n < paragraphs->changed->len; n++) {
		const struct compare_pair *pair = &g_array_index(paragraphs->changed, struct compare_pair, n);
		put_place(out, "changed", pair->then, changes_text(pair->what));
	}
	for (guint n = 0; n < paragraphs->added->len; n++)
		put_place(out, "new", g_array_index(paragraphs->added, struct compare_pair, n).now,
			  g_ptr_array_index(verify->reasons, paragraphs->missing->len + n));
	for (guint n = 0; n < paragraphs->missing->len; n++)
		put_place(out, "missing", g_array_index(paragraphs->missing, struct compare_pair, n).then,
			  g_ptr_array_index(verify->reasons, n));
}

void verify_text(GString *out, const struct verify *verify)
{
	put_line(out, "Pack: %s", verify->folder);
	if (!verify->unread)
		put_line(out, "Reference %s, made %s by %s", verify->written.reference, verify->written.made,
			 verify->written.program);
	put_line(out, "Looked at by minutes-query " MINUTEBOOK_VERSION);
	put_files(out, &verify->files);
	if (verify->unread) {
		put_line(out, "The search was not run again: %s", verify->unread);
	} else {
		put_indexes(out, "then", verify->written.indexes);
		put_indexes(out, "now", verify->indexes);
		put_queries(out, verify);
		put_paragraphs(out, verify);
		put_papers(out, "Papers searched", &verify->papers);
		put_papers(out, "Papers with extracts, on the disk", &verify->sources);
	}
	put_line(out, "Result: %s", verify_is_same(verify) ? "same" : "differs");
}

/* What is no UTF-8 is repaired. */
static json_t *text(const char *bytes)
{
	if (!bytes)
		return json_null();
	g_autofree char *repaired = text_repair(span_of(bytes), NULL);
	return json_string(repaired);
}

static json_t *names(const GPtrArray *list)
{
	json_t *array = json_array();
	for (guint n = 0; n < list->len; n++)
		json_array_append_new(array, text(g_ptr_array_index(list, n)));
	return array;
}

static json_t *indexes(const GPtrArray *list)
{
	json_t *array = json_array();
	for (guint n = 0; n < list->len; n++) {
		const struct written_index *index = g_ptr_array_index(list, n);
		json_array_append_new(array, json_pack("{s:o, s:o, s:I, s:b}", "place", text(index->place), "uuid",
						       text(index->uuid), "revision", (json_int_t)index->revision,
						       "remote", index->is_remote));
	}
	return array;
}

static json_t *queries(const struct verify *verify)
{
	json_t *array = json_array();
	for (guint n = 0; n < verify->hits->len; n++) {
		const struct written_query *query = g_ptr_array_index(verify->written.queries, n);
		json_array_append_new(array, json_pack("{s:i, s:o, s:i, s:i}", "number", (int)n + 1, "asked",
						       text(query->asked), "hits_then", (int)query->hits, "hits_now",
						       (int)g_array_index(verify->hits, guint, n)));
	}
	return array;
}

static void add_place(json_t *array, const char *status, const struct compare_pair *pair, const char *why)
{
	const struct written_place *place = pair->then ? pair->then : pair->now;
	json_array_append_new(array, json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "status", status, "number",
					       text(place->number), "id", text(place->id), "id_now",
					       text(pair->now ? pair->now->id : NULL), "path", text(place->path),
					       "citation", text(place->citation), "why", text(why)));
}

static json_t *paragraphs(const struct verify *verify)
{
	const struct compare *compare = &verify->paragraphs;
	json_t *array = json_array();
	for (guint n = 0; n < compare->same->len; n++)
		add_place(array, "same", &g_array_index(compare->same, struct compare_pair, n), NULL);
	for (guint n = 0; n < compare->changed->len; n++) {
		const struct compare_pair *pair = &g_array_index(compare->changed, struct compare_pair, n);
		add_place(array, "changed", pair, changes_text(pair->what));
	}
	for (guint n = 0; n < compare->added->len; n++)
		add_place(array, "new", &g_array_index(compare->added, struct compare_pair, n),
			  g_ptr_array_index(verify->reasons, compare->missing->len + n));
	for (guint n = 0; n < compare->missing->len; n++)
		add_place(array, "missing", &g_array_index(compare->missing, struct compare_pair, n),
			  g_ptr_array_index(verify->reasons, n));
	return json_pack("{s:i, s:i, s:i, s:i, s:o}", "same", (int)compare->same->len, "changed",
			 (int)compare->changed->len, "new", (int)compare->added->len, "missing",
			 (int)compare->missing->len, "list", array);
}

static json_t *papers(const struct verify_papers *papers)
{
	return json_pack("{s:i, s:o, s:o, s:o, s:o}", "same", (int)papers->same, "changed", names(papers->changed),
			 "new", names(papers->added), "missing", names(papers->missing), "unseen",
			 names(papers->unseen));
}

void verify_json(GString *out, const struct verify *verify)
{
	const struct written *written = &verify->written;
	const struct checksums *files = &verify->files;
	json_t *object = json_pack(
		"{s:s, s:i, s:s, s:o, s:o, s:o, s:o, s:s, s:{s:i, s:o, s:o, s:o}, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
		"format", "minutebook-verify", "format_version", VERIFY_VERSION, "result",
		verify_is_same(verify) ? "same" : "differs", "pack", text(verify->folder), "reference",
		text(written->reference), "made", text(written->made), "program", text(written->program), "program_now",
		"minutes-query " MINUTEBOOK_VERSION, "files", "listed", (int)files->files, "changed",
		names(files->changed), "missing", names(files->missing), "added", names(files->added), "not_run",
		text(verify->unread), "indexes_then", indexes(written->indexes), "indexes_now",
		indexes(verify->indexes), "queries", queries(verify), "paragraphs", paragraphs(verify), "papers",
		papers(&verify->papers), "sources", papers(&verify->sources));
	char *line = json_dumps(object, JSON_PRESERVE_ORDER);
	g_string_append(out, line);
	free(line);
	json_decref(object);
}
