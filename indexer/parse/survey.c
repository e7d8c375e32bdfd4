/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "kind.h"
#include "mark.h"
#include "prose.h"

static double usual_size(const GArray *blocks, const struct region *region)
{
	g_autoptr(GHashTable) weight = g_hash_table_new(NULL, NULL);
	guint best = 0, size = 0;
	for (guint i = region->first; i < region->end; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		gpointer key = GUINT_TO_POINTER((guint)(block->size * 2 + 0.5));
		guint sum = GPOINTER_TO_UINT(g_hash_table_lookup(weight, key)) + (guint)block->text->len;
		g_hash_table_insert(weight, key, GUINT_TO_POINTER(sum));
		if (sum > best && block->size > 0) {
			best = sum;
			size = GPOINTER_TO_UINT(key);
		}
	}
	return size / 2.0;
}

static bool mostly_capitals(const GArray *blocks, const struct region *region)
{
	guint capitals = 0, all = 0;
	for (guint i = region->first; i < region->end; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		all += block->role == BLOCK_TEXT;
		capitals += block->role == BLOCK_TEXT && prose_is_capitals(block->text->str);
	}
	return capitals * 2 > all;
}

void heading_survey(struct heading_context *context, const GArray *blocks, const struct region *region)
{
	*context = (struct heading_context){.blocks = blocks, .region = region, .mode = MODE_BARE};
	context->size = usual_size(blocks, region);
	context->capitals = mostly_capitals(blocks, region);
	guint references = 0, numbered = 0, counted = 0, run_in = 0, whole = 0, bold_titles = 0, bold_text = 0,
	      text = 0;
	for (guint i = region->first; i < region->end; i++) {
		const struct block *block = &g_array_index(blocks, struct block, i);
		if (block->role == BLOCK_FURNITURE || block->role == BLOCK_CELL)
			continue;
		bool title = kind_is_title_like(block->text->str);
		references += mark_has_reference(block->text->str);
		text++;
		context->typed |= block->size > 0 || block->strong || block->role == BLOCK_HEADING;
		bold_titles += title && mark_is_typed(context, block);
		bold_text += !title && block->strong;
		const struct block *next = heading_next(context, i);
		bool list = next && mark_is_numbered(next) && kind_is_title_like(next->text->str) && next->gap < 0.5 &&
			    region->type != TYPE_AGENDA;
		bool apart = block->gap >= 0.5 || mark_is_set(context, block) || block->role == BLOCK_HEADING ||
			     region->type == TYPE_AGENDA;
		counted += mark_is_counted(block);
		run_in += mark_is_counted(block) && mark_run_in(block) > 0 && mark_run_in(block) + 2 < block->text->len;
		whole += mark_is_counted(block) && (title || mark_run_in(block) + 2 >= block->text->len);
		numbered += mark_is_numbered(block) && (title || block->lead > 0) && !mark_leads_in(block) && apart &&
			    !list && block->text->len < 160;
	}
	context->bold = bold_titles >= 2 && bold_text * 2 <= text;
	if (references >= 1 && region->type != TYPE_AGENDA)
		context->mode = MODE_REFERENCE;
	else if (region->type == TYPE_MINUTES && run_in >= 3 && (run_in + whole) * 5 >= counted * 3 && run_in > whole)
		context->mode = MODE_RUN_IN;
	else if (numbered >= 2 || region->type == TYPE_AGENDA)
		context->mode = MODE_NUMBER;
}
