/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawn bullets, which tesseract passes over or takes for letters: found in the ink itself. Besides ocr.c and picture.c
 * the only file that knows leptonica. */
#ifndef MINUTEBOOK_OCR_BULLETS_H
#define MINUTEBOOK_OCR_BULLETS_H

#include "ocr_type.h"

struct Pix;

/* Puts "•" before the lines that have a dot printed before them, in place of the letter it was taken for, if it was.
 * `page`: the page in black and white, of 1 bit. */
void ocr_bullets_find(GArray *glimpses, struct Pix *page);

#endif
