/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The stage after extraction, when it is asked for: pages whose words are in pictures get their lines by text
 * recognition. Must not know how words are recognised. */
#ifndef MINUTEBOOK_SCAN_H
#define MINUTEBOOK_SCAN_H

#include "ocr.h"
#include "page.h"
#include "span.h"

/* What extract_document made of these bytes goes on to be read: every page that is marked `is_scan` gets its lines and
 * is marked `is_recognised`, with its size in points as it lies to be read; words of stamps in the text layer are kept as
 * they are. One page is in memory at a time. A page that cannot be read stays as it was; FAULT_INPUT with the reason when
 * that leaves the document without a line. */
bool scan_read(struct document *document, struct ocr *ocr, struct span bytes, GError **error);

/* How many pages are marked is_scan, and is_recognised. */
guint scan_count(const struct document *document);
guint scan_count_recognised(const struct document *document);

#endif
