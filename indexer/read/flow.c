/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "flow.h"

#include "hang.h"
#include "html_tables.h"
#include "text.h"

#define COLUMN_POINTS 100.0 /* from a column to the next, as for HTML */

enum {
	HEADING_MAX = 300,  /* bytes */
	SENTENCE_MIN = 100, /* bytes of a heading that is a sentence */
	PART_MAX = 100,     /* bytes between tabs in a list set in columns */
};

/* A stretch of the paragraph at hand between tabs or breaks, bytes [first, end). */
struct part {
	gsize first, end;
	int column; /* 1 + the tabs before it */
};

void flow_init(struct flow *flow, struct document *document, enum page_format format)
{
	*flow = (struct flow){.page = document_add_page(document), .next_baseline = 1};
	document->format = format;
	html_lines_init(&flow->lines, flow->page);
	flow->at_hand = (struct flow_text){g_string_new(NULL), g_string_new(NULL)};
	flow->tables = g_array_new(FALSE, FALSE, sizeof(struct html_table));
}

static struct html_table *top_table(const struct flow *flow)
{
	return flow->tables->len == 0 ? NULL : &g_array_index(flow->tables, struct html_table, flow->tables->len - 1);
}

static struct line *line_at(const struct flow *flow, guint index)
{
	return &g_array_index(flow->page->lines, struct line, index);
}

static void add_bytes(struct flow *flow, struct span bytes, int styles)
{
	struct flow_text *at_hand = &flow->at_hand;
	gsize old = at_hand->text->len;
	g_string_append_len(at_hand->text, bytes.ptr, (gssize)bytes.len);
	g_string_set_size(at_hand->styles, at_hand->text->len);
	memset(at_hand->styles->str + old, styles, bytes.len);
}

void flow_add(struct flow *flow, struct span text, int styles)
{
	gsize old = flow->at_hand.text->len;
	add_bytes(flow, text, styles);
	for (gsize i = old; i < flow->at_hand.text->len; i++) {
		if (g_ascii_isspace(flow->at_hand.text->str[i]))
			flow->at_hand.text->str[i] = ' ';
	}
}

void flow_add_tab(struct flow *flow)
{
	add_bytes(flow, span_of("\t"), 0);
}

void flow_add_break(struct flow *flow)
{
	add_bytes(flow, span_of("\n"), 0);
}

struct flow_text flow_set_aside(struct flow *flow)
{
	struct flow_text aside = flow->at_hand;
	flow->at_hand = (struct flow_text){g_string_new(NULL), g_string_new(NULL)};
	return aside;
}

void flow_take_up(struct flow *flow, struct flow_text aside)
{
	if (flow->at_hand.text->len > 0)
		flow_end(flow, &(struct flow_paragraph){.role = LINE_PLAIN});
	g_string_free(flow->at_hand.text, TRUE);
	g_string_free(flow->at_hand.styles, TRUE);
	flow->at_hand = aside;
}

/* One tabbed line alone is no layout: its parts are one line again. */
static void settle_tabs(struct flow *flow)
{
	if (flow->tabbed_rows == 1) {
		struct line *line = line_at(flow, flow->first_tabbed);
		guint rest = flow->page->lines->len - flow->first_tabbed - 1;
		bool bold = line->bold;
		GString *text = g_string_new(line->text);
		for (guint i = 1; i <= rest; i++) {
			g_string_append_printf(text, " %s", line[i].text);
			bold = bold && line[i].bold;
		}
		if (line->bold && !bold)
			line->heading_bytes = (int)strlen(line->text);
		line->bold = bold;
		line->column = 0;
		g_free(line->text);
		line->text = g_string_free(text, FALSE);
		g_array_remove_range(flow->page->lines, flow->first_tabbed + 1, rest);
	}
	flow->tabbed_rows = 0;
}

static bool is_blank(const struct flow *flow, struct part part)
{
	g_autofree char *text =
		text_squeeze((struct span){flow->at_hand.text->str + part.first, part.end - part.first});
	return *text == '\0';
}

/* Appends the parts with text between the `separator`s of the stretch. */
static void cut_parts(GArray *parts, const struct flow *flow, struct part whole, char separator)
{
	struct part part = {whole.first, whole.first, 1};
	for (;; part.first = ++part.end, part.column++) {
		while (part.end < whole.end && flow->at_hand.text->str[part.end] != separator)
			part.end++;
		if (!is_blank(flow, part))
			g_array_append_val(parts, part);
		if (part.end >= whole.end)
			break;
	}
}

static struct span trimmed(const struct flow *flow, const struct part *part)
{
	gsize first = part->first, end = part->end;
	while (first < end && flow->at_hand.text->str[first] == ' ')
		first++;
	while (end > first && flow->at_hand.text->str[end - 1] == ' ')
		end--;
	return (struct span){flow->at_hand.text->str + first, end - first};
}

/* Joins a typed label to its text; whether the rest is set in columns. */
static bool join_parts(GArray *parts, const struct flow *flow)
{
	if (parts->len < 2)
		return false;
	struct part *first = &g_array_index(parts, struct part, 0);
	if (hang_holds(trimmed(flow, first), trimmed(flow, first + 1), parts->len == 2)) {
		first->end = first[1].end;
		g_array_remove_index(parts, 1);
	}
	for (guint i = 0; i < parts->len; i++) {
		const struct part *part = &g_array_index(parts, struct part, i);
		if (part->end - part->first > PART_MAX)
			return false;
	}
	return parts->len > 1;
}

/* Appends the part as a line with this form. */
static void print_part(struct flow *flow, struct part part, struct line form, char **marker)
{
	const struct flow_text *at_hand = &flow->at_hand;
	struct html_table *table = top_table(flow);
	if (*marker && form.role == LINE_FURNITURE) {
		html_lines_add(&flow->lines, span_of(*marker), 0);
		html_lines_add(&flow->lines, span_of(" "), 0);
		g_clear_pointer(marker, g_free);
	}
	for (gsize at = part.first; at < part.end;) {
		gsize end = at;
		while (end < part.end && at_hand->styles->str[end] == at_hand->styles->str[at])
			end++;
		html_lines_add(&flow->lines, (struct span){at_hand->text->str + at, end - at},
			       (guint8)at_hand->styles->str[at]);
		at = end;
	}
	if (table && table->in_cell) {
		html_table_place(&form, table);
		form.left += (table->column - 1) * COLUMN_POINTS;
	}
	if (html_lines_end(&flow->lines, &form, marker, false) == 0)
		return;
	flow->next_baseline = MAX(flow->next_baseline, form.baseline + 1);
	if (table && table->is_fresh)
		html_table_printed(table, form.baseline);
}

/* Appends one printed line of the paragraph, set in columns where tabs do so. */
static void print_line(struct flow *flow, struct part whole, struct line form, char **marker)
{
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(struct part));
	bool may_tab = form.role == LINE_PLAIN && !*marker && flow->tables->len == 0;
	if (may_tab)
		cut_parts(parts, flow, whole, '\t');
	form.baseline = flow->next_baseline;
	if (!may_tab || !join_parts(parts, flow)) {
		settle_tabs(flow);
		print_part(flow, whole, form, marker);
		return;
	}
	if (flow->tabbed_rows++ == 0)
		flow->first_tabbed = flow->page->lines->len;
	double left = form.left;
	for (guint i = 0; i < parts->len; i++) {
		struct part part = g_array_index(parts, struct part, i);
		form.column = part.column;
		form.left = left + (part.column - 1) * COLUMN_POINTS;
		print_part(flow, part, form, marker);
		form.starts = false;
	}
}

static void end_blank(struct flow *flow, struct flow_paragraph *paragraph)
{
	const struct html_table *table = top_table(flow);
	struct line form = {.role = LINE_PLAIN, .starts = true, .baseline = flow->next_baseline};
	bool in_cell = table && table->in_cell;
	if (!in_cell || !paragraph->marker || hang_is_bullet(g_utf8_get_char(paragraph->marker))) {
		flow->lines.blank += in_cell ? 0 : 1;
		return;
	}
	flow_add(flow, span_of(paragraph->marker), 0);
	g_clear_pointer(&paragraph->marker, g_free);
	print_part(flow, (struct part){0, flow->at_hand.text->len, 1}, form, &paragraph->marker);
}

/* Whether text that is set in a heading's style is one in name only. */
static bool is_prose(const struct flow *flow)
{
	struct part part = {0, flow->at_hand.text->len, 1};
	struct span text = trimmed(flow, &part);
	return text.len > HEADING_MAX || (text.len > SENTENCE_MIN && text.ptr[text.len - 1] == '.');
}

void flow_end(struct flow *flow, struct flow_paragraph *paragraph)
{
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct part));
	struct part whole = {0, flow->at_hand.text->len, 1};
	struct line form = {.role = paragraph->role,
			    .level = paragraph->level,
			    .left = MAX(paragraph->left, 0),
			    .hang = MAX(paragraph->hang, 0),
			    .starts = true};
	if (form.role == LINE_HEADING && is_prose(flow))
		form.role = paragraph->marker ? LINE_ITEM : LINE_PLAIN;
	cut_parts(lines, flow, whole, '\n');
	if (lines->len == 0)
		end_blank(flow, paragraph);
	for (guint i = 0; i < lines->len; i++) {
		const struct part *line = &g_array_index(lines, struct part, i);
		if (i > 0)
			flow->lines.blank += line->column - line[-1].column - 1;
		print_line(flow, *line, form, &paragraph->marker);
		form.starts = false;
	}
	g_clear_pointer(&paragraph->marker, g_free);
	g_string_truncate(flow->at_hand.text, 0);
	g_string_truncate(flow->at_hand.styles, 0);
}

void flow_start_table(struct flow *flow)
{
	struct html_table table;
	settle_tabs(flow);
	if (top_table(flow))
		top_table(flow)->is_layout = true; /* data does not nest */
	html_table_init(&table, flow->page, ++flow->table_count);
	g_array_append_val(flow->tables, table);
}

void flow_start_row(struct flow *flow)
{
	if (top_table(flow))
		html_table_start_row(top_table(flow));
}

void flow_start_cell(struct flow *flow, int columns, int rows, bool is_header)
{
	if (top_table(flow))
		html_table_start_cell(top_table(flow), columns, rows, is_header);
}

void flow_end_cell(struct flow *flow)
{
	if (flow->at_hand.text->len > 0)
		flow_end(flow, &(struct flow_paragraph){.role = LINE_PLAIN});
	if (top_table(flow))
		top_table(flow)->in_cell = false;
}

static void mark_header_row(struct flow *flow, const struct html_table *table)
{
	guint bold = 0, light_below = 0;
	for (guint i = table->first_line; i < flow->page->lines->len; i++) {
		const struct line *line = line_at(flow, i);
		if (line->table != table->id)
			continue;
		if (line->role == LINE_HEADER || (line->row == 1 && !line->bold))
			return;
		bold += line->row == 1;
		light_below += line->row == 2 && !line->bold;
	}
	for (guint i = table->first_line; i < flow->page->lines->len && bold > 1 && light_below > 0; i++) {
		struct line *line = line_at(flow, i);
		if (line->table == table->id && line->row == 1 && line->role == LINE_CELL)
			line->role = LINE_HEADER;
	}
}

void flow_end_table(struct flow *flow)
{
	struct html_table *table = top_table(flow);
	if (!table)
		return;
	flow_end_cell(flow);
	html_table_settle(flow->page, table);
	mark_header_row(flow, table);
	html_table_clear(table);
	g_array_set_size(flow->tables, flow->tables->len - 1);
}

void flow_move(struct flow *flow, struct document *other)
{
	int base = flow->next_baseline - 1;
	settle_tabs(flow);
	for (guint i = 0; i < other->pages->len; i++) {
		struct page *page = other->pages->pdata[i];
		for (guint j = 0; j < page->lines->len; j++) {
			struct line *line = &g_array_index(page->lines, struct line, j);
			line->baseline += base;
			line->table += line->table > 0 ? flow->table_count : 0;
			flow->next_baseline = MAX(flow->next_baseline, line->baseline + 1);
			g_array_append_val(flow->page->lines, *line);
			line->text = line->marker = NULL;
		}
		base = flow->next_baseline - 1;
	}
	for (guint i = 0; i < flow->page->lines->len; i++)
		flow->table_count = MAX(flow->table_count, line_at(flow, i)->table);
}

void flow_move_margin(struct flow *flow, struct document *margin, GHashTable *printed)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < margin->pages->len; i++) {
		const struct page *page = margin->pages->pdata[i];
		for (guint j = 0; j < page->lines->len; j++)
			g_string_append_printf(text, "%s\n", g_array_index(page->lines, struct line, j).text);
	}
	if (g_hash_table_add(printed, g_string_free(text, FALSE)))
		flow_move(flow, margin);
}

void flow_finish(struct flow *flow)
{
	while (top_table(flow))
		flow_end_table(flow);
	if (flow->at_hand.text->len > 0)
		flow_end(flow, &(struct flow_paragraph){.role = LINE_PLAIN});
	settle_tabs(flow);
	html_lines_clear(&flow->lines);
	g_string_free(flow->at_hand.text, TRUE);
	g_string_free(flow->at_hand.styles, TRUE);
	g_array_unref(flow->tables);
}
