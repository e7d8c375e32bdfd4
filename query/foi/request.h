/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An information request as the command line tells it: what a response pack is to be made of and where, or which one is to
 * be looked at again. Must not know what is in a pack. */
#ifndef MINUTEBOOK_REQUEST_H
#define MINUTEBOOK_REQUEST_H

#include "arguments.h"
#include "estimate.h"

struct request {
	char *verify;            /* a pack to be looked at; NULL: none is */
	char *folder;            /* to be made; NULL: no pack is wanted */
	char *reference;         /* well-formed UTF-8 on one line */
	bool include_restricted; /* search what is restricted, too */
	guint sample;            /* paragraphs to draw of the extracts and of the rest; 0: none */
	char *seed;              /* by which they are drawn: the reference, unless another text is given */
	struct estimate estimate;
	char **typed; /* the options that decide what is found, as they could be typed again */
};

/* FAULT_QUERY: an option of the pack without the others it needs, or one that would make it less than complete; with a
 * pack to be looked at, an option of a search. */
bool request_parse(struct request *request, const struct arguments *raw, GError **error);
void request_clear(struct request *request);

#endif
