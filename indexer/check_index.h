/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Looks over an index and says what is wrong with it. The engine may fall over tables that a broken disk has spoilt, so that a
 * process of its own does it. */
#ifndef MINUTEBOOK_CHECK_INDEX_H
#define MINUTEBOOK_CHECK_INDEX_H

#include "options.h"

/* Whether the index is sound; what is not is said on standard error, a sound one on standard output unless --quiet. */
bool check_index(const struct options *options);

#endif
