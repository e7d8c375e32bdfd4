/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a block shows by itself of being a heading: its number, its type, its wording. Where it stands is for heading and survey
 * to weigh. */
#ifndef MINUTEBOOK_MARK_H
#define MINUTEBOOK_MARK_H

#include "heading.h"

/* Numbered as items are: "12.", "12", "B3", "18/034". */
bool mark_is_numbered(const struct block *block);

/* "12. …" or "12 …", but no clause in brackets. */
bool mark_is_counted(const struct block *block);

/* Set apart by type: bold, larger than the text, or told by the markup. */
bool mark_is_typed(const struct heading_context *context, const struct block *block);

/* The same, or in capitals where the text is not. */
bool mark_is_set(const struct heading_context *context, const struct block *block);

/* Breaks off before what stands below it: "This will be achieved by:". No heading. */
bool mark_is_clause(const char *text);

/* Leads in to what stands below it: "In reply to questions, Mr Alder said:". */
bool mark_leads_in(const struct block *block);

/* Ends with "(Item B3)". */
bool mark_has_reference(const char *text);

/* Length of the title that a numbered paragraph runs on from ("2485. Police Report: None."), 0 for none; set bold or parted by
 * a colon. */
size_t mark_run_in(const struct block *block);

/* Figures of a chart or a statistical table, standing alone. */
bool mark_is_figure(const char *text);

#endif
