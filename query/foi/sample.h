/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A random sample that anybody can draw again with nothing but sha256sum. The key of an id is the SHA-256, in hex, of the
 * bytes "SEED:ID"; the sample are the ids with the smallest keys, in the order of their keys. With the ids one a line:
 *
 *   while read -r id; do printf '%s %s\n' "$(printf '%s:%s' SEED "$id" | sha256sum | cut -c -64)" "$id"; done |
 *   LC_ALL=C sort -u | head -n SIZE
 *
 * No library's generator is used, since none promises the same numbers for ever. Must not know what is drawn. */
#ifndef MINUTEBOOK_SAMPLE_H
#define MINUTEBOOK_SAMPLE_H

#include <glib.h>

struct sample_item {
	char *key; /* 64 hex digits */
	char *id;
	guint32 docid;
};

struct sample {
	char *seed;
	guint size;       /* how many are wanted */
	guint population; /* how many were offered */
	GPtrArray *items; /* struct sample_item *: after sample_close `size` of them, or all where there are fewer */
};

void sample_init(struct sample *sample, const char *seed, guint size);
void sample_clear(struct sample *sample);

/* Offers one of the population, in any order; each id once. */
void sample_offer(struct sample *sample, const char *id, guint32 docid);
void sample_close(struct sample *sample);

#endif
