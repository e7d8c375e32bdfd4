/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "person_field.h"

#include "match.h"
#include "speakers.h"
#include "text.h"

#define NAMES_SHOWN 12

struct resolving {
	const struct person_field_request *request;
	const GPtrArray *people; /* all that could matter */
	GPtrArray *asked;        /* const struct person *, of these */
};

static const struct person *person_at(const GPtrArray *people, guint n)
{
	return g_ptr_array_index(people, n);
}

static const struct persons_form *form_at(const struct person *person, guint n)
{
	return g_ptr_array_index(person->forms, n);
}

/* A people.csv may give a name that no paper prints. */
static bool is_asked(const struct person *person, const struct tree *leaf)
{
	bool is = match_name(leaf, person->name);
	for (guint n = 0; !is && n < person->forms->len; n++)
		is = match_name(leaf, form_at(person, n)->name);
	return is;
}

/* The councils in whose papers the name is one of the people asked for, or (`theirs` false) of somebody else; "" stands
 * for papers that name none. */
static GPtrArray *find_councils(const struct resolving *resolving, const char *name, bool theirs)
{
	GPtrArray *councils = g_ptr_array_new();
	for (guint n = 0; n < resolving->people->len; n++) {
		const struct person *person = person_at(resolving->people, n);
		if (g_ptr_array_find(resolving->asked, person, NULL) != theirs)
			continue;
		for (guint k = 0; k < person->forms->len; k++) {
			const char *council = form_at(person, k)->council;
			if (text_folds_equal(form_at(person, k)->name, name))
				g_ptr_array_add(councils, (gpointer)(council ? council : ""));
		}
	}
	return councils;
}

static bool has_unnamed(GPtrArray *councils)
{
	return g_ptr_array_find_with_equal_func(councils, "", g_str_equal, NULL);
}

static struct tree *any_council(const GPtrArray *councils)
{
	struct tree *any = tree_new(TREE_OR);
	for (guint n = 0; n < councils->len; n++)
		if (*(const char *)g_ptr_array_index(councils, n))
			tree_add(any, tree_whole("council", g_ptr_array_index(councils, n)));
	return tree_simplify(any);
}

/* One name of the people asked for, kept to their councils where it is somebody else's in others. */
static struct tree *name_tree(const struct resolving *resolving, const char *name)
{
	struct tree *leaf = tree_whole("speaker", name);
	g_autoptr(GPtrArray) others = find_councils(resolving, name, false);
	if (others->len == 0)
		return leaf;
	g_autoptr(GPtrArray) theirs = find_councils(resolving, name, true);
	struct tree *all = tree_new(TREE_AND);
	tree_add(all, leaf);
	if (!has_unnamed(theirs)) {
		tree_add(all, any_council(theirs));
		return all;
	}
	struct tree *not = tree_new(TREE_NOT);
	tree_add(not, any_council(others));
	tree_add(all, not );
	return all;
}

static bool has_name(const GPtrArray *names, const char *name)
{
	for (guint n = 0; n < names->len; n++)
		if (text_folds_equal(g_ptr_array_index(names, n), name))
			return true;
	return false;
}

/* Each once, those of the most frequent person first. Borrowed. */
static GPtrArray *names_of(const GPtrArray *people)
{
	GPtrArray *names = g_ptr_array_new();
	for (guint n = 0; n < people->len; n++) {
		const struct person *person = person_at(people, n);
		for (guint k = 0; k < person->forms->len; k++)
			if (!has_name(names, form_at(person, k)->name))
				g_ptr_array_add(names, form_at(person, k)->name);
	}
	return names;
}

static void append_list(GString *out, const GPtrArray *names, const char *last)
{
	guint shown = MIN(names->len, NAMES_SHOWN);
	for (guint n = 0; n < shown; n++) {
		const char *joint = n == 0 ? "" : n + 1 == names->len ? last : ", ";
		g_string_append_printf(out, "%s%s", joint, (const char *)g_ptr_array_index(names, n));
	}
	if (names->len > shown)
		g_string_append_printf(out, " and %u more", names->len - shown);
}

static void append_person(GString *out, const struct person *person)
{
	g_autoptr(GPtrArray) alone = g_ptr_array_new();
	g_ptr_array_add(alone, (gpointer)person);
	g_autoptr(GPtrArray) names = names_of(alone);
	g_string_append(out, person->name);
	if (names->len == 1 && text_folds_equal(g_ptr_array_index(names, 0), person->name))
		return;
	g_string_append(out, ", printed as ");
	append_list(out, names, " and ");
}

static void note_asked(const struct resolving *resolving, const char *asked)
{
	const GPtrArray *people = resolving->asked;
	bool is_plain = people->len == 1 && person_at(people, 0)->forms->len == 1;
	if (people->len == 0 || is_plain)
		return;
	GString *note = g_string_new(asked);
	if (people->len == 1)
		g_string_append(note, " is ");
	else
		g_string_append_printf(note, " is %u people: ", people->len);
	for (guint n = 0; n < MIN(people->len, NAMES_SHOWN); n++) {
		g_string_append(note, n > 0 ? "; " : "");
		append_person(note, person_at(people, n));
	}
	if (people->len > NAMES_SHOWN)
		g_string_append_printf(note, "; and %u more", people->len - NAMES_SHOWN);
	g_ptr_array_add(resolving->request->notes, g_string_free(note, FALSE));
}

/* Names that fit one of the people asked for, and somebody else too. */
static void note_left_out(const struct resolving *resolving, const char *asked)
{
	for (guint n = 0; n < resolving->people->len; n++) {
		const struct person *person = person_at(resolving->people, n);
		bool is_theirs = false;
		g_autoptr(GPtrArray) names = g_ptr_array_new();
		for (guint k = 0; k < person->may_be->len; k++) {
			const struct person *other = person_at(person->may_be, k);
			is_theirs = is_theirs || g_ptr_array_find(resolving->asked, other, NULL);
			g_ptr_array_add(names, other->name);
		}
		if (!is_theirs || g_ptr_array_find(resolving->asked, person, NULL))
			continue;
		GString *note = g_string_new(NULL);
		g_string_append_printf(note, "%s leaves out %s (%u), who may be ", asked, person->name, person->count);
		append_list(note, names, " or ");
		g_string_append(note, "; a people.csv can tell, see --people");
		g_ptr_array_add(resolving->request->notes, g_string_free(note, FALSE));
	}
}

static struct tree *meaning_of(const struct resolving *resolving)
{
	g_autoptr(GPtrArray) names = names_of(resolving->asked);
	struct tree *any = tree_new(TREE_OR);
	for (guint n = 0; n < names->len; n++)
		tree_add(any, name_tree(resolving, g_ptr_array_index(names, n)));
	return tree_simplify(any);
}

static bool resolve(struct tree *leaf, const struct person_field_request *request, GError **error)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	for (guint n = 0; n < leaf->words->len; n++)
		g_ptr_array_add(words, tree_word(leaf, n)->text);
	struct persons *persons = NULL;
	if (!speakers_load(&persons, request->store, request->aliases, words, error))
		return false;
	g_autoptr(GPtrArray) asked = g_ptr_array_new();
	struct resolving resolving = {request, persons_list(persons), asked};
	for (guint n = 0; n < resolving.people->len; n++)
		if (is_asked(person_at(resolving.people, n), leaf))
			g_ptr_array_add(asked, (gpointer)person_at(resolving.people, n));
	struct tree *meaning = meaning_of(&resolving);
	/* Nobody: the words stay as they were typed, so that what is missing can be told. */
	if (meaning) {
		tree_free(leaf->meaning);
		leaf->meaning = meaning;
	}
	g_autofree char *printed = tree_print(leaf);
	note_asked(&resolving, printed);
	note_left_out(&resolving, printed);
	persons_free(persons);
	return true;
}

bool person_field_resolve(struct tree *tree, const struct person_field_request *request, GError **error)
{
	if (tree->op == TREE_FIELD && strcmp(tree->field->name, "person") == 0)
		return resolve(tree, request, error);
	for (guint n = 0; n < tree->children->len; n++)
		if (!person_field_resolve(g_ptr_array_index(tree->children, n), request, error))
			return false;
	return true;
}
