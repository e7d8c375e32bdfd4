/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "chart.h"

#include "html.h"
#include "text.h"

/* Of the drawing, in units of its own: the whole, and what is left free around the columns. */
#define WIDTH 960
#define HEIGHT 240
#define LEFT 44
#define SCALE_END 36
#define TOP 14
#define BOTTOM 28

/* Steps of the scale at most, and about how wide a letter of a label is. */
#define GRID_LINES 4
#define LETTER_WIDTH 12

void chart_bar(GString *out, guint value, guint most, guint columns)
{
	static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	if (value == 0 || most == 0 || columns == 0)
		return;
	guint64 length = MAX(((guint64)value * columns * 8 + most / 2) / most, 1);
	for (guint64 n = 0; n < length / 8; n++)
		g_string_append(out, "█");
	g_string_append(out, eighths[length % 8]);
}

static void column_clear(gpointer data)
{
	struct chart_column *column = data;
	g_free(column->label);
	g_free(column->legend);
}

void chart_init(struct chart *chart, const char *title, const char *description)
{
	*chart = (struct chart){title, description, g_array_new(FALSE, FALSE, sizeof(struct chart_column)), 0};
	g_array_set_clear_func(chart->columns, column_clear);
}

void chart_clear(struct chart *chart)
{
	g_array_unref(chart->columns);
}

void chart_add(struct chart *chart, struct chart_column column)
{
	g_array_append_val(chart->columns, column);
}

static const struct chart_column *column_at(const struct chart *chart, guint n)
{
	return &g_array_index(chart->columns, struct chart_column, n);
}

/* The round step (1, 2 or 5 and noughts) that takes at most GRID_LINES steps to `most`. */
static guint64 grid_step(guint64 most)
{
	static const guint64 round[] = {1, 2, 5};
	for (guint64 power = 1;; power *= 10)
		for (size_t n = 0; n < G_N_ELEMENTS(round); n++)
			if (round[n] * power * GRID_LINES >= most)
				return round[n] * power;
}

/* Tenths are enough, and are the same in every locale. */
static void append_number(GString *out, const char *name, guint64 tenths)
{
	g_string_append_printf(out, " %s=\"%" G_GUINT64_FORMAT, name, tenths / 10);
	if (tenths % 10 > 0)
		g_string_append_printf(out, ".%" G_GUINT64_FORMAT, tenths % 10);
	g_string_append_c(out, '"');
}

static void append_box(GString *out, const char *class, const guint64 box[4])
{
	static const char *const names[] = {"x", "y", "width", "height"};
	g_string_append_printf(out, "<rect class=\"%s\"", class);
	for (size_t n = 0; n < G_N_ELEMENTS(names); n++)
		append_number(out, names[n], box[n]);
}

static void append_grid(GString *out, guint64 most, guint64 step)
{
	guint64 height = HEIGHT - TOP - BOTTOM;
	for (guint64 value = 0; value <= most; value += step) {
		guint64 y = (TOP + height) * 10 - value * height * 10 / most;
		g_string_append(
			out, "<line class=\"chart-grid\" x1=\"" G_STRINGIFY(LEFT) "\" x2=\"" G_STRINGIFY(WIDTH) "\"");
		append_number(out, "y1", y);
		append_number(out, "y2", y);
		g_string_append(out, "/><text class=\"chart-scale\" x=\"" G_STRINGIFY(SCALE_END) "\" dy=\"4\"");
		append_number(out, "y", y);
		g_string_append_printf(out, ">%" G_GUINT64_FORMAT "</text>\n", value);
	}
}

static void append_column(GString *out, const struct chart *chart, guint n, guint64 most)
{
	const struct chart_column *column = column_at(chart, n);
	guint64 tenths = (guint64)(WIDTH - LEFT) * 10;
	guint64 height = (guint64)(HEIGHT - TOP - BOTTOM) * 10;
	guint64 slot = tenths / chart->columns->len;
	/* Gaps side by side are one field. */
	guint64 bar = column->is_gap ? slot + 1 : MAX(MIN(slot * 7 / 10, 560), 1);
	guint64 left = (guint64)LEFT * 10 + tenths * n / chart->columns->len + (slot > bar ? (slot - bar) / 2 : 0);
	guint64 length = column->is_gap ? height : (guint64)column->value * height / most;
	if (column->value > 0)
		length = MAX(length, 10);
	g_autofree char *legend = html_escape(column->legend);
	append_box(out, column->is_gap ? "chart-gap" : "chart-bar",
		   (const guint64[]){left, (guint64)TOP * 10 + height - length, bar, length});
	g_string_append_printf(out, "><title>%s</title></rect>\n", legend);
}

/* Every n-th label, so that none touches the next. */
static void append_labels(GString *out, const struct chart *chart)
{
	guint64 widest = 1;
	for (guint n = 0; n < chart->columns->len; n++)
		widest = MAX(widest, text_width(span_of(column_at(chart, n)->label)));
	guint64 room = WIDTH - LEFT;
	guint64 every = (chart->columns->len * (widest + 1) * LETTER_WIDTH + room - 1) / room;
	for (guint n = 0; n < chart->columns->len; n += (guint)every) {
		guint64 middle =
			(guint64)LEFT * 10 + room * 10 * (2 * (guint64)n + 1) / (2 * (guint64)chart->columns->len);
		g_autofree char *label = html_escape(column_at(chart, n)->label);
		g_string_append_printf(out, "<text class=\"chart-label\" y=\"%d\"", HEIGHT - 8);
		append_number(out, "x", middle);
		g_string_append_printf(out, ">%s</text>\n", label);
	}
}

/* What the style of a page knows by this id alone. */
static void append_hatch(GString *out)
{
	g_string_append(out,
			"<defs><pattern id=\"chart-hatch\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\" "
			"patternTransform=\"rotate(45)\"><line class=\"chart-hatch\" x1=\"0\" y1=\"0\" x2=\"0\" "
			"y2=\"10\"/></pattern></defs>\n");
}

void chart_shared(GString *out)
{
	g_string_append(out, "<svg class=\"shared\" aria-hidden=\"true\" width=\"0\" height=\"0\">");
	append_hatch(out);
	g_string_append(out, "</svg>\n");
}

void chart_svg(GString *out, const struct chart *chart)
{
	guint64 most = 1;
	for (guint n = 0; n < chart->columns->len; n++)
		most = MAX(most, column_at(chart, n)->value);
	guint64 step = grid_step(most);
	most = (most + step - 1) / step * step;
	g_autofree char *title = html_escape(chart->title);
	g_autofree char *description = html_escape(chart->description);
	g_autofree char *own = chart->number > 0 ? g_strdup_printf("-%u", chart->number) : g_strdup("");
	g_string_append_printf(
		out,
		"<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"chart-title%s "
		"chart-description%s\">\n<title id=\"chart-title%s\">%s</title>\n"
		"<desc id=\"chart-description%s\">%s</desc>\n",
		WIDTH, HEIGHT, own, own, own, title, own, description);
	if (chart->number == 0)
		append_hatch(out);
	append_grid(out, most, step);
	for (guint n = 0; n < chart->columns->len; n++)
		append_column(out, chart, n, most);
	append_labels(out, chart);
	g_string_append(out, "</svg>\n");
}
