/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "naive_match.h"

#include <check.h>

#include "store.h"

static char **naive_words(const char *text)
{
	g_autoptr(GString) spaced = g_string_new(NULL);
	for (const char *at = text; *at; at++) {
		bool inside = at > text && g_ascii_isalnum(at[-1]) && g_ascii_isalnum(at[1]);
		bool kept = g_ascii_isalnum(*at) || (inside && (*at == '\'' || *at == ','));
		g_string_append_c(spaced, kept ? g_ascii_tolower(*at) : ' ');
	}
	g_auto(GStrv) parts = g_strsplit(spaced->str, " ", -1);
	GPtrArray *words = g_ptr_array_new();
	for (char **part = parts; *part; part++)
		if (**part)
			g_ptr_array_add(words, g_strdup(*part));
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(words, FALSE);
}

static bool naive_word(const char *word, const struct tree_word *wanted, bool any_form)
{
	if (wanted->open)
		return g_str_has_prefix(word, wanted->text);
	if (!any_form)
		return strcmp(word, wanted->text) == 0;
	g_autoptr(GString) a = g_string_new(NULL);
	g_autoptr(GString) b = g_string_new(NULL);
	store_stem(a, span_of(word));
	store_stem(b, span_of(wanted->text));
	return g_string_equal(a, b);
}

/* Whether the leaf's words stand at `at`. */
static bool naive_at(char **words, guint at, const struct tree *leaf, bool any_form)
{
	guint count = g_strv_length(words);
	for (guint n = 0; n < leaf->words->len; n++)
		if (at + n >= count || !naive_word(words[at + n], tree_word(leaf, n), any_form))
			return false;
	return true;
}

static bool naive_has(const char *text, const struct tree *leaf, bool any_form)
{
	g_auto(GStrv) words = naive_words(text ? text : "");
	for (guint at = 0; words[at]; at++)
		if (naive_at(words, at, leaf, any_form))
			return true;
	return false;
}

struct naive_place {
	guint first, last;
};

/* Everywhere that an operand of ADJ or NEAR stands. */
static void naive_places(GArray *out, const struct record *record, char **words, const struct tree *node)
{
	if (node->op == TREE_FAMILY) {
		naive_places(out, record, words, node->meaning);
	} else if (node->op == TREE_OR) {
		for (guint n = 0; n < node->children->len; n++)
			naive_places(out, record, words, tree_child(node, n));
	} else if (node->op == TREE_AND) {
		if (naive_match(record, tree_child(node, 1)))
			naive_places(out, record, words, tree_child(node, 0));
	} else {
		for (guint at = 0; words[at]; at++) {
			struct naive_place place = {at, at + node->words->len - 1};
			if (naive_at(words, at, node, node->op == TREE_WORDS))
				g_array_append_val(out, place);
		}
	}
}

static bool naive_near_from(const GPtrArray *chain, const struct tree *node, guint n, struct naive_place place)
{
	if (n + 1 == chain->len)
		return true;
	const GArray *places = g_ptr_array_index(chain, n + 1);
	for (guint k = 0; k < places->len; k++) {
		struct naive_place next = g_array_index(places, struct naive_place, k);
		bool behind = next.first > place.last && next.first - place.last <= node->distance;
		bool before = next.last < place.first && place.first - next.last <= node->distance;
		if ((behind || (node->op == TREE_NEAR && before)) && naive_near_from(chain, node, n + 1, next))
			return true;
	}
	return false;
}

static bool naive_near(const struct record *record, const struct tree *node)
{
	g_auto(GStrv) words = naive_words(record->text);
	g_autoptr(GPtrArray) chain = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	for (guint n = 0; n < node->children->len; n++) {
		GArray *places = g_array_new(FALSE, FALSE, sizeof(struct naive_place));
		naive_places(places, record, words, tree_child(node, n));
		g_ptr_array_add(chain, places);
	}
	const GArray *places = g_ptr_array_index(chain, 0);
	for (guint k = 0; k < places->len; k++)
		if (naive_near_from(chain, node, 0, g_array_index(places, struct naive_place, k)))
			return true;
	return false;
}

static bool naive_speaker(const struct record *record, const struct tree *leaf, bool only_direct)
{
	for (guint n = 0; n < record->speakers->len; n++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, n);
		g_auto(GStrv) words = naive_words(speaker->name);
		bool all = !only_direct || speaker->basis == SPEAKER_DIRECT;
		for (guint k = 0; all && k < leaf->words->len; k++)
			all = g_strv_contains((const char *const *)words, tree_word(leaf, k)->text);
		if (all)
			return true;
	}
	return false;
}

static bool naive_field(const struct record *record, const struct tree *leaf)
{
	const char *name = leaf->field->name;
	if (!strcmp(name, "speaker") || !strcmp(name, "spoke"))
		return naive_speaker(record, leaf, name[2] == 'o');
	if (!strcmp(name, "type"))
		return !strcmp(record_type_name(record->type), leaf->text);
	if (!strcmp(name, "kind"))
		return !strcmp(record_kind_name(record->kind), leaf->text);
	if (!strcmp(name, "title"))
		return naive_has(record->title, leaf, !leaf->quoted);
	if (!strcmp(name, "is"))
		return !record->date;
	if (!strcmp(name, "date"))
		return record->date && (!*leaf->low || strcmp(record->date, leaf->low) >= 0) &&
		       (!*leaf->high || strcmp(record->date, leaf->high) <= 0);
	ck_abort_msg("no naive reading of %s:", name);
	return false;
}

bool naive_match(const struct record *record, const struct tree *node)
{
	switch (node->op) {
	case TREE_WORDS:
	case TREE_PHRASE:
		return naive_has(record->text, node, node->op == TREE_WORDS);
	case TREE_FIELD:
		return naive_field(record, node);
	case TREE_ADJ:
	case TREE_NEAR:
		return naive_near(record, node);
	case TREE_FAMILY:
		return naive_match(record, node->meaning);
	case TREE_NOT:
		return !naive_match(record, tree_child(node, 0));
	case TREE_AND:
	case TREE_OR:
		break;
	}
	for (guint n = 0; n < node->children->len; n++)
		if (naive_match(record, tree_child(node, n)) != (node->op == TREE_AND))
			return node->op == TREE_OR;
	return node->op == TREE_AND;
}
