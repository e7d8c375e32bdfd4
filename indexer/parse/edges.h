/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far to the right the text around each line runs: what tells a line that was wrapped from one that ended. */
#ifndef MINUTEBOOK_EDGES_H
#define MINUTEBOOK_EDGES_H

#include "block.h"

/* Above this many characters a line was not cut to a printed width: its file has one paragraph a line. */
enum { EDGES_WRAP_LIMIT = 170 };

/* A double per line, in points. Where positions are known, by the indent that lines share; else by the lines around.
 * Yours. */
GArray *edges_by_indent(const GArray *lines);
GArray *edges_by_width(const GArray *lines);

#endif
