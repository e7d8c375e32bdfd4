/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "extract.h"
#include "fault.h"
#include "odt_body.h"
#include "xml_tree.h"
#include "zip_parts.h"

/* The roots of the two files of a document; the same one where all is in one file (.fodt). */
struct roots {
	xmlDocPtr content_tree, styles_tree;
	const xmlNode *content, *styles; /* styles: NULL without them */
};

static bool read_tree(xmlDocPtr *tree, struct zip_parts *zip, const char *name, GError **error)
{
	g_autoptr(GByteArray) bytes = NULL;
	return zip_parts_read(&bytes, zip, name, error) &&
	       xml_tree_read(tree, (struct span){(const char *)bytes->data, bytes->len}, name, error);
}

/* What is locked lists in the clear how each of its parts is locked. */
static bool check_lock(struct zip_parts *zip, GError **error)
{
	g_autoptr(GByteArray) manifest = NULL;
	if (!zip_parts_read(&manifest, zip, "META-INF/manifest.xml", NULL) || manifest->len == 0)
		return true;
	if (!g_strstr_len((const char *)manifest->data, (gssize)manifest->len, "encryption-data"))
		return true;
	g_set_error(error, FAULT, FAULT_INPUT, "needs a password; ask for a copy without one");
	return false;
}

static bool read_roots(struct roots *roots, struct span bytes, GError **error)
{
	struct zip_parts *zip;
	if (!zip_parts_is_zip(bytes)) {
		if (!xml_tree_read(&roots->content_tree, bytes, "the file", error))
			return false;
		roots->content = roots->styles = xmlDocGetRootElement(roots->content_tree);
		return true;
	}
	if (!zip_parts_open(&zip, bytes, error))
		return false;
	bool good = check_lock(zip, error) && read_tree(&roots->content_tree, zip, "content.xml", error);
	if (good && zip_parts_has(zip, "styles.xml"))
		good = read_tree(&roots->styles_tree, zip, "styles.xml", error);
	zip_parts_close(zip);
	if (good)
		roots->content = xmlDocGetRootElement(roots->content_tree);
	if (good && roots->styles_tree)
		roots->styles = xmlDocGetRootElement(roots->styles_tree);
	return good;
}

/* The named styles and the automatic ones of one of the files, whose names mean something else in the other. */
static struct odt_styles *styles_for(const struct roots *roots, const xmlNode *root)
{
	struct odt_styles *styles = odt_styles_new();
	odt_styles_add(styles, xml_tree_child(roots->styles, "styles"));
	odt_styles_add(styles, xml_tree_child(root, "automatic-styles"));
	return styles;
}

static void read_margin(struct flow *flow, const struct odt_styles *styles, const xmlNode *node, GHashTable *printed)
{
	struct document margin;
	struct flow own;
	struct odt_body body;
	document_init(&margin);
	flow_init(&own, &margin, FORMAT_ODT);
	odt_body_init(&body, &own, styles);
	body.is_furniture = true;
	odt_body_read(&body, node);
	odt_body_clear(&body);
	flow_finish(&own);
	flow_move_margin(flow, &margin, printed);
	document_clear(&margin);
}

/* The headers or footers of all page styles: "header", "header-left", "header-first". */
static void read_margins(struct flow *flow, const struct roots *roots, const char *kind)
{
	const xmlNode *masters = xml_tree_child(roots->styles, "master-styles");
	struct odt_styles *styles = styles_for(roots, roots->styles);
	g_autoptr(GHashTable) printed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (const xmlNode *master = xml_tree_child(masters, "master-page"); master; master = xml_tree_next(master)) {
		for (const xmlNode *node = master->children; node; node = node->next) {
			if (node->type == XML_ELEMENT_NODE && g_str_has_prefix((const char *)node->name, kind))
				read_margin(flow, styles, node, printed);
		}
	}
	odt_styles_free(styles);
}

static bool read_document(struct document *document, const struct roots *roots, GError **error)
{
	const xmlNode *text = xml_tree_child(xml_tree_child(roots->content, "body"), "text");
	struct flow flow;
	struct odt_body body;
	if (!text) {
		g_set_error(error, FAULT, FAULT_INPUT, "an OpenDocument file that is no text");
		return false;
	}
	struct odt_styles *styles = styles_for(roots, roots->content);
	flow_init(&flow, document, FORMAT_ODT);
	read_margins(&flow, roots, "header");
	odt_body_init(&body, &flow, styles);
	odt_body_read(&body, text);
	odt_body_clear(&body);
	read_margins(&flow, roots, "footer");
	flow_finish(&flow);
	odt_styles_free(styles);
	return true;
}

bool extract_odt(struct document *document, struct span bytes, GError **error)
{
	struct roots roots = {0};
	bool good = read_roots(&roots, bytes, error) && read_document(document, &roots, error);
	g_clear_pointer(&roots.content_tree, xmlFreeDoc);
	g_clear_pointer(&roots.styles_tree, xmlFreeDoc);
	return good;
}
