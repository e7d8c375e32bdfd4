/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The other half of fields.h: what the table's values become in the index, terms and slots. */
#include "copy.h"
#include "fields.h"
#include "text.h"

/* Xapian's limit, and what of a longer term stays readable before its hash. */
#define TERM_BYTES 245
#define HEAD_BYTES FIELDS_WORD_BYTES
#define HASH_DIGITS 32

/* Among so many terms the same one is looked for one by one. */
#define FEW_TERMS 64

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

/* An id without its number. */
static struct span id_head(struct span id)
{
	for (size_t end = id.len; end > 0; end--)
		if (id.ptr[end - 1] == '#')
			return span_cut(id, 0, end - 1);
	return id;
}

char *field_term(const struct field *field, struct span value)
{
	if (field->kind == FIELD_DATE)
		return date_term(value);
	if (field->kind == FIELD_ID)
		return term_make(field->prefix, id_head(value));
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

/* Sets are small: a linear look is quicker than a table. What is beyond them is looked at by make_unique. */
static void add_term(GPtrArray *terms, char *term)
{
	if (terms->len < FEW_TERMS && g_ptr_array_find_with_equal_func(terms, term, g_str_equal, NULL))
		g_free(term);
	else
		g_ptr_array_add(terms, term);
}

/* A paragraph may name ten thousand people: one look at each term then, not at each pair. */
static void make_unique(GPtrArray *terms)
{
	if (terms->len <= FEW_TERMS)
		return;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	guint kept = 0;
	for (guint i = 0; i < terms->len; i++) {
		char *term = terms->pdata[i];
		if (g_hash_table_add(seen, term)) {
			terms->pdata[i] = terms->pdata[kept];
			terms->pdata[kept++] = term;
		}
	}
	g_ptr_array_set_size(terms, (int)kept);
}

static void add_name_terms(GPtrArray *terms, const struct field *field, const char *name)
{
	struct span word, all = span_of(name);
	for (size_t pos = 0; text_next_word(all, &pos, &word);)
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
		case FIELD_ID:
			add_term(terms, field_term(field, span_of(value)));
			break;
		}
	}
}

GPtrArray *field_terms(const struct record *record)
{
	GPtrArray *terms = g_ptr_array_new_with_free_func(g_free);
	add_term(terms, field_file_term(record->path));
	bool is_furniture = record->kind == KIND_FURNITURE;
	if (!is_furniture)
		add_term(terms, g_strdup(FIELDS_SEARCHABLE));
	for (const struct field *field = field_table(); field->name; field++) {
		if (!field->on_lexicon && (!is_furniture || field->on_furniture))
			add_field_terms(terms, field, record);
	}
	make_unique(terms);
	return terms;
}

GPtrArray *field_paper_terms(const struct record *record)
{
	GPtrArray *terms = g_ptr_array_new_with_free_func(g_free);
	for (const struct field *field = field_table(); field->name; field++)
		if (field->on_lexicon)
			add_field_terms(terms, field, record);
	make_unique(terms);
	return terms;
}

guint64 field_file_number(const char *path)
{
	guint8 digest[32];
	gsize len = sizeof(digest);
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(checksum, (const guchar *)(path ? path : ""), -1);
	g_checksum_get_digest(checksum, digest, &len);
	guint64 number;
	memcpy(&number, digest, sizeof(number));
	return GUINT64_FROM_BE(number);
}

char *field_file_term(const char *path)
{
	return g_strdup_printf(FIELDS_FILE "%016" G_GINT64_MODIFIER "x", field_file_number(path));
}

char *field_lexicon_term(const char *path)
{
	return g_strdup_printf(FIELDS_LEXICON "%016" G_GINT64_MODIFIER "x", field_file_number(path));
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

/* The parts of SLOT_ORDER that are of one length each; the copy comes last. */
#define DATE_BYTES (sizeof(FIELDS_UNDATED) - 1)
#define FILE_BYTES sizeof(guint64)
#define NUMBER_BYTES sizeof(guint32)
#define ORDER_BYTES (DATE_BYTES + FILE_BYTES + NUMBER_BYTES + 1)

GString *field_order_print(const struct record *record)
{
	GString *out = g_string_new(FIELDS_UNDATED);
	if (record->date && strlen(record->date) == strlen("YYYY-MM-DD"))
		g_string_printf(out, "%.4s%.2s%.2s", record->date, record->date + 5, record->date + 8);
	guint64 file = GUINT64_TO_BE(field_file_number(record->path));
	guint32 number = GUINT32_TO_BE(record_number(record));
	g_string_append_len(out, (const char *)&file, sizeof(file));
	g_string_append_len(out, (const char *)&number, sizeof(number));
	g_string_append_c(out, (char)('0' + (int)record->kind));
	g_autofree char *copy = copy_key(record);
	if (!*copy)
		return out;
	gsize len;
	g_autofree char *key = g_strndup(copy, COPY_KEY_BYTES);
	g_autofree guchar *digest = g_base64_decode(key, &len);
	g_string_append_len(out, (const char *)digest, (gssize)len);
	g_string_append(out, copy + COPY_KEY_BYTES);
	return out;
}

static bool kind_of_digit(enum record_kind *kind, char digit)
{
	*kind = (enum record_kind)(digit - '0');
	return digit >= '0' && digit < '0' + (int)KIND_COUNT;
}

bool field_order_read(struct field_order *order, struct span value)
{
	if (value.len < ORDER_BYTES)
		return false;
	guint64 file;
	guint32 number;
	memcpy(&file, value.ptr + DATE_BYTES, sizeof(file));
	memcpy(&number, value.ptr + DATE_BYTES + FILE_BYTES, sizeof(number));
	*order = (struct field_order){
		.date = span_cut(value, 0, DATE_BYTES),
		.file = GUINT64_FROM_BE(file),
		.number = GUINT32_FROM_BE(number),
		.copy = span_cut(value, ORDER_BYTES, value.len),
	};
	return kind_of_digit(&order->kind, value.ptr[ORDER_BYTES - 1]);
}

void field_place_print(GString *out, const struct field_order *order, const char *path)
{
	g_string_append_len(out, order->date.ptr, (gssize)order->date.len);
	g_string_append_printf(out, "%s\001%08u%u", path, order->number, (guint)order->kind);
	if (order->copy.len == 0)
		return;
	g_autofree char *key = g_base64_encode((const guchar *)order->copy.ptr, order->copy.len - 1);
	g_string_append_printf(out, "%s%c", key, order->copy.ptr[order->copy.len - 1]);
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
	return kind_of_digit(&place->kind, value.ptr[end + number_len]);
}
