/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "foi.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "checksums.h"
#include "fault.h"
#include "pack_writer.h"

static const struct {
	const char *name;
	pack_writer *write;
} files[] = {
	{"certificate.html", certificate_html}, {"certificate.json", certificate_json},
	{"extracts.csv", extracts_csv},         {"extracts.html", extracts_html},
	{"extracts.jsonl", extracts_jsonl},     {"letter.md", letter_markdown},
	{"schedule.csv", schedule_csv},         {"schedule.html", schedule_html},
	{"worksheet.csv", worksheet_csv},
};

static bool fail(const char *path, int trouble, GError **error)
{
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: %s", path, g_strerror(trouble));
	return false;
}

/* Trailing slashes name the same folder. Yours. */
static char *plain_folder(const char *folder)
{
	char *plain = g_strdup(folder);
	for (size_t len = strlen(plain); len > 1 && plain[len - 1] == '/'; len--)
		plain[len - 1] = '\0';
	return plain;
}

bool foi_check_folder(const char *folder, GError **error)
{
	g_autofree char *plain = plain_folder(folder);
	GDir *dir = g_dir_open(plain, 0, NULL);
	bool is_used = dir ? g_dir_read_name(dir) != NULL : g_file_test(plain, G_FILE_TEST_EXISTS);
	if (dir)
		g_dir_close(dir);
	if (is_used)
		g_set_error(error, FAULT, FAULT_QUERY,
			    "--foi %s: it is there already and not empty; name a new folder for the pack", folder);
	return !is_used;
}

/* What is written must lie on the disk before the name does. */
static bool sync_path(const char *path, int flags, GError **error)
{
	int handle = open(path, flags | O_CLOEXEC);
	if (handle < 0)
		return fail(path, errno, error);
	int trouble = fsync(handle) == 0 ? 0 : errno;
	close(handle);
	return trouble == 0 || fail(path, trouble, error);
}

static bool write_file(const char *folder, size_t n, struct pack *pack, GError **error)
{
	g_autofree char *path = g_build_filename(folder, files[n].name, NULL);
	FILE *to = fopen(path, "wbe");
	if (!to)
		return fail(path, errno, error);
	bool good = files[n].write(to, pack, error);
	if (!good)
		g_prefix_error(error, "%s: ", files[n].name);
	int trouble = fflush(to) == 0 && fsync(fileno(to)) == 0 ? 0 : errno;
	trouble = fclose(to) == 0 ? trouble : errno;
	if (good && trouble != 0)
		return fail(path, trouble, error);
	return good;
}

static bool write_all(const char *folder, struct pack *pack, GError **error)
{
	for (size_t n = 0; n < G_N_ELEMENTS(files); n++)
		if (!write_file(folder, n, pack, error))
			return false;
	/* A writer that moves on while neighbours are read would mix two revisions. */
	g_autofree char *manifest = g_build_filename(folder, CHECKSUMS_NAME, NULL);
	return pack_check(pack, error) && checksums_write(folder, error) && sync_path(manifest, O_RDONLY, error) &&
	       sync_path(folder, O_RDONLY | O_DIRECTORY, error);
}

static void remove_all(const char *folder)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	for (const char *name = NULL; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_unlink(path);
	}
	if (dir)
		g_dir_close(dir);
	g_rmdir(folder);
}

/* A folder that is not empty by now is not replaced. */
static bool put_in_place(const char *aside, const char *folder, GError **error)
{
	g_autofree char *parent = g_path_get_dirname(folder);
	if (g_rename(aside, folder) != 0)
		return fail(folder, errno, error);
	return sync_path(parent, O_RDONLY | O_DIRECTORY, error);
}

bool foi_write(struct pack *pack, GError **error)
{
	g_autofree char *folder = plain_folder(pack->options->request.folder);
	g_autofree char *aside = g_strconcat(folder, ".XXXXXX", NULL);
	/* As mkdir would: the umask says who may read what can be personal. */
	if (!g_mkdtemp_full(aside, 0777))
		return fail(folder, errno, error);
	bool good = write_all(aside, pack, error) && put_in_place(aside, folder, error);
	if (!good)
		remove_all(aside);
	return good;
}
