/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "operands.h"

void operands_add(struct tree *run, struct tree *child)
{
	for (guint n = 0; child->op == TREE_FIELD && n < run->children->len; n++) {
		struct tree *before = g_ptr_array_index(run->children, n);
		bool is_either = before->op == TREE_OR && before->field == child->field;
		if (before->op != TREE_FIELD && !is_either)
			continue;
		if (before->field != child->field)
			continue;
		if (is_either) {
			tree_add(before, child);
			return;
		}
		struct tree *either = tree_new(TREE_OR);
		either->field = child->field; /* until the run is closed: made here, not typed */
		tree_add(either, g_ptr_array_steal_index(run->children, n));
		tree_add(either, child);
		g_ptr_array_insert(run->children, (gint)n, either);
		return;
	}
	g_ptr_array_add(run->children, child);
}

void operands_close(struct tree *all, struct tree *run)
{
	while (run->children->len > 0) {
		struct tree *child = g_ptr_array_steal_index(run->children, 0);
		if (child->op == TREE_OR)
			child->field = NULL;
		tree_add(all, child);
	}
	tree_free(run);
}
