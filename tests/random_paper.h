/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Papers made up by chance, the same for the same seed: headings, labels, points, tables, running headers, votes, page
 * ends and noise, in any order. */
#ifndef TEST_RANDOM_PAPER_H
#define TEST_RANDOM_PAPER_H

#include <glib.h>

/* A paper of `parts` printed pieces. `pages`: form feeds, running headers and page numbers too. Yours. */
GString *random_paper(GRand *rand, int parts, gboolean pages);

/* A line of characters that no rule expects, without markup. Yours. */
char *random_noise(GRand *rand);

#endif
