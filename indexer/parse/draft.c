/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draft.h"

#include "furniture.h"

static void read_page_labels(struct draft *draft, const GArray *blocks, guint pages)
{
	draft->page_labels = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_set_size(draft->page_labels, (gint)MAX(pages, 1));
	for (guint i = 0; i < blocks->len; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		if (block->role != BLOCK_FURNITURE || (guint)block->page >= draft->page_labels->len)
			continue;
		char *number = furniture_page_number(block->text->str);
		if (!number)
			continue;
		g_free(g_ptr_array_index(draft->page_labels, (guint)block->page));
		g_ptr_array_index(draft->page_labels, (guint)block->page) = number;
	}
}

void draft_init(struct draft *draft, struct paper *paper, const GArray *blocks, const struct document *document)
{
	*draft = (struct draft){.paper = paper, .has_pages = document->has_pages};
	read_page_labels(draft, blocks, document->pages->len);
}

void draft_clear(struct draft *draft)
{
	draft_leave_item(draft);
	g_clear_pointer(&draft->page_labels, g_ptr_array_unref);
}

void draft_set(char **field, const char *value)
{
	char *copy = g_strdup(value);
	g_free(*field);
	*field = copy;
}

void draft_set_pages(const struct draft *draft, struct record *record, int page, int page_end)
{
	if (!draft->has_pages)
		return;
	record->page = page + 1;
	record->page_end = page_end + 1;
	draft_set(&record->page_label, g_ptr_array_index(draft->page_labels, (guint)page));
}

struct record *draft_add(struct draft *draft, const struct block *block, enum record_kind kind, const char *text)
{
	struct record *record = record_new();
	record->kind = kind;
	record->type = draft->type;
	record->text = g_strdup(text);
	record->minute = g_strdup(draft->minute);
	record->agenda_item = g_strdup(draft->item);
	record->title = g_strdup(draft->title);
	record->section = g_strdup(draft->section);
	draft_set_pages(draft, record, block->page, block->page_end);
	g_ptr_array_add(draft->paper->records, record);
	return record;
}

void draft_leave_item(struct draft *draft)
{
	g_clear_pointer(&draft->minute, g_free);
	g_clear_pointer(&draft->item, g_free);
	g_clear_pointer(&draft->title, g_free);
	g_clear_pointer(&draft->section, g_free);
}
