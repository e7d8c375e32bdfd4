/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A hit to bytes, one function a format. Must not know where hits come from nor where bytes go. */
#ifndef MINUTEBOOK_PRESENT_H
#define MINUTEBOOK_PRESENT_H

#include "match.h"

struct present_hit {
	guint64 rank; /* from 1 */
	double score;
	const struct record *record;
	const GArray *marks; /* struct match_mark into the record's text */
};

struct present_style {
	bool color;
	guint snippet; /* words; 0 the whole paragraph */
	guint width;   /* columns to fold lines at; 0: never */
};

struct present_format {
	const char *name;
	void (*print)(GString *out, const struct present_hit *hit, const struct present_style *style);
};

/* NULL for an unknown name. */
const struct present_format *present_find(const char *name);

/* "text, jsonl, ids". Yours. */
char *present_names(void);

/* Snippet with its marks in bold where `color`, and below it the citation. */
void present_text(GString *out, const struct present_hit *hit, const struct present_style *style);

/* One line: the record and rank, score, snippet, marks, citation, copies. */
void present_jsonl(GString *out, const struct present_hit *hit, const struct present_style *style);

/* The record's id. */
void present_ids(GString *out, const struct present_hit *hit, const struct present_style *style);

#endif
