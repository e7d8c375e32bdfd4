/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_bodies.h"

#include <stdlib.h>

#include "fields.h"
#include "period.h"

enum { BY_DATE, BY_COUNCIL, BY_BODY, BY_TYPE, BY_FILE, BY_COUNT };

/* Terms under a prefix and which of them each hit has: numbers from 1, 0 for none. */
struct grouping {
	GPtrArray *terms;
	GArray *of;
};

/* What is known of a meeting's day. */
enum { HAS_PAPERS = 1, HAS_MINUTES = 2 };

struct tally {
	guint body, council;
	guint32 docid; /* one of its paragraphs, which names it */
	guint paragraphs, undated;
	GHashTable *days;  /* the date's number to what is known of it */
	GHashTable *files; /* numbers */
};

struct survey {
	struct store *store;
	const GArray *hits;
	struct grouping by[BY_COUNT];
	GHashTable *tallies;  /* "BODY COUNCIL" to struct tally */
	GHashTable *councils; /* a body's number to that of the only council that names it, or SEVERAL */
};

#define SEVERAL G_MAXUINT

static void tally_free(gpointer data)
{
	struct tally *tally = data;
	g_hash_table_unref(tally->days);
	g_hash_table_unref(tally->files);
	g_free(tally);
}

static void body_free(gpointer data)
{
	struct scope_body *body = data;
	g_free(body->name);
	g_ptr_array_unref(body->empty_years);
	g_ptr_array_unref(body->without_minutes);
	g_free(body);
}

static guint group_at(const struct survey *survey, int by, guint n)
{
	return g_array_index(survey->by[by].of, guint, n);
}

static const char *term_at(const struct survey *survey, int by, guint number)
{
	return g_ptr_array_index(survey->by[by].terms, number - 1);
}

static bool group(struct survey *survey, GError **error)
{
	const char *const prefixes[BY_COUNT] = {
		field_find(span_of("date"))->prefix, field_find(span_of("council"))->whole,
		field_find(span_of("body"))->whole, field_find(span_of("type"))->prefix, FIELDS_FILE};
	for (int n = 0; n < BY_COUNT; n++)
		if (!store_group(&survey->by[n].terms, &survey->by[n].of, survey->store, survey->hits, prefixes[n],
				 error))
			return false;
	return true;
}

static void find_councils(struct survey *survey)
{
	for (guint n = 0; n < survey->hits->len; n++) {
		gpointer body = GUINT_TO_POINTER(group_at(survey, BY_BODY, n));
		guint council = group_at(survey, BY_COUNCIL, n);
		guint known = GPOINTER_TO_UINT(g_hash_table_lookup(survey->councils, body));
		if (council > 0 && known != council)
			g_hash_table_insert(survey->councils, body, GUINT_TO_POINTER(known == 0 ? council : SEVERAL));
	}
}

/* A council that sits as a body of its own name: papers that name no body are of that one. */
static guint body_of(const struct survey *survey, guint n)
{
	guint body = group_at(survey, BY_BODY, n);
	guint council = group_at(survey, BY_COUNCIL, n);
	guint own = 0;
	if (body > 0 || council == 0)
		return body;
	bool is_body = g_ptr_array_find_with_equal_func(survey->by[BY_BODY].terms, term_at(survey, BY_COUNCIL, council),
							g_str_equal, &own);
	return is_body ? own + 1 : 0;
}

static guint council_of(const struct survey *survey, guint n)
{
	guint council = group_at(survey, BY_COUNCIL, n);
	guint body = body_of(survey, n);
	if (council > 0 || body == 0)
		return council;
	guint only = GPOINTER_TO_UINT(g_hash_table_lookup(survey->councils, GUINT_TO_POINTER(body)));
	return only == SEVERAL ? 0 : only;
}

static struct tally *tally_of(struct survey *survey, guint n)
{
	guint body = body_of(survey, n);
	guint council = council_of(survey, n);
	g_autofree char *key = g_strdup_printf("%u %u", body, council);
	struct tally *tally = g_hash_table_lookup(survey->tallies, key);
	if (!tally) {
		tally = g_new0(struct tally, 1);
		*tally = (struct tally){.body = body, .council = council};
		tally->days = g_hash_table_new(NULL, NULL);
		tally->files = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(survey->tallies, g_steal_pointer(&key), tally);
	}
	/* The name is told by a paragraph that says all of it. */
	if (tally->docid == 0 || group_at(survey, BY_COUNCIL, n) == council)
		tally->docid = g_array_index(survey->hits, struct store_hit, n).docid;
	return tally;
}

static void count_hit(struct survey *survey, guint n)
{
	struct tally *tally = tally_of(survey, n);
	guint day = group_at(survey, BY_DATE, n);
	guint type = group_at(survey, BY_TYPE, n);
	tally->paragraphs++;
	g_hash_table_add(tally->files, GUINT_TO_POINTER(group_at(survey, BY_FILE, n)));
	if (day == 0) {
		tally->undated++;
		return;
	}
	const char *name = type > 0 ? term_at(survey, BY_TYPE, type) : "";
	bool is_minutes =
		strcmp(name, record_type_name(TYPE_MINUTES)) == 0 || strcmp(name, record_type_name(TYPE_DECISION)) == 0;
	guint known = GPOINTER_TO_UINT(g_hash_table_lookup(tally->days, GUINT_TO_POINTER(day)));
	g_hash_table_insert(tally->days, GUINT_TO_POINTER(day),
			    GUINT_TO_POINTER(known | (is_minutes ? HAS_MINUTES : HAS_PAPERS)));
}

static bool name_body(char **name, struct store *store, const struct tally *tally, GError **error)
{
	struct record record;
	record_init(&record);
	bool good = store_fetch(&record, store, tally->docid, error);
	bool is_both = record.body && record.council && strcmp(record.body, record.council) != 0;
	if (good && is_both)
		*name = g_strdup_printf("%s, %s", record.body, record.council);
	else if (good)
		*name = g_strdup(record.body ? record.body : record.council ? record.council : "no body named");
	record_clear(&record);
	return good;
}

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
	guint left = GPOINTER_TO_UINT(a);
	guint right = GPOINTER_TO_UINT(b);
	return (left > right) - (left < right);
}

static gint days_between(const char *from, const char *to)
{
	GDate days[2];
	const char *const texts[2] = {from, to};
	for (int n = 0; n < 2; n++) {
		g_date_clear(&days[n], 1);
		g_date_set_parse(&days[n], texts[n]);
		if (!g_date_valid(&days[n]))
			return 0;
	}
	return g_date_days_between(&days[0], &days[1]);
}

static void add_day(struct scope_body *body, const char *day, guint known)
{
	if (known == HAS_PAPERS)
		g_ptr_array_add(body->without_minutes, g_strdup(day));
	for (int year = body->meetings > 0 ? atoi(body->last) + 1 : G_MAXINT; year < atoi(day); year++)
		g_ptr_array_add(body->empty_years, g_strdup_printf("%d", year));
	if (body->meetings > 0 && days_between(body->last, day) > days_between(body->gap_from, body->gap_to)) {
		g_strlcpy(body->gap_from, body->last, sizeof(body->gap_from));
		g_strlcpy(body->gap_to, day, sizeof(body->gap_to));
	}
	if (body->meetings++ == 0)
		g_strlcpy(body->first, day, sizeof(body->first));
	g_strlcpy(body->last, day, sizeof(body->last));
}

static bool finish(GPtrArray *bodies, const struct survey *survey, const struct tally *tally, GError **error)
{
	struct scope_body *body = g_new0(struct scope_body, 1);
	body->empty_years = g_ptr_array_new_with_free_func(g_free);
	body->without_minutes = g_ptr_array_new_with_free_func(g_free);
	body->papers = g_hash_table_size(tally->files);
	body->paragraphs = tally->paragraphs;
	body->undated = tally->undated;
	g_ptr_array_add(bodies, body);
	/* Terms are in byte order: so are the numbers of days. */
	g_autoptr(GList) days = g_list_sort(g_hash_table_get_keys(tally->days), compare_numbers);
	for (const GList *at = days; at; at = at->next) {
		char day[11];
		period_from_digits(day, term_at(survey, BY_DATE, GPOINTER_TO_UINT(at->data)));
		add_day(body, day, GPOINTER_TO_UINT(g_hash_table_lookup(tally->days, at->data)));
	}
	return name_body(&body->name, survey->store, tally, error);
}

static gint compare_bodies(gconstpointer a, gconstpointer b)
{
	const struct scope_body *left = *(const struct scope_body *const *)a;
	const struct scope_body *right = *(const struct scope_body *const *)b;
	int order = strcmp(left->name, right->name);
	return order != 0 ? order : strcmp(left->first, right->first);
}

static bool finish_all(GPtrArray *bodies, const struct survey *survey, GError **error)
{
	GHashTableIter iter;
	gpointer tally;
	g_hash_table_iter_init(&iter, survey->tallies);
	while (g_hash_table_iter_next(&iter, NULL, &tally))
		if (!finish(bodies, survey, tally, error))
			return false;
	g_ptr_array_sort(bodies, compare_bodies);
	return true;
}

static void survey_clear(struct survey *survey)
{
	g_hash_table_unref(survey->tallies);
	g_hash_table_unref(survey->councils);
	for (int n = 0; n < BY_COUNT; n++) {
		g_clear_pointer(&survey->by[n].terms, g_ptr_array_unref);
		g_clear_pointer(&survey->by[n].of, g_array_unref);
	}
}

bool pack_bodies_survey(GPtrArray **out, struct store *store, const GArray *hits, GError **error)
{
	g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func(body_free);
	struct survey survey = {
		.store = store,
		.hits = hits,
		.tallies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, tally_free),
		.councils = g_hash_table_new(NULL, NULL),
	};
	bool good = group(&survey, error);
	if (good)
		find_councils(&survey);
	for (guint n = 0; good && n < hits->len; n++)
		count_hit(&survey, n);
	good = good && finish_all(bodies, &survey, error);
	survey_clear(&survey);
	if (good)
		*out = g_steal_pointer(&bodies);
	return good;
}
