/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "small_pdf.h"

#include <string.h>

enum { CATALOG = 1, TREE, LIGHT, BOLD, SYMBOL, LIGATURES, FIRST_PAGE };

static void start_object(GString *pdf, GArray *offsets, guint number)
{
	if (offsets->len < number)
		g_array_set_size(offsets, number);
	g_array_index(offsets, gsize, number - 1) = pdf->len;
	g_string_append_printf(pdf, "%u 0 obj\n", number);
}

static void add_font(GString *pdf, GArray *offsets, guint number, const char *description)
{
	start_object(pdf, offsets, number);
	g_string_append_printf(pdf, "<</Type/Font/Subtype/Type1/BaseFont%s>>\nendobj\n", description);
}

GString *small_pdf_new(const char *const *streams, const char *trailer)
{
	GString *pdf = g_string_new("%PDF-1.4\n");
	g_autoptr(GArray) offsets = g_array_new(FALSE, TRUE, sizeof(gsize));
	g_autoptr(GString) kids = g_string_new(NULL);
	guint pages = 0;
	for (; streams[pages]; pages++) {
		guint number = FIRST_PAGE + pages * 2;
		g_string_append_printf(kids, "%u 0 R ", number);
		start_object(pdf, offsets, number);
		g_string_append_printf(pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %u 0 R",
				       number + 1);
		g_string_append(pdf, "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R>>>>>>\nendobj\n");
		start_object(pdf, offsets, number + 1);
		g_string_append_printf(pdf, "<</Length %zu>>stream\n%s\nendstream\nendobj\n", strlen(streams[pages]),
				       streams[pages]);
	}
	start_object(pdf, offsets, CATALOG);
	g_string_append(pdf, "<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
	start_object(pdf, offsets, TREE);
	g_string_append_printf(pdf, "<</Type/Pages/Count %u/Kids[%s]>>\nendobj\n", pages, kids->str);
	add_font(pdf, offsets, LIGHT, "/Helvetica/Encoding/WinAnsiEncoding");
	add_font(pdf, offsets, BOLD, "/Helvetica-Bold/Encoding/WinAnsiEncoding");
	add_font(pdf, offsets, SYMBOL, "/Symbol");
	add_font(pdf, offsets, LIGATURES, "/Helvetica/Encoding<</Differences[1/fi/fl]>>");
	gsize table = pdf->len;
	g_string_append_printf(pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
	for (guint i = 0; i < offsets->len; i++)
		g_string_append_printf(pdf, "%010zu 00000 n \n", g_array_index(offsets, gsize, i));
	g_string_append_printf(pdf, "trailer\n<</Size %u/Root 1 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n", offsets->len + 1,
			       trailer, table);
	return pdf;
}
