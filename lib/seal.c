/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "seal.h"

#include <zlib.h>

#define DIGITS 8

static guint checksum_of(struct span line)
{
	return (guint)crc32_z(crc32_z(0, NULL, 0), (const Bytef *)line.ptr, line.len);
}

char *seal_close(const char *line)
{
	return g_strdup_printf("%s\n%08x", line, checksum_of(span_of(line)));
}

bool seal_open(struct span *line)
{
	if (line->len <= DIGITS || line->ptr[line->len - DIGITS - 1] != '\n')
		return true;
	struct span whole = *line;
	*line = span_cut(whole, 0, whole.len - DIGITS - 1);
	char digits[DIGITS + 1];
	g_snprintf(digits, sizeof(digits), "%08x", checksum_of(*line));
	return memcmp(digits, whole.ptr + line->len + 1, DIGITS) == 0;
}
