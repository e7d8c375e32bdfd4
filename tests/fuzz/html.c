/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a web page, whatever they look like. */
#include "claims.h"
#include "extract.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	claims_check_bytes(extract_html, (struct span){(const char *)data, size});
	return 0;
}
