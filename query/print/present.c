/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present.h"

static const struct present_format formats[] = {
	{.name = "text", .begin = present_text_begin, .hit = present_text_hit, .is_text = true},
	{.name = "json", .begin = present_json_begin, .hit = present_json_hit, .end = present_json_end},
	{.name = "jsonl", .begin = present_jsonl_begin, .hit = present_jsonl_hit},
	{.name = "csv", .begin = present_csv_begin, .hit = present_csv_hit, .is_table = true},
	{.name = "tsv", .begin = present_tsv_begin, .hit = present_tsv_hit, .is_table = true},
	{.name = "html",
	 .begin = present_html_begin,
	 .hit = present_html_hit,
	 .end = present_html_end,
	 .is_report = true},
	{.name = "ids", .begin = present_ids_begin, .hit = present_ids_hit},
};

const struct present_format *present_find(const char *name)
{
	for (size_t n = 0; n < G_N_ELEMENTS(formats); n++)
		if (strcmp(formats[n].name, name) == 0)
			return &formats[n];
	return NULL;
}

char *present_names(void)
{
	GString *out = g_string_new(NULL);
	for (size_t n = 0; n < G_N_ELEMENTS(formats); n++)
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", formats[n].name);
	return g_string_free(out, FALSE);
}

static void append_id(GString *out, const char *id, const struct present_style *style)
{
	g_string_append(out, id);
	g_string_append_c(out, style->end_of_record);
}

void present_ids_begin(GString *out, const struct present_answer *answer, const struct present_style *style)
{
	if (answer->part) {
		g_autofree char *head =
			g_strdup_printf("# line %u: %" G_GUINT64_FORMAT, answer->part->line, answer->part->total);
		append_id(out, head, style);
	}
	for (guint n = 0; n < answer->facets->len; n++) {
		const struct facet *facet = g_ptr_array_index(answer->facets, n);
		for (guint k = 0; k < facet->values->len; k++)
			append_id(out, g_array_index(facet->values, struct facet_value, k).name, style);
	}
	for (guint n = 0; answer->timeline && n < answer->timeline->periods->len; n++) {
		const struct timeline_period *period =
			&g_array_index(answer->timeline->periods, struct timeline_period, n);
		g_autofree char *name = timeline_period_name(answer->timeline, period);
		if (period->hits > 0)
			append_id(out, name, style);
	}
}

void present_ids_hit(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	append_id(out, hit->record->id, style);
}
