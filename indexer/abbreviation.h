/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Abbreviations that a text explains: "Independent Reviewing Officer (IRO)", "an IRO (independent reviewing officer)".
 * Must not know what becomes of them. */
#ifndef MINUTEBOOK_ABBREVIATION_H
#define MINUTEBOOK_ABBREVIATION_H

#include "span.h"

struct abbreviation {
	struct span brief; /* without the s of its plural */
	struct span full;  /* the words whose first letters it has, as printed; small words may stand between them */
};

/* Adds every one of the text (struct abbreviation, borrowed from it) to `out`, in order. */
void abbreviation_find(GArray *out, struct span text);

#endif
