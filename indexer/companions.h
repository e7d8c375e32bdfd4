/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index's memory of what lies beside the papers and shaped their records: manifests and topics, each by the digest of the
 * bytes that were read. So it can be told when they have changed since. */
#ifndef MINUTEBOOK_COMPANIONS_H
#define MINUTEBOOK_COMPANIONS_H

#include "reader.h"
#include "store.h"

/* To be called when all papers of the walk have been taken in with them. Errors as the store's. */
bool companions_keep(struct store *store, const struct reader *reader, const struct walk *walk, GError **error);

#endif
