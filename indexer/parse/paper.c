/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "paper.h"

static void part_clear(gpointer data)
{
	struct part *part = data;
	g_free(part->council);
	g_free(part->body);
	g_free(part->date);
	g_free(part->classification);
}

void paper_init(struct paper *paper)
{
	*paper = (struct paper){.records = g_ptr_array_new_with_free_func(record_free)};
	paper->parts = g_array_new(FALSE, TRUE, sizeof(struct part));
	g_array_set_clear_func(paper->parts, part_clear);
}

void paper_clear(struct paper *paper)
{
	g_clear_pointer(&paper->records, g_ptr_array_unref);
	g_clear_pointer(&paper->parts, g_array_unref);
	g_clear_pointer(&paper->note, g_free);
}
