/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "html_tags.h"

#include <stdlib.h>
#include <string.h>

#include "html_lines.h"

/* In byte order: searched by halving. */
static const struct html_tag tags[] = {
	{"a", HTML_ANCHOR, 0, HTML_LINK, false, false},
	{"address", HTML_PARA, 0, 0, false, false},
	{"article", HTML_BLOCK, 0, 0, false, false},
	{"aside", HTML_BLOCK, 0, 0, false, false},
	{"b", HTML_INLINE, 0, HTML_BOLD, false, false},
	{"blockquote", HTML_PARA, 0, 0, false, false},
	{"body", HTML_BLOCK, 0, 0, false, false},
	{"br", HTML_BREAK, 0, 0, false, false},
	{"button", HTML_PARA, 0, 0, true, false},
	{"caption", HTML_CAPTION, 6, 0, false, false},
	{"center", HTML_BLOCK, 0, 0, false, false},
	{"dd", HTML_PARA, 0, 0, false, false},
	{"details", HTML_BLOCK, 0, 0, false, false},
	{"dialog", HTML_BLOCK, 0, 0, true, false},
	{"div", HTML_BLOCK, 0, 0, false, false},
	{"dl", HTML_BLOCK, 0, 0, false, false},
	{"dt", HTML_PARA, 0, 0, false, false},
	{"em", HTML_INLINE, 0, HTML_ITALIC, false, false},
	{"fieldset", HTML_BLOCK, 0, 0, false, false},
	{"figcaption", HTML_PARA, 0, 0, false, false},
	{"figure", HTML_BLOCK, 0, 0, false, false},
	{"footer", HTML_BLOCK, 0, 0, false, true},
	{"form", HTML_BLOCK, 0, 0, false, false},
	{"h1", HTML_HEADING, 1, 0, false, false},
	{"h2", HTML_HEADING, 2, 0, false, false},
	{"h3", HTML_HEADING, 3, 0, false, false},
	{"h4", HTML_HEADING, 4, 0, false, false},
	{"h5", HTML_HEADING, 5, 0, false, false},
	{"h6", HTML_HEADING, 6, 0, false, false},
	{"head", HTML_BLOCK, 0, 0, true, false},
	{"header", HTML_BLOCK, 0, 0, false, true},
	{"hr", HTML_BLOCK, 0, 0, false, false},
	{"html", HTML_BLOCK, 0, 0, false, false},
	{"i", HTML_INLINE, 0, HTML_ITALIC, false, false},
	{"iframe", HTML_BLOCK, 0, 0, true, false},
	{"img", HTML_IMAGE, 0, 0, false, false},
	{"legend", HTML_PARA, 0, 0, false, false},
	{"li", HTML_ITEM, 0, 0, false, false},
	{"main", HTML_BLOCK, 0, 0, false, false},
	{"menu", HTML_LIST, 0, 0, false, false},
	{"nav", HTML_BLOCK, 0, 0, true, false},
	{"noscript", HTML_BLOCK, 0, 0, true, false},
	{"ol", HTML_LIST, 0, 0, false, false},
	{"optgroup", HTML_PARA, 0, 0, true, false},
	{"option", HTML_PARA, 0, 0, true, false},
	{"p", HTML_PARA, 0, 0, false, false},
	{"pre", HTML_PARA, 0, 0, false, false},
	{"script", HTML_SKIPPED, 0, 0, false, false},
	{"section", HTML_BLOCK, 0, 0, false, false},
	{"select", HTML_BLOCK, 0, 0, true, false},
	{"strong", HTML_INLINE, 0, HTML_BOLD, false, false},
	{"style", HTML_SKIPPED, 0, 0, false, false},
	{"summary", HTML_PARA, 0, 0, false, false},
	{"svg", HTML_SKIPPED, 0, 0, false, false},
	{"table", HTML_TABLE, 0, 0, false, false},
	{"td", HTML_CELL, 0, 0, false, false},
	{"template", HTML_SKIPPED, 0, 0, false, false},
	{"textarea", HTML_PARA, 0, 0, true, false},
	{"th", HTML_HEADER, 0, 0, false, false},
	{"title", HTML_TITLE, 0, 0, false, false},
	{"tr", HTML_ROW, 0, 0, false, false},
	{"ul", HTML_LIST, 0, 0, false, false},
};

/* Classes and roles of what frames a page or a document's title on council sites, those of ModernGov among them. */
static const char *const fixture_classes[] = {
	"breadcrumb",
	"breadcrumbs",
	"cookie-banner",
	"dropdown-menu",
	"menu",
	"mgActionList",
	"mgFileSize",
	"mgFooter",
	"mgHide",
	"mgLinks",
	"mgSectionTitle",
	"nav",
	"navbar",
	"navigation",
	"pagination",
	"skip-link",
	"skiplink",
	"mgSubItemTitleTxt",
	"sr-only",
	"side-nav",
	"visually-hidden",
	"mgHelpLine",
	"dropdown-trigger",
	"site-header",
	"site-footer",
	"share",
};
static const char *const fixture_roles[] = {"banner", "contentinfo", "menu", "navigation", "search", "toolbar"};

static int compare_tag(const void *name, const void *tag)
{
	return strcmp(name, ((const struct html_tag *)tag)->name);
}

const struct html_tag *html_tag_find(const char *name)
{
	static const struct html_tag unknown = {"", HTML_INLINE, 0, 0, false, false};
	const struct html_tag *found = bsearch(name, tags, G_N_ELEMENTS(tags), sizeof(tags[0]), compare_tag);
	return found ? found : &unknown;
}

const char *html_attribute(const char *const *attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2) {
		if (g_ascii_strcasecmp(attributes[0], name) == 0)
			return attributes[1] ? attributes[1] : "";
	}
	return NULL;
}

bool html_has_class(const char *const *attributes, const char *name)
{
	const char *value = html_attribute(attributes, "class");
	g_auto(GStrv) classes = g_strsplit_set(value ? value : "", " \t\r\n", -1);
	return g_strv_contains((const gchar *const *)classes, name);
}

bool html_is_fixture(const char *const *attributes)
{
	const char *role = html_attribute(attributes, "role");
	const char *hidden = html_attribute(attributes, "aria-hidden");
	for (gsize i = 0; role && i < G_N_ELEMENTS(fixture_roles); i++) {
		if (g_ascii_strcasecmp(role, fixture_roles[i]) == 0)
			return true;
	}
	if (hidden && g_ascii_strcasecmp(hidden, "true") == 0)
		return true;
	const char *value = html_attribute(attributes, "class");
	g_auto(GStrv) classes = g_strsplit_set(value ? value : "", " \t\r\n", -1);
	for (gsize i = 0; i < G_N_ELEMENTS(fixture_classes); i++) {
		if (g_strv_contains((const gchar *const *)classes, fixture_classes[i]))
			return true;
	}
	return false;
}

char *html_style_value(const char *const *attributes, const char *property)
{
	const char *style = html_attribute(attributes, "style");
	g_auto(GStrv) rules = g_strsplit(style ? style : "", ";", -1);
	for (guint i = 0; rules[i]; i++) {
		char *colon = strchr(rules[i], ':');
		if (!colon)
			continue;
		*colon = '\0';
		if (g_ascii_strcasecmp(g_strstrip(rules[i]), property) == 0)
			return g_ascii_strdown(g_strstrip(colon + 1), -1);
	}
	return NULL;
}

double html_length(const char *value)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = {{"pt", 1}, {"px", 0.75}, {"cm", 28.35}, {"mm", 2.835}, {"in", 72}, {"em", 12}, {"rem", 12}};
	char *unit = NULL;
	double number = value ? g_ascii_strtod(value, &unit) : 0;
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
		if (value && strcmp(unit, units[i].unit) == 0 && number > -1000 && number < 1000)
			return number * units[i].points;
	}
	return 0;
}

double html_style_length(const char *const *attributes, const char *property)
{
	g_autofree char *value = html_style_value(attributes, property);
	return html_length(value);
}

static char *roman(int number)
{
	static const struct {
		int value;
		const char *digits;
	} steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
		     {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
	GString *digits = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
		for (; number >= steps[i].value; number -= steps[i].value)
			g_string_append(digits, steps[i].digits);
	}
	return g_string_free(digits, FALSE);
}

static char *letters(int number)
{
	GString *word = g_string_new(NULL);
	for (; number > 0; number = (number - 1) / 26)
		g_string_prepend_c(word, (char)('a' + (number - 1) % 26));
	return g_string_free(word, FALSE);
}

char *html_marker(int number, const char *type)
{
	bool is_roman = g_ascii_strcasecmp(type, "i") == 0 || g_str_has_suffix(type, "-roman");
	bool is_alpha = g_ascii_strcasecmp(type, "a") == 0 || g_str_has_suffix(type, "-alpha") ||
			g_str_has_suffix(type, "-latin");
	if (number < 1 || number > 3999 || (!is_roman && !is_alpha))
		return g_strdup_printf("%d", number);
	g_autofree char *marker = is_roman ? roman(number) : letters(number);
	bool is_upper = strcmp(type, "I") == 0 || strcmp(type, "A") == 0 || g_str_has_prefix(type, "upper-");
	return is_upper ? g_ascii_strup(marker, -1) : g_steal_pointer(&marker);
}
