/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "printed_name.h"

/* The whole text must be one name: "The Chairman" and "Mr and Mrs Birch" are none. */
static bool parse_whole(struct form *form, const struct tokens *tokens)
{
	if (form_parse(form, tokens, 0) == tokens->len && tokens->len > 0)
		return true;
	bool is_titled = tokens->len > 0 && name_title_find(tokens_at(tokens, 0)->word);
	return !is_titled && tokens->len > 0 && form_parse_surname(form, tokens, 0) == tokens->len;
}

void printed_name_read(struct printed_name *name, const char *text)
{
	*name = (struct printed_name){.given = g_ptr_array_new_with_free_func(g_free)};
	struct tokens tokens;
	tokens_init(&tokens, span_of(text));
	struct form form;
	if (parse_whole(&form, &tokens) && form.surname) {
		name->gender = form_gender(&form);
		if (name->gender == GENDER_UNKNOWN && form_has_given_name(&form))
			name->gender = name_given_gender(form.given[0]);
		name->surname = g_strdup(form.surname);
		name->weight = form_weight(&form);
		for (guint n = 0; n < form.givens; n++)
			g_ptr_array_add(name->given, g_strdup(form.given[n]));
	}
	tokens_clear(&tokens);
}

void printed_name_clear(struct printed_name *name)
{
	g_free(name->surname);
	g_clear_pointer(&name->given, g_ptr_array_unref);
}

bool printed_name_is_bare(const struct printed_name *name)
{
	return name->given->len == 0;
}

static bool is_initial(const char *given)
{
	return !*g_utf8_next_char(given);
}

static bool given_fits(const char *one, const char *other)
{
	if (is_initial(one))
		return name_may_begin(other, g_utf8_get_char(one));
	if (is_initial(other))
		return name_may_begin(one, g_utf8_get_char(other));
	return strcmp(one, other) == 0 || name_is_nickname(one, other);
}

bool printed_name_given_fits(const struct printed_name *one, const struct printed_name *other)
{
	for (guint n = 0; n < MIN(one->given->len, other->given->len); n++)
		if (!given_fits(g_ptr_array_index(one->given, n), g_ptr_array_index(other->given, n)))
			return false;
	return true;
}
