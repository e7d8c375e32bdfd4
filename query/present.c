/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present.h"

static const struct present_format formats[] = {
	{"text", present_text},
	{"jsonl", present_jsonl},
	{"ids", present_ids},
};

const struct present_format *present_find(const char *name)
{
	for (size_t n = 0; n < G_N_ELEMENTS(formats); n++)
		if (strcmp(formats[n].name, name) == 0)
			return &formats[n];
	return NULL;
}

char *present_names(void)
{
	GString *out = g_string_new(NULL);
	for (size_t n = 0; n < G_N_ELEMENTS(formats); n++)
		g_string_append_printf(out, "%s%s", n > 0 ? ", " : "", formats[n].name);
	return g_string_free(out, FALSE);
}

void present_ids(GString *out, const struct present_hit *hit, const struct present_style *style)
{
	(void)style;
	g_string_append_printf(out, "%s\n", hit->record->id);
}
