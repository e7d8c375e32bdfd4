/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the styles of a Word document (word/styles.xml) and direct formatting say of paragraphs and runs. */
#ifndef MINUTEBOOK_DOCX_STYLES_H
#define MINUTEBOOK_DOCX_STYLES_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

#define DOCX_UNSET G_MININT

/* Set by a style, a paragraph or a run; DOCX_UNSET where it says nothing. */
struct docx_form {
	int bold, italic, hidden;
	int outline;              /* 0..8; 9: body text */
	int list, level;          /* w:numId, 0 for none, and w:ilvl */
	int left, hanging, first; /* indents in twentieths of a point */
};

struct docx_style {
	struct docx_form form; /* what it is based on included */
	char *based_on;
	int heading;       /* 1..6 by its outline level or name; 0 for none */
	bool is_contents;  /* of a table of contents */
	bool is_paragraph; /* not a run's or a table's */
};

struct docx_styles;

/* From the tree of the part; NULL for a document without styles. */
struct docx_styles *docx_styles_new(xmlDocPtr tree);
void docx_styles_free(struct docx_styles *styles);

/* A paragraph style by its id; without an id, or an unknown one, the default one. Never NULL. */
const struct docx_style *docx_styles_paragraph(const struct docx_styles *styles, const char *id);

/* A style of any type; NULL for none. */
const struct docx_style *docx_styles_find(const struct docx_styles *styles, const char *id);

/* What the elements w:pPr and w:rPr say, either of which may be NULL. */
void docx_form_read(struct docx_form *form, const xmlNode *paragraph, const xmlNode *run);

/* Takes from `base` what `form` does not set. */
void docx_form_inherit(struct docx_form *form, const struct docx_form *base);

/* The heading level for an outline level: 1..6, 0 for none. */
int docx_form_heading(const struct docx_form *form);

#endif
