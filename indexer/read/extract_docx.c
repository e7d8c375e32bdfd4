/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "docx_body.h"
#include "extract.h"
#include "fault.h"
#include "xml_tree.h"
#include "zip_parts.h"

/* One part's pointer to another (ECMA-376 part 2, 9.3). */
struct relation {
	char *id, *type, *target; /* the target's name in the archive */
};

struct package {
	struct zip_parts *zip;
	GPtrArray *relations; /* struct relation *, of the main part */
	GPtrArray *trees;     /* xmlDocPtr: all that were read */
	struct docx_styles *styles;
	struct docx_numbering *numbering;
	GHashTable *chunks;
};

static void relation_free(gpointer data)
{
	struct relation *relation = data;
	g_free(relation->id);
	g_free(relation->type);
	g_free(relation->target);
	g_free(relation);
}

static void tree_free(gpointer tree)
{
	xmlFreeDoc(tree);
}

static void chunk_free(gpointer data)
{
	document_clear(data);
	g_free(data);
}

/* The name in the archive of a target seen from a folder in it. */
static char *resolve(const char *folder, const char *target)
{
	g_autofree char *above = g_canonicalize_filename(folder, "/");
	g_autofree char *plain = g_canonicalize_filename(target, above);
	return g_strdup(plain + strspn(plain, "/"));
}

/* *tree is the package's; NULL without a failure where the archive has no such part. */
static bool read_tree(xmlDocPtr *tree, struct package *package, const char *name, GError **error)
{
	g_autoptr(GByteArray) content = NULL;
	*tree = NULL;
	if (!name || !zip_parts_has(package->zip, name))
		return true;
	if (!zip_parts_read(&content, package->zip, name, error))
		return false;
	if (!xml_tree_read(tree, (struct span){(const char *)content->data, content->len}, name, error))
		return false;
	g_ptr_array_add(package->trees, *tree);
	return true;
}

/* The relations of a part, or of the package as a whole for "". */
static bool read_relations(GPtrArray *relations, struct package *package, const char *part, GError **error)
{
	g_autofree char *folder = *part ? g_path_get_dirname(part) : g_strdup(".");
	g_autofree char *base = *part ? g_path_get_basename(part) : g_strdup("");
	g_autofree char *relative = g_strconcat("_rels/", base, ".rels", NULL);
	g_autofree char *name = resolve(folder, relative);
	xmlDocPtr tree;
	if (!read_tree(&tree, package, name, error))
		return false;
	const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
	for (const xmlNode *node = xml_tree_child(root, "Relationship"); node; node = xml_tree_next(node)) {
		const char *target = xml_tree_attribute(node, "Target");
		if (!target || g_strcmp0(xml_tree_attribute(node, "TargetMode"), "External") == 0)
			continue;
		struct relation *relation = g_new0(struct relation, 1);
		relation->id = g_strdup(xml_tree_attribute(node, "Id"));
		relation->type = g_strdup(xml_tree_attribute(node, "Type"));
		relation->target = resolve(folder, target);
		g_ptr_array_add(relations, relation);
	}
	return true;
}

/* The target of the first relation with this id or of a type that ends so. */
static const char *find_target(const GPtrArray *relations, const char *id, const char *type)
{
	for (guint i = 0; i < relations->len; i++) {
		const struct relation *relation = relations->pdata[i];
		if (id && g_strcmp0(relation->id, id) == 0)
			return relation->target;
		if (type && relation->type && g_str_has_suffix(relation->type, type))
			return relation->target;
	}
	return NULL;
}

static char *main_part(struct package *package)
{
	g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(relation_free);
	const char *found =
		read_relations(relations, package, "", NULL) ? find_target(relations, NULL, "/officeDocument") : NULL;
	return g_strdup(found && zip_parts_has(package->zip, found) ? found : "word/document.xml");
}

static bool read_definitions(struct package *package, GError **error)
{
	xmlDocPtr styles, numbering;
	if (!read_tree(&styles, package, find_target(package->relations, NULL, "/styles"), error) ||
	    !read_tree(&numbering, package, find_target(package->relations, NULL, "/numbering"), error))
		return false;
	package->styles = docx_styles_new(styles);
	package->numbering = docx_numbering_new(numbering, package->styles);
	return true;
}

/* Appends the elements of this name, in document order. */
static void find_all(GPtrArray *found, const xmlNode *node, const char *name)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (xml_tree_is(child, name))
			g_ptr_array_add(found, (gpointer)child);
		if (child->type == XML_ELEMENT_NODE)
			find_all(found, child, name);
	}
}

/* Documents of other formats taken in whole (w:altChunk), as report generators write them; one that cannot be read
 * makes the paper unreadable, since its words would be lost. */
static bool read_chunks(struct package *package, const xmlNode *root, GError **error)
{
	g_autoptr(GPtrArray) nodes = g_ptr_array_new();
	find_all(nodes, root, "altChunk");
	for (guint i = 0; i < nodes->len; i++) {
		const char *id = xml_tree_attribute(nodes->pdata[i], "id");
		const char *target = id ? find_target(package->relations, id, NULL) : NULL;
		g_autoptr(GByteArray) content = NULL;
		if (!target || g_hash_table_contains(package->chunks, id))
			continue;
		if (!zip_parts_read(&content, package->zip, target, error))
			return false;
		struct span bytes = {(const char *)content->data, content->len};
		struct document *chunk = g_new0(struct document, 1);
		document_init(chunk);
		g_hash_table_insert(package->chunks, g_strdup(id), chunk);
		enum page_format format = extract_format(bytes);
		if (format != FORMAT_DOCX && !extract_document(chunk, bytes, error))
			return false;
	}
	return true;
}

/* The headers or footers that the document's sections refer to, each that prints something else once. */
static bool read_margins(struct flow *flow, struct package *package, const xmlNode *root, const char *reference,
			 GError **error)
{
	g_autoptr(GPtrArray) nodes = g_ptr_array_new();
	g_autoptr(GHashTable) printed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	find_all(nodes, root, reference);
	for (guint i = 0; i < nodes->len; i++) {
		const char *id = xml_tree_attribute(nodes->pdata[i], "id");
		xmlDocPtr tree;
		if (!read_tree(&tree, package, id ? find_target(package->relations, id, NULL) : NULL, error))
			return false;
		if (!tree)
			continue;
		struct document margin;
		struct flow own;
		struct docx_body body;
		document_init(&margin);
		flow_init(&own, &margin, FORMAT_DOCX);
		docx_body_init(&body, &own, package->styles, package->numbering);
		body.is_furniture = true;
		docx_body_read(&body, xmlDocGetRootElement(tree));
		docx_body_clear(&body);
		flow_finish(&own);
		flow_move_margin(flow, &margin, printed);
		document_clear(&margin);
	}
	return true;
}

/* The notes that the body refers to, in its order. */
static bool read_notes(struct docx_body *body, struct package *package, const char *kind, GError **error)
{
	g_autofree char *type = g_strconcat("/", kind, "s", NULL);
	g_autofree char *head = g_strconcat(kind, ":", NULL);
	xmlDocPtr tree;
	if (!read_tree(&tree, package, find_target(package->relations, NULL, type), error))
		return false;
	const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
	g_autoptr(GHashTable) notes = g_hash_table_new(g_str_hash, g_str_equal);
	for (const xmlNode *note = xml_tree_child(root, kind); note; note = xml_tree_next(note)) {
		const char *id = xml_tree_attribute(note, "id");
		if (id)
			g_hash_table_insert(notes, (gpointer)id, (gpointer)note);
	}
	guint count = body->notes->len;
	for (guint i = 0; i < count; i++) {
		const char *name = body->notes->pdata[i];
		const xmlNode *note =
			g_str_has_prefix(name, head) ? g_hash_table_lookup(notes, name + strlen(head)) : NULL;
		if (!note)
			continue;
		docx_body_read(body, note);
		g_hash_table_remove(notes, name + strlen(head)); /* may be referred to again */
	}
	return true;
}

static bool read_body(struct flow *flow, struct package *package, const xmlNode *root, GError **error)
{
	struct docx_body body;
	docx_body_init(&body, flow, package->styles, package->numbering);
	body.chunks = package->chunks;
	docx_body_read(&body, root);
	bool good = read_notes(&body, package, "footnote", error) && read_notes(&body, package, "endnote", error);
	docx_body_clear(&body);
	return good;
}

static bool read_package(struct document *document, struct package *package, GError **error)
{
	g_autofree char *part = main_part(package);
	g_autoptr(GByteArray) content = NULL;
	xmlDocPtr tree;
	if (!zip_parts_has(package->zip, part))
		return zip_parts_read(&content, package->zip, part, error); /* says that it is missing */
	if (!read_tree(&tree, package, part, error) || !read_relations(package->relations, package, part, error) ||
	    !read_definitions(package, error))
		return false;
	const xmlNode *root = xmlDocGetRootElement(tree);
	struct flow flow;
	flow_init(&flow, document, FORMAT_DOCX);
	bool good = read_chunks(package, root, error) && read_margins(&flow, package, root, "headerReference", error) &&
		    read_body(&flow, package, root, error) &&
		    read_margins(&flow, package, root, "footerReference", error);
	flow_finish(&flow);
	return good;
}

/* Pages that were scanned and put into a document as pictures. */
static bool check_text(const struct document *document, const struct zip_parts *zip, GError **error)
{
	const struct page *page = document->pages->pdata[0];
	for (guint i = 0; i < page->lines->len; i++) {
		if (g_array_index(page->lines, struct line, i).role != LINE_FURNITURE)
			return true;
	}
	if (!zip_parts_has_folder(zip, "word/media/"))
		return true;
	g_set_error(error, FAULT, FAULT_INPUT, "no text: only pictures; a scan needs text recognition (OCR) first");
	return false;
}

bool extract_docx(struct document *document, struct span bytes, GError **error)
{
	struct package package = {0};
	if (!zip_parts_open(&package.zip, bytes, error))
		return false;
	package.relations = g_ptr_array_new_with_free_func(relation_free);
	package.trees = g_ptr_array_new_with_free_func(tree_free);
	package.chunks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, chunk_free);
	bool good = read_package(document, &package, error) && check_text(document, package.zip, error);
	g_clear_pointer(&package.styles, docx_styles_free);
	g_clear_pointer(&package.numbering, docx_numbering_free);
	g_hash_table_unref(package.chunks);
	g_ptr_array_unref(package.trees);
	g_ptr_array_unref(package.relations);
	zip_parts_close(package.zip);
	return good;
}
