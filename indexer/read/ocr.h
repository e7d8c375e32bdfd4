/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text recognition: a picture of a page to the words on it, by tesseract. Must not know where the picture comes from, nor
 * what lines the words make. */
#ifndef MINUTEBOOK_OCR_H
#define MINUTEBOOK_OCR_H

#include "picture.h"

/* The languages it reads unless told otherwise. */
#define OCR_LANGUAGE "eng"

struct ocr;

/* `language`: tesseract's codes joined by "+", as "eng+cym". Their data lie in TESSDATA_PREFIX, else where tesseract was
 * installed. FAULT_SYSTEM naming the one that is missing and those that are there. For one thread at a time. */
bool ocr_open(struct ocr **out, const char *language, GError **error);
void ocr_close(struct ocr *ocr);
const char *ocr_language(const struct ocr *ocr);

/* Appends the words to `words` (pdf_word_array_new), in points from the top left corner of the picture: every one that
 * has been read, however unsure. Tops and bottoms are those of the line of type, not of the ink, and straightened where
 * the page lies askew. A page that lies on its side or head is turned first, `picture` with it. What was read before
 * leaves no trace. FAULT_INPUT: tesseract gave up, or took longer than OCR_SECONDS. */
bool ocr_read(GArray *words, struct ocr *ocr, struct picture *picture, GError **error);

#define OCR_SECONDS 120

#endif
