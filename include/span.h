/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Borrowed text: a look at bytes that somebody else owns and that must outlive it. Not NUL-terminated. */
#ifndef MINUTEBOOK_SPAN_H
#define MINUTEBOOK_SPAN_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

G_BEGIN_DECLS

struct span {
	const char *ptr;
	size_t len;
};

static inline struct span span_of(const char *text)
{
	struct span span = {text, text ? strlen(text) : 0};
	return span;
}

static inline struct span span_cut(struct span span, size_t from, size_t end)
{
	struct span part = {span.ptr + from, end - from};
	return part;
}

static inline bool span_equal(struct span a, struct span b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

G_END_DECLS

#endif
