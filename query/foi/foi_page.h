/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The HTML pages of a response pack: what all have in common, and tables. One page needs nothing else, prints, and is
 * inert. Must not know what a page is about. */
#ifndef MINUTEBOOK_FOI_PAGE_H
#define MINUTEBOOK_FOI_PAGE_H

#include "pack.h"

/* From the doctype to the heading: `title` above the reference, `lead` below it in plain text. A broad page
 * holds a broad table. */
void foi_page_begin(GString *out, const struct pack *pack, const char *title, const char *lead, bool is_broad);

/* The notice, where the other files are told of, and the end. */
void foi_page_end(GString *out, const struct pack *pack);

void foi_page_section(GString *out, const char *id, const char *title);
void foi_page_section_end(GString *out);

/* "Where this comes from: …", by the part of foi_text.h. */
void foi_page_source(GString *out, const char *part);

/* `format` is HTML, and every argument (a string) is escaped into it. */
G_GNUC_PRINTF(2, 3) void foi_page_add(GString *out, const char *format, ...);

/* A table: captions end with NULL, one that begins with '#' stands over numbers. The first cell of a row heads it. Cells are
 * plain text, NULL for empty; those below a '#' are set as numbers. */
struct foi_table {
	GString *out;
	const char *const *captions;
};

void foi_table_begin(struct foi_table *table, GString *out, const char *caption, const char *const *captions);
void foi_table_row(const struct foi_table *table, const char *const *cells);
void foi_table_end(const struct foi_table *table);

/* "12,345"; "26 May 2016" or "undated"; "1 paragraph", "12 paragraphs". Yours. */
char *foi_count(guint64 number);
char *foi_day(const char *day);
char *foi_plural(guint64 number, const char *one, const char *many);

#endif
