/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The styles of an OpenDocument text: what they say of paragraphs, runs and lists. Named styles lie in one file and
 * automatic ones in each; later additions count more. */
#ifndef MINUTEBOOK_ODT_STYLES_H
#define MINUTEBOOK_ODT_STYLES_H

#include <libxml/tree.h>

#include "numbering.h"

struct odt_style {
	int bold, italic, hidden; /* 1, 0, or -1 where the style says nothing */
	int outline;              /* 1.. of a heading; 0 none */
	double left, indent;      /* margin and first line's indent in points */
	bool has_indents;
	char *parent, *list; /* names; "" as list says none */
};

struct odt_styles;

struct odt_styles *odt_styles_new(void);
void odt_styles_free(struct odt_styles *styles);

/* Takes in the styles of office:styles or office:automatic-styles; NULL is none. */
void odt_styles_add(struct odt_styles *styles, const xmlNode *container);

/* A style of the family "paragraph" or "text" with what its parents say; an unknown one says nothing. Its names are
 * borrowed. */
struct odt_style odt_styles_find(const struct odt_styles *styles, const char *family, const char *name);

/* NUMBERING_LEVELS levels of a list style, those of headings for "Outline"; NULL for an unknown one. Borrowed. */
const struct numbering_level *odt_styles_list(const struct odt_styles *styles, const char *name);

/* The levels that number headings outside lists; NULL for none. Borrowed. */
const struct numbering_level *odt_styles_outline(const struct odt_styles *styles);

#endif
