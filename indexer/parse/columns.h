/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands side by side on a printed page: rows of a table, notes in the margin, a front sheet's two columns, names in
 * columns under PRESENT. Tells them apart by how they are set and puts their lines into the order in which they are read. */
#ifndef MINUTEBOOK_COLUMNS_H
#define MINUTEBOOK_COLUMNS_H

#include "block.h"

/* Marks cells, margin notes and rolls among the lines (struct printed) and reorders those of front sheets and tables. */
void columns_arrange(GArray *lines);

#endif
