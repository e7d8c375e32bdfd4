/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The other half of fields.h: what the table's values become in the index, terms and slots. */
#include "copy.h"
#include "fields.h"
#include "text.h"

/* Xapian's limit, and what of a longer term stays readable before its hash. */
#define TERM_BYTES 245
#define HEAD_BYTES FIELDS_WORD_BYTES
#define HASH_DIGITS 32

/* Of a path: 64 bits, for a share of every record's terms. */
#define PATH_DIGITS 16

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
	for (const struct field *field = field_table(); field->name; field++) {
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
	return g_strconcat(FIELDS_FILE, hash, NULL);
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
