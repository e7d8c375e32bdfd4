/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tree.h"

#include "text.h"

static void tree_word_clear(gpointer data)
{
	struct tree_word *word = data;
	g_free(word->text);
}

static void tree_free_child(gpointer data)
{
	tree_free(data);
}

struct tree *tree_new(enum tree_op op)
{
	struct tree *node = g_new0(struct tree, 1);
	node->op = op;
	node->words = g_array_new(FALSE, TRUE, sizeof(struct tree_word));
	g_array_set_clear_func(node->words, tree_word_clear);
	node->children = g_ptr_array_new_with_free_func(tree_free_child);
	return node;
}

struct tree *tree_leaf(enum tree_op op, struct span text)
{
	struct tree *node = tree_new(op);
	node->text = g_strndup(text.ptr, text.len);
	struct span word;
	size_t pos = 0;
	while (text_next_word(text, &pos, &word)) {
		g_autoptr(GString) folded = g_string_new(NULL);
		text_fold(folded, word);
		struct tree_word entry = {
			.text = g_strndup(folded->str, folded->len),
			.open = pos < text.len && text.ptr[pos] == '*',
		};
		g_array_append_val(node->words, entry);
	}
	return node;
}

struct tree *tree_whole(const char *field, const char *value)
{
	struct tree *leaf = tree_leaf(TREE_FIELD, span_of(value));
	leaf->field = field_find(span_of(field));
	leaf->quoted = true;
	leaf->whole = true;
	return leaf;
}

void tree_free(struct tree *node)
{
	if (!node)
		return;
	g_free(node->text);
	g_array_unref(node->words);
	g_ptr_array_unref(node->children);
	tree_free(node->meaning);
	g_free(node);
}

void tree_add(struct tree *parent, struct tree *child)
{
	bool dissolves = parent->op == child->op && (child->op == TREE_AND || child->op == TREE_OR);
	if (!dissolves) {
		g_ptr_array_add(parent->children, child);
		return;
	}
	g_ptr_array_extend_and_steal(parent->children, g_steal_pointer(&child->children));
	child->children = g_ptr_array_new();
	tree_free(child);
}

struct tree *tree_simplify(struct tree *node)
{
	if (node->op != TREE_AND && node->op != TREE_OR)
		return node;
	if (node->children->len > 1)
		return node;
	struct tree *only = NULL;
	if (node->children->len == 1)
		only = g_ptr_array_steal_index(node->children, 0);
	tree_free(node);
	return only;
}

static bool words_equal(const GArray *a, const GArray *b)
{
	if (a->len != b->len)
		return false;
	for (guint n = 0; n < a->len; n++) {
		const struct tree_word *left = &g_array_index(a, struct tree_word, n);
		const struct tree_word *right = &g_array_index(b, struct tree_word, n);
		if (left->open != right->open || strcmp(left->text, right->text) != 0)
			return false;
	}
	return true;
}

bool tree_equal(const struct tree *a, const struct tree *b)
{
	if (a->op != b->op || a->field != b->field || a->quoted != b->quoted || a->distance != b->distance)
		return false;
	if (g_strcmp0(a->text, b->text) != 0 || strcmp(a->low, b->low) != 0 || strcmp(a->high, b->high) != 0)
		return false;
	if (!words_equal(a->words, b->words) || a->children->len != b->children->len)
		return false;
	for (guint n = 0; n < a->children->len; n++)
		if (!tree_equal(tree_child(a, n), tree_child(b, n)))
			return false;
	return true;
}

/* Side by side, two values of one field mean either; both of them need the AND spelt out. */
static bool repeats_a_field(const struct tree *node)
{
	for (guint n = 0; n < node->children->len; n++) {
		const struct tree *child = tree_child(node, n);
		if (child->op != TREE_FIELD)
			continue;
		for (guint k = 0; k < n; k++) {
			const struct tree *before = tree_child(node, k);
			if (before->op == TREE_FIELD && before->field == child->field)
				return true;
		}
	}
	return false;
}

static void print_node(GString *out, const struct tree *node, enum tree_op around);

static void print_joined(GString *out, const struct tree *node, const char *joint)
{
	for (guint n = 0; n < node->children->len; n++) {
		if (n > 0)
			g_string_append(out, joint);
		print_node(out, tree_child(node, n), node->op);
	}
}

static void print_near(GString *out, const struct tree *node, const char *name)
{
	g_autofree char *joint = g_strdup_printf(" %s/%u ", name, node->distance);
	print_joined(out, node, joint);
}

static void print_field(GString *out, const struct tree *node)
{
	const char *quote = node->quoted ? "\"" : "";
	g_string_append_printf(out, "%s:%s%s%s", node->field->name, quote, node->text, quote);
}

static void print_node(GString *out, const struct tree *node, enum tree_op around)
{
	bool is_group = node->op == TREE_AND || node->op == TREE_OR;
	bool is_near = around == TREE_ADJ || around == TREE_NEAR;
	bool bracketed = is_group && (around == TREE_NOT || is_near || (around == TREE_AND && node->op == TREE_OR));
	if (bracketed)
		g_string_append_c(out, '(');
	switch (node->op) {
	case TREE_WORDS:
		g_string_append(out, node->text);
		break;
	case TREE_PHRASE:
		g_string_append_printf(out, "\"%s\"", node->text);
		break;
	case TREE_FIELD:
		print_field(out, node);
		break;
	case TREE_FAMILY:
		g_string_append_printf(out, node->quoted ? "~\"%s\"" : "~%s", node->text);
		break;
	case TREE_ADJ:
		print_near(out, node, "ADJ");
		break;
	case TREE_NEAR:
		print_near(out, node, "NEAR");
		break;
	case TREE_AND:
		print_joined(out, node, repeats_a_field(node) ? " AND " : " ");
		break;
	case TREE_OR:
		print_joined(out, node, " OR ");
		break;
	case TREE_NOT:
		g_string_append(out, "NOT ");
		print_joined(out, node, "");
		break;
	}
	if (bracketed)
		g_string_append_c(out, ')');
}

char *tree_print(const struct tree *node)
{
	GString *out = g_string_new(NULL);
	print_node(out, node, TREE_OR);
	return g_string_free(out, FALSE);
}

static void walk(const struct tree *node, bool negated, tree_visit *visit, void *data)
{
	visit(node, negated, data);
	for (guint n = 0; n < node->children->len; n++)
		walk(tree_child(node, n), negated != (node->op == TREE_NOT), visit, data);
}

void tree_walk(const struct tree *node, tree_visit *visit, void *data)
{
	walk(node, false, visit, data);
}
