/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scans of invented pages, made for one test. */
#ifndef MINUTEBOOK_SCANNED_PAGE_H
#define MINUTEBOOK_SCANNED_PAGE_H

#include "picture.h"

/* The page that this content stream prints (small_pdf.h), drawn. */
void scanned_page_draw(struct picture *picture, const char *stream);

/* A content stream that paints the picture over a whole page. Yours. */
char *scanned_page_stream(const struct picture *picture);

/* The same picture turned by so many degrees, its corners white. */
void scanned_page_skew(struct picture *picture, double degrees);

/* The pictures as one file of this kind (IFF_PNG and so on, of leptonica); several make a TIFF. Yours. */
GByteArray *scanned_page_file(const struct picture *pictures, guint count, int kind);

#endif
