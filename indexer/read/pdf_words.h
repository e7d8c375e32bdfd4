/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of a PDF page and where they stand, as poppler sees them. The only file besides extract_pdf.c that knows
 * poppler; what lines the words make is pdf_lines.h. */
#ifndef MINUTEBOOK_PDF_WORDS_H
#define MINUTEBOOK_PDF_WORDS_H

#include <poppler.h>

#include "pdf_lines.h"

/* Appends the words of the page to `words` (pdf_word_array_new), in poppler's order. */
void pdf_words_read(GArray *words, PopplerPage *page);

#endif
