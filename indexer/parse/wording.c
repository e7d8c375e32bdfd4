/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "wording.h"

#include <glib.h>
#include <string.h>

/* More than the longest wording has. */
#define WORDING_BYTES 128

static bool has_prefix(const char *text, const struct wording *wording)
{
	size_t len = strlen(wording->words);
	bool same = wording->match == WITH_CASE ? strncmp(text, wording->words, len) == 0
						: g_ascii_strncasecmp(text, wording->words, len) == 0;
	return same && !(g_ascii_isalpha(wording->words[len - 1]) && g_ascii_isalpha(text[len]));
}

static bool has_part(const char *text, const char *lower, const struct wording *wording)
{
	if (wording->match == WITH_CASE)
		return strstr(text, wording->words) != NULL;
	char words[WORDING_BYTES];
	size_t len = 0;
	for (; wording->words[len] && len < sizeof(words) - 1; len++)
		words[len] = g_ascii_tolower(wording->words[len]);
	words[len] = '\0';
	return strstr(lower, words) != NULL;
}

bool wording_starts(const char *text, const struct wording *list)
{
	for (; list->words; list++)
		if (has_prefix(text, list))
			return true;
	return false;
}

bool wording_contains(const char *text, const struct wording *list)
{
	g_autofree char *lower = g_ascii_strdown(text, -1);
	for (; list->words; list++)
		if (has_part(text, lower, list))
			return true;
	return false;
}
