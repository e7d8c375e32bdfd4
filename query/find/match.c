/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "match.h"

#include "text.h"
#include "words.h"

struct matcher {
	struct words text;  /* of the record at hand */
	struct words value; /* of a field of it */
	const struct record *record;
	bool is_cut; /* `text` holds this record's words */
};

struct matcher *matcher_new(struct stemmer *stemmer)
{
	struct matcher *matcher = g_new0(struct matcher, 1);
	words_init(&matcher->text, stemmer);
	words_init(&matcher->value, stemmer);
	return matcher;
}

void matcher_free(struct matcher *matcher)
{
	if (!matcher)
		return;
	words_clear(&matcher->text);
	words_clear(&matcher->value);
	g_free(matcher);
}

static struct words *record_words(struct matcher *matcher)
{
	if (!matcher->is_cut)
		words_cut(&matcher->text, span_of(matcher->record->text));
	matcher->is_cut = true;
	return &matcher->text;
}

static void add_mark(GArray *marks, const struct words *words, struct words_place place)
{
	struct match_mark mark = {
		g_array_index(words->list, struct word, place.first).start,
		g_array_index(words->list, struct word, place.last).end,
	};
	g_array_append_val(marks, mark);
}

static bool match_leaf(GArray *marks, struct matcher *matcher, const struct tree *leaf)
{
	struct words *words = record_words(matcher);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(struct words_place));
	words_find(places, words, leaf, leaf->op == TREE_WORDS);
	for (guint n = 0; n < places->len; n++)
		add_mark(marks, words, g_array_index(places, struct words_place, n));
	return places->len > 0;
}

static int compare_bounds(gconstpointer a, gconstpointer b)
{
	gint64 left = *(const gint64 *)a;
	gint64 right = *(const gint64 *)b;
	return (left > right) - (left < right);
}

/* The first words of all places, or the last, in order. */
static GArray *bounds_of(const GArray *places, bool first)
{
	GArray *bounds = g_array_sized_new(FALSE, FALSE, sizeof(gint64), places->len);
	for (guint n = 0; n < places->len; n++) {
		struct words_place place = g_array_index(places, struct words_place, n);
		gint64 bound = first ? place.first : place.last;
		g_array_append_val(bounds, bound);
	}
	g_array_sort(bounds, compare_bounds);
	return bounds;
}

/* Whether one of the bounds is within words [low, high]. */
static bool is_within(const GArray *bounds, gint64 low, gint64 high)
{
	guint from = 0;
	guint end = bounds->len;
	while (from < end) {
		guint middle = from + (end - from) / 2;
		if (g_array_index(bounds, gint64, middle) < low)
			from = middle + 1;
		else
			end = middle;
	}
	return from < bounds->len && g_array_index(bounds, gint64, from) <= high;
}

/* Keeps of `places` those with a neighbour near enough: one behind them, one before them, or either. */
static GArray *keep_near(const GArray *places, const GArray *others, gint64 distance, bool before, bool behind)
{
	GArray *kept = g_array_new(FALSE, FALSE, sizeof(struct words_place));
	g_autoptr(GArray) firsts = bounds_of(others, true);
	g_autoptr(GArray) lasts = bounds_of(others, false);
	for (guint n = 0; n < places->len; n++) {
		struct words_place place = g_array_index(places, struct words_place, n);
		gint64 first = place.first;
		gint64 last = place.last;
		bool near = (behind && is_within(firsts, last + 1, last + distance)) ||
			    (before && is_within(lasts, first - distance, first - 1));
		if (near)
			g_array_append_val(kept, place);
	}
	return kept;
}

static bool match_field(struct matcher *matcher, const struct tree *leaf);

/* Where in the text the operand of a chain stands: words, a phrase, any of several, or one that is a name of something in
 * some days only. */
static void find_places(GArray *places, struct matcher *matcher, const struct tree *node)
{
	if (node->meaning) {
		find_places(places, matcher, node->meaning);
		return;
	}
	if (node->op == TREE_WORDS || node->op == TREE_PHRASE) {
		words_find(places, record_words(matcher), node, node->op == TREE_WORDS);
		return;
	}
	for (guint n = 0; n < node->children->len; n++) {
		const struct tree *child = tree_child(node, n);
		if (child->op == TREE_FIELD && !match_field(matcher, child))
			return;
	}
	for (guint n = 0; n < node->children->len; n++)
		if (tree_child(node, n)->op != TREE_FIELD)
			find_places(places, matcher, tree_child(node, n));
}

/* Forward, each operand's places keep those that the operand before reaches; backward, those that reach the next. */
static bool match_near(GArray *marks, struct matcher *matcher, const struct tree *node)
{
	struct words *words = record_words(matcher);
	bool any_order = node->op == TREE_NEAR;
	g_autoptr(GPtrArray) chain = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	for (guint n = 0; n < node->children->len; n++) {
		g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(struct words_place));
		find_places(places, matcher, tree_child(node, n));
		GArray *kept =
			n == 0 ? g_array_ref(places)
			       : keep_near(places, g_ptr_array_index(chain, n - 1), node->distance, true, any_order);
		g_ptr_array_add(chain, kept);
		if (kept->len == 0)
			return false;
	}
	for (guint n = chain->len - 1; n > 0; n--) {
		GArray *kept = keep_near(g_ptr_array_index(chain, n - 1), g_ptr_array_index(chain, n), node->distance,
					 any_order, true);
		g_array_unref(g_ptr_array_index(chain, n - 1));
		chain->pdata[n - 1] = kept;
	}
	for (guint n = 0; n < chain->len; n++) {
		const GArray *places = g_ptr_array_index(chain, n);
		for (guint k = 0; k < places->len; k++)
			add_mark(marks, words, g_array_index(places, struct words_place, k));
	}
	return true;
}

static bool has_folded_word(struct span text, const char *wanted)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	struct span word;
	for (size_t pos = 0; text_next_word(text, &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		if (strcmp(folded->str, wanted) == 0)
			return true;
	}
	return false;
}

bool match_name(const struct tree *leaf, const char *name)
{
	for (guint n = 0; n < leaf->words->len; n++)
		if (!has_folded_word(span_of(name), tree_word(leaf, n)->text))
			return false;
	return true;
}

static bool match_date(const struct tree *leaf, const char *date)
{
	if (strlen(date) != strlen("YYYY-MM-DD"))
		return false;
	return (!*leaf->low || strcmp(date, leaf->low) >= 0) && (!*leaf->high || strcmp(date, leaf->high) <= 0);
}

static bool match_stems(struct matcher *matcher, const struct tree *leaf, const char *value)
{
	words_cut(&matcher->value, span_of(value));
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(struct words_place));
	words_find(places, &matcher->value, leaf, !leaf->quoted);
	return places->len > 0;
}

static bool match_path(const struct tree *leaf, const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	return text_folds_equal(leaf->text, path) || text_folds_equal(leaf->text, base);
}

static bool match_value(struct matcher *matcher, const struct tree *leaf, const char *value)
{
	switch (leaf->field->kind) {
	case FIELD_STEMS:
		return match_stems(matcher, leaf, value);
	case FIELD_NAME:
		return leaf->whole ? text_folds_equal(leaf->text, value) : match_name(leaf, value);
	case FIELD_DATE:
		return match_date(leaf, value);
	case FIELD_PATH:
		return match_path(leaf, value);
	case FIELD_EXACT:
	case FIELD_ID:
	case FIELD_FLAG:
		return text_folds_equal(leaf->text, value);
	}
	return false;
}

static bool match_field(struct matcher *matcher, const struct tree *leaf)
{
	g_autoptr(GPtrArray) values = field_values(leaf->field, matcher->record);
	for (guint n = 0; n < values->len; n++)
		if (match_value(matcher, leaf, g_ptr_array_index(values, n)))
			return true;
	return false;
}

static bool match_node(GArray *marks, struct matcher *matcher, const struct tree *node)
{
	guint before = marks->len;
	bool holds = node->op == TREE_AND;
	switch (node->op) {
	case TREE_WORDS:
	case TREE_PHRASE:
		return match_leaf(marks, matcher, node);
	case TREE_FIELD:
		return node->meaning ? match_node(marks, matcher, node->meaning) : match_field(matcher, node);
	case TREE_FAMILY:
		return match_node(marks, matcher, node->meaning);
	case TREE_ADJ:
	case TREE_NEAR:
		return match_near(marks, matcher, node);
	case TREE_AND:
		for (guint n = 0; holds && n < node->children->len; n++)
			holds = match_node(marks, matcher, tree_child(node, n));
		break;
	case TREE_OR:
		for (guint n = 0; n < node->children->len; n++)
			holds = match_node(marks, matcher, tree_child(node, n)) || holds;
		break;
	case TREE_NOT:
		holds = !match_node(marks, matcher, tree_child(node, 0));
		g_array_set_size(marks, before);
		break;
	}
	if (!holds)
		g_array_set_size(marks, before);
	return holds;
}

static int compare_marks(gconstpointer a, gconstpointer b)
{
	const struct match_mark *left = a;
	const struct match_mark *right = b;
	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	return (left->end > right->end) - (left->end < right->end);
}

void match_merge(GArray *marks)
{
	g_array_sort(marks, compare_marks);
	guint kept = 0;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark mark = g_array_index(marks, struct match_mark, n);
		struct match_mark *last = kept > 0 ? &g_array_index(marks, struct match_mark, kept - 1) : NULL;
		if (last && mark.start < last->end)
			last->end = MAX(last->end, mark.end);
		else
			g_array_index(marks, struct match_mark, kept++) = mark;
	}
	g_array_set_size(marks, kept);
}

bool matcher_match(GArray *marks, struct matcher *matcher, const struct tree *tree, const struct record *record)
{
	matcher->record = record;
	matcher->is_cut = false;
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	bool holds = match_node(found, matcher, tree);
	matcher->record = NULL;
	if (holds && marks) {
		match_merge(found);
		g_array_append_vals(marks, found->data, found->len);
	}
	return holds;
}
