/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "edit.h"

#define LENGTH_LIMIT 64

static bool same(char a, char b)
{
	return g_ascii_tolower(a) == g_ascii_tolower(b);
}

guint edit_distance(struct span a, struct span b)
{
	if (a.len > LENGTH_LIMIT || b.len > LENGTH_LIMIT)
		return (guint)MAX(a.len, b.len);
	guint cost[LENGTH_LIMIT + 1][LENGTH_LIMIT + 1];
	for (size_t i = 0; i <= a.len; i++) {
		for (size_t j = 0; j <= b.len; j++) {
			if (i == 0 || j == 0) {
				cost[i][j] = (guint)(i + j);
				continue;
			}
			guint change = cost[i - 1][j - 1] + (same(a.ptr[i - 1], b.ptr[j - 1]) ? 0 : 1);
			guint best = MIN(change, MIN(cost[i - 1][j], cost[i][j - 1]) + 1);
			if (i > 1 && j > 1 && same(a.ptr[i - 1], b.ptr[j - 2]) && same(a.ptr[i - 2], b.ptr[j - 1]))
				best = MIN(best, cost[i - 2][j - 2] + 1);
			cost[i][j] = best;
		}
	}
	return cost[a.len][b.len];
}
