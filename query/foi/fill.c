/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fill.h"

#include <string.h>

void fill_gaps(GString *out, fill_append *append, const char *format, va_list args)
{
	for (const char *gap = strstr(format, "%s"); gap; gap = strstr(format, "%s")) {
		g_string_append_len(out, format, gap - format);
		append(out, va_arg(args, const char *));
		format = gap + strlen("%s");
	}
	g_string_append(out, format);
}
