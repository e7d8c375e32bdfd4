/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "typography.h"

static const char *const quotes[] = {"\"",     "\u201c", "\u201d", "\u201e", "\u201f",
				     "\u00ab", "\u00bb", "\u2033", "\uff02", NULL};

static const char *const single_quotes[] = {"'", "`", "\u2018", "\u201b", NULL};

static const char *const dashes[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", NULL};

/* Quotes whose shape tells that they open, and what closes them. */
static const struct {
	const char *open;
	const char *const close[3];
} pairs[] = {
	{"\u201c", {"\u201d", NULL}},
	{"\u201e", {"\u201c", "\u201d", NULL}},
	{"\u00ab", {"\u00bb", NULL}},
};

static size_t find_mark(const char *const *marks, struct span text, size_t at)
{
	for (; *marks; marks++) {
		size_t len = strlen(*marks);
		if (at + len <= text.len && memcmp(text.ptr + at, *marks, len) == 0)
			return len;
	}
	return 0;
}

size_t typography_quote(struct span text, size_t at)
{
	return find_mark(quotes, text, at);
}

size_t typography_single_quote(struct span text, size_t at)
{
	return find_mark(single_quotes, text, at);
}

size_t typography_dash(struct span text, size_t at)
{
	return find_mark(dashes, text, at);
}

/* Where the passage that opens at `at` closes, before any straight quote; 0 where none opens or it does not. */
static size_t passage_end(struct span text, size_t at)
{
	for (size_t n = 0; n < G_N_ELEMENTS(pairs); n++) {
		const char *const open[] = {pairs[n].open, NULL};
		size_t len = find_mark(open, text, at);
		for (size_t end = at + len; len > 0 && end < text.len && text.ptr[end] != '"'; end++)
			if (find_mark(pairs[n].close, text, end))
				return end;
	}
	return 0;
}

bool typography_close(size_t *close, struct span text, size_t open)
{
	bool is_straight = text.ptr[open] == '"';
	for (size_t at = open + typography_quote(text, open); at < text.len; at++) {
		if (!typography_quote(text, at))
			continue;
		size_t end = is_straight ? passage_end(text, at) : 0;
		if (end == 0) {
			*close = at;
			return true;
		}
		at = end + typography_quote(text, end) - 1;
	}
	return false;
}
