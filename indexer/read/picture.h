/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pictures of printed pages, grey, with what their pixels measure: unpacked from PNG, JPEG and TIFF. Must not know what
 * is read from them. Besides ocr.c the only file that knows leptonica. */
#ifndef MINUTEBOOK_PICTURE_H
#define MINUTEBOOK_PICTURE_H

#include <glib.h>
#include <stdbool.h>

#include "span.h"

/* What text recognition wants: letters of 10 points are then some 20 pixels high (tesseract's own advice). */
#define PICTURE_DPI 300.0

/* The most pixels of a picture at work, an A3 page at 300 dpi; a larger one is made smaller. */
#define PICTURE_LIMIT 17500000.0

struct Pix;

struct picture {
	struct Pix *pix; /* owned; 8 bits of grey, 0 is black */
	double dpi;      /* pixels to the inch */
	int turned;      /* clockwise quarters so far, 0..3 */
};

/* An all-white picture of a page of so many points, as near to PICTURE_DPI as the limit allows. False when it has no
 * size. */
bool picture_blank(struct picture *picture, double width, double height);

/* A pixel 0xRRGGBB as the eye sees it, 0 is black: ITU-R BT.601 weighs the colours. */
guint8 picture_grey(guint32 pixel);

/* One row of pixels 0xRRGGBB, from the left. */
void picture_set_row(struct picture *picture, int row, const guint32 *pixels);

/* How many pages the file has: more than one in a TIFF. FAULT_INPUT: damaged, or too large to unpack. */
bool picture_count(guint *pages, struct span bytes, GError **error);

/* Page `index` from 0, on white, its resolution as stated or, where that cannot be, as if the longer side were that of an
 * A4 page. Errors as picture_count. */
bool picture_read(struct picture *picture, struct span bytes, guint index, GError **error);

/* Leptonica, for the whole process, keeps its complaints to itself: errors are told by return values. */
void picture_hush(void);

/* Turned clockwise by quarters. */
void picture_turn(struct picture *picture, int quarters);

int picture_width(const struct picture *picture);
int picture_height(const struct picture *picture);
void picture_clear(struct picture *picture);

#endif
