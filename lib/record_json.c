/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The record as JSON and back, by one table of its fields in the order of the contract. */
#include <stdlib.h>

#include "fault.h"
#include "record.h"
#include "text.h"

/* How one field of struct record is written and read. */
struct form {
	const char *name;
	size_t offset;
	json_t *(*print)(const void *field);
	bool (*parse)(void *field, const json_t *value);
};

static json_t *text_json(const char *text)
{
	json_t *value = json_string(text);
	if (value)
		return value;
	g_autofree char *repaired = text_repair(span_of(text), NULL);
	return json_string(repaired);
}

static json_t *string_print(const void *field)
{
	const char *text = *(char *const *)field;
	return text ? text_json(text) : json_null();
}

static bool string_parse(void *field, const json_t *value)
{
	char **text = field;
	g_clear_pointer(text, g_free);
	if (json_is_null(value))
		return true;
	*text = g_strdup(json_string_value(value));
	return *text != NULL;
}

static json_t *page_print(const void *field)
{
	int page = *(const int *)field;
	return page > 0 ? json_integer(page) : json_null();
}

static bool page_parse(void *field, const json_t *value)
{
	*(int *)field = (int)json_integer_value(value);
	return json_is_null(value) || json_is_integer(value);
}

static json_t *basis_print(const void *field)
{
	const char *name = record_basis_name(*(const enum record_basis *)field);
	return name ? json_string(name) : json_null();
}

static bool basis_parse(void *field, const json_t *value)
{
	enum record_basis *basis = field;
	*basis = BASIS_NONE;
	return json_is_null(value) || record_basis_of(basis, json_string_value(value));
}

static json_t *type_print(const void *field)
{
	return json_string(record_type_name(*(const enum record_type *)field));
}

static bool type_parse(void *field, const json_t *value)
{
	return record_type_of(field, json_string_value(value));
}

static json_t *kind_print(const void *field)
{
	return json_string(record_kind_name(*(const enum record_kind *)field));
}

static bool kind_parse(void *field, const json_t *value)
{
	return record_kind_of(field, json_string_value(value));
}

static json_t *list_print(const void *field)
{
	const GPtrArray *list = *(GPtrArray *const *)field;
	json_t *array = json_array();
	for (guint i = 0; i < list->len; i++)
		json_array_append_new(array, text_json(g_ptr_array_index(list, i)));
	return array;
}

static bool list_parse(void *field, const json_t *value)
{
	GPtrArray *list = *(GPtrArray **)field;
	g_ptr_array_set_size(list, 0);
	for (size_t i = 0; i < json_array_size(value); i++) {
		const char *text = json_string_value(json_array_get(value, i));
		if (!text)
			return false;
		g_ptr_array_add(list, g_strdup(text));
	}
	return json_is_array(value);
}

static json_t *speakers_print(const void *field)
{
	const GArray *speakers = *(GArray *const *)field;
	json_t *array = json_array();
	for (guint i = 0; i < speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(speakers, struct speaker, i);
		json_t *object = json_object();
		json_object_set_new(object, "name", text_json(speaker->name));
		json_object_set_new(object, "basis", json_string(speaker->basis == SPEAKER_DIRECT ? "direct" : "lead"));
		json_array_append_new(array, object);
	}
	return array;
}

static bool speakers_parse(void *field, const json_t *value)
{
	GArray *speakers = *(GArray **)field;
	g_array_set_size(speakers, 0);
	for (size_t i = 0; i < json_array_size(value); i++) {
		const json_t *object = json_array_get(value, i);
		const char *name = json_string_value(json_object_get(object, "name"));
		const char *basis = json_string_value(json_object_get(object, "basis"));
		if (!name || !basis)
			return false;
		struct speaker speaker = {g_strdup(name), strcmp(basis, "direct") == 0 ? SPEAKER_DIRECT : SPEAKER_LEAD};
		g_array_append_val(speakers, speaker);
	}
	return json_is_array(value);
}

#define FORM(name, way)                                                                                                \
	{                                                                                                              \
#name, offsetof(struct record, name), way##_print, way##_parse                                         \
	}

static const struct form forms[] = {
	FORM(id, string),
	FORM(path, string),
	FORM(page, page),
	FORM(page_end, page),
	FORM(page_label, string),
	FORM(council, string),
	FORM(body, string),
	FORM(date, string),
	FORM(date_basis, basis),
	FORM(type, type),
	FORM(classification, string),
	FORM(minute, string),
	FORM(agenda_item, string),
	FORM(title, string),
	FORM(section, string),
	FORM(label, string),
	FORM(kind, kind),
	FORM(speakers, speakers),
	FORM(names, list),
	FORM(topics, list),
	FORM(text, string),
	FORM(url, string),
	FORM(topic_terms, list),
	FORM(source, string),
	FORM(standing, string),
	FORM(confirms, list),
};

json_t *record_to_json(const struct record *record)
{
	json_t *object = json_object();
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
		json_object_set_new(object, forms[i].name, forms[i].print((const char *)record + forms[i].offset));
	return object;
}

char *record_print(const struct record *record)
{
	json_t *object = record_to_json(record);
	char *dumped = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
	json_decref(object);
	char *line = g_strdup(dumped);
	free(dumped);
	return line;
}

bool record_parse(struct record *record, struct span line, GError **error)
{
	json_error_t trouble;
	json_t *object = json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES, &trouble);
	if (!json_is_object(object)) {
		g_set_error(error, FAULT, FAULT_INDEX, "stored record: no JSON object%s%s", object ? "" : ": ",
			    object ? "" : trouble.text);
		json_decref(object);
		return false;
	}
	bool fits = true;
	for (size_t i = 0; i < G_N_ELEMENTS(forms) && fits; i++) {
		const json_t *value = json_object_get(object, forms[i].name);
		fits = !value || forms[i].parse((char *)record + forms[i].offset, value);
		if (!fits)
			g_set_error(error, FAULT, FAULT_INDEX, "stored record: field %s does not fit", forms[i].name);
	}
	json_decref(object);
	return fits;
}
