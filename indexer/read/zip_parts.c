/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "zip_parts.h"

#include <zip.h>

#include "fault.h"

enum {
	CHUNK = 1 << 16,
	BOMB_SIZE = 8 << 20, /* below this no ratio is suspicious */
	BOMB_RATIO = 500,    /* XML of real papers packs to a twentieth or so, a bomb to a thousandth */
};

struct zip_parts {
	zip_t *zip;
	gsize unpacked;
};

static bool fail(const char *reason, GError **error)
{
	g_set_error(error, FAULT, FAULT_INPUT, "the zip archive inside is damaged (%s); fetch the file again", reason);
	return false;
}

bool zip_parts_is_zip(struct span bytes)
{
	return bytes.len >= 4 && memcmp(bytes.ptr, "PK\3\4", 4) == 0;
}

bool zip_parts_open(struct zip_parts **parts, struct span bytes, GError **error)
{
	zip_error_t trouble;
	zip_error_init(&trouble);
	zip_t *zip = NULL;
	zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &trouble);
	if (source)
		zip = zip_open_from_source(source, ZIP_RDONLY, &trouble);
	if (!zip) {
		fail(zip_error_code_zip(&trouble) == ZIP_ER_NOZIP ? "it ends too early" : zip_error_strerror(&trouble),
		     error);
		zip_source_free(source);
		zip_error_fini(&trouble);
		return false;
	}
	zip_error_fini(&trouble);
	*parts = g_new0(struct zip_parts, 1);
	(*parts)->zip = zip;
	return true;
}

void zip_parts_close(struct zip_parts *parts)
{
	zip_discard(parts->zip);
	g_free(parts);
}

bool zip_parts_has(const struct zip_parts *parts, const char *name)
{
	return zip_name_locate(parts->zip, name, 0) >= 0;
}

bool zip_parts_has_folder(const struct zip_parts *parts, const char *prefix)
{
	zip_int64_t count = zip_get_num_entries(parts->zip, 0);
	for (zip_int64_t i = 0; i < count; i++) {
		const char *name = zip_get_name(parts->zip, (zip_uint64_t)i, 0);
		if (name && g_str_has_prefix(name, prefix))
			return true;
	}
	return false;
}

static bool check_stat(const zip_stat_t *stat, const char *name, GError **error)
{
	if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE) {
		g_set_error(error, FAULT, FAULT_INPUT, "needs a password; ask for a copy without one");
		return false;
	}
	bool has_sizes = (stat->valid & ZIP_STAT_SIZE) && (stat->valid & ZIP_STAT_COMP_SIZE);
	if (!has_sizes)
		return true;
	if (stat->size > ZIP_PARTS_MEMBER_MAX) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s in it has %.0f MiB unpacked, the limit is %.0f MiB", name,
			    (double)stat->size / (1 << 20), (double)ZIP_PARTS_MEMBER_MAX / (1 << 20));
		return false;
	}
	if (stat->size > BOMB_SIZE && stat->size / BOMB_RATIO > stat->comp_size) {
		g_set_error(error, FAULT, FAULT_INPUT,
			    "%s in it unpacks to more than %d times its size, as no document does", name, BOMB_RATIO);
		return false;
	}
	return true;
}

static bool read_member(GByteArray *content, struct zip_parts *parts, zip_file_t *file, const char *name,
			GError **error)
{
	g_autofree guint8 *chunk = g_malloc(CHUNK);
	for (;;) {
		zip_int64_t got = zip_fread(file, chunk, CHUNK);
		if (got < 0)
			return fail(zip_error_strerror(zip_file_get_error(file)), error);
		if (got == 0)
			return true;
		parts->unpacked += (gsize)got;
		if (content->len + (gsize)got > ZIP_PARTS_MEMBER_MAX || parts->unpacked > ZIP_PARTS_TOTAL_MAX) {
			g_set_error(error, FAULT, FAULT_INPUT, "too large when unpacked: %s in it and what went before",
				    name);
			return false;
		}
		g_byte_array_append(content, chunk, (guint)got);
	}
}

bool zip_parts_read(GByteArray **content, struct zip_parts *parts, const char *name, GError **error)
{
	zip_stat_t stat;
	zip_int64_t index = zip_name_locate(parts->zip, name, 0);
	if (index < 0 || zip_stat_index(parts->zip, (zip_uint64_t)index, 0, &stat) < 0) {
		g_set_error(error, FAULT, FAULT_INPUT, "the document is damaged: %s is missing in it", name);
		return false;
	}
	if (!check_stat(&stat, name, error))
		return false;
	zip_file_t *file = zip_fopen_index(parts->zip, (zip_uint64_t)index, 0);
	if (!file)
		return fail(zip_strerror(parts->zip), error);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	bool good = read_member(bytes, parts, file, name, error);
	zip_fclose(file);
	if (good)
		*content = g_steal_pointer(&bytes);
	return good;
}
