/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "parcel.h"

#include <string.h>

#include "text.h"

enum {
	PAGES_MAX = 100000000,
};

/* What is left of the bytes; once it does not fit, it stays bad. */
struct rest {
	const char *ptr;
	size_t len;
	bool is_bad;
};

static void put_number(GByteArray *out, guint32 number)
{
	g_byte_array_append(out, (const guint8 *)&number, sizeof(number));
}

/* Its length and one, or 0 for none, then the bytes with the NUL behind them. */
static void put_text(GByteArray *out, const char *text)
{
	g_autofree char *repaired = text && !g_utf8_validate(text, -1, NULL) ? text_repair(span_of(text), NULL) : NULL;
	const char *good = repaired ? repaired : text;
	guint32 size = good ? (guint32)strlen(good) + 1 : 0;
	put_number(out, size);
	g_byte_array_append(out, (const guint8 *)good, size);
}

static guint32 get_number(struct rest *rest, guint32 most)
{
	guint32 number = 0;
	if (rest->is_bad || rest->len < sizeof(number)) {
		rest->is_bad = true;
		return 0;
	}
	memcpy(&number, rest->ptr, sizeof(number));
	rest->ptr += sizeof(number);
	rest->len -= sizeof(number);
	rest->is_bad = number > most;
	return rest->is_bad ? 0 : number;
}

/* A look. */
static const char *get_text(struct rest *rest)
{
	guint32 size = get_number(rest, G_MAXUINT32);
	if (rest->is_bad || size == 0)
		return NULL;
	const char *text = rest->ptr;
	if (size > rest->len || text[size - 1] != '\0' || !g_utf8_validate(text, (gssize)size - 1, NULL)) {
		rest->is_bad = true;
		return NULL;
	}
	rest->ptr += size;
	rest->len -= size;
	return text;
}

static struct rest rest_of(struct span bytes)
{
	return (struct rest){bytes.ptr, bytes.len, false};
}

static bool is_whole(const struct rest *rest)
{
	return !rest->is_bad && rest->len == 0;
}

/* How one field of struct record travels. */
struct way {
	size_t offset;
	void (*put)(GByteArray *out, const void *field);
	void (*get)(void *field, struct rest *rest);
};

static void string_put(GByteArray *out, const void *field)
{
	put_text(out, *(char *const *)field);
}

static void string_get(void *field, struct rest *rest)
{
	*(char **)field = g_strdup(get_text(rest));
}

static bool is_date(const char *text)
{
	for (size_t i = 0; i < strlen("YYYY-MM-DD"); i++)
		if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
			return false;
	return text[strlen("YYYY-MM-DD")] == '\0';
}

static void date_get(void *field, struct rest *rest)
{
	const char *date = get_text(rest);
	rest->is_bad |= date && !is_date(date);
	*(char **)field = g_strdup(date);
}

static void page_put(GByteArray *out, const void *field)
{
	put_number(out, (guint32)MAX(*(const int *)field, 0));
}

static void page_get(void *field, struct rest *rest)
{
	*(int *)field = (int)get_number(rest, PAGES_MAX);
}

static void basis_put(GByteArray *out, const void *field)
{
	put_number(out, *(const enum record_basis *)field);
}

static void basis_get(void *field, struct rest *rest)
{
	*(enum record_basis *)field = (enum record_basis)get_number(rest, BASIS_COUNT - 1);
}

static void type_put(GByteArray *out, const void *field)
{
	put_number(out, *(const enum record_type *)field);
}

static void type_get(void *field, struct rest *rest)
{
	*(enum record_type *)field = (enum record_type)get_number(rest, TYPE_COUNT - 1);
}

static void kind_put(GByteArray *out, const void *field)
{
	put_number(out, *(const enum record_kind *)field);
}

static void kind_get(void *field, struct rest *rest)
{
	*(enum record_kind *)field = (enum record_kind)get_number(rest, KIND_COUNT - 1);
}

static void list_put(GByteArray *out, const void *field)
{
	const GPtrArray *list = *(GPtrArray *const *)field;
	put_number(out, list->len);
	for (guint i = 0; i < list->len; i++)
		put_text(out, list->pdata[i]);
}

static void list_get(void *field, struct rest *rest)
{
	GPtrArray *list = *(GPtrArray **)field;
	guint32 count = get_number(rest, G_MAXUINT32);
	for (guint32 i = 0; i < count && !rest->is_bad; i++) {
		const char *text = get_text(rest);
		rest->is_bad |= !text;
		if (text)
			g_ptr_array_add(list, g_strdup(text));
	}
}

static void speakers_put(GByteArray *out, const void *field)
{
	const GArray *speakers = *(GArray *const *)field;
	put_number(out, speakers->len);
	for (guint i = 0; i < speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(speakers, struct speaker, i);
		put_number(out, speaker->basis);
		put_text(out, speaker->name);
	}
}

static void speakers_get(void *field, struct rest *rest)
{
	GArray *speakers = *(GArray **)field;
	guint32 count = get_number(rest, G_MAXUINT32);
	for (guint32 i = 0; i < count && !rest->is_bad; i++) {
		struct speaker speaker = {.basis = (enum speaker_basis)get_number(rest, SPEAKER_LEAD)};
		const char *name = get_text(rest);
		rest->is_bad |= !name;
		if (!name)
			return;
		speaker.name = g_strdup(name);
		g_array_append_val(speakers, speaker);
	}
}

#define WAY(field, out, in)                                                                                            \
	{                                                                                                              \
		offsetof(struct record, field), out##_put, in##_get                                                    \
	}

static const struct way ways[] = {
	WAY(page, page, page),
	WAY(page_end, page, page),
	WAY(page_label, string, string),
	WAY(council, string, string),
	WAY(body, string, string),
	WAY(date, string, date),
	WAY(date_basis, basis, basis),
	WAY(type, type, type),
	WAY(classification, string, string),
	WAY(minute, string, string),
	WAY(agenda_item, string, string),
	WAY(title, string, string),
	WAY(section, string, string),
	WAY(label, string, string),
	WAY(kind, kind, kind),
	WAY(speakers, speakers, speakers),
	WAY(names, list, list),
	WAY(topics, list, list),
	WAY(topic_terms, list, list),
	WAY(text, string, string),
	WAY(url, string, string),
	WAY(source, string, string),
	WAY(standing, string, string),
	WAY(confirms, list, list),
};

void parcel_put_record(GByteArray *out, const struct record *record)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
		ways[i].put(out, (const char *)record + ways[i].offset);
}

bool parcel_get_record(struct record *record, struct span bytes)
{
	struct rest rest = rest_of(bytes);
	for (size_t i = 0; i < G_N_ELEMENTS(ways) && !rest.is_bad; i++)
		ways[i].get((char *)record + ways[i].offset, &rest);
	return is_whole(&rest) && record->text && record->page_end >= record->page;
}

void parcel_put_paper(GByteArray *out, const struct paper *paper)
{
	put_number(out, paper->scans);
	put_number(out, paper->records->len);
	put_text(out, paper->note);
}

bool parcel_get_paper(struct parcel_paper *paper, struct span bytes)
{
	struct rest rest = rest_of(bytes);
	paper->scans = get_number(&rest, PAGES_MAX);
	paper->records = get_number(&rest, G_MAXINT32);
	const char *note = get_text(&rest);
	paper->note = is_whole(&rest) ? g_strdup(note) : NULL;
	return is_whole(&rest);
}

void parcel_put_job(GByteArray *out, const struct parcel_job *job)
{
	put_text(out, job->name);
	put_text(out, job->known);
	put_number(out, job->manifest != NULL);
	const struct manifest_entry none = {0}, *entry = job->manifest ? job->manifest : &none;
	const char *const cells[] = {entry->date, entry->council,        entry->body,
				     entry->type, entry->classification, entry->url};
	for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
		put_text(out, cells[i]);
}

bool parcel_get_job(struct parcel_job *job, struct manifest_entry *entry, struct span bytes)
{
	struct rest rest = rest_of(bytes);
	job->name = get_text(&rest);
	job->known = get_text(&rest);
	job->manifest = get_number(&rest, 1) ? entry : NULL;
	const char **const cells[] = {&entry->date, &entry->council,        &entry->body,
				      &entry->type, &entry->classification, &entry->url};
	for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
		*cells[i] = get_text(&rest);
	return is_whole(&rest) && job->name;
}
