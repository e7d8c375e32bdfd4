/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Zip archives for tests, made of names and texts. */
#ifndef MINUTEBOOK_SMALL_ZIP_H
#define MINUTEBOOK_SMALL_ZIP_H

#include <glib.h>

struct small_file {
	const char *name, *text;
};

/* An archive with these members; the last has no name. `password`: NULL, or what locks them. */
GBytes *small_zip(const struct small_file *files, const char *password);

#endif
