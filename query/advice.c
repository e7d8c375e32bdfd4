/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "advice.h"

#include "persons.h"
#include "suggest.h"

#define PEOPLE_SHOWN 12
#define VALUES_SHOWN 12

struct leaves {
	GPtrArray *list; /* const struct tree *, none of them under a NOT */
};

static void collect_leaf(const struct tree *node, bool negated, void *data)
{
	struct leaves *leaves = data;
	if (!negated && node->children->len == 0)
		g_ptr_array_add(leaves->list, (gpointer)node);
}

static GPtrArray *positive_leaves(const struct tree *tree)
{
	struct leaves leaves = {g_ptr_array_new()};
	tree_walk(tree, collect_leaf, &leaves);
	return leaves.list;
}

static void add_note(GPtrArray *notes, char *note)
{
	if (g_ptr_array_find_with_equal_func(notes, note, g_str_equal, NULL))
		g_free(note);
	else
		g_ptr_array_add(notes, note);
}

static bool missing_words(GPtrArray *notes, struct search *search, const struct tree *leaf, GError **error)
{
	const struct field *field = leaf->op == TREE_FIELD ? leaf->field : NULL;
	g_autoptr(GString) term = g_string_new(NULL);
	for (guint n = 0; n < leaf->words->len; n++) {
		const struct tree_word *word = tree_word(leaf, n);
		guint count = 0;
		field_stem_term(term, field, stemmer_stem(search->stemmer, span_of(word->text)));
		if (word->open)
			continue;
		if (!store_term_count(&count, search->store, term->str, error))
			return false;
		if (count == 0)
			add_note(notes, g_strdup_printf("no %s has '%s' in any form", field ? field->name : "paragraph",
							word->text));
	}
	return true;
}

/* The values that a field has in the index when they are few, or the nearest to the one asked for. */
static char *hint_values(const struct field *field, const GPtrArray *values, const char *asked)
{
	const char *nearest = suggest_nearest(values, span_of(asked));
	if (nearest)
		return g_strdup_printf("; did you mean %s:%s?", field->name, nearest);
	if (values->len == 0 || values->len > VALUES_SHOWN || field->kind != FIELD_EXACT)
		return g_strdup("");
	GString *out = g_string_new("; there are ");
	for (guint n = 0; n < values->len; n++)
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", (const char *)g_ptr_array_index(values, n));
	return g_string_free(out, FALSE);
}

static bool missing_term(GPtrArray *notes, struct search *search, const struct field *field, const char *value,
			 GError **error)
{
	guint count = 0;
	g_autofree char *term = field_term(field, span_of(value));
	if (!store_term_count(&count, search->store, term, error))
		return false;
	if (count > 0)
		return true;
	g_autoptr(GPtrArray) values = NULL;
	if (!store_terms(&values, search->store, field->prefix, error))
		return false;
	g_autofree char *hint = hint_values(field, values, value);
	add_note(notes, g_strdup_printf("no paragraph has %s:%s%s", field->name, value, hint));
	return true;
}

static bool missing_field(GPtrArray *notes, struct search *search, const struct tree *leaf, GError **error)
{
	switch (leaf->field->kind) {
	case FIELD_STEMS:
		return missing_words(notes, search, leaf, error);
	case FIELD_NAME:
		for (guint n = 0; n < leaf->words->len; n++)
			if (!missing_term(notes, search, leaf->field, tree_word(leaf, n)->text, error))
				return false;
		return true;
	case FIELD_EXACT:
	case FIELD_FLAG:
	case FIELD_PATH:
		return missing_term(notes, search, leaf->field, leaf->text, error);
	case FIELD_DATE:
		break;
	}
	return true;
}

bool advice_missing(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GPtrArray) leaves = positive_leaves(tree);
	for (guint n = 0; n < leaves->len; n++) {
		const struct tree *leaf = g_ptr_array_index(leaves, n);
		bool good = leaf->op == TREE_FIELD ? missing_field(notes, search, leaf, error)
						   : missing_words(notes, search, leaf, error);
		if (!good)
			return false;
	}
	return true;
}

static void place_names(GHashTable *forms, const struct tree *leaf, const struct record *record, guint place)
{
	g_autoptr(GPtrArray) names = field_values(leaf->field, record);
	for (guint n = 0; n < names->len; n++) {
		const char *name = g_ptr_array_index(names, n);
		if (!match_name(leaf, name))
			continue;
		GArray *places = g_hash_table_lookup(forms, name);
		if (!places) {
			places = g_array_new(FALSE, FALSE, sizeof(guint));
			g_hash_table_insert(forms, g_strdup(name), places);
		}
		g_array_append_val(places, place);
	}
}

static char *describe_people(const struct tree *leaf, const GArray *people)
{
	g_autofree char *asked = tree_print(leaf);
	guint clear = 0;
	while (clear < people->len && !g_array_index(people, struct person, clear).unclear)
		clear++;
	GString *out = g_string_new(NULL);
	g_string_append_printf(out, "%s is %u people here:", asked, clear);
	for (guint n = 0; n < MIN(people->len, PEOPLE_SHOWN); n++) {
		const struct person *person = &g_array_index(people, struct person, n);
		const char *joint = n == 0 ? "" : n == clear ? "; either of them:" : ",";
		g_string_append_printf(out, "%s %s (%u)", joint, person->name, person->count);
	}
	if (people->len > PEOPLE_SHOWN)
		g_string_append_printf(out, " and %u more", people->len - PEOPLE_SHOWN);
	return g_string_free(out, FALSE);
}

static bool place_people(GPtrArray *tables, const GPtrArray *leaves, struct search *search, GError **error)
{
	for (guint n = 0; n < search->hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search->hits, struct store_hit, n).docid;
		bool good = store_fetch(&record, search->store, docid, error);
		for (guint k = 0; good && k < leaves->len; k++)
			place_names(g_ptr_array_index(tables, k), g_ptr_array_index(leaves, k), &record, n);
		record_clear(&record);
		if (!good)
			return false;
	}
	return true;
}

static void free_places(gpointer places)
{
	g_array_unref(places);
}

bool advice_people(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GPtrArray) leaves = positive_leaves(tree);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
	for (guint n = 0; n < leaves->len; n++) {
		const struct tree *leaf = g_ptr_array_index(leaves, n);
		/* A body has one name in a record, a speaker may have several: that is what people are. */
		if (leaf->op != TREE_FIELD || leaf->field->kind != FIELD_NAME || !leaf->field->values)
			continue;
		g_ptr_array_add(names, (gpointer)leaf);
		g_ptr_array_add(tables, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_places));
	}
	if (names->len == 0)
		return true;
	if (!place_people(tables, names, search, error))
		return false;
	for (guint n = 0; n < names->len; n++) {
		g_autoptr(GArray) people = persons_join(g_ptr_array_index(tables, n));
		if (people->len > 1)
			add_note(notes, describe_people(g_ptr_array_index(names, n), people));
	}
	return true;
}
