/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines out of what word processors keep: a flow of paragraphs, tables and boxes without pages. One writer for docx,
 * odt, rtf and mail, which must not know what any of them looks like; a paragraph is text first, then what it is. */
#ifndef MINUTEBOOK_FLOW_H
#define MINUTEBOOK_FLOW_H

#include "html_lines.h"
#include "page.h"
#include "span.h"

/* The text of a paragraph that is not ended yet; a byte of `styles` (enum html_style) for each of `text`. */
struct flow_text {
	GString *text, *styles;
};

struct flow {
	struct page *page;
	struct html_lines lines;
	struct flow_text at_hand;
	GArray *tables;     /* struct html_table: the open ones, the innermost last */
	guint first_tabbed; /* of the run of tabbed lines at the page's end */
	int tabbed_rows;
	int next_baseline, table_count;
};

/* What a paragraph is. */
struct flow_paragraph {
	enum line_role role; /* LINE_PLAIN, LINE_HEADING, LINE_ITEM or LINE_FURNITURE */
	int level;
	double left, hang; /* points */
	char *marker;      /* owned; NULL for none */
};

/* Adds a page to an initialised document and writes on it. */
void flow_init(struct flow *flow, struct document *document, enum page_format format);

/* Settles what is still open: paragraph text, tables. */
void flow_finish(struct flow *flow);

/* Adds to the paragraph at hand; white space of any kind in `text` is a space. */
void flow_add(struct flow *flow, struct span text, int styles);
void flow_add_tab(struct flow *flow);
void flow_add_break(struct flow *flow);

/* Ends the paragraph at hand, takes its marker and leaves NULL. One without text is a blank line, but in a cell its number
 * is all that is printed and becomes the text. Tabs set text apart in columns where at least two lines running have
 * them, and are spaces elsewhere. A heading that is a long sentence is text that somebody set in a heading's style. */
void flow_end(struct flow *flow, struct flow_paragraph *paragraph);

/* A box floats in the middle of a paragraph: the paragraph's text is set aside and taken up again behind the box. */
struct flow_text flow_set_aside(struct flow *flow);
void flow_take_up(struct flow *flow, struct flow_text aside);

/* Tables nest. Rows and cells outside any table are none. `columns` and `rows` are what the cell spans. A row set bold
 * above others that are not is their header. */
void flow_start_table(struct flow *flow);
void flow_start_row(struct flow *flow);
void flow_start_cell(struct flow *flow, int columns, int rows, bool is_header);
void flow_end_cell(struct flow *flow);
void flow_end_table(struct flow *flow);

/* Moves the lines of another document here. */
void flow_move(struct flow *flow, struct document *other);

/* The same for a header or footer, once for all that print the same: `printed` is a set of owned strings. */
void flow_move_margin(struct flow *flow, struct document *margin, GHashTable *printed);

#endif
