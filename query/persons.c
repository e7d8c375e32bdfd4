/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "persons.h"

#include "text.h"

/* What stands before a name and is no part of it. */
static const struct {
	const char *title;
	int gender; /* 1 and 2 exclude each other; 0 says nothing */
} titles[] = {
	{"mr", 1},        {"sir", 1},      {"lord", 1}, {"mrs", 2},      {"ms", 2},    {"miss", 2},       {"dame", 2},
	{"lady", 2},      {"baroness", 2}, {"dr", 0},   {"mx", 0},       {"cllr", 0},  {"councillor", 0}, {"prof", 0},
	{"professor", 0}, {"rev", 0},      {"revd", 0}, {"reverend", 0}, {"canon", 0}, {"the", 0},        {"hon", 0},
};

struct name {
	GPtrArray *given; /* char *, folded; an initial is one letter */
	char *surname;
	int gender;
};

static bool take_title(struct name *name, const char *folded)
{
	for (size_t n = 0; n < G_N_ELEMENTS(titles); n++) {
		if (strcmp(titles[n].title, folded) != 0)
			continue;
		if (titles[n].gender)
			name->gender = titles[n].gender;
		return true;
	}
	return false;
}

/* "AD" stands for two first names, "Ed" for one. */
static bool is_initials(struct span word)
{
	for (size_t n = 0; n < word.len; n++)
		if (!g_ascii_isupper(word.ptr[n]))
			return false;
	return word.len <= 3;
}

static void add_given(struct name *name, struct span word)
{
	size_t step = is_initials(word) ? 1 : word.len;
	for (size_t at = 0; at < word.len; at += step) {
		g_autoptr(GString) folded = g_string_new(NULL);
		text_fold(folded, span_cut(word, at, at + step));
		g_ptr_array_add(name->given, g_strdup(folded->str));
	}
}

static void name_read(struct name *name, const char *text)
{
	*name = (struct name){.given = g_ptr_array_new_with_free_func(g_free)};
	struct span word;
	struct span last = {0};
	for (size_t pos = 0; text_next_word(span_of(text), &pos, &word);) {
		g_autoptr(GString) folded = g_string_new(NULL);
		text_fold(folded, word);
		if (!name->surname && take_title(name, folded->str))
			continue;
		if (last.len > 0)
			add_given(name, last);
		last = word;
		g_free(name->surname);
		name->surname = g_strdup(folded->str);
	}
}

static void name_clear(struct name *name)
{
	g_ptr_array_unref(name->given);
	g_free(name->surname);
}

static bool given_compatible(const char *a, const char *b)
{
	bool is_initial = strlen(a) == 1 || strlen(b) == 1;
	return is_initial ? *a == *b : strcmp(a, b) == 0;
}

static bool names_compatible(const struct name *a, const struct name *b)
{
	if (g_strcmp0(a->surname, b->surname) != 0 || (a->gender && b->gender && a->gender != b->gender))
		return false;
	for (guint n = 0; n < MIN(a->given->len, b->given->len); n++)
		if (!given_compatible(g_ptr_array_index(a->given, n), g_ptr_array_index(b->given, n)))
			return false;
	return true;
}

bool persons_compatible(const char *a, const char *b)
{
	struct name left;
	struct name right;
	name_read(&left, a);
	name_read(&right, b);
	bool compatible = names_compatible(&left, &right);
	name_clear(&left);
	name_clear(&right);
	return compatible;
}

static void person_clear(gpointer data)
{
	struct person *person = data;
	g_free(person->name);
	g_array_unref(person->places);
}

/* Fuller forms first, then by their bytes, so that the outcome is always the same. */
static int compare_forms(gconstpointer a, gconstpointer b)
{
	const char *left = *(char *const *)a;
	const char *right = *(char *const *)b;
	struct name left_name;
	struct name right_name;
	name_read(&left_name, left);
	name_read(&right_name, right);
	int by_given = (int)right_name.given->len - (int)left_name.given->len;
	name_clear(&left_name);
	name_clear(&right_name);
	if (by_given != 0)
		return by_given;
	int by_len = (int)strlen(right) - (int)strlen(left);
	return by_len != 0 ? by_len : strcmp(left, right);
}

static int compare_persons(gconstpointer a, gconstpointer b)
{
	const struct person *left = a;
	const struct person *right = b;
	if (left->unclear != right->unclear)
		return left->unclear ? 1 : -1;
	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return strcmp(left->name, right->name);
}

static int compare_places(gconstpointer a, gconstpointer b)
{
	guint left = *(const guint *)a;
	guint right = *(const guint *)b;
	return (left > right) - (left < right);
}

/* A paragraph that has two forms of a name counts once. */
static void count_places(struct person *person)
{
	g_array_sort(person->places, compare_places);
	for (guint n = 0; n < person->places->len; n++)
		if (n == 0 || g_array_index(person->places, guint, n) != g_array_index(person->places, guint, n - 1))
			person->count++;
}

static void add_places(struct person *person, const GArray *places)
{
	g_array_append_vals(person->places, places->data, places->len);
}

GArray *persons_join(GHashTable *forms)
{
	GArray *persons = g_array_new(FALSE, FALSE, sizeof(struct person));
	g_array_set_clear_func(persons, person_clear);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	GHashTableIter iter;
	gpointer key;
	g_hash_table_iter_init(&iter, forms);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		g_ptr_array_add(names, key);
	g_ptr_array_sort(names, compare_forms);
	for (guint n = 0; n < names->len; n++) {
		const char *form = g_ptr_array_index(names, n);
		const GArray *places = g_hash_table_lookup(forms, form);
		struct person *same = NULL;
		guint fits = 0;
		for (guint k = 0; k < persons->len; k++) {
			struct person *known = &g_array_index(persons, struct person, k);
			if (known->unclear || !persons_compatible(known->name, form))
				continue;
			same = known;
			fits++;
		}
		if (fits == 1) {
			add_places(same, places);
			continue;
		}
		struct person person = {.name = g_strdup(form), .unclear = fits > 1};
		person.places = g_array_new(FALSE, FALSE, sizeof(guint));
		add_places(&person, places);
		g_array_append_val(persons, person);
	}
	for (guint n = 0; n < persons->len; n++)
		count_places(&g_array_index(persons, struct person, n));
	g_array_sort(persons, compare_persons);
	return persons;
}
