/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "chart.h"
#include "counts.h"
#include "html_style.h"
#include "setting.h"
#include "text.h"

static void check_bar(guint value, guint most, guint columns, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);
	chart_bar(out, value, most, columns);
	ck_assert_str_eq(out->str, expected);
}

START_TEST(a_bar_is_as_long_as_its_share_in_eighths)
{
	check_bar(10, 10, 3, "\u2588\u2588\u2588");
	check_bar(5, 10, 3, "\u2588\u258c");
	check_bar(1, 8, 1, "\u258f");
	check_bar(7, 8, 1, "\u2589");
}
END_TEST

START_TEST(something_is_never_no_bar_and_nothing_is)
{
	check_bar(1, 1000000, 10, "\u258f");
	check_bar(0, 10, 10, "");
	check_bar(0, 0, 10, "");
	check_bar(5, 5, 0, "");
	check_bar(G_MAXUINT, G_MAXUINT, 2, "\u2588\u2588");
}
END_TEST

static char *draw(guint count, bool has_gap)
{
	struct chart chart;
	chart_init(&chart, "Found <by> year", "a \"table\" is below");
	for (guint n = 0; n < count; n++)
		chart_add(&chart, (struct chart_column){g_strdup_printf("%u", 2000 + n), g_strdup("5 & more"), n,
							has_gap && n == 1});
	GString *out = g_string_new(NULL);
	chart_svg(out, &chart);
	chart_clear(&chart);
	return g_string_free(out, FALSE);
}

static guint count_of(const char *text, const char *part)
{
	guint count = 0;
	for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
		count++;
	return count;
}

START_TEST(a_drawing_has_a_name_and_its_texts_are_escaped)
{
	g_autofree char *svg = draw(3, true);
	ck_assert_ptr_nonnull(strstr(svg, "role=\"img\" aria-labelledby=\"chart-title chart-description\""));
	ck_assert_ptr_nonnull(strstr(svg, ">Found &lt;by&gt; year</title>"));
	ck_assert_ptr_nonnull(strstr(svg, "a &quot;table&quot; is below</desc>"));
	ck_assert_uint_eq(count_of(svg, "<title>5 &amp; more</title>"), 3);
	ck_assert_uint_eq(count_of(svg, "class=\"chart-gap\""), 1);
	ck_assert_uint_eq(count_of(svg, "class=\"chart-bar\""), 2);
}
END_TEST

START_TEST(labels_are_left_out_where_there_is_no_room)
{
	g_autofree char *few = draw(10, false);
	g_autofree char *many = draw(300, false);
	ck_assert_uint_eq(count_of(few, "class=\"chart-label\""), 10);
	ck_assert_uint_eq(count_of(many, "class=\"chart-bar\""), 300);
	ck_assert_uint_le(count_of(many, "class=\"chart-label\""), 16);
	ck_assert_uint_ge(count_of(many, "class=\"chart-label\""), 5);
}
END_TEST

START_TEST(numbers_are_drawn_the_same_in_every_locale)
{
	g_autofree char *svg = draw(7, false);
	const char *box = strstr(svg, "<rect");
	ck_assert_ptr_nonnull(box);
	ck_assert_ptr_null(strstr(svg, "\"-"));
	ck_assert_ptr_null(strstr(svg, "nan"));
	ck_assert_uint_eq(count_of(svg, ","), 0);
}
END_TEST

/* Every line of it. */
static void check_width(const char *text, guint width)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++)
		ck_assert_msg(text_width(span_of(*line)) <= width, "%u: %s", width, *line);
}

static struct facet_value value(const char *name, guint hits)
{
	return (struct facet_value){(char *)name, hits, false};
}

START_TEST(a_facet_fits_every_terminal)
{
	struct facet facet = {.name = "speaker", .hits = 1200, .none = 7, .is_people = true};
	facet.values = g_array_new(FALSE, FALSE, sizeof(struct facet_value));
	const struct facet_value values[] = {
		value("Ada Okoro", 1000), value("\u5f35\u5927\u6587\u5148\u751f\u5f35\u5927\u6587\u5148\u751f", 30),
		value("The Right Honourable Lady Mirabel Fotheringhay-Okonjo of Otterbourne", 1)};
	g_array_append_vals(facet.values, values, G_N_ELEMENTS(values));
	for (guint width = 32; width <= 120; width++) {
		g_autoptr(GString) out = g_string_new(NULL);
		counts_facet(out, &facet, (struct counts_style){width, 0});
		check_width(out->str, width);
		ck_assert_ptr_nonnull(strstr(out->str, "1000"));
		ck_assert_ptr_nonnull(strstr(out->str, "Ada Okoro"));
	}
	g_autoptr(GString) page = g_string_new(NULL);
	counts_facet(page, &facet, (struct counts_style){80, 1});
	ck_assert_ptr_nonnull(strstr(page->str, "and 2 more\n"));
	g_autoptr(GString) plain = g_string_new(NULL);
	counts_facet(plain, &facet, (struct counts_style){0, 0});
	ck_assert_ptr_nonnull(strstr(plain->str, "      1  The Right Honourable Lady Mirabel Fotheringhay-Okonjo of "));
	ck_assert_ptr_null(strstr(plain->str, "\u2588"));
	g_array_unref(facet.values);
}
END_TEST

static void add_period(struct timeline *timeline, const char *low, const char *high, guint hits)
{
	struct timeline_period period = {.hits = hits, .paragraphs = hits * 7, .meetings = hits};
	g_strlcpy(period.low, low, sizeof(period.low));
	g_strlcpy(period.high, high, sizeof(period.high));
	g_array_append_val(timeline->periods, period);
}

START_TEST(a_timeline_fits_every_terminal_and_gaps_side_by_side_are_one_line)
{
	struct timeline timeline;
	timeline_init(&timeline);
	add_period(&timeline, "2012-01-01", "2012-12-31", 15);
	add_period(&timeline, "2013-01-01", "2013-12-31", 0);
	add_period(&timeline, "2014-01-01", "2014-12-31", 12345);
	add_period(&timeline, "2015-01-01", "2015-12-31", 0);
	add_period(&timeline, "2016-01-01", "2016-12-31", 0);
	add_period(&timeline, "", "", 2);
	for (guint width = 36; width <= 120; width++) {
		g_autoptr(GString) out = g_string_new(NULL);
		counts_timeline(out, &timeline, (struct counts_style){width, 0});
		check_width(out->str, width);
		ck_assert_ptr_nonnull(strstr(out->str, "2013     no papers indexed\n"));
		ck_assert_ptr_nonnull(strstr(out->str, "2015 to 2016  no papers indexed\n"));
		ck_assert_ptr_nonnull(strstr(out->str, "undated"));
	}
	g_autoptr(GString) plain = g_string_new(NULL);
	counts_timeline(plain, &timeline, (struct counts_style){0, 0});
	ck_assert_ptr_nonnull(strstr(plain->str, "year      hits  paragraphs  meetings\n"
						 "2012        15         105        15\n"));
	timeline_clear(&timeline);
}
END_TEST

/* `text` set at this width, what stands between < and > marked. */
static char *set(const char *text, guint width, bool color)
{
	GString *out = g_string_new(NULL);
	struct setting setting;
	setting_init(&setting, out, "  ", 0);
	setting.width = width;
	setting.color = color;
	g_auto(GStrv) runs = g_strsplit_set(text, "<>", -1);
	for (guint n = 0; runs[n]; n++)
		setting_text(&setting, runs[n], n % 2 ? SETTING_BOLD : SETTING_PLAIN);
	setting_clear(&setting);
	return g_string_free(out, FALSE);
}

START_TEST(lines_are_folded_at_spaces_wherever_marks_begin)
{
	g_autofree char *one = set("carers may <adopt> them all", 16, false);
	ck_assert_str_eq(one, "carers may adopt\n  them all");
	g_autofree char *two = set("carers may <adopt>. them", 16, false);
	ck_assert_str_eq(two, "carers may\n  adopt. them");
	g_autofree char *three = set("a <staying put> b", 0, true);
	ck_assert_str_eq(three, "a \x1b[1mstaying put\x1b[0m b");
	g_autofree char *four = set("one <two> three", 8, true);
	ck_assert_str_eq(four, "one \x1b[1mtwo\x1b[0m\n  three");
}
END_TEST

START_TEST(text_without_spaces_fills_its_lines)
{
	g_autofree char *wide = set("\u4f1a\u8b70\u4e8b\u9332\u4f1a\u8b70\u4e8b\u9332", 10, false);
	ck_assert_str_eq(wide, "\u4f1a\u8b70\u4e8b\u9332\u4f1a\n  \u8b70\u4e8b\u9332");
	/* A mark stays with its letter. */
	g_autofree char *marked = set("eeeeeeeee\u0301eeee", 9, false);
	ck_assert_str_eq(marked, "eeeeeeeee\u0301\n  eeee");
	for (guint width = 4; width < 40; width++) {
		g_autofree char *mixed = set(
			"Mr \u5f35 said \u4f1a\u8b70\u4e8b\u9332\u4f1a\u8b70 of <2016-05-26-minutes.txt> and e\u0301",
			width, false);
		check_width(mixed, width);
	}
}
END_TEST

START_TEST(what_is_too_wide_is_cut_at_a_character)
{
	g_autofree char *whole = setting_cut("Ada Okoro", 9);
	ck_assert_str_eq(whole, "Ada Okoro");
	g_autofree char *cut = setting_cut("Ada Okoro", 8);
	ck_assert_str_eq(cut, "Ada Oko\u2026");
	g_autofree char *wide = setting_cut("\u5f35\u5927\u6587", 4);
	ck_assert_str_eq(wide, "\u5f35\u2026");
	g_autofree char *harmless = setting_cut("a\x1b[31mb", 20);
	ck_assert_ptr_null(strchr(harmless, '\x1b'));
}
END_TEST

/* The colour of a custom property in the part of the style sheet behind `from`: relative luminance (WCAG 2.2). */
static double luminance(const char *from, const char *name)
{
	g_autofree char *property = g_strdup_printf("--%s: #", name);
	const char *at = strstr(from, property);
	ck_assert_msg(at != NULL, "%s", name);
	g_autofree char *digits = g_strndup(at + strlen(property), strcspn(at + strlen(property), ";"));
	bool is_short = strlen(digits) == 3;
	double parts[3];
	for (int n = 0; n < 3; n++) {
		char pair[3] = {digits[is_short ? n : 2 * n], digits[is_short ? n : 2 * n + 1], '\0'};
		double share = (double)strtoul(pair, NULL, 16) / 255;
		double base = (share + 0.055) / 1.055;
		/* To the power of 2.4, as 12 fifths. */
		double fifth = base;
		for (int step = 0; step < 60; step++)
			fifth -= (fifth * fifth * fifth * fifth * fifth - base) / (5 * fifth * fifth * fifth * fifth);
		double squared = fifth * fifth;
		parts[n] = share <= 0.04045 ? share / 12.92 : squared * squared * squared * squared * squared * squared;
	}
	return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

static double contrast(const char *from, const char *one, const char *other)
{
	double a = luminance(from, one) + 0.05;
	double b = luminance(from, other) + 0.05;
	return a > b ? a / b : b / a;
}

START_TEST(every_colour_of_the_page_can_be_read)
{
	static const char *const parts[] = {":root {", "prefers-color-scheme: dark", "@media print"};
	static const char *const texts[][2] = {{"ink", "paper"}, {"soft", "paper"},   {"ink", "tint"},
					       {"soft", "tint"}, {"accent", "paper"}, {"mark-ink", "mark"}};
	ck_assert(contrast(":root { --a: #000; --b: #fff; }", "a", "b") > 20.9);
	for (size_t n = 0; n < G_N_ELEMENTS(parts); n++) {
		const char *part = strstr(html_style(), parts[n]);
		ck_assert_ptr_nonnull(part);
		/* AA: 4.5 to 1. */
		for (size_t k = 0; k < G_N_ELEMENTS(texts); k++)
			ck_assert_msg(contrast(part, texts[k][0], texts[k][1]) >= 4.5, "%s: %s on %s", parts[n],
				      texts[k][0], texts[k][1]);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("chart");
	TCase *tests = tcase_create("chart");
	tcase_add_test(tests, a_bar_is_as_long_as_its_share_in_eighths);
	tcase_add_test(tests, something_is_never_no_bar_and_nothing_is);
	tcase_add_test(tests, a_drawing_has_a_name_and_its_texts_are_escaped);
	tcase_add_test(tests, labels_are_left_out_where_there_is_no_room);
	tcase_add_test(tests, numbers_are_drawn_the_same_in_every_locale);
	tcase_add_test(tests, a_facet_fits_every_terminal);
	tcase_add_test(tests, a_timeline_fits_every_terminal_and_gaps_side_by_side_are_one_line);
	tcase_add_test(tests, lines_are_folded_at_spaces_wherever_marks_begin);
	tcase_add_test(tests, text_without_spaces_fills_its_lines);
	tcase_add_test(tests, what_is_too_wide_is_cut_at_a_character);
	tcase_add_test(tests, every_colour_of_the_page_can_be_read);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
