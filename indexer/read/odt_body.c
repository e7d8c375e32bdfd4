/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "odt_body.h"

#include "xml_tree.h"

enum {
	REPEAT_MAX = 64, /* of a row or a cell with text; a file may say a million */
	HEADING_MAX = 6,
};

enum kind {
	KIND_INLINE, /* nothing of its own: what is in it counts */
	KIND_SKIPPED,
	KIND_PARAGRAPH,
	KIND_SPAN,
	KIND_SPACE,
	KIND_TAB,
	KIND_BREAK,
	KIND_NOTE,
	KIND_BOX,
	KIND_CONTENTS,
	KIND_SECTION,
	KIND_LIST,
	KIND_ITEM,
	KIND_TABLE,
	KIND_ROW,
	KIND_CELL,
};

/* An open text:list. */
struct odt_list {
	const struct numbering_level *levels; /* NULL: the paragraph's style says */
	struct numbering_counts *counts;      /* shared by the lists within */
	bool awaits_number;                   /* the item at hand has no paragraph yet */
};

/* In byte order: searched by halving. */
static const struct xml_kind elements[] = {
	{"alphabetical-index", KIND_CONTENTS},
	{"annotation", KIND_SKIPPED},
	{"covered-table-cell", KIND_SKIPPED},
	{"desc", KIND_SKIPPED},
	{"event-listeners", KIND_SKIPPED},
	{"forms", KIND_SKIPPED},
	{"h", KIND_PARAGRAPH},
	{"hidden-text", KIND_SKIPPED},
	{"illustration-index", KIND_CONTENTS},
	{"line-break", KIND_BREAK},
	{"list", KIND_LIST},
	{"list-header", KIND_ITEM},
	{"list-item", KIND_ITEM},
	{"note", KIND_NOTE},
	{"number", KIND_SKIPPED},
	{"object", KIND_SKIPPED},
	{"p", KIND_PARAGRAPH},
	{"ruby-text", KIND_SKIPPED},
	{"s", KIND_SPACE},
	{"section", KIND_SECTION},
	{"span", KIND_SPAN},
	{"tab", KIND_TAB},
	{"table", KIND_TABLE},
	{"table-cell", KIND_CELL},
	{"table-of-content", KIND_CONTENTS},
	{"table-of-content-source", KIND_SKIPPED},
	{"table-row", KIND_ROW},
	{"text-box", KIND_BOX},
	{"title", KIND_SKIPPED}, /* of a picture */
	{"tracked-changes", KIND_SKIPPED},
};

static void read_children(struct odt_body *body, const xmlNode *element);
static void read_element(struct odt_body *body, const xmlNode *node);

static enum kind kind_of(const xmlNode *node)
{
	return (enum kind)xml_tree_kind(node, elements, G_N_ELEMENTS(elements), KIND_INLINE);
}

void odt_body_init(struct odt_body *body, struct flow *flow, const struct odt_styles *styles)
{
	*body = (struct odt_body){.flow = flow, .styles = styles};
	body->notes = g_ptr_array_new();
	body->lists = g_array_new(FALSE, FALSE, sizeof(struct odt_list));
	body->counts = g_ptr_array_new_with_free_func(g_free);
	body->counts_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void odt_body_clear(struct odt_body *body)
{
	g_ptr_array_unref(body->notes);
	g_array_unref(body->lists);
	g_hash_table_unref(body->counts_of);
	g_ptr_array_unref(body->counts);
}

static int styles_of(const struct odt_style *style, int around)
{
	int styles = around;
	if (style->bold >= 0)
		styles = (styles & ~HTML_BOLD) | (style->bold ? HTML_BOLD : 0);
	if (style->italic >= 0)
		styles = (styles & ~HTML_ITALIC) | (style->italic ? HTML_ITALIC : 0);
	return styles;
}

static void read_span(struct odt_body *body, const xmlNode *node)
{
	struct odt_style style = odt_styles_find(body->styles, "text", xml_tree_attribute(node, "style-name"));
	int outer = body->run_styles;
	if (style.hidden == 1)
		return;
	body->run_styles = styles_of(&style, outer);
	read_children(body, node);
	body->run_styles = outer;
}

/* A text box, or whatever else has paragraphs inside a paragraph. */
static void read_box(struct odt_body *body, const xmlNode *node)
{
	struct flow_text aside = flow_set_aside(body->flow);
	GArray *lists = body->lists;
	int styles = body->run_styles;
	bool in_paragraph = body->in_paragraph;
	body->lists = g_array_new(FALSE, FALSE, sizeof(struct odt_list));
	body->in_paragraph = false;
	body->run_styles = 0;
	if (kind_of(node) == KIND_BOX)
		read_children(body, node);
	else
		read_element(body, node);
	g_array_unref(body->lists);
	body->lists = lists;
	body->in_paragraph = in_paragraph;
	body->run_styles = styles;
	flow_take_up(body->flow, aside);
}

static struct odt_list *top_list(const struct odt_body *body)
{
	return body->lists->len == 0 ? NULL : &g_array_index(body->lists, struct odt_list, body->lists->len - 1);
}

static void restart(struct numbering_counts *counts, const xmlNode *node, int level)
{
	int start = xml_tree_number(node, "start-value", -1);
	if (start < 0)
		return;
	counts->numbers[level] = start - 1;
	counts->has_number[level] = true;
}

static bool is_true(const xmlNode *node, const char *name)
{
	return g_strcmp0(xml_tree_attribute(node, name), "true") == 0;
}

/* Number and indents of the paragraph by the list it stands in, or by the outline. */
static void number_paragraph(struct flow_paragraph *paragraph, struct odt_body *body, const xmlNode *node,
			     const struct odt_style *style)
{
	struct odt_list *list = top_list(body);
	int level = (int)MIN(body->lists->len, NUMBERING_LEVELS) - 1;
	int outline = xml_tree_is(node, "h") ? xml_tree_number(node, "outline-level", 1) - 1 : -1;
	const struct numbering_level *levels = list ? list->levels : NULL;
	if (list && !levels)
		levels = odt_styles_list(body->styles, style->list);
	paragraph->left = style->left + style->indent;
	paragraph->hang = style->indent < 0 ? style->left : 0;
	if (levels && !style->has_indents) {
		paragraph->left = list->awaits_number ? levels[level].left : levels[level].hang;
		paragraph->hang = list->awaits_number ? levels[level].hang : 0;
	}
	if (levels && list->awaits_number) {
		paragraph->marker = numbering_next(list->counts, levels, level);
		paragraph->level = level + 1;
		list->awaits_number = false;
		return;
	}
	bool is_numbered = outline >= 0 && outline < NUMBERING_LEVELS && !list && !is_true(node, "is-list-header");
	levels = odt_styles_outline(body->styles);
	if (!is_numbered || !levels || (style->list && !*style->list))
		return;
	restart(&body->headings, node, outline);
	paragraph->marker = numbering_next(&body->headings, levels, outline);
}

static bool is_hidden(const xmlNode *node, const struct odt_style *style)
{
	const xmlNode *field = xml_tree_child(node, "hidden-paragraph");
	return style->hidden == 1 || (field && is_true(field, "is-hidden"));
}

static void read_paragraph(struct odt_body *body, const xmlNode *node)
{
	const char *name = xml_tree_attribute(node, "style-name");
	struct odt_style style = odt_styles_find(body->styles, "paragraph", name);
	struct flow_paragraph paragraph = {.role = LINE_PLAIN};
	int heading = xml_tree_is(node, "h") ? CLAMP(xml_tree_number(node, "outline-level", 1), 1, HEADING_MAX) : 0;
	if (is_hidden(node, &style))
		return;
	if (heading == 0 && name && (strcmp(name, "Title") == 0 || strcmp(name, "Subtitle") == 0))
		heading = *name == 'T' ? 1 : 2;
	body->run_styles = styles_of(&style, 0);
	body->in_paragraph = true;
	read_children(body, node);
	body->in_paragraph = false;
	number_paragraph(&paragraph, body, node, &style);
	if (body->is_furniture)
		paragraph.role = LINE_FURNITURE;
	else if (heading > 0)
		paragraph.role = LINE_HEADING;
	else if (paragraph.marker)
		paragraph.role = LINE_ITEM;
	if (heading > 0)
		paragraph.level = heading;
	flow_end(body->flow, &paragraph);
}

/* The counts a list at the top goes on with, or new ones. */
static struct numbering_counts *counts_of(struct odt_body *body, const xmlNode *node, const char *style)
{
	const char *before = xml_tree_attribute(node, "continue-list"), *id = xml_tree_attribute(node, "id");
	g_autofree char *same = g_strconcat("=", style ? style : "", NULL);
	struct numbering_counts *counts = NULL;
	if (before)
		counts = g_hash_table_lookup(body->counts_of, before);
	else if (is_true(node, "continue-numbering"))
		counts = g_hash_table_lookup(body->counts_of, same);
	if (!counts) {
		counts = g_new0(struct numbering_counts, 1);
		g_ptr_array_add(body->counts, counts);
	}
	if (id)
		g_hash_table_replace(body->counts_of, g_strdup(id), counts);
	g_hash_table_replace(body->counts_of, g_steal_pointer(&same), counts);
	return counts;
}

static void read_list(struct odt_body *body, const xmlNode *node)
{
	const struct odt_list *outer = top_list(body);
	const char *style = xml_tree_attribute(node, "style-name");
	struct odt_list list = {.levels = odt_styles_list(body->styles, style)};
	if (!list.levels && outer)
		list.levels = outer->levels;
	list.counts = outer ? outer->counts : counts_of(body, node, style);
	g_array_append_val(body->lists, list);
	read_children(body, node);
	g_array_set_size(body->lists, body->lists->len - 1);
}

static void read_item(struct odt_body *body, const xmlNode *node)
{
	struct odt_list *list = top_list(body);
	if (list) {
		list->awaits_number = xml_tree_is(node, "list-item");
		restart(list->counts, node, (int)MIN(body->lists->len, NUMBERING_LEVELS) - 1);
	}
	read_children(body, node);
	list = top_list(body);
	if (list)
		list->awaits_number = false;
}

static bool has_text(const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	bool found = content && strspn((const char *)content, " \t\r\n") < strlen((const char *)content);
	xmlFree(content);
	return found;
}

/* How often a row or cell is printed: those without text may be there any number of times. */
static int repeats(const xmlNode *node, const char *name)
{
	int count = xml_tree_number(node, name, 1);
	return count > 1 && has_text(node) ? MIN(count, REPEAT_MAX) : 1;
}

static void read_row(struct odt_body *body, const xmlNode *node)
{
	int count = repeats(node, "number-rows-repeated");
	for (int i = 0; i < count; i++) {
		flow_start_row(body->flow);
		read_children(body, node);
	}
}

static void read_cell(struct odt_body *body, const xmlNode *node)
{
	bool is_header = node->parent && node->parent->parent && xml_tree_is(node->parent->parent, "table-header-rows");
	int count = repeats(node, "number-columns-repeated");
	int columns = xml_tree_number(node, "number-columns-spanned", 1);
	int rows = xml_tree_number(node, "number-rows-spanned", 1);
	if (count == 1)
		columns = MAX(columns, xml_tree_number(node, "number-columns-repeated", 1));
	for (int i = 0; i < count; i++) {
		flow_start_cell(body->flow, columns, rows, is_header);
		read_children(body, node);
		flow_end_cell(body->flow);
	}
}

static void read_table(struct odt_body *body, const xmlNode *node)
{
	flow_start_table(body->flow);
	read_children(body, node);
	flow_end_table(body->flow);
}

static void read_contents(struct odt_body *body, const xmlNode *node)
{
	bool was_furniture = body->is_furniture;
	body->is_furniture = true;
	read_children(body, node);
	body->is_furniture = was_furniture;
}

static void read_section(struct odt_body *body, const xmlNode *node)
{
	if (g_strcmp0(xml_tree_attribute(node, "display"), "none") != 0)
		read_children(body, node);
}

static void read_note(struct odt_body *body, const xmlNode *node)
{
	const xmlNode *text = xml_tree_child(node, "note-body");
	if (text)
		g_ptr_array_add(body->notes, (gpointer)text);
}

static void read_inline(struct odt_body *body, enum kind kind)
{
	if (kind == KIND_SPACE)
		flow_add(body->flow, span_of(" "), body->run_styles);
	else if (kind == KIND_TAB)
		flow_add_tab(body->flow);
	else if (kind == KIND_BREAK)
		flow_add_break(body->flow);
}

static void read_element(struct odt_body *body, const xmlNode *node)
{
	static void (*const readers[])(struct odt_body *, const xmlNode *) = {
		[KIND_INLINE] = read_children, [KIND_PARAGRAPH] = read_paragraph,
		[KIND_SPAN] = read_span,       [KIND_NOTE] = read_note,
		[KIND_BOX] = read_box,         [KIND_CONTENTS] = read_contents,
		[KIND_SECTION] = read_section, [KIND_LIST] = read_list,
		[KIND_ITEM] = read_item,       [KIND_TABLE] = read_table,
		[KIND_ROW] = read_row,         [KIND_CELL] = read_cell,
	};
	enum kind kind = kind_of(node);
	if (kind == KIND_SKIPPED)
		return;
	bool is_block = kind == KIND_PARAGRAPH || kind == KIND_TABLE || kind == KIND_LIST;
	if (is_block && body->in_paragraph)
		read_box(body, node);
	else if (kind < G_N_ELEMENTS(readers) && readers[kind])
		readers[kind](body, node);
	else
		read_inline(body, kind);
}

static void read_children(struct odt_body *body, const xmlNode *element)
{
	for (const xmlNode *child = element->children; child; child = child->next) {
		bool is_text = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE;
		if (is_text && body->in_paragraph)
			flow_add(body->flow, span_of((const char *)child->content), body->run_styles);
		else if (child->type == XML_ELEMENT_NODE)
			read_element(body, child);
	}
}

void odt_body_read(struct odt_body *body, const xmlNode *element)
{
	read_children(body, element);
	for (guint i = 0; i < body->notes->len; i++) /* a note may have notes */
		read_children(body, body->notes->pdata[i]);
	g_ptr_array_set_size(body->notes, 0);
}
