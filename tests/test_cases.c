/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each cases/parse/NAME.in is a paper, NAME.out what its records are: a line "# type, date" and "## minute (item) title"
 * wherever these change, "### section" likewise, then "kind label: text", who speaks and what is confirmed. UPDATE_CASES=1
 * rewrites them. */
#include <check.h>
#include <stdlib.h>

#include "parse_fixture.h"

#define CASES TESTS_DIR "/cases/parse"

static GPtrArray *names; /* char *, without the ending */

static int compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void find_cases(void)
{
	names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(CASES, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));)
		if (g_str_has_suffix(name, ".in"))
			g_ptr_array_add(names, g_strndup(name, strlen(name) - 3));
	g_ptr_array_sort(names, compare_names);
}

static void print_part(GString *out, const char *before, const char *value, const char *behind)
{
	if (value)
		g_string_append_printf(out, "%s%s%s", before, value, behind);
}

/* The lines above a record that say where it stands. */
static char *print_item(const struct record *record)
{
	GString *out = g_string_new("##");
	print_part(out, " ", record->minute, "");
	print_part(out, " (", record->agenda_item, ")");
	print_part(out, " ", record->title, "");
	return g_string_free(out, FALSE);
}

static char *print_meeting(const struct record *record)
{
	GString *out = g_string_new("# ");
	g_string_append_printf(out, "%s, %s", record_type_name(record->type), record->date ? record->date : "undated");
	print_part(out, ", ", record->standing, "");
	return g_string_free(out, FALSE);
}

/* A line that differs from the last of its sort. */
static void print_change(GString *out, char **last, char *line)
{
	if (g_strcmp0(*last, line) != 0)
		g_string_append_printf(out, "%s\n", line);
	g_free(*last);
	*last = line;
}

static void print_speakers(GString *out, const struct record *record)
{
	for (guint i = 0; i < record->speakers->len; i++) {
		const struct speaker *speaker = &g_array_index(record->speakers, struct speaker, i);
		g_string_append_printf(out, "\t%s: %s\n", speaker->basis == SPEAKER_DIRECT ? "direct" : "lead",
				       speaker->name);
	}
}

static void print_record(GString *out, const struct record *record)
{
	g_string_append(out, record_kind_name(record->kind));
	print_part(out, " ", record->label, "");
	if (record->page)
		g_string_append_printf(out, record->page == record->page_end ? " @%d" : " @%d-%d", record->page,
				       record->page_end);
	print_part(out, " [", record->page_label, "]");
	g_string_append_printf(out, ": %s\n", record->text);
	print_speakers(out, record);
	for (guint i = 0; i < record->confirms->len; i++)
		g_string_append_printf(out, "\tconfirms: %s\n", (const char *)g_ptr_array_index(record->confirms, i));
}

/* Furniture stands nowhere in particular. */
static char *print_paper(const struct paper *paper)
{
	GString *out = g_string_new(NULL);
	g_autofree char *meeting = NULL, *item = g_strdup("##"), *section = g_strdup("###");
	for (guint i = 0; i < paper->records->len; i++) {
		const struct record *record = fixture_record(paper, i);
		if (record->kind != KIND_FURNITURE) {
			print_change(out, &meeting, print_meeting(record));
			print_change(out, &item, print_item(record));
			print_change(out, &section, g_strconcat("### ", record->section ? record->section : "-", NULL));
		}
		print_record(out, record);
	}
	return g_string_free(out, FALSE);
}

static guint differing_line(char *const *a, char *const *b)
{
	guint i = 0;
	while (a[i] && g_strcmp0(a[i], b[i]) == 0)
		i++;
	return i;
}

START_TEST(records_are_as_the_case_says)
{
	const char *name = names->pdata[_i];
	g_autofree char *in = g_strdup_printf(CASES "/%s.in", name), *out = g_strdup_printf(CASES "/%s.out", name);
	g_autofree char *bytes = NULL, *want = NULL, *file = g_path_get_basename(in);
	size_t len = 0;
	ck_assert(g_file_get_contents(in, &bytes, &len, NULL));
	struct paper paper;
	fixture_paper(&paper, (struct span){bytes, len}, file);
	g_autofree char *got = print_paper(&paper);
	paper_clear(&paper);
	if (g_getenv("UPDATE_CASES")) {
		ck_assert(g_file_set_contents(out, got, -1, NULL));
		return;
	}
	ck_assert_msg(g_file_get_contents(out, &want, NULL, NULL), "no %s.out: UPDATE_CASES=1 writes it", name);
	g_auto(GStrv) got_lines = g_strsplit(got, "\n", -1);
	g_auto(GStrv) want_lines = g_strsplit(want, "\n", -1);
	guint at = differing_line(want_lines, got_lines);
	ck_assert_msg(strcmp(got, want) == 0, "%s.out, line %u\n  wanted: %s\n  got:    %s", name, at + 1,
		      want_lines[at], got_lines[at]);
}
END_TEST

START_TEST(cases_are_found)
{
	ck_assert_uint_ge(names->len, 25);
}
END_TEST

int main(void)
{
	find_cases();
	Suite *suite = suite_create("cases");
	TCase *parse = tcase_create("parse");
	tcase_add_test(parse, cases_are_found);
	tcase_add_loop_test(parse, records_are_as_the_case_says, 0, (int)names->len);
	suite_add_tcase(suite, parse);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	g_ptr_array_unref(names);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
