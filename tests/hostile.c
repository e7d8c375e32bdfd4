/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hostile FOLDER: makes the folder with a paper of each hostile kind in it, beside it SECRET, which no paper may bring
 * into an index, and prints how many papers there are. */
#include "hostile.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static guint count;

static void make_all(const char *folder, const struct hostile *kinds)
{
	for (; kinds->name; kinds++, count++) {
		g_autofree char *path = g_build_filename(folder, kinds->name, NULL);
		g_autoptr(GString) bytes = kinds->make();
		g_autoptr(GError) error = NULL;
		if (!g_file_set_contents(path, bytes->str, (gssize)bytes->len, &error))
			g_error("%s", error->message);
	}
}

static void make_secret(const char *folder)
{
	g_autofree char *parent = g_path_get_dirname(folder);
	g_autofree char *path = g_build_filename(parent, SECRET, NULL);
	g_autofree char *link = g_build_filename(folder, "link-out.txt", NULL);
	g_autofree char *ring = g_build_filename(folder, "link-ring.txt", NULL);
	g_autofree char *pipe = g_build_filename(folder, "pipe.txt", NULL);
	if (!g_file_set_contents(path, "The kestrel is nobody's business.\n", -1, NULL) || symlink(path, link) != 0 ||
	    symlink("link-ring.txt", ring) != 0 || mkfifo(pipe, 0600) != 0)
		g_error("%s: cannot be made", folder);
	count++; /* the pipe is named as what cannot be read; links are left alone */
}

int main(int argc, char **argv)
{
	if (argc != 2 || g_mkdir(argv[1], 0700) != 0)
		return EXIT_FAILURE;
	make_all(argv[1], hostile_pdf);
	make_all(argv[1], hostile_office);
	make_all(argv[1], hostile_text);
	make_secret(argv[1]);
	printf("%u\n", count);
	return EXIT_SUCCESS;
}
