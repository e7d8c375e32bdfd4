/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "odt_styles.h"

#include "html_tags.h"
#include "xml_tree.h"

enum { CHAIN_MAX = 32 };

struct list_style {
	struct numbering_level levels[NUMBERING_LEVELS];
};

struct odt_styles {
	GHashTable *styles; /* struct odt_style * by "family:name" */
	GHashTable *lists;  /* struct list_style * by name */
	char *outline;      /* name of the list style for headings, or NULL */
};

static void style_free(gpointer data)
{
	struct odt_style *style = data;
	g_free(style->parent);
	g_free(style->list);
	g_free(style);
}

static void list_free(gpointer data)
{
	struct list_style *list = data;
	for (int i = 0; i < NUMBERING_LEVELS; i++)
		g_free(list->levels[i].text);
	g_free(list);
}

struct odt_styles *odt_styles_new(void)
{
	struct odt_styles *styles = g_new0(struct odt_styles, 1);
	styles->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
	styles->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_free);
	return styles;
}

void odt_styles_free(struct odt_styles *styles)
{
	g_hash_table_unref(styles->styles);
	g_hash_table_unref(styles->lists);
	g_free(styles->outline);
	g_free(styles);
}

static int is_bold(const char *weight)
{
	if (!weight)
		return -1;
	return strcmp(weight, "bold") == 0 || g_ascii_strtoll(weight, NULL, 10) >= 600;
}

static void read_style(struct odt_styles *styles, const xmlNode *node)
{
	const char *name = xml_tree_attribute(node, "name"), *family = xml_tree_attribute(node, "family");
	const xmlNode *text = xml_tree_child(node, "text-properties");
	const xmlNode *paragraph = xml_tree_child(node, "paragraph-properties");
	const char *slant = xml_tree_attribute(text, "font-style"), *display = xml_tree_attribute(text, "display");
	const char *margin = xml_tree_attribute(paragraph, "margin-left");
	if (!family)
		return;
	struct odt_style *style = g_new0(struct odt_style, 1);
	style->bold = is_bold(xml_tree_attribute(text, "font-weight"));
	style->italic = slant ? strcmp(slant, "normal") != 0 : -1;
	style->hidden = display ? strcmp(display, "none") == 0 : -1;
	style->outline = xml_tree_number(node, "default-outline-level", 0);
	style->has_indents = margin != NULL;
	style->left = html_length(margin);
	style->indent = html_length(xml_tree_attribute(paragraph, "text-indent"));
	style->parent = g_strdup(xml_tree_attribute(node, "parent-style-name"));
	style->list = g_strdup(xml_tree_attribute(node, "list-style-name"));
	g_hash_table_replace(styles->styles, g_strconcat(family, ":", name ? name : "", NULL), style);
}

static enum numbering_form form_of(const char *format)
{
	static const struct {
		const char *name;
		enum numbering_form form;
	} forms[] = {{"1", NUMBERING_DECIMAL},      {"01", NUMBERING_PADDED},      {"1st", NUMBERING_ORDINAL},
		     {"a", NUMBERING_LOWER_LETTER}, {"A", NUMBERING_UPPER_LETTER}, {"i", NUMBERING_LOWER_ROMAN},
		     {"I", NUMBERING_UPPER_ROMAN},  {"", NUMBERING_NONE}};
	for (gsize i = 0; format && i < G_N_ELEMENTS(forms); i++) {
		if (strcmp(format, forms[i].name) == 0)
			return forms[i].form;
	}
	return format ? NUMBERING_DECIMAL : NUMBERING_NONE;
}

/* LibreOffice writes "%1%.%2%." where OpenDocument 1.3 has a prefix, a suffix and how many levels are shown. */
static char *template_of(const char *pattern)
{
	GString *text = g_string_new(NULL);
	for (const char *at = pattern; *at; at++) {
		g_string_append_c(text, *at);
		if (at[0] == '%' && g_ascii_isdigit(at[1])) {
			g_string_append_c(text, *++at);
			at += at[1] == '%';
		}
	}
	return g_string_free(text, FALSE);
}

static void read_text(struct numbering_level *levels, int at, const xmlNode *node)
{
	struct numbering_level *level = &levels[at];
	const char *pattern = xml_tree_attribute(node, "num-list-format");
	const char *prefix = xml_tree_attribute(node, "num-prefix"), *suffix = xml_tree_attribute(node, "num-suffix");
	if (level->form == NUMBERING_BULLET) {
		level->text = g_strdup(xml_tree_attribute(node, "bullet-char"));
		return;
	}
	if (pattern && level->form != NUMBERING_NONE) {
		level->text = template_of(pattern);
		return;
	}
	GString *text = g_string_new(prefix);
	gsize before = text->len;
	int shown = CLAMP(xml_tree_number(node, "display-levels", 1), 1, at + 1);
	for (int i = at + 1 - shown; i <= at; i++) {
		bool has_number = levels[i].form != NUMBERING_NONE && levels[i].form != NUMBERING_BULLET;
		if (has_number)
			g_string_append_printf(text, "%s%%%d", text->len > before ? "." : "", i + 1);
	}
	g_string_append(text, suffix ? suffix : "");
	level->text = g_string_free(text, FALSE);
}

static void read_indents(struct numbering_level *level, const xmlNode *node)
{
	const xmlNode *properties = xml_tree_child(node, "list-level-properties");
	const xmlNode *alignment = xml_tree_child(properties, "list-level-label-alignment");
	double margin = html_length(xml_tree_attribute(alignment, "margin-left"));
	double indent = html_length(xml_tree_attribute(alignment, "text-indent"));
	if (!alignment) { /* before OpenDocument 1.2 */
		margin = html_length(xml_tree_attribute(properties, "space-before"));
		indent = 0;
	}
	level->left = margin + indent;
	level->hang = indent < 0 ? margin : 0;
}

static void read_list(struct odt_styles *styles, const xmlNode *node)
{
	const char *name = xml_tree_attribute(node, "name");
	const xmlNode *sources[NUMBERING_LEVELS] = {NULL};
	struct list_style *list = g_new0(struct list_style, 1);
	for (int i = 0; i < NUMBERING_LEVELS; i++)
		list->levels[i].restart = -1;
	for (const xmlNode *level = node->children; level; level = level->next) {
		int at = level->type == XML_ELEMENT_NODE ? xml_tree_number(level, "level", 0) - 1 : -1;
		if (at < 0 || at >= NUMBERING_LEVELS)
			continue;
		bool is_bullet =
			xml_tree_is(level, "list-level-style-bullet") || xml_tree_is(level, "list-level-style-image");
		sources[at] = level;
		list->levels[at].form = is_bullet ? NUMBERING_BULLET : form_of(xml_tree_attribute(level, "num-format"));
		list->levels[at].start = xml_tree_number(level, "start-value", 1);
		read_indents(&list->levels[at], level);
	}
	for (int i = 0; i < NUMBERING_LEVELS; i++) {
		if (sources[i])
			read_text(list->levels, i, sources[i]);
	}
	if (!name)
		name = "Outline";
	if (xml_tree_is(node, "outline-style")) {
		g_free(styles->outline);
		styles->outline = g_strdup(name);
	}
	g_hash_table_replace(styles->lists, g_strdup(name), list);
}

void odt_styles_add(struct odt_styles *styles, const xmlNode *container)
{
	for (const xmlNode *node = container ? container->children : NULL; node; node = node->next) {
		if (xml_tree_is(node, "style") || xml_tree_is(node, "default-style"))
			read_style(styles, node);
		else if (xml_tree_is(node, "list-style") || xml_tree_is(node, "outline-style"))
			read_list(styles, node);
	}
}

static void inherit(struct odt_style *style, const struct odt_style *base)
{
	style->bold = style->bold < 0 ? base->bold : style->bold;
	style->italic = style->italic < 0 ? base->italic : style->italic;
	style->hidden = style->hidden < 0 ? base->hidden : style->hidden;
	style->outline = style->outline > 0 ? style->outline : base->outline;
	style->list = style->list ? style->list : base->list;
	if (!style->has_indents) {
		style->left = base->left;
		style->indent = base->indent;
		style->has_indents = base->has_indents;
	}
}

struct odt_style odt_styles_find(const struct odt_styles *styles, const char *family, const char *name)
{
	struct odt_style style = {.bold = -1, .italic = -1, .hidden = -1};
	for (int i = 0; i < CHAIN_MAX && name; i++) {
		g_autofree char *key = g_strconcat(family, ":", name, NULL);
		const struct odt_style *found = g_hash_table_lookup(styles->styles, key);
		if (found)
			inherit(&style, found);
		name = found ? found->parent : NULL;
	}
	return style;
}

const struct numbering_level *odt_styles_list(const struct odt_styles *styles, const char *name)
{
	const struct list_style *list = name ? g_hash_table_lookup(styles->lists, name) : NULL;
	return list ? list->levels : NULL;
}

const struct numbering_level *odt_styles_outline(const struct odt_styles *styles)
{
	return odt_styles_list(styles, styles->outline);
}
