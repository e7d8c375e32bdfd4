/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "edges.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The edge around a line is the farthest that any of its neighbours in the same size reaches, outliers left out. */
enum { NEIGHBOURS = 24 };

static int compare_doubles(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Puts `value` among the largest so far, which fall from the first on. */
static void keep_largest(double *largest, guint len, double value)
{
	if (value <= largest[len - 1])
		return;
	guint at = len - 1;
	for (; at > 0 && largest[at - 1] < value; at--)
		largest[at] = largest[at - 1];
	largest[at] = value;
}

/* Outliers are left out where there are lines enough to tell: one in sixteen. */
static double edge_around(const GArray *lines, guint i)
{
	double largest[(2 * NEIGHBOURS + 1) / 16 + 1];
	for (guint n = 0; n < G_N_ELEMENTS(largest); n++)
		largest[n] = -HUGE_VAL;
	guint count = 0, from = i > NEIGHBOURS ? i - NEIGHBOURS : 0, end = MIN(lines->len, i + NEIGHBOURS + 1);
	for (guint j = from; j < end; j++) {
		const struct printed *line = &g_array_index(lines, struct printed, j);
		if (line->furniture)
			continue;
		keep_largest(largest, G_N_ELEMENTS(largest), line->right);
		count++;
	}
	if (count == 0)
		return 0;
	return largest[count >= 12 ? count / 16 : 0];
}

/* Where the long lines of the whole paper end. */
static double usual_edge(const GArray *lines)
{
	g_autoptr(GArray) rights = g_array_new(FALSE, FALSE, sizeof(double));
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = &g_array_index(lines, struct printed, i);
		if (!line->furniture && line->right > 200 && strlen(line->text) < EDGES_WRAP_LIMIT)
			g_array_append_val(rights, line->right);
	}
	if (rights->len == 0)
		return 0;
	g_array_sort(rights, compare_doubles);
	return g_array_index(rights, double, rights->len - 1 - rights->len / 20);
}

/* From so many lines of one indent on, how far they reach tells the edge. */
enum { ENOUGH_LINES = 6 };

static int indent_key(const struct printed *line)
{
	return MAX((int)(line->left / 4), 0) + 1;
}

static GHashTable *rights_by_indent(const GArray *lines)
{
	GHashTable *groups = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
	for (guint i = 0; i < lines->len; i++) {
		const struct printed *line = &g_array_index(lines, struct printed, i);
		if (line->furniture)
			continue;
		for (int key = indent_key(line) - 1; key <= indent_key(line) + 1; key++) {
			GArray *rights = g_hash_table_lookup(groups, GINT_TO_POINTER(key));
			if (!rights) {
				rights = g_array_new(FALSE, FALSE, sizeof(double));
				g_hash_table_insert(groups, GINT_TO_POINTER(key), rights);
			}
			g_array_append_val(rights, line->right);
		}
	}
	GHashTableIter iter;
	gpointer rights;
	g_hash_table_iter_init(&iter, groups);
	while (g_hash_table_iter_next(&iter, NULL, &rights))
		g_array_sort(rights, compare_doubles);
	return groups;
}

/* Where positions are known: the farthest that lines of the same indent reach in the whole paper. */
GArray *edges_by_indent(const GArray *lines)
{
	GArray *edges = g_array_sized_new(FALSE, TRUE, sizeof(double), lines->len);
	g_autoptr(GHashTable) groups = rights_by_indent(lines);
	double all = 0;
	for (guint i = 0; i < lines->len; i++)
		all = MAX(all, g_array_index(lines, struct printed, i).right);
	for (guint i = 0; i < lines->len; i++) {
		const GArray *rights = g_hash_table_lookup(
			groups, GINT_TO_POINTER(indent_key(&g_array_index(lines, struct printed, i))));
		double edge = all;
		if (rights && rights->len >= ENOUGH_LINES)
			edge = g_array_index(rights, double, rights->len - 1 - rights->len / 40);
		g_array_append_val(edges, edge);
	}
	return edges;
}

GArray *edges_by_width(const GArray *lines)
{
	GArray *edges = g_array_sized_new(FALSE, TRUE, sizeof(double), lines->len);
	double usual = usual_edge(lines);
	for (guint i = 0; i < lines->len; i++) {
		double edge = MAX(edge_around(lines, i), 0.8 * usual);
		g_array_append_val(edges, edge);
	}
	return edges;
}
