/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bytes of a quire: record after record. A record is its number; which of its cells are as in the record before it, a
 * bit each; the other cells, each its length and its bytes. Numbers are in base 128, the low digits first. */
#include "quire.h"

#include <zlib.h>

#include "fault.h"
#include "text.h"

/* Deflate's own best is hardly smaller and takes twice the time. */
#define LEVEL 1

/* More than this nobody wrote. */
#define BYTES_MAX (G_GUINT64_CONSTANT(1) << 32)

/* How a field of struct record becomes a cell and back; parse gives false where the bytes are none. */
struct form {
	size_t offset;
	void (*print)(GString *out, const void *field);
	bool (*parse)(void *field, struct span cell);
};

/* NULL is no byte, the empty text one NUL. What is no UTF-8 (a path may be none) is repaired. */
static void string_print(GString *out, const void *field)
{
	const char *text = *(char *const *)field;
	if (!text)
		return;
	g_autofree char *repaired = g_utf8_validate(text, -1, NULL) ? NULL : text_repair(span_of(text), NULL);
	const char *valid = repaired ? repaired : text;
	g_string_append_len(out, valid, MAX((gssize)strlen(valid), 1));
}

static bool string_parse(void *field, struct span cell)
{
	char **text = field;
	g_free(*text);
	*text = cell.len > 0 ? g_strndup(cell.ptr, cell.len) : NULL;
	return true;
}

static void put_number(GString *out, guint64 number)
{
	for (; number >= 0x80; number >>= 7)
		g_string_append_c(out, (char)(number | 0x80));
	g_string_append_c(out, (char)number);
}

static bool take_number(guint64 *number, struct span *rest)
{
	*number = 0;
	for (guint shift = 0; rest->len > 0 && shift < 63; shift += 7) {
		guchar byte = (guchar)*rest->ptr;
		*rest = span_cut(*rest, 1, rest->len);
		*number |= (guint64)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return true;
	}
	return false;
}

static bool read_number(guint64 *number, struct span cell, guint64 end)
{
	return take_number(number, &cell) && cell.len == 0 && *number < end;
}

static void page_print(GString *out, const void *field)
{
	put_number(out, (guint64) * (const int *)field);
}

static bool page_parse(void *field, struct span cell)
{
	guint64 page;
	bool good = read_number(&page, cell, G_MAXINT);
	*(int *)field = good ? (int)page : 0;
	return good;
}

#define ENUM_FORM(name, type, end)                                                                                     \
	static void name##_print(GString *out, const void *field)                                                      \
	{                                                                                                              \
		put_number(out, (guint64) * (const type *)field);                                                      \
	}                                                                                                              \
	static bool name##_parse(void *field, struct span cell)                                                        \
	{                                                                                                              \
		guint64 number;                                                                                        \
		bool good = read_number(&number, cell, end);                                                           \
		*(type *)field = good ? (type)number : (type)0;                                                        \
		return good;                                                                                           \
	}

ENUM_FORM(basis, enum record_basis, BASIS_COUNT)
ENUM_FORM(type, enum record_type, TYPE_COUNT)
ENUM_FORM(kind, enum record_kind, KIND_COUNT)

/* Each with its NUL. */
static void list_print(GString *out, const void *field)
{
	const GPtrArray *list = *(GPtrArray *const *)field;
	for (guint i = 0; i < list->len; i++) {
		const char *text = g_ptr_array_index(list, i);
		g_string_append_len(out, text, (gssize)strlen(text) + 1);
	}
}

/* The text up to the next NUL; NULL at the end, or where there is none. */
static const char *take_text(struct span *rest)
{
	const char *text = rest->ptr;
	const char *end = rest->len > 0 ? memchr(text, '\0', rest->len) : NULL;
	if (!end)
		return NULL;
	*rest = span_cut(*rest, (size_t)(end - text) + 1, rest->len);
	return text;
}

static bool list_parse(void *field, struct span cell)
{
	GPtrArray *list = *(GPtrArray **)field;
	g_ptr_array_set_size(list, 0);
	for (const char *text = take_text(&cell); text; text = take_text(&cell))
		g_ptr_array_add(list, g_strdup(text));
	return cell.len == 0;
}

/* A letter for the basis before each name. */
static void speakers_print(GString *out, const void *field)
{
	const GArray *speakers = *(GArray *const *)field;
	for (guint i = 0; i < speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(speakers, struct speaker, i);
		g_string_append_c(out, speaker->basis == SPEAKER_DIRECT ? 'd' : 'l');
		g_string_append_len(out, speaker->name, (gssize)strlen(speaker->name) + 1);
	}
}

static bool speakers_parse(void *field, struct span cell)
{
	GArray *speakers = *(GArray **)field;
	g_array_set_size(speakers, 0);
	for (const char *text = take_text(&cell); text; text = take_text(&cell)) {
		if (*text != 'd' && *text != 'l')
			return false;
		struct speaker speaker = {g_strdup(text + 1), *text == 'd' ? SPEAKER_DIRECT : SPEAKER_LEAD};
		g_array_append_val(speakers, speaker);
	}
	return cell.len == 0;
}

#define FORM(name, way)                                                                                                \
	{                                                                                                              \
		offsetof(struct record, name), way##_print, way##_parse                                                \
	}

/* The order is part of what is stored; the id is the first, see id_print. */
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
	FORM(topic_terms, list),
	FORM(text, string),
	FORM(url, string),
	FORM(source, string),
	FORM(standing, string),
	FORM(confirms, list),
};

#define CELLS G_N_ELEMENTS(forms)

struct quire {
	GString *bytes;
	GString *cell;
	struct {
		size_t at, len;
	} last[CELLS]; /* in `bytes`, of the record added last; an empty cell stands anywhere */
	bool is_begun;
};

guint quire_index(guint number)
{
	return (number - 1) / QUIRE_RECORDS;
}

struct quire *quire_new(void)
{
	struct quire *quire = g_new0(struct quire, 1);
	quire->bytes = g_string_new(NULL);
	quire->cell = g_string_new(NULL);
	return quire;
}

void quire_free(struct quire *quire)
{
	if (!quire)
		return;
	g_string_free(quire->bytes, TRUE);
	g_string_free(quire->cell, TRUE);
	g_free(quire);
}

void quire_clear(struct quire *quire)
{
	g_string_truncate(quire->bytes, 0);
	quire->is_begun = false;
}

/* Of "DOC#7" all but the number, which stands for itself; an id of another form as it is. */
static void id_print(GString *out, const struct record *record)
{
	char number[16];
	int len = g_snprintf(number, sizeof(number), "%u", record_number(record));
	string_print(out, &record->id);
	if (g_str_has_suffix(out->str, number) && out->str[out->len - (gsize)len - 1] == '#')
		g_string_truncate(out, out->len - (gsize)len);
}

static void print_cell(GString *out, const struct record *record, size_t n)
{
	g_string_truncate(out, 0);
	if (n == 0)
		id_print(out, record);
	else
		forms[n].print(out, (const char *)record + forms[n].offset);
}

/* Whether it is as in the record before; else it is noted that it will stand at the end of the bytes. */
static bool is_repeated(struct quire *quire, size_t n)
{
	GString *cell = quire->cell;
	return quire->is_begun && quire->last[n].len == cell->len &&
	       memcmp(quire->bytes->str + quire->last[n].at, cell->str, cell->len) == 0;
}

void quire_add(struct quire *quire, const struct record *record)
{
	put_number(quire->bytes, record_number(record));
	size_t mask_at = quire->bytes->len;
	guint32 mask = 0;
	g_string_append_len(quire->bytes, (const char *)&mask, sizeof(mask));
	for (size_t n = 0; n < CELLS; n++) {
		print_cell(quire->cell, record, n);
		if (is_repeated(quire, n)) {
			mask |= 1U << n;
			continue;
		}
		put_number(quire->bytes, quire->cell->len);
		quire->last[n].at = quire->bytes->len;
		quire->last[n].len = quire->cell->len;
		g_string_append_len(quire->bytes, quire->cell->str, (gssize)quire->cell->len);
	}
	mask = GUINT32_TO_LE(mask);
	memcpy(quire->bytes->str + mask_at, &mask, sizeof(mask));
	quire->is_begun = true;
}

struct span quire_bytes(const struct quire *quire)
{
	return (struct span){quire->bytes->str, quire->bytes->len};
}

GString *quire_press(struct span bytes)
{
	GString *out = g_string_new(NULL);
	put_number(out, bytes.len);
	size_t head = out->len;
	uLongf len = compressBound(bytes.len);
	g_string_set_size(out, head + len);
	compress2((Bytef *)out->str + head, &len, (const Bytef *)bytes.ptr, bytes.len, LEVEL);
	g_string_set_size(out, head + len);
	return out;
}

static bool fail(GError **error)
{
	g_set_error_literal(error, FAULT, FAULT_INDEX, "stored records: not as they were written");
	return false;
}

bool quire_unpress(GString *bytes, struct span pressed, GError **error)
{
	guint64 size;
	/* Deflate makes a thousandth of it at best. */
	if (!take_number(&size, &pressed) || size >= BYTES_MAX || size / 1100 > pressed.len)
		return fail(error);
	g_string_set_size(bytes, size);
	uLongf len = size;
	int state = uncompress((Bytef *)bytes->str, &len, (const Bytef *)pressed.ptr, pressed.len);
	return (state == Z_OK && len == size) || fail(error);
}

/* Takes the cells of one record; those that it repeats stay as they are. */
static bool take_cells(struct span *cells, struct span *rest)
{
	guint32 mask;
	if (rest->len < sizeof(mask))
		return false;
	memcpy(&mask, rest->ptr, sizeof(mask));
	mask = GUINT32_FROM_LE(mask);
	*rest = span_cut(*rest, sizeof(mask), rest->len);
	for (size_t n = 0; n < CELLS; n++) {
		guint64 len;
		if (mask & (1U << n))
			continue;
		if (!take_number(&len, rest) || len > rest->len)
			return false;
		cells[n] = span_cut(*rest, 0, len);
		*rest = span_cut(*rest, len, rest->len);
	}
	return true;
}

static bool fill_record(struct record *record, const struct span *cells, guint number)
{
	for (size_t n = 0; n < CELLS; n++)
		if (!forms[n].parse((char *)record + forms[n].offset, cells[n]))
			return false;
	size_t len = cells[0].len;
	if (len > 0 && cells[0].ptr[len - 1] == '#') {
		g_free(record->id);
		record->id = g_strdup_printf("%.*s%u", (int)len, cells[0].ptr, number);
	}
	return true;
}

bool quire_find(bool *found, struct record *record, struct span bytes, guint number, GError **error)
{
	struct span cells[CELLS] = {{NULL, 0}};
	struct span wanted[CELLS];
	*found = false;
	while (bytes.len > 0) {
		guint64 at;
		if (!take_number(&at, &bytes) || !take_cells(cells, &bytes))
			return fail(error);
		if (at != number)
			continue;
		memcpy(wanted, cells, sizeof(wanted));
		*found = true;
	}
	return !*found || fill_record(record, wanted, number) || fail(error);
}
