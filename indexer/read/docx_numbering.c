/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "docx_numbering.h"

#include "xml_tree.h"

#define TWIPS 20.0

/* w:abstractNum */
struct definition {
	struct numbering_level levels[NUMBERING_LEVELS];
	char *styles[NUMBERING_LEVELS]; /* paragraph styles tied to the levels */
	char *link;                     /* the style that has the true definition, or NULL */
	struct numbering_counts counts;
};

/* w:num */
struct list {
	struct definition *definition;
	struct numbering_level
		levels[NUMBERING_LEVELS]; /* those of the definition, but what this list has of its own */
	bool starts[NUMBERING_LEVELS];    /* its first paragraph at this level starts anew */
};

struct docx_numbering {
	GHashTable *definitions, *lists; /* by their numbers */
};

static const struct {
	const char *name;
	enum numbering_form form;
} forms[] = {
	{"none", NUMBERING_NONE},
	{"bullet", NUMBERING_BULLET},
	{"decimalZero", NUMBERING_PADDED},
	{"ordinal", NUMBERING_ORDINAL},
	{"lowerLetter", NUMBERING_LOWER_LETTER},
	{"upperLetter", NUMBERING_UPPER_LETTER},
	{"lowerRoman", NUMBERING_LOWER_ROMAN},
	{"upperRoman", NUMBERING_UPPER_ROMAN},
};

static enum numbering_form form_of(const char *name)
{
	for (gsize i = 0; name && i < G_N_ELEMENTS(forms); i++) {
		if (strcmp(name, forms[i].name) == 0)
			return forms[i].form;
	}
	return NUMBERING_DECIMAL;
}

static void read_level(struct numbering_level *level, const xmlNode *node)
{
	const xmlNode *format = xml_tree_child(node, "numFmt");
	const xmlNode *indents = xml_tree_child(xml_tree_child(node, "pPr"), "ind");
	const xmlNode *choice = xml_tree_child(xml_tree_child(node, "AlternateContent"), "Fallback");
	if (!format)
		format = xml_tree_child(choice, "numFmt");
	int hanging = xml_tree_number(indents, "hanging", 0);
	int left = xml_tree_number(indents, "left", xml_tree_number(indents, "start", 0));
	const xmlNode *legal = xml_tree_child(node, "isLgl");
	g_free(level->text);
	*level = (struct numbering_level){
		.form = form_of(xml_tree_attribute(format, "val")),
		.text = g_strdup(xml_tree_attribute(xml_tree_child(node, "lvlText"), "val")),
		.start = xml_tree_number(xml_tree_child(node, "start"), "val", 0),
		.restart = xml_tree_number(xml_tree_child(node, "lvlRestart"), "val", -1),
		.is_legal = legal && xml_tree_number(legal, "val", 1) != 0,
		.left = (left - hanging) / TWIPS,
		.hang = hanging > 0 ? left / TWIPS : 0,
	};
	if (level->form == NUMBERING_BULLET && xml_tree_child(node, "lvlPicBulletId")) {
		g_free(level->text);
		level->text = g_strdup("•");
	}
}

static void read_definition(struct docx_numbering *numbering, const xmlNode *node)
{
	struct definition *definition = g_new0(struct definition, 1);
	for (int i = 0; i < NUMBERING_LEVELS; i++)
		definition->levels[i].restart = -1;
	for (const xmlNode *level = xml_tree_child(node, "lvl"); level; level = xml_tree_next(level)) {
		int at = xml_tree_number(level, "ilvl", -1);
		if (at < 0 || at >= NUMBERING_LEVELS)
			continue;
		read_level(&definition->levels[at], level);
		g_free(definition->styles[at]);
		definition->styles[at] = g_strdup(xml_tree_attribute(xml_tree_child(level, "pStyle"), "val"));
	}
	definition->link = g_strdup(xml_tree_attribute(xml_tree_child(node, "numStyleLink"), "val"));
	g_hash_table_replace(numbering->definitions, GINT_TO_POINTER(xml_tree_number(node, "abstractNumId", -1)),
			     definition);
}

static void definition_free(gpointer data)
{
	struct definition *definition = data;
	for (int i = 0; i < NUMBERING_LEVELS; i++) {
		g_free(definition->levels[i].text);
		g_free(definition->styles[i]);
	}
	g_free(definition->link);
	g_free(definition);
}

static void list_free(gpointer data)
{
	struct list *list = data;
	for (int i = 0; i < NUMBERING_LEVELS; i++)
		g_free(list->levels[i].text);
	g_free(list);
}

static void override(struct list *list, const xmlNode *node)
{
	int at = xml_tree_number(node, "ilvl", -1);
	if (at < 0 || at >= NUMBERING_LEVELS)
		return;
	if (xml_tree_child(node, "lvl"))
		read_level(&list->levels[at], xml_tree_child(node, "lvl"));
	const xmlNode *start = xml_tree_child(node, "startOverride");
	list->starts[at] = start != NULL;
	if (start)
		list->levels[at].start = xml_tree_number(start, "val", 1);
}

/* The number of the definition behind a list: where that is a mere link to a list style, the one the style's own list
 * has. */
static int definition_id(const xmlNode *root, const xmlNode *node, const struct docx_numbering *numbering,
			 const struct docx_styles *styles)
{
	int id = xml_tree_number(xml_tree_child(node, "abstractNumId"), "val", -1);
	const struct definition *definition = g_hash_table_lookup(numbering->definitions, GINT_TO_POINTER(id));
	const struct docx_style *style = definition ? docx_styles_find(styles, definition->link) : NULL;
	if (!style)
		return id;
	for (const xmlNode *other = xml_tree_child(root, "num"); other; other = xml_tree_next(other)) {
		if (xml_tree_number(other, "numId", -1) == style->form.list)
			return xml_tree_number(xml_tree_child(other, "abstractNumId"), "val", -1);
	}
	return id;
}

static void read_list(struct docx_numbering *numbering, const xmlNode *node, int id)
{
	struct definition *definition = g_hash_table_lookup(numbering->definitions, GINT_TO_POINTER(id));
	if (!definition)
		return;
	struct list *list = g_new0(struct list, 1);
	list->definition = definition;
	for (int i = 0; i < NUMBERING_LEVELS; i++) {
		list->levels[i] = definition->levels[i];
		list->levels[i].text = g_strdup(definition->levels[i].text);
	}
	for (const xmlNode *own = xml_tree_child(node, "lvlOverride"); own; own = xml_tree_next(own))
		override(list, own);
	g_hash_table_replace(numbering->lists, GINT_TO_POINTER(xml_tree_number(node, "numId", -1)), list);
}

struct docx_numbering *docx_numbering_new(xmlDocPtr tree, const struct docx_styles *styles)
{
	struct docx_numbering *numbering = g_new0(struct docx_numbering, 1);
	const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
	numbering->definitions = g_hash_table_new_full(NULL, NULL, NULL, definition_free);
	numbering->lists = g_hash_table_new_full(NULL, NULL, NULL, list_free);
	for (const xmlNode *node = xml_tree_child(root, "abstractNum"); node; node = xml_tree_next(node))
		read_definition(numbering, node);
	for (const xmlNode *node = xml_tree_child(root, "num"); node; node = xml_tree_next(node))
		read_list(numbering, node, definition_id(root, node, numbering, styles));
	return numbering;
}

void docx_numbering_free(struct docx_numbering *numbering)
{
	g_hash_table_unref(numbering->lists);
	g_hash_table_unref(numbering->definitions);
	g_free(numbering);
}

static struct list *find(const struct docx_numbering *numbering, int list)
{
	return g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(list));
}

int docx_numbering_style_level(const struct docx_numbering *numbering, int list, const char *style, int fallback)
{
	const struct list *found = find(numbering, list);
	for (int i = 0; found && style && i < NUMBERING_LEVELS; i++) {
		if (g_strcmp0(found->definition->styles[i], style) == 0)
			return i;
	}
	return fallback;
}

const struct numbering_level *docx_numbering_level(const struct docx_numbering *numbering, int list, int level)
{
	const struct list *found = find(numbering, list);
	return found ? &found->levels[CLAMP(level, 0, NUMBERING_LEVELS - 1)] : NULL;
}

char *docx_numbering_next(struct docx_numbering *numbering, int list, int level)
{
	struct list *found = find(numbering, list);
	if (!found)
		return NULL;
	level = CLAMP(level, 0, NUMBERING_LEVELS - 1);
	if (found->starts[level])
		found->definition->counts.has_number[level] = false;
	found->starts[level] = false;
	return numbering_next(&found->definition->counts, found->levels, level);
}
