/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <gio/gio.h>

#include "hostile.h"

void hostile_repeat(GString *out, const char *text, guint count)
{
	for (guint i = 0; i < count; i++)
		g_string_append(out, text);
}

GString *hostile_compress(struct span bytes, guint count, enum hostile_form form)
{
	GZlibCompressorFormat format =
		form == HOSTILE_GZIP ? G_ZLIB_COMPRESSOR_FORMAT_GZIP : G_ZLIB_COMPRESSOR_FORMAT_ZLIB;
	g_autoptr(GConverter) converter = G_CONVERTER(g_zlib_compressor_new(format, 6));
	g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable();
	g_autoptr(GOutputStream) stream = g_converter_output_stream_new(memory, converter);
	for (guint i = 0; i < count; i++)
		g_output_stream_write_all(stream, bytes.ptr, bytes.len, NULL, NULL, NULL);
	g_output_stream_close(stream, NULL, NULL);
	GMemoryOutputStream *made = G_MEMORY_OUTPUT_STREAM(memory);
	return g_string_new_len(g_memory_output_stream_get_data(made),
				(gssize)g_memory_output_stream_get_data_size(made));
}
