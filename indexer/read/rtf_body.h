/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the groups and the text of a Rich Text document come to: where text goes, how it is set, which paragraph and cell it
 * stands in. Must not know the names of control words. Printed is what a word processor prints with all tracked changes
 * accepted: hidden and deleted text is left out. */
#ifndef MINUTEBOOK_RTF_BODY_H
#define MINUTEBOOK_RTF_BODY_H

#include "flow.h"
#include "rtf_fonts.h"

enum rtf_place {
	RTF_PLACE_TEXT,
	RTF_PLACE_NOWHERE,
	RTF_PLACE_MARKER, /* the label that the program counted for this paragraph */
	RTF_PLACE_FONTS,
	RTF_PLACE_STYLES,
};

/* A part of the paper that is printed elsewhere than it stands in the file. */
struct rtf_part {
	struct document document;
	struct flow flow;
	bool is_header, is_footer;
	bool in_row, in_cell;
};

/* What a group inherits from the one around it and what ends with it. */
struct rtf_group {
	enum rtf_place place;
	struct rtf_part *part;
	int font, fallback_bytes; /* \uc */
	int styles;               /* enum html_style */
	bool hidden, deleted;
	int style, outline; /* of the paragraph; -1 none */
	int left, first;    /* indents in twips */
	bool in_table, header_row;
	bool is_starred;        /* after \*: an unknown word skips the group */
	bool is_box, in_box;    /* this group; this one or one around it */
	struct flow_text aside; /* of the paragraph around the box */
};

struct rtf_body {
	GArray *groups;   /* struct rtf_group, the innermost last; never empty */
	GPtrArray *parts; /* struct rtf_part *: 0 the body, 1 the notes, then headers and footers */
	struct rtf_fonts fonts;
	GString *bytes;                  /* text not decoded yet, all of one group and font */
	GString *marker;                 /* of the paragraph at hand */
	GString *name;                   /* of the font or style being defined */
	int defined;                     /* its number */
	int outline;                     /* its outline level; -1 none */
	GHashTable *headings, *contents; /* style numbers: heading level; styles of tables of contents */
	int skip;                        /* characters to pass over after \u */
	gunichar high;                   /* first half of a surrogate pair, or 0 */
};

void rtf_body_init(struct rtf_body *body);
void rtf_body_clear(struct rtf_body *body);

struct rtf_group *rtf_body_group(const struct rtf_body *body);

/* False when groups are nested deeper than any program nests them. */
bool rtf_body_open(struct rtf_body *body);
void rtf_body_close(struct rtf_body *body);

/* Bytes of the font's code page; a character; both wherever text goes at the moment. */
void rtf_body_add_bytes(struct rtf_body *body, struct span bytes);
void rtf_body_add_char(struct rtf_body *body, gunichar c);
void rtf_body_add_tab(struct rtf_body *body);
void rtf_body_add_break(struct rtf_body *body);

/* Decodes what is pending; due before anything changes how text is read. */
void rtf_body_settle(struct rtf_body *body);

void rtf_body_end_paragraph(struct rtf_body *body);
void rtf_body_end_cell(struct rtf_body *body);
void rtf_body_end_row(struct rtf_body *body);

/* The group at hand is a header or footer, a note, a text box. */
void rtf_body_start_margin(struct rtf_body *body, bool is_footer);
void rtf_body_start_note(struct rtf_body *body);
void rtf_body_start_box(struct rtf_body *body);

/* All parts in the order they are printed. */
void rtf_body_finish(struct rtf_body *body, struct document *document);

#endif
