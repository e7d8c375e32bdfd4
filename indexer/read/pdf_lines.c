/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pdf_lines.h"

#include <math.h>

#include "pdf_columns.h"
#include "pdf_rows.h"
#include "text.h"

#define USUAL_LEADING 1.15 /* of the font size, where a page has too few lines to tell */
#define LEADING_MAX 2.5    /* of the font size: farther apart, lines are paragraphs */
#define GAP_MAX 99.0

static void word_clear(gpointer data)
{
	g_free(((struct pdf_word *)data)->text);
}

GArray *pdf_word_array_new(void)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct pdf_word));
	g_array_set_clear_func(words, word_clear);
	return words;
}

/* A page in the making: what its rows have in common. */
struct sheet {
	struct page *page;
	const GArray *words, *rows, *parts;
	double leading; /* from bottom to bottom, of the font size */
};

static const struct pdf_word *word_at(const struct sheet *sheet, guint index)
{
	return &g_array_index(sheet->words, struct pdf_word, index);
}

static const struct pdf_part *part_at(const struct sheet *sheet, guint index)
{
	return &g_array_index(sheet->parts, struct pdf_part, index);
}

static const struct pdf_row *row_at(const struct sheet *sheet, guint index)
{
	return &g_array_index(sheet->rows, struct pdf_row, index);
}

static gint compare_double(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The usual distance between rows of text, so that a page set wide has no gaps in its paragraphs: the lower third, since
 * paragraphs of one line have theirs between them. */
static double usual_leading(const GArray *rows)
{
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(double));
	for (guint i = 1; i < rows->len; i++) {
		const struct pdf_row *row = &g_array_index(rows, struct pdf_row, i);
		double step = (row->bottom - row[-1].bottom) / MAX(row->size, 1);
		bool is_alike = fabs(row->size - row[-1].size) < 0.5;
		if (is_alike && step > 0.8 && step < LEADING_MAX)
			g_array_append_val(steps, step);
	}
	if (steps->len < 3)
		return USUAL_LEADING;
	g_array_sort(steps, compare_double);
	return g_array_index(steps, double, steps->len / 3);
}

/* White space above a part: to the part above it in its own column, or to the row above where there is none. */
static double gap_above(const struct sheet *sheet, const struct pdf_part *part)
{
	const struct pdf_row *row = row_at(sheet, part->row);
	if (part->row == 0)
		return 0;
	const struct pdf_row *above = row - 1;
	bool is_found = false;
	for (guint i = part->row; i-- > 0 && !is_found;) {
		const struct pdf_row *other = row_at(sheet, i);
		for (guint j = other->first_part; j < other->end_part && !is_found; j++) {
			const struct pdf_part *upper = part_at(sheet, j);
			is_found = MIN(part->right, upper->right) > MAX(part->left, upper->left);
		}
		if (is_found)
			above = other;
	}
	double leading = sheet->leading * MAX(row->size, 1);
	double gap = (row->bottom - above->bottom) / leading - 1;
	return CLAMP(round(gap * 100) / 100, 0, GAP_MAX) + 0.0; /* never a negative zero */
}

/* The words of a part as one text, and how much of it is bold. */
static void set_text(struct line *line, const struct sheet *sheet, const struct pdf_part *part)
{
	g_autoptr(GString) text = g_string_new(NULL);
	gsize bold = 0, italic = 0, all = 0;
	bool is_run_in = true;
	gsize run_in = 0;
	double size = 0;
	for (guint i = part->first; i < part->end; i++) {
		const struct pdf_word *word = word_at(sheet, i);
		gsize chars = (gsize)g_utf8_strlen(word->text, -1);
		if (i > part->first)
			g_string_append_c(text, ' ');
		g_string_append(text, word->text);
		all += chars;
		bold += word->bold ? chars : 0;
		italic += word->italic ? chars : 0;
		size += word->size * (double)chars;
		is_run_in = is_run_in && (word->bold || i < part->hang_word); /* the label before it may be light */
		if (is_run_in && word->bold)
			run_in = text->len;
		line->top = i == part->first ? word->top : MIN(line->top, word->top);
		line->bottom = MAX(line->bottom, word->bottom);
	}
	g_autofree char *composed = text_compose((struct span){text->str, text->len});
	g_autofree char *head = text_compose((struct span){text->str, run_in});
	g_autofree char *squeezed_head = text_squeeze(span_of(head));
	line->text = text_squeeze(span_of(composed));
	line->size = round(size / (double)MAX(all, 1) * 10) / 10;
	line->bold = bold * 10 >= all * 9;
	line->italic = italic * 10 >= all * 9;
	line->heading_bytes = line->bold ? 0 : (int)strlen(squeezed_head);
}

static struct line *add_line(const struct sheet *sheet, const struct pdf_part *part)
{
	struct line line = {.left = part->left, .right = part->right};
	set_text(&line, sheet, part);
	if (!*line.text) {
		g_free(line.text);
		return NULL;
	}
	if (part->hang_word > part->first)
		line.hang = word_at(sheet, part->hang_word)->left;
	struct line *added = page_add_line(sheet->page, "");
	g_free(added->text);
	*added = line;
	return added;
}

static void add_horizontal(struct page *page, GArray *words)
{
	g_autoptr(GArray) rows = pdf_rows_of(words);
	g_autoptr(GArray) parts = pdf_rows_part(rows, words);
	g_autoptr(GArray) order = pdf_columns_order(rows, parts);
	struct sheet sheet = {page, words, rows, parts, usual_leading(rows)};
	for (guint i = 0; i < order->len; i++) {
		const struct pdf_part *part = part_at(&sheet, g_array_index(order, guint, i));
		struct line *line = add_line(&sheet, part);
		if (!line)
			continue;
		line->baseline = (int)part->row + 1;
		line->gap = page->lines->len == 1 ? 0 : gap_above(&sheet, part);
	}
}

/* Turned words: each run the renderer saw is one line. */
static void add_vertical(struct page *page, const GArray *words, int baseline)
{
	struct sheet sheet = {.page = page, .words = words};
	for (guint i = 0; i < words->len;) {
		struct pdf_part part = {.first = i, .end = i + 1, .hang_word = i};
		part.left = word_at(&sheet, i)->left;
		part.right = word_at(&sheet, i)->right;
		while (part.end < words->len && !word_at(&sheet, part.end)->starts_run) {
			part.left = MIN(part.left, word_at(&sheet, part.end)->left);
			part.right = MAX(part.right, word_at(&sheet, part.end)->right);
			part.end++;
		}
		struct line *line = add_line(&sheet, &part);
		if (line) {
			line->baseline = ++baseline;
			line->gap = page->lines->len == 1 ? 0 : 1;
		}
		i = part.end;
	}
}

/* Moves the turned words of `words` behind those of `turned`. */
static void part_turned(GArray *turned, GArray *words)
{
	guint kept = 0;
	for (guint i = 0; i < words->len; i++) {
		struct pdf_word word = g_array_index(words, struct pdf_word, i);
		g_array_index(words, struct pdf_word, i).text = NULL;
		if (word.is_vertical)
			g_array_append_val(turned, word);
		else
			g_array_index(words, struct pdf_word, kept++) = word;
	}
	g_array_set_size(words, kept);
}

void pdf_lines_build(struct page *page, GArray *words)
{
	g_autoptr(GArray) turned = pdf_word_array_new();
	part_turned(turned, words);
	add_horizontal(page, words);
	int baselines = 0;
	for (guint i = 0; i < page->lines->len; i++)
		baselines = MAX(baselines, g_array_index(page->lines, struct line, i).baseline);
	add_vertical(page, turned, baselines);
}
