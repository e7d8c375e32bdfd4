/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables that only their alignment tells: several printed lines, one under the other, with parts side by side. */
#ifndef MINUTEBOOK_ROWS_H
#define MINUTEBOOK_ROWS_H

#include "block.h"

/* Gives table, row and column to the lines (struct printed) of such tables and sorts them cell by cell. */
void rows_arrange(GArray *lines);

#endif
