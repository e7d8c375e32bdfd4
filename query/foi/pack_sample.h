/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two samples of what was searched for a pack: of the extracts, to time how long they take, and of the paragraphs that were
 * not found, to judge what was missed. */
#ifndef MINUTEBOOK_PACK_SAMPLE_H
#define MINUTEBOOK_PACK_SAMPLE_H

#include "pack.h"
#include "sample.h"

struct pack_sample {
	struct sample hits;   /* of the extracts */
	struct sample others; /* of the paragraphs searched that answer no query, the papers with the same bytes once */
};

void pack_sample_init(struct pack_sample *sample, const char *seed, guint size);
void pack_sample_clear(struct pack_sample *sample);

/* Draws both. Fails as the store does. */
bool pack_sample_draw(struct pack_sample *sample, struct pack *pack, GError **error);

#endif
