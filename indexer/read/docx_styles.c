/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "docx_styles.h"

#include "xml_tree.h"

enum {
	CHAIN_MAX = 32, /* styles based on one another; Word allows fewer */
	HEADING_MAX = 6,
};

struct docx_styles {
	GHashTable *by_id;
	struct docx_style plain; /* the defaults, where no style is the default one */
	const struct docx_style *paragraph;
};

static const struct docx_form unset = {DOCX_UNSET, DOCX_UNSET, DOCX_UNSET, DOCX_UNSET, DOCX_UNSET,
				       DOCX_UNSET, DOCX_UNSET, DOCX_UNSET, DOCX_UNSET};

/* An element that is there switches on, unless its value says otherwise. */
static int read_switch(const xmlNode *parent, const char *name)
{
	static const char *const off[] = {"0", "false", "off", NULL};
	const xmlNode *node = xml_tree_child(parent, name);
	const char *value = xml_tree_attribute(node, "val");
	if (!node)
		return DOCX_UNSET;
	return !(value && g_strv_contains(off, value));
}

static int read_indent(const xmlNode *indents, const char *name, const char *other)
{
	return xml_tree_number(indents, name, other ? xml_tree_number(indents, other, DOCX_UNSET) : DOCX_UNSET);
}

void docx_form_read(struct docx_form *form, const xmlNode *paragraph, const xmlNode *run)
{
	const xmlNode *list = xml_tree_child(paragraph, "numPr");
	const xmlNode *indents = xml_tree_child(paragraph, "ind");
	*form = unset;
	form->bold = read_switch(run, "b");
	form->italic = read_switch(run, "i");
	form->hidden = read_switch(run, "vanish");
	form->outline = xml_tree_number(xml_tree_child(paragraph, "outlineLvl"), "val", DOCX_UNSET);
	form->list = xml_tree_number(xml_tree_child(list, "numId"), "val", DOCX_UNSET);
	form->level = xml_tree_number(xml_tree_child(list, "ilvl"), "val", DOCX_UNSET);
	form->left = read_indent(indents, "left", "start");
	form->hanging = read_indent(indents, "hanging", NULL);
	form->first = read_indent(indents, "firstLine", NULL);
	if (form->hanging == DOCX_UNSET && form->first != DOCX_UNSET)
		form->hanging = 0; /* the one replaces the other */
}

static void take(int *value, int base)
{
	if (*value == DOCX_UNSET)
		*value = base;
}

void docx_form_inherit(struct docx_form *form, const struct docx_form *base)
{
	take(&form->bold, base->bold);
	take(&form->italic, base->italic);
	take(&form->hidden, base->hidden);
	take(&form->outline, base->outline);
	take(&form->list, base->list);
	take(&form->level, base->level);
	take(&form->left, base->left);
	take(&form->hanging, base->hanging);
	take(&form->first, base->first);
}

int docx_form_heading(const struct docx_form *form)
{
	return form->outline >= 0 && form->outline < 9 ? MIN(form->outline + 1, HEADING_MAX) : 0;
}

static void style_free(gpointer data)
{
	struct docx_style *style = data;
	g_free(style->based_on);
	g_free(style);
}

/* The names of Word's own styles are English in every language of Word. */
static void read_name(struct docx_style *style, const char *name)
{
	if (g_ascii_strcasecmp(name, "Title") == 0)
		style->heading = 1;
	if (g_ascii_strcasecmp(name, "Subtitle") == 0)
		style->heading = 2;
	if (g_ascii_strncasecmp(name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9')
		style->heading = MIN(name[8] - '0', HEADING_MAX);
	style->is_contents = g_ascii_strncasecmp(name, "toc ", 4) == 0;
}

static void read_style(struct docx_styles *styles, const xmlNode *node)
{
	const char *id = xml_tree_attribute(node, "styleId");
	const char *type = xml_tree_attribute(node, "type");
	const char *name = xml_tree_attribute(xml_tree_child(node, "name"), "val");
	if (!id)
		return;
	struct docx_style *style = g_new0(struct docx_style, 1);
	docx_form_read(&style->form, xml_tree_child(node, "pPr"), xml_tree_child(node, "rPr"));
	style->based_on = g_strdup(xml_tree_attribute(xml_tree_child(node, "basedOn"), "val"));
	style->is_paragraph = !type || strcmp(type, "paragraph") == 0;
	if (style->is_paragraph && name)
		read_name(style, name);
	g_hash_table_replace(styles->by_id, g_strdup(id), style);
	const char *is_default = xml_tree_attribute(node, "default");
	if (style->is_paragraph && is_default && strcmp(is_default, "0") != 0)
		styles->paragraph = style;
}

static void resolve(struct docx_styles *styles, struct docx_style *style)
{
	const struct docx_style *base = style;
	for (int i = 0; i < CHAIN_MAX && base->based_on; i++) {
		base = g_hash_table_lookup(styles->by_id, base->based_on);
		if (!base)
			break;
		docx_form_inherit(&style->form, &base->form);
	}
	if (style->is_paragraph)
		docx_form_inherit(&style->form, &styles->plain.form);
}

struct docx_styles *docx_styles_new(xmlDocPtr tree)
{
	struct docx_styles *styles = g_new0(struct docx_styles, 1);
	const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
	const xmlNode *defaults = xml_tree_child(root, "docDefaults");
	const xmlNode *run = xml_tree_child(xml_tree_child(defaults, "rPrDefault"), "rPr");
	const xmlNode *paragraph = xml_tree_child(xml_tree_child(defaults, "pPrDefault"), "pPr");
	styles->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
	docx_form_read(&styles->plain.form, paragraph, run);
	styles->paragraph = &styles->plain;
	for (const xmlNode *node = xml_tree_child(root, "style"); node; node = xml_tree_next(node))
		read_style(styles, node);
	GHashTableIter iter;
	gpointer value;
	g_hash_table_iter_init(&iter, styles->by_id);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		resolve(styles, value);
	g_hash_table_iter_init(&iter, styles->by_id);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct docx_style *style = value;
		if (style->is_paragraph && style->heading == 0)
			style->heading = docx_form_heading(&style->form);
	}
	return styles;
}

void docx_styles_free(struct docx_styles *styles)
{
	g_hash_table_unref(styles->by_id);
	g_free(styles);
}

const struct docx_style *docx_styles_find(const struct docx_styles *styles, const char *id)
{
	return id ? g_hash_table_lookup(styles->by_id, id) : NULL;
}

const struct docx_style *docx_styles_paragraph(const struct docx_styles *styles, const char *id)
{
	const struct docx_style *style = docx_styles_find(styles, id);
	return style ? style : styles->paragraph;
}
