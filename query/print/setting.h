/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text set in lines for a terminal or a file: folded at a width, its marks bold, what a terminal would obey made harmless.
 * Must not know what the text is. */
#ifndef MINUTEBOOK_SETTING_H
#define MINUTEBOOK_SETTING_H

#include "snippet.h"

#define SETTING_PLAIN ""
#define SETTING_BOLD "\x1b[1m"
#define SETTING_DIM "\x1b[2m"

struct setting {
	GString *out;
	bool color;
	guint width;        /* columns; 0: lines are never folded */
	const char *margin; /* what every line but the first begins with */
	size_t column;      /* where the line stands */
	GString *word;      /* not yet set: its end has not been seen */
	bool has_space;     /* before it */
};

/* The line stands at `column`. */
void setting_init(struct setting *setting, GString *out, const char *margin, size_t column);

/* Sets what is left, and ends. */
void setting_clear(struct setting *setting);

/* Ends the line and begins the next with the margin. */
void setting_line(struct setting *setting);

/* A run of text in one look. Lines are folded at spaces, so that no word is parted but one that is wider than a line. */
void setting_run(struct setting *setting, struct span run, const char *look);
void setting_text(struct setting *setting, const char *text, const char *look);

/* The part of the text that the snippet is, with its marks (struct match_mark) in bold, between ellipses where it is
 * cut. */
void setting_snippet(struct setting *setting, struct span text, const struct snippet *snippet, const GArray *marks);

/* `text` in at most `width` columns, an ellipsis at its end where it is cut. Harmless. Yours. */
char *setting_cut(const char *text, size_t width);

/* Spaces up to `width` columns behind a text that takes `taken`. */
void setting_pad(GString *out, size_t taken, size_t width);

#endif
