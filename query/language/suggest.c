/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "suggest.h"

#include "edit.h"

static bool same(char a, char b)
{
	return g_ascii_tolower(a) == g_ascii_tolower(b);
}

const char *suggest_nearest(const GPtrArray *names, struct span typed)
{
	const char *nearest = NULL;
	guint least = G_MAXUINT;
	for (guint n = 0; n < names->len; n++) {
		const char *name = g_ptr_array_index(names, n);
		guint distance = edit_distance(span_of(name), typed);
		/* Two slips rarely take the first letter as well. */
		bool is_near = distance <= 1 || (typed.len > 0 && same(*name, *typed.ptr));
		if (is_near && distance < least && distance <= CLAMP(strlen(name) / 3, 1, 3)) {
			nearest = name;
			least = distance;
		}
	}
	return nearest;
}
