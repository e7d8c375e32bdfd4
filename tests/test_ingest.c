/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "fault.h"
#include "ingest.h"

/* A folder of papers, an index beside it and what reads them. */
static char *folder, *index_path;
static struct reader reader;
static struct pool *pool;
static struct store *store;
static const struct pool_limits limits = {.jobs = 1, .seconds = 60, .megabytes = 1024};

/* With what the reader has now. */
static void open_pool(void)
{
	g_autoptr(GError) error = NULL;
	pool_close(pool);
	ck_assert_msg(pool_open(&pool, &reader, &limits, &error), "%s", error ? error->message : "");
}

static void set_up(void)
{
	g_autofree char *made = g_dir_make_tmp("ingest-XXXXXX", NULL);
	char *real = realpath(made, NULL);
	folder = g_strdup(real);
	free(real);
	index_path = g_build_filename(folder, "index", NULL);
	ck_assert(reader_open(&reader, NULL, NULL));
	open_pool();
	g_autoptr(GError) error = NULL;
	ck_assert_msg(store_open(&store, index_path, STORE_WRITE, &error), "%s", error ? error->message : "");
}

static void remove_all(const char *path)
{
	GDir *dir = g_dir_open(path, 0, NULL);
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
	store_close(store);
	pool_close(pool);
	reader_close(&reader);
	remove_all(folder);
	g_free(folder);
	g_free(index_path);
}

/* Yours. */
static char *at(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void make(const char *name, const char *text)
{
	g_autofree char *path = at(name);
	ck_assert(g_file_set_contents(path, text, -1, NULL));
}

static void set_time(const char *name, time_t when)
{
	g_autofree char *path = at(name);
	struct utimbuf times = {when, when};
	ck_assert_int_eq(utime(path, &times), 0);
}

/* Takes one file in, as a run of its own; returns the outcome. */
static enum ingest_outcome take(const char *name)
{
	g_autofree char *path = at(name);
	struct walk walk;
	walk_init(&walk, NULL);
	walk_add(&walk, path);
	if (walk.files->len == 0) { /* gone since the walk saw it */
		make(name, "");
		walk_add(&walk, path);
		g_remove(path);
	}
	struct ingest ingest;
	struct ingest_result result;
	g_autoptr(GError) error = NULL;
	ck_assert(ingest_init(&ingest, store, &reader, pool, &error));
	ingest_ask(&ingest, walk.files->pdata[0]);
	bool good = ingest_next(&result, &ingest, &error);
	ck_assert_msg(good, "%s", error ? error->message : "");
	ck_assert(ingest_finish(&ingest, &error));
	ck_assert_int_eq(result.outcome == INGEST_UNREADABLE, result.reason != NULL);
	enum ingest_outcome outcome = result.outcome;
	ingest_result_clear(&result);
	ingest_clear(&ingest);
	walk_clear(&walk);
	return outcome;
}

static bool entry_of(struct store_file *entry, const char *name)
{
	g_autofree char *path = at(name);
	g_autoptr(GError) error = NULL;
	*entry = (struct store_file){0};
	bool found = store_file_get(entry, store, path, &error);
	ck_assert_ptr_null(error);
	return found;
}

static void expect_entry(const char *name, enum store_status status, const char *reason)
{
	struct store_file entry;
	ck_assert(entry_of(&entry, name));
	ck_assert_int_eq(entry.status, status);
	if (reason)
		ck_assert_msg(strstr(entry.reason, reason) != NULL, "%s", entry.reason);
	else
		ck_assert_ptr_null(entry.reason);
	store_file_clear(&entry);
}

static guint searchable(void)
{
	struct store_stats stats = {0};
	ck_assert(store_stats_get(&stats, store, NULL));
	g_free(stats.uuid);
	return stats.searchable;
}

static const char paper[] = "The Panel discussed the savings scheme at length.\n\nMembers asked about the cost.\n";

START_TEST(a_new_file_is_taken_in_and_then_unchanged)
{
	make("a.txt", paper);
	ck_assert_int_eq(take("a.txt"), INGEST_NEW);
	guint held = searchable();
	ck_assert_uint_gt(held, 0);
	expect_entry("a.txt", STATUS_INDEXED, NULL);
	ck_assert_int_eq(take("a.txt"), INGEST_UNCHANGED);
	ck_assert_uint_eq(searchable(), held);
}
END_TEST

START_TEST(the_ledger_says_what_was_stored)
{
	make("a.txt", paper);
	take("a.txt");
	struct store_file entry;
	ck_assert(entry_of(&entry, "a.txt"));
	ck_assert_uint_eq(entry.searchable, searchable());
	ck_assert_int_eq(entry.size, sizeof(paper) - 1);
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, paper, -1);
	ck_assert_str_eq(entry.sha256, digest);
	store_file_clear(&entry);
}
END_TEST

START_TEST(a_touched_file_with_the_same_bytes_is_unchanged_and_its_new_time_is_kept)
{
	make("a.txt", paper);
	take("a.txt");
	set_time("a.txt", 1500000000);
	ck_assert_int_eq(take("a.txt"), INGEST_UNCHANGED);
	struct store_file entry;
	ck_assert(entry_of(&entry, "a.txt"));
	ck_assert_int_eq(entry.mtime, G_GINT64_CONSTANT(1500000000) * G_USEC_PER_SEC);
	ck_assert_uint_gt(entry.records, 0);
	store_file_clear(&entry);
}
END_TEST

START_TEST(changed_bytes_replace_what_was_held)
{
	make("a.txt", paper);
	take("a.txt");
	guint held = searchable();
	make("a.txt", "One line only, and another length.\n");
	ck_assert_int_eq(take("a.txt"), INGEST_CHANGED);
	ck_assert_uint_lt(searchable(), held);
	ck_assert_uint_gt(searchable(), 0);
}
END_TEST

START_TEST(a_changed_manifest_entry_takes_the_paper_in_again)
{
	make("a.txt", paper);
	make("manifest.csv", "path,body\na.txt,Panel\n");
	ck_assert_int_eq(take("a.txt"), INGEST_NEW);
	ck_assert_int_eq(take("a.txt"), INGEST_UNCHANGED);
	make("manifest.csv", "path,body\na.txt,Board\n");
	reader_close(&reader);
	ck_assert(reader_open(&reader, NULL, NULL));
	open_pool();
	ck_assert_int_eq(take("a.txt"), INGEST_CHANGED);
	ck_assert_int_eq(take("a.txt"), INGEST_UNCHANGED);
}
END_TEST

START_TEST(changed_topics_take_the_paper_in_again)
{
	make("a.txt", paper);
	take("a.txt");
	make("topics.ini", "[savings]\nlabel=Savings\nterms=savings scheme\n");
	g_autofree char *topics = at("topics.ini");
	reader_close(&reader);
	g_autoptr(GError) error = NULL;
	ck_assert_msg(reader_open(&reader, topics, &error), "%s", error ? error->message : "");
	open_pool();
	ck_assert_int_eq(take("a.txt"), INGEST_CHANGED);
	ck_assert_int_eq(take("a.txt"), INGEST_UNCHANGED);
}
END_TEST

START_TEST(an_empty_file_is_remembered_as_empty)
{
	make("a.txt", "");
	ck_assert_int_eq(take("a.txt"), INGEST_NEW);
	expect_entry("a.txt", STATUS_EMPTY, NULL);
	ck_assert_int_eq(take("a.txt"), INGEST_UNCHANGED);
}
END_TEST

START_TEST(a_file_that_vanished_after_the_walk_keeps_its_records_and_its_reason)
{
	make("a.txt", paper);
	take("a.txt");
	guint held = searchable();
	g_autofree char *path = at("a.txt");
	g_remove(path);
	ck_assert_int_eq(take("a.txt"), INGEST_UNREADABLE);
	expect_entry("a.txt", STATUS_UNREADABLE, "is not there");
	ck_assert_uint_eq(searchable(), held);
	make("a.txt", paper);
	ck_assert_int_eq(take("a.txt"), INGEST_CHANGED);
	expect_entry("a.txt", STATUS_INDEXED, NULL);
	ck_assert_uint_eq(searchable(), held);
}
END_TEST

START_TEST(a_file_that_became_no_paper_loses_its_records_and_is_tried_again)
{
	make("a.txt", paper);
	take("a.txt");
	make("a.txt", "\x1f\x8b\x08 but no gzip behind it");
	ck_assert_int_eq(take("a.txt"), INGEST_UNREADABLE);
	expect_entry("a.txt", STATUS_UNREADABLE, "damaged gzip");
	ck_assert_uint_eq(searchable(), 0);
	ck_assert_int_eq(take("a.txt"), INGEST_UNREADABLE);
	make("a.txt", paper);
	ck_assert_int_eq(take("a.txt"), INGEST_NEW);
	ck_assert_uint_gt(searchable(), 0);
}
END_TEST

START_TEST(a_failure_seen_before_changes_nothing_in_the_index)
{
	make("a.txt", "\x1f\x8b\x08 no gzip");
	take("a.txt");
	struct store_stats before = {0}, after = {0};
	ck_assert(store_stats_get(&before, store, NULL));
	ck_assert_int_eq(take("a.txt"), INGEST_UNREADABLE);
	ck_assert(store_stats_get(&after, store, NULL));
	ck_assert_uint_eq(before.revision, after.revision);
	g_free(before.uuid);
	g_free(after.uuid);
}
END_TEST

START_TEST(a_stop_leaves_the_file_as_it_was)
{
	make("a.txt", paper);
	struct walk walk;
	walk_init(&walk, NULL);
	g_autofree char *path = at("a.txt");
	walk_add(&walk, path);
	struct ingest ingest;
	struct ingest_result result;
	volatile sig_atomic_t stop = 1;
	ck_assert(ingest_init(&ingest, store, &reader, pool, NULL));
	ingest.stop = &stop;
	ingest_ask(&ingest, walk.files->pdata[0]);
	ck_assert(ingest_next(&result, &ingest, NULL));
	ck_assert_int_eq(result.outcome, INGEST_STOPPED);
	ck_assert_uint_eq(searchable(), 0);
	ingest_result_clear(&result);
	ingest_clear(&ingest);
	walk_clear(&walk);
}
END_TEST

START_TEST(forgets_what_is_gone_below_the_folder_and_nothing_else)
{
	g_autofree char *papers = at("papers");
	g_autofree char *gone = at("papers/a.txt");
	g_autofree char *outside = at("b.txt");
	ck_assert_int_eq(g_mkdir(papers, 0700), 0);
	make("papers/a.txt", paper);
	make("papers/c.txt", paper);
	make("b.txt", paper);
	take("papers/a.txt");
	take("papers/c.txt");
	take("b.txt");
	g_remove(gone);
	g_remove(outside);
	struct walk walk;
	walk_init(&walk, NULL);
	walk_add(&walk, papers);
	struct ingest ingest;
	guint forgotten;
	ck_assert(ingest_init(&ingest, store, &reader, pool, NULL));
	ck_assert(ingest_forget_gone(&forgotten, &ingest, &walk, NULL));
	ck_assert(ingest_finish(&ingest, NULL));
	ck_assert_uint_eq(forgotten, 1);
	struct store_file entry;
	ck_assert(!entry_of(&entry, "papers/a.txt"));
	expect_entry("papers/c.txt", STATUS_INDEXED, NULL);
	expect_entry("b.txt", STATUS_INDEXED, NULL);
	ingest_clear(&ingest);
	walk_clear(&walk);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ingest");
	TCase *files = tcase_create("files");
	tcase_add_checked_fixture(files, set_up, tear_down);
	suite_add_tcase(suite, files);
	tcase_add_test(files, a_new_file_is_taken_in_and_then_unchanged);
	tcase_add_test(files, the_ledger_says_what_was_stored);
	tcase_add_test(files, a_touched_file_with_the_same_bytes_is_unchanged_and_its_new_time_is_kept);
	tcase_add_test(files, changed_bytes_replace_what_was_held);
	tcase_add_test(files, a_changed_manifest_entry_takes_the_paper_in_again);
	tcase_add_test(files, changed_topics_take_the_paper_in_again);
	tcase_add_test(files, an_empty_file_is_remembered_as_empty);
	tcase_add_test(files, a_file_that_vanished_after_the_walk_keeps_its_records_and_its_reason);
	tcase_add_test(files, a_file_that_became_no_paper_loses_its_records_and_is_tried_again);
	tcase_add_test(files, a_failure_seen_before_changes_nothing_in_the_index);
	tcase_add_test(files, a_stop_leaves_the_file_as_it_was);
	tcase_add_test(files, forgets_what_is_gone_below_the_folder_and_nothing_else);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
