/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What must hold whatever the bytes were: shared by the fuzz targets. */
#ifndef MINUTEBOOK_FUZZ_CLAIMS_H
#define MINUTEBOOK_FUZZ_CLAIMS_H

#include "page.h"
#include "span.h"

/* Ends the program where `holds` is false. */
void demand(bool holds, const char *claim);

/* Extracts `bytes` with this extractor; what it makes of them is checked, parsed and checked again. */
void claims_check_bytes(bool (*extract)(struct document *, struct span, GError **), struct span bytes);

/* Parses the document and checks its records: they are complete, in parts without a gap, and can be printed and read. */
void claims_check_document(const struct document *document);

#endif
