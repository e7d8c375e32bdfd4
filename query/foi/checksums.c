/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "checksums.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "fault.h"

#define DIGITS 64

static bool fail(GError **error, const char *path)
{
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: %s", path, g_strerror(errno));
	return false;
}

bool checksums_file(char **out, const char *path, GError **error)
{
	FILE *file = fopen(path, "rbe");
	if (!file)
		return fail(error, path);
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	guchar block[65536];
	size_t got = 0;
	while ((got = fread(block, 1, sizeof(block), file)) > 0)
		g_checksum_update(checksum, block, (gssize)got);
	int trouble = ferror(file) ? errno : 0;
	fclose(file);
	errno = trouble;
	if (trouble)
		return fail(error, path);
	*out = g_strdup(g_checksum_get_string(checksum));
	return true;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Of a pipe or a device the bytes may have no end. */
static bool is_file(const char *path)
{
	return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

/* Every name in the folder but the manifest's: char *, in byte order, yours. */
static bool list_folder(GPtrArray **out, const char *folder, GError **error)
{
	g_autoptr(GError) trouble = NULL;
	GDir *dir = g_dir_open(folder, 0, &trouble);
	if (!dir) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "%s", trouble->message);
		return false;
	}
	*out = g_ptr_array_new_with_free_func(g_free);
	for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
		if (strcmp(name, CHECKSUMS_NAME) != 0)
			g_ptr_array_add(*out, g_strdup(name));
	g_dir_close(dir);
	g_ptr_array_sort(*out, compare_names);
	return true;
}

/* As coreutils write it: a name with a line end or a backslash has both escaped, and a backslash before its line. */
static void append_line(GString *out, const char *sha256, const char *name)
{
	bool is_escaped = strpbrk(name, "\\\n\r") != NULL;
	g_string_append_printf(out, "%s%s  ", is_escaped ? "\\" : "", sha256);
	for (const char *at = name; *at; at++) {
		if (*at == '\\' || *at == '\n' || *at == '\r')
			g_string_append_printf(out, "\\%c", *at == '\n' ? 'n' : *at == '\r' ? 'r' : '\\');
		else
			g_string_append_c(out, *at);
	}
	g_string_append_c(out, '\n');
}

bool checksums_write(const char *folder, GError **error)
{
	g_autoptr(GPtrArray) names = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	if (!list_folder(&names, folder, error))
		return false;
	for (guint n = 0; n < names->len; n++) {
		g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, n), NULL);
		g_autofree char *sha256 = NULL;
		if (!checksums_file(&sha256, path, error))
			return false;
		append_line(out, sha256, g_ptr_array_index(names, n));
	}
	g_autofree char *path = g_build_filename(folder, CHECKSUMS_NAME, NULL);
	g_autoptr(GError) trouble = NULL;
	if (g_file_set_contents(path, out->str, (gssize)out->len, &trouble))
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s", trouble->message);
	return false;
}

void checksums_init(struct checksums *checksums)
{
	*checksums = (struct checksums){
		.changed = g_ptr_array_new_with_free_func(g_free),
		.missing = g_ptr_array_new_with_free_func(g_free),
		.added = g_ptr_array_new_with_free_func(g_free),
	};
}

void checksums_clear(struct checksums *checksums)
{
	g_clear_pointer(&checksums->changed, g_ptr_array_unref);
	g_clear_pointer(&checksums->missing, g_ptr_array_unref);
	g_clear_pointer(&checksums->added, g_ptr_array_unref);
}

/* Takes the escapes out of a name, in place. */
static void unescape(char *name)
{
	char *to = name;
	for (const char *at = name; *at; at++) {
		if (*at != '\\' || !at[1]) {
			*to++ = *at;
			continue;
		}
		at++;
		*to++ = *at;
		if (*at == 'n' || *at == 'r')
			to[-1] = *at == 'n' ? '\n' : '\r';
	}
	*to = '\0';
}

/* The name in a line of the manifest and its hash, both in the line itself; NULL where it is none. */
static char *read_line(char **sha256, char *line)
{
	bool is_escaped = *line == '\\';
	*sha256 = line + is_escaped;
	char *behind = *sha256 + strspn(*sha256, "0123456789abcdef");
	bool is_good = behind - *sha256 == DIGITS && behind[0] == ' ' && (behind[1] == ' ' || behind[1] == '*');
	if (!is_good)
		return NULL;
	*behind = '\0';
	char *name = behind + 2;
	if (is_escaped)
		unescape(name);
	/* A name that leads out of the folder is nobody's file. */
	return *name && !strchr(name, '/') ? name : NULL;
}

/* char * name to char * hash, yours. */
static bool read_manifest(GHashTable **out, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename(folder, CHECKSUMS_NAME, NULL);
	g_autofree char *text = NULL;
	gsize len = 0;
	if (!is_file(path) || !g_file_get_contents(path, &text, &len, NULL)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: no " CHECKSUMS_NAME " in it that can be read", folder);
		return false;
	}
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_autoptr(GHashTable) hashes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (guint n = 0; lines[n]; n++) {
		char *sha256 = NULL;
		char *name = *lines[n] ? read_line(&sha256, lines[n]) : NULL;
		if (name)
			g_hash_table_insert(hashes, g_strdup(name), g_strdup(sha256));
		else if (*lines[n] || lines[n + 1]) {
			g_set_error(error, FAULT, FAULT_INPUT, "%s:%u: no line as sha256sum writes it", path, n + 1);
			return false;
		}
	}
	*out = g_steal_pointer(&hashes);
	return true;
}

static bool compare(struct checksums *checksums, GHashTable *hashes, const char *folder, GError **error)
{
	g_autoptr(GPtrArray) names = NULL;
	if (!list_folder(&names, folder, error))
		return false;
	checksums->files = g_hash_table_size(hashes);
	for (guint n = 0; n < names->len; n++) {
		const char *name = g_ptr_array_index(names, n);
		const char *expected = g_hash_table_lookup(hashes, name);
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *sha256 = NULL;
		if (!expected) {
			g_ptr_array_add(checksums->added, g_strdup(name));
			continue;
		}
		if (is_file(path) && !checksums_file(&sha256, path, error))
			return false;
		if (!sha256 || strcmp(sha256, expected) != 0)
			g_ptr_array_add(checksums->changed, g_strdup(name));
		g_hash_table_remove(hashes, name);
	}
	GHashTableIter iter;
	gpointer name = NULL;
	g_hash_table_iter_init(&iter, hashes);
	while (g_hash_table_iter_next(&iter, &name, NULL))
		g_ptr_array_add(checksums->missing, g_strdup(name));
	g_ptr_array_sort(checksums->missing, compare_names);
	return true;
}

bool checksums_check(struct checksums *checksums, const char *folder, GError **error)
{
	g_autoptr(GHashTable) hashes = NULL;
	return read_manifest(&hashes, folder, error) && compare(checksums, hashes, folder, error);
}
