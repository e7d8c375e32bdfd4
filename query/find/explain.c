/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "explain.h"

#include "describe.h"
#include "text.h"

static void append_line(GString *out, const char *caption, const char *line)
{
	g_autofree char *harmless = text_printable(span_of(line));
	g_string_append_printf(out, "%-10s%s\n", caption, harmless);
}

/* Leaves and nearness: what is found or not as one. */
static void collect_part(const struct tree *node, bool negated, void *parts)
{
	(void)negated;
	bool is_group = node->op == TREE_AND || node->op == TREE_OR || node->op == TREE_NOT;
	if (!is_group)
		g_ptr_array_add(parts, (gpointer)node);
}

static bool is_in_nearness(const struct tree *part, const GPtrArray *parts)
{
	for (guint n = 0; n < parts->len; n++)
		if (g_ptr_array_find(((const struct tree *)g_ptr_array_index(parts, n))->children, part, NULL))
			return true;
	return false;
}

static bool append_count(GString *out, const struct search *search, const struct tree *part, const char *caption,
			 GError **error)
{
	struct search alone;
	search_init(&alone, search->store);
	bool good = search_run(&alone, part, SORT_DOCUMENT, error);
	g_autofree char *printed = tree_print(part);
	g_autofree char *line = g_strdup_printf("%u  %s", alone.hits->len, printed);
	if (good)
		append_line(out, caption, line);
	search_clear(&alone);
	return good;
}

/* What a family, a person or the standing of minutes was searched as, each member by itself. */
static bool append_meaning(GString *out, const struct search *search, const struct tree *part, GError **error)
{
	const struct tree *meaning = part->meaning;
	bool is_flag = part->op == TREE_FIELD && part->field->kind == FIELD_FLAG;
	const char *caption = part->op == TREE_FAMILY ? "family:" : is_flag ? "standing:" : "person:";
	if (meaning->op != TREE_OR)
		return append_count(out, search, meaning, caption, error);
	for (guint n = 0; n < meaning->children->len; n++)
		if (!append_count(out, search, tree_child(meaning, n), caption, error))
			return false;
	return true;
}

bool explain_search(GString *out, const struct search *search, const struct tree *tree, GError **error)
{
	g_autofree char *english = describe_tree(tree);
	g_autofree char *printed = tree_print(tree);
	append_line(out, "searched:", english);
	append_line(out, "as query:", *printed ? printed : "(none)");
	append_line(out, "of index:", search->asked);
	g_autoptr(GPtrArray) parts = g_ptr_array_new();
	tree_walk(tree, collect_part, parts);
	for (guint n = 0; n < parts->len; n++) {
		const struct tree *part = g_ptr_array_index(parts, n);
		bool is_one_of_several = parts->len > 1 && !is_in_nearness(part, parts);
		if (is_one_of_several && !append_count(out, search, part, "alone:", error))
			return false;
		if (part->meaning && !append_meaning(out, search, part, error))
			return false;
	}
	g_autofree char *found = search->exact ? g_strdup_printf("%u, by the index alone", search->hits->len)
					       : g_strdup_printf("%u of %u candidates, read one by one",
								 search->hits->len, search->candidates);
	append_line(out, "found:", found);
	return true;
}
