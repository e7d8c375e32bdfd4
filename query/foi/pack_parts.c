/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "describe.h"
#include "pack_gather.h"

static bool is_group(const struct tree *node)
{
	return node->op == TREE_AND || node->op == TREE_OR || node->op == TREE_NOT;
}

/* The stems that words stand for, joined; NULL where none is searched in any form. Yours. */
static char *print_stems(struct stemmer *stemmer, const struct tree *node)
{
	GString *out = g_string_new(NULL);
	for (guint n = 0; node->op == TREE_WORDS && n < node->words->len; n++) {
		const struct tree_word *word = tree_word(node, n);
		if (!word->open)
			g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "",
					       stemmer_stem(stemmer, span_of(word->text)));
	}
	return g_string_free(out, out->len == 0);
}

static bool add_part(struct pack_query *query, struct pack *pack, const struct tree *node, guint depth, GError **error)
{
	struct pack_part *part = g_new0(struct pack_part, 1);
	g_ptr_array_add(query->parts, part);
	part->printed = tree_print(node);
	part->described = describe_tree(node);
	part->stems = print_stems(pack->search.stemmer, node);
	part->depth = depth;
	return pack_count(&part->alone, pack, node, error);
}

/* A group's members, else the node itself and below it what it is made of. */
static bool add_parts(struct pack_query *query, struct pack *pack, const struct tree *node, guint depth,
		      GError **error);

static bool add_children(struct pack_query *query, struct pack *pack, const struct tree *node, guint depth,
			 GError **error)
{
	for (guint n = 0; n < node->children->len; n++)
		if (!add_parts(query, pack, tree_child(node, n), depth, error))
			return false;
	return true;
}

static bool add_denied(struct pack_query *query, struct pack *pack, const struct tree *node, GError **error)
{
	guint first = query->parts->len;
	if (!add_children(query, pack, node, 0, error))
		return false;
	for (guint n = first; n < query->parts->len; n++) {
		struct pack_part *part = g_ptr_array_index(query->parts, n);
		char *described = g_strconcat(part->described, "; what has it is left out", NULL);
		g_free(part->described);
		part->described = described;
	}
	return true;
}

static bool add_parts(struct pack_query *query, struct pack *pack, const struct tree *node, guint depth, GError **error)
{
	if (node->op == TREE_NOT && depth == 0)
		return add_denied(query, pack, node, error);
	if (is_group(node) && depth == 0)
		return add_children(query, pack, node, depth, error);
	if (!add_part(query, pack, node, depth, error))
		return false;
	if (node->meaning && depth == 0)
		return node->meaning->op == TREE_OR ? add_children(query, pack, node->meaning, 1, error)
						    : add_part(query, pack, node->meaning, 1, error);
	bool is_near = node->op == TREE_ADJ || node->op == TREE_NEAR;
	return !is_near || depth > 0 || add_children(query, pack, node, 1, error);
}

bool pack_parts_count(struct pack_query *query, struct pack *pack, GError **error)
{
	return add_parts(query, pack, query->question->language.tree, 0, error);
}
