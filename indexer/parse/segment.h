/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Blocks to records: parts, items, sections, labels and kinds. Fills what stands in the paper's structure; dates, people
 * and topics come after. */
#ifndef MINUTEBOOK_SEGMENT_H
#define MINUTEBOOK_SEGMENT_H

#include "block.h"
#include "page.h"
#include "paper.h"

/* `blocks` as layout made them from `document`. Sets kind, type, minute, agenda_item, title, section, label, text, pages
 * of each record, and the parts with their types. */
void segment_blocks(struct paper *paper, const GArray *blocks, const struct document *document);

#endif
