/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <libxml/HTMLparser.h>

#include "encoding.h"
#include "extract.h"
#include "html_lines.h"
#include "html_tables.h"
#include "html_tags.h"
#include "text.h"

#define INDENT_POINTS 18.0  /* of a list in what is around it */
#define COLUMN_POINTS 100.0 /* from a column to the next, where a page is laid out by a table */

/* An open element with what it says of the text in it. */
struct frame {
	const struct html_tag *tag;
	int styles;
	bool is_fixture, is_skipped, is_main, is_loose, keeps_lines;
	enum line_role role;
	int level;
	double left, hang;
	gsize link_from; /* where an anchor's text starts in the line at hand */
};

struct list {
	bool is_ordered, has_markers;
	int next;
	char *type;
};

struct reader {
	struct page *page;
	struct html_lines lines;
	GArray *frames, *lists, *tables; /* struct frame, struct list, struct html_table: the open ones */
	GString *title;
	char *marker; /* of the list point that has no line yet */
	int next_baseline, table_count;
	bool starts; /* the next line starts a paragraph */
};

static struct frame *top_frame(const struct reader *reader)
{
	return &g_array_index(reader->frames, struct frame, reader->frames->len - 1);
}

static struct html_table *top_table(const struct reader *reader)
{
	return reader->tables->len == 0 ? NULL
					: &g_array_index(reader->tables, struct html_table, reader->tables->len - 1);
}

static struct list *top_list(const struct reader *reader)
{
	return reader->lists->len == 0 ? NULL : &g_array_index(reader->lists, struct list, reader->lists->len - 1);
}

static void end_line(struct reader *reader)
{
	const struct frame *frame = top_frame(reader);
	struct html_table *table = top_table(reader);
	struct line form = {.role = frame->role, .level = frame->level, .starts = reader->starts};
	form.left = frame->left;
	form.hang = frame->hang;
	if (html_lines_is_blank(&reader->lines)) {
		html_lines_drop(&reader->lines);
		return;
	}
	form.baseline = reader->next_baseline;
	if (table && table->in_cell)
		html_table_place(&form, table);
	if (frame->is_fixture)
		form.role = LINE_FURNITURE;
	if (html_lines_end(&reader->lines, &form, &reader->marker, frame->is_loose) == 0)
		return;
	reader->next_baseline = MAX(reader->next_baseline, form.baseline + 1);
	reader->starts = false;
	if (table && table->is_fresh)
		html_table_printed(table, form.baseline);
}

/* The end of a paragraph; one without text is a blank line. */
static void end_block(struct reader *reader)
{
	bool is_blank = reader->lines.text->len > 0 && top_frame(reader)->tag->kind == HTML_PARA;
	guint before = reader->page->lines->len;
	end_line(reader);
	if (is_blank && reader->page->lines->len == before)
		reader->lines.blank++;
	reader->starts = true;
}

static void break_line(struct reader *reader)
{
	guint before = reader->page->lines->len;
	end_line(reader);
	if (reader->page->lines->len == before && !reader->starts)
		reader->lines.blank++;
}

static int number_of(const char *const *attributes, const char *name, int fallback)
{
	const char *value = html_attribute(attributes, name);
	return value && g_ascii_isdigit(*value) ? (int)CLAMP(g_ascii_strtoll(value, NULL, 10), 0, 100000) : fallback;
}

static void list_clear(gpointer data)
{
	g_free(((struct list *)data)->type);
}

static void start_list(struct reader *reader, const char *name, const char *const *attributes)
{
	const char *type = html_attribute(attributes, "type");
	g_autofree char *style = html_style_value(attributes, "list-style-type");
	g_autofree char *short_style = html_style_value(attributes, "list-style");
	struct list list = {.is_ordered = strcmp(name, "ol") == 0, .next = number_of(attributes, "start", 1)};
	list.type = g_strdup(type ? type : style ? style : short_style ? short_style : "");
	list.has_markers = g_ascii_strcasecmp(list.type, "none") != 0 && !html_has_class(attributes, "unstyled") &&
			   !html_has_class(attributes, "list-unstyled");
	g_array_append_val(reader->lists, list);
}

static void start_item(struct reader *reader, struct frame *frame, const char *const *attributes)
{
	struct list *list = top_list(reader);
	frame->role = LINE_ITEM;
	frame->level = (int)MAX(reader->lists->len, 1);
	frame->left = frame->level * INDENT_POINTS;
	g_clear_pointer(&reader->marker, g_free);
	if (!list || !list->is_ordered) {
		bool has_marker = !list || list->has_markers;
		reader->marker = has_marker ? g_strdup("•") : NULL;
		frame->role = has_marker ? LINE_ITEM : LINE_PLAIN;
		return;
	}
	list->next = number_of(attributes, "value", list->next);
	if (list->has_markers)
		reader->marker = html_marker(list->next, list->type);
	else
		frame->role = LINE_PLAIN;
	list->next++;
}

static void start_table(struct reader *reader, const char *const *attributes)
{
	const char *role = html_attribute(attributes, "role");
	struct html_table table;
	if (top_table(reader))
		top_table(reader)->is_layout = true; /* data does not nest */
	html_table_init(&table, reader->page, ++reader->table_count);
	table.is_layout =
		html_has_class(attributes, "mgItemTable") || (role && g_ascii_strcasecmp(role, "presentation") == 0);
	g_array_append_val(reader->tables, table);
}

static void set_paragraph(struct frame *frame, const char *const *attributes)
{
	double margin = html_style_length(attributes, "margin-left");
	double indent = html_style_length(attributes, "text-indent");
	frame->is_loose = false;
	frame->hang = indent < 0 ? frame->left + margin : 0;
	frame->left = MAX(frame->left + margin + indent, 0);
	if (html_has_class(attributes, "mgAiTitleTxt")) { /* how ModernGov prints an item's title */
		frame->role = LINE_HEADING;
		frame->level = 3;
	}
}

/* What the element says, on top of what the one around it does. */
static struct frame frame_of(const struct reader *reader, const struct html_tag *tag, const char *const *attributes)
{
	struct frame frame = *top_frame(reader);
	const char *role = html_attribute(attributes, "role");
	g_autofree char *weight = html_style_value(attributes, "font-weight");
	bool is_fixture = tag->is_fixture || (tag->is_framing && !frame.is_main) || html_is_fixture(attributes);
	bool is_inline = tag->kind == HTML_INLINE || tag->kind == HTML_ANCHOR;
	frame.tag = tag;
	frame.styles |= tag->styles;
	if (weight && (g_str_has_prefix(weight, "bold") || g_ascii_strtoll(weight, NULL, 10) >= 600))
		frame.styles |= HTML_BOLD;
	if (weight && (strcmp(weight, "normal") == 0 || strcmp(weight, "400") == 0))
		frame.styles &= ~HTML_BOLD;
	if (is_fixture && is_inline)
		frame.styles |= HTML_FURNITURE;
	frame.is_fixture |= is_fixture && !is_inline;
	frame.is_skipped |= tag->kind == HTML_SKIPPED;
	frame.is_main |= strcmp(tag->name, "main") == 0 || strcmp(tag->name, "article") == 0 ||
			 (role && g_ascii_strcasecmp(role, "main") == 0);
	frame.keeps_lines |= strcmp(tag->name, "pre") == 0;
	frame.link_from = reader->lines.text->len;
	return frame;
}

static void start_cell(struct reader *reader, struct frame *frame, const char *const *attributes)
{
	struct html_table *table = top_table(reader);
	frame->is_loose = false;
	frame->role = LINE_PLAIN;
	frame->level = 0;
	if (!table)
		return;
	html_table_start_cell(table, number_of(attributes, "colspan", 1), number_of(attributes, "rowspan", 1),
			      frame->tag->kind == HTML_HEADER);
	frame->left += (table->column - 1) * COLUMN_POINTS;
}

static void start_block(struct reader *reader, struct frame *frame, const char *const *attributes)
{
	end_block(reader);
	switch (frame->tag->kind) {
	case HTML_PARA:
		set_paragraph(frame, attributes);
		break;
	case HTML_HEADING:
	case HTML_CAPTION:
		set_paragraph(frame, attributes);
		frame->role = LINE_HEADING;
		frame->level = frame->tag->level;
		break;
	case HTML_LIST:
		start_list(reader, frame->tag->name, attributes);
		break;
	case HTML_ITEM:
		frame->is_loose = false;
		start_item(reader, frame, attributes);
		break;
	case HTML_TABLE:
		start_table(reader, attributes);
		break;
	case HTML_ROW:
		if (top_table(reader))
			html_table_start_row(top_table(reader));
		break;
	case HTML_CELL:
	case HTML_HEADER:
		start_cell(reader, frame, attributes);
		break;
	default:
		break;
	}
}

static void on_start(void *data, const xmlChar *name, const xmlChar **list)
{
	struct reader *reader = data;
	const char *const *attributes = (const char *const *)list;
	const struct html_tag *tag = html_tag_find((const char *)name);
	struct frame frame = frame_of(reader, tag, attributes);
	const char *alt = NULL;
	switch (tag->kind) {
	case HTML_INLINE:
	case HTML_ANCHOR:
	case HTML_TITLE:
	case HTML_SKIPPED:
		break;
	case HTML_BREAK:
		break_line(reader);
		break;
	case HTML_IMAGE:
		alt = html_attribute(attributes, "alt");
		if (alt && !frame.is_skipped) {
			html_lines_add(&reader->lines, span_of(" "), 0);
			html_lines_add(&reader->lines, span_of(alt), (guint8)(frame.styles | HTML_FURNITURE));
			html_lines_add(&reader->lines, span_of(" "), 0);
		}
		break;
	default:
		start_block(reader, &frame, attributes);
		break;
	}
	g_array_append_val(reader->frames, frame);
}

static void end_frame(struct reader *reader)
{
	const struct frame frame = *top_frame(reader);
	bool is_inline = frame.tag->kind == HTML_INLINE || frame.tag->kind == HTML_BREAK ||
			 frame.tag->kind == HTML_IMAGE || frame.tag->kind == HTML_ANCHOR;
	if (frame.tag->kind == HTML_ANCHOR)
		html_lines_mark_link(&reader->lines, frame.link_from);
	if (!is_inline && frame.tag->kind != HTML_TITLE && frame.tag->kind != HTML_SKIPPED)
		end_block(reader);
	struct html_table *table = top_table(reader);
	if (frame.tag->kind == HTML_LIST && reader->lists->len > 0)
		g_array_set_size(reader->lists, reader->lists->len - 1);
	if (frame.tag->kind == HTML_ITEM)
		g_clear_pointer(&reader->marker, g_free);
	if (table && (frame.tag->kind == HTML_CELL || frame.tag->kind == HTML_HEADER))
		table->in_cell = false;
	if (table && frame.tag->kind == HTML_TABLE) {
		html_table_settle(reader->page, table);
		html_table_clear(table);
		g_array_set_size(reader->tables, reader->tables->len - 1);
	}
	g_array_set_size(reader->frames, reader->frames->len - 1);
}

static void on_end(void *data, const xmlChar *name)
{
	struct reader *reader = data;
	const struct html_tag *tag = html_tag_find((const char *)name);
	guint at = reader->frames->len;
	while (at > 1 && g_array_index(reader->frames, struct frame, at - 1).tag != tag)
		at--;
	if (at <= 1)
		return;
	while (reader->frames->len >= at)
		end_frame(reader);
}

static void on_text(void *data, const xmlChar *text, int len)
{
	struct reader *reader = data;
	const struct frame *frame = top_frame(reader);
	struct span rest = {(const char *)text, (size_t)len};
	if (frame->is_skipped)
		return;
	if (frame->tag->kind == HTML_TITLE) {
		g_string_append_len(reader->title, rest.ptr, (gssize)rest.len);
		return;
	}
	while (frame->keeps_lines && rest.len > 0) {
		const char *end = memchr(rest.ptr, '\n', rest.len);
		if (!end)
			break;
		html_lines_add(&reader->lines, span_cut(rest, 0, (size_t)(end - rest.ptr)), (guint8)frame->styles);
		break_line(reader);
		rest = span_cut(rest, (size_t)(end - rest.ptr) + 1, rest.len);
	}
	html_lines_add(&reader->lines, rest, (guint8)frame->styles);
}

static void on_message(void *data, const char *message, ...)
{
	(void)data; /* tag soup is normal, and a library does not print */
	(void)message;
}

static void parse(struct reader *reader, const char *text)
{
	htmlSAXHandler sax = {.startElement = on_start,
			      .endElement = on_end,
			      .characters = on_text,
			      .ignorableWhitespace = on_text,
			      .warning = on_message,
			      .error = on_message};
	htmlParserCtxtPtr context = htmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					    HTML_PARSE_IGNORE_ENC);
	for (size_t left = strlen(text); left > 0;) {
		int part = (int)MIN(left, 1 << 20);
		htmlParseChunk(context, text, part, 0);
		text += part;
		left -= (size_t)part;
	}
	htmlParseChunk(context, text, 0, 1);
	htmlFreeParserCtxt(context);
}

bool extract_html(struct document *document, struct span bytes, GError **error)
{
	(void)error; /* any page reads */
	static const struct html_tag root = {"", HTML_BLOCK, 0, 0, false, false};
	g_autofree char *charset = encoding_declared(bytes);
	g_autofree char *text = encoding_decode_as(bytes, charset);
	struct frame frame = {.tag = &root, .is_loose = true};
	document->format = FORMAT_HTML;
	struct reader reader = {.page = document_add_page(document), .next_baseline = 1, .starts = true};
	html_lines_init(&reader.lines, reader.page);
	reader.frames = g_array_new(FALSE, FALSE, sizeof(struct frame));
	reader.lists = g_array_new(FALSE, FALSE, sizeof(struct list));
	reader.tables = g_array_new(FALSE, FALSE, sizeof(struct html_table));
	reader.title = g_string_new(NULL);
	g_array_set_clear_func(reader.lists, list_clear);
	g_array_append_val(reader.frames, frame);
	parse(&reader, text);
	while (reader.frames->len > 1)
		end_frame(&reader);
	end_line(&reader);
	g_autofree char *title = text_compose((struct span){reader.title->str, reader.title->len});
	if (*title)
		document->title = text_squeeze(span_of(title));
	for (guint i = 0; i < reader.tables->len; i++)
		html_table_clear(&g_array_index(reader.tables, struct html_table, i));
	html_lines_clear(&reader.lines);
	g_array_unref(reader.frames);
	g_array_unref(reader.lists);
	g_array_unref(reader.tables);
	g_string_free(reader.title, TRUE);
	g_free(reader.marker);
	return true;
}
