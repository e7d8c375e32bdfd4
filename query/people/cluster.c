/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cluster.h"

struct clustering {
	GHashTable *by_surname; /* borrowed char * to GPtrArray of struct bunch *, each once */
	guint people;
};

static struct bunch *bunch_at(const GPtrArray *bunches, guint n)
{
	return g_ptr_array_index(bunches, n);
}

static bool is_near(const struct bunch *one, const struct bunch *other)
{
	return g_ptr_array_find(one->near, other, NULL);
}

static void free_list(gpointer list)
{
	g_ptr_array_unref(list);
}

static void sort_by_surname(struct clustering *clustering, const GPtrArray *bunches)
{
	for (guint n = 0; n < bunches->len; n++) {
		struct bunch *bunch = bunch_at(bunches, n);
		for (guint k = 0; k < bunch->units->len; k++) {
			char *surname = ((struct bunch_unit *)g_ptr_array_index(bunch->units, k))->name.surname;
			if (!surname)
				continue;
			GPtrArray *list = g_hash_table_lookup(clustering->by_surname, surname);
			if (!list) {
				list = g_ptr_array_new();
				g_hash_table_insert(clustering->by_surname, surname, list);
			}
			if (!g_ptr_array_find(list, bunch, NULL))
				g_ptr_array_add(list, bunch);
		}
	}
}

static void note_near(struct bunch *one, struct bunch *other)
{
	if (is_near(one, other) || bunch_contradicts(one, other))
		return;
	g_ptr_array_add(one->near, other);
	g_ptr_array_add(other->near, one);
}

/* All of one rank that have no person yet. */
static void find_near(struct clustering *clustering, enum bunch_rank rank)
{
	GHashTableIter iter;
	gpointer value;
	g_hash_table_iter_init(&iter, clustering->by_surname);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const GPtrArray *list = value;
		for (guint n = 0; n < list->len; n++) {
			struct bunch *one = bunch_at(list, n);
			for (guint k = n + 1; one->rank == rank && one->person == 0 && k < list->len; k++) {
				struct bunch *other = bunch_at(list, k);
				if (other->rank == rank && other->person == 0)
					note_near(one, other);
			}
		}
	}
}

/* Two that fit it and contradict each other leave open which of them it is. Names of other surnames, which a people.csv
 * led to, do not. */
static bool fits_several(const struct bunch *bunch)
{
	for (guint n = 0; n < bunch->near->len; n++) {
		const struct bunch *one = bunch_at(bunch->near, n);
		for (guint k = n + 1; k < bunch->near->len; k++) {
			const struct bunch *other = bunch_at(bunch->near, k);
			if (!is_near(one, other) && bunch_contradicts(one, other))
				return true;
		}
	}
	return false;
}

static void give_person(struct bunch *bunch, guint person)
{
	bunch->person = person;
	for (guint n = 0; !bunch->is_unclear && n < bunch->near->len; n++) {
		struct bunch *other = bunch_at(bunch->near, n);
		bool is_one = other->person == 0 && !other->is_unclear &&
			      (bunch->rank != BUNCH_BARE || bunch_is_linked(bunch, other));
		if (is_one)
			give_person(other, person);
	}
}

static void join_near(struct clustering *clustering, const GPtrArray *bunches, enum bunch_rank rank)
{
	find_near(clustering, rank);
	for (guint n = 0; n < bunches->len; n++) {
		struct bunch *bunch = bunch_at(bunches, n);
		if (bunch->rank == rank && bunch->person == 0)
			bunch->is_unclear = fits_several(bunch);
	}
	for (guint n = 0; n < bunches->len; n++) {
		struct bunch *bunch = bunch_at(bunches, n);
		if (bunch->rank == rank && bunch->person == 0)
			give_person(bunch, ++clustering->people);
	}
}

/* One of the stronger names for each person that the weak one fits: `fitting` gets the one that speaks for it. */
static void find_stronger(GPtrArray *fitting, const struct clustering *clustering, const struct bunch *weak)
{
	g_autoptr(GHashTable) people = g_hash_table_new(NULL, NULL); /* number to a name, NULL where one contradicts */
	for (guint n = 0; n < weak->units->len; n++) {
		const struct bunch_unit *unit = g_ptr_array_index(weak->units, n);
		const GPtrArray *list =
			unit->name.surname ? g_hash_table_lookup(clustering->by_surname, unit->name.surname) : NULL;
		for (guint k = 0; list && k < list->len; k++) {
			struct bunch *other = bunch_at(list, k);
			if (other->rank >= weak->rank)
				continue;
			gpointer key = GUINT_TO_POINTER(other->person);
			gpointer known = NULL;
			bool is_known = g_hash_table_lookup_extended(people, key, NULL, &known);
			if (bunch_contradicts(weak, other))
				g_hash_table_insert(people, key, NULL);
			else if (!is_known || (known && bunch_is_linked(weak, other)))
				g_hash_table_insert(people, key, other);
		}
	}
	GHashTableIter iter;
	gpointer other;
	g_hash_table_iter_init(&iter, people);
	while (g_hash_table_iter_next(&iter, NULL, &other))
		/* Of a surname all that it fits count against it, of a name without a council what speaks for it. */
		if (other && (weak->rank == BUNCH_BARE || bunch_is_linked(weak, other)))
			g_ptr_array_add(fitting, other);
}

/* Whether another weak name, of the same person to be, contradicts. */
static bool is_disputed(const struct bunch *weak, const GPtrArray *others)
{
	for (guint n = 0; n < others->len; n++) {
		const struct bunch *other = bunch_at(others, n);
		bool is_rival = other != weak && other->near->len == 1 && weak->near->len == 1 &&
				bunch_at(other->near, 0)->person == bunch_at(weak->near, 0)->person;
		if (is_rival && bunch_contradicts(weak, other))
			return true;
	}
	return false;
}

/* With one that is unclear it is as unclear. */
static void join_stronger(struct bunch *weak, const struct bunch *stronger)
{
	weak->person = stronger->person;
	weak->is_unclear = stronger->is_unclear;
	g_ptr_array_set_size(weak->near, 0);
	for (guint n = 0; stronger->is_unclear && n < stronger->near->len; n++)
		g_ptr_array_add(weak->near, bunch_at(stronger->near, n));
}

/* Names of a lower rank against the people that the stronger ones make. Those that fit one and have nothing to speak for
 * it are left without a person here. */
static void join_weak(struct clustering *clustering, const GPtrArray *bunches, enum bunch_rank rank)
{
	g_autoptr(GPtrArray) fitting = g_ptr_array_new();
	for (guint n = 0; n < bunches->len; n++) {
		struct bunch *bunch = bunch_at(bunches, n);
		if (bunch->rank != rank)
			continue;
		find_stronger(bunch->near, clustering, bunch);
		bool is_lonely = bunch->near->len == 1 && !bunch_is_linked(bunch, bunch_at(bunch->near, 0));
		if (is_lonely)
			g_ptr_array_set_size(bunch->near, 0);
		if (bunch->near->len > 0)
			g_ptr_array_add(fitting, bunch);
	}
	for (guint n = 0; n < fitting->len; n++) {
		struct bunch *weak = bunch_at(fitting, n);
		weak->is_unclear = weak->near->len > 1 || is_disputed(weak, fitting);
	}
	for (guint n = 0; n < fitting->len; n++) {
		struct bunch *weak = bunch_at(fitting, n);
		if (weak->is_unclear)
			weak->person = ++clustering->people;
		else
			join_stronger(weak, bunch_at(weak->near, 0));
	}
}

guint cluster_bunches(const GPtrArray *bunches)
{
	struct clustering clustering = {g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list), 0};
	sort_by_surname(&clustering, bunches);
	join_near(&clustering, bunches, BUNCH_FULL);
	for (enum bunch_rank rank = BUNCH_UNPLACED; rank <= BUNCH_BARE; rank++) {
		join_weak(&clustering, bunches, rank);
		join_near(&clustering, bunches, rank);
	}
	g_hash_table_unref(clustering.by_surname);
	return clustering.people;
}
