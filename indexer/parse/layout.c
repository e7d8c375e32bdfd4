/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout.h"

#include <string.h>

#include "accept.h"
#include "caption.h"
#include "columns.h"
#include "decision.h"
#include "furniture.h"
#include "join.h"
#include "kind.h"
#include "lost.h"
#include "mend.h"
#include "prose.h"

struct layout {
	GArray *lines;  /* struct printed */
	GArray *blocks; /* struct block */
	struct join join;
	struct accept accept;
	struct mend *mend;
	guint last; /* line that ended the open block */
	bool open;  /* block `current` may go on; furniture may stand behind it */
	guint current;
	struct label waiting; /* a number that stands alone, its words not yet seen */
	int waiting_page;
};

static void block_clear(gpointer data)
{
	g_string_free(((struct block *)data)->text, TRUE);
}

static struct printed *line_at(const struct layout *layout, guint i)
{
	return &g_array_index(layout->lines, struct printed, i);
}

static struct block *open_block(const struct layout *layout)
{
	return layout->open ? &g_array_index(layout->blocks, struct block, layout->current) : NULL;
}

static bool is_page_line(const char *text)
{
	g_autofree char *number = g_ascii_strncasecmp(text, "page ", 5) == 0 ? furniture_page_number(text) : NULL;
	return number != NULL;
}

/* "…as follows:a) the first" is a lead-in and its first point; "…the following issues:Savings – …" one and a paragraph. */
static size_t run_on_point(const char *text)
{
	static const char *const leads[] = {"follows",  "following", "issues", "points", "that",
					    "comments", "updates",   "areas",  NULL};
	for (const char *colon = strchr(text, ':'); colon; colon = strchr(colon + 1, ':')) {
		const char *at = colon + 1 + strspn(colon + 1, "-–");
		if (*at == ' ' || *at == '\0' || at - text < 8)
			continue;
		if (is_page_line(at))
			return (size_t)(at - text);
		struct label label;
		if (label_read(&label, at) && label.style != LABEL_BULLET && label.close && label_is_first(&label))
			return (size_t)(at - text);
		for (int i = 0; leads[i]; i++) {
			size_t len = strlen(leads[i]);
			if ((size_t)(colon - text) > len && strncmp(colon - len, leads[i], len) == 0 &&
			    g_ascii_isupper(*at))
				return (size_t)(at - text);
		}
	}
	return 0;
}

static void split_run_on(GArray *lines)
{
	gsize len = 0;
	g_autofree struct printed *whole = g_array_steal(lines, &len);
	for (gsize i = 0; i < len; i++) {
		struct printed line = whole[i];
		for (size_t at; !line.furniture && (at = run_on_point(line.text)) > 0;) {
			struct printed rest = line;
			rest.text = g_strdup(line.text + at);
			rest.gap = 0;
			rest.lead = 0;
			rest.starts = true;
			rest.furniture = is_page_line(rest.text);
			label_read(&rest.label, rest.text);
			line.text[at] = '\0';
			g_array_append_val(lines, line);
			line = rest;
		}
		g_array_append_val(lines, line);
	}
}

static void measure_below(GArray *lines)
{
	for (guint i = 0; i + 1 < lines->len; i++)
		g_array_index(lines, struct printed, i).below = g_array_index(lines, struct printed, i + 1).gap;
}

static struct block *start_block(struct layout *layout, const struct printed *line, enum block_role role)
{
	const struct line *source = line->source;
	struct block block = {.text = g_string_new(NULL),
			      .role = role,
			      .level = role == BLOCK_HEADING ? line->heading : source->level,
			      .page = line->page,
			      .page_end = line->page,
			      .left = line->left,
			      .hang = source->hang,
			      .size = source->size,
			      .gap = line->gap,
			      .strong = line->strong,
			      .lead = line->lead,
			      .table = line->table,
			      .row = line->row,
			      .column = line->column,
			      .header = line->header};
	g_array_append_val(layout->blocks, block);
	return &g_array_index(layout->blocks, struct block, layout->blocks->len - 1);
}

static void append_line(struct layout *layout, struct block *block, guint i, const char *text)
{
	struct printed *line = line_at(layout, i);
	/* What all lines but the last reach is the edge this block was cut to. */
	if (block->text->len > 0)
		block->right = MAX(block->right, line_at(layout, layout->last)->right);
	if (block->text->len == 0 && *text) {
		block->strong = line->strong;
		block->size = line->source->size;
	} else {
		block->strong &= line->strong;
	}
	if (*text)
		mend_append(layout->mend, block->text, text);
	block->page_end = line->page;
	block->lines += *text ? 1 : 0;
	layout->last = i;
	layout->open = true;
}

static void add_furniture(struct layout *layout, guint i)
{
	struct printed *line = line_at(layout, i);
	struct block *block = start_block(layout, line, BLOCK_FURNITURE);
	g_string_assign(block->text, line->text);
}

/* Whether something new can start at line i: by white space, by markup, or because what stands above has ended. */
static bool is_fresh(const struct layout *layout, guint i)
{
	const struct block *block = open_block(layout);
	const struct printed *line = line_at(layout, i);
	if (!block)
		return true;
	const char *text = block->text->str;
	if (!layout->join.wrapped && block->label.style != LABEL_BULLET && join_breaks_off(&layout->join, block) &&
	    line->label.bullet[0] == '-' && prose_starts_lower(line->text + line->label.length))
		return false;
	if (line->starts || line->gap >= 0.5 || block->text->len == 0 || !layout->join.wrapped)
		return true;
	if (prose_ends(text) || g_str_has_suffix(text, "; and") || g_str_has_suffix(text, "; or") ||
	    g_str_has_suffix(text, ", and") || line_at(layout, layout->last)->page != line->page)
		return true;
	return join_is_short(&layout->join, block, layout->last, i);
}

static void flush_waiting(struct layout *layout, const struct printed *line)
{
	if (layout->waiting.style != LABEL_NONE && layout->waiting.style != LABEL_BULLET) {
		struct block *block = start_block(layout, line, BLOCK_TEXT);
		g_string_assign(block->text, layout->waiting.text);
		block->page = block->page_end = layout->waiting_page;
	}
	layout->waiting.style = LABEL_NONE;
}

/* A number alone whose words were set elsewhere waits for a title; one that none claims stays a block of its own. */
static void park_empty(struct layout *layout)
{
	struct block *block = open_block(layout);
	if (!block || block->text->len > 0)
		return;
	struct label label = block->label;
	int page = block->page;
	layout->open = false;
	g_array_remove_index(layout->blocks, layout->current);
	if (label.style == LABEL_BULLET && layout->waiting.style != LABEL_NONE)
		return;
	flush_waiting(layout, line_at(layout, layout->last));
	layout->waiting = label;
	layout->waiting_page = page;
}

static bool claims_waiting(const struct layout *layout, const struct printed *line, guint i)
{
	if (layout->waiting.style == LABEL_NONE || layout->waiting.style == LABEL_BULLET)
		return false;
	if (caption_opens_block(line->text))
		return false;
	bool brief = strlen(line->text) < 90 && !prose_ends(line->text) && !prose_starts_lower(line->text);
	return brief && is_fresh(layout, i);
}

static void begin_labelled(struct layout *layout, guint i)
{
	struct printed *line = line_at(layout, i);
	park_empty(layout);
	if (layout->waiting.style != LABEL_NONE && line->label.style != LABEL_BULLET)
		flush_waiting(layout, line);
	struct block *block = start_block(layout, line, line->heading ? BLOCK_HEADING : BLOCK_TEXT);
	block->label = line->label;
	layout->current = layout->blocks->len - 1;
	block->lead = line->lead > line->label.length ? line->lead - line->label.length : 0;
	append_line(layout, block, i, line->text + line->label.length);
	accept_note(&layout->accept, &line->label);
}

static bool is_cell(const struct printed *line)
{
	return line->column > 0;
}

static void begin_plain(struct layout *layout, guint i)
{
	struct printed *line = line_at(layout, i);
	park_empty(layout);
	bool claims = !is_cell(line) && claims_waiting(layout, line, i);
	enum block_role role = line->heading ? BLOCK_HEADING : BLOCK_TEXT;
	if (is_cell(line))
		role = BLOCK_CELL;
	struct block *block = start_block(layout, line, role);
	layout->current = layout->blocks->len - 1;
	if (claims) {
		block->label = layout->waiting;
		layout->waiting.style = LABEL_NONE;
	}
	append_line(layout, block, i, line->text);
}

static bool same_cell(const struct printed *a, const struct printed *b)
{
	return a->table == b->table && a->row == b->row && a->column == b->column && a->page == b->page;
}

/* The paragraph above a label that still waits for its words. */
static const struct block *block_before(const struct layout *layout)
{
	for (guint i = layout->current; i-- > 0;) {
		const struct block *block = &g_array_index(layout->blocks, struct block, i);
		if (block->role != BLOCK_FURNITURE)
			return block;
	}
	return NULL;
}

static bool is_figure(const struct printed *line)
{
	return strcspn(line->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == strlen(line->text);
}

/* A number alone between others is on the axis of a chart or in a table's column. */
static bool is_among_figures(const struct layout *layout, guint i)
{
	const struct printed *line = line_at(layout, i);
	if (line->label.style != LABEL_PLAIN || !line->label.alone)
		return false;
	bool above = i > 0 && is_figure(line_at(layout, i - 1)) && !line_at(layout, i - 1)->furniture;
	bool below =
		i + 1 < layout->lines->len && is_figure(line_at(layout, i + 1)) && !line_at(layout, i + 1)->furniture;
	return above || below;
}

/* A dash at the start of a line that is set like the paragraph above parts its words. */
static bool is_dash_in_text(const struct layout *layout, guint i)
{
	const struct printed *line = line_at(layout, i);
	const struct block *block = open_block(layout);
	if (!block || line->source->size <= 0 || line->label.style != LABEL_BULLET ||
	    !strchr("-\xe2", line->label.bullet[0]))
		return false;
	bool dash = line->label.bullet[0] == '-' || strcmp(line->label.bullet, "–") == 0;
	return dash && line->gap < 0.3 && line->left < block->left + 3 && block->label.style == LABEL_NONE &&
	       !prose_ends(block->text->str);
}

/* A converter that took a page's first line for a list point put a dash before it. */
static const char *continued_text(const struct printed *line)
{
	bool dash = line->label.style == LABEL_BULLET && line->label.bullet[0] == '-' &&
		    prose_starts_lower(line->text + line->label.length);
	return dash && line->gap >= 0.5 ? line->text + line->label.length : line->text;
}

static void add_line(struct layout *layout, guint i)
{
	struct printed *line = line_at(layout, i);
	if (line->furniture) {
		add_furniture(layout, i);
		return;
	}
	struct block *block = open_block(layout);
	if (block && block->role == BLOCK_CELL && !is_cell(line)) {
		layout->open = false; /* below a table nothing of it goes on */
		block = NULL;
	}
	if (line->margin) {
		struct block *note = start_block(layout, line, BLOCK_TEXT);
		g_string_assign(note->text, line->text);
		note->lines = 1;
		note->margin = true;
		return;
	}
	if (is_cell(line)) {
		const struct printed *last = block ? line_at(layout, layout->last) : NULL;
		if (last && same_cell(last, line) && !line->starts)
			append_line(layout, block, i, line->text);
		else
			begin_plain(layout, i);
		return;
	}
	const struct block *above = block && block->text->len == 0 ? block_before(layout) : block;
	bool awaits_text = above != block && (line->guess != LOST_LINE || decision_starts(line->text));
	if (line->guess && line->label.style == LABEL_NONE && !awaits_text && is_fresh(layout, i) &&
	    lost_bullet(layout->lines, i, above))
		lost_restore(line);
	if (line->label.style != LABEL_NONE && !line->beside && !is_among_figures(layout, i) &&
	    !is_dash_in_text(layout, i) && accept_label(&layout->accept, line, is_fresh(layout, i)))
		begin_labelled(layout, i);
	else if (block && join_continues(&layout->join, block, layout->last, i))
		append_line(layout, block, i, continued_text(line));
	else
		begin_plain(layout, i);
}

GArray *layout_blocks(const struct document *document)
{
	struct layout layout = {.lines = printed_lines(document)};
	furniture_mark(layout.lines, document);
	columns_arrange(layout.lines);
	split_run_on(layout.lines);
	measure_below(layout.lines);
	lost_mark(layout.lines, document->format);
	layout.blocks = g_array_new(FALSE, TRUE, sizeof(struct block));
	g_array_set_clear_func(layout.blocks, block_clear);
	join_init(&layout.join, layout.lines, document->format);
	accept_init(&layout.accept, layout.lines);
	layout.mend = mend_new(layout.lines);
	for (guint i = 0; i < layout.lines->len; i++)
		add_line(&layout, i);
	if (layout.lines->len > 0) {
		struct printed *last = line_at(&layout, layout.lines->len - 1);
		park_empty(&layout);
		flush_waiting(&layout, last);
	}
	mend_free(layout.mend);
	accept_clear(&layout.accept);
	join_clear(&layout.join);
	g_array_unref(layout.lines);
	return layout.blocks;
}
