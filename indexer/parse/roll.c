/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "roll.h"

#include "text.h"

static void person_free(gpointer data)
{
	struct person *person = data;
	g_ptr_array_unref(person->roles);
	g_free(person->code);
	g_free(person->name);
	g_free(person);
}

void roll_init(struct roll *roll)
{
	roll->words = g_string_chunk_new(1024);
	roll->people = g_ptr_array_new_with_free_func(person_free);
	roll->present = g_ptr_array_new();
	roll->by_office = NULL;
	roll->by_surname = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	roll->by_given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	roll->by_code = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void roll_clear(struct roll *roll)
{
	g_clear_pointer(&roll->words, g_string_chunk_free);
	g_clear_pointer(&roll->people, g_ptr_array_unref);
	g_clear_pointer(&roll->present, g_ptr_array_unref);
	g_clear_pointer(&roll->by_office, g_hash_table_unref);
	g_clear_pointer(&roll->by_surname, g_hash_table_unref);
	g_clear_pointer(&roll->by_given, g_hash_table_unref);
	g_clear_pointer(&roll->by_code, g_hash_table_unref);
}

static bool gender_compatible(enum gender one, enum gender other)
{
	return one == GENDER_UNKNOWN || other == GENDER_UNKNOWN || one == other;
}

static bool can_be(const struct person *person, const struct form *form)
{
	return gender_compatible(person->gender, form_gender(form)) && form_given_compatible(&person->form, form);
}

static GPtrArray *bearers(const struct roll *roll, const char *surname)
{
	return g_hash_table_lookup(roll->by_surname, surname);
}

void roll_keep(struct roll *roll, struct form *form)
{
	for (guint i = 0; i < form->givens; i++)
		form->given[i] = g_string_chunk_insert_const(roll->words, form->given[i]);
	form->surname = g_string_chunk_insert_const(roll->words, form->surname);
}

static struct person *add_person(struct roll *roll, const struct form *form)
{
	struct person *person = g_new0(struct person, 1);
	person->form = *form;
	roll_keep(roll, &person->form);
	person->gender = form_gender(form);
	person->roles = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(roll->people, person);
	GPtrArray *same = bearers(roll, form->surname);
	if (!same) {
		same = g_ptr_array_new();
		g_hash_table_insert(roll->by_surname, g_strdup(form->surname), same);
	}
	g_ptr_array_add(same, person);
	return person;
}

static void find_misspelt(GPtrArray *people, const struct roll *roll, const struct form *form)
{
	for (guint i = 0; i < roll->present->len; i++) {
		struct person *person = roll->present->pdata[i];
		if (can_be(person, form) && surname_is_close(person->form.surname, form->surname))
			g_ptr_array_add(people, person);
	}
	if (people->len > 1)
		g_ptr_array_set_size(people, 0);
}

struct person *roll_add(struct roll *roll, const struct form *form, bool attends)
{
	struct person *found = NULL;
	g_autoptr(GPtrArray) people = g_ptr_array_new();
	if (form->givens > 0) {
		const GPtrArray *same = bearers(roll, form->surname);
		for (guint i = 0; same && i < same->len && !found; i++)
			found = can_be(same->pdata[i], form) ? same->pdata[i] : NULL;
	} else {
		roll_find(people, roll, form);
		found = people->len > 0 ? people->pdata[0] : NULL;
	}
	if (people->len > 1)
		return found;
	if (!found && form->title && form->givens > 0) {
		find_misspelt(people, roll, form);
		found = people->len > 0 ? people->pdata[0] : NULL;
	}
	if (!found)
		found = add_person(roll, form);
	bool is_same_surname = strcmp(found->form.surname, form->surname) == 0;
	if (is_same_surname && form_weight(form) > form_weight(&found->form)) {
		found->form = *form;
		roll_keep(roll, &found->form);
	}
	if (found->gender == GENDER_UNKNOWN)
		found->gender = form_gender(form);
	found->is_ranked = found->is_ranked || (form->title && form->title->is_rank);
	if (form->title && form->title->is_rank && form->givens > 0)
		roll_add_role(found, span_of(form->title->printed));
	if (attends && !found->attends)
		g_ptr_array_add(roll->present, found);
	found->attends = found->attends || attends;
	return found;
}

struct person *roll_add_new(struct roll *roll, const struct form *form)
{
	struct person *person = add_person(roll, form);
	person->attends = true;
	g_ptr_array_add(roll->present, person);
	person->is_ranked = form->title && form->title->is_rank;
	return person;
}

static char *fold_text(struct span text)
{
	GString *folded = g_string_new(NULL);
	size_t pos = 0;
	struct span word;
	while (text_next_word(text, &pos, &word)) {
		if (folded->len > 0)
			g_string_append_c(folded, ' ');
		text_fold(folded, word);
	}
	return g_string_free(folded, FALSE);
}

static void add_folded_role(struct person *person, const char *role, size_t len)
{
	g_autofree char *cut = g_strndup(role, len);
	g_autofree char *part = office_class(g_strstrip(cut));
	if (*part && !g_ptr_array_find_with_equal_func(person->roles, part, g_str_equal, NULL))
		g_ptr_array_add(person->roles, g_steal_pointer(&part));
}

/* "Deputy Leader and Cabinet Member for Finance" holds two offices: the whole and each part are kept. */
void roll_add_role(struct person *person, struct span role)
{
	g_autofree char *folded = fold_text(role);
	add_folded_role(person, folded, strlen(folded));
	const char *rest = folded;
	for (const char *cut = strstr(rest, " and "); cut; cut = strstr(rest, " and ")) {
		add_folded_role(person, rest, (size_t)(cut - rest));
		rest = cut + strlen(" and ");
	}
	add_folded_role(person, rest, strlen(rest));
}

void roll_add_code(struct roll *roll, struct person *person, struct span code)
{
	g_free(person->code);
	person->code = g_strndup(code.ptr, code.len);
	g_hash_table_insert(roll->by_code, g_strdup(person->code), person);
}

/* First letters, for "JF reported" where no list prints initials. */
static void index_initials(struct roll *roll, struct person *person)
{
	if (person->form.givens == 0)
		return;
	g_autoptr(GString) code = g_string_new(NULL);
	for (guint i = 0; i < person->form.givens; i++)
		g_string_append_unichar(code, g_unichar_toupper(g_utf8_get_char(person->form.given[i])));
	g_string_append_unichar(code, g_utf8_get_char(person->form.last.ptr));
	gpointer known = NULL;
	bool is_known = g_hash_table_lookup_extended(roll->by_code, code->str, NULL, &known);
	if (is_known && known && ((struct person *)known)->code)
		return;
	g_hash_table_insert(roll->by_code, g_strdup(code->str), is_known ? NULL : person);
}

static void index_given(GHashTable *index, struct person *person)
{
	if (!form_has_given_name(&person->form))
		return;
	const char *given = person->form.given[0];
	bool is_known = g_hash_table_contains(index, given);
	g_hash_table_insert(index, g_strdup(given), is_known ? NULL : person);
}

/* Those attending first: "Hannah" is the one who is there, not one talked about. */
static void index_given_names(struct roll *roll)
{
	g_autoptr(GHashTable) present = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < roll->people->len; i++) {
		struct person *person = roll->people->pdata[i];
		index_given(person->attends ? present : roll->by_given, person);
	}
	GHashTableIter iter;
	gpointer given, person;
	g_hash_table_iter_init(&iter, present);
	while (g_hash_table_iter_next(&iter, &given, &person))
		g_hash_table_insert(roll->by_given, g_strdup(given), person);
}

void roll_close(struct roll *roll)
{
	for (guint i = 0; i < roll->people->len; i++) {
		struct person *person = roll->people->pdata[i];
		person->name = form_print(&person->form);
		if (person->attends)
			index_initials(roll, person);
	}
	index_given_names(roll);
	roll->by_office = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Those with the given names as printed beat those that merely can be meant; those attending beat those named. */
static void keep_best(GPtrArray *people, const struct form *form)
{
	guint best = 0;
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint i = 0; i < people->len; i++) {
		const struct person *person = people->pdata[i];
		bool is_exact = form->givens > 0 && person->form.givens > 0 &&
				strcmp(form->given[0], person->form.given[0]) == 0;
		bool is_rank = form->title && form->title->is_rank && person->is_ranked;
		guint mark = 1 + (is_rank ? 4 : 0) + (is_exact ? 2 : 0) + (person->attends ? 1 : 0);
		g_array_append_val(marks, mark);
		best = MAX(best, mark);
	}
	for (guint i = people->len; i-- > 0;)
		if (g_array_index(marks, guint, i) < best)
			g_ptr_array_remove_index(people, i);
}

void roll_find(GPtrArray *people, const struct roll *roll, const struct form *form)
{
	g_ptr_array_set_size(people, 0);
	if (!form->surname)
		return;
	const GPtrArray *same = bearers(roll, form->surname);
	for (guint i = 0; same && i < same->len; i++)
		if (can_be(same->pdata[i], form))
			g_ptr_array_add(people, same->pdata[i]);
	if (!same && form->title)
		find_misspelt(people, roll, form);
	keep_best(people, form);
}

bool roll_knows(const struct roll *roll, const char *given, const char *surname)
{
	const GPtrArray *same = bearers(roll, surname);
	for (guint i = 0; same && i < same->len; i++) {
		const struct form *form = &((struct person *)same->pdata[i])->form;
		bool is_attending = form->givens > 0 && ((struct person *)same->pdata[i])->attends;
		if ((form_has_given_name(form) || is_attending) && strcmp(form->given[0], given) == 0)
			return true;
	}
	return false;
}

static const struct {
	const char *word, *class;
} classes[] = {
	{"chairman", "chair"},         {"chairperson", "chair"},    {"chairwoman", "chair"},
	{"cathaoirleach", "chair"},    {"convener", "chair"},       {"convenor", "chair"},
	{"an cathaoirleach", "chair"}, {"vicechair", "vice chair"}, {"leas cathaoirleach", "vice chair"},
};

/* Bodies whose chairman is the chairman of this meeting, not of another. */
static const char *const own_bodies[] = {" of the meeting",       " of the panel", " of the committee", " of the board",
					 " of the sub committee", " of committee", " in the chair"};

/* "director of corporate services and change" and "Director, Corporate Services & Change" are one office. */
static char *without_links(const char *office)
{
	g_auto(GStrv) words = g_strsplit(office, " ", -1);
	GString *kept = g_string_new(NULL);
	for (guint i = 0; words[i]; i++)
		if (*words[i] && !name_is(NAME_LINK, words[i]))
			g_string_append_printf(kept, "%s%s", kept->len > 0 ? " " : "", words[i]);
	return g_string_free(kept, FALSE);
}

char *office_class(const char *office)
{
	g_autofree char *folded = fold_text(span_of(office));
	for (guint i = 0; i < G_N_ELEMENTS(own_bodies); i++)
		if (g_str_has_suffix(folded, own_bodies[i]))
			folded[strlen(folded) - strlen(own_bodies[i])] = '\0';
	bool is_vice = g_str_has_prefix(folded, "vice ") || g_str_has_prefix(folded, "deputy ");
	const char *rest = is_vice ? strchr(folded, ' ') + 1 : folded;
	for (guint i = 0; i < G_N_ELEMENTS(classes); i++)
		if (strcmp(rest, classes[i].word) == 0)
			rest = classes[i].class;
	if (is_vice && strcmp(rest, "chair") == 0)
		return g_strdup("vice chair");
	return without_links(is_vice ? folded : rest);
}

/* "director" finds "Director, Specialist Services", "leader" "Leader of the Council", never of a group. */
static bool holds(const struct person *person, const char *office, bool whole)
{
	for (guint i = 0; i < person->roles->len; i++) {
		const char *role = person->roles->pdata[i];
		if (strcmp(role, office) == 0)
			return true;
		size_t len = strlen(office);
		bool is_longer = strncmp(role, office, len) == 0 && role[len] == ' ';
		if (!whole && is_longer && !strstr(role, " group") && !strstr(role, " party"))
			return true;
	}
	return false;
}

static struct person *only_holder(const struct roll *roll, const char *office, bool whole)
{
	struct person *holder = NULL;
	for (guint i = 0; i < roll->people->len; i++) {
		struct person *person = roll->people->pdata[i];
		if (!holds(person, office, whole))
			continue;
		if (holder && holder->attends == person->attends)
			return NULL;
		if (!holder || person->attends)
			holder = person;
	}
	return holder;
}

static struct person *find_holder(const struct roll *roll, const char *class)
{
	struct person *holder = only_holder(roll, class, true);
	bool is_chair = strcmp(class, "chair") == 0 || strcmp(class, "vice chair") == 0;
	return holder || is_chair ? holder : only_holder(roll, class, false);
}

struct person *roll_holder(const struct roll *roll, const char *office)
{
	g_autofree char *class = office_class(office);
	gpointer holder = NULL;
	if (!roll->by_office)
		return find_holder(roll, class);
	if (!g_hash_table_lookup_extended(roll->by_office, class, NULL, &holder)) {
		holder = find_holder(roll, class);
		g_hash_table_insert(roll->by_office, g_steal_pointer(&class), holder);
	}
	return holder;
}
