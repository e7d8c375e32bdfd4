/* SPDX-License-Identifier: GPL-2.0-or-later */
/* XML as office programs write it, read into a tree: no network, no entities, bounded depth. Names are local ones, as the
 * same element has different namespaces in the transitional and the strict form of a format. */
#ifndef MINUTEBOOK_XML_TREE_H
#define MINUTEBOOK_XML_TREE_H

#include <libxml/tree.h>

#include "span.h"

/* FAULT_INPUT naming the member (`name`) when it is not well-formed. Free with xmlFreeDoc. */
bool xml_tree_read(xmlDocPtr *tree, struct span bytes, const char *name, GError **error);

bool xml_tree_is(const xmlNode *node, const char *name);

/* The first child element of that name; NULL for none, also when `node` is NULL. */
const xmlNode *xml_tree_child(const xmlNode *node, const char *name);

/* The next element of the same name behind it; NULL for none. */
const xmlNode *xml_tree_next(const xmlNode *node);

/* The value of an attribute; NULL for none, also when `node` is NULL. Borrowed. */
const char *xml_tree_attribute(const xmlNode *node, const char *name);

/* The same as a number; `fallback` when it is missing or none. Within ±1,000,000. */
int xml_tree_number(const xmlNode *node, const char *name, int fallback);

/* What a reader does with elements of a name: `kind` is its own number. A table of these is in byte order. */
struct xml_kind {
	const char *name;
	int kind;
};

/* The kind of the element by a table of `len` entries; `fallback` where it is not there. */
int xml_tree_kind(const xmlNode *node, const struct xml_kind *table, size_t len, int fallback);

#endif
