/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which characters the bytes of a paper stand for. Knows byte order marks, how UTF-16 and UTF-8 look and what a page
 * declares; nothing of lines. */
#ifndef MINUTEBOOK_ENCODING_H
#define MINUTEBOOK_ENCODING_H

#include "span.h"

/* Whether the bytes may be text of some encoding: few control characters, or UTF-16. Looks at the first 64 KB. */
bool encoding_is_text(struct span bytes);

/* UTF-8 out of text of an encoding that nobody names: by its byte order mark, UTF-16 by its zero bytes, UTF-8 when it
 * is mostly well formed (repaired), else Windows-1252. Without the mark; NUL becomes U+FFFD. Yours. */
char *encoding_decode(struct span bytes);

/* The same where `charset` is declared by the paper: obeyed unless a byte order mark or the bytes themselves
 * contradict it. NULL or unknown: as above. */
char *encoding_decode_as(struct span bytes, const char *charset);

/* The charset that an HTML page declares in a meta element; NULL for none. Yours. */
char *encoding_declared(struct span bytes);

#endif
