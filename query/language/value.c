/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "value.h"

#include "fault.h"
#include "period.h"
#include "suggest.h"

/* How a value is written, for those who left it out. */
static const struct {
	const char *field, *example;
} examples[] = {
	{"speaker", "speaker:khosla"},
	{"spoke", "spoke:khosla"},
	{"person", "person:\"Rory Love\""},
	{"topic", "topic:adoption"},
	{"body", "body:\"Corporate Parenting Panel\""},
	{"council", "council:kent"},
	{"type", "type:minutes"},
	{"kind", "kind:resolution"},
	{"item", "item:B3"},
	{"title", "title:fostering"},
	{"minute", "minute:152"},
	{"date", "date:2016, date:2013..2016 or date:\"26 May 2016\""},
	{"is", "is:resolution"},
	{"confirms", "confirms:2016-05-26"},
};

static char *join(const GPtrArray *names)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < names->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", (const char *)g_ptr_array_index(names, n));
	return g_string_free(out, FALSE);
}

static bool check_choice(const struct field *field, struct span text, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (const char *const *choice = field->choices; *choice; choice++) {
		if (strlen(*choice) == text.len && g_ascii_strncasecmp(*choice, text.ptr, text.len) == 0)
			return true;
		g_ptr_array_add(names, (gpointer)*choice);
	}
	g_autofree char *all = join(names);
	const char *nearest = suggest_nearest(names, text);
	g_autofree char *hint = nearest ? g_strdup_printf("did you mean %s:%s? ", field->name, nearest) : g_strdup("");
	g_set_error(error, FAULT, FAULT_QUERY, "no %s '%.*s'; %sthere are %s", field->name, (int)text.len, text.ptr,
		    hint, all);
	return false;
}

static bool check_value(struct tree *leaf, struct span text, GError **error)
{
	const struct field *field = leaf->field;
	bool wants_words = field->kind == FIELD_STEMS || field->kind == FIELD_NAME;
	if (text.len == 0 || (wants_words && leaf->words->len == 0)) {
		const char *example = NULL;
		for (size_t n = 0; n < G_N_ELEMENTS(examples); n++)
			if (strcmp(examples[n].field, field->name) == 0)
				example = examples[n].example;
		g_set_error(error, FAULT, FAULT_QUERY, "%s: needs a value right behind it%s%s", field->name,
			    example ? ", like " : "", example ? example : "");
		return false;
	}
	bool is_literal =
		leaf->quoted && (field->kind == FIELD_EXACT || field->kind == FIELD_ID || field->kind == FIELD_PATH);
	if (memchr(text.ptr, '*', text.len) && !is_literal) {
		g_set_error(error, FAULT, FAULT_QUERY, "%s: takes whole words; a star is for words of the text",
			    field->name);
		return false;
	}
	if (field->kind != FIELD_DATE)
		return !field->choices || check_choice(field, text, error);
	struct period period;
	if (!period_parse(&period, text, error))
		return false;
	memcpy(leaf->low, period.low, sizeof(leaf->low));
	memcpy(leaf->high, period.high, sizeof(leaf->high));
	return true;
}

bool value_parse(struct tree **out, const struct field *field, struct span text, bool quoted, GError **error)
{
	struct tree *leaf = tree_leaf(TREE_FIELD, text);
	leaf->field = field;
	leaf->quoted = quoted;
	if (!check_value(leaf, text, error)) {
		tree_free(leaf);
		return false;
	}
	/* Until it is known which names are one person's, that is a speaker with these words. */
	if (!field->prefix) {
		leaf->meaning = tree_leaf(TREE_FIELD, text);
		leaf->meaning->field = field_find(span_of("speaker"));
		leaf->meaning->quoted = quoted;
	}
	*out = leaf;
	return true;
}

bool value_field(const struct field **field, struct span name, GError **error)
{
	*field = field_find(name);
	if (*field)
		return true;
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (const struct field *each = field_table(); each->name; each++)
		g_ptr_array_add(names, (gpointer)each->name);
	const char *nearest = suggest_nearest(names, name);
	if (nearest) {
		g_set_error(error, FAULT, FAULT_QUERY, "no field '%.*s'; did you mean %s:?", (int)name.len, name.ptr,
			    nearest);
		return false;
	}
	g_autofree char *all = join(names);
	g_set_error(error, FAULT, FAULT_QUERY, "no field '%.*s'; there are %s; quotes make it words", (int)name.len,
		    name.ptr, all);
	return false;
}
