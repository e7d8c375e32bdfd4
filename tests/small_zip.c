/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "small_zip.h"

#include <string.h>
#include <zip.h>

static void add(zip_t *zip, const struct small_file *file, const char *password)
{
	zip_source_t *text = zip_source_buffer(zip, file->text, strlen(file->text), 0);
	g_assert_nonnull(text);
	zip_int64_t index = zip_file_add(zip, file->name, text, ZIP_FL_ENC_UTF_8);
	g_assert_cmpint(index, >=, 0);
	if (password)
		g_assert_cmpint(zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_AES_256, password), ==, 0);
}

GBytes *small_zip(const struct small_file *files, const char *password)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *store = zip_source_buffer_create(NULL, 0, 0, &error);
	g_assert_nonnull(store);
	zip_source_keep(store);
	zip_t *zip = zip_open_from_source(store, ZIP_TRUNCATE, &error);
	g_assert_nonnull(zip);
	for (; files->name; files++)
		add(zip, files, password);
	g_assert_cmpint(zip_close(zip), ==, 0);
	zip_stat_t stat;
	g_assert_cmpint(zip_source_stat(store, &stat), ==, 0);
	guint8 *bytes = g_malloc(stat.size);
	g_assert_cmpint(zip_source_open(store), ==, 0);
	g_assert_cmpint(zip_source_read(store, bytes, stat.size), ==, (zip_int64_t)stat.size);
	zip_source_close(store);
	zip_source_free(store);
	zip_error_fini(&error);
	return g_bytes_new_take(bytes, stat.size);
}
