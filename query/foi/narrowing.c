/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "narrowing.h"

#include <stdlib.h>

static void add_year(GPtrArray *values, const struct record *record)
{
	if (record->date)
		g_ptr_array_add(values, g_strndup(record->date, 4));
}

static void add_body(GPtrArray *values, const struct record *record)
{
	const char *body = record->body ? record->body : record->council;
	if (body)
		g_ptr_array_add(values, g_strdup(body));
}

static void add_type(GPtrArray *values, const struct record *record)
{
	g_ptr_array_add(values, g_strdup(record_type_name(record->type)));
}

static void add_topics(GPtrArray *values, const struct record *record)
{
	for (guint n = 0; n < record->topics->len; n++)
		g_ptr_array_add(values, g_strdup(g_ptr_array_index(record->topics, n)));
}

static const struct {
	const char *by, *none;
	void (*add)(GPtrArray *values, const struct record *record);
} kinds[] = {
	{"year", "no date", add_year},
	{"body", "no body named", add_body},
	{"type", "no type", add_type},
	{"topic", "no topic", add_topics},
};

/* What is counted of one value. */
struct tally {
	guint paragraphs;
	GHashTable *papers; /* their numbers */
};

static void tally_free(gpointer data)
{
	struct tally *tally = data;
	g_hash_table_unref(tally->papers);
	g_free(tally);
}

static void count(GHashTable *tallies, const char *value, guint paper, guint paragraphs)
{
	struct tally *tally = g_hash_table_lookup(tallies, value);
	if (!tally) {
		tally = g_new0(struct tally, 1);
		tally->papers = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(tallies, g_strdup(value), tally);
	}
	tally->paragraphs += paragraphs;
	g_hash_table_add(tally->papers, GUINT_TO_POINTER(paper));
}

/* The value of what has none is "", which comes last. */
static void count_record(GHashTable *tallies, size_t kind, const struct record *record, guint paper, guint paragraphs)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
	kinds[kind].add(values, record);
	for (guint n = 0; n < values->len; n++)
		count(tallies, g_ptr_array_index(values, n), paper, paragraphs);
	if (values->len == 0)
		count(tallies, "", paper, paragraphs);
}

static gint compare_values(gconstpointer a, gconstpointer b)
{
	const char *one = *(char *const *)a;
	const char *other = *(char *const *)b;
	if (!*one || !*other)
		return (*one == '\0') - (*other == '\0');
	return strcmp(one, other);
}

static void add_tallies(GArray *out, GHashTable *tallies, size_t kind)
{
	guint len = 0;
	g_autofree gpointer *values = g_hash_table_get_keys_as_array(tallies, &len);
	qsort(values, len, sizeof(*values), compare_values);
	for (guint n = 0; n < len; n++) {
		const char *value = values[n];
		const struct tally *tally = g_hash_table_lookup(tallies, value);
		struct narrowing narrowing = {kinds[kind].by, g_strdup(*value ? value : kinds[kind].none),
					      g_hash_table_size(tally->papers), tally->paragraphs};
		g_array_append_val(out, narrowing);
	}
}

static void narrowing_clear(gpointer data)
{
	g_free(((struct narrowing *)data)->value);
}

GArray *narrowing_count(const struct pack *pack)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct narrowing));
	g_array_set_clear_func(out, narrowing_clear);
	for (size_t kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
		g_autoptr(GHashTable) tallies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, tally_free);
		for (guint n = 0; n < pack->hits->len; n++) {
			const struct pack_hit *hit = pack_hit_at(pack, n);
			count_record(tallies, kind, &hit->record, hit->paper, 1);
			for (guint k = 0; k < hit->copies->len; k++) {
				const struct pack_copy *copy = g_ptr_array_index(hit->copies, k);
				count_record(tallies, kind, &copy->record, copy->paper, 0);
			}
		}
		add_tallies(out, tallies, kind);
	}
	return out;
}
