/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The half of verify.h that looks at papers: in the index, and on the disk. */
#ifndef MINUTEBOOK_VERIFY_PAPERS_H
#define MINUTEBOOK_VERIFY_PAPERS_H

#include "verify.h"

/* Fills in `papers`, and a reason for every paragraph that is missing or new. */
void verify_papers_find(struct verify *verify, const struct pack *pack);

/* Fills in `sources`. */
void verify_sources_find(struct verify *verify);

#endif
