/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is named and who speaks in each record, from attendance lists, lead-ins and verbs of speech. Knows records
 * only: text, kind, label, title, section; nothing of pages. */
#ifndef MINUTEBOOK_PEOPLE_H
#define MINUTEBOOK_PEOPLE_H

#include "paper.h"

/* Fills `speakers` and `names` of every record of the paper, meeting by meeting. */
void people_attribute(struct paper *paper);

#endif
