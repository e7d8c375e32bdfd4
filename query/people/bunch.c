/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "bunch.h"

#include <stdlib.h>

/* A council's term: papers that far apart may still speak of the same few people. */
#define TERM_YEARS 4

struct bunch *bunch_new(struct bunch_unit *unit, GHashTable *others)
{
	struct bunch *bunch = g_new0(struct bunch, 1);
	bunch->units = g_ptr_array_new();
	bunch->near = g_ptr_array_new();
	bunch->others = others;
	bunch->row = G_MAXUINT;
	g_ptr_array_add(bunch->units, unit);
	unit->bunch = bunch;
	return bunch;
}

void bunch_free(gpointer data)
{
	struct bunch *bunch = data;
	g_ptr_array_unref(bunch->units);
	g_ptr_array_unref(bunch->near);
	g_free(bunch);
}

static struct bunch_unit *unit_at(const struct bunch *bunch, guint n)
{
	return g_ptr_array_index(bunch->units, n);
}

void bunch_merge(struct bunch *into, struct bunch *from)
{
	for (guint n = 0; n < from->units->len; n++) {
		unit_at(from, n)->bunch = into;
		g_ptr_array_add(into->units, unit_at(from, n));
	}
	g_ptr_array_set_size(from->units, 0);
	if (from->row < into->row) {
		into->row = from->row;
		into->called = from->called;
	}
}

void bunch_settle(struct bunch *bunch)
{
	bool differs = false;
	bool is_bare = true;
	bool is_unplaced = true;
	for (guint n = 0; n < bunch->units->len; n++) {
		const struct printed_name *name = &unit_at(bunch, n)->name;
		if (name->gender != GENDER_UNKNOWN && bunch->gender != GENDER_UNKNOWN)
			differs = differs || name->gender != bunch->gender;
		else if (name->gender != GENDER_UNKNOWN)
			bunch->gender = name->gender;
		is_bare = is_bare && printed_name_is_bare(name);
		is_unplaced = is_unplaced && (!unit_at(bunch, n)->place || !*unit_at(bunch, n)->place);
	}
	if (differs)
		bunch->gender = GENDER_UNKNOWN;
	bunch->rank = is_bare ? BUNCH_BARE : is_unplaced ? BUNCH_UNPLACED : BUNCH_FULL;
}

static bool shares_surname(const struct bunch_unit *one, const struct bunch_unit *other)
{
	return one->name.surname && g_strcmp0(one->name.surname, other->name.surname) == 0;
}

bool bunch_shares_surname(const struct bunch *one, const struct bunch *other)
{
	for (guint n = 0; n < one->units->len; n++)
		for (guint k = 0; k < other->units->len; k++)
			if (shares_surname(unit_at(one, n), unit_at(other, k)))
				return true;
	return false;
}

char *bunch_pair(const char *one, const char *other, const char *place)
{
	bool in_order = strcmp(one, other) <= 0;
	return g_strjoin("\n", in_order ? one : other, in_order ? other : one, place, NULL);
}

static bool is_told_apart(GHashTable *others, const struct bunch_unit *one, const struct bunch_unit *other)
{
	if (!others)
		return false;
	const char *const places[] = {"", one->place ? one->place : "", other->place ? other->place : ""};
	for (size_t n = 0; n < G_N_ELEMENTS(places); n++) {
		g_autofree char *key = bunch_pair(one->folded, other->folded, places[n]);
		if (g_hash_table_contains(others, key))
			return true;
	}
	return false;
}

static bool names_clash(const struct bunch_unit *one, const struct bunch_unit *other)
{
	return shares_surname(one, other) && !printed_name_given_fits(&one->name, &other->name);
}

/* A people.csv may give one person names that clash: then it is enough to fit one of them. */
static bool is_excused(const struct bunch *bunch, const struct bunch_unit *clashing, const struct bunch_unit *unit)
{
	for (guint n = 0; n < bunch->units->len; n++) {
		const struct bunch_unit *each = unit_at(bunch, n);
		if (names_clash(each, clashing) && shares_surname(each, unit) && !names_clash(each, unit))
			return true;
	}
	return false;
}

static bool units_clash(const struct bunch *one, guint n, const struct bunch *other, guint k)
{
	const struct bunch_unit *left = unit_at(one, n);
	const struct bunch_unit *right = unit_at(other, k);
	return names_clash(left, right) && !is_excused(one, left, right) && !is_excused(other, right, left);
}

static bool share_body(const struct bunch_unit *one, const struct bunch_unit *other)
{
	for (guint n = 0; n < one->bodies->len; n++)
		if (g_ptr_array_find_with_equal_func(other->bodies, g_ptr_array_index(one->bodies, n), g_str_equal,
						     NULL))
			return true;
	return false;
}

static bool places_meet(const struct bunch *one, const struct bunch *other)
{
	for (guint n = 0; n < one->units->len; n++) {
		for (guint k = 0; k < other->units->len; k++) {
			const char *left = unit_at(one, n)->place;
			const char *right = unit_at(other, k)->place;
			if (left && right && (!*left || !*right || strcmp(left, right) == 0))
				return true;
		}
	}
	return false;
}

bool bunch_contradicts(const struct bunch *one, const struct bunch *other)
{
	if (one->gender != GENDER_UNKNOWN && other->gender != GENDER_UNKNOWN && one->gender != other->gender)
		return true;
	if (!places_meet(one, other))
		return true;
	for (guint n = 0; n < one->units->len; n++)
		for (guint k = 0; k < other->units->len; k++)
			if (is_told_apart(one->others, unit_at(one, n), unit_at(other, k)) ||
			    units_clash(one, n, other, k))
				return true;
	return false;
}

static int year_of(const char *day)
{
	return atoi(day);
}

static bool is_near_in_time(const struct persons_form *one, const struct persons_form *other)
{
	if (!*one->first || !*other->first)
		return true;
	return year_of(one->first) - year_of(other->last) <= TERM_YEARS &&
	       year_of(other->first) - year_of(one->last) <= TERM_YEARS;
}

static bool are_linked(const struct bunch_unit *weak, const struct bunch_unit *other, enum bunch_rank rank)
{
	if (!weak->is_printed || !other->is_printed)
		return false;
	if (rank == BUNCH_UNPLACED)
		return strcmp(weak->folded, other->folded) == 0;
	bool is_bodiless = weak->bodies->len == 0 && other->bodies->len == 0;
	return (is_bodiless || share_body(weak, other)) && is_near_in_time(&weak->form, &other->form);
}

bool bunch_is_linked(const struct bunch *weak, const struct bunch *other)
{
	for (guint n = 0; n < weak->units->len; n++)
		for (guint k = 0; k < other->units->len; k++)
			if (are_linked(unit_at(weak, n), unit_at(other, k), weak->rank))
				return true;
	return false;
}
