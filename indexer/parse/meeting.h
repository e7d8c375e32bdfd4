/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose meeting each part of a paper belongs to: council, body, date, classification. The date is the one that the part's
 * own head states for its meeting; a date it merely mentions is none. */
#ifndef MINUTEBOOK_MEETING_H
#define MINUTEBOOK_MEETING_H

#include "page.h"
#include "paper.h"

/* Sets council, body, date, date_basis and classification of each part of a segmented paper. `path` may give a date where
 * no part states one; `document` the title that the format carries. */
void meeting_attribute(struct paper *paper, const struct document *document, const char *path);

#endif
