/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one line on a terminal that tells how far the work has come. Knows counts and the clock only. */
#ifndef MINUTEBOOK_PROGRESS_H
#define MINUTEBOOK_PROGRESS_H

#include <glib.h>
#include <stdbool.h>

struct progress {
	bool is_shown;
	guint files, files_total;
	guint64 paragraphs;
	gint64 bytes, bytes_total;
	gint64 started, drawn; /* g_get_monotonic_time() */
};

/* Shown only when wanted and stderr is a terminal that can move its cursor; everything else is silent then. */
void progress_init(struct progress *progress, guint files, gint64 bytes, bool wanted);

/* One more file done; draws at most ten times a second. */
void progress_advance(struct progress *progress, gint64 bytes, guint paragraphs);

/* Takes the line off the terminal, so that a message can be printed; the next advance brings it back. */
void progress_hide(struct progress *progress);

/* The line in at most `width` columns, what is less important left out first; `now` as g_get_monotonic_time(). */
void progress_format(GString *out, const struct progress *progress, int width, gint64 now);

/* Appends "9.1 MB" (10^6). */
void progress_format_bytes(GString *out, gint64 bytes);

#endif
