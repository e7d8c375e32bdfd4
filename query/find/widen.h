/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What cannot be one term, as several: the days of a date range, the stems that a word with an open end may have. */
#ifndef MINUTEBOOK_WIDEN_H
#define MINUTEBOOK_WIDEN_H

#include "store.h"

/* Whole years as year terms, of what remains whole months as month terms, then days; only years that the index has.
 * Days as "YYYY-MM-DD", "" where open. Yours. */
bool widen_date(struct store_query **out, struct store *store, const char *low, const char *high, GError **error);

/* Every stem that words of the index beginning with `folded` have. Yours. */
bool widen_word(struct store_query **out, struct store *store, const char *folded, GError **error);

#endif
