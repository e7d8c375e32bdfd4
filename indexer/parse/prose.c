/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "prose.h"

#include <glib.h>
#include <string.h>

static const char *last_char(const char *text)
{
	size_t len = strlen(text);
	return len ? g_utf8_find_prev_char(text, text + len) : text;
}

bool prose_ends(const char *text)
{
	const char *last = last_char(text);
	while (last > text && (strchr("\"')]", *last) || strncmp(last, "”", 3) == 0 || strncmp(last, "’", 3) == 0))
		last = g_utf8_find_prev_char(text, last);
	if (last && *last == '-' && last > text && last[-1] == ':')
		return true;
	return last && *last && strchr(".;:?!", *last);
}

bool prose_starts_lower(const char *text)
{
	return g_unichar_islower(g_utf8_get_char(text));
}

bool prose_is_capitals(const char *text)
{
	int upper = 0;
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);
		if (g_unichar_islower(c))
			return false;
		upper += g_unichar_isupper(c) ? 1 : 0;
	}
	return upper >= 3;
}

/* No paragraph ends with "the" or "of". */
bool prose_ends_open(const char *text)
{
	static const char *const links[] = {" the",      " of",     " and the", " a",        " an",
					    " to the",   " in the", " for the", " with the", " by the",
					    " from the", " at the", " on the",  " was the",  NULL};
	for (int i = 0; links[i]; i++)
		if (g_str_has_suffix(text, links[i]))
			return strlen(text) > 40;
	return false;
}

bool prose_is_title_case(const char *text)
{
	guint words = 0, capitals = 0;
	for (const char *at = text + strspn(text, " "); *at;) {
		size_t len = strcspn(at, " ");
		gunichar first = g_utf8_get_char(at);
		if (len > 3 && g_unichar_isalpha(first)) {
			words++;
			capitals += g_unichar_isupper(first) ? 1 : 0;
		}
		at += len + strspn(at + len, " ");
	}
	return words >= 2 && capitals * 10 >= words * 7;
}
