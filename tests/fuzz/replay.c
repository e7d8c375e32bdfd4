/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A fuzz target on the files of a folder, one after the other: the seeds as an ordinary test. */
#include <glib.h>
#include <stdio.h>

#include "fuzz.h"

static int replay(const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *bytes = NULL;
	gsize len = 0;
	if (!g_file_get_contents(path, &bytes, &len, NULL)) {
		fprintf(stderr, "%s cannot be read\n", path);
		return 1;
	}
	printf("%s\n", name);
	fflush(stdout);
	return LLVMFuzzerTestOneInput((const uint8_t *)bytes, len);
}

int main(int argc, char **argv)
{
	g_autoptr(GDir) dir = argc == 2 ? g_dir_open(argv[1], 0, NULL) : NULL;
	if (!dir) {
		fprintf(stderr, "usage: replay FOLDER\n");
		return 2;
	}
	int failed = 0;
	guint count = 0;
	for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir), count++)
		failed |= replay(argv[1], name);
	if (count == 0)
		fprintf(stderr, "%s: no seeds\n", argv[1]);
	return failed || count == 0;
}
