/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PDF files of a few lines, made for one test. */
#ifndef MINUTEBOOK_SMALL_PDF_H
#define MINUTEBOOK_SMALL_PDF_H

#include <glib.h>

/* A page of 595 by 842 points for each content stream up to NULL; fonts /F1 Helvetica, /F2 Helvetica-Bold, /F3 Symbol,
 * /F4 the ligatures fi (1) and fl (2). `trailer` is added to the trailer dictionary, "" for nothing. Yours. */
GString *small_pdf_new(const char *const *streams, const char *trailer);

#endif
