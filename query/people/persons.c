/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "persons.h"

#include "aliases.h"
#include "cluster.h"
#include "text.h"

struct persons {
	const GPtrArray *aliases;
	GPtrArray *units;    /* struct bunch_unit * */
	GHashTable *by_name; /* char *, folded name and council, to struct bunch_unit * */
	GHashTable *bodies; /* char *, a folded body, to the folded council of its papers, "" where there are several */
	GHashTable *others; /* pairs told apart, see bunch_pair */
	GPtrArray *bunches; /* struct bunch * */
	GPtrArray *people;  /* struct person * */
};

static void unit_free(gpointer data)
{
	struct bunch_unit *unit = data;
	g_free(unit->form.name);
	g_free(unit->form.council);
	g_ptr_array_unref(unit->form.bodies);
	printed_name_clear(&unit->name);
	g_free(unit->folded);
	g_free(unit->place);
	g_ptr_array_unref(unit->bodies);
	g_free(unit);
}

static void person_free(gpointer data)
{
	struct person *person = data;
	g_free(person->name);
	g_ptr_array_unref(person->forms);
	g_ptr_array_unref(person->may_be);
	g_free(person);
}

struct persons *persons_new(const GPtrArray *aliases)
{
	struct persons *persons = g_new0(struct persons, 1);
	persons->aliases = aliases;
	persons->units = g_ptr_array_new_with_free_func(unit_free);
	persons->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	persons->bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	persons->others = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	persons->bunches = g_ptr_array_new_with_free_func(bunch_free);
	persons->people = g_ptr_array_new_with_free_func(person_free);
	return persons;
}

void persons_free(struct persons *persons)
{
	if (!persons)
		return;
	g_ptr_array_unref(persons->people);
	g_ptr_array_unref(persons->bunches);
	g_hash_table_unref(persons->others);
	g_hash_table_unref(persons->bodies);
	g_hash_table_unref(persons->by_name);
	g_ptr_array_unref(persons->units);
	g_free(persons);
}

static char *key_of(const char *name, const char *council)
{
	g_autofree char *folded = text_folded(name);
	g_autofree char *place = text_folded(council);
	return g_strjoin("\n", folded, place, NULL);
}

static struct bunch_unit *add_unit(struct persons *persons, const char *name, const char *council)
{
	struct bunch_unit *unit = g_new0(struct bunch_unit, 1);
	unit->form.name = g_strdup(name);
	unit->form.council = g_strdup(council);
	unit->form.bodies = g_ptr_array_new_with_free_func(g_free);
	unit->folded = text_folded(name);
	unit->bodies = g_ptr_array_new_with_free_func(g_free);
	printed_name_read(&unit->name, name);
	g_ptr_array_add(persons->units, unit);
	return unit;
}

static void add_span(struct persons_form *known, const struct persons_form *form)
{
	if (*form->first && (!*known->first || strcmp(form->first, known->first) < 0))
		memcpy(known->first, form->first, sizeof(known->first));
	if (*form->last && strcmp(form->last, known->last) > 0)
		memcpy(known->last, form->last, sizeof(known->last));
}

void persons_add(struct persons *persons, const struct persons_form *form)
{
	g_autofree char *key = key_of(form->name, form->council);
	struct bunch_unit *unit = g_hash_table_lookup(persons->by_name, key);
	if (!unit) {
		unit = add_unit(persons, form->name, form->council);
		unit->is_printed = true;
		g_hash_table_insert(persons->by_name, g_steal_pointer(&key), unit);
	}
	/* Letter case apart they are one, and which was met first must not matter. */
	if (strcmp(form->name, unit->form.name) > 0) {
		g_free(unit->form.name);
		unit->form.name = g_strdup(form->name);
		printed_name_clear(&unit->name);
		printed_name_read(&unit->name, form->name);
	}
	unit->form.count += form->count;
	add_span(&unit->form, form);
	for (guint n = 0; form->bodies && n < form->bodies->len; n++) {
		const char *body = g_ptr_array_index(form->bodies, n);
		g_autofree char *folded = text_folded(body);
		if (g_ptr_array_find_with_equal_func(unit->bodies, folded, g_str_equal, NULL))
			continue;
		g_ptr_array_add(unit->bodies, g_steal_pointer(&folded));
		g_ptr_array_add(unit->form.bodies, g_strdup(body));
	}
}

void persons_add_body(struct persons *persons, const char *body, const char *council)
{
	char *folded = text_folded(body);
	g_autofree char *place = text_folded(council);
	const char *known = g_hash_table_lookup(persons->bodies, folded);
	bool is_same = !known || strcmp(known, place) == 0;
	g_hash_table_insert(persons->bodies, folded, g_strdup(is_same ? place : ""));
}

/* The council of papers that name none: the one whose bodies they name. */
static char *find_place(const struct persons *persons, const struct bunch_unit *unit)
{
	if (unit->form.council)
		return text_folded(unit->form.council);
	const char *place = NULL;
	for (guint n = 0; n < unit->bodies->len; n++) {
		const char *other = g_hash_table_lookup(persons->bodies, g_ptr_array_index(unit->bodies, n));
		if (place && other && strcmp(place, other) != 0)
			return g_strdup("");
		place = other ? other : place;
	}
	return g_strdup(place ? place : "");
}

static void tell_apart(struct persons *persons, const struct alias *alias)
{
	g_autofree char *person = text_folded(alias->person);
	g_autofree char *other = text_folded(alias->alias);
	g_autofree char *place = text_folded(alias->council);
	g_hash_table_add(persons->others, bunch_pair(person, other, place));
}

static GPtrArray *find_units(const struct persons *persons, const struct alias *alias)
{
	g_autofree char *person = text_folded(alias->person);
	g_autofree char *other = text_folded(alias->alias);
	g_autofree char *place = text_folded(alias->council);
	GPtrArray *found = g_ptr_array_new();
	for (guint n = 0; n < persons->units->len; n++) {
		struct bunch_unit *unit = g_ptr_array_index(persons->units, n);
		bool is_named = strcmp(unit->folded, person) == 0 || strcmp(unit->folded, other) == 0;
		if (is_named && (!alias->council || g_strcmp0(unit->place, place) == 0))
			g_ptr_array_add(found, unit);
	}
	return found;
}

static bool has_name(const GPtrArray *units, const char *name)
{
	g_autofree char *folded = text_folded(name);
	for (guint n = 0; n < units->len; n++)
		if (strcmp(((struct bunch_unit *)g_ptr_array_index(units, n))->folded, folded) == 0)
			return true;
	return false;
}

/* A person whose own name no paper prints still lends it to the comparison. */
static void join_alias(struct persons *persons, guint row)
{
	const struct alias *alias = g_ptr_array_index(persons->aliases, row);
	g_autoptr(GPtrArray) units = find_units(persons, alias);
	if (units->len == 0)
		return;
	if (!has_name(units, alias->person)) {
		struct bunch_unit *unit = add_unit(persons, alias->person, alias->council);
		unit->place = alias->council ? text_folded(alias->council) : NULL;
		g_ptr_array_add(persons->bunches, bunch_new(unit, persons->others));
		g_ptr_array_add(units, unit);
	}
	struct bunch *bunch = ((struct bunch_unit *)g_ptr_array_index(units, 0))->bunch;
	for (guint n = 1; n < units->len; n++) {
		struct bunch *other = ((struct bunch_unit *)g_ptr_array_index(units, n))->bunch;
		if (other == bunch)
			continue;
		bunch_merge(bunch, other);
		g_ptr_array_remove_fast(persons->bunches, other);
	}
	if (row < bunch->row) {
		bunch->row = row;
		bunch->called = alias->person;
	}
}

/* One for each name and place: papers that name the council and papers whose body tells it go together. */
static void place_units(struct persons *persons)
{
	g_autoptr(GHashTable) placed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint n = 0; n < persons->units->len; n++) {
		struct bunch_unit *unit = g_ptr_array_index(persons->units, n);
		unit->place = find_place(persons, unit);
		struct bunch *bunch = bunch_new(unit, persons->others);
		char *key = g_strjoin("\n", unit->folded, unit->place, NULL);
		struct bunch *same = g_hash_table_lookup(placed, key);
		if (same) {
			bunch_merge(same, bunch);
			bunch_free(bunch);
			g_free(key);
			continue;
		}
		g_hash_table_insert(placed, key, bunch);
		g_ptr_array_add(persons->bunches, bunch);
	}
}

static void make_bunches(struct persons *persons)
{
	place_units(persons);
	for (guint row = 0; persons->aliases && row < persons->aliases->len; row++) {
		const struct alias *alias = g_ptr_array_index(persons->aliases, row);
		if (alias->is_other)
			tell_apart(persons, alias);
		else
			join_alias(persons, row);
	}
	for (guint n = 0; n < persons->bunches->len; n++)
		bunch_settle(g_ptr_array_index(persons->bunches, n));
}

/* The most frequent first; by name and council where that says nothing. */
static int compare_forms(gconstpointer a, gconstpointer b)
{
	const struct persons_form *left = *(const struct persons_form *const *)a;
	const struct persons_form *right = *(const struct persons_form *const *)b;
	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	int by_name = strcmp(left->name, right->name);
	return by_name != 0 ? by_name : g_strcmp0(left->council, right->council);
}

static int compare_fullness(const struct bunch_unit *left, const struct bunch_unit *right)
{
	if (left->name.weight != right->name.weight)
		return left->name.weight > right->name.weight ? -1 : 1;
	if (left->form.count != right->form.count)
		return left->form.count > right->form.count ? -1 : 1;
	size_t left_len = strlen(left->form.name);
	size_t right_len = strlen(right->form.name);
	if (left_len != right_len)
		return left_len > right_len ? -1 : 1;
	return strcmp(left->form.name, right->form.name);
}

/* What is gathered of one person before they have a name. */
struct gathering {
	const struct bunch_unit *fullest;
	const char *printed; /* its name */
	const char *called;
	guint row;
};

static struct person *person_at(const struct persons *persons, const struct bunch *bunch)
{
	return g_ptr_array_index(persons->people, bunch->person - 1);
}

static void gather(struct gathering *gathering, struct person *person, const struct bunch *bunch)
{
	for (guint n = 0; n < bunch->units->len; n++) {
		struct bunch_unit *unit = g_ptr_array_index(bunch->units, n);
		if (!unit->is_printed)
			continue;
		unit->person = person;
		g_ptr_array_add(person->forms, &unit->form);
		person->count += unit->form.count;
		if (!gathering->fullest || compare_fullness(unit, gathering->fullest) < 0) {
			gathering->fullest = unit;
			gathering->printed = unit->form.name;
		}
	}
	person->is_unclear = bunch->is_unclear;
	if (bunch->called && (!gathering->called || bunch->row < gathering->row)) {
		gathering->called = bunch->called;
		gathering->row = bunch->row;
	}
}

static int compare_people(gconstpointer a, gconstpointer b)
{
	const struct person *left = *(const struct person *const *)a;
	const struct person *right = *(const struct person *const *)b;
	if (left->is_unclear != right->is_unclear)
		return left->is_unclear ? 1 : -1;
	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return strcmp(left->name, right->name);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp((*(const struct person *const *)a)->name, (*(const struct person *const *)b)->name);
}

/* "Mr J Poole (Marlshire County Council)" where another council has one too. */
static void name_people(struct persons *persons)
{
	g_autoptr(GHashTable) times = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint n = 0; n < persons->people->len; n++) {
		const char *name = ((struct person *)g_ptr_array_index(persons->people, n))->name;
		guint known = GPOINTER_TO_UINT(g_hash_table_lookup(times, name));
		g_hash_table_insert(times, g_strdup(name), GUINT_TO_POINTER(known + 1));
	}
	for (guint n = 0; n < persons->people->len; n++) {
		struct person *person = g_ptr_array_index(persons->people, n);
		const struct persons_form *form = g_ptr_array_index(person->forms, 0);
		if (GPOINTER_TO_UINT(g_hash_table_lookup(times, person->name)) < 2 || !form->council)
			continue;
		char *name = g_strdup_printf("%s (%s)", person->name, form->council);
		g_free(person->name);
		person->name = name;
	}
}

static void tell_unclear(const struct persons *persons)
{
	for (guint n = 0; n < persons->bunches->len; n++) {
		const struct bunch *bunch = g_ptr_array_index(persons->bunches, n);
		struct person *person = person_at(persons, bunch);
		for (guint k = 0; bunch->is_unclear && k < bunch->near->len; k++) {
			const struct bunch *near = g_ptr_array_index(bunch->near, k);
			struct person *other = person_at(persons, near);
			if (!near->is_unclear && !g_ptr_array_find(person->may_be, other, NULL))
				g_ptr_array_add(person->may_be, other);
		}
		g_ptr_array_sort(person->may_be, compare_names);
	}
}

void persons_join(struct persons *persons)
{
	make_bunches(persons);
	guint count = cluster_bunches(persons->bunches);
	for (guint n = 0; n < count; n++) {
		struct person *person = g_new0(struct person, 1);
		person->forms = g_ptr_array_new();
		person->may_be = g_ptr_array_new();
		g_ptr_array_add(persons->people, person);
	}
	g_autoptr(GArray) gatherings = g_array_new(FALSE, TRUE, sizeof(struct gathering));
	g_array_set_size(gatherings, count);
	for (guint n = 0; n < persons->bunches->len; n++) {
		const struct bunch *bunch = g_ptr_array_index(persons->bunches, n);
		gather(&g_array_index(gatherings, struct gathering, bunch->person - 1), person_at(persons, bunch),
		       bunch);
	}
	for (guint n = 0; n < count; n++) {
		struct person *person = g_ptr_array_index(persons->people, n);
		const struct gathering *gathering = &g_array_index(gatherings, struct gathering, n);
		person->name = g_strdup(gathering->called ? gathering->called : gathering->printed);
		g_ptr_array_sort(person->forms, compare_forms);
	}
	name_people(persons);
	tell_unclear(persons);
	g_ptr_array_sort(persons->people, compare_people);
}

const struct person *persons_find(const struct persons *persons, const char *name, const char *council)
{
	g_autofree char *key = key_of(name, council);
	const struct bunch_unit *unit = g_hash_table_lookup(persons->by_name, key);
	return unit ? unit->person : NULL;
}

const GPtrArray *persons_list(const struct persons *persons)
{
	return persons->people;
}
