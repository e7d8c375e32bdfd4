/* SPDX-License-Identifier: GPL-2.0-or-later */
/* English stems with a memory of the words it has met: papers repeat theirs. Not for several threads at once: each
 * has its own. */
#ifndef MINUTEBOOK_STEMMER_H
#define MINUTEBOOK_STEMMER_H

#include "span.h"

G_BEGIN_DECLS

struct stemmer;

struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *stemmer);

/* The stem of a word already folded by text_fold (Snowball English). Borrowed, valid while the stemmer lives.
 * Words with digits are their own stems. */
const char *stemmer_stem(struct stemmer *stemmer, struct span folded);

G_END_DECLS

#endif
