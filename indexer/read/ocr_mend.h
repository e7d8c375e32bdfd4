/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What recognition gets wrong in council papers again and again, put right from the words around it: rings for bullets,
 * raised ordinal endings, titles run on to initials, underlines. Everything else stays as it was read. */
#ifndef MINUTEBOOK_OCR_MEND_H
#define MINUTEBOOK_OCR_MEND_H

#include "ocr_type.h"

void ocr_mend(GArray *glimpses);

#endif
