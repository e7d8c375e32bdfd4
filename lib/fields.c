/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fields.h"

#include "copy.h"
#include "text.h"

/* Xapian's limit, and what of a longer term stays readable before its hash. */
#define TERM_BYTES 245
#define HEAD_BYTES FIELDS_WORD_BYTES
#define HASH_DIGITS 32

/* Of a path: 64 bits, for a share of every record's terms. */
#define PATH_DIGITS 16

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
	struct span word;
	bool is_denied = false;
	for (size_t pos = 0; text && text_next_word(span_of(text), &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		if (g_strv_contains(wanted, folded->str) && !is_denied)
			return true;
		is_denied = strcmp(folded->str, "not") == 0 || strcmp(folded->str, "non") == 0;
	}
	return false;
}

static bool is_restricted(const struct record *record)
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
	return has_word(record->classification, words) || has_word(base, words);
}

static const char *const flag_choices[] = {"resolution", "restricted", "undated", "draft", NULL};

static void flag_values(GPtrArray *out, const struct record *record)
{
	const bool flags[] = {record->kind == KIND_RESOLUTION, is_restricted(record), !record->date, is_draft(record)};
	for (size_t i = 0; i < G_N_ELEMENTS(flags); i++) {
		if (flags[i])
			add_copy(out, flag_choices[i]);
	}
}

static const char *const type_choices[] = {"minutes", "agenda", "report", "decision", "other", NULL};
static const char *const kind_choices[] = {"heading",        "attendance", "paragraph", "resolution",
					   "recommendation", "row",        "furniture", NULL};

#define MEMBER(name) .slot = -1, .member = offsetof(struct record, name)
#define VALUES(function) .slot = -1, .values = function

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
	 .slot = SLOT_DATE,
	 .member = offsetof(struct record, date),
	 .help = "the meeting's date: 2016, 2016-05, 26/05/2016, 2013..2016"},
	{.name = "file", .prefix = "P", .kind = FIELD_PATH, MEMBER(path), .help = "a file's name or whole path"},
	{.name = "id",
	 .prefix = "XID",
	 .kind = FIELD_EXACT,
	 MEMBER(id),
	 .on_furniture = true,
	 .help = "a paragraph's id"},
	{.name = "is",
	 .prefix = "XIS",
	 .kind = FIELD_FLAG,
	 .choices = flag_choices,
	 VALUES(flag_values),
	 .help = "resolution, restricted, undated or draft"},
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

/* Keeps a term within the limit: head, "~" and hash where it is longer. */
static void term_limit(GString *term)
{
	if (term->len <= TERM_BYTES)
		return;
	g_autofree char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)term->str, term->len);
	size_t head = HEAD_BYTES;
	while (((unsigned char)term->str[head] & 0xC0) == 0x80)
		head--;
	g_string_truncate(term, head);
	g_string_append_c(term, '~');
	g_string_append_len(term, hash, HASH_DIGITS);
}

static char *term_make(const char *prefix, struct span value)
{
	g_autoptr(GString) folded = g_string_sized_new(value.len);
	text_fold(folded, value);
	GString *term = g_string_new(prefix);
	/* Folding leaves no capital at the head, only a colon of its own could be taken for the rule's. */
	if (folded->str[0] == ':')
		g_string_append_c(term, ':');
	g_string_append_len(term, folded->str, (gssize)folded->len);
	term_limit(term);
	return g_string_free(term, FALSE);
}

static char *date_term(struct span value)
{
	GString *term = g_string_new(value.len == 4 ? "Y" : value.len == 7 ? "M" : "D");
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] != '-')
			g_string_append_c(term, value.ptr[i]);
	}
	term_limit(term);
	return g_string_free(term, FALSE);
}

void field_stem_term(GString *out, const struct field *field, const char *stem)
{
	g_string_assign(out, "Z");
	if (field)
		g_string_append(out, field->prefix);
	g_string_append(out, stem);
	term_limit(out);
}

char *field_term(const struct field *field, struct span value)
{
	if (field->kind == FIELD_DATE)
		return date_term(value);
	if (field->kind != FIELD_STEMS)
		return term_make(field->prefix, value);
	g_autofree char *stem = g_strndup(value.ptr, value.len);
	GString *term = g_string_new(NULL);
	field_stem_term(term, field, stem);
	return g_string_free(term, FALSE);
}

char *field_whole_term(const struct field *field, struct span value)
{
	return field->whole ? term_make(field->whole, value) : NULL;
}

/* Sets are small: a linear look is quicker than a table. */
static void add_term(GPtrArray *terms, char *term)
{
	if (g_ptr_array_find_with_equal_func(terms, term, g_str_equal, NULL))
		g_free(term);
	else
		g_ptr_array_add(terms, term);
}

static void add_name_terms(GPtrArray *terms, const struct field *field, const char *name)
{
	struct span word;
	for (size_t pos = 0; text_next_word(span_of(name), &pos, &word);)
		add_term(terms, field_term(field, word));
	if (field->whole)
		add_term(terms, field_whole_term(field, span_of(name)));
}

static void add_path_terms(GPtrArray *terms, const struct field *field, const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	add_term(terms, field_term(field, span_of(path)));
	add_term(terms, field_term(field, span_of(base)));
}

static void add_date_terms(GPtrArray *terms, const struct field *field, const char *date)
{
	const size_t ends[] = {4, 7, 10};
	for (size_t i = 0; i < G_N_ELEMENTS(ends) && ends[i] <= strlen(date); i++)
		add_term(terms, field_term(field, span_cut(span_of(date), 0, ends[i])));
}

static void add_field_terms(GPtrArray *terms, const struct field *field, const struct record *record)
{
	if (!field->prefix)
		return;
	g_autoptr(GPtrArray) values = field_values(field, record);
	for (guint i = 0; i < values->len; i++) {
		const char *value = g_ptr_array_index(values, i);
		switch (field->kind) {
		case FIELD_STEMS:
			break;
		case FIELD_NAME:
			add_name_terms(terms, field, value);
			break;
		case FIELD_PATH:
			add_path_terms(terms, field, value);
			break;
		case FIELD_DATE:
			add_date_terms(terms, field, value);
			break;
		case FIELD_EXACT:
		case FIELD_FLAG:
			add_term(terms, field_term(field, span_of(value)));
			break;
		}
	}
}

GPtrArray *field_terms(const struct record *record)
{
	GPtrArray *terms = g_ptr_array_new_with_free_func(g_free);
	add_term(terms, field_file_term(record->path));
	add_term(terms, field_unique_term(record));
	bool is_furniture = record->kind == KIND_FURNITURE;
	if (!is_furniture)
		add_term(terms, g_strdup(FIELDS_SEARCHABLE));
	for (const struct field *field = fields; field->name; field++) {
		if (!is_furniture || field->on_furniture)
			add_field_terms(terms, field, record);
	}
	return terms;
}

static char *path_hash(const char *path)
{
	g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path ? path : "", -1);
	return g_strndup(hash, PATH_DIGITS);
}

char *field_file_term(const char *path)
{
	g_autofree char *hash = path_hash(path);
	return g_strconcat("XFILE", hash, NULL);
}

char *field_lexicon_term(const char *path)
{
	g_autofree char *hash = path_hash(path);
	return g_strconcat(FIELDS_LEXICON, hash, NULL);
}

char *field_word_term(struct span folded)
{
	GString *term = g_string_new(FIELDS_WORD);
	g_string_append_len(term, folded.ptr, (gssize)folded.len);
	term_limit(term);
	return g_string_free(term, FALSE);
}

char *field_brief_term(struct span brief, struct span full)
{
	GString *term = g_string_new(FIELDS_BRIEF);
	text_fold(term, brief);
	g_string_append_c(term, '=');
	struct span word;
	for (size_t pos = 0, first = 1; text_next_word(full, &pos, &word); first = 0) {
		if (!first)
			g_string_append_c(term, ' ');
		text_fold(term, word);
	}
	term_limit(term);
	return g_string_free(term, FALSE);
}

char *field_unique_term(const struct record *record)
{
	g_autofree char *hash = path_hash(record->path);
	return g_strdup_printf("Q%s#%u", hash, record_number(record));
}

/* "YYYYMMDD", or `absent` where there is no whole date. */
static char *date_digits(const char *date, const char *absent)
{
	if (!date || strlen(date) != 10)
		return g_strdup(absent);
	return g_strdup_printf("%.4s%.2s%.2s", date, date + 5, date + 8);
}

char *field_slot_value(const struct record *record, enum field_slot slot)
{
	if (slot == SLOT_DATE)
		return date_digits(record->date, "");
	g_autofree char *date = date_digits(record->date, FIELDS_UNDATED);
	g_autofree char *copy = copy_key(record);
	return g_strdup_printf("%s%s\001%08u%u%s", date, record->path ? record->path : "", record_number(record),
			       (guint)record->kind, copy);
}

bool field_place_read(struct field_place *place, struct span value)
{
	const size_t date_len = strlen(FIELDS_UNDATED);
	const size_t number_len = 8;
	size_t end = value.len;
	while (end > 0 && value.ptr[end - 1] != '\001')
		end--;
	if (end <= date_len || value.len < end + number_len + 1)
		return false;
	*place = (struct field_place){
		.date = span_cut(value, 0, date_len),
		.path = span_cut(value, date_len, end - 1),
		.copy = span_cut(value, end + number_len + 1, value.len),
	};
	for (size_t n = 0; n < number_len; n++)
		place->number = place->number * 10 + (guint)(value.ptr[end + n] - '0');
	guint kind = (guint)(value.ptr[end + number_len] - '0');
	place->kind = (enum record_kind)kind;
	return kind < KIND_COUNT;
}
