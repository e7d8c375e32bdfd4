/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines to printed paragraphs: furniture told apart, lines joined, broken words mended, page breaks bridged, labels
 * taken off. Knows how things are set, not what they say: what a paragraph is for is segment's question. */
#ifndef MINUTEBOOK_LAYOUT_H
#define MINUTEBOOK_LAYOUT_H

#include "block.h"

/* Blocks in reading order: struct block; every word of the document is in one of them. Yours. */
GArray *layout_blocks(const struct document *document);

#endif
