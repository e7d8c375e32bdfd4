/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "floor.h"

void floor_init(struct floor *floor)
{
	floor->names = g_string_chunk_new(256);
	floor->last = g_ptr_array_new();
	floor->topic = g_ptr_array_new();
	floor->presenter = g_ptr_array_new();
	floor->is_group = false;
}

void floor_reset(struct floor *floor)
{
	g_ptr_array_set_size(floor->last, 0);
	g_ptr_array_set_size(floor->topic, 0);
	g_ptr_array_set_size(floor->presenter, 0);
	floor->is_group = false;
}

void floor_clear(struct floor *floor)
{
	g_clear_pointer(&floor->names, g_string_chunk_free);
	g_clear_pointer(&floor->last, g_ptr_array_unref);
	g_clear_pointer(&floor->topic, g_ptr_array_unref);
	g_clear_pointer(&floor->presenter, g_ptr_array_unref);
}

void names_add(GPtrArray *names, const char *name)
{
	if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
		g_ptr_array_add(names, (gpointer)name);
}

void names_add_all(GPtrArray *names, const GPtrArray *more)
{
	for (guint i = 0; i < more->len; i++)
		names_add(names, more->pdata[i]);
}

void names_copy(GPtrArray *names, const GPtrArray *from)
{
	if (names == from)
		return;
	g_ptr_array_set_size(names, 0);
	names_add_all(names, from);
}

static void person_names(GPtrArray *names, const struct roll *roll, const struct mention *mention)
{
	if (mention->person) {
		names_add(names, mention->person->name);
		return;
	}
	g_autoptr(GPtrArray) people = g_ptr_array_new();
	roll_find(people, roll, &mention->form);
	for (guint i = 0; i < people->len; i++)
		names_add(names, ((struct person *)people->pdata[i])->name);
}

static void office_names(GPtrArray *names, struct floor *floor, const struct roll *roll, const struct mention *mention)
{
	g_autofree char *office = g_strndup(mention->office.ptr, mention->office.len);
	if (g_ascii_strcasecmp(office, "officer") == 0) {
		names_copy(names, floor->presenter->len > 0 ? floor->presenter : floor->last);
		return;
	}
	const struct person *holder = roll_holder(roll, office);
	if (holder) {
		names_add(names, holder->name);
		return;
	}
	g_autofree char *printed = office_print(mention);
	names_add(names, g_string_chunk_insert_const(floor->names, printed));
}

static enum gender pronoun_gender(const struct token *token)
{
	return token_is(token, "he") ? GENDER_MALE : token_is(token, "she") ? GENDER_FEMALE : GENDER_UNKNOWN;
}

static enum gender gender_by_name(const struct roll *roll, const char *name)
{
	for (guint i = 0; i < roll->people->len; i++) {
		const struct person *person = roll->people->pdata[i];
		if (person->name == name)
			return person->gender;
	}
	return GENDER_UNKNOWN;
}

static bool add_bearer(GPtrArray *names, const GPtrArray *from, const struct roll *roll, const struct token *pronoun)
{
	enum gender gender = pronoun_gender(pronoun);
	if (from->len == 0 || (gender != GENDER_UNKNOWN && from->len > 1))
		return false;
	for (guint i = 0; i < from->len; i++) {
		enum gender other = gender_by_name(roll, from->pdata[i]);
		if (gender == GENDER_UNKNOWN || other == GENDER_UNKNOWN || gender == other)
			names_add(names, from->pdata[i]);
	}
	return names->len > 0;
}

/* Whom the last sentence was about, else who spoke last. */
static void pronoun_names(GPtrArray *names, const struct floor *floor, const struct roll *roll,
			  const struct token *pronoun)
{
	if (token_is(pronoun, "they") && floor->is_group)
		return;
	if (!add_bearer(names, floor->topic, roll, pronoun))
		add_bearer(names, floor->last, roll, pronoun);
}

void floor_names(GPtrArray *names, struct floor *floor, const struct roll *roll, const struct tokens *tokens,
		 const struct mention *mention)
{
	if (mention->kind == MENTION_PERSON)
		person_names(names, roll, mention);
	else if (mention->kind == MENTION_OFFICE)
		office_names(names, floor, roll, mention);
	else
		pronoun_names(names, floor, roll, tokens_at(tokens, mention->first));
}
