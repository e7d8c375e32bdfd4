/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pdf_scan.h"

#include <cairo.h>

#include "fault.h"
#include "pdf_lines.h"

#define WHOLE_PAGE 0.6 /* of the page's area: a scan with wide margins cut off */
#define EDGE 0.08      /* of the page's height: where running headers and stamps stand */

enum {
	STAMP_WORDS = 20,
	GLANCE_DPI = 36, /* enough to see whether anything is printed */
	WHITE = 250,
};

static double covered(PopplerPage *page, double width, double height)
{
	double area = 0;
	GList *images = poppler_page_get_image_mapping(page);
	for (const GList *image = images; image; image = image->next) {
		const PopplerRectangle *box = &((PopplerImageMapping *)image->data)->area;
		double across = MIN(box->x2, width) - MAX(box->x1, 0);
		double down = MIN(box->y2, height) - MAX(box->y1, 0);
		area += MAX(across, 0) * MAX(down, 0);
	}
	poppler_page_free_image_mapping(images);
	return area / (width * height);
}

static bool are_stamps(const GArray *words, double height)
{
	for (guint i = 0; i < words->len; i++) {
		const struct pdf_word *word = &g_array_index(words, struct pdf_word, i);
		if (word->bottom > EDGE * height && word->top < (1 - EDGE) * height)
			return false;
	}
	return words->len <= STAMP_WORDS;
}

/* Yours; its status tells whether there was memory for it. */
static cairo_surface_t *draw(PopplerPage *page, double dpi, int columns, int rows)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows);
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, dpi / 72, dpi / 72);
	poppler_page_render(page, cairo);
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	return surface;
}

static const guint32 *row_of(cairo_surface_t *drawn, int row)
{
	const guint8 *data = cairo_image_surface_get_data(drawn);
	return (const void *)(data + (gsize)row * (gsize)cairo_image_surface_get_stride(drawn));
}

static bool is_white(PopplerPage *page, double width, double height)
{
	int columns = (int)CLAMP(width * GLANCE_DPI / 72, 1, 4096),
	    rows = (int)CLAMP(height * GLANCE_DPI / 72, 1, 4096);
	cairo_surface_t *glance = draw(page, GLANCE_DPI, columns, rows);
	bool has_white_only = true;
	bool is_drawn = cairo_surface_status(glance) == CAIRO_STATUS_SUCCESS;
	for (int row = 0; row < rows && is_drawn && has_white_only; row++) {
		const guint32 *pixels = row_of(glance, row);
		for (int i = 0; i < columns && has_white_only; i++)
			has_white_only = picture_grey(pixels[i]) >= WHITE;
	}
	cairo_surface_destroy(glance);
	return has_white_only;
}

bool pdf_scan_is(PopplerPage *page, const GArray *words)
{
	double width = 0, height = 0;
	poppler_page_get_size(page, &width, &height);
	if (!(width > 0 && height > 0))
		return false;
	if (words->len > 0)
		return are_stamps(words, height) && covered(page, width, height) >= WHOLE_PAGE;
	return covered(page, width, height) > 0 || !is_white(page, width, height);
}

bool pdf_scan_draw(struct picture *picture, PopplerPage *page, GError **error)
{
	double width = 0, height = 0;
	poppler_page_get_size(page, &width, &height);
	bool good = picture_blank(picture, width, height);
	int columns = good ? picture_width(picture) : 1, rows = good ? picture_height(picture) : 1;
	cairo_surface_t *drawn = draw(page, picture->dpi, columns, rows);
	good = good && cairo_surface_status(drawn) == CAIRO_STATUS_SUCCESS;
	for (int row = 0; row < rows && good; row++)
		picture_set_row(picture, row, row_of(drawn, row));
	cairo_surface_destroy(drawn);
	if (!good) {
		g_set_error(error, FAULT, FAULT_INPUT, "the page cannot be drawn: %.0f by %.0f points", width, height);
		picture_clear(picture);
	}
	return good;
}
