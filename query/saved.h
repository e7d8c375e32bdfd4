/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions kept under a name in the user's saved.ini. Must not know what they mean. */
#ifndef MINUTEBOOK_SAVED_H
#define MINUTEBOOK_SAVED_H

#include <glib.h>
#include <stdbool.h>

struct saved {
	char *query;    /* as typed; "" when there is none */
	char **options; /* as they could be typed again */
};

void saved_clear(struct saved *saved);

/* FAULT_QUERY: no such name, with those that there are. FAULT_SYSTEM: the file cannot be read or is none of ours. */
bool saved_get(struct saved *saved, const char *name, GError **error);

/* Keeps it; `replaces` tells whether the name stood for something else before. FAULT_QUERY: no fit name. FAULT_SYSTEM:
 * the file cannot be read or written; nothing has changed then. */
bool saved_put(bool *replaces, const struct saved *saved, const char *name, GError **error);

/* The file, be it there or not. Yours. */
char *saved_path(void);

#endif
