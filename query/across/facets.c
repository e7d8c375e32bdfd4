/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "facets.h"

#include "fields.h"
#include "roster.h"
#include "speakers.h"
#include "text.h"

struct facet_tally {
	const struct field *field; /* NULL: the first `digits` bytes of the date */
	size_t digits;
	GHashTable *groups; /* char *, the folded value, to struct group * */
	struct roster *people;
};

/* The forms in which one value is printed. */
struct group {
	GHashTable *forms; /* char * to its count */
	guint hits;
	guint last; /* the hit that was counted last, from 1 */
};

static const struct {
	const char *name;
	size_t digits;
} parts_of_date[] = {{"year", 4}, {"month", 7}};

static void group_free(gpointer data)
{
	struct group *group = data;
	g_hash_table_unref(group->forms);
	g_free(group);
}

static void value_clear(gpointer data)
{
	g_free(((struct facet_value *)data)->name);
}

static void tally_free(struct facet_tally *tally)
{
	if (!tally)
		return;
	g_hash_table_unref(tally->groups);
	roster_free(tally->people);
	g_free(tally);
}

struct facet *facet_new(const char *name)
{
	const struct field *field = field_find(span_of(name));
	const char *known = field ? field->name : NULL;
	size_t digits = 0;
	for (size_t n = 0; n < G_N_ELEMENTS(parts_of_date); n++) {
		if (g_ascii_strcasecmp(parts_of_date[n].name, name) != 0)
			continue;
		known = parts_of_date[n].name;
		digits = parts_of_date[n].digits;
	}
	if (!known)
		return NULL;
	struct facet *facet = g_new0(struct facet, 1);
	facet->name = known;
	facet->values = g_array_new(FALSE, FALSE, sizeof(struct facet_value));
	g_array_set_clear_func(facet->values, value_clear);
	/* A body has one name in a record, a speaker may have several: that is what people are. */
	facet->is_people = field && field->kind == FIELD_NAME && field->values;
	facet->tally = g_new0(struct facet_tally, 1);
	facet->tally->field = field;
	facet->tally->digits = digits;
	facet->tally->groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, group_free);
	facet->tally->people = roster_new();
	return facet;
}

static GPtrArray *values_of(const struct facet_tally *tally, const struct record *record)
{
	if (tally->field)
		return field_values(tally->field, record);
	GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
	if (record->date)
		g_ptr_array_add(values, g_strndup(record->date, tally->digits));
	return values;
}

static void add_value(struct facet *facet, const char *value)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	text_fold(folded, span_of(value));
	struct group *group = g_hash_table_lookup(facet->tally->groups, folded->str);
	if (!group) {
		group = g_new0(struct group, 1);
		group->forms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
		g_hash_table_insert(facet->tally->groups, g_strdup(folded->str), group);
	}
	if (group->last == facet->hits)
		return;
	group->last = facet->hits;
	group->hits++;
	guint times = GPOINTER_TO_UINT(g_hash_table_lookup(group->forms, value));
	g_hash_table_insert(group->forms, g_strdup(value), GUINT_TO_POINTER(times + 1));
}

void facet_add(struct facet *facet, const struct record *record)
{
	facet->hits++;
	g_autoptr(GPtrArray) values = values_of(facet->tally, record);
	for (guint n = 0; n < values->len; n++) {
		const char *value = g_ptr_array_index(values, n);
		if (facet->is_people)
			roster_add(facet->tally->people, value, record->council, facet->hits);
		else
			add_value(facet, value);
	}
	if (values->len == 0)
		facet->none++;
}

/* The form that is printed most often; of several the first by its bytes, so that it is always the same. */
static const char *usual_form(const struct group *group)
{
	GHashTableIter iter;
	gpointer form;
	gpointer times;
	const char *best = NULL;
	guint most = 0;
	g_hash_table_iter_init(&iter, group->forms);
	while (g_hash_table_iter_next(&iter, &form, &times)) {
		guint count = GPOINTER_TO_UINT(times);
		if (best && (count < most || (count == most && strcmp(form, best) > 0)))
			continue;
		best = form;
		most = count;
	}
	return best;
}

static int compare_values(gconstpointer a, gconstpointer b)
{
	const struct facet_value *left = a;
	const struct facet_value *right = b;
	if (left->hits != right->hits)
		return left->hits > right->hits ? -1 : 1;
	return strcmp(left->name, right->name);
}

static int compare_dates(gconstpointer a, gconstpointer b)
{
	return strcmp(((const struct facet_value *)a)->name, ((const struct facet_value *)b)->name);
}

static void finish_people(struct facet *facet, const struct persons *persons)
{
	g_autoptr(GArray) people = roster_count(facet->tally->people, persons);
	for (guint n = 0; n < people->len; n++) {
		const struct roster_entry *entry = &g_array_index(people, struct roster_entry, n);
		struct facet_value value = {g_strdup(entry->name), entry->hits, entry->is_unclear};
		g_array_append_val(facet->values, value);
	}
}

static void finish_values(struct facet *facet)
{
	GHashTableIter iter;
	gpointer data;
	g_hash_table_iter_init(&iter, facet->tally->groups);
	while (g_hash_table_iter_next(&iter, NULL, &data)) {
		const struct group *group = data;
		struct facet_value value = {g_strdup(usual_form(group)), group->hits, false};
		g_array_append_val(facet->values, value);
	}
	bool is_dates = !facet->tally->field || facet->tally->field->kind == FIELD_DATE;
	g_array_sort(facet->values, is_dates ? compare_dates : compare_values);
}

void facet_finish(struct facet *facet, const struct persons *persons)
{
	if (facet->is_people)
		finish_people(facet, persons);
	else
		finish_values(facet);
	g_clear_pointer(&facet->tally, tally_free);
}

void facet_free(gpointer data)
{
	struct facet *facet = data;
	g_array_unref(facet->values);
	tally_free(facet->tally);
	g_free(facet);
}

char *facet_names(void)
{
	GString *out = g_string_new(NULL);
	for (const struct field *field = field_table(); field->name; field++)
		g_string_append_printf(out, "%s, ", field->name);
	for (size_t n = 0; n < G_N_ELEMENTS(parts_of_date); n++)
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", parts_of_date[n].name);
	return g_string_free(out, FALSE);
}

static bool add_hit(const GPtrArray *facets, struct search *search, guint n, GError **error)
{
	struct record record;
	record_init(&record);
	bool good = store_fetch(&record, search->store, g_array_index(search->hits, struct store_hit, n).docid, error);
	for (guint k = 0; good && k < facets->len; k++)
		facet_add(g_ptr_array_index(facets, k), &record);
	record_clear(&record);
	return good;
}

/* Who is who in the whole index, whatever was found of it; NULL where no facet asks. */
static bool load_people(struct persons **persons, const GPtrArray *facets, const struct search *search, GError **error)
{
	bool has_people = false;
	for (guint n = 0; n < facets->len; n++)
		has_people = has_people || ((struct facet *)g_ptr_array_index(facets, n))->is_people;
	return !has_people || search->hits->len == 0 ||
	       speakers_load(persons, search->store, search->aliases, NULL, error);
}

bool facets_count(GPtrArray **out, const GPtrArray *names, struct search *search, GError **error)
{
	*out = NULL;
	g_autoptr(GPtrArray) facets = g_ptr_array_new_with_free_func(facet_free);
	for (guint n = 0; n < names->len; n++)
		g_ptr_array_add(facets, facet_new(g_ptr_array_index(names, n)));
	for (guint n = 0; facets->len > 0 && n < search->hits->len; n++)
		if (!add_hit(facets, search, n, error))
			return false;
	struct persons *persons = NULL;
	if (!load_people(&persons, facets, search, error))
		return false;
	for (guint n = 0; n < facets->len; n++)
		facet_finish(g_ptr_array_index(facets, n), persons);
	persons_free(persons);
	*out = g_steal_pointer(&facets);
	return true;
}
