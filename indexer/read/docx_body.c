/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "docx_body.h"

#include <stdlib.h>

#include "symbol_font.h"
#include "xml_tree.h"

#define TWIPS 20.0

enum kind {
	KIND_INLINE, /* nothing of its own: what is in it counts */
	KIND_SKIPPED,
	KIND_PARAGRAPH,
	KIND_RUN,
	KIND_TEXT,
	KIND_TAB,
	KIND_BREAK,
	KIND_HYPHEN,
	KIND_SYMBOL,
	KIND_FIELD,
	KIND_NOTE,
	KIND_CHOICE,
	KIND_BOX,
	KIND_TABLE,
	KIND_ROW,
	KIND_CELL,
	KIND_CHUNK,
};

/* In byte order: searched by halving. */
static const struct xml_kind elements[] = {
	{"AlternateContent", KIND_CHOICE},
	{"altChunk", KIND_CHUNK},
	{"br", KIND_BREAK},
	{"cr", KIND_BREAK},
	{"del", KIND_SKIPPED},
	{"delInstrText", KIND_SKIPPED},
	{"delText", KIND_SKIPPED},
	{"endnoteReference", KIND_NOTE},
	{"fldChar", KIND_FIELD},
	{"footnoteReference", KIND_NOTE},
	{"instrText", KIND_SKIPPED},
	{"moveFrom", KIND_SKIPPED},
	{"noBreakHyphen", KIND_HYPHEN},
	{"p", KIND_PARAGRAPH},
	{"pPr", KIND_SKIPPED},
	{"ptab", KIND_TAB},
	{"r", KIND_RUN},
	{"rPr", KIND_SKIPPED},
	{"rt", KIND_SKIPPED},
	{"sdtPr", KIND_SKIPPED},
	{"sectPr", KIND_SKIPPED},
	{"sym", KIND_SYMBOL},
	{"t", KIND_TEXT},
	{"tab", KIND_TAB},
	{"tbl", KIND_TABLE},
	{"tblPr", KIND_SKIPPED},
	{"tc", KIND_CELL},
	{"tcPr", KIND_SKIPPED},
	{"tr", KIND_ROW},
	{"trPr", KIND_SKIPPED},
	{"txBody", KIND_BOX},
	{"txbxContent", KIND_BOX},
};

static void read_children(struct docx_body *body, const xmlNode *element);
static void read_element(struct docx_body *body, const xmlNode *node);

static enum kind kind_of(const xmlNode *node)
{
	return (enum kind)xml_tree_kind(node, elements, G_N_ELEMENTS(elements), KIND_INLINE);
}

void docx_body_init(struct docx_body *body, struct flow *flow, const struct docx_styles *styles,
		    struct docx_numbering *numbering)
{
	*body = (struct docx_body){.flow = flow, .styles = styles, .numbering = numbering};
	body->notes = g_ptr_array_new_with_free_func(g_free);
	body->fields = g_array_new(FALSE, FALSE, sizeof(bool));
}

void docx_body_clear(struct docx_body *body)
{
	g_ptr_array_unref(body->notes);
	g_array_unref(body->fields);
	g_clear_pointer(&body->held, g_free);
}

static bool in_instruction(const struct docx_body *body)
{
	for (guint i = 0; i < body->fields->len; i++) {
		if (g_array_index(body->fields, bool, i))
			return true;
	}
	return false;
}

static void read_field(struct docx_body *body, const xmlNode *node)
{
	const char *type = xml_tree_attribute(node, "fldCharType");
	guint depth = body->fields->len;
	bool starts = true;
	if (g_strcmp0(type, "begin") == 0)
		g_array_append_val(body->fields, starts);
	else if (depth > 0 && g_strcmp0(type, "separate") == 0)
		g_array_index(body->fields, bool, depth - 1) = false;
	else if (depth > 0 && g_strcmp0(type, "end") == 0)
		g_array_set_size(body->fields, depth - 1);
}

static void read_text(struct docx_body *body, const xmlNode *node)
{
	for (const xmlNode *part = node->children; part; part = part->next) {
		if (part->type == XML_TEXT_NODE || part->type == XML_CDATA_SECTION_NODE)
			flow_add(body->flow, span_of((const char *)part->content), body->run_styles);
	}
}

static void read_symbol(struct docx_body *body, const xmlNode *node)
{
	const char *code = xml_tree_attribute(node, "char");
	char text[SYMBOL_FONT_BYTES];
	guint64 number = code ? g_ascii_strtoull(code, NULL, 16) : 0;
	symbol_font_text(text, (gunichar)MIN(number, 0xFFFF), xml_tree_attribute(node, "font"));
	flow_add(body->flow, span_of(text), body->run_styles);
}

static int styles_of(const struct docx_form *form)
{
	return (form->bold == 1 ? HTML_BOLD : 0) | (form->italic == 1 ? HTML_ITALIC : 0);
}

static void read_run(struct docx_body *body, const xmlNode *node)
{
	const xmlNode *properties = xml_tree_child(node, "rPr");
	const char *id = xml_tree_attribute(xml_tree_child(properties, "rStyle"), "val");
	const struct docx_style *style = docx_styles_find(body->styles, id);
	struct docx_form form;
	docx_form_read(&form, NULL, properties);
	int styles = body->style;
	if (style) /* bold in a paragraph that is bold already is the contrary */
		styles ^= styles_of(&style->form);
	if (form.bold != DOCX_UNSET)
		styles = (styles & ~HTML_BOLD) | (form.bold ? HTML_BOLD : 0);
	if (form.italic != DOCX_UNSET)
		styles = (styles & ~HTML_ITALIC) | (form.italic ? HTML_ITALIC : 0);
	if (form.hidden == DOCX_UNSET && style)
		form.hidden = style->form.hidden;
	if (form.hidden == 1) {
		for (const xmlNode *child = node->children; child; child = child->next) {
			if (xml_tree_is(child, "fldChar"))
				read_field(body, child);
		}
		return;
	}
	body->run_styles = styles;
	read_children(body, node);
	body->run_styles = body->style;
}

/* The one of several ways to draw a thing that is read. */
static void read_choice(struct docx_body *body, const xmlNode *node)
{
	const xmlNode *choice = xml_tree_child(node, "Choice");
	if (!choice)
		choice = xml_tree_child(node, "Fallback");
	if (choice)
		read_children(body, choice);
}

/* A text box, or whatever else has paragraphs inside a paragraph. */
static void read_box(struct docx_body *body, const xmlNode *node)
{
	struct docx_body outer = *body;
	struct flow_text aside = flow_set_aside(body->flow);
	body->in_paragraph = false;
	body->style = body->run_styles = 0;
	body->held = NULL;
	if (kind_of(node) == KIND_BOX)
		read_children(body, node);
	else
		read_element(body, node);
	flow_take_up(body->flow, aside);
	g_free(body->held);
	body->held = outer.held;
	body->in_paragraph = outer.in_paragraph;
	body->style = outer.style;
	body->run_styles = outer.run_styles;
}

static void add_note(struct docx_body *body, const xmlNode *node)
{
	const char *id = xml_tree_attribute(node, "id");
	const char *kind = xml_tree_is(node, "footnoteReference") ? "footnote" : "endnote";
	if (id)
		g_ptr_array_add(body->notes, g_strdup_printf("%s:%s", kind, id));
}

/* Number and indents of the paragraph; its level in the list, 0 for none. */
static int number_paragraph(struct flow_paragraph *paragraph, const struct docx_body *body,
			    const struct docx_form *form, const char *style)
{
	int list = form->list == DOCX_UNSET ? 0 : form->list;
	int level = docx_numbering_style_level(body->numbering, list, form->level == DOCX_UNSET ? style : NULL,
					       form->level == DOCX_UNSET ? 0 : form->level);
	const struct numbering_level *definition = docx_numbering_level(body->numbering, list, level);
	int left = form->left == DOCX_UNSET ? 0 : form->left;
	int hanging = form->hanging == DOCX_UNSET ? 0 : form->hanging;
	int first = hanging > 0 || form->first == DOCX_UNSET ? -hanging : form->first;
	paragraph->left = (left + first) / TWIPS;
	paragraph->hang = hanging > 0 ? left / TWIPS : 0;
	if (!definition)
		return 0;
	if (form->left == DOCX_UNSET) {
		paragraph->left = definition->left;
		paragraph->hang = definition->hang;
	}
	g_free(paragraph->marker);
	paragraph->marker = docx_numbering_next(body->numbering, list, level);
	return level + 1;
}

/* Whether the paragraph's mark was deleted, moved away or hidden: then the next paragraph goes on in its line. */
static bool runs_on(const xmlNode *properties, bool *is_deleted)
{
	const xmlNode *mark = xml_tree_child(properties, "rPr");
	struct docx_form form;
	docx_form_read(&form, NULL, mark);
	*is_deleted = xml_tree_child(mark, "del") || xml_tree_child(mark, "moveFrom");
	return *is_deleted || form.hidden == 1;
}

static void end_instructions(struct docx_body *body)
{
	while (body->fields->len > 0 && in_instruction(body)) /* one without a result would swallow all that follows */
		g_array_set_size(body->fields, body->fields->len - 1);
}

static void read_paragraph(struct docx_body *body, const xmlNode *node)
{
	const xmlNode *properties = xml_tree_child(node, "pPr");
	const char *id = xml_tree_attribute(xml_tree_child(properties, "pStyle"), "val");
	const struct docx_style *style = docx_styles_paragraph(body->styles, id);
	struct docx_form form;
	bool is_deleted;
	docx_form_read(&form, properties, NULL);
	bool has_own_outline = form.outline != DOCX_UNSET;
	bool has_own_list = form.list != DOCX_UNSET, has_own_indent = form.left != DOCX_UNSET;
	if (has_own_list && form.level == DOCX_UNSET) /* a style's level goes with the style's list */
		form.level = 0;
	docx_form_inherit(&form, &style->form);
	if (has_own_list && !has_own_indent) /* the list's indents count more than the style's */
		form.left = form.hanging = DOCX_UNSET;
	int heading = has_own_outline ? docx_form_heading(&form) : style->heading;
	body->style = body->run_styles = styles_of(&style->form);
	body->in_paragraph = true;
	read_children(body, node);
	body->in_paragraph = false;
	end_instructions(body);
	bool goes_on = runs_on(properties, &is_deleted);
	if (is_deleted)
		return;
	struct flow_paragraph paragraph = {.role = LINE_PLAIN, .marker = g_steal_pointer(&body->held)};
	int level = number_paragraph(&paragraph, body, &form, id);
	if (goes_on) {
		body->held = paragraph.marker;
		return;
	}
	paragraph.level = heading > 0 ? heading : level;
	if (body->is_furniture || style->is_contents)
		paragraph.role = LINE_FURNITURE;
	else if (heading > 0)
		paragraph.role = LINE_HEADING;
	else if (paragraph.marker)
		paragraph.role = LINE_ITEM;
	flow_end(body->flow, &paragraph);
}

static void read_row(struct docx_body *body, const xmlNode *node)
{
	const xmlNode *properties = xml_tree_child(node, "trPr");
	if (xml_tree_child(properties, "del"))
		return;
	flow_start_row(body->flow);
	int before = xml_tree_number(xml_tree_child(properties, "gridBefore"), "val", 0);
	if (before > 0)
		flow_start_cell(body->flow, before, 1, false);
	read_children(body, node);
}

static bool is_header_row(const xmlNode *row)
{
	const xmlNode *header = row ? xml_tree_child(xml_tree_child(row, "trPr"), "tblHeader") : NULL;
	const char *value = xml_tree_attribute(header, "val");
	return header && !(value && (strcmp(value, "0") == 0 || strcmp(value, "false") == 0));
}

static void read_cell(struct docx_body *body, const xmlNode *node)
{
	const xmlNode *row = node->parent;
	while (row && !xml_tree_is(row, "tr"))
		row = row->parent;
	int columns = xml_tree_number(xml_tree_child(xml_tree_child(node, "tcPr"), "gridSpan"), "val", 1);
	flow_start_cell(body->flow, columns, 1, is_header_row(row));
	read_children(body, node);
	flow_end_cell(body->flow);
}

static void read_table(struct docx_body *body, const xmlNode *node)
{
	flow_start_table(body->flow);
	read_children(body, node);
	flow_end_table(body->flow);
}

static void read_chunk(struct docx_body *body, const xmlNode *node)
{
	const char *id = xml_tree_attribute(node, "id");
	struct document *chunk = id && body->chunks ? g_hash_table_lookup(body->chunks, id) : NULL;
	if (chunk)
		flow_move(body->flow, chunk);
}

static void read_inline(struct docx_body *body, const xmlNode *node, enum kind kind)
{
	if (kind == KIND_FIELD)
		read_field(body, node);
	else if (in_instruction(body))
		return;
	else if (kind == KIND_TEXT)
		read_text(body, node);
	else if (kind == KIND_TAB)
		flow_add_tab(body->flow);
	else if (kind == KIND_BREAK)
		flow_add_break(body->flow);
	else if (kind == KIND_HYPHEN)
		flow_add(body->flow, span_of("-"), body->run_styles);
	else if (kind == KIND_SYMBOL)
		read_symbol(body, node);
	else if (kind == KIND_NOTE)
		add_note(body, node);
}

static void read_element(struct docx_body *body, const xmlNode *node)
{
	static void (*const readers[])(struct docx_body *, const xmlNode *) = {
		[KIND_INLINE] = read_children, [KIND_PARAGRAPH] = read_paragraph,
		[KIND_RUN] = read_run,         [KIND_CHOICE] = read_choice,
		[KIND_BOX] = read_box,         [KIND_TABLE] = read_table,
		[KIND_ROW] = read_row,         [KIND_CELL] = read_cell,
		[KIND_CHUNK] = read_chunk,
	};
	enum kind kind = kind_of(node);
	if (kind == KIND_SKIPPED)
		return;
	bool is_block = kind == KIND_PARAGRAPH || kind == KIND_TABLE;
	if (is_block && body->in_paragraph)
		read_box(body, node);
	else if (kind < G_N_ELEMENTS(readers) && readers[kind])
		readers[kind](body, node);
	else
		read_inline(body, node, kind);
}

static void read_children(struct docx_body *body, const xmlNode *element)
{
	for (const xmlNode *child = element->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			read_element(body, child);
	}
}

void docx_body_read(struct docx_body *body, const xmlNode *element)
{
	read_children(body, element);
	if (body->flow->at_hand.text->len > 0)
		flow_end(body->flow, &(struct flow_paragraph){.marker = g_steal_pointer(&body->held)});
	g_clear_pointer(&body->held, g_free);
}
