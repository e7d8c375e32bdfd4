/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of wording, and whether a text starts with one of them or holds it. */
#ifndef MINUTEBOOK_WORDING_H
#define MINUTEBOOK_WORDING_H

#include <stdbool.h>

enum wording_case { WITH_CASE, ANY_CASE };

struct wording {
	const char *words; /* NULL ends a list */
	enum wording_case match;
};

/* A word of the list at the start, not followed by more letters. */
bool wording_starts(const char *text, const struct wording *list);

bool wording_contains(const char *text, const struct wording *list);

#endif
