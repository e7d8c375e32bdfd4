/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines out of running text with styles: what an HTML page shows between two block boundaries. Must not know of tags;
 * what a line is (`form`) is the caller's word. */
#ifndef MINUTEBOOK_HTML_LINES_H
#define MINUTEBOOK_HTML_LINES_H

#include "page.h"
#include "span.h"

enum html_style {
	HTML_BOLD = 1,
	HTML_ITALIC = 2,
	HTML_LINK = 4,
	HTML_FURNITURE = 8, /* icons, file sizes and the like inside a paragraph */
};

struct html_lines {
	struct page *page;
	GString *text, *styles; /* of the line at hand; a byte of `styles` for each of `text` */
	double blank;           /* blank lines since the last line */
};

void html_lines_init(struct html_lines *lines, struct page *page);
void html_lines_clear(struct html_lines *lines);

void html_lines_add(struct html_lines *lines, struct span text, guint8 styles);

/* Whether the line at hand has nothing but white space. */
bool html_lines_is_blank(const struct html_lines *lines);
void html_lines_drop(struct html_lines *lines);

/* Whether the text from byte `from` on is a link that every page of its kind has ("View directions"): then it is set to
 * be furniture, the dots before it with it. */
bool html_lines_mark_link(struct html_lines *lines, gsize from);

/* Ends the line at hand: appends it, furniture within as lines of their own, with what `form` says (its text and marker
 * are ignored). The first of them takes *marker, if any, and leaves NULL. A line that is a mere link outside any
 * paragraph (`is_loose`) is furniture. Returns the number of lines added. */
guint html_lines_end(struct html_lines *lines, const struct line *form, char **marker, bool is_loose);

#endif
