/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "describe.h"

#include "period.h"

/* How each field reads; %s is its value. */
static const struct {
	const char *field, *words;
} sentences[] = {
	{"speaker", "somebody named %s speaks"},
	{"person", "the person %s speaks, under any of their names"},
	{"spoke", "the paragraph itself says that somebody named %s speaks"},
	{"topic", "the topic is %s"},
	{"body", "the body's name has %s"},
	{"council", "the council's name has %s"},
	{"type", "the paper's type is %s"},
	{"kind", "the kind is %s"},
	{"item", "the agenda item is %s"},
	{"title", "the title has %s"},
	{"section", "the section's heading has %s"},
	{"minute", "the minute is %s"},
	{"file", "the file is %s"},
	{"id", "the id is %s"},
	{"is", "it is %s"},
};

static void describe_node(GString *out, const struct tree *node, bool nested);

static void describe_leaf(GString *out, const struct tree *leaf, bool exactly)
{
	if (exactly) {
		g_string_append_printf(out, "exactly \"%s\"", leaf->text);
		return;
	}
	if (leaf->words->len > 1)
		g_string_append_printf(out, "any form of the words \"%s\" side by side", leaf->text);
	else if (tree_word(leaf, 0)->open)
		g_string_append_printf(out, "any word beginning with \"%s\"", tree_word(leaf, 0)->text);
	else
		g_string_append_printf(out, "any form of \"%s\"", leaf->text);
}

static void describe_family(GString *out, const struct tree *node)
{
	g_string_append_printf(out, "anything of the family \"%s\"", node->text);
}

static void describe_field(GString *out, const struct tree *leaf)
{
	if (leaf->field->kind == FIELD_DATE) {
		struct period period;
		memcpy(period.low, leaf->low, sizeof(period.low));
		memcpy(period.high, leaf->high, sizeof(period.high));
		g_autofree char *when = period_print(&period);
		g_string_append_printf(out, "the meeting's date is %s", when);
		return;
	}
	g_autoptr(GString) value = g_string_new(NULL);
	if (leaf->field->kind == FIELD_STEMS)
		describe_leaf(value, leaf, leaf->quoted);
	else
		g_string_append(value, leaf->text);
	for (size_t n = 0; n < G_N_ELEMENTS(sentences); n++) {
		if (strcmp(sentences[n].field, leaf->field->name) != 0)
			continue;
		const char *gap = strstr(sentences[n].words, "%s");
		g_string_append_len(out, sentences[n].words, gap - sentences[n].words);
		g_string_append(out, value->str);
		g_string_append(out, gap + strlen("%s"));
		return;
	}
	g_string_append_printf(out, "the %s is %s", leaf->field->name, value->str);
}

static void describe_joined(GString *out, const struct tree *node, const char *joint)
{
	for (guint n = 0; n < node->children->len; n++) {
		if (n > 0)
			g_string_append(out, joint);
		describe_node(out, tree_child(node, n), true);
	}
}

static void describe_group(GString *out, const struct tree *node, const char *joint, bool nested)
{
	if (nested)
		g_string_append_c(out, '(');
	describe_joined(out, node, joint);
	if (nested)
		g_string_append_c(out, ')');
}

static void describe_place(GString *out, const struct tree *node)
{
	if (node->op == TREE_FAMILY) {
		describe_family(out, node);
	} else if (node->op != TREE_OR) {
		describe_leaf(out, node, node->op == TREE_PHRASE);
	} else {
		for (guint n = 0; n < node->children->len; n++) {
			g_string_append(out, n == 0 ? "(" : " or ");
			describe_place(out, tree_child(node, n));
		}
		g_string_append_c(out, ')');
	}
}

static void describe_near(GString *out, const struct tree *node)
{
	g_string_append(out, "the text has ");
	for (guint n = 0; n < node->children->len; n++) {
		if (n > 0)
			g_string_append(out, node->op == TREE_ADJ ? ", followed by " : ", near ");
		describe_place(out, tree_child(node, n));
	}
	g_string_append_printf(out, " (each within %u word%s of the last)", node->distance,
			       node->distance == 1 ? "" : "s");
}

static bool is_flag(const struct tree *node)
{
	return node->op == TREE_FIELD && node->field->kind == FIELD_FLAG;
}

static void describe_node(GString *out, const struct tree *node, bool nested)
{
	switch (node->op) {
	case TREE_WORDS:
	case TREE_PHRASE:
		g_string_append(out, "the text has ");
		describe_leaf(out, node, node->op == TREE_PHRASE);
		break;
	case TREE_FIELD:
		describe_field(out, node);
		break;
	case TREE_FAMILY:
		g_string_append(out, "the text has ");
		describe_family(out, node);
		break;
	case TREE_ADJ:
	case TREE_NEAR:
		describe_near(out, node);
		break;
	case TREE_AND:
		describe_group(out, node, " and ", nested);
		break;
	case TREE_OR:
		describe_group(out, node, " or ", nested);
		break;
	case TREE_NOT:
		if (is_flag(tree_child(node, 0))) {
			g_string_append_printf(out, "it is not %s", tree_child(node, 0)->text);
			break;
		}
		g_string_append(out, "not (");
		describe_node(out, tree_child(node, 0), false);
		g_string_append_c(out, ')');
		break;
	}
}

char *describe_tree(const struct tree *tree)
{
	if (tree->op == TREE_AND && tree->children->len == 0)
		return g_strdup("all paragraphs");
	GString *out = g_string_new("paragraphs where ");
	describe_node(out, tree, false);
	return g_string_free(out, FALSE);
}
