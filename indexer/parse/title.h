/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Titles of items and reports, out of the headings that print them. */
#ifndef MINUTEBOOK_TITLE_H
#define MINUTEBOOK_TITLE_H

#include "region.h"

/* The title in a heading's text: without its reference, its pages and a closing colon. Yours. */
char *title_clean(const char *text);

/* The label of a block as it stood before the text: "144.", "(a)". Yours. */
char *title_label(const struct label *label);

/* The block's text with its label, as printed. Yours. */
char *title_with_label(const struct block *block);

/* Whether a line of a report's head names it: "Subject: …". */
bool title_is_subject(const char *text);

/* What a report is called: by its "Subject:", else by its first heading; NULL when neither is there. Yours. */
char *title_of_report(const GArray *blocks, const struct region *region);

#endif
