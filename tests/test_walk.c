/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "walk.h"

static char *folder;
static struct walk walk;

static void set_up(void)
{
	g_autofree char *made = g_dir_make_tmp("walk-XXXXXX", NULL);
	char *real = realpath(made, NULL);
	folder = g_strdup(real);
	free(real);
	walk_init(&walk, NULL);
}

static void remove_all(const char *path)
{
	GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		remove_all(child);
	}
	if (dir)
		g_dir_close(dir);
	g_remove(path);
}

static void tear_down(void)
{
	walk_clear(&walk);
	remove_all(folder);
	g_free(folder);
}

/* Yours. */
static char *at(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void make(const char *name)
{
	g_autofree char *path = at(name);
	g_autofree char *parent = g_path_get_dirname(path);
	ck_assert_int_eq(g_mkdir_with_parents(parent, 0700), 0);
	ck_assert(g_file_set_contents(path, "words", -1, NULL));
}

static void make_link(const char *target, const char *name)
{
	g_autofree char *path = at(name);
	ck_assert_int_eq(symlink(target, path), 0);
}

static void add(const char *name)
{
	g_autofree char *path = at(name);
	walk_add(&walk, path);
}

/* The names found, relative to the folder, joined by "|". */
static void expect_files(const char *expected)
{
	g_autoptr(GString) found = g_string_new(NULL);
	for (guint i = 0; i < walk.files->len; i++) {
		const struct walk_file *file = walk.files->pdata[i];
		ck_assert(g_str_has_prefix(file->path, folder));
		g_string_append_printf(found, "%s%s", i ? "|" : "", file->path + strlen(folder) + 1);
	}
	ck_assert_str_eq(found->str, expected);
}

static void expect_one(const GPtrArray *problems, const char *name, const char *reason)
{
	g_autofree char *path = at(name);
	ck_assert_uint_eq(problems->len, 1);
	const struct walk_problem *problem = problems->pdata[0];
	ck_assert_str_eq(problem->path, path);
	ck_assert_msg(strstr(problem->reason, reason) != NULL, "%s", problem->reason);
}

START_TEST(finds_all_files_below_in_the_order_of_their_names)
{
	make("b/2.txt");
	make("b/10.txt");
	make("a.txt");
	make("c.txt");
	make("B.txt");
	add(".");
	expect_files("B.txt|a.txt|b/10.txt|b/2.txt|c.txt");
	ck_assert_int_eq(((struct walk_file *)walk.files->pdata[0])->size, 5);
	ck_assert_int_gt(((struct walk_file *)walk.files->pdata[0])->mtime, G_GINT64_CONSTANT(1000000000000000));
}
END_TEST

START_TEST(takes_names_with_spaces_newlines_and_any_bytes)
{
	make("two words.txt");
	make("two\nlines.txt");
	make("Bürgerversammlung.txt");
	make("caf\xe9.txt");
	add(".");
	expect_files("Bürgerversammlung.txt|caf\xe9.txt|two\nlines.txt|two words.txt");
	const struct walk_file *latin = walk.files->pdata[1];
	ck_assert(g_str_has_suffix(latin->name, "/caf\\xe9.txt"));
}
END_TEST

START_TEST(a_path_comes_back_from_its_name)
{
	static const char *const paths[] = {"/a/b",   "/\xff\xfe",    "/a\\xe9", "/a\xe9",
					    "/\\x5c", "/back\\slash", "/é\xc3"};
	g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		char *name = walk_name(paths[i]);
		ck_assert(g_utf8_validate(name, -1, NULL));
		g_autofree char *back = walk_path(name);
		ck_assert_str_eq(back, paths[i]);
		ck_assert_msg(g_hash_table_add(names, name), "%s", paths[i]);
	}
}
END_TEST

START_TEST(hidden_names_are_passed_over_unless_named)
{
	make(".DS_Store");
	make(".drafts/a.txt");
	make(".drafts/.b.txt");
	make("c.txt");
	add(".");
	expect_files("c.txt");
	add(".drafts");
	expect_files("c.txt|.drafts/a.txt");
	add(".drafts/.b.txt");
	expect_files("c.txt|.drafts/a.txt|.drafts/.b.txt");
}
END_TEST

START_TEST(companions_of_papers_are_no_papers)
{
	make("manifest.csv");
	make("sub/manifest.csv");
	make("topics.ini");
	make("people.csv");
	make("votes.CSV");
	make("README.md");
	make("a.txt");
	add(".");
	expect_files("a.txt");
	ck_assert_uint_eq(walk.manifests->len, 2);
	ck_assert_uint_eq(walk.companions, 2);
	add("votes.CSV");
	expect_files("a.txt|votes.CSV");
	ck_assert_uint_eq(walk.notes->len, 0);
	add("manifest.csv");
	expect_files("a.txt|votes.CSV");
	expect_one(walk.notes, "manifest.csv", "not taken for one");
}
END_TEST

START_TEST(the_manifest_beside_a_named_file_is_met)
{
	make("a.txt");
	make("manifest.csv");
	add("a.txt");
	g_autofree char *manifest = at("manifest.csv");
	ck_assert_uint_eq(walk.manifests->len, 1);
	ck_assert_str_eq(walk.manifests->pdata[0], manifest);
}
END_TEST

START_TEST(a_named_link_is_followed)
{
	make("there/a.txt");
	make("b.txt");
	make_link("there", "folder");
	make_link("b.txt", "file");
	add("folder");
	add("file");
	expect_files("there/a.txt|file");
}
END_TEST

START_TEST(links_in_a_folder_are_not_followed_and_those_leading_out_are_noted)
{
	make("papers/a.txt");
	make("outside.txt");
	make_link("a.txt", "papers/inside");
	make_link("../outside.txt", "papers/out");
	add("papers");
	expect_files("papers/a.txt");
	expect_one(walk.notes, "papers/out", "leads out of the folder");
}
END_TEST

START_TEST(a_loop_of_links_ends)
{
	make("papers/a.txt");
	make_link("..", "papers/up");
	make_link(".", "papers/self");
	make_link("loop", "papers/loop");
	add("papers");
	expect_files("papers/a.txt");
	ck_assert_uint_eq(walk.problems->len, 0);
}
END_TEST

START_TEST(folders_named_twice_or_inside_each_other_give_each_file_once)
{
	make("a/b/1.txt");
	make("a/2.txt");
	add("a/b");
	add("a");
	add("a/2.txt");
	add("a/../a");
	expect_files("a/b/1.txt|a/2.txt");
}
END_TEST

START_TEST(a_missing_path_is_a_problem)
{
	add("no such");
	expect_one(walk.problems, "no such", "no such file or folder");
	ck_assert_uint_eq(walk.missing, 1);
}
END_TEST

START_TEST(the_index_is_not_read_as_papers)
{
	make("index/iamglass");
	make("a.txt");
	g_autofree char *except = at("index");
	walk_clear(&walk);
	walk_init(&walk, except);
	add(".");
	expect_files("a.txt");
}
END_TEST

START_TEST(gone_are_files_of_the_folder_that_exist_no_more)
{
	make("papers/a.txt");
	make("papers/.hidden.txt");
	make("other/b.txt");
	make("papers/now a folder/c.txt");
	add("papers");
	static const struct {
		const char *name;
		bool gone;
	} cases[] = {
		{"papers/a.txt", false},       {"papers/vanished.txt", true}, {"papers/.hidden.txt", false},
		{"papers/sub/x.txt", true},    {"other/vanished.txt", false}, {"papers2/vanished.txt", false},
		{"papers/now a folder", true}, {"papers/a.txt/x", true},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = at(cases[i].name);
		ck_assert_msg(walk_is_gone(&walk, path) == cases[i].gone, "%s", cases[i].name);
	}
}
END_TEST

START_TEST(a_missing_folder_takes_nothing_with_it)
{
	add("unmounted");
	g_autofree char *path = at("unmounted/a.txt");
	ck_assert(!walk_is_gone(&walk, path));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("walk");
	TCase *tcase = tcase_create("walk");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	suite_add_tcase(suite, tcase);
	tcase_add_test(tcase, finds_all_files_below_in_the_order_of_their_names);
	tcase_add_test(tcase, takes_names_with_spaces_newlines_and_any_bytes);
	tcase_add_test(tcase, a_path_comes_back_from_its_name);
	tcase_add_test(tcase, hidden_names_are_passed_over_unless_named);
	tcase_add_test(tcase, companions_of_papers_are_no_papers);
	tcase_add_test(tcase, the_manifest_beside_a_named_file_is_met);
	tcase_add_test(tcase, a_named_link_is_followed);
	tcase_add_test(tcase, links_in_a_folder_are_not_followed_and_those_leading_out_are_noted);
	tcase_add_test(tcase, a_loop_of_links_ends);
	tcase_add_test(tcase, folders_named_twice_or_inside_each_other_give_each_file_once);
	tcase_add_test(tcase, a_missing_path_is_a_problem);
	tcase_add_test(tcase, the_index_is_not_read_as_papers);
	tcase_add_test(tcase, gone_are_files_of_the_folder_that_exist_no_more);
	tcase_add_test(tcase, a_missing_folder_takes_nothing_with_it);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
