/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures people_attribute alone: reads records as JSON Lines (hand-made gold), forgets who speaks, attributes anew
 * and prints the records for the scorer. Usage: score_people FILE */
#include "people.h"

#include <stdio.h>

static char *text_of(const json_t *object, const char *key)
{
	return g_strdup(json_string_value(json_object_get(object, key)));
}

static struct record *record_of(const json_t *object)
{
	struct record *record = record_new();
	record->text = text_of(object, "text");
	record->label = text_of(object, "label");
	record->minute = text_of(object, "minute");
	record->agenda_item = text_of(object, "agenda_item");
	record->title = text_of(object, "title");
	record->section = text_of(object, "section");
	record->date = text_of(object, "date");
	record->id = g_strdup("000000000000#1");
	record->path = g_strdup("gold");
	record_kind_of(&record->kind, json_string_value(json_object_get(object, "kind")));
	const char *type = json_string_value(json_object_get(object, "type"));
	if (type)
		record_type_of(&record->type, type);
	return record;
}

/* Furniture joins the part it stands in; the rest parts where date or type changes. */
static void add_record(struct paper *paper, struct record *record)
{
	guint place = paper->records->len;
	struct part *last =
		paper->parts->len > 0 ? &g_array_index(paper->parts, struct part, paper->parts->len - 1) : NULL;
	bool is_same = last && (record->kind == KIND_FURNITURE ||
				(g_strcmp0(last->date, record->date) == 0 && last->type == record->type));
	if (!is_same) {
		struct part part = {.first = place, .type = record->type, .date = g_strdup(record->date)};
		g_array_append_val(paper->parts, part);
		last = &g_array_index(paper->parts, struct part, paper->parts->len - 1);
	}
	last->end = place + 1;
	g_ptr_array_add(paper->records, record);
}

int main(int argc, char **argv)
{
	g_autofree char *text = NULL;
	if (argc != 2 || !g_file_get_contents(argv[1], &text, NULL, NULL)) {
		fprintf(stderr, "usage: score_people FILE\n");
		return 2;
	}
	struct paper paper;
	paper_init(&paper);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i]; i++) {
		json_t *object = json_loads(lines[i], 0, NULL);
		if (object)
			add_record(&paper, record_of(object));
		json_decref(object);
	}
	people_attribute(&paper);
	for (guint i = 0; i < paper.records->len; i++) {
		g_autofree char *line = record_print(paper.records->pdata[i]);
		printf("%s\n", line);
	}
	paper_clear(&paper);
	return 0;
}
