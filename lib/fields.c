/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fields.h"

#include "text.h"

static void add_copy(GPtrArray *out, const char *value)
{
	g_ptr_array_add(out, g_strdup(value));
}

static void speaker_values(GPtrArray *out, const struct record *record)
{
	for (guint i = 0; i < record->speakers->len; i++)
		add_copy(out, g_array_index(record->speakers, struct speaker, i).name);
}

static void spoke_values(GPtrArray *out, const struct record *record)
{
	for (guint i = 0; i < record->speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, i);
		if (speaker->basis == SPEAKER_DIRECT)
			add_copy(out, speaker->name);
	}
}

static void topic_values(GPtrArray *out, const struct record *record)
{
	for (guint i = 0; i < record->topics->len; i++)
		add_copy(out, g_ptr_array_index(record->topics, i));
}

static void confirms_values(GPtrArray *out, const struct record *record)
{
	for (guint i = 0; i < record->confirms->len; i++)
		add_copy(out, g_ptr_array_index(record->confirms, i));
}

static void type_values(GPtrArray *out, const struct record *record)
{
	add_copy(out, record_type_name(record->type));
}

static void kind_values(GPtrArray *out, const struct record *record)
{
	add_copy(out, record_kind_name(record->kind));
}

/* Whether one of `wanted` is a word of the text, not straight after "not" or "non". */
static bool has_word(const char *text, const char *const *wanted)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	struct span word, all = text ? span_of(text) : (struct span){"", 0};
	bool is_denied = false;
	for (size_t pos = 0; text_next_word(all, &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		if (g_strv_contains(wanted, folded->str) && !is_denied)
			return true;
		is_denied = strcmp(folded->str, "not") == 0 || strcmp(folded->str, "non") == 0;
	}
	return false;
}

bool field_is_restricted(const struct record *record)
{
	static const char *const words[] = {"exempt", "confidential", "restricted", "private", NULL};
	if (!record->classification)
		return false;
	g_autoptr(GString) folded = g_string_new(NULL);
	text_fold(folded, span_of(record->classification));
	return has_word(record->classification, words) || strstr(folded->str, "not for publication");
}

static bool is_draft(const struct record *record)
{
	static const char *const words[] = {"draft", "drafts", NULL};
	g_autofree char *base = record->path ? g_path_get_basename(record->path) : NULL;
	return has_word(record->standing, words) || has_word(record->classification, words) || has_word(base, words);
}

/* What is confirmed a later paper says: no record has that flag of its own, see query/standing. */
static const char *const flag_choices[] = {"resolution", "restricted", "undated", "draft", "confirmed", NULL};

static void flag_values(GPtrArray *out, const struct record *record)
{
	const bool flags[] = {record->kind == KIND_RESOLUTION, field_is_restricted(record), !record->date,
			      is_draft(record)};
	for (size_t i = 0; i < G_N_ELEMENTS(flags); i++) {
		if (flags[i])
			add_copy(out, flag_choices[i]);
	}
}

static const char *const type_choices[] = {"minutes", "agenda", "report", "decision", "other", NULL};
static const char *const kind_choices[] = {"heading",        "attendance", "paragraph", "resolution",
					   "recommendation", "row",        "furniture", NULL};

#define MEMBER(name) .member = offsetof(struct record, name)
#define VALUES(function) .values = function

static const struct field fields[] = {
	{.name = "speaker",
	 .prefix = "A",
	 .whole = "XFSPEAKER",
	 .kind = FIELD_NAME,
	 VALUES(speaker_values),
	 .help = "who speaks, named in the paragraph or in the lead-in above it"},
	{.name = "spoke",
	 .prefix = "XSPOKE",
	 .whole = "XFSPOKE",
	 .kind = FIELD_NAME,
	 VALUES(spoke_values),
	 .help = "who speaks, named in the paragraph itself"},
	{.name = "person",
	 .kind = FIELD_NAME,
	 VALUES(speaker_values),
	 .help = "who speaks, under any name that the papers print for that person"},
	{.name = "topic", .prefix = "K", .kind = FIELD_EXACT, VALUES(topic_values), .help = "a topic's id"},
	{.name = "body",
	 .prefix = "XBODY",
	 .whole = "XFBODY",
	 .kind = FIELD_NAME,
	 MEMBER(body),
	 .help = "words of the name of the panel, committee or cabinet"},
	{.name = "council",
	 .prefix = "XCOUNCIL",
	 .whole = "XFCOUNCIL",
	 .kind = FIELD_NAME,
	 MEMBER(council),
	 .help = "words of the council's name"},
	{.name = "type",
	 .prefix = "T",
	 .kind = FIELD_EXACT,
	 .choices = type_choices,
	 VALUES(type_values),
	 .help = "minutes, agenda, report, decision or other"},
	{.name = "kind",
	 .prefix = "XKIND",
	 .kind = FIELD_EXACT,
	 .choices = kind_choices,
	 VALUES(kind_values),
	 .on_furniture = true,
	 .help = "heading, attendance, paragraph, resolution, recommendation, row or furniture"},
	{.name = "item", .prefix = "XITEM", .kind = FIELD_EXACT, MEMBER(agenda_item), .help = "agenda reference, B3"},
	{.name = "title", .prefix = "S", .kind = FIELD_STEMS, MEMBER(title), .help = "words of the item's title"},
	{.name = "section",
	 .prefix = "XSECTION",
	 .kind = FIELD_STEMS,
	 MEMBER(section),
	 .help = "words of the heading inside the item"},
	{.name = "minute", .prefix = "XMINUTE", .kind = FIELD_EXACT, MEMBER(minute), .help = "minute number, 152"},
	{.name = "date",
	 .prefix = "D",
	 .kind = FIELD_DATE,
	 .member = offsetof(struct record, date),
	 .help = "the meeting's date: 2016, 2016-05, 26/05/2016, 2013..2016"},
	{.name = "file",
	 .prefix = "P",
	 .kind = FIELD_PATH,
	 MEMBER(path),
	 .on_lexicon = true,
	 .help = "a file's name or whole path"},
	{.name = "id", .prefix = "XID", .kind = FIELD_ID, MEMBER(id), .on_lexicon = true, .help = "a paragraph's id"},
	{.name = "confirms",
	 .prefix = "XCONFIRMS",
	 .kind = FIELD_EXACT,
	 VALUES(confirms_values),
	 .help = "the day of the meeting whose minutes the paragraph confirms, 2016-05-26"},
	{.name = "is",
	 .prefix = "XIS",
	 .kind = FIELD_FLAG,
	 .choices = flag_choices,
	 VALUES(flag_values),
	 .help = "resolution, restricted, undated, draft or confirmed"},
	{.name = NULL},
};

const struct field *field_table(void)
{
	return fields;
}

const struct field *field_find(struct span name)
{
	for (const struct field *field = fields; field->name; field++) {
		if (strlen(field->name) == name.len && g_ascii_strncasecmp(field->name, name.ptr, name.len) == 0)
			return field;
	}
	return NULL;
}

GPtrArray *field_values(const struct field *field, const struct record *record)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
	if (field->values) {
		field->values(out, record);
		return out;
	}
	const char *value = *(char *const *)((const char *)record + field->member);
	if (value)
		add_copy(out, value);
	return out;
}
