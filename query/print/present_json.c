/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present.h"

#include <math.h>

#include "snippet.h"
#include "text.h"

/* Significant digits that print a score of four decimals as it is. */
#define SCORE_DIGITS 12

static json_t *marks_to_json(const GArray *marks)
{
	json_t *list = json_array();
	for (guint n = 0; n < marks->len; n++) {
		const struct match_mark *mark = &g_array_index(marks, struct match_mark, n);
		json_array_append_new(list, json_pack("[I, I]", (json_int_t)mark->start, (json_int_t)mark->end));
	}
	return list;
}

/* JSON leaves these as they are, and a terminal obeys them: C1 controls and
 * delete, and what turns text around. */
static bool is_obeyed(gunichar code)
{
	return (code >= 0x7f && code <= 0x9f) || code == 0x061c || code == 0x200e || code == 0x200f ||
	       (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/* The same JSON with such characters escaped. */
static void append_harmless(GString *out, const char *json)
{
	for (const char *at = json; *at; at = g_utf8_next_char(at)) {
		gunichar code = g_utf8_get_char(at);
		if (is_obeyed(code))
			g_string_append_printf(out, "\\u%04x", (guint)code);
		else
			g_string_append_len(out, at, g_utf8_next_char(at) - at);
	}
}

/* Text and marks of a paragraph as they are printed. */
static void set_text(json_t *object, const struct record *record, const GArray *marks, guint words)
{
	struct span text = span_of(record->text);
	struct snippet snippet;
	snippet_choose(&snippet, text, marks, words);
	g_autofree char *snippet_text = snippet_print(&snippet, text);
	g_autofree char *citation = record_citation(record);
	/* A file's name may be any bytes. */
	g_autofree char *well_formed = text_repair(span_of(citation), NULL);
	json_object_set_new(object, "snippet", json_string(snippet_text));
	json_object_set_new(object, "marks", marks_to_json(marks));
	json_object_set_new(object, "citation", json_string(well_formed));
}

static json_t *records_to_json(const GPtrArray *records)
{
	json_t *list = json_array();
	for (guint n = 0; n < records->len; n++)
		json_array_append_new(list, record_to_json(g_ptr_array_index(records, n)));
	return list;
}

/* Where else a paragraph stands. */
static json_t *places_to_json(const GPtrArray *records)
{
	json_t *list = json_array();
	for (guint n = 0; n < records->len; n++) {
		const struct record *record = g_ptr_array_index(records, n);
		g_autofree char *citation = record_citation(record);
		g_autofree char *place = text_repair(span_of(citation), NULL);
		g_autofree char *path = text_repair(span_of(record->path), NULL);
		json_array_append_new(list,
				      json_pack("{s:s, s:s, s:s}", "id", record->id, "path", path, "citation", place));
	}
	return list;
}

/* One line without its end. Takes the object. */
static void append_object(GString *out, json_t *object)
{
	char *json = json_dumps(object, JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(SCORE_DIGITS));
	json_decref(object);
	append_harmless(out, json);
	free(json);
}

static void append_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	json_t *object = record_to_json(hit->record);
	if (hit->part)
		json_object_set_new(object, "line", json_integer((json_int_t)hit->part->line));
	json_object_set_new(object, "rank", json_integer((json_int_t)hit->rank));
	json_object_set_new(object, "score", json_real(round(hit->score * 1e4) / 1e4));
	set_text(object, hit->record, hit->marks, style->snippet);
	json_object_set_new(object, "copies", places_to_json(hit->copies));
	if (hit->before->len + hit->after->len > 0) {
		json_object_set_new(object, "before", records_to_json(hit->before));
		json_object_set_new(object, "after", records_to_json(hit->after));
	}
	append_object(out, object);
}

/* Facets and timelines: the same objects, in lists or one a line. */
static json_t *value_to_json(const struct facet_value *value)
{
	return json_pack("{s:s, s:I, s:b}", "value", value->name, "hits", (json_int_t)value->hits, "unclear",
			 value->is_unclear);
}

static json_t *facet_to_json(const struct facet *facet)
{
	json_t *values = json_array();
	for (guint n = 0; n < facet->values->len; n++)
		json_array_append_new(values, value_to_json(&g_array_index(facet->values, struct facet_value, n)));
	return json_pack("{s:s, s:I, s:I, s:o}", "facet", facet->name, "hits", (json_int_t)facet->hits, "none",
			 (json_int_t)facet->none, "values", values);
}

static json_t *period_to_json(const struct timeline *timeline, guint n)
{
	const struct timeline_period *period = &g_array_index(timeline->periods, struct timeline_period, n);
	g_autofree char *name = timeline_period_name(timeline, period);
	bool is_dated = *period->low;
	return json_pack("{s:s, s:s?, s:s?, s:s?, s:I, s:I, s:I, s:b}", "period", name, "from",
			 is_dated ? period->low : NULL, "to", is_dated ? period->high : NULL, "body", period->body,
			 "hits", (json_int_t)period->hits, "paragraphs", (json_int_t)period->paragraphs, "meetings",
			 (json_int_t)period->meetings, "gap", timeline_is_gap(period));
}

static json_t *mention_to_json(const struct timeline_mention *mention, guint words)
{
	if (!mention->record)
		return json_null();
	json_t *object = record_to_json(mention->record);
	set_text(object, mention->record, mention->marks, words);
	return object;
}

static json_t *timeline_to_json(const struct timeline *timeline, guint words)
{
	json_t *periods = json_array();
	for (guint n = 0; n < timeline->periods->len; n++)
		json_array_append_new(periods, period_to_json(timeline, n));
	return json_pack("{s:s, s:o, s:o, s:o}", "timeline", timeline_step_name(timeline->step), "periods", periods,
			 "first", mention_to_json(&timeline->first, words), "last",
			 mention_to_json(&timeline->last, words));
}

static void set_part(json_t *object, const struct present_part *part)
{
	json_object_set_new(object, "line", json_integer((json_int_t)part->line));
	json_object_set_new(object, "asked", json_string(part->asked));
}

void present_json_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	json_t *object = json_pack("{s:i, s:s, s:s, s:I, s:I}", "format_version", PRESENT_VERSION, "query",
				   answer->query, "described", answer->described, "total", (json_int_t)answer->total,
				   "offset", (json_int_t)answer->first);
	if (answer->part) {
		g_string_append(out, answer->part->number == 1 ? "[" : "");
		set_part(object, answer->part);
	}
	if (answer->facets->len > 0) {
		json_t *facets = json_array();
		for (guint n = 0; n < answer->facets->len; n++)
			json_array_append_new(facets, facet_to_json(g_ptr_array_index(answer->facets, n)));
		json_object_set_new(object, "facets", facets);
	}
	if (answer->timeline)
		json_object_set_new(object, "timeline", timeline_to_json(answer->timeline, style->snippet));
	append_object(out, object);
	if (!answer->has_hits)
		return;
	/* Hits follow before the object ends. */
	g_string_truncate(out, out->len - 1);
	g_string_append(out, ", \"hits\": [\n");
}

void present_json_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	g_string_append(out, hit->is_first ? "" : ",\n");
	append_hit(out, hit, style);
}

void present_json_end(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	(void)style;
	g_string_append(out, answer->has_hits ? "\n]}" : "");
	if (answer->part)
		g_string_append(out, answer->part->number < answer->part->count ? "," : "]");
	g_string_append_c(out, '\n');
}

static void append_facet_lines(GString *out, const struct facet *facet)
{
	for (guint n = 0; n < facet->values->len; n++) {
		json_t *line = json_pack("{s:s}", "facet", facet->name);
		json_t *value = value_to_json(&g_array_index(facet->values, struct facet_value, n));
		json_object_update(line, value);
		json_decref(value);
		append_object(out, line);
		g_string_append_c(out, '\n');
	}
	if (facet->none == 0)
		return;
	append_object(out, json_pack("{s:s, s:n, s:I, s:b}", "facet", facet->name, "value", "hits",
				     (json_int_t)facet->none, "unclear", 0));
	g_string_append_c(out, '\n');
}

static void append_mention_line(GString *out, const char *which, const struct timeline_mention *mention, guint words)
{
	if (!mention->record)
		return;
	json_t *line = json_pack("{s:s}", "mention", which);
	json_t *object = mention_to_json(mention, words);
	json_object_update(line, object);
	json_decref(object);
	append_object(out, line);
	g_string_append_c(out, '\n');
}

void present_jsonl_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	if (answer->part) {
		json_t *line = json_object();
		set_part(line, answer->part);
		json_object_set_new(line, "total", json_integer((json_int_t)answer->total));
		append_object(out, line);
		g_string_append_c(out, '\n');
	}
	for (guint n = 0; n < answer->facets->len; n++)
		append_facet_lines(out, g_ptr_array_index(answer->facets, n));
	if (!answer->timeline)
		return;
	for (guint n = 0; n < answer->timeline->periods->len; n++) {
		json_t *line = json_pack("{s:s}", "timeline", timeline_step_name(answer->timeline->step));
		json_t *period = period_to_json(answer->timeline, n);
		json_object_update(line, period);
		json_decref(period);
		append_object(out, line);
		g_string_append_c(out, '\n');
	}
	append_mention_line(out, "first", &answer->timeline->first, style->snippet);
	append_mention_line(out, "last", &answer->timeline->last, style->snippet);
}

void present_jsonl_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	append_hit(out, hit, style);
	g_string_append_c(out, '\n');
}
