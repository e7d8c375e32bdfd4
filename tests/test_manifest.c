/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "fault.h"
#include "manifest.h"

static char *folder;
static char *path;
static GPtrArray *complaints, *notes;
static struct manifest *manifest;

static void set_up(void)
{
	folder = g_dir_make_tmp("manifest-XXXXXX", NULL);
	path = g_build_filename(folder, "manifest.csv", NULL);
	complaints = g_ptr_array_new_with_free_func(g_free);
	notes = g_ptr_array_new_with_free_func(g_free);
	manifest = NULL;
	static const char *const papers[] = {"a.txt", "b.txt", "two, \"quoted\".txt", "two\nlines.txt"};
	for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autofree char *paper = g_build_filename(folder, papers[i], NULL);
		ck_assert(g_file_set_contents(paper, "", 0, NULL));
	}
}

static void tear_down(void)
{
	manifest_close(manifest);
	GDir *dir = g_dir_open(folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir));) {
		g_autofree char *child = g_build_filename(folder, name, NULL);
		g_remove(child);
	}
	g_dir_close(dir);
	g_rmdir(folder);
	g_ptr_array_unref(complaints);
	g_ptr_array_unref(notes);
	g_free(path);
	g_free(folder);
}

static void read_text(const char *text)
{
	g_autoptr(GError) error = NULL;
	ck_assert(g_file_set_contents(path, text, -1, NULL));
	ck_assert_msg(manifest_open(&manifest, path, complaints, notes, &error), "%s", error ? error->message : "");
}

static const struct manifest_entry *entry_of(const char *name)
{
	g_autofree char *paper = g_build_filename(folder, name, NULL);
	return manifest_find(manifest, paper);
}

static void expect_complaint(guint i, const char *said)
{
	g_autofree char *full = g_strdup_printf("%s:%s", path, said);
	ck_assert_uint_gt(complaints->len, i);
	ck_assert_str_eq(complaints->pdata[i], full);
}

START_TEST(reads_columns_in_any_order_and_leaves_absent_ones_unsaid)
{
	read_text("Type,path,url,date\r\nminutes,a.txt,https://example.org/a,2016-05-26\r\n,b.txt,,\r\n");
	const struct manifest_entry *entry = entry_of("a.txt");
	ck_assert_str_eq(entry->type, "minutes");
	ck_assert_str_eq(entry->date, "2016-05-26");
	ck_assert_str_eq(entry->url, "https://example.org/a");
	ck_assert_ptr_null(entry->council);
	entry = entry_of("b.txt");
	ck_assert_ptr_null(entry->type);
	ck_assert_ptr_null(entry->date);
	ck_assert_uint_eq(complaints->len + notes->len, 0);
}
END_TEST

START_TEST(reads_quotes_commas_newlines_and_a_byte_order_mark)
{
	read_text("\xef\xbb\xbfpath,body\n\"two, \"\"quoted\"\".txt\",\"Health, "
		  "Care\"\n\"two\nlines.txt\",Caf\xc3\xa9\n");
	ck_assert_str_eq(entry_of("two, \"quoted\".txt")->body, "Health, Care");
	ck_assert_str_eq(entry_of("two\nlines.txt")->body, "Café");
	ck_assert_uint_eq(complaints->len, 0);
}
END_TEST

START_TEST(the_last_row_needs_no_newline_and_blank_lines_mean_nothing)
{
	read_text("path,body\n\na.txt,Panel\n\n\nb.txt,Cabinet");
	ck_assert_str_eq(entry_of("a.txt")->body, "Panel");
	ck_assert_str_eq(entry_of("b.txt")->body, "Cabinet");
	ck_assert_uint_eq(complaints->len, 0);
}
END_TEST

START_TEST(takes_the_dates_a_spreadsheet_writes)
{
	read_text("path,date\na.txt,26/05/2016\nb.txt,1/2/2013\n");
	ck_assert_str_eq(entry_of("a.txt")->date, "2016-05-26");
	ck_assert_str_eq(entry_of("b.txt")->date, "2013-02-01");
}
END_TEST

START_TEST(a_bad_date_is_named_with_its_line_and_the_rest_of_the_row_holds)
{
	read_text("path,date,body\n\"two\nlines.txt\",2016-05-26,Panel\na.txt,2015-02-29,Cabinet\nb.txt,05/26/"
		  "2016,Board\n");
	expect_complaint(0, "4: \"2015-02-29\" is no date and is left out; write 2016-05-26 or 26/05/2016");
	expect_complaint(1, "5: \"05/26/2016\" is no date and is left out; write 2016-05-26 or 26/05/2016");
	ck_assert_ptr_null(entry_of("a.txt")->date);
	ck_assert_str_eq(entry_of("a.txt")->body, "Cabinet");
	ck_assert_str_eq(entry_of("two\nlines.txt")->date, "2016-05-26");
}
END_TEST

START_TEST(a_bad_type_is_named_and_case_does_not_matter)
{
	read_text("path,type\na.txt,Minutes\nb.txt,memo\n");
	expect_complaint(0,
			 "3: \"memo\" is no type and is left out; there are minutes, agenda, report, decision, other");
	ck_assert_str_eq(entry_of("a.txt")->type, "minutes");
	ck_assert_ptr_null(entry_of("b.txt")->type);
}
END_TEST

START_TEST(a_path_named_again_is_named_and_the_first_holds)
{
	read_text("path,body\na.txt,First\n./a.txt,Second\n");
	expect_complaint(0, "3: ./a.txt is named again and left out; line 2 holds");
	ck_assert_str_eq(entry_of("a.txt")->body, "First");
}
END_TEST

START_TEST(missing_outside_and_nameless_papers_are_named)
{
	read_text("path,body\nz.txt,Panel\n../a.txt,Panel\n,Panel\n");
	expect_complaint(0, "2: z.txt is not there");
	expect_complaint(1, "3: ../a.txt lies outside this folder and is left out");
	expect_complaint(2, "4: names no path and is left out");
}
END_TEST

START_TEST(an_unknown_column_is_a_note)
{
	read_text("path,Remarks,body\na.txt,late,Panel\n");
	ck_assert_uint_eq(complaints->len, 0);
	ck_assert_uint_eq(notes->len, 1);
	ck_assert_ptr_nonnull(strstr(notes->pdata[0], ":1: column \"Remarks\" is not known"));
	ck_assert_str_eq(entry_of("a.txt")->body, "Panel");
}
END_TEST

START_TEST(windows_1252_is_understood)
{
	read_text("path,body\na.txt,Caf\xe9 \x96 Board\n");
	ck_assert_str_eq(entry_of("a.txt")->body, "Café – Board");
}
END_TEST

static void expect_failure(const char *text, const char *said)
{
	g_autoptr(GError) error = NULL;
	ck_assert(g_file_set_contents(path, text, -1, NULL));
	ck_assert(!manifest_open(&manifest, path, complaints, notes, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	g_autofree char *full = g_strdup_printf("%s:%s", path, said);
	ck_assert_str_eq(error->message, full);
}

START_TEST(a_manifest_that_cannot_be_understood_is_refused_as_a_whole)
{
	expect_failure("file,date\na.txt,2016-05-26\n",
		       "1: its first row names no column path, so nothing of it is used");
	expect_failure("", "1: its first row names no column path, so nothing of it is used");
	expect_failure("path,body\na.txt,\"Panel\nb.txt,Panel\n",
		       "2: the quotes of this row do not match; nothing of this file is used");
	expect_failure("path,body\na.txt,Pa\"nel\n",
		       "2: the quotes of this row do not match; nothing of this file is used");
}
END_TEST

START_TEST(the_nearest_manifest_that_names_the_paper_wins)
{
	g_autofree char *sub = g_build_filename(folder, "sub", NULL);
	g_autofree char *near = g_build_filename(sub, "manifest.csv", NULL);
	g_autofree char *paper = g_build_filename(sub, "1.txt", NULL);
	g_autofree char *other = g_build_filename(sub, "2.txt", NULL);
	ck_assert_int_eq(g_mkdir(sub, 0700), 0);
	ck_assert(g_file_set_contents(path, "path,body\nsub/1.txt,Far\nsub/2.txt,Far\n", -1, NULL));
	ck_assert(g_file_set_contents(near, "path,body\n1.txt,Near\n", -1, NULL));
	struct manifest_shelf *shelf = manifest_shelf_new();
	ck_assert_str_eq(manifest_shelf_find(shelf, paper)->body, "Near");
	ck_assert_str_eq(manifest_shelf_find(shelf, other)->body, "Far");
	ck_assert_ptr_null(manifest_shelf_find(shelf, near));
	manifest_shelf_free(shelf);
	g_remove(near);
	g_rmdir(sub);
}
END_TEST

START_TEST(the_digest_tells_entries_apart)
{
	const struct manifest_entry entries[] = {
		{.date = "2016-05-26"},
		{.council = "2016-05-26"},
		{.council = "a", .body = "b"},
		{.council = "ab"},
		{0},
		{.council = ""},
	};
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
		ck_assert(g_hash_table_add(seen, manifest_digest(&entries[i])));
	ck_assert(g_hash_table_add(seen, manifest_digest(NULL)));
	ck_assert(!g_hash_table_add(seen, manifest_digest(&entries[0])));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("manifest");
	TCase *tcase = tcase_create("manifest");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	suite_add_tcase(suite, tcase);
	tcase_add_test(tcase, reads_columns_in_any_order_and_leaves_absent_ones_unsaid);
	tcase_add_test(tcase, reads_quotes_commas_newlines_and_a_byte_order_mark);
	tcase_add_test(tcase, the_last_row_needs_no_newline_and_blank_lines_mean_nothing);
	tcase_add_test(tcase, takes_the_dates_a_spreadsheet_writes);
	tcase_add_test(tcase, a_bad_date_is_named_with_its_line_and_the_rest_of_the_row_holds);
	tcase_add_test(tcase, a_bad_type_is_named_and_case_does_not_matter);
	tcase_add_test(tcase, a_path_named_again_is_named_and_the_first_holds);
	tcase_add_test(tcase, missing_outside_and_nameless_papers_are_named);
	tcase_add_test(tcase, an_unknown_column_is_a_note);
	tcase_add_test(tcase, windows_1252_is_understood);
	tcase_add_test(tcase, a_manifest_that_cannot_be_understood_is_refused_as_a_whole);
	tcase_add_test(tcase, the_nearest_manifest_that_names_the_paper_wins);
	tcase_add_test(tcase, the_digest_tells_entries_apart);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
