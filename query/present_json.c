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

/* JSON leaves these as they are, and a terminal obeys them: C1 controls and delete, and what turns text around. */
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

void present_jsonl(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	struct span text = span_of(hit->record->text);
	struct snippet snippet;
	snippet_choose(&snippet, text, hit->marks, style->snippet);
	g_autofree char *snippet_text = snippet_print(&snippet, text);
	g_autofree char *citation = record_citation(hit->record);
	/* A file's name may be any bytes. */
	g_autofree char *well_formed = text_repair(span_of(citation), NULL);
	json_t *object = record_to_json(hit->record);
	json_object_set_new(object, "rank", json_integer((json_int_t)hit->rank));
	json_object_set_new(object, "score", json_real(round(hit->score * 1e4) / 1e4));
	json_object_set_new(object, "snippet", json_string(snippet_text));
	json_object_set_new(object, "marks", marks_to_json(hit->marks));
	json_object_set_new(object, "citation", json_string(well_formed));
	json_object_set_new(object, "copies", json_array());
	char *json = json_dumps(object, JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(SCORE_DIGITS));
	json_decref(object);
	append_harmless(out, json);
	g_string_append_c(out, '\n');
	free(json);
}
