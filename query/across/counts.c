/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "counts.h"

#include "chart.h"
#include "setting.h"
#include "text.h"

/* Columns: between two things, of the shortest bars worth drawing, of a name that is still one. */
#define SPACE 2
#define BAR_LEAST 5
#define NAME_LEAST 10

/* Below this a timeline's captions are short ones. */
#define NARROW 48

static const struct facet_value *value_at(const struct facet *facet, guint n)
{
	return &g_array_index(facet->values, struct facet_value, n);
}

static guint digits(guint number)
{
	guint count = 1;
	for (; number >= 10; number /= 10)
		count++;
	return count;
}

char *counts_caption(const struct facet *facet)
{
	guint count = facet->values->len;
	const char *noun = facet->is_people ? (count == 1 ? "person" : "people") : count == 1 ? "value" : "values";
	return g_strdup_printf("%s: %u %s in %u hit%s", facet->name, count, noun, facet->hits,
			       facet->hits == 1 ? "" : "s");
}

const char *counts_gap(const struct timeline *timeline)
{
	return timeline->is_narrowed ? "no such papers indexed" : "no papers indexed";
}

static char *value_name(const struct facet_value *value)
{
	return value->is_unclear ? g_strdup_printf("%s (one of several)", value->name) : g_strdup(value->name);
}

struct row_style {
	guint name, number, bar; /* columns; name 0: the number first and the name as long as it is */
	guint most;
};

static void append_value(GString *out, const char *name, guint hits, const struct row_style *row)
{
	if (row->name == 0) {
		g_autofree char *whole = setting_cut(name, G_MAXSIZE);
		g_string_append_printf(out, "%*u  %s\n", (int)row->number, hits, whole);
		return;
	}
	g_autofree char *cut = setting_cut(name, row->name);
	g_string_append(out, cut);
	setting_pad(out, text_width(span_of(cut)), row->name);
	g_string_append_printf(out, "  %*u", (int)row->number, hits);
	if (row->bar > 0 && hits > 0)
		g_string_append_c(out, ' ');
	chart_bar(out, hits, row->most, row->bar);
	g_string_append_c(out, '\n');
}

static struct row_style facet_columns(const struct facet *facet, guint rows, guint width)
{
	struct row_style row = {.most = 0};
	guint widest = facet->none > 0 ? (guint)strlen("(none)") : 1;
	for (guint n = 0; n < rows; n++) {
		g_autofree char *name = value_name(value_at(facet, n));
		widest = MAX(widest, (guint)text_width(span_of(name)));
		row.most = MAX(row.most, value_at(facet, n)->hits);
	}
	row.number = MAX(digits(MAX(row.most, facet->none)), width > 0 ? 1 : 7);
	if (width == 0)
		return row;
	guint rest = width > row.number + SPACE + NAME_LEAST ? width - row.number - SPACE : NAME_LEAST;
	guint most_name = rest > NAME_LEAST + BAR_LEAST + 1 ? MAX(rest * 3 / 5, NAME_LEAST) : rest;
	row.name = MIN(widest, most_name);
	row.bar = rest - row.name > BAR_LEAST ? rest - row.name - 1 : 0;
	return row;
}

void counts_facet(GString *out, const struct facet *facet, struct counts_style style)
{
	g_autofree char *caption = counts_caption(facet);
	guint rows = style.rows > 0 ? MIN(style.rows, facet->values->len) : facet->values->len;
	struct row_style row = facet_columns(facet, rows, style.width);
	g_string_append_printf(out, "%s\n", caption);
	for (guint n = 0; n < rows; n++) {
		g_autofree char *name = value_name(value_at(facet, n));
		append_value(out, name, value_at(facet, n)->hits, &row);
	}
	if (rows < facet->values->len)
		g_string_append_printf(out, "and %u more\n", facet->values->len - rows);
	row.bar = 0;
	if (facet->none > 0)
		append_value(out, "(none)", facet->none, &row);
}

enum { HITS, PARAGRAPHS, MEETINGS, NUMBERS };

struct grid {
	guint name, columns[NUMBERS], bar, body; /* columns; 0: is not shown */
	guint most;
};

static const struct timeline_period *period_at(const struct timeline *timeline, guint n)
{
	return &g_array_index(timeline->periods, struct timeline_period, n);
}

static const char *const *grid_captions(guint width)
{
	static const char *const wide[NUMBERS] = {"hits", "paragraphs", "meetings"};
	static const char *const narrow[NUMBERS] = {"hits", "of", "mtg"};
	return width > 0 && width < NARROW ? narrow : wide;
}

static struct grid grid_columns(const struct timeline *timeline, guint width)
{
	static const guint name_columns[] = {7, 7, 10};
	struct grid grid = {.name = name_columns[timeline->step]};
	const char *const *captions = grid_captions(width);
	for (guint n = 0; n < timeline->periods->len; n++) {
		const struct timeline_period *period = period_at(timeline, n);
		grid.most = MAX(grid.most, period->hits);
		grid.columns[PARAGRAPHS] = MAX(grid.columns[PARAGRAPHS], digits(period->paragraphs));
		grid.columns[MEETINGS] = MAX(grid.columns[MEETINGS], digits(period->meetings));
	}
	grid.columns[HITS] = digits(grid.most);
	guint taken = grid.name;
	for (int n = 0; n < NUMBERS; n++) {
		grid.columns[n] = MAX(grid.columns[n], (guint)strlen(captions[n]));
		/* A meeting is one meeting, and its body stands there instead. */
		if (n == MEETINGS && timeline->step == TIMELINE_MEETING)
			grid.columns[n] = 0;
		else
			taken += SPACE + grid.columns[n];
	}
	guint rest = width > taken + SPACE ? width - taken - SPACE : 0;
	if (timeline->step == TIMELINE_MEETING) {
		grid.bar = rest / 3 >= BAR_LEAST ? rest / 3 : 0;
		rest -= grid.bar > 0 ? grid.bar + SPACE : 0;
		grid.body = rest >= NAME_LEAST ? rest : 0;
	} else {
		grid.bar = rest >= BAR_LEAST ? rest : 0;
	}
	return grid;
}

static void append_captions(GString *out, const struct timeline *timeline, const struct grid *grid, guint width)
{
	const char *const *captions = grid_captions(width);
	g_string_append_printf(out, "%-*s", (int)grid->name, timeline_step_name(timeline->step));
	for (int n = 0; n < NUMBERS; n++)
		if (grid->columns[n] > 0)
			g_string_append_printf(out, "  %*s", (int)grid->columns[n], captions[n]);
	g_string_append_c(out, '\n');
}

static void append_body(GString *out, const char *body, const struct grid *grid, guint width)
{
	if (!body || (width > 0 && grid->body == 0))
		return;
	g_autofree char *name = setting_cut(body, width > 0 ? grid->body : G_MAXSIZE);
	g_string_append_printf(out, "  %s", name);
}

static void append_period(GString *out, const struct timeline *timeline, guint at, const struct grid *grid, guint width)
{
	const struct timeline_period *period = period_at(timeline, at);
	const guint numbers[NUMBERS] = {period->hits, period->paragraphs, period->meetings};
	g_autofree char *name = timeline_period_name(timeline, period);
	g_autoptr(GString) line = g_string_new(NULL);
	g_string_append_printf(line, "%-*s", (int)grid->name, name);
	for (int n = 0; n < NUMBERS; n++)
		if (grid->columns[n] > 0)
			g_string_append_printf(line, "  %*u", (int)grid->columns[n], numbers[n]);
	if (grid->bar > 0) {
		g_autoptr(GString) bar = g_string_new(NULL);
		chart_bar(bar, period->hits, grid->most, grid->bar);
		g_string_append_printf(line, "  %s", bar->str);
		if (period->body && grid->body > 0)
			setting_pad(line, text_width(span_of(bar->str)), grid->bar);
	}
	append_body(line, period->body, grid, width);
	while (line->len > 0 && line->str[line->len - 1] == ' ')
		g_string_truncate(line, line->len - 1);
	g_string_append_printf(out, "%s\n", line->str);
}

guint counts_gap_end(const struct timeline *timeline, guint n)
{
	while (n < timeline->periods->len && timeline_is_gap(period_at(timeline, n)))
		n++;
	return n;
}

void counts_timeline(GString *out, const struct timeline *timeline, struct counts_style style)
{
	struct grid grid = grid_columns(timeline, style.width);
	append_captions(out, timeline, &grid, style.width);
	for (guint n = 0; n < timeline->periods->len; n++) {
		guint end = counts_gap_end(timeline, n);
		if (end == n) {
			append_period(out, timeline, n, &grid, style.width);
			continue;
		}
		g_autofree char *first = timeline_period_name(timeline, period_at(timeline, n));
		g_autofree char *last = timeline_period_name(timeline, period_at(timeline, end - 1));
		if (end - n == 1)
			g_string_append_printf(out, "%-*s  %s\n", (int)grid.name, first, counts_gap(timeline));
		else
			g_string_append_printf(out, "%s to %s  %s\n", first, last, counts_gap(timeline));
		n = end - 1;
	}
}
