/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "speakers.h"

#include "aliases.h"
#include "fault.h"
#include "fields.h"
#include "person.h"
#include "text.h"

/* How often a reading begins anew because the index changed under it. */
#define ATTEMPTS 5

/* Terms of a field under its whole prefix, and which of them each record has. */
struct grouping {
	GPtrArray *terms;
	GArray *of; /* guint: number of the term from 1, 0 for none */
};

enum { BY_COUNCIL, BY_BODY, BY_DATE, BY_COUNT };

struct loading {
	struct store *store;
	struct persons *persons;
	GPtrArray *names;    /* char *, folded whole names */
	GHashTable *records; /* docid to its place in the groupings, from 1 */
	struct grouping by[BY_COUNT];
};

static void loading_clear(struct loading *loading)
{
	g_clear_pointer(&loading->names, g_ptr_array_unref);
	g_clear_pointer(&loading->records, g_hash_table_unref);
	for (int n = 0; n < BY_COUNT; n++) {
		g_clear_pointer(&loading->by[n].terms, g_ptr_array_unref);
		g_clear_pointer(&loading->by[n].of, g_array_unref);
	}
}

static const struct field *field_of(const char *name)
{
	return field_find(span_of(name));
}

/* Adds the words of a folded name that can tell whose it is: no titles, no initials. */
static void add_words(GHashTable *words, const char *name)
{
	struct span word;
	for (size_t pos = 0; text_next_word(span_of(name), &pos, &word);) {
		char *folded = g_strndup(word.ptr, word.len);
		if (word.len > 1 && !name_title_find(folded))
			g_hash_table_add(words, folded);
		else
			g_free(folded);
	}
}

static bool shares_word(GHashTable *words, const char *name)
{
	g_autoptr(GHashTable) own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	add_words(own, name);
	GHashTableIter iter;
	gpointer word;
	g_hash_table_iter_init(&iter, own);
	while (g_hash_table_iter_next(&iter, &word, NULL))
		if (g_hash_table_contains(words, word))
			return true;
	return false;
}

static bool has_all_words(const char *name, const GPtrArray *words)
{
	for (guint n = 0; n < words->len; n++) {
		const char *wanted = g_ptr_array_index(words, n);
		struct span word;
		bool has = false;
		for (size_t pos = 0; !has && text_next_word(span_of(name), &pos, &word);)
			has = span_equal(word, span_of(wanted));
		if (!has)
			return false;
	}
	return true;
}

/* Aliases lead from one surname to others, and these may lead on. */
static void follow_aliases(GHashTable *reach, const GPtrArray *aliases, const GPtrArray *words)
{
	guint before;
	do {
		before = g_hash_table_size(reach);
		for (guint n = 0; aliases && n < aliases->len; n++) {
			const struct alias *alias = g_ptr_array_index(aliases, n);
			g_autofree char *person = text_folded(alias->person);
			g_autofree char *other = text_folded(alias->alias);
			bool is_asked = has_all_words(person, words) || has_all_words(other, words);
			if (!is_asked && !shares_word(reach, person) && !shares_word(reach, other))
				continue;
			add_words(reach, person);
			add_words(reach, other);
		}
	} while (g_hash_table_size(reach) > before);
}

/* Keeps the names that bear on those who have all the words. */
static void narrow(GPtrArray *names, const GPtrArray *aliases, const GPtrArray *words)
{
	g_autoptr(GHashTable) reach = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) asked = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < names->len; n++) {
		char *name = g_ptr_array_index(names, n);
		if (!has_all_words(name, words))
			continue;
		add_words(reach, name);
		g_hash_table_add(asked, name);
	}
	follow_aliases(reach, aliases, words);
	for (guint n = names->len; n-- > 0;) {
		const char *name = g_ptr_array_index(names, n);
		if (!g_hash_table_contains(asked, name) && !shares_word(reach, name))
			g_ptr_array_remove_index(names, n);
	}
}

static bool search(GArray **hits, struct loading *loading, struct store_query *query, GError **error)
{
	bool good = store_search(hits, loading->store, query, SORT_DOCUMENT, error);
	store_query_free(query);
	return good;
}

static struct store_query *query_name(const char *name)
{
	g_autofree char *term = field_whole_term(field_of("speaker"), span_of(name));
	return store_query_term(term);
}

static bool group_records(struct loading *loading, GError **error)
{
	const char *const prefixes[BY_COUNT] = {field_of("council")->whole, field_of("body")->whole,
						field_of("date")->prefix};
	struct store_query *any = store_query_new(STORE_OR);
	for (guint n = 0; n < loading->names->len; n++)
		store_query_add(any, query_name(g_ptr_array_index(loading->names, n)));
	g_autoptr(GArray) hits = NULL;
	if (!search(&hits, loading, any, error))
		return false;
	for (guint n = 0; n < hits->len; n++) {
		guint32 docid = g_array_index(hits, struct store_hit, n).docid;
		g_hash_table_insert(loading->records, GUINT_TO_POINTER(docid), GUINT_TO_POINTER(n + 1));
	}
	for (int n = 0; n < BY_COUNT; n++)
		if (!store_group(&loading->by[n].terms, &loading->by[n].of, loading->store, hits, prefixes[n], error))
			return false;
	return true;
}

static guint group_of(const struct loading *loading, int by, guint place)
{
	return g_array_index(loading->by[by].of, guint, place - 1);
}

static const char *term_of(const struct loading *loading, int by, guint place)
{
	guint group = group_of(loading, by, place);
	return group == 0 ? NULL : g_ptr_array_index(loading->by[by].terms, group - 1);
}

/* Which councils have the bodies of papers that name none. */
static bool place_bodies(struct loading *loading, GError **error)
{
	g_autoptr(GHashTable) bodies = g_hash_table_new(g_str_hash, g_str_equal);
	guint records = g_hash_table_size(loading->records);
	for (guint place = 1; place <= records; place++) {
		const char *body = term_of(loading, BY_BODY, place);
		if (!body || group_of(loading, BY_COUNCIL, place) != 0 || !g_hash_table_add(bodies, (gpointer)body))
			continue;
		g_autofree char *term = field_whole_term(field_of("body"), span_of(body));
		g_autoptr(GArray) hits = NULL;
		g_autoptr(GPtrArray) councils = NULL;
		g_autoptr(GArray) numbers = NULL;
		if (!search(&hits, loading, store_query_term(term), error) ||
		    !store_group(&councils, &numbers, loading->store, hits, field_of("council")->whole, error))
			return false;
		for (guint n = 0; n < numbers->len; n++) {
			guint number = g_array_index(numbers, guint, n);
			if (number > 0)
				persons_add_body(loading->persons, body, g_ptr_array_index(councils, number - 1));
		}
	}
	return true;
}

/* The name and council as that record prints them. */
static bool read_printed(struct persons_form *form, struct loading *loading, guint32 docid, const char *folded,
			 GError **error)
{
	struct record record;
	record_init(&record);
	bool good = store_fetch(&record, loading->store, docid, error);
	for (guint n = 0; good && !form->name && n < record.speakers->len; n++) {
		const char *name = g_array_index(record.speakers, struct speaker, n).name;
		g_autofree char *own = text_folded(name);
		if (strcmp(own, folded) == 0)
			form->name = g_strdup(name);
	}
	if (good) {
		form->council = g_strdup(record.council);
		form->name = form->name ? form->name : g_strdup(folded);
	}
	record_clear(&record);
	return good;
}

static void form_free(gpointer data)
{
	struct persons_form *form = data;
	g_free(form->name);
	g_free(form->council);
	g_ptr_array_unref(form->bodies);
	g_free(form);
}

static void count_record(struct persons_form *form, const struct loading *loading, guint place)
{
	form->count++;
	const char *body = term_of(loading, BY_BODY, place);
	if (body && !g_ptr_array_find_with_equal_func(form->bodies, body, g_str_equal, NULL))
		g_ptr_array_add(form->bodies, (gpointer)body);
	const char *digits = term_of(loading, BY_DATE, place);
	if (!digits)
		return;
	char day[sizeof(form->first)];
	g_snprintf(day, sizeof(day), "%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
	if (!*form->first || strcmp(day, form->first) < 0)
		memcpy(form->first, day, sizeof(day));
	if (strcmp(day, form->last) > 0)
		memcpy(form->last, day, sizeof(day));
}

/* A name once for each council whose papers print it. */
static bool load_name(struct loading *loading, const char *folded, GError **error)
{
	g_autoptr(GArray) hits = NULL;
	if (!search(&hits, loading, query_name(folded), error))
		return false;
	g_autoptr(GHashTable) forms = g_hash_table_new_full(NULL, NULL, NULL, form_free);
	for (guint n = 0; n < hits->len; n++) {
		guint32 docid = g_array_index(hits, struct store_hit, n).docid;
		guint place = GPOINTER_TO_UINT(g_hash_table_lookup(loading->records, GUINT_TO_POINTER(docid)));
		if (place == 0) {
			g_set_error(error, FAULT, FAULT_LOCKED, "the index changed while it was read; try again");
			return false;
		}
		gpointer council = GUINT_TO_POINTER(group_of(loading, BY_COUNCIL, place));
		struct persons_form *form = g_hash_table_lookup(forms, council);
		if (!form) {
			form = g_new0(struct persons_form, 1);
			form->bodies = g_ptr_array_new();
			g_hash_table_insert(forms, council, form);
			if (!read_printed(form, loading, docid, folded, error))
				return false;
		}
		count_record(form, loading, place);
	}
	GHashTableIter iter;
	gpointer form;
	g_hash_table_iter_init(&iter, forms);
	while (g_hash_table_iter_next(&iter, NULL, &form))
		persons_add(loading->persons, form);
	return true;
}

static bool load(struct loading *loading, const GPtrArray *aliases, const GPtrArray *words, GError **error)
{
	if (!store_terms(&loading->names, loading->store, field_of("speaker")->whole, error))
		return false;
	if (words)
		narrow(loading->names, aliases, words);
	if (!group_records(loading, error) || !place_bodies(loading, error))
		return false;
	for (guint n = 0; n < loading->names->len; n++)
		if (!load_name(loading, g_ptr_array_index(loading->names, n), error))
			return false;
	persons_join(loading->persons);
	return true;
}

bool speakers_load(struct persons **out, struct store *store, const GPtrArray *aliases, const GPtrArray *words,
		   GError **error)
{
	*out = NULL;
	for (int attempt = 1;; attempt++) {
		struct loading loading = {.store = store, .records = g_hash_table_new(NULL, NULL)};
		loading.persons = persons_new(aliases);
		g_autoptr(GError) trouble = NULL;
		bool good = load(&loading, aliases, words, &trouble);
		loading_clear(&loading);
		if (good) {
			*out = loading.persons;
			return true;
		}
		persons_free(loading.persons);
		if (attempt == ATTEMPTS || !g_error_matches(trouble, FAULT, FAULT_LOCKED)) {
			g_propagate_error(error, g_steal_pointer(&trouble));
			return false;
		}
		if (!store_refresh(store, error))
			return false;
	}
}
