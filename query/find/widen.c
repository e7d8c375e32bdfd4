/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "widen.h"

#include "fields.h"
#include "stemmer.h"

/* With more stems than this, looking at every record costs less. */
#define STEMS_LIMIT 5000

#define FIRST_DAY "0000-00-00"
#define LAST_DAY "9999-99-99"

static void add_term(struct store_query *either, const char *value)
{
	g_autofree char *term = field_term(field_find(span_of("date")), span_of(value));
	store_query_add(either, store_query_term(term));
}

/* Whether the period whose name starts its days ("2016", "2016-05") lies within, or at least touches, low to high. */
static bool is_within(const char *period, const char *low, const char *high)
{
	g_autofree char *first = g_strconcat(period, &"0000-01-01"[strlen(period)], NULL);
	g_autofree char *last = g_strconcat(period, &"0000-12-31"[strlen(period)], NULL);
	if (strlen(period) == 7) {
		guint days = g_date_get_days_in_month((GDateMonth)g_ascii_strtoull(period + 5, NULL, 10),
						      (GDateYear)g_ascii_strtoull(period, NULL, 10));
		g_snprintf(last + 8, 3, "%02u", days);
	}
	return strcmp(low, first) <= 0 && strcmp(last, high) <= 0;
}

static bool touches(const char *period, const char *low, const char *high)
{
	size_t len = strlen(period);
	return strncmp(low, period, len) <= 0 && strncmp(period, high, len) <= 0;
}

static void add_month(struct store_query *either, const char *month, const char *low, const char *high)
{
	if (is_within(month, low, high)) {
		add_term(either, month);
		return;
	}
	for (guint day = 1; day <= 31; day++) {
		g_autofree char *name = g_strdup_printf("%s-%02u", month, day);
		if (touches(name, low, high))
			add_term(either, name);
	}
}

static void add_year(struct store_query *either, const char *year, const char *low, const char *high)
{
	if (is_within(year, low, high)) {
		add_term(either, year);
		return;
	}
	for (guint month = 1; month <= 12; month++) {
		g_autofree char *name = g_strdup_printf("%s-%02u", year, month);
		if (touches(name, low, high))
			add_month(either, name, low, high);
	}
}

bool widen_date(struct store_query **out, struct store *store, const char *low, const char *high, GError **error)
{
	g_autoptr(GPtrArray) years = NULL;
	if (!store_terms(&years, store, "Y", error))
		return false;
	struct store_query *either = store_query_new(STORE_OR);
	for (guint n = 0; n < years->len; n++) {
		const char *year = g_ptr_array_index(years, n);
		const char *from = *low ? low : FIRST_DAY;
		const char *to = *high ? high : LAST_DAY;
		if (touches(year, from, to))
			add_year(either, year, from, to);
	}
	*out = either;
	return true;
}

/* The words of the index that begin so; NULL in `out` where one of them is not known in full. */
static bool find_words(GPtrArray **out, struct store *store, const char *folded, GError **error)
{
	g_autofree char *prefix = g_strconcat(FIELDS_WORD, folded, NULL);
	g_autoptr(GPtrArray) rests = NULL;
	*out = NULL;
	if (!store_terms(&rests, store, prefix, error))
		return false;
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(words, g_strdup(folded));
	for (guint n = 0; n < rests->len; n++) {
		char *word = g_strconcat(folded, (const char *)g_ptr_array_index(rests, n), NULL);
		g_ptr_array_add(words, word);
		if (strlen(word) >= FIELDS_WORD_BYTES)
			return true;
	}
	*out = g_steal_pointer(&words);
	return true;
}

bool widen_word(struct store_query **out, struct store *store, const char *folded, GError **error)
{
	g_autoptr(GPtrArray) words = NULL;
	if (!find_words(&words, store, folded, error))
		return false;
	if (!words) {
		*out = store_query_new(STORE_ALL);
		return true;
	}
	struct store_query *either = store_query_new(STORE_OR);
	struct stemmer *stemmer = stemmer_new();
	g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GString) term = g_string_new(NULL);
	for (guint n = 0; n < words->len; n++) {
		field_stem_term(term, NULL, stemmer_stem(stemmer, span_of(g_ptr_array_index(words, n))));
		if (g_hash_table_add(taken, g_strdup(term->str)))
			store_query_add(either, store_query_term(term->str));
	}
	stemmer_free(stemmer);
	if (either->children->len > STEMS_LIMIT) {
		store_query_free(either);
		either = store_query_new(STORE_ALL);
	}
	*out = either;
	return true;
}
