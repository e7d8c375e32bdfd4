/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "picture.h"

#include <leptonica/allheaders.h>
#include <math.h>

#include "fault.h"

#define UNPACK_LIMIT 200e6 /* pixels: a sheet of A0 at 300 dpi is 140 million */
#define SCREEN_DPI 100.0   /* what programs write that know nothing: 72 or 96 */
#define MOST_DPI 1200.0
#define COARSE_DPI 200.0 /* below that letters get too small to be read as they are */
#define A4_INCHES 11.69

static bool fail(const char *reason, GError **error)
{
	g_set_error_literal(error, FAULT, FAULT_INPUT, reason);
	return false;
}

static void ignore(const char *message)
{
	(void)message;
}

void picture_hush(void)
{
	setMsgSeverity(L_SEVERITY_NONE);
	leptSetStderrHandler(ignore);
}

bool picture_blank(struct picture *picture, double width, double height)
{
	double inches = width * height / 72 / 72;
	*picture = (struct picture){.dpi = PICTURE_DPI};
	if (!(inches > 0))
		return false;
	picture->dpi = MIN(PICTURE_DPI, sqrt(PICTURE_LIMIT / inches));
	l_int32 columns = MAX((l_int32)(width * picture->dpi / 72), 1);
	l_int32 rows = MAX((l_int32)(height * picture->dpi / 72), 1);
	picture->pix = columns < PICTURE_LIMIT && rows < PICTURE_LIMIT ? pixCreate(columns, rows, 8) : NULL;
	if (picture->pix)
		pixSetAll(picture->pix);
	return picture->pix != NULL;
}

guint8 picture_grey(guint32 pixel)
{
	guint32 red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
	return (guint8)((red * 299 + green * 587 + blue * 114) / 1000);
}

void picture_set_row(struct picture *picture, int row, const guint32 *pixels)
{
	l_uint32 *line = pixGetData(picture->pix) + (gsize)row * (gsize)pixGetWpl(picture->pix);
	for (l_int32 i = 0; i < pixGetWidth(picture->pix); i++)
		SET_DATA_BYTE(line, i, picture_grey(pixels[i]));
}

static bool is_tiff(struct span bytes)
{
	return bytes.len > 4 && (memcmp(bytes.ptr, "II*\0", 4) == 0 || memcmp(bytes.ptr, "MM\0*", 4) == 0);
}

static bool is_jpeg(struct span bytes)
{
	return bytes.len > 3 && memcmp(bytes.ptr, "\xff\xd8\xff", 3) == 0;
}

/* What the header says, before any memory is taken for it. */
static bool check_size(struct span bytes, guint index, GError **error)
{
	l_int32 width = 0, height = 0;
	const l_uint8 *data = (const l_uint8 *)bytes.ptr;
	bool is_bad = is_tiff(bytes) ? readHeaderMemTiff(data, bytes.len, (l_int32)index, &width, &height, NULL, NULL,
							 NULL, NULL, NULL)
				     : pixReadHeaderMem(data, bytes.len, NULL, &width, &height, NULL, NULL, NULL);
	if (is_bad || width < 1 || height < 1)
		return fail("damaged; fetch it again", error);
	if ((double)width * height > UNPACK_LIMIT) {
		g_set_error(error, FAULT, FAULT_INPUT, "too large: %d by %d pixels", width, height);
		return false;
	}
	return true;
}

bool picture_count(guint *pages, struct span bytes, GError **error)
{
	picture_hush();
	*pages = 1;
	if (!check_size(bytes, 0, error))
		return false;
	if (!is_tiff(bytes))
		return true;
	l_int32 count = 0;
	FILE *file = fmemopen((void *)bytes.ptr, bytes.len, "r");
	bool good = file && tiffGetCount(file, &count) == 0 && count > 0;
	if (file)
		fclose(file);
	*pages = (guint)count;
	return good || fail("damaged; fetch it again", error);
}

/* Whether there is an end mark behind the header: ITU-T T.81, B.1.1. Without it libjpeg would complain on stderr. */
static bool has_jpeg_end(struct span bytes)
{
	const guint8 *data = (const guint8 *)bytes.ptr;
	gsize at = 2;
	while (at + 4 <= bytes.len && data[at] == 0xff && data[at + 1] != 0xda)
		at += 2 + (gsize)(data[at + 2] << 8 | data[at + 3]);
	for (; at + 2 <= bytes.len; at++)
		if (data[at] == 0xff && data[at + 1] == 0xd9)
			return true;
	return false;
}

static PIX *unpack(struct span bytes, guint index)
{
	const l_uint8 *data = (const l_uint8 *)bytes.ptr;
	if (is_tiff(bytes))
		return pixReadMemTiff(data, bytes.len, (l_int32)index);
	/* Without a hint bad data are an error: what is missing would come out grey. */
	if (is_jpeg(bytes))
		return !has_jpeg_end(bytes) ? NULL : pixReadMemJpeg(data, bytes.len, 0, 1, NULL, 0);
	return pixReadMem(data, bytes.len);
}

/* Replaces *pix, which may fail to be made for want of memory. */
static void become(PIX **pix, PIX *made)
{
	pixDestroy(pix);
	*pix = made;
}

static double resolution_of(PIX *pix)
{
	l_int32 stated = pixGetXRes(pix);
	if (stated >= SCREEN_DPI && stated <= MOST_DPI)
		return stated;
	return MAX(pixGetWidth(pix), pixGetHeight(pix)) / A4_INCHES;
}

/* What recognition can work with: neither too coarse nor too large. */
static void scale(struct picture *picture)
{
	double pixels = (double)pixGetWidth(picture->pix) * pixGetHeight(picture->pix);
	double factor = picture->dpi < COARSE_DPI || picture->dpi > 2 * PICTURE_DPI ? PICTURE_DPI / picture->dpi : 1;
	factor = MIN(factor, sqrt(PICTURE_LIMIT / pixels));
	if (factor == 1)
		return;
	become(&picture->pix, pixScale(picture->pix, (l_float32)factor, (l_float32)factor));
	picture->dpi *= factor;
}

bool picture_read(struct picture *picture, struct span bytes, guint index, GError **error)
{
	*picture = (struct picture){0};
	picture_hush();
	if (!check_size(bytes, index, error))
		return false;
	PIX *pix = unpack(bytes, index);
	if (pix)
		become(&pix, pixRemoveAlpha(pix));
	double dpi = pix ? resolution_of(pix) : 0;
	if (pix)
		become(&pix, pixConvertTo8(pix, 0));
	*picture = (struct picture){.pix = pix, .dpi = dpi};
	if (pix)
		scale(picture);
	return picture->pix || fail("damaged; fetch it again", error);
}

void picture_turn(struct picture *picture, int quarters)
{
	PIX *turned = pixRotateOrth(picture->pix, quarters & 3);
	if (!turned)
		return;
	become(&picture->pix, turned);
	picture->turned = (picture->turned + quarters) & 3;
}

int picture_width(const struct picture *picture)
{
	return pixGetWidth(picture->pix);
}

int picture_height(const struct picture *picture)
{
	return pixGetHeight(picture->pix);
}

void picture_clear(struct picture *picture)
{
	pixDestroy(&picture->pix);
}
