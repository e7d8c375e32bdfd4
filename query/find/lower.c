/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "lower.h"

#include "ranking.h"
#include "widen.h"

/* Both bounds are the same where the index decides; elsewhere the outer one finds more than the tree, the inner one
 * less. Under a NOT they change places. */
enum bound {
	BOUND_OUTER,
	BOUND_INNER,
};

struct lowering {
	struct store *store;
	struct stemmer *stemmer;
	bool furniture; /* asked for: only the text itself can tell what furniture says */
	GError *error;  /* the first failure */
};

static struct store_query *lower(struct lowering *lowering, const struct tree *node, enum bound bound);

/* Whether the index alone decides this leaf. */
static bool is_exact_leaf(const struct tree *leaf)
{
	if (leaf->op == TREE_WORDS)
		return leaf->words->len == 1 && !tree_word(leaf, 0)->open;
	if (leaf->op != TREE_FIELD)
		return false;
	switch (leaf->field->kind) {
	case FIELD_STEMS:
		return leaf->words->len == 1 && !leaf->quoted;
	case FIELD_NAME:
		/* Several names may share the words of one between them. */
		return leaf->whole || leaf->words->len == 1 || !leaf->field->values;
	case FIELD_ID:
		return false;
	default:
		return true;
	}
}

static bool is_exact(const struct tree *node)
{
	if (node->meaning)
		return is_exact(node->meaning);
	if (node->children->len == 0)
		return node->op == TREE_AND || is_exact_leaf(node);
	if (node->op == TREE_ADJ || node->op == TREE_NEAR)
		return false;
	for (guint n = 0; n < node->children->len; n++)
		if (!is_exact(tree_child(node, n)))
			return false;
	return true;
}

/* Whether words of the text, not only fields, lead to what is found. */
static bool is_ranked(const struct tree *node)
{
	if (node->op == TREE_WORDS || node->op == TREE_PHRASE || node->op == TREE_FAMILY)
		return true;
	for (guint n = 0; node->op != TREE_NOT && n < node->children->len; n++)
		if (is_ranked(tree_child(node, n)))
			return true;
	return false;
}

static struct store_query *everything(const struct lowering *lowering)
{
	struct store_query *all = store_query_new(STORE_ALL);
	if (!lowering->furniture)
		return all;
	struct store_query *either = store_query_new(STORE_OR);
	g_autofree char *term = field_term(field_find(span_of("kind")), span_of(record_kind_name(KIND_FURNITURE)));
	store_query_add(either, all);
	store_query_add(either, store_query_term(term));
	return either;
}

/* All of the words' stems, in the text or, where `field`, in that field. */
static struct store_query *lower_stems(struct lowering *lowering, const struct tree *leaf, const struct field *field)
{
	struct store_query *all = store_query_new(STORE_AND);
	g_autoptr(GString) term = g_string_new(NULL);
	for (guint n = 0; n < leaf->words->len; n++) {
		const struct tree_word *word = tree_word(leaf, n);
		struct store_query *wide = NULL;
		if (!word->open) {
			field_stem_term(term, field, stemmer_stem(lowering->stemmer, span_of(word->text)));
			store_query_add(all, store_query_term(term->str));
		} else if (!lowering->error && widen_word(&wide, lowering->store, word->text, &lowering->error)) {
			store_query_add(all, wide);
		}
	}
	return all;
}

static struct store_query *lower_name(const struct tree *leaf)
{
	if (leaf->whole) {
		g_autofree char *term = field_whole_term(leaf->field, span_of(leaf->text));
		return store_query_term(term);
	}
	struct store_query *all = store_query_new(STORE_AND);
	for (guint n = 0; n < leaf->words->len; n++) {
		g_autofree char *term = field_term(leaf->field, span_of(tree_word(leaf, n)->text));
		store_query_add(all, store_query_term(term));
	}
	return all;
}

static bool is_named(const struct field *field, const char *name)
{
	return strcmp(field->name, name) == 0;
}

/* What lies in the files whose lexicons have the term. */
static struct store_query *lower_files(struct lowering *lowering, const char *term)
{
	g_autoptr(GPtrArray) files = NULL;
	if (lowering->error || !store_file_terms(&files, lowering->store, term, &lowering->error))
		return store_query_new(STORE_NONE);
	struct store_query *any = store_query_new(files->len > 0 ? STORE_OR : STORE_NONE);
	for (guint n = 0; n < files->len; n++)
		store_query_add(any, store_query_term(g_ptr_array_index(files, n)));
	if (lowering->furniture)
		return any;
	/* Furniture lies there as well. */
	struct store_query *both = store_query_new(STORE_AND);
	store_query_add(both, any);
	store_query_add(both, store_query_new(STORE_ALL));
	return both;
}

static struct store_query *lower_term(struct lowering *lowering, const struct tree *leaf)
{
	g_autofree char *term = field_term(leaf->field, span_of(leaf->text));
	return leaf->field->on_lexicon ? lower_files(lowering, term) : store_query_term(term);
}

static struct store_query *lower_field(struct lowering *lowering, const struct tree *leaf)
{
	struct store_query *query = NULL;
	switch (leaf->field->kind) {
	case FIELD_STEMS:
		return lower_stems(lowering, leaf, leaf->field);
	case FIELD_NAME:
		return lower_name(leaf);
	case FIELD_DATE:
		if (lowering->error || !widen_date(&query, lowering->store, leaf->low, leaf->high, &lowering->error))
			query = store_query_new(STORE_NONE);
		return query;
	case FIELD_PATH:
	case FIELD_ID:
	case FIELD_EXACT:
	case FIELD_FLAG:
		break;
	}
	return lower_term(lowering, leaf);
}

static struct store_query *lower_leaf(struct lowering *lowering, const struct tree *leaf, enum bound bound)
{
	bool is_told = leaf->op == TREE_FIELD && (leaf->field->on_furniture || leaf->field->on_lexicon);
	bool hidden = lowering->furniture && !is_told;
	bool exact = is_exact_leaf(leaf) && !hidden;
	if (!exact && bound == BOUND_INNER)
		return store_query_new(STORE_NONE);
	if (hidden)
		return everything(lowering);
	return leaf->op == TREE_FIELD ? lower_field(lowering, leaf) : lower_stems(lowering, leaf, NULL);
}

/* The one child of a list, or the list. Takes and gives. */
static struct store_query *unwrap(struct store_query *list)
{
	if (list->children->len != 1)
		return list;
	struct store_query *only = g_ptr_array_steal_index(list->children, 0);
	store_query_free(list);
	return only;
}

static struct store_query *pair(enum store_op op, struct store_query *first, struct store_query *second)
{
	struct store_query *query = store_query_new(op);
	store_query_add(query, first);
	store_query_add(query, second);
	return query;
}

static enum bound other(enum bound bound)
{
	return bound == BOUND_OUTER ? BOUND_INNER : BOUND_OUTER;
}

static struct store_query *lower_and(struct lowering *lowering, const struct tree *node, enum bound bound)
{
	struct store_query *ranked = store_query_new(STORE_AND);
	struct store_query *filters = store_query_new(STORE_AND);
	struct store_query *without = store_query_new(STORE_OR);
	for (guint n = 0; n < node->children->len; n++) {
		const struct tree *child = tree_child(node, n);
		if (child->op == TREE_NOT)
			store_query_add(without, lower(lowering, tree_child(child, 0), other(bound)));
		else
			store_query_add(is_ranked(child) ? ranked : filters, lower(lowering, child, bound));
	}
	if (ranked->children->len == 0)
		store_query_add(ranked, filters->children->len > 0 ? g_ptr_array_steal_index(filters->children, 0)
								   : everything(lowering));
	struct store_query *query = unwrap(ranked);
	if (filters->children->len > 0)
		query = pair(STORE_FILTER, query, unwrap(filters));
	else
		store_query_free(filters);
	if (without->children->len > 0)
		query = pair(STORE_AND_NOT, query, unwrap(without));
	else
		store_query_free(without);
	return query;
}

static struct store_query *unranked(struct store_query *query)
{
	struct store_query *wrapped = store_query_new(STORE_UNRANKED);
	store_query_add(wrapped, query);
	return wrapped;
}

/* Adds a choice; a term that is there already weighs more instead, and less with each time. */
static void add_choice(struct store_query *any, GArray *times, struct store_query *query)
{
	guint once = 1;
	for (guint n = 0; query->op == STORE_TERM && n < any->children->len; n++) {
		struct store_query *known = g_ptr_array_index(any->children, n);
		if (known->op != STORE_TERM || strcmp(known->term, query->term) != 0)
			continue;
		double slowness = ranking_get()->asked_repeats;
		double count = ++g_array_index(times, guint, n);
		known->weight = (slowness + 1) * count / (slowness + count);
		store_query_free(query);
		return;
	}
	store_query_add(any, query);
	g_array_append_val(times, once);
}

static struct store_query *lower_or(struct lowering *lowering, const struct tree *node, enum bound bound)
{
	struct store_query *any = store_query_new(STORE_OR);
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(guint));
	bool mixed = is_ranked(node);
	for (guint n = 0; n < node->children->len; n++) {
		const struct tree *child = tree_child(node, n);
		struct store_query *query = lower(lowering, child, bound);
		add_choice(any, times, mixed && !is_ranked(child) ? unranked(query) : query);
	}
	return any;
}

static struct store_query *lower_near(struct lowering *lowering, const struct tree *node, enum bound bound)
{
	if (bound == BOUND_INNER)
		return store_query_new(STORE_NONE);
	struct store_query *all = store_query_new(STORE_AND);
	for (guint n = 0; n < node->children->len; n++)
		store_query_add(all, lower(lowering, tree_child(node, n), bound));
	return all;
}

static struct store_query *lower(struct lowering *lowering, const struct tree *node, enum bound bound)
{
	if (node->meaning)
		return lower(lowering, node->meaning, bound);
	switch (node->op) {
	case TREE_WORDS:
	case TREE_PHRASE:
	case TREE_FIELD:
	case TREE_FAMILY:
		break;
	case TREE_ADJ:
	case TREE_NEAR:
		return lower_near(lowering, node, bound);
	case TREE_AND:
		return lower_and(lowering, node, bound);
	case TREE_OR:
		return lower_or(lowering, node, bound);
	case TREE_NOT:
		return pair(STORE_AND_NOT, everything(lowering), lower(lowering, tree_child(node, 0), other(bound)));
	}
	struct store_query *query = lower_leaf(lowering, node, bound);
	bool is_list = query->op == STORE_AND || query->op == STORE_OR;
	return is_list ? unwrap(query) : query;
}

static void find_furniture(const struct tree *node, bool negated, void *asked)
{
	if (node->op == TREE_FIELD && is_named(node->field, "kind") && !negated)
		*(bool *)asked |= g_ascii_strcasecmp(node->text, record_kind_name(KIND_FURNITURE)) == 0;
}

static void add_lift(struct store_query *titles, const char *term, double weight)
{
	for (guint n = 0; n < titles->children->len; n++)
		if (strcmp(((struct store_query *)g_ptr_array_index(titles->children, n))->term, term) == 0)
			return;
	struct store_query *lift = store_query_term(term);
	lift->weight = weight;
	store_query_add(titles, lift);
}

/* The words of the text that lead to what is found, each under these fields too. */
static void add_titles(struct store_query *titles, struct lowering *lowering, const struct tree *node)
{
	const struct {
		const char *field;
		double weight;
	} lifts[] = {{"title", ranking_get()->title}, {"section", ranking_get()->section}};
	bool has_words = node->op == TREE_WORDS || node->op == TREE_PHRASE;
	g_autoptr(GString) term = g_string_new(NULL);
	for (guint n = 0; has_words && n < node->words->len; n++) {
		const char *word = tree_word(node, n)->text;
		for (size_t k = 0; k < G_N_ELEMENTS(lifts) && !tree_word(node, n)->open; k++) {
			const char *stem = stemmer_stem(lowering->stemmer, span_of(word));
			field_stem_term(term, field_find(span_of(lifts[k].field)), stem);
			add_lift(titles, term->str, lifts[k].weight);
		}
	}
	for (guint n = 0; node->op != TREE_NOT && n < node->children->len; n++)
		add_titles(titles, lowering, tree_child(node, n));
	if (node->meaning)
		add_titles(titles, lowering, node->meaning);
}

/* What is found is the same; what also stands in a title comes first. Takes and gives. */
static struct store_query *lift_titles(struct store_query *query, struct lowering *lowering, const struct tree *tree)
{
	struct store_query *titles = store_query_new(STORE_OR);
	add_titles(titles, lowering, tree);
	if (titles->children->len > 0)
		return pair(STORE_MAYBE, query, titles);
	store_query_free(titles);
	return query;
}

bool lower_tree(struct store_query **out, bool *exact, const struct tree *tree, struct store *store, GError **error)
{
	struct lowering lowering = {.store = store, .stemmer = stemmer_new()};
	tree_walk(tree, find_furniture, &lowering.furniture);
	struct store_query *query = lower(&lowering, tree, BOUND_OUTER);
	query = is_ranked(tree) ? lift_titles(query, &lowering, tree) : unranked(query);
	stemmer_free(lowering.stemmer);
	if (lowering.error) {
		store_query_free(query);
		g_propagate_error(error, lowering.error);
		return false;
	}
	*exact = is_exact(tree) && !lowering.furniture;
	*out = query;
	return true;
}
