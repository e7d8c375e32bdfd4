/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Indexes as other programs make them, for the tests: what our own store never writes. */
#ifndef MINUTEBOOK_FOREIGN_INDEX_H
#define MINUTEBOOK_FOREIGN_INDEX_H

#include <glib.h>

G_BEGIN_DECLS

/* A Xapian database with one document, and this schema number in it unless NULL. */
void foreign_index_make(const char *path, const char *schema);

G_END_DECLS

#endif
