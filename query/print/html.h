/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text that stands in HTML as what it is. Must not know what it says. */
#ifndef MINUTEBOOK_HTML_H
#define MINUTEBOOK_HTML_H

#include "span.h"

/* For content and for attributes in double quotes: markup is escaped, ill-formed bytes and characters that are obeyed
 * (controls, changes of direction) are made harmless. NULL gives "". Yours. */
char *html_escape(const char *text);
void html_append(GString *out, struct span text);

/* Only what a browser fetches is a link: a manifest can hold any text. NULL is none. */
bool html_is_link(const char *url);

/* A text with its marks (struct match_mark, in order and apart) in mark elements. */
void html_append_marked(GString *out, struct span text, const GArray *marks);

#endif
