/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text that stands in HTML as what it is. Must not know what it says. */
#ifndef MINUTEBOOK_HTML_H
#define MINUTEBOOK_HTML_H

#include "span.h"

/* For content and for attributes in double quotes: markup is escaped, ill-formed bytes and characters that are obeyed
 * (controls, changes of direction) are made harmless. NULL gives "". Yours. */
char *html_escape(const char *text);
void html_append(GString *out, struct span text);

#endif
