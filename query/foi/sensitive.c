/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sensitive.h"

#include "holders.h"
#include "office.h"
#include "printed_name.h"
#include "sensitive_shape.h"

struct sensitive {
	struct shapes *shapes;
	struct holders *holders;
};

const char *sensitive_kind_name(enum sensitive_kind kind)
{
	static const char *const names[SENSITIVE_KIND_COUNT] = {
		"email", "telephone", "national-insurance", "nhs-number", "date-of-birth", "person",
	};
	return names[kind];
}

bool sensitive_new(struct sensitive **out, struct store *store, GError **error)
{
	struct holders *holders = NULL;
	if (!holders_new(&holders, store, error))
		return false;
	*out = g_new0(struct sensitive, 1);
	(*out)->holders = holders;
	(*out)->shapes = shapes_new();
	return true;
}

void sensitive_free(struct sensitive *sensitive)
{
	if (!sensitive)
		return;
	shapes_free(sensitive->shapes);
	holders_free(sensitive->holders);
	g_free(sensitive);
}

static const char *reason_of(const struct record *record, const char *name)
{
	for (guint n = 0; n < record->speakers->len; n++)
		if (strcmp(g_array_index(record->speakers, struct speaker, n).name, name) == 0)
			return "speaks or is answered for here, and holds no office in the papers under this name";
	return "named here, and holds no office in the papers under this name";
}

static void add_flag(GArray *flags, size_t start, size_t end, const char *reason)
{
	struct sensitive_flag flag = {start, end, SENSITIVE_PERSON, reason};
	g_array_append_val(flags, flag);
}

/* Whether a run of words of the text can be this name. */
static bool is_name(const struct office_person *person, const struct printed_name *name)
{
	if (strcmp(person->form.surname, name->surname) != 0 || (person->form.title && person->form.title->is_rank))
		return false;
	g_autofree char *text = form_print(&person->form);
	struct printed_name printed;
	printed_name_read(&printed, text);
	bool is_other =
		printed.gender != GENDER_UNKNOWN && name->gender != GENDER_UNKNOWN && printed.gender != name->gender;
	bool fits = !is_other && printed_name_given_fits(&printed, name);
	printed_name_clear(&printed);
	return fits;
}

static void flag_word(GArray *flags, const struct record *record, const struct tokens *tokens, const char *word,
		      const char *reason)
{
	for (guint n = 0; n < tokens->len; n++) {
		const struct token *token = tokens_at(tokens, n);
		size_t start = (size_t)(token->text.ptr - record->text);
		if (token_is(token, word))
			add_flag(flags, start, start + token->text.len, reason);
	}
}

/* "Mr and Mrs Fenn" name Mr Fenn by half, and "Ada agreed" names Ada Birch. */
static void flag_half(GArray *flags, const struct record *record, const struct tokens *tokens,
		      const struct printed_name *name, const char *reason)
{
	guint before = flags->len;
	if (name->surname)
		flag_word(flags, record, tokens, name->surname, reason);
	const char *given = name->given->len > 0 ? g_ptr_array_index(name->given, 0) : "";
	if (flags->len == before && strlen(given) > 1)
		flag_word(flags, record, tokens, given, reason);
}

/* Flags every place where the name stands, else half of it; the whole paragraph where neither stands there as it is. */
static void flag_name(GArray *flags, const struct record *record, const struct tokens *tokens, const GArray *people,
		      const char *name)
{
	const char *reason = reason_of(record, name);
	struct printed_name printed;
	printed_name_read(&printed, name);
	guint before = flags->len;
	for (guint n = 0; printed.surname && n < people->len; n++) {
		const struct office_person *person = &g_array_index(people, struct office_person, n);
		if (!is_name(person, &printed))
			continue;
		struct span found = tokens_slice(tokens, person->first, person->end - 1);
		size_t start = (size_t)(found.ptr - record->text);
		add_flag(flags, start, start + found.len, reason);
	}
	if (flags->len == before)
		flag_half(flags, record, tokens, &printed, reason);
	if (flags->len == before)
		add_flag(flags, 0, strlen(record->text), reason);
	printed_name_clear(&printed);
}

static bool find_people(GArray *flags, struct sensitive *sensitive, const struct record *record, GError **error)
{
	struct tokens tokens;
	tokens_init(&tokens, span_of(record->text));
	g_autoptr(GArray) people = office_people(&tokens);
	bool good = true;
	for (guint n = 0; good && n < record->names->len; n++) {
		const char *name = g_ptr_array_index(record->names, n);
		bool holds = false;
		good = holders_have(&holds, sensitive->holders, name, record->body, error);
		if (good && !holds)
			flag_name(flags, record, &tokens, people, name);
	}
	tokens_clear(&tokens);
	return good;
}

static int compare_flags(gconstpointer a, gconstpointer b)
{
	const struct sensitive_flag *one = a;
	const struct sensitive_flag *other = b;
	if (one->start != other->start)
		return one->start < other->start ? -1 : 1;
	return (one->kind > other->kind) - (one->kind < other->kind);
}

bool sensitive_find(GArray **flags, struct sensitive *sensitive, const struct record *record, GError **error)
{
	*flags = g_array_new(FALSE, FALSE, sizeof(struct sensitive_flag));
	if (!record->text)
		return true;
	shapes_find(*flags, sensitive->shapes, span_of(record->text), record->section);
	if (!find_people(*flags, sensitive, record, error)) {
		g_clear_pointer(flags, g_array_unref);
		return false;
	}
	g_array_sort(*flags, compare_flags);
	return true;
}
