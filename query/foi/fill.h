/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sentences with gaps, where what goes into a gap is made inert first. Must not know for what kind of file. */
#ifndef MINUTEBOOK_FILL_H
#define MINUTEBOOK_FILL_H

#include <glib.h>
#include <stdarg.h>

/* Appends text that stands for nothing but itself; NULL is nothing. */
typedef void fill_append(GString *out, const char *text);

/* Appends `format` as it is, and by `append` a string of `args` for each %s in it. */
void fill_gaps(GString *out, fill_append *append, const char *format, va_list args);

#endif
