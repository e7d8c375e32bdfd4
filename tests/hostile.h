/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Papers made to do harm, one of each kind. */
#ifndef MINUTEBOOK_HOSTILE_H
#define MINUTEBOOK_HOSTILE_H

#include "span.h"

/* One kind: the name of its file and what makes its bytes. Yours. */
struct hostile {
	const char *name;
	GString *(*make)(void);
};

/* Each ends with an entry without a name. */
extern const struct hostile hostile_pdf[], hostile_office[], hostile_text[];

/* The file that no paper may bring into an index. */
#define SECRET "secret.txt"

/* Appends a text so many times. */
void hostile_repeat(GString *out, const char *text, guint count);

enum hostile_form {
	HOSTILE_ZLIB,
	HOSTILE_GZIP,
};

/* So many times these bytes, compressed. Yours. */
GString *hostile_compress(struct span bytes, guint count, enum hostile_form form);

#endif
