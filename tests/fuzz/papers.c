/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a paper: told by content, extracted, parsed. PDF is left out, since it is poppler's to withstand, and old
 * Word documents, which another program reads. */
#include "claims.h"
#include "extract.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span bytes = {(const char *)data, size};
	if (extract_format(bytes) != FORMAT_PDF && extract_format(bytes) != FORMAT_DOC)
		claims_check_bytes(extract_document, bytes);
	return 0;
}
