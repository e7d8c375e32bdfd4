/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What went into the index after a revision of it. Must not know what is searched for. */
#ifndef MINUTEBOOK_FRESH_H
#define MINUTEBOOK_FRESH_H

#include "store.h"

/* A query for all paragraphs of files whose bytes went in after revision `since`. `revision` is the one that the index is
 * at: ask with it next time. FAULT_QUERY if the index never was at `since`. Yours; fails as the store does. */
bool fresh_query(struct store_query **out, guint64 *revision, struct store *store, guint64 since, GError **error);

#endif
