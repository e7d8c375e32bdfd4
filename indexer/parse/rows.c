/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "caption.h"
#include "prose.h"

/* More columns than this are not told apart. */
enum { MOST_COLUMNS = 24 };

struct column {
	double left, right;
};

struct rows {
	GArray *lines;
	guint first, end; /* of the run */
	struct column columns[MOST_COLUMNS];
	guint count;
	bool spaced; /* white space parts its rows */
};

static struct printed *line_at(const GArray *lines, guint i)
{
	return &g_array_index(lines, struct printed, i);
}

static bool is_plain(const struct printed *line)
{
	return !line->furniture && !line->margin && !line->roll && !line->placed && line->column == 0 &&
	       line->source->role == LINE_PLAIN;
}

static bool same_baseline(const struct printed *a, const struct printed *b)
{
	return a->page == b->page && a->source->baseline == b->source->baseline;
}

static guint group_end(const GArray *lines, guint i)
{
	guint end = i + 1;
	while (end < lines->len && same_baseline(line_at(lines, i), line_at(lines, end)))
		end++;
	return end;
}

static double group_gap(const GArray *lines, guint i, guint end)
{
	double gap = line_at(lines, i)->gap;
	for (guint j = i; j < end; j++)
		gap = MIN(gap, line_at(lines, j)->gap);
	return gap;
}

/* Whether the parts of one printed line can be a row: all plain, none a caption. */
static bool is_row(const GArray *lines, guint i, guint end)
{
	if (end - i < 2)
		return false;
	for (guint j = i; j < end; j++)
		if (!is_plain(line_at(lines, j)) || line_at(lines, j)->starts ||
		    (caption_is_open(line_at(lines, j)->text) && j > i))
			return false;
	return true;
}

/* A single part between rows is a wrapped cell when it is set close and inside the table's width. */
static bool is_wrapped_cell(const struct rows *rows, guint i, double left, double right)
{
	const struct printed *line = line_at(rows->lines, i);
	bool inside = line->left > left - 4 && line->right < right + 30;
	bool wide = line->right - line->left > 0.6 * (right - left);
	return is_plain(line) && line->gap < 0.35 && inside && !wide &&
	       line->page == line_at(rows->lines, rows->first)->page && !line->label.close;
}

/* How far the run of rows that starts at i goes; i when there is none. */
static guint run_end(struct rows *rows, guint i)
{
	double left = 1e9, right = 0;
	guint multiple = 0, end = i;
	rows->first = i;
	for (guint at = i; at < rows->lines->len;) {
		guint next = group_end(rows->lines, at);
		if (line_at(rows->lines, at)->page != line_at(rows->lines, i)->page ||
		    group_gap(rows->lines, at, next) > 3)
			break;
		if (is_row(rows->lines, at, next)) {
			multiple++;
			for (guint j = at; j < next; j++) {
				left = MIN(left, line_at(rows->lines, j)->left);
				right = MAX(right, line_at(rows->lines, j)->right);
			}
			end = next;
		} else if (next - at != 1 || !is_wrapped_cell(rows, at, left, right)) {
			break;
		} else if (multiple >= 2) {
			end = next;
		}
		at = next;
	}
	return multiple >= 2 ? end : i;
}

static int compare_columns(gconstpointer a, gconstpointer b)
{
	double x = ((const struct column *)a)->left, y = ((const struct column *)b)->left;
	return (x > y) - (x < y);
}

/* Parts whose extents overlap from line to line are one column; parts that span several are left out. */
static void find_columns(struct rows *rows)
{
	rows->count = 0;
	for (guint i = rows->first; i < rows->end;) {
		guint next = group_end(rows->lines, i);
		for (guint j = i; next - i >= 2 && j < next; j++) {
			const struct printed *line = line_at(rows->lines, j);
			struct column *hit = NULL;
			guint hits = 0;
			for (guint c = 0; c < rows->count; c++)
				if (line->left < rows->columns[c].right + 2 &&
				    line->right > rows->columns[c].left - 2) {
					hit = &rows->columns[c];
					hits++;
				}
			if (hits == 1) {
				hit->left = MIN(hit->left, line->left);
				hit->right = MAX(hit->right, line->right);
			} else if (hits == 0 && rows->count < MOST_COLUMNS) {
				rows->columns[rows->count++] = (struct column){line->left, line->right};
			}
		}
		i = next;
	}
	qsort(rows->columns, rows->count, sizeof rows->columns[0], compare_columns);
}

static int column_of(const struct rows *rows, const struct printed *line)
{
	double best = -1e9;
	int found = 1;
	for (guint c = 0; c < rows->count; c++) {
		double overlap = MIN(line->right, rows->columns[c].right) - MAX(line->left, rows->columns[c].left);
		if (overlap > best + 0.1) {
			best = overlap;
			found = (int)c + 1;
		}
	}
	return found;
}

static int compare_cells(gconstpointer a, gconstpointer b)
{
	const struct printed *x = a, *y = b;
	if (x->row != y->row)
		return x->row - y->row;
	if (x->column != y->column)
		return x->column - y->column;
	return x->source->baseline - y->source->baseline;
}

/* The words of a single part that had no room behind the part above it in the first column. */
static bool wraps_cell(const struct rows *rows, guint i)
{
	const struct printed *line = line_at(rows->lines, i);
	if (line->gap >= 0.3 || column_of(rows, line) != 1)
		return false;
	const struct printed *above = NULL;
	for (guint j = i; j-- > rows->first && !above;)
		if (column_of(rows, line_at(rows->lines, j)) == 1)
			above = line_at(rows->lines, j);
	if (!above)
		return false;
	double chars = (double)g_utf8_strlen(above->text, -1);
	double width = chars > 0 ? (above->right - above->left) / chars : 5;
	double word = (double)g_utf8_strlen(line->text, (gssize)strcspn(line->text, " ")) * width;
	return prose_starts_lower(line->text) || above->right + width + word > rows->columns[0].right + 2;
}

static void assign(struct rows *rows, int table)
{
	rows->spaced = false;
	for (guint i = group_end(rows->lines, rows->first); i < rows->end; i = group_end(rows->lines, i))
		rows->spaced |= group_gap(rows->lines, i, group_end(rows->lines, i)) >= 0.3;
	int row = 0;
	for (guint i = rows->first; i < rows->end;) {
		guint next = group_end(rows->lines, i);
		bool wraps = row > 0 && next - i == 1 && wraps_cell(rows, i);
		wraps |= row > 0 && (rows->spaced ? group_gap(rows->lines, i, next) < 0.3
						  : next - i == 1 && column_of(rows, line_at(rows->lines, i)) > 1);
		row += wraps ? 0 : 1;
		for (guint j = i; j < next; j++) {
			struct printed *line = line_at(rows->lines, j);
			line->table = table;
			line->row = row;
			line->column = column_of(rows, line);
			line->label.style = LABEL_NONE;
		}
		i = next;
	}
	struct printed *cells = line_at(rows->lines, rows->first);
	g_qsort_with_data(cells, (gint)(rows->end - rows->first), sizeof *cells,
			  (GCompareDataFunc)(void (*)(void))compare_cells, NULL);
}

/* Parts closer than this, in points, stand under one another. */
static const double same_column = 8;

static bool stands_under(const struct rows *rows, guint i)
{
	const struct printed *line = line_at(rows->lines, i);
	/* Justified lines all end at one edge; only figures are set to the right. */
	bool figure = strcspn(line->text, "0123456789") <= 2;
	for (guint j = rows->first; j < rows->end; j++) {
		const struct printed *other = line_at(rows->lines, j);
		bool under = fabs(line->left - other->left) < same_column ||
			     (figure && fabs(line->right - other->right) < same_column);
		if (under && !same_baseline(line, other))
			return true;
	}
	return false;
}

/* Text justified with spaces has wide gaps that line up nowhere. Where characters alone tell, columns must be seen. */
static bool is_aligned(const struct rows *rows)
{
	if (line_at(rows->lines, rows->first)->source->size > 0)
		return true;
	guint parts = 0, under = 0;
	for (guint i = rows->first; i < rows->end;) {
		guint next = group_end(rows->lines, i);
		for (guint j = i + 1; j < next; j++) {
			parts++;
			under += stands_under(rows, j);
		}
		i = next;
	}
	return under * 3 >= parts * 2;
}

/* Parts that are no cells are the words of one line. */
static void rejoin(GArray *lines, guint i, guint end)
{
	for (guint at = i; at < end;) {
		guint next = group_end(lines, at);
		for (guint j = at + 1; j < next; j++) {
			struct printed *line = line_at(lines, j);
			line->beside = is_plain(line) && line->source->size <= 0 && !line->starts;
		}
		at = next;
	}
}

void rows_arrange(GArray *lines)
{
	struct rows rows = {.lines = lines};
	/* Tables that the markup or tabs give have their own numbers; these start behind them. */
	int table = 10000;
	for (guint i = 0; i < lines->len;) {
		guint end = run_end(&rows, i);
		bool found = end > i;
		rows.end = found ? end : group_end(lines, i);
		if (found)
			find_columns(&rows);
		if (found && rows.count >= 2 && is_aligned(&rows))
			assign(&rows, table++);
		else
			rejoin(lines, i, rows.end);
		i = rows.end;
	}
}
