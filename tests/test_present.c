/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "present.h"

/* One hit of a record, of which `change` makes what is wanted, in this format with all that stands around it. */
static char *print(const char *format_name, void (*change)(struct record *))
{
	const struct present_format *format = present_find(format_name);
	ck_assert_ptr_nonnull(format);
	struct record *record = record_new();
	record->id = g_strdup("0123456789ab#7");
	record->path = g_strdup("papers/a.txt");
	record->date = g_strdup("2016-05-26");
	record->body = g_strdup("Otter Panel");
	record->title = g_strdup("Bridges");
	record->text = g_strdup("A heron on the bridge.");
	record_add_speaker(record, "Ada Okoro", SPEAKER_DIRECT);
	record_add_speaker(record, "Mr Ash", SPEAKER_LEAD);
	if (change)
		change(record);
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	struct match_mark mark = {2, 7};
	g_array_append_val(marks, mark);
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	struct present_answer answer = {
		.query = "heron", .described = "paragraphs", .total = 1, .end = 1, .has_hits = true, .facets = none};
	struct present_hit hit = {.rank = 1,
				  .score = 2.5,
				  .record = record,
				  .marks = marks,
				  .before = none,
				  .after = none,
				  .copies = none,
				  .is_first = true};
	struct present_style style = {.end_of_record = '\n'};
	GString *out = g_string_new(NULL);
	if (format->begin)
		format->begin(out, &answer, &style);
	format->hit(out, &hit, &style);
	if (format->end)
		format->end(out, &answer, &style);
	record_free(record);
	ck_assert(g_utf8_validate(out->str, (gssize)out->len, NULL));
	return g_string_free(out, FALSE);
}

static void set(char **field, const char *value)
{
	g_free(*field);
	*field = g_strdup(value);
}

/* RFC 4180: the cells of a line, quotes taken off; `*text` moves behind its CRLF. */
static GPtrArray *read_line(const char **text)
{
	GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
	GString *cell = g_string_new(NULL);
	bool is_quoted = false;
	const char *at = *text;
	for (; *at && (is_quoted || strncmp(at, "\r\n", 2) != 0); at++) {
		if (*at == '"' && is_quoted && at[1] == '"')
			g_string_append_c(cell, *at++);
		else if (*at == '"')
			is_quoted = !is_quoted;
		else if (*at == ',' && !is_quoted) {
			g_ptr_array_add(cells, g_string_free(cell, FALSE));
			cell = g_string_new(NULL);
		} else
			g_string_append_c(cell, *at);
	}
	ck_assert_msg(!is_quoted && *at, "a line has no end");
	g_ptr_array_add(cells, g_string_free(cell, FALSE));
	*text = at + 2;
	return cells;
}

static char *cell_of(const char *csv, const char *column)
{
	const char *at = csv + strlen("\ufeff");
	g_autoptr(GPtrArray) names = read_line(&at);
	g_autoptr(GPtrArray) cells = read_line(&at);
	ck_assert_uint_eq(names->len, cells->len);
	ck_assert_str_eq(at, "");
	for (guint n = 0; n < names->len; n++)
		if (strcmp(g_ptr_array_index(names, n), column) == 0)
			return g_strdup(g_ptr_array_index(cells, n));
	ck_abort_msg("no column %s", column);
}

static void check_cell(const char *csv, const char *column, const char *expected)
{
	g_autofree char *cell = cell_of(csv, column);
	ck_assert_str_eq(cell, expected);
}

START_TEST(columns_of_csv_stand_in_the_order_of_the_contract)
{
	g_autofree char *csv = print("csv", NULL);
	ck_assert_msg(g_str_has_prefix(csv, "\ufeffdate,body,speakers,title,text,citation,rank,"), "%s", csv);
	check_cell(csv, "date", "2016-05-26");
	check_cell(csv, "speakers", "Ada Okoro; Mr Ash");
	check_cell(csv, "citation", "Otter Panel, 26 May 2016 [a.txt]");
	check_cell(csv, "score", "2.5000");
	check_cell(csv, "label", "");
}
END_TEST

static void make_awkward(struct record *record)
{
	set(&record->title, "\"Bridges\", and\r\nroads");
	set(&record->path, "odd\tname\n.txt");
}

START_TEST(quotes_commas_and_line_ends_come_back_from_csv)
{
	g_autofree char *csv = print("csv", make_awkward);
	check_cell(csv, "title", "\"Bridges\", and\r\nroads");
	check_cell(csv, "path", "odd\tname\n.txt");
	g_autofree char *tsv = print("tsv", make_awkward);
	g_auto(GStrv) lines = g_strsplit(tsv, "\n", -1);
	ck_assert_uint_eq(g_strv_length(lines), 3);
	g_auto(GStrv) names = g_strsplit(lines[0], "\t", -1);
	g_auto(GStrv) cells = g_strsplit(lines[1], "\t", -1);
	ck_assert_uint_eq(g_strv_length(names), g_strv_length(cells));
	ck_assert_str_eq(names[0], "date");
	ck_assert_str_eq(cells[3], "\"Bridges\", and  roads");
}
END_TEST

static void make_formula(struct record *record)
{
	set(&record->text, "=HYPERLINK(\"http://example.org\")");
	set(&record->title, "+1");
	set(&record->body, "-1");
	set(&record->section, "@SUM(A1)");
	set(&record->label, "\tx");
	set(&record->minute, "\rx");
	set(&record->agenda_item, "\uff1d1");
	set(&record->url, "http://example.org/=1");
}

START_TEST(no_cell_is_a_formula)
{
	g_autofree char *csv = print("csv", make_formula);
	check_cell(csv, "text", "'=HYPERLINK(\"http://example.org\")");
	check_cell(csv, "title", "'+1");
	check_cell(csv, "body", "'-1");
	check_cell(csv, "section", "'@SUM(A1)");
	check_cell(csv, "label", "'\tx");
	check_cell(csv, "minute", "'\rx");
	check_cell(csv, "agenda_item", "'\uff1d1");
	check_cell(csv, "url", "http://example.org/=1");
	g_autofree char *tsv = print("tsv", make_formula);
	ck_assert_ptr_nonnull(strstr(tsv, "\t'+1\t'=HYPERLINK("));
}
END_TEST

static void make_hostile(struct record *record)
{
	set(&record->text, "A heron<script>alert(1)</script> & \"more\" \u202eback");
	set(&record->title, "</title><img src=x onerror=alert(2)>");
	set(&record->body, "\"><b>bold</b>");
	set(&record->url, "javascript:alert(3)");
	set(&record->path, "x\"' onload='alert(4)");
	record_add_speaker(record, "<i>Ivor</i>", SPEAKER_DIRECT);
}

START_TEST(nothing_of_a_paper_is_markup_of_the_page)
{
	g_autofree char *page = print("html", make_hostile);
	static const char *const banned[] = {"<script",     "<img",        "<b>",    "<i>",
					     "javascript:", "<a href=\"x", "\u202e", "onload='"};
	for (size_t n = 0; n < G_N_ELEMENTS(banned); n++)
		ck_assert_msg(!strstr(page, banned[n]), "%s", banned[n]);
	ck_assert_ptr_nonnull(strstr(page, "A <mark>heron</mark>&lt;script&gt;alert(1)&lt;/script&gt; &amp; "));
}
END_TEST

static void make_link(struct record *record)
{
	set(&record->url, "https://example.org/papers?a=1&b=\"2\"");
}

START_TEST(a_paper_on_the_web_is_a_link)
{
	g_autofree char *page = print("html", make_link);
	ck_assert_ptr_nonnull(
		strstr(page, "<a href=\"https://example.org/papers?a=1&amp;b=&quot;2&quot;\" rel=\"noreferrer\">"));
}
END_TEST

START_TEST(a_page_needs_nothing_and_says_its_language)
{
	g_autofree char *page = print("html", NULL);
	ck_assert(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"en\">"));
	ck_assert_ptr_nonnull(strstr(page, "default-src 'none'"));
	ck_assert_ptr_nonnull(strstr(page, "<h1>heron</h1>"));
	ck_assert_ptr_null(strstr(page, "src="));
	ck_assert_ptr_null(strstr(page, "@import"));
	ck_assert_ptr_null(strstr(page, "<link"));
	ck_assert(g_str_has_suffix(page, "</html>\n"));
}
END_TEST

START_TEST(every_format_prints_the_hit)
{
	g_autofree char *names = present_names();
	g_auto(GStrv) list = g_strsplit(names, ", ", -1);
	ck_assert_uint_eq(g_strv_length(list), 7);
	for (char **name = list; *name; name++) {
		g_autofree char *printed = print(*name, NULL);
		bool is_ids = strcmp(*name, "ids") == 0;
		ck_assert_msg(strstr(printed, is_ids ? "0123456789ab#7" : "heron") != NULL, "%s", *name);
	}
	ck_assert_ptr_null(present_find("xml"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("present");
	TCase *tests = tcase_create("present");
	tcase_add_test(tests, columns_of_csv_stand_in_the_order_of_the_contract);
	tcase_add_test(tests, quotes_commas_and_line_ends_come_back_from_csv);
	tcase_add_test(tests, no_cell_is_a_formula);
	tcase_add_test(tests, nothing_of_a_paper_is_markup_of_the_page);
	tcase_add_test(tests, a_paper_on_the_web_is_a_link);
	tcase_add_test(tests, a_page_needs_nothing_and_says_its_language);
	tcase_add_test(tests, every_format_prints_the_hit);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
