/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of a document in a form that a test can state in one string. */
#ifndef MINUTEBOOK_OFFICE_LINES_H
#define MINUTEBOOK_OFFICE_LINES_H

#include "page.h"

/* One line each, in front of the text what the line is: "~" furniture, "#2 " a heading of level 2, "[1.] " an item and
 * its marker, "<2.1> " a cell in row 2, column 1, "<<1.3>> " a header cell, "|2| " a part that tabs set apart. Yours. */
char *office_lines(const struct document *document);

#endif
