/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "extract.h"
#include "fault.h"
#include "picture.h"

bool extract_image(struct document *document, struct span bytes, GError **error)
{
	guint pages;
	g_autoptr(GError) cause = NULL;
	if (!picture_count(&pages, bytes, &cause)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s, %s", extract_name(bytes), cause->message);
		return false;
	}
	document->format = FORMAT_IMAGE;
	document->has_pages = true;
	for (guint i = 0; i < pages; i++)
		document_add_page(document)->is_scan = true;
	return true;
}
