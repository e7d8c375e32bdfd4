/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tags, classes and inline styles of council web pages mean for lines. A table look-up: no state. */
#ifndef MINUTEBOOK_HTML_TAGS_H
#define MINUTEBOOK_HTML_TAGS_H

#include <glib.h>
#include <stdbool.h>

enum html_kind {
	HTML_INLINE,
	HTML_BLOCK,   /* a boundary of lines, nothing more: div, section */
	HTML_PARA,    /* a block of text: p, dt, blockquote */
	HTML_HEADING, /* `level` */
	HTML_LIST,
	HTML_ITEM,
	HTML_TABLE,
	HTML_ROW,
	HTML_CELL,
	HTML_HEADER,
	HTML_CAPTION,
	HTML_BREAK,
	HTML_IMAGE,
	HTML_ANCHOR,
	HTML_TITLE,
	HTML_SKIPPED, /* not shown: script, style */
};

struct html_tag {
	const char *name;
	enum html_kind kind;
	int level;       /* of a heading */
	int styles;      /* enum html_style it adds */
	bool is_fixture; /* navigation, forms: its text is furniture */
	bool is_framing; /* furniture too, but inside an article: header, footer */
};

/* Never NULL; an unknown tag is inline. */
const struct html_tag *html_tag_find(const char *name);

/* One attribute of libxml2's list of names and values, NULL when it is missing. Borrowed. */
const char *html_attribute(const char *const *attributes, const char *name);

/* Whether the class, role or aria attributes call the element furniture. */
bool html_is_fixture(const char *const *attributes);

/* Whether one of the element's classes is `name`. */
bool html_has_class(const char *const *attributes, const char *name);

/* A length as CSS and OpenDocument write it ("1.27cm") in points; 0 for NULL, a percentage or nonsense. */
double html_length(const char *value);

/* A length of the style attribute in points; 0 when it is not set or not absolute. */
double html_style_length(const char *const *attributes, const char *property);

/* The value of a property of the style attribute, lower case; NULL when it is not set. Yours. */
char *html_style_value(const char *const *attributes, const char *property);

/* The label of the Nth point of an ordered list: "3", "c", "iii" by the list's type attribute or style; yours. */
char *html_marker(int number, const char *type);

#endif
