/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pdf_rows.h"

#include <math.h>

#include "hang.h"

/* All of the font size unless said otherwise. */
#define BASELINE_SLACK 0.35 /* between the bottoms of words of one row; fonts differ in depth */
#define RAISED_SIZE 0.8     /* superscripts are smaller than that part of their neighbour */
#define RAISED_GAP 0.35
#define WIDE_GAP 1.5   /* parts a row in any case, unless its other gaps are wide too */
#define CLEAR_GAP 0.9  /* parts it where the renderer saw two pieces of text */
#define LOOSE_GAP 2.2  /* parts a justified row of wide gaps */
#define WEAK_GAP 0.7   /* parts it where its neighbours have a part that starts just there */
#define LABEL_GAP 0.4  /* wider than a space: text hangs from the label before it */
#define EDGE_SLACK 1.5 /* points between left edges of one column */
#define STRETCH_SLACK 1.0

enum { OPEN_ROWS = 4, VOTING_ROWS = 4, VOTES = 2 };

static const struct pdf_word *word_at(const GArray *words, guint index)
{
	return &g_array_index(words, struct pdf_word, index);
}

static gint compare_bottom(gconstpointer a, gconstpointer b)
{
	double x = ((const struct pdf_word *)a)->bottom, y = ((const struct pdf_word *)b)->bottom;
	return (x > y) - (x < y);
}

static gint compare_place(gconstpointer a, gconstpointer b)
{
	const struct pdf_word *x = a, *y = b;
	if (x->row != y->row)
		return x->row > y->row ? 1 : -1;
	return (x->left > y->left) - (x->left < y->left);
}

static bool is_ordinal(const struct pdf_word *word, const struct pdf_word *raised)
{
	static const char *const endings[] = {"st", "nd", "rd", "th"};
	size_t len = strlen(word->text);
	if (!g_ascii_isdigit(word->text[len - 1]))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
		const char *rest = raised->text + 2;
		if (g_str_has_prefix(raised->text, endings[i]) && !g_ascii_isalnum(*rest))
			return true;
	}
	return false;
}

/* A small raised word stands in the row of the word it belongs to; "20" and a raised "th" are one word. */
static void settle_raised(GArray *words)
{
	for (guint i = 1; i < words->len;) {
		struct pdf_word *word = &g_array_index(words, struct pdf_word, i - 1);
		struct pdf_word *raised = word + 1;
		double gap = raised->left - word->right;
		double overlap = MIN(word->bottom, raised->bottom) - MAX(word->top, raised->top);
		bool is_near = fabs(gap) <= RAISED_GAP * word->size && !word->is_vertical && !raised->is_vertical;
		bool is_raised = is_near && raised->size <= RAISED_SIZE * word->size &&
				 overlap >= 0.4 * (raised->bottom - raised->top);
		if (is_raised) {
			raised->top = word->top;
			raised->bottom = word->bottom;
		}
		if (is_near && overlap > 0 && gap < WEAK_GAP * word->size / 2 && (is_raised || raised->starts_run) &&
		    is_ordinal(word, raised)) {
			char *joined = g_strconcat(word->text, raised->text, NULL);
			g_free(word->text);
			word->text = joined;
			word->right = MAX(word->right, raised->right);
			g_array_remove_index(words, i);
			continue;
		}
		i++;
	}
}

/* The row among the last few on whose baseline the word stands; NULL for none. */
static struct pdf_row *find_row(GArray *rows, const struct pdf_word *word)
{
	struct pdf_row *best = NULL;
	for (guint i = rows->len > OPEN_ROWS ? rows->len - OPEN_ROWS : 0; i < rows->len; i++) {
		struct pdf_row *row = &g_array_index(rows, struct pdf_row, i);
		double away = fabs(row->bottom - word->bottom);
		double overlap = MIN(row->bottom, word->bottom) - MAX(row->top, word->top);
		bool fits = away <= BASELINE_SLACK * MIN(row->size, word->size) &&
			    overlap >= 0.5 * MIN(row->bottom - row->top, word->bottom - word->top);
		if (fits && (!best || away < fabs(best->bottom - word->bottom)))
			best = row;
	}
	return best;
}

/* Words come by their bottoms: those of a row together, but for its neighbours'. */
GArray *pdf_rows_of(GArray *words)
{
	GArray *rows = g_array_new(FALSE, TRUE, sizeof(struct pdf_row));
	settle_raised(words);
	g_array_sort(words, compare_bottom);
	for (guint i = 0; i < words->len; i++) {
		struct pdf_word *word = &g_array_index(words, struct pdf_word, i);
		struct pdf_row *row = find_row(rows, word);
		if (!row) {
			struct pdf_row fresh = {.top = word->top, .bottom = word->bottom, .size = word->size};
			g_array_append_val(rows, fresh);
			row = &g_array_index(rows, struct pdf_row, rows->len - 1);
		} else if (word->size > row->size) {
			row->top = word->top;
			row->bottom = word->bottom;
			row->size = word->size;
		}
		word->row = (guint)(row - &g_array_index(rows, struct pdf_row, 0));
	}
	g_array_sort(words, compare_place);
	for (guint i = 0; i < words->len; i++) {
		struct pdf_row *row = &g_array_index(rows, struct pdf_row, word_at(words, i)->row);
		if (row->end == 0)
			row->first = i;
		row->end = i + 1;
	}
	return rows;
}

static double gap_before(const GArray *words, guint index)
{
	return word_at(words, index)->left - word_at(words, index - 1)->right;
}

static gint compare_double(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The usual gap between words of the row: its median, 0 for a single word. */
static double usual_gap(const struct pdf_row *row, const GArray *words)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));
	for (guint i = row->first + 1; i < row->end; i++) {
		double gap = gap_before(words, i);
		g_array_append_val(gaps, gap);
	}
	g_array_sort(gaps, compare_double);
	return gaps->len > 0 ? g_array_index(gaps, double, (gaps->len - 1) / 2) : 0;
}

static bool has_edges_of(const struct pdf_row *row, const struct pdf_row *other, const GArray *words)
{
	return fabs(word_at(words, row->first)->left - word_at(words, other->first)->left) <= EDGE_SLACK &&
	       fabs(word_at(words, row->end - 1)->right - word_at(words, other->end - 1)->right) <= EDGE_SLACK;
}

static bool is_cut(const guint8 *starts, const struct pdf_row *row)
{
	return row->end > row->first + 1 && memchr(starts + row->first + 1, 1, row->end - row->first - 1);
}

/* Justified text may be stretched at a few places only: then its wide gaps are alike, and a row next to it fills the same
 * measure without any. */
static bool is_stretched(const guint8 *starts, const GArray *rows, guint index, const GArray *words)
{
	const struct pdf_row *row = &g_array_index(rows, struct pdf_row, index);
	double least = G_MAXDOUBLE, most = 0;
	guint wide = 0;
	for (guint i = row->first + 1; i < row->end; i++) {
		double gap = gap_before(words, i);
		if (!starts[i])
			continue;
		least = MIN(least, gap);
		most = MAX(most, gap);
		wide++;
	}
	if (wide < 2 || most - least > STRETCH_SLACK)
		return false;
	bool is_above = index > 0 && has_edges_of(row, row - 1, words) && !is_cut(starts, row - 1);
	bool is_below = index + 1 < rows->len && has_edges_of(row, row + 1, words) && !is_cut(starts, row + 1);
	return is_above || is_below;
}

/* Marks in `starts` the words that start a part by their own row's measure. */
static void mark_clear_starts(guint8 *starts, struct pdf_row *row, const GArray *words)
{
	row->usual_gap = MAX(usual_gap(row, words), 0);
	starts[row->first] = 1;
	for (guint i = row->first + 1; i < row->end; i++) {
		double em = MAX(word_at(words, i)->size, word_at(words, i - 1)->size);
		double limit = MAX(WIDE_GAP * em, MIN(3 * row->usual_gap, LOOSE_GAP * em));
		if (word_at(words, i)->starts_run)
			limit = CLEAR_GAP * em;
		starts[i] = gap_before(words, i) > limit;
	}
}

/* Whether a part starts there in that row; `or_may`: or could, behind a gap a little wide. */
static bool starts_at(const guint8 *starts, const struct pdf_row *row, const GArray *words, double left, bool or_may)
{
	for (guint i = row->first; i < row->end; i++) {
		bool is_start = starts[i] == 1;
		if (or_may && !is_start && !row->is_stretched)
			is_start = gap_before(words, i) >= WEAK_GAP * word_at(words, i)->size;
		if (is_start && fabs(word_at(words, i)->left - left) <= EDGE_SLACK)
			return true;
	}
	return false;
}

static guint count_votes(const guint8 *starts, const GArray *rows, guint index, const GArray *words, guint word)
{
	const struct pdf_row *row = &g_array_index(rows, struct pdf_row, index);
	guint low = index > VOTING_ROWS ? index - VOTING_ROWS : 0;
	guint high = MIN(index + VOTING_ROWS + 1, rows->len);
	double gap = gap_before(words, word);
	bool is_telling = gap >= CLEAR_GAP * word_at(words, word)->size && gap >= 3 * row->usual_gap;
	guint votes = 0;
	for (guint other = low; other < high; other++) {
		const struct pdf_row *voter = &g_array_index(rows, struct pdf_row, other);
		if (other != index && starts_at(starts, voter, words, word_at(words, word)->left, is_telling))
			votes += is_telling ? VOTES : 1;
	}
	return votes;
}

/* A narrower gap parts a row where parts of the rows around start at the same place. */
static void mark_weak_starts(guint8 *starts, const GArray *rows, guint index, const GArray *words)
{
	const struct pdf_row *row = &g_array_index(rows, struct pdf_row, index);
	for (guint i = row->first + 1; i < row->end && !row->is_stretched; i++) {
		bool is_weak = !starts[i] && gap_before(words, i) >= WEAK_GAP * word_at(words, i)->size;
		if (is_weak && count_votes(starts, rows, index, words, i) >= VOTES)
			starts[i] = 2;
	}
}

/* The bytes of a part's words joined, as hang.h wants to see them. */
static char *part_text(const struct pdf_part *part, const GArray *words)
{
	GString *text = g_string_new(NULL);
	for (guint i = part->first; i < part->end; i++)
		g_string_append_printf(text, "%s%s", i > part->first ? " " : "", word_at(words, i)->text);
	return g_string_free(text, FALSE);
}

/* Joins every label of the row to the part that hangs from it. */
static void join_labels(GArray *parts, guint first, const GArray *words)
{
	for (guint i = first; i + 1 < parts->len; i++) {
		struct pdf_part *part = &g_array_index(parts, struct pdf_part, i);
		const struct pdf_part *next = part + 1;
		g_autofree char *label = part_text(part, words);
		g_autofree char *text = part_text(next, words);
		if (!hang_holds(span_of(label), span_of(text), parts->len - first == 2))
			continue;
		part->hang_word = next->first;
		part->end = next->end;
		part->right = next->right;
		g_array_remove_index(parts, i + 1);
	}
}

/* A label may stand closer to its text than parts do. */
static void find_hang(struct pdf_part *part, const GArray *words)
{
	if (part->hang_word != part->first || part->end - part->first < 2)
		return;
	const struct pdf_word *label = word_at(words, part->first);
	enum hang_form form = hang_form_of(span_of(label->text));
	double gap = gap_before(words, part->first + 1);
	if (form == HANG_BULLET || ((form == HANG_LABEL || form == HANG_BARE) && gap >= LABEL_GAP * label->size))
		part->hang_word = part->first + 1;
}

static void cut_row(GArray *parts, struct pdf_row *row, const guint8 *starts, const GArray *words)
{
	row->first_part = parts->len;
	for (guint i = row->first; i < row->end; i++) {
		const struct pdf_word *word = word_at(words, i);
		if (starts[i]) {
			struct pdf_part part = {word->row, i, i, i, word->left, word->right};
			g_array_append_val(parts, part);
		}
		struct pdf_part *last = &g_array_index(parts, struct pdf_part, parts->len - 1);
		last->end = i + 1;
		last->right = MAX(last->right, word->right);
	}
	join_labels(parts, row->first_part, words);
	row->end_part = parts->len;
	for (guint i = row->first_part; i < row->end_part; i++)
		find_hang(&g_array_index(parts, struct pdf_part, i), words);
}

GArray *pdf_rows_part(GArray *rows, const GArray *words)
{
	GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct pdf_part));
	g_autoptr(GByteArray) marks = g_byte_array_new();
	g_byte_array_set_size(marks, words->len);
	guint8 *starts = marks->data;
	for (guint i = 0; i < rows->len; i++)
		mark_clear_starts(starts, &g_array_index(rows, struct pdf_row, i), words);
	for (guint i = 0; i < rows->len; i++) {
		struct pdf_row *row = &g_array_index(rows, struct pdf_row, i);
		row->is_stretched = is_stretched(starts, rows, i, words);
		if (row->is_stretched)
			memset(starts + row->first + 1, 0, row->end - row->first - 1);
	}
	for (guint i = 0; i < rows->len; i++)
		mark_weak_starts(starts, rows, i, words);
	for (guint i = 0; i < rows->len; i++)
		cut_row(parts, &g_array_index(rows, struct pdf_row, i), starts, words);
	return parts;
}
