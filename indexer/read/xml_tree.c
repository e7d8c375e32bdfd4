/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "xml_tree.h"

#include <stdlib.h>

#include <libxml/parser.h>

#include "fault.h"

enum { NUMBER_MAX = 1000000 };

bool xml_tree_read(xmlDocPtr *tree, struct span bytes, const char *name, GError **error)
{
	int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
	xmlParserCtxtPtr context = xmlNewParserCtxt();
	xmlDocPtr read = NULL;
	if (context && bytes.len > 0 && bytes.len < G_MAXINT)
		read = xmlCtxtReadMemory(context, bytes.ptr, (int)bytes.len, NULL, NULL, options);
	if (!read || !xmlDocGetRootElement(read)) {
		const xmlError *cause = context ? xmlCtxtGetLastError(context) : NULL;
		g_autofree char *reason = g_strdup(cause && cause->message ? cause->message : "it is empty");
		g_set_error(error, FAULT, FAULT_INPUT, "the document is damaged: %s: %s", name, g_strchomp(reason));
		g_clear_pointer(&read, xmlFreeDoc);
	}
	if (context)
		xmlFreeParserCtxt(context);
	*tree = read;
	return read != NULL;
}

bool xml_tree_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *first_from(const xmlNode *node, const char *name)
{
	while (node && !xml_tree_is(node, name))
		node = node->next;
	return node;
}

const xmlNode *xml_tree_child(const xmlNode *node, const char *name)
{
	return node ? first_from(node->children, name) : NULL;
}

const xmlNode *xml_tree_next(const xmlNode *node)
{
	return first_from(node->next, (const char *)node->name);
}

const char *xml_tree_attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *attribute = node ? node->properties : NULL; attribute; attribute = attribute->next) {
		if (strcmp((const char *)attribute->name, name) != 0)
			continue;
		const xmlNode *value = attribute->children;
		return value && value->content ? (const char *)value->content : "";
	}
	return NULL;
}

int xml_tree_number(const xmlNode *node, const char *name, int fallback)
{
	const char *value = xml_tree_attribute(node, name);
	char *end = NULL;
	gint64 number = value ? g_ascii_strtoll(value, &end, 10) : 0;
	return value && end > value ? (int)CLAMP(number, -NUMBER_MAX, NUMBER_MAX) : fallback;
}

static int compare_names(const void *name, const void *entry)
{
	return strcmp(name, ((const struct xml_kind *)entry)->name);
}

int xml_tree_kind(const xmlNode *node, const struct xml_kind *table, size_t len, int fallback)
{
	const struct xml_kind *found = bsearch(node->name, table, len, sizeof(table[0]), compare_names);
	return found ? found->kind : fallback;
}
