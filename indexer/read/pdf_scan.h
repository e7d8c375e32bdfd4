/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PDF pages whose words are in a picture: which they are, and the picture. Knows poppler and cairo, not how a picture is
 * read. */
#ifndef MINUTEBOOK_PDF_SCAN_H
#define MINUTEBOOK_PDF_SCAN_H

#include <poppler.h>

#include "picture.h"

/* Whether what is printed on the page is not in its text layer: it has pictures or drawings and no words at all, or one
 * picture of a whole page and, at the very edges only, the few words that a stamp adds ("Page 12"). A page that is all
 * white is none. `words`: struct pdf_word, its text layer. */
bool pdf_scan_is(PopplerPage *page, const GArray *words);

/* The page drawn, as near to PICTURE_DPI as the limit allows. FAULT_INPUT: it has no size. */
bool pdf_scan_draw(struct picture *picture, PopplerPage *page, GError **error);

#endif
