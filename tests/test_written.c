/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "fault.h"
#include "written.h"

#define CERTIFICATE                                                                                                    \
	"{\"format\": \"minutebook-foi\", \"format_version\": 1, \"reference\": \"R 1\", "                             \
	"\"made\": \"2026-01-06T12:00:00Z\", \"program\": \"minutes-query 0.1.0\", "                                   \
	"\"indexes\": [{\"place\": \"index\", \"uuid\": \"u\", \"revision\": 7, \"remote\": false, \"papers\": 2}], "  \
	"\"options\": [\"--until=2016\", \"--any\"], "                                                                 \
	"\"queries\": [{\"number\": 1, \"asked\": \"heron\", \"hits\": 2}], "                                          \
	"\"scope\": {\"searched\": [{\"path\": \"/a.txt\", \"sha256\": \"aa\"}]}}"
#define EXTRACT                                                                                                        \
	"{\"number\": \"1.1\", \"paper\": 1, \"queries\": [1, 3], \"id\": \"aa#1\", \"path\": \"/a.txt\", "            \
	"\"text_sha256\": \"ff\", \"citation\": \"Panel\", \"copies\": "                                               \
	"[{\"paper\": 2, \"id\": \"bb#4\", \"path\": \"/b.txt\", \"citation\": \"Draft\"}]}\n"
#define SCHEDULE "\ufeffnumber,file,sha256\r\n1,/a.txt,aa\r\n2,\"/b,b.txt\",bb\r\n"

static char *folder;

static void put(const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	ck_assert(g_file_set_contents(path, text, -1, NULL));
}

static void set_up(void)
{
	folder = g_dir_make_tmp("written-XXXXXX", NULL);
	put("certificate.json", CERTIFICATE);
	put("extracts.jsonl", EXTRACT);
	put("schedule.csv", SCHEDULE);
}

static void tear_down(void)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_remove(path);
	}
	g_dir_close(dir);
	ck_assert_int_eq(g_rmdir(folder), 0);
	g_free(folder);
}

static const struct written_place *place_at(const struct written *written, guint n)
{
	return g_ptr_array_index(written->places, n);
}

START_TEST(a_pack_is_read_back_as_it_was_written)
{
	struct written written;
	written_init(&written);
	ck_assert(written_read(&written, folder, NULL));
	ck_assert_str_eq(written.reference, "R 1");
	ck_assert_str_eq(written.made, "2026-01-06T12:00:00Z");
	ck_assert_uint_eq(g_strv_length(written.options), 2);
	ck_assert_str_eq(written.options[0], "--until=2016");
	const struct written_index *index = g_ptr_array_index(written.indexes, 0);
	ck_assert_str_eq(index->place, "index");
	ck_assert_uint_eq(index->revision, 7);
	const struct written_query *query = g_ptr_array_index(written.queries, 0);
	ck_assert_str_eq(query->asked, "heron");
	ck_assert_uint_eq(query->hits, 2);
	ck_assert_str_eq(g_hash_table_lookup(written.papers, "/a.txt"), "aa");
	ck_assert_uint_eq(written.places->len, 2);
	ck_assert_str_eq(place_at(&written, 0)->queries, "1, 3");
	ck_assert_str_eq(place_at(&written, 0)->sha256, "ff");
	ck_assert_str_eq(place_at(&written, 1)->id, "bb#4");
	ck_assert_str_eq(place_at(&written, 1)->number, "1.1");
	ck_assert_ptr_null(place_at(&written, 1)->sha256);
	ck_assert_uint_eq(written.sources->len, 4);
	ck_assert_str_eq(g_ptr_array_index(written.sources, 2), "/b,b.txt");
	ck_assert_str_eq(g_ptr_array_index(written.sources, 3), "bb");
	written_clear(&written);
}
END_TEST

/* The pack with `from` made `to` in one of its files. */
static void check_refused(const char *name, const char *text, const char *from, const char *to)
{
	g_autofree char *spoilt = NULL;
	if (from) {
		g_auto(GStrv) parts = g_strsplit(text, from, 2);
		ck_assert_uint_eq(g_strv_length(parts), 2);
		spoilt = g_strjoinv(to, parts);
	}
	put(name, spoilt ? spoilt : to);
	struct written written;
	written_init(&written);
	g_autoptr(GError) error = NULL;
	ck_assert_msg(!written_read(&written, folder, &error), "%s with %s", name, to);
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_ptr_nonnull(strstr(error->message, name));
	written_clear(&written);
	put(name, text);
}

START_TEST(what_is_no_pack_is_refused_and_its_file_named)
{
	check_refused("certificate.json", CERTIFICATE, NULL, "");
	check_refused("certificate.json", CERTIFICATE, NULL, "[]");
	check_refused("certificate.json", CERTIFICATE, "minutebook-foi", "another");
	check_refused("certificate.json", CERTIFICATE, "\"format_version\": 1", "\"format_version\": 2");
	check_refused("certificate.json", CERTIFICATE, "\"hits\": 2", "\"hits\": \"2\"");
	check_refused("certificate.json", CERTIFICATE, "\"queries\": [", "\"queries\": [[],");
	check_refused("certificate.json", CERTIFICATE, "\"uuid\": \"u\"", "\"uuid\": 1");
	check_refused("certificate.json", CERTIFICATE, "\"sha256\": \"aa\"", "\"sha256\": null");
	check_refused("extracts.jsonl", EXTRACT, NULL, "{}\n");
	check_refused("extracts.jsonl", EXTRACT, NULL, EXTRACT "\n" EXTRACT);
	check_refused("extracts.jsonl", EXTRACT, "[1, 3]", "[1, \"3\"]");
	check_refused("extracts.jsonl", EXTRACT, "\"id\": \"bb#4\", ", "");
	check_refused("schedule.csv", SCHEDULE, "sha256", "sha1");
	check_refused("schedule.csv", SCHEDULE, NULL, "");
	check_refused("schedule.csv", SCHEDULE, ",bb", "");
}
END_TEST

START_TEST(an_option_that_decides_nothing_of_a_search_is_refused)
{
	static const char *const options[] = {"--save=x", "--index=elsewhere:1", "--foi=/etc", "--queries=/etc/passwd",
					      "until",    "--sinces=2016",       "--pager",    "-i"};
	for (size_t n = 0; n < G_N_ELEMENTS(options); n++)
		check_refused("certificate.json", CERTIFICATE, "--until=2016", options[n]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("written");
	TCase *tests = tcase_create("written");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, a_pack_is_read_back_as_it_was_written);
	tcase_add_test(tests, what_is_no_pack_is_refused_and_its_file_named);
	tcase_add_test(tests, an_option_that_decides_nothing_of_a_search_is_refused);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
