/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "scanned_page.h"

#include <check.h>
#include <leptonica/allheaders.h>

#include "pdf_scan.h"
#include "small_pdf.h"

enum { BLACK = 140, COARSER = 2 }; /* one pixel of two either way: 150 dpi are enough for a fax */

void scanned_page_draw(struct picture *picture, const char *stream)
{
	const char *const streams[] = {stream, NULL};
	GString *file = small_pdf_new(streams, "");
	g_autoptr(GBytes) bytes = g_bytes_new_static(file->str, file->len);
	g_autoptr(GError) error = NULL;
	PopplerDocument *pdf = poppler_document_new_from_bytes(bytes, NULL, &error);
	ck_assert_msg(pdf != NULL, "%s", error ? error->message : "");
	PopplerPage *page = poppler_document_get_page(pdf, 0);
	ck_assert_msg(pdf_scan_draw(picture, page, &error), "%s", error ? error->message : "");
	g_object_unref(page);
	g_object_unref(pdf);
	g_string_free(file, TRUE);
}

/* In black and white, as hexadecimal digits: no byte of it ends a C string. */
char *scanned_page_stream(const struct picture *picture)
{
	PIX *small = pixScaleGrayLI(picture->pix, 1.0F / COARSER * 1.5F, 1.0F / COARSER * 1.5F);
	PIX *black = pixThresholdToBinary(small, BLACK);
	l_int32 width = pixGetWidth(black), height = pixGetHeight(black);
	GString *stream = g_string_new(NULL);
	g_string_printf(stream, "q %d 0 0 %d 0 0 cm BI /W %d /H %d /BPC 1 /CS /G /D [1 0] /F /AHx ID\n",
			width > height ? 842 : 595, width > height ? 595 : 842, width, height);
	for (l_int32 row = 0; row < height; row++) {
		const l_uint32 *line = pixGetData(black) + (gsize)row * (gsize)pixGetWpl(black);
		for (l_int32 i = 0; i < (width + 7) / 8; i++)
			g_string_append_printf(stream, "%02x", (guint)GET_DATA_BYTE(line, i));
	}
	g_string_append(stream, ">\nEI Q");
	pixDestroy(&small);
	pixDestroy(&black);
	return g_string_free(stream, FALSE);
}

void scanned_page_skew(struct picture *picture, double degrees)
{
	PIX *skewed =
		pixRotate(picture->pix, (l_float32)(degrees * G_PI / 180), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
	pixDestroy(&picture->pix);
	picture->pix = skewed;
}

GByteArray *scanned_page_file(const struct picture *pictures, guint count, int kind)
{
	l_uint8 *data = NULL;
	size_t len = 0;
	PIXA *pages = pixaCreate((l_int32)count);
	for (guint i = 0; i < count; i++) {
		pixSetResolution(pictures[i].pix, (l_int32)pictures[i].dpi, (l_int32)pictures[i].dpi);
		pixaAddPix(pages, pictures[i].pix, L_CLONE);
	}
	bool is_bad = kind == IFF_TIFF ? pixaWriteMemMultipageTiff(&data, &len, pages)
				       : pixWriteMem(&data, &len, pictures[0].pix, kind);
	ck_assert(!is_bad);
	pixaDestroy(&pages);
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, data, (guint)len);
	lept_free(data);
	return bytes;
}
