/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what stands on every page from what the paper says: running headers and footers, page numbers, stamps, the
 * captions and icons of web pages. */
#ifndef MINUTEBOOK_FURNITURE_H
#define MINUTEBOOK_FURNITURE_H

#include "block.h"

/* Sets `furniture` on the lines (struct printed) that are; a line that ends in furniture ("… PDF 83 KB") is cut in two. */
void furniture_mark(GArray *lines, const struct document *document);

/* The agenda reference of a stamp such as "Agenda Item B1", NULL when the text is none. Yours. */
char *furniture_stamp(const char *text);

/* The page number of a line such as "Page 7" or "7", NULL when it is none. Yours. */
char *furniture_page_number(const char *text);

#endif
