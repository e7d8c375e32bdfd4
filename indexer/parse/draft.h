/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The fields that the next record of a paper takes from where it stands: part, item, section, page. */
#ifndef MINUTEBOOK_DRAFT_H
#define MINUTEBOOK_DRAFT_H

#include "block.h"
#include "page.h"
#include "paper.h"

struct draft {
	struct paper *paper;
	bool has_pages;
	GPtrArray *page_labels; /* char *, by page; NULL entries */
	enum record_type type;
	char *minute, *item, *title, *section; /* owned */
};

/* `blocks` give the page numbers that are printed. */
void draft_init(struct draft *draft, struct paper *paper, const GArray *blocks, const struct document *document);
void draft_clear(struct draft *draft);

/* Appends a record with these fields; borrowed, the paper owns it. */
struct record *draft_add(struct draft *draft, const struct block *block, enum record_kind kind, const char *text);

/* The record stands on other pages than its block. */
void draft_set_pages(const struct draft *draft, struct record *record, int page, int page_end);

/* Replaces one of the strings by a copy. */
void draft_set(char **field, const char *value);

/* No item, no section. */
void draft_leave_item(struct draft *draft);

#endif
