/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Unicode text: repair, compose, fold, cut into words. Must not know of papers, queries or the index: what a word
 * is and how it is folded is decided here alone, for indexing, matching and marking alike. */
#ifndef MINUTEBOOK_TEXT_H
#define MINUTEBOOK_TEXT_H

#include "span.h"

G_BEGIN_DECLS

/* UTF-8 out of `bytes`: every ill-formed byte sequence becomes one U+FFFD (maximal subparts, Unicode 15 ch. 3.9),
 * NUL becomes U+FFFD. `replaced`, if not NULL, receives the number of replacements. The result is yours. */
char *text_repair(struct span bytes, size_t *replaced);

/* NFC of well-formed UTF-8, soft hyphens, zero-width characters and byte order marks left out. Yours. */
char *text_compose(struct span text);

/* White space of any kind, runs of it included, as one plain space; none at the ends. Yours. */
char *text_squeeze(struct span text);

/* Appends `word` in the form that is indexed and compared: case folded, accents and other marks removed,
 * ligatures and width variants resolved (NFKD), letters like ł and ø made plain, typographic apostrophes made U+0027. */
void text_fold(GString *out, struct span word);

/* A whole text so; NULL gives "". Yours. */
char *text_folded(const char *text);

/* Whether both are the same once folded. */
bool text_folds_equal(const char *a, const char *b);

/* Appends the number as people read it: "12,345". */
void text_count(GString *out, guint64 number);

/* The next word at or after byte *pos of `text`. A word is a run of letters, marks and digits; an apostrophe
 * between letters and a full stop or comma between digits belong to it; hyphens, dashes and slashes part words.
 * Sets `word`, moves *pos behind it; false at the end. `text` must be well-formed UTF-8. */
bool text_next_word(struct span text, size_t *pos, struct span *word);

/* Terminal columns that `text` takes: 0 for marks, 2 for wide characters. */
size_t text_width(struct span text);

/* `text` with what a terminal would obey made visible or harmless: control characters and escapes become U+FFFD,
 * bidirectional overrides are left out. Yours. */
char *text_printable(struct span text);

G_END_DECLS

#endif
