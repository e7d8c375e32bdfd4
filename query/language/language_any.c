/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "language.h"
#include "lexer.h"
#include "operands.h"
#include "stop.h"
#include "value.h"

/* An operator's name is a word here: in small letters it is one wherever the tree is printed. */
static struct tree *plain_leaf(const struct token *token)
{
	if (token->kind != TOKEN_WORDS)
		return tree_leaf(TREE_PHRASE, token->text);
	for (enum token_kind kind = TOKEN_AND; kind <= TOKEN_NEAR; kind++) {
		const char *name = lexer_operator(kind);
		if (!name || !span_equal(token->text, span_of(name)))
			continue;
		g_autofree char *small = g_ascii_strdown(name, -1);
		return tree_leaf(TREE_WORDS, span_of(small));
	}
	return tree_leaf(TREE_WORDS, token->text);
}

bool language_parse_any(struct language *language, struct span text, GError **error)
{
	struct lexer lexer = {.query = text, .notes = language->notes};
	struct tree *any = tree_new(TREE_OR);
	struct tree *run = tree_new(TREE_AND);
	bool good = true;
	struct token token;
	for (lexer_next_plain(&token, &lexer); good && token.kind != TOKEN_END; lexer_next_plain(&token, &lexer)) {
		if (token.kind != TOKEN_FIELD) {
			tree_add(any, plain_leaf(&token));
			continue;
		}
		struct tree *leaf = NULL;
		language->fault = token.value;
		good = value_parse(&leaf, field_find(token.name), token.text, token.quoted, error);
		if (good)
			operands_add(run, leaf);
	}
	struct tree *all = tree_new(TREE_AND);
	stop_drop(any, language->notes);
	any = tree_simplify(any);
	if (any)
		tree_add(all, any);
	operands_close(all, run);
	language->tree = tree_simplify(all);
	if (!good)
		g_clear_pointer(&language->tree, tree_free);
	return good;
}

struct tree *language_join(struct tree *tree, struct tree *filter)
{
	if (!tree || !filter)
		return tree ? tree : filter;
	struct tree *all = tree_new(TREE_AND);
	tree_add(all, tree);
	struct tree *run = tree_new(TREE_AND);
	while (all->children->len > 0) {
		struct tree *child = g_ptr_array_steal_index(all->children, 0);
		const struct tree *first = child->op == TREE_OR ? tree_child(child, 0) : NULL;
		bool is_either = first && first->op == TREE_FIELD;
		for (guint n = 1; is_either && n < child->children->len; n++)
			is_either =
				tree_child(child, n)->op == TREE_FIELD && tree_child(child, n)->field == first->field;
		if (is_either)
			child->field = first->field;
		g_ptr_array_add(run->children, child);
	}
	operands_add(run, filter);
	operands_close(all, run);
	return tree_simplify(all);
}
