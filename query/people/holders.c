/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "holders.h"

#include "fields.h"
#include "office.h"
#include "printed_name.h"
#include "stemmer.h"
#include "text.h"

struct holder {
	struct printed_name name;
	char *folded;       /* the whole name */
	GHashTable *bodies; /* char *, folded names of those in whose papers the name stands; "" for none */
};

struct holders {
	struct store *store;
	struct stemmer *stemmer;
	GHashTable *by_surname; /* char *, folded, to a GPtrArray of struct holder * */
	GHashTable *searched;   /* char *, folded surnames that were looked up in all papers */
};

static void holder_free(gpointer data)
{
	struct holder *holder = data;
	printed_name_clear(&holder->name);
	g_hash_table_unref(holder->bodies);
	g_free(holder->folded);
	g_free(holder);
}

static struct holder *find_holder(const GPtrArray *list, const char *folded)
{
	for (guint n = 0; n < list->len; n++) {
		struct holder *holder = g_ptr_array_index(list, n);
		if (strcmp(holder->folded, folded) == 0)
			return holder;
	}
	return NULL;
}

static struct holder *add_holder(struct holders *holders, const char *name, const char *folded)
{
	struct holder *holder = g_new0(struct holder, 1);
	printed_name_read(&holder->name, name);
	holder->folded = g_strdup(folded);
	holder->bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!holder->name.surname) {
		holder_free(holder);
		return NULL;
	}
	GPtrArray *list = g_hash_table_lookup(holders->by_surname, holder->name.surname);
	if (!list) {
		list = g_ptr_array_new_with_free_func(holder_free);
		g_hash_table_insert(holders->by_surname, g_strdup(holder->name.surname), list);
	}
	struct holder *known = find_holder(list, folded);
	if (known)
		holder_free(holder);
	else
		g_ptr_array_add(list, holder);
	return known ? known : holder;
}

static void add_name(struct holders *holders, const char *name, const char *body)
{
	g_autofree char *folded = text_folded(name);
	struct holder *holder = add_holder(holders, name, folded);
	if (holder)
		g_hash_table_add(holder->bodies, text_folded(body));
}

/* Calls `take` for every record that answers; takes the query. */
typedef void record_taker(struct holders *holders, const struct record *record, const char *surname);

static bool read_records(struct holders *holders, struct store_query *query, record_taker *take, const char *surname,
			 GError **error)
{
	g_autoptr(GArray) hits = NULL;
	bool good = store_search(&hits, holders->store, query, SORT_DOCUMENT, error);
	store_query_free(query);
	for (guint n = 0; good && n < hits->len; n++) {
		struct record record;
		record_init(&record);
		good = store_fetch(&record, holders->store, g_array_index(hits, struct store_hit, n).docid, error);
		if (good)
			take(holders, &record, surname);
		record_clear(&record);
	}
	return good;
}

/* Whether somebody of this surname stands in the list before the public begins. */
static bool stands_before(const GArray *people, guint end, const char *name)
{
	struct printed_name printed;
	printed_name_read(&printed, name);
	bool stands = false;
	for (guint n = 0; !stands && printed.surname && n < people->len; n++) {
		const struct office_person *person = &g_array_index(people, struct office_person, n);
		stands = person->first < end && strcmp(person->form.surname, printed.surname) == 0;
	}
	printed_name_clear(&printed);
	return stands;
}

static void take_attendance(struct holders *holders, const struct record *record, const char *surname)
{
	(void)surname;
	struct tokens tokens;
	tokens_init(&tokens, span_of(record->text));
	g_autoptr(GArray) people = office_people(&tokens);
	guint end = office_public(&tokens);
	for (guint n = 0; n < record->names->len; n++) {
		const char *name = g_ptr_array_index(record->names, n);
		if (end == tokens.len || stands_before(people, end, name))
			add_name(holders, name, record->body);
	}
	tokens_clear(&tokens);
}

bool holders_new(struct holders **out, struct store *store, GError **error)
{
	struct holders *holders = g_new0(struct holders, 1);
	holders->store = store;
	holders->stemmer = stemmer_new();
	holders->by_surname = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	holders->searched = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const struct field *kind = field_find(span_of("kind"));
	g_autofree char *term = field_term(kind, span_of(record_kind_name(KIND_ATTENDANCE)));
	if (read_records(holders, store_query_term(term), take_attendance, NULL, error)) {
		*out = holders;
		return true;
	}
	holders_free(holders);
	return false;
}

void holders_free(struct holders *holders)
{
	if (!holders)
		return;
	stemmer_free(holders->stemmer);
	g_hash_table_unref(holders->by_surname);
	g_hash_table_unref(holders->searched);
	g_free(holders);
}

/* Those of this surname beside whose name an office stands. */
static void take_offices(struct holders *holders, const struct record *record, const char *surname)
{
	struct tokens tokens;
	tokens_init(&tokens, span_of(record->text));
	g_autoptr(GArray) people = office_people(&tokens);
	for (guint n = 0; n < people->len; n++) {
		const struct office_person *person = &g_array_index(people, struct office_person, n);
		if (!person->has_office || strcmp(person->form.surname, surname) != 0)
			continue;
		g_autofree char *name = form_print(&person->form);
		add_name(holders, name, record->body);
	}
	tokens_clear(&tokens);
}

/* Looks the surname up in all papers, once. */
static bool search_surname(struct holders *holders, const char *surname, GError **error)
{
	if (!g_hash_table_add(holders->searched, g_strdup(surname)))
		return true;
	struct store_query *query = store_query_new(STORE_AND);
	g_autoptr(GString) term = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(span_of(surname), &pos, &word);) {
		field_stem_term(term, NULL, stemmer_stem(holders->stemmer, word));
		store_query_add(query, store_query_term(term->str));
	}
	return read_records(holders, query, take_offices, surname, error);
}

static bool are_told_apart(enum gender one, enum gender other)
{
	return one != GENDER_UNKNOWN && other != GENDER_UNKNOWN && one != other;
}

static bool is_held(const struct holders *holders, const struct printed_name *name, const char *body)
{
	const GPtrArray *list = g_hash_table_lookup(holders->by_surname, name->surname);
	for (guint n = 0; list && n < list->len; n++) {
		const struct holder *holder = g_ptr_array_index(list, n);
		bool is_bare = printed_name_is_bare(name) || printed_name_is_bare(&holder->name);
		if (!are_told_apart(name->gender, holder->name.gender) &&
		    printed_name_given_fits(name, &holder->name) &&
		    (!is_bare || g_hash_table_contains(holder->bodies, body)))
			return true;
	}
	return false;
}

bool holders_have(bool *has, struct holders *holders, const char *name, const char *body, GError **error)
{
	struct printed_name printed;
	printed_name_read(&printed, name);
	g_autofree char *folded = text_folded(body);
	*has = printed.surname && is_held(holders, &printed, folded);
	bool good = true;
	if (!*has && printed.surname) {
		good = search_surname(holders, printed.surname, error);
		*has = good && is_held(holders, &printed, folded);
	}
	printed_name_clear(&printed);
	return good;
}
