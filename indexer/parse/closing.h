/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands below the last item and belongs to none: the end of the meeting, signatures. */
#ifndef MINUTEBOOK_CLOSING_H
#define MINUTEBOOK_CLOSING_H

#include "block.h"

/* "The meeting closed at 9.12 pm", "Signed ........", "CHAIR: Councillor Alder". */
bool closing_is(const char *text);

/* Who signs an agenda: a name, a post, a telephone number, a date, in short lines. */
bool closing_signs(const struct block *block);

#endif
