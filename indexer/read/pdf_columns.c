/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pdf_columns.h"

#include <math.h>

#define EDGE_SLACK 3.0 /* points between the left edges of one column's lines */
#define LIKE_WIDTH 0.8 /* the narrower column is at least that part of the wider */
#define FULL_LINE 0.8  /* a line of running text fills that part of its column */

enum { FEW_ROWS = 12, FEW_WORDS = 4 };

/* Two columns of text: where each starts and ends. */
struct columns {
	double left, left_end, right, right_end;
};

static const struct pdf_row *row_at(const GArray *rows, guint index)
{
	return &g_array_index(rows, struct pdf_row, index);
}

static const struct pdf_part *part_at(const GArray *parts, guint index)
{
	return &g_array_index(parts, struct pdf_part, index);
}

static bool is_pair(const struct pdf_row *row, const GArray *parts)
{
	return row->end_part - row->first_part == 2 &&
	       part_at(parts, row->first_part)->end - part_at(parts, row->first_part)->first >= FEW_WORDS;
}

/* The commonest left edge of the first (0) or second (1) parts of pairs. */
static double usual_left(const GArray *rows, const GArray *parts, guint side)
{
	g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
	gint best = 0, most = 0;
	for (guint i = 0; i < rows->len; i++) {
		if (!is_pair(row_at(rows, i), parts))
			continue;
		gint left = (gint)part_at(parts, row_at(rows, i)->first_part + side)->left;
		gint count = GPOINTER_TO_INT(g_hash_table_lookup(counts, GINT_TO_POINTER(left))) + 1;
		g_hash_table_insert(counts, GINT_TO_POINTER(left), GINT_TO_POINTER(count));
		if (count > most) {
			most = count;
			best = left;
		}
	}
	return best + 0.5;
}

static bool fills(const struct pdf_part *part, double left, double end)
{
	return fabs(part->left - left) <= EDGE_SLACK && part->right - part->left >= FULL_LINE * (end - left) &&
	       part->end - part->first >= FEW_WORDS;
}

/* Two columns show by many rows that fill both from the same edges. */
static bool find_columns(struct columns *columns, const GArray *rows, const GArray *parts)
{
	struct columns found = {.left = usual_left(rows, parts, 0), .right = usual_left(rows, parts, 1)};
	guint pairs = 0, full = 0;
	for (guint i = 0; i < rows->len; i++) {
		const struct pdf_row *row = row_at(rows, i);
		if (!is_pair(row, parts))
			continue;
		const struct pdf_part *first = part_at(parts, row->first_part);
		if (first->right < found.right)
			found.left_end = MAX(found.left_end, first->right);
		found.right_end = MAX(found.right_end, first[1].right);
		pairs++;
	}
	double widths[2] = {found.left_end - found.left, found.right_end - found.right};
	if (pairs < FEW_ROWS || MIN(widths[0], widths[1]) < LIKE_WIDTH * MAX(widths[0], widths[1]))
		return false;
	for (guint i = 0; i < rows->len; i++) {
		const struct pdf_row *row = row_at(rows, i);
		full += is_pair(row, parts) && fills(part_at(parts, row->first_part), found.left, found.left_end) &&
			fills(part_at(parts, row->first_part + 1), found.right, found.right_end);
	}
	*columns = found;
	return full >= FEW_ROWS && full * 5 >= pairs * 3;
}

static bool crosses(const struct pdf_row *row, const GArray *parts, double gutter)
{
	for (guint i = row->first_part; i < row->end_part; i++) {
		if (part_at(parts, i)->left < gutter && part_at(parts, i)->right > gutter)
			return true;
	}
	return false;
}

static void add_side(GArray *order, const struct pdf_row *row, const GArray *parts, double gutter, bool is_right)
{
	for (guint i = row->first_part; i < row->end_part; i++) {
		if ((part_at(parts, i)->left >= gutter) == is_right)
			g_array_append_val(order, i);
	}
}

GArray *pdf_columns_order(const GArray *rows, const GArray *parts)
{
	GArray *order = g_array_sized_new(FALSE, FALSE, sizeof(guint), parts->len);
	struct columns columns;
	if (!find_columns(&columns, rows, parts)) {
		for (guint i = 0; i < parts->len; i++)
			g_array_append_val(order, i);
		return order;
	}
	double gutter = (columns.left_end + columns.right) / 2;
	for (guint i = 0; i < rows->len;) {
		guint end = i;
		while (end < rows->len && !crosses(row_at(rows, end), parts, gutter))
			end++;
		for (guint j = i; j < end; j++)
			add_side(order, row_at(rows, j), parts, gutter, false);
		for (guint j = i; j < end; j++)
			add_side(order, row_at(rows, j), parts, gutter, true);
		for (; end < rows->len && crosses(row_at(rows, end), parts, gutter); end++) {
			for (guint k = row_at(rows, end)->first_part; k < row_at(rows, end)->end_part; k++)
				g_array_append_val(order, k);
		}
		i = end;
	}
	return order;
}
