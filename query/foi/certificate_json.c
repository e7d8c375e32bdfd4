/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "foi_text.h"
#include "pack_writer.h"
#include "text.h"

/* Raised whenever a field of certificate.json, extracts.jsonl or schedule.csv changes its meaning. */
#define FORMAT_VERSION 1

static json_t *number(guint64 count)
{
	return json_integer((json_int_t)count);
}

/* Of what may be no UTF-8. */
static json_t *text(const char *bytes)
{
	if (!bytes)
		return json_null();
	g_autofree char *repaired = text_repair(span_of(bytes), NULL);
	return json_string(repaired);
}

static json_t *day(const char *date)
{
	return *date ? json_string(date) : json_null();
}

static json_t *texts(const GPtrArray *list)
{
	json_t *array = json_array();
	for (guint n = 0; n < list->len; n++)
		json_array_append_new(array, text(g_ptr_array_index(list, n)));
	return array;
}

static json_t *indexes(const struct pack *pack)
{
	json_t *array = json_array();
	for (guint n = 0; n < pack->indexes->len; n++) {
		const struct pack_index *index = g_ptr_array_index(pack->indexes, n);
		json_array_append_new(array,
				      json_pack("{s:o, s:s, s:o, s:o, s:o, s:o, s:b}", "place", text(index->place),
						"uuid", index->uuid, "revision", number(index->revision), "papers",
						number(index->files), "paragraphs", number(index->paragraphs),
						"furniture", number(index->furniture), "remote", index->is_remote));
	}
	return array;
}

static json_t *options(const struct pack *pack)
{
	json_t *array = json_array();
	for (char **option = pack->options->request.typed; *option; option++)
		json_array_append_new(array, text(*option));
	return array;
}

static json_t *restricted(const struct pack *pack)
{
	guint paragraphs = 0;
	guint papers = 0;
	for (guint n = 0; n < pack->filters->len; n++) {
		const struct scope_filter *filter = g_ptr_array_index(pack->scope.filters, n);
		if (g_ptr_array_index(pack->filters, n) != pack->unrestricted)
			continue;
		paragraphs = filter->paragraphs;
		papers = filter->files->len;
	}
	return json_pack("{s:b, s:o, s:o, s:o, s:o}", "included", pack->options->request.include_restricted,
			 "paragraphs_left_out", number(paragraphs), "papers_left_out", number(papers), "hits_left_out",
			 number(pack->restricted_hits), "papers_with_hits_left_out", number(pack->restricted_papers));
}

static json_t *parts(const struct pack_query *query)
{
	json_t *array = json_array();
	for (guint n = 0; n < query->parts->len; n++) {
		const struct pack_part *part = g_ptr_array_index(query->parts, n);
		json_array_append_new(array, json_pack("{s:s, s:s, s:s?, s:o, s:o}", "part", part->printed,
						       "understood", part->described, "stems", part->stems, "depth",
						       number(part->depth), "alone", number(part->alone)));
	}
	return array;
}

static json_t *forms(const struct pack_query *query)
{
	json_t *array = json_array();
	for (guint n = 0; n < query->forms->len; n++) {
		const struct pack_form *form = g_ptr_array_index(query->forms, n);
		json_array_append_new(array, json_pack("{s:s, s:o, s:o}", "form", form->text, "paragraphs",
						       number(form->paragraphs), "places", number(form->places)));
	}
	return array;
}

static json_t *near(const struct pack_query *query)
{
	json_t *array = json_array();
	for (guint n = 0; n < query->near->len; n++) {
		const struct pack_near *near = g_ptr_array_index(query->near, n);
		json_array_append_new(array, json_pack("{s:s, s:s, s:s, s:o}", "what", near->what, "instead",
						       near->instead, "why", near->why, "alone", number(near->alone)));
	}
	return array;
}

static json_t *queries(const struct pack *pack)
{
	json_t *array = json_array();
	for (guint n = 0; n < pack->queries->len; n++) {
		const struct pack_query *query = pack_query_at(pack, n);
		guint line = query->question->part.line;
		json_t *object = json_pack("{s:o, s:s, s:o, s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "number",
					   number(n + 1), "asked", query->question->options.query, "line",
					   line > 0 ? number(line) : json_null(), "understood", query->understood,
					   "searched", query->printed, "index_query", query->index_query, "hits",
					   number(query->hits), "copies", number(query->copies), "papers",
					   number(query->papers), "restricted_hits", number(query->restricted));
		json_object_set_new(object, "parts", parts(query));
		json_object_set_new(object, "forms", forms(query));
		json_object_set_new(object, "near", near(query));
		json_object_set_new(object, "notes", texts(query->notes));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *combinations(const struct pack *pack)
{
	json_t *array = json_array();
	for (guint n = 0; n < pack->combinations->len; n++) {
		const struct pack_combination *combination = g_ptr_array_index(pack->combinations, n);
		json_t *numbers = json_array();
		for (guint k = 0; k < combination->queries->len; k++)
			json_array_append_new(numbers, number(g_array_index(combination->queries, guint, k)));
		json_array_append_new(array,
				      json_pack("{s:o, s:o}", "queries", numbers, "hits", number(combination->hits)));
	}
	return array;
}

static json_t *files(const GPtrArray *list)
{
	json_t *array = json_array();
	for (guint n = 0; n < list->len; n++) {
		const struct store_file *file = g_ptr_array_index(list, n);
		json_t *object = json_pack("{s:o, s:s?}", "path", text(file->path), "sha256", file->sha256);
		if (file->reason)
			json_object_set_new(object, "reason", text(file->reason));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *filters(const struct pack_scope *scope)
{
	json_t *array = json_array();
	for (guint n = 0; n < scope->filters->len; n++) {
		const struct scope_filter *filter = g_ptr_array_index(scope->filters, n);
		json_t *paths = json_array();
		for (guint k = 0; k < filter->files->len; k++) {
			const struct store_file *file = g_ptr_array_index(filter->files, k);
			json_array_append_new(paths, text(file->path));
		}
		json_array_append_new(array, json_pack("{s:s, s:s, s:o, s:o}", "filter", filter->printed, "understood",
						       filter->described, "paragraphs", number(filter->paragraphs),
						       "papers", paths));
	}
	return array;
}

static json_t *bodies(const struct pack_scope *scope)
{
	json_t *array = json_array();
	for (guint n = 0; n < scope->bodies->len; n++) {
		const struct scope_body *body = g_ptr_array_index(scope->bodies, n);
		json_t *object = json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "body", body->name, "papers",
					   number(body->papers), "paragraphs", number(body->paragraphs), "meetings",
					   number(body->meetings), "undated_paragraphs", number(body->undated), "first",
					   day(body->first), "last", day(body->last));
		json_object_set_new(object, "longest_gap", json_pack("[o, o]", day(body->gap_from), day(body->gap_to)));
		json_object_set_new(object, "years_without_meetings", texts(body->empty_years));
		json_object_set_new(object, "meetings_without_minutes", texts(body->without_minutes));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *counts(const GPtrArray *list)
{
	json_t *array = json_array();
	for (guint n = 0; n < list->len; n++) {
		const struct scope_count *count = g_ptr_array_index(list, n);
		json_array_append_new(
			array, json_pack("{s:s, s:o}", "value", count->name, "paragraphs", number(count->paragraphs)));
	}
	return array;
}

static json_t *scope(const struct pack_scope *scope)
{
	json_t *papers = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "found", number(scope->files->len), "searched",
				   number(scope->searched->len), "excluded", number(scope->excluded->len), "empty",
				   number(scope->empty->len), "scanned", number(scope->scanned->len), "failed",
				   number(scope->failed->len));
	json_t *paragraphs = json_pack("{s:o, s:o}", "found", number(scope->paragraphs), "searched",
				       number(scope->searched_paragraphs));
	json_t *object = json_pack("{s:o, s:o, s:o, s:o}", "papers", papers, "paragraphs", paragraphs, "first",
				   day(scope->first), "last", day(scope->last));
	json_object_set_new(object, "filters", filters(scope));
	json_object_set_new(object, "bodies", bodies(scope));
	json_object_set_new(object, "types", counts(scope->types));
	json_object_set_new(object, "years", counts(scope->years));
	json_object_set_new(object, "topics", counts(scope->topics));
	json_object_set_new(object, "gone", texts(scope->gone));
	const struct {
		const char *name;
		const GPtrArray *list;
	} lists[] = {{"failed", scope->failed},    {"scanned", scope->scanned}, {"empty", scope->empty},
		     {"partial", scope->partial},  {"undated", scope->undated}, {"excluded", scope->excluded},
		     {"searched", scope->searched}};
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		json_object_set_new(object, lists[n].name, files(lists[n].list));
	return object;
}

static json_t *sources(void)
{
	json_t *object = json_object();
	for (const struct foi_source *source = foi_sources(); source->part; source++)
		json_object_set_new(object, source->part, json_string(source->text));
	return object;
}

/* To be filled in by hand. */
static json_t *elsewhere(void)
{
	json_t *array = json_array();
	for (const char *const *place = foi_elsewhere(); *place; place++)
		json_array_append_new(array,
				      json_pack("{s:s, s:n, s:n, s:n}", "place", *place, "searched", "by", "on"));
	return array;
}

bool certificate_json(FILE *to, struct pack *pack, GError **error)
{
	const struct request *request = &pack->options->request;
	json_t *object = json_pack("{s:s, s:i, s:s, s:s, s:s}", "format", "minutebook-foi", "format_version",
				   FORMAT_VERSION, "reference", request->reference, "made", pack->made, "program",
				   "minutes-query " MINUTEBOOK_VERSION);
	json_object_set_new(object, "index_schema", json_integer(FIELDS_SCHEMA));
	json_object_set_new(object, "indexes", indexes(pack));
	json_object_set_new(object, "options", options(pack));
	json_object_set_new(object, "neighbours",
			    json_pack("{s:o, s:o}", "before", number(pack->options->before), "after",
				      number(pack->options->after)));
	json_object_set_new(object, "sample",
			    request->sample > 0
				    ? json_pack("{s:o, s:s}", "size", number(request->sample), "seed", request->seed)
				    : json_null());
	json_object_set_new(object, "restricted", restricted(pack));
	json_object_set_new(object, "queries", queries(pack));
	json_object_set_new(object, "combinations", combinations(pack));
	json_object_set_new(object, "totals",
			    json_pack("{s:o, s:o, s:o}", "hits", number(pack->hits->len), "copies",
				      number(pack->copies), "papers", number(pack->papers->len)));
	json_object_set_new(object, "scope", scope(&pack->scope));
	json_object_set_new(object, "not_searched", elsewhere());
	json_object_set_new(object, "sources", sources());
	json_object_set_new(object, "notice", json_string(foi_disclaimer()));
	char *json = json_dumps(object, JSON_PRESERVE_ORDER | JSON_ENSURE_ASCII | JSON_INDENT(2));
	json_decref(object);
	g_autoptr(GString) out = g_string_new(json);
	free(json);
	g_string_append_c(out, '\n');
	return pack_flush(to, out, error);
}
