/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "record.h"

#include <stdio.h>
#include <stdlib.h>

#include "month.h"

static const char *const kind_names[KIND_COUNT] = {
	[KIND_PARAGRAPH] = "paragraph",   [KIND_HEADING] = "heading", [KIND_ATTENDANCE] = "attendance",
	[KIND_RESOLUTION] = "resolution", [KIND_ROW] = "row",         [KIND_RECOMMENDATION] = "recommendation",
	[KIND_FURNITURE] = "furniture",
};

static const char *const type_names[TYPE_COUNT] = {
	[TYPE_OTHER] = "other",   [TYPE_MINUTES] = "minutes",   [TYPE_AGENDA] = "agenda",
	[TYPE_REPORT] = "report", [TYPE_DECISION] = "decision",
};

static const char *const basis_names[BASIS_COUNT] = {
	[BASIS_NONE] = NULL,
	[BASIS_STATED] = "stated",
	[BASIS_MANIFEST] = "manifest",
	[BASIS_FILENAME] = "filename",
};

static void speaker_clear(gpointer data)
{
	struct speaker *speaker = data;
	g_clear_pointer(&speaker->name, g_free);
}

void record_init(struct record *record)
{
	*record = (struct record){.kind = KIND_PARAGRAPH};
	record->speakers = g_array_new(FALSE, FALSE, sizeof(struct speaker));
	g_array_set_clear_func(record->speakers, speaker_clear);
	record->names = g_ptr_array_new_with_free_func(g_free);
	record->topics = g_ptr_array_new_with_free_func(g_free);
	record->topic_terms = g_ptr_array_new_with_free_func(g_free);
	record->confirms = g_ptr_array_new_with_free_func(g_free);
}

void record_clear(struct record *record)
{
	g_free(record->id);
	g_free(record->path);
	g_free(record->page_label);
	g_free(record->council);
	g_free(record->body);
	g_free(record->date);
	g_free(record->classification);
	g_free(record->minute);
	g_free(record->agenda_item);
	g_free(record->title);
	g_free(record->section);
	g_free(record->label);
	g_free(record->text);
	g_free(record->url);
	g_free(record->source);
	g_free(record->standing);
	g_clear_pointer(&record->speakers, g_array_unref);
	g_clear_pointer(&record->names, g_ptr_array_unref);
	g_clear_pointer(&record->topics, g_ptr_array_unref);
	g_clear_pointer(&record->topic_terms, g_ptr_array_unref);
	g_clear_pointer(&record->confirms, g_ptr_array_unref);
	*record = (struct record){.kind = KIND_PARAGRAPH};
}

struct record *record_new(void)
{
	struct record *record = g_new(struct record, 1);
	record_init(record);
	return record;
}

void record_free(gpointer data)
{
	if (!data)
		return;
	record_clear(data);
	g_free(data);
}

void record_add_speaker(struct record *record, const char *name, enum speaker_basis basis)
{
	for (guint i = 0; i < record->speakers->len; i++) {
		struct speaker *known = &g_array_index(record->speakers, struct speaker, i);
		if (strcmp(known->name, name) != 0)
			continue;
		if (basis == SPEAKER_DIRECT)
			known->basis = SPEAKER_DIRECT;
		return;
	}
	struct speaker speaker = {g_strdup(name), basis};
	g_array_append_val(record->speakers, speaker);
}

void record_add_name(struct record *record, const char *name)
{
	if (!g_ptr_array_find_with_equal_func(record->names, name, g_str_equal, NULL))
		g_ptr_array_add(record->names, g_strdup(name));
}

guint record_number(const struct record *record)
{
	const char *sign = record->id ? strrchr(record->id, '#') : NULL;
	guint64 number = 0;
	return sign && g_ascii_string_to_unsigned(sign + 1, 10, 1, RECORD_NUMBER_MAX, &number, NULL) ? (guint)number
												     : 0;
}

static bool name_find(unsigned *out, const char *const *names, unsigned count, const char *name)
{
	for (unsigned i = 0; i < count; i++) {
		if (name && names[i] && strcmp(names[i], name) == 0) {
			*out = i;
			return true;
		}
	}
	return false;
}

const char *record_kind_name(enum record_kind kind)
{
	return kind_names[kind];
}

const char *record_type_name(enum record_type type)
{
	return type_names[type];
}

const char *record_basis_name(enum record_basis basis)
{
	return basis_names[basis];
}

bool record_kind_of(enum record_kind *kind, const char *name)
{
	unsigned found;
	bool known = name_find(&found, kind_names, KIND_COUNT, name);
	if (known)
		*kind = (enum record_kind)found;
	return known;
}

bool record_type_of(enum record_type *type, const char *name)
{
	unsigned found;
	bool known = name_find(&found, type_names, TYPE_COUNT, name);
	if (known)
		*type = (enum record_type)found;
	return known;
}

bool record_basis_of(enum record_basis *basis, const char *name)
{
	unsigned found;
	bool known = name_find(&found, basis_names, BASIS_COUNT, name);
	if (known)
		*basis = (enum record_basis)found;
	return known;
}

/* "26 May 2016" of "2016-05-26"; anything else as it stands. */
static void date_append(GString *out, const char *date)
{
	int year;
	unsigned month, day;
	if (sscanf(date, "%4d-%2u-%2u", &year, &month, &day) == 3 && month >= 1 && month <= MONTHS)
		g_string_append_printf(out, "%u %s %d", day, month_name(month), year);
	else
		g_string_append(out, date);
}

char *record_citation(const struct record *record)
{
	GString *out = g_string_new(NULL);
	const char *body = record->body ? record->body : record->council;
	if (body)
		g_string_append_printf(out, "%s, ", body);
	if (record->date)
		date_append(out, record->date);
	else
		g_string_append(out, "undated");
	if (record->minute)
		g_string_append_printf(out, ", minute %s", record->minute);
	if (record->agenda_item)
		g_string_append_printf(out, record->minute ? " (Item %s)" : ", Item %s", record->agenda_item);
	if (record->label)
		g_string_append_printf(out, ", %s", record->label);
	if (record->page_label)
		g_string_append_printf(out, ", p. %s", record->page_label);
	else if (record->page > 0)
		g_string_append_printf(out, ", p. %d", record->page);
	if (record->path) {
		g_autofree char *base = g_path_get_basename(record->path);
		g_string_append_printf(out, " [%s]", base);
	}
	return g_string_free(out, FALSE);
}
