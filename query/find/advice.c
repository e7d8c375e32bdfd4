/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "advice.h"

#include "roster.h"
#include "speakers.h"
#include "spelling.h"
#include "suggest.h"

#define PEOPLE_SHOWN 12
#define VALUES_SHOWN 12

struct leaves {
	GPtrArray *list; /* const struct tree *, none of them under a NOT */
};

static void collect_leaf(const struct tree *node, bool negated, void *data)
{
	struct leaves *leaves = data;
	if (!negated && node->children->len == 0 && node->op != TREE_AND)
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

/* Whether any text has the word as the leaf asks for it; of a field, as a stem of it. */
static bool has_word(bool *has, struct search *search, const struct tree *leaf, const struct tree_word *word,
		     GError **error)
{
	guint count = 0;
	g_autoptr(GString) term = g_string_new(NULL);
	const struct field *field = leaf->op == TREE_FIELD ? leaf->field : NULL;
	field_stem_term(term, field, stemmer_stem(search->stemmer, span_of(word->text)));
	g_autofree char *exact = field_word_term(span_of(word->text));
	const char *wanted = leaf->op == TREE_PHRASE ? exact : term->str;
	if (!store_term_count(&count, search->store, wanted, error))
		return false;
	*has = count > 0;
	return true;
}

/* Whether any word begins so. */
static bool has_beginning(bool *has, struct search *search, const struct tree_word *word, GError **error)
{
	g_autofree char *prefix = g_strconcat(FIELDS_WORD, word->text, NULL);
	g_autoptr(GPtrArray) rests = NULL;
	guint count = 0;
	/* The word itself is no term "that starts with the prefix". */
	if (!store_term_count(&count, search->store, prefix, error) ||
	    !store_terms(&rests, search->store, prefix, error))
		return false;
	*has = count > 0 || rests->len > 0;
	return true;
}

static bool add_missing(GPtrArray *notes, struct search *search, const struct tree *leaf, const char *word,
			GError **error)
{
	struct spelling spelling = {0};
	const char *where = leaf->op == TREE_FIELD ? leaf->field->name : "paragraph";
	if (leaf->op != TREE_FIELD && !spelling_suggest(&spelling, search, word, leaf->op, error))
		return false;
	if (spelling.word)
		add_note(notes, g_strdup_printf("no %s has '%s'; did you mean %s (%u)?", where, word, spelling.word,
						spelling.count));
	else
		add_note(notes, g_strdup_printf("no %s has '%s'%s", where, word,
						leaf->op == TREE_PHRASE ? "" : " in any form"));
	g_free(spelling.word);
	return true;
}

static bool missing_words(GPtrArray *notes, struct search *search, const struct tree *leaf, GError **error)
{
	for (guint n = 0; n < leaf->words->len; n++) {
		const struct tree_word *word = tree_word(leaf, n);
		bool has = false;
		bool good = word->open ? has_beginning(&has, search, word, error)
				       : has_word(&has, search, leaf, word, error);
		if (!good)
			return false;
		if (has)
			continue;
		if (word->open)
			add_note(notes, g_strdup_printf("no paragraph has a word that begins with '%s'", word->text));
		else if (!add_missing(notes, search, leaf, word->text, error))
			return false;
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
	/* A person that was found has names that were found. */
	if (leaf->meaning)
		return leaf->meaning->op != TREE_FIELD || leaf->meaning->whole ||
		       missing_field(notes, search, leaf->meaning, error);
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
	case FIELD_ID:
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
		/* Of a family, only some of it has to be there. */
		bool good =
			leaf->op == TREE_FAMILY || (leaf->op == TREE_FIELD ? missing_field(notes, search, leaf, error)
									   : missing_words(notes, search, leaf, error));
		if (!good)
			return false;
	}
	return true;
}

static void place_names(struct roster *roster, const struct tree *leaf, const struct record *record, guint place)
{
	g_autoptr(GPtrArray) names = field_values(leaf->field, record);
	for (guint n = 0; n < names->len; n++) {
		const char *name = g_ptr_array_index(names, n);
		if (match_name(leaf, name))
			roster_add(roster, name, record->council, place);
	}
}

static char *describe_people(const struct tree *leaf, const GArray *people)
{
	g_autofree char *asked = tree_print(leaf);
	guint clear = 0;
	while (clear < people->len && !g_array_index(people, struct roster_entry, clear).is_unclear)
		clear++;
	GString *out = g_string_new(NULL);
	g_string_append_printf(out, "%s is %u people here:", asked, clear);
	for (guint n = 0; n < MIN(people->len, PEOPLE_SHOWN); n++) {
		const struct roster_entry *entry = &g_array_index(people, struct roster_entry, n);
		const char *joint = n == 0 ? "" : n == clear ? "; either of them:" : ",";
		g_string_append_printf(out, "%s %s (%u)", joint, entry->name, entry->hits);
	}
	if (people->len > PEOPLE_SHOWN)
		g_string_append_printf(out, " and %u more", people->len - PEOPLE_SHOWN);
	return g_string_free(out, FALSE);
}

static bool place_people(const GPtrArray *rosters, const GPtrArray *leaves, struct search *search, GError **error)
{
	for (guint n = 0; n < search->hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search->hits, struct store_hit, n).docid;
		bool good = store_fetch(&record, search->store, docid, error);
		for (guint k = 0; good && k < leaves->len; k++)
			place_names(g_ptr_array_index(rosters, k), g_ptr_array_index(leaves, k), &record, n);
		record_clear(&record);
		if (!good)
			return false;
	}
	return true;
}

static bool note_people(GPtrArray *notes, struct search *search, const struct tree *leaf, const struct roster *roster,
			GError **error)
{
	if (roster_size(roster) < 2)
		return true;
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	for (guint n = 0; n < leaf->words->len; n++)
		g_ptr_array_add(words, tree_word(leaf, n)->text);
	struct persons *persons = NULL;
	if (!speakers_load(&persons, search->store, search->aliases, words, error))
		return false;
	g_autoptr(GArray) people = roster_count(roster, persons);
	if (people->len > 1)
		add_note(notes, describe_people(leaf, people));
	persons_free(persons);
	return true;
}

static void free_roster(gpointer roster)
{
	roster_free(roster);
}

bool advice_people(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GPtrArray) leaves = positive_leaves(tree);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autoptr(GPtrArray) rosters = g_ptr_array_new_with_free_func(free_roster);
	for (guint n = 0; n < leaves->len; n++) {
		const struct tree *leaf = g_ptr_array_index(leaves, n);
		/* A body has one name in a record, a speaker may have several: that is what people are. Who is meant by
		 * person: was told when it got its meaning. */
		if (leaf->op != TREE_FIELD || leaf->field->kind != FIELD_NAME || !leaf->field->values || leaf->meaning)
			continue;
		g_ptr_array_add(names, (gpointer)leaf);
		g_ptr_array_add(rosters, roster_new());
	}
	if (names->len == 0)
		return true;
	if (!place_people(rosters, names, search, error))
		return false;
	for (guint n = 0; n < names->len; n++)
		if (!note_people(notes, search, g_ptr_array_index(names, n), g_ptr_array_index(rosters, n), error))
			return false;
	return true;
}
