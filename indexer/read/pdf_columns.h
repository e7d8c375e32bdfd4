/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order in which the parts of a page are read: row by row, but column by column where it is printed in two columns
 * of running text. A table of two columns is none: its cells are narrow, short or of unlike width. Pure geometry. */
#ifndef MINUTEBOOK_PDF_COLUMNS_H
#define MINUTEBOOK_PDF_COLUMNS_H

#include "pdf_rows.h"

/* Indices of `parts` in reading order: guint, yours. */
GArray *pdf_columns_order(const GArray *rows, const GArray *parts);

#endif
