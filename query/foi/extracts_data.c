/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cells.h"
#include "neighbours.h"
#include "pack_writer.h"
#include "text.h"

/* So many extracts are written at a time. */
#define BLOCK 256

static char *print_flags(const struct pack_hit *hit)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < hit->flags->len; n++) {
		const struct sensitive_flag *flag = &g_array_index(hit->flags, struct sensitive_flag, n);
		g_string_append_printf(out, "%s%s: %.*s", n > 0 ? "; " : "", sensitive_kind_name(flag->kind),
				       (int)(flag->end - flag->start), hit->record.text + flag->start);
	}
	return g_string_free(out, FALSE);
}

static char *print_copies(const struct pack_hit *hit)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < hit->copies->len; n++) {
		const struct pack_copy *copy = g_ptr_array_index(hit->copies, n);
		g_autofree char *citation = record_citation(&copy->record);
		g_string_append_printf(out, "%s%s", n > 0 ? "; " : "", citation);
	}
	return g_string_free(out, FALSE);
}

static char *print_speakers(const struct record *record)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < record->speakers->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? "; " : "",
				       g_array_index(record->speakers, struct speaker, n).name);
	return g_string_free(out, FALSE);
}

static void append_cells(GString *out, const struct pack *pack, const struct pack_hit *hit)
{
	const struct record *record = &hit->record;
	g_autofree char *number = pack_number(hit);
	g_autofree char *queries = pack_queries(pack, hit);
	g_autofree char *speakers = print_speakers(record);
	g_autofree char *citation = record_citation(record);
	g_autofree char *flags = print_flags(hit);
	g_autofree char *copies = print_copies(hit);
	g_autofree char *page = record->page > 0 ? g_strdup_printf("%d", record->page) : NULL;
	g_autofree char *digest = pack_digest(record);
	const char *const texts[] = {number,
				     queries,
				     record->date,
				     record->body ? record->body : record->council,
				     speakers,
				     record->title,
				     record->text,
				     citation,
				     flags,
				     copies,
				     record->minute,
				     record->agenda_item,
				     record->label,
				     page,
				     record_type_name(record->type),
				     record->classification,
				     record->url,
				     record->path,
				     record->id,
				     digest};
	struct cells cells = cells_csv(out);
	for (size_t n = 0; n < G_N_ELEMENTS(texts); n++)
		cells_put(&cells, texts[n]);
	cells_end(&cells);
}

bool extracts_csv(FILE *to, struct pack *pack, GError **error)
{
	static const char *const captions[] = {"number", "queries",     "date",  "body",           "speakers", "title",
					       "text",   "citation",    "flags", "copies",         "minute",   "item",
					       "label",  "page",        "type",  "classification", "url",      "file",
					       "id",     "text_sha256", NULL};
	g_autoptr(GString) out = g_string_new(CELLS_MARK);
	struct cells cells = cells_csv(out);
	cells_put_line(&cells, captions);
	for (guint n = 0; n < pack->hits->len; n++) {
		append_cells(out, pack, pack_hit_at(pack, n));
		if (n % BLOCK == BLOCK - 1 && !pack_flush(to, out, error))
			return false;
	}
	return pack_flush(to, out, error);
}

static json_t *repaired(const char *bytes)
{
	g_autofree char *text = text_repair(span_of(bytes), NULL);
	return json_string(text);
}

static json_t *queries_to_json(const struct pack *pack, const struct pack_hit *hit)
{
	json_t *list = json_array();
	for (guint n = 1; n <= pack->queries->len; n++)
		if (pack_answers(pack, hit, n))
			json_array_append_new(list, json_integer(n));
	return list;
}

static json_t *marks_to_json(struct pack *pack, const struct pack_hit *hit)
{
	json_t *list = json_array();
	g_autoptr(GArray) marks = pack_marks(pack, hit);
	for (guint n = 0; n < marks->len; n++) {
		const struct match_mark *mark = &g_array_index(marks, struct match_mark, n);
		json_array_append_new(list, json_pack("[I, I]", (json_int_t)mark->start, (json_int_t)mark->end));
	}
	return list;
}

static json_t *copies_to_json(const struct pack_hit *hit)
{
	json_t *list = json_array();
	for (guint n = 0; n < hit->copies->len; n++) {
		const struct pack_copy *copy = g_ptr_array_index(hit->copies, n);
		g_autofree char *citation = record_citation(&copy->record);
		json_array_append_new(list, json_pack("{s:i, s:s, s:o, s:o}", "paper", (int)copy->paper, "id",
						      copy->record.id, "path", repaired(copy->record.path), "citation",
						      repaired(citation)));
	}
	return list;
}

static json_t *flags_to_json(const GArray *flags, const char *text)
{
	json_t *list = json_array();
	for (guint n = 0; n < flags->len; n++) {
		const struct sensitive_flag *flag = &g_array_index(flags, struct sensitive_flag, n);
		json_array_append_new(list, json_pack("{s:s, s:s%, s:I, s:I, s:s}", "kind",
						      sensitive_kind_name(flag->kind), "text", text + flag->start,
						      flag->end - flag->start, "start", (json_int_t)flag->start, "end",
						      (json_int_t)flag->end, "reason", flag->reason));
	}
	return list;
}

/* What stands around a paragraph is given out with it, and so is looked at as well. */
static bool add_neighbours(json_t *object, const char *name, struct pack *pack, const GPtrArray *records,
			   GError **error)
{
	json_t *list = json_array();
	json_object_set_new(object, name, list);
	for (guint n = 0; n < records->len; n++) {
		const struct record *record = g_ptr_array_index(records, n);
		g_autoptr(GArray) flags = NULL;
		if (!sensitive_find(&flags, pack->sensitive, record, error))
			return false;
		json_t *neighbour = record_to_json(record);
		json_object_set_new(neighbour, "flags", flags_to_json(flags, record->text));
		json_array_append_new(list, neighbour);
	}
	return true;
}

static bool append_object(GString *out, struct pack *pack, const struct pack_hit *hit, GError **error)
{
	struct neighbours around;
	guint withheld = 0;
	neighbours_init(&around);
	bool good = pack_around(&around, &withheld, pack, hit, error);
	if (good) {
		g_autofree char *number = pack_number(hit);
		g_autofree char *digest = pack_digest(&hit->record);
		g_autofree char *citation = record_citation(&hit->record);
		json_t *object = json_pack("{s:s, s:i, s:o}", "number", number, "paper", (int)hit->paper, "queries",
					   queries_to_json(pack, hit));
		json_t *record = record_to_json(&hit->record);
		json_object_update(object, record);
		json_decref(record);
		json_object_set_new(object, "text_sha256", json_string(digest));
		json_object_set_new(object, "marks", marks_to_json(pack, hit));
		json_object_set_new(object, "citation", repaired(citation));
		json_object_set_new(object, "copies", copies_to_json(hit));
		good = add_neighbours(object, "before", pack, around.before, error) &&
		       add_neighbours(object, "after", pack, around.after, error);
		json_object_set_new(object, "neighbours_withheld", json_integer(withheld));
		json_object_set_new(object, "flags", flags_to_json(hit->flags, hit->record.text));
		char *json = json_dumps(object, JSON_PRESERVE_ORDER | JSON_ENSURE_ASCII);
		json_decref(object);
		g_string_append_printf(out, "%s\n", json);
		free(json);
	}
	neighbours_clear(&around);
	return good;
}

bool extracts_jsonl(FILE *to, struct pack *pack, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint n = 0; n < pack->hits->len; n++) {
		if (!append_object(out, pack, pack_hit_at(pack, n), error))
			return false;
		if (n % BLOCK == BLOCK - 1 && !pack_flush(to, out, error))
			return false;
	}
	return pack_flush(to, out, error);
}
