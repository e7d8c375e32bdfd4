/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What text hangs from: the number, letter, bullet or caption at the head of a printed line, with white space before
 * its text. Decides by form only, so that extractors keep a label with its text; what it numbers is not known here. */
#ifndef MINUTEBOOK_HANG_H
#define MINUTEBOOK_HANG_H

#include "span.h"

enum hang_form {
	HANG_NONE,
	HANG_BULLET, /* "•", "·", "-" and their like, one character */
	HANG_LABEL,  /* "1.", "(a)", "iv)", "2.4", "144." */
	HANG_BARE,   /* "1", "A1": a label only where nothing but its text is beside it */
	HANG_CAPTION /* "By:", "Reason for decision:"; the same */
};

enum hang_form hang_form_of(struct span part);

/* Whether `text`, printed to the right of `part`, hangs from it and is one line with it, rather than the next cell of a
 * table. `is_alone`: the two are all of their row. */
bool hang_holds(struct span part, struct span text, bool is_alone);

/* Whether the character is one that printers use as a bullet, private use ones of Symbol and Wingdings included. */
bool hang_is_bullet(gunichar c);

#endif
