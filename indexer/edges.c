/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "edges.h"

#include <stdlib.h>
#include <string.h>

/* The edge around a line is the farthest that any of its neighbours in the same size reaches, outliers left out. */
enum { NEIGHBOURS = 24 };

static int compare_doubles(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double edge_around(const GArray *lines, guint i)
{
	double found[2 * NEIGHBOURS + 1];
	guint count = 0, from = i > NEIGHBOURS ? i - NEIGHBOURS : 0, end = MIN(lines->len, i + NEIGHBOURS + 1);
	for (guint j = from; j < end; j++) {
		const struct printed *line = &g_array_index(lines, struct printed, j);
		if (!line->furniture)
			found[count++] = line->right;
	}
	if (count == 0)
		return 0;
	qsort(found, count, sizeof *found, compare_doubles);
	return found[count >= 12 ? count - 1 - count / 16 : count - 1];
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
