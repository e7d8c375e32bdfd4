/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The marks that keyboards, word processors and papers write in many shapes and that mean one thing here. Must not know
 * what stands between them. */
#ifndef MINUTEBOOK_TYPOGRAPHY_H
#define MINUTEBOOK_TYPOGRAPHY_H

#include "span.h"

/* Bytes of the mark at byte `at` of `text`, 0 if none stands there: a double quote of any shape, a single quote that
 * opens, a dash that is no plain minus. */
size_t typography_quote(struct span text, size_t at);
size_t typography_single_quote(struct span text, size_t at);
size_t typography_dash(struct span text, size_t at);

/* The place of the quote that closes the one at `open`: the next of any shape, but between straight quotes a “passage” of
 * its own is passed over. False if it never closes. */
bool typography_close(size_t *close, struct span text, size_t open);

#endif
