/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "confine.h"
#include "fault.h"
#include "frame.h"
#include "hand.h"
#include "pool.h"

/* The start of an OLE container and the name of a stream in it, in UTF-16, with what fake_converter.c is to do. */
#define WORD "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0DO:"

static char *folder;
static struct reader reader;
static struct pool *pool;
static struct walk walk;
static GError *error;

static void set_up(void)
{
	g_autofree char *made = g_dir_make_tmp("pool-XXXXXX", NULL);
	folder = realpath(made, NULL);
	ck_assert(reader_open(&reader, NULL, NULL));
	walk_init(&walk, NULL);
}

static void tear_down(void)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir));) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_remove(path);
	}
	g_dir_close(dir);
	g_rmdir(folder);
	free(folder);
	g_clear_pointer(&pool, pool_close);
	walk_clear(&walk);
	reader_close(&reader);
	g_clear_error(&error);
}

static void make_bytes(const char *name, struct span bytes)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	ck_assert(g_file_set_contents(path, bytes.ptr, (gssize)bytes.len, NULL));
	walk_add(&walk, path);
}

static void make(const char *name, const char *text)
{
	make_bytes(name, span_of(text));
}

static void open_pool(guint jobs, guint seconds, guint megabytes)
{
	const struct pool_limits limits = {.jobs = jobs, .seconds = seconds, .megabytes = megabytes};
	ck_assert_msg(pool_open(&pool, &reader, &limits, &error), "%s", error ? error->message : "");
}

static void ask(guint index)
{
	pool_ask(pool, &(struct pool_job){.file = walk.files->pdata[index]});
}

static void ask_all(void)
{
	for (guint i = 0; i < walk.files->len; i++)
		ask(i);
}

/* What the pool says of the next paper: its records as lines, or "REASON!". Yours. */
static char *next(void)
{
	struct pool_answer answer;
	GString *said = g_string_new(NULL);
	ck_assert_msg(pool_next(&answer, pool, &error), "%s", error ? error->message : "");
	bool is_end = answer.outcome != POOL_PAPER;
	while (!is_end) {
		struct record record;
		record_init(&record);
		ck_assert_msg(pool_record(&record, &is_end, pool, &error), "%s", error ? error->message : "");
		g_autofree char *line = is_end ? NULL : record_print(&record);
		if (line)
			g_string_append_printf(said, "%s\n", line);
		record_clear(&record);
	}
	if (answer.outcome != POOL_PAPER)
		g_string_append_printf(said, "%s!", answer.reason ? answer.reason : "");
	pool_answer_clear(&answer);
	return g_string_free(said, FALSE);
}

/* The same, read in this process. */
static char *read_here(const struct walk_file *file)
{
	struct source source;
	struct paper paper;
	GString *said = g_string_new(NULL);
	paper_init(&paper);
	ck_assert(source_read(&source, file->path, NULL));
	const struct reader_job job = {.name = file->name, .converters = -1};
	ck_assert(reader_parse(&paper, &reader, &source, &job, &error));
	for (guint i = 0; i < paper.records->len; i++) {
		g_autofree char *line = record_print(paper.records->pdata[i]);
		g_string_append_printf(said, "%s\n", line);
	}
	paper_clear(&paper);
	source_clear(&source);
	return g_string_free(said, FALSE);
}

static void expect_next(const char *words)
{
	g_autofree char *said = next();
	ck_assert_msg(strstr(said, words) != NULL, "%s", said);
}

START_TEST(papers_are_read_as_in_this_process_whatever_the_number_of_jobs)
{
	walk_add(&walk, PROJECT_DIR "/corpus/panel");
	ck_assert_uint_gt(walk.files->len, 10);
	for (guint jobs = 1; jobs <= 3; jobs += 2) {
		open_pool(jobs, 60, 1024);
		ask_all();
		for (guint i = 0; i < walk.files->len; i++) {
			g_autofree char *here = read_here(walk.files->pdata[i]);
			g_autofree char *there = next();
			ck_assert_str_eq(there, here);
		}
		g_clear_pointer(&pool, pool_close);
	}
}
END_TEST

START_TEST(a_large_paper_is_handed_over_whole_and_in_its_turn)
{
	g_autoptr(GString) large = g_string_new(NULL);
	for (int i = 0; i < 8000; i++)
		g_string_append_printf(large, "Paragraph %d of a very long paper.\n\n", i);
	make("a.txt", large->str);
	make("b.txt", "The second paper.\n");
	open_pool(2, 60, 1024);
	ask_all();
	g_autofree char *first = next();
	ck_assert_ptr_nonnull(strstr(first, "Paragraph 7999 of"));
	expect_next("The second paper.");
}
END_TEST

START_TEST(what_is_not_taken_is_let_go)
{
	g_autoptr(GString) large = g_string_new(NULL);
	for (int i = 0; i < 8000; i++)
		g_string_append_printf(large, "Paragraph %d of a very long paper.\n\n", i);
	make("a.txt", large->str);
	make("b.txt", "The second paper.\n");
	open_pool(1, 60, 1024);
	ask_all();
	struct pool_answer answer;
	ck_assert(pool_next(&answer, pool, NULL));
	ck_assert_uint_eq(answer.records, 8000);
	pool_answer_clear(&answer);
	expect_next("The second paper.");
}
END_TEST

START_TEST(bytes_that_are_known_are_not_read_again)
{
	make("a.txt", "Words.\n");
	open_pool(1, 60, 1024);
	ask_all();
	struct pool_answer answer;
	ck_assert(pool_next(&answer, pool, NULL));
	ck_assert_int_eq(answer.outcome, POOL_PAPER);
	g_autofree char *known = g_strdup(answer.sha256);
	pool_answer_clear(&answer);
	pool_ask(pool, &(struct pool_job){.file = walk.files->pdata[0], .known = known});
	ck_assert(pool_next(&answer, pool, NULL));
	ck_assert_int_eq(answer.outcome, POOL_SAME);
	ck_assert_str_eq(answer.sha256, known);
	pool_answer_clear(&answer);
}
END_TEST

/* A PDF whose page draws a form ten times, which draws another ten times, and so on: 10^12 words in all. */
static char *endless_pdf(void)
{
	enum { DEPTH = 12, FIRST = 5 };
	GString *pdf = g_string_new("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				    "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
				    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
				    "/Resources<</XObject<</X 5 0 R>>>>>>endobj\n"
				    "4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\n");
	for (int i = 0; i < DEPTH; i++)
		g_string_append_printf(
			pdf,
			"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
			"/Resources<</XObject<</X %d 0 R>>>>/Length 59>>stream\n"
			"/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do\nendstream endobj\n",
			FIRST + i, FIRST + i + 1);
	g_string_append_printf(pdf,
			       "%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length 7>>stream\n"
			       "BT ET n\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n",
			       FIRST + DEPTH);
	return g_string_free(pdf, FALSE);
}

START_TEST(a_paper_that_takes_too_long_costs_itself)
{
	g_autofree char *pdf = endless_pdf();
	make("a.pdf", pdf);
	make("b.txt", "The second paper.\n");
	open_pool(1, 1, 1024);
	ask_all();
	/* Which limit is met first, that of processor time or the other, depends on how busy the machine is. */
	expect_next("--time-limit allows more");
	expect_next("The second paper.");
}
END_TEST

START_TEST(a_paper_that_takes_too_much_memory_costs_itself)
{
	static const char word[] = "\n\nword ";
	g_autofree char *large = g_strnfill(30 << 20, 'x');
	for (gsize i = 0; i < 30 << 20; i += 20)
		for (gsize k = 0; k < strlen(word); k++)
			large[i + k] = word[k];
	make("a.txt", large);
	make("b.txt", "The second paper.\n");
	open_pool(1, 100, confine_is_sanitized() ? 200 : 64);
	ask_all();
	expect_next("needed more than");
	expect_next("The second paper.");
}
END_TEST

/* A worker that reads nothing yet, and how it ended. */
static char *end_worker(int signal_number)
{
	struct launcher launcher;
	struct hand hand;
	ck_assert(launcher_open(&launcher, &reader, 1 << 30, NULL));
	ck_assert(hand_start(&hand, &launcher, NULL));
	ck_assert_int_eq(kill(hand.worker.pid, signal_number), 0);
	char byte;
	ck_assert_int_eq(read(hand.worker.descriptor, &byte, 1), 0);
	char *reason = hand_end(&hand, &launcher, 1000, 1 << 30);
	launcher_close(&launcher);
	return reason;
}

START_TEST(the_end_of_a_worker_is_told_in_words)
{
	g_autofree char *crashed = end_worker(SIGKILL);
	ck_assert_str_eq(crashed, "the reader was killed by signal 9 (Killed)");
	g_autofree char *slow = end_worker(SIGXCPU);
	ck_assert_ptr_nonnull(strstr(slow, "processor time"));
}
END_TEST

/* fake_converter under this name, first on PATH. */
static void install(const char *name)
{
	g_autofree char *link = g_build_filename(folder, name, NULL);
	ck_assert_int_eq(symlink(FAKE_CONVERTER, link), 0);
}

static void set_path(void)
{
	ck_assert(g_setenv("PATH", folder, TRUE));
}

START_TEST(an_old_word_document_is_converted)
{
	install("antiword");
	set_path();
	make_bytes("a.doc", (struct span){WORD "text", sizeof(WORD "text") - 1});
	make_bytes("b.doc", (struct span){WORD "half", sizeof(WORD "half") - 1});
	make_bytes("c.doc", (struct span){WORD "endless", sizeof(WORD "endless") - 1});
	make_bytes("d.doc", (struct span){WORD "write", sizeof(WORD "write") - 1});
	open_pool(2, 60, 1024);
	ask_all();
	expect_next("\"text\":\"The café\"");
	expect_next("antiword found it damaged");
	expect_next("antiword printed more text than such a document can have");
	expect_next("\"text\":\"denied\"");
}
END_TEST

START_TEST(the_other_converter_does_where_the_first_is_missing)
{
	install("catdoc");
	set_path();
	make_bytes("a.doc", (struct span){WORD "text", sizeof(WORD "text") - 1});
	open_pool(1, 60, 1024);
	ask_all();
	expect_next("\"text\":\"Dues\"");
}
END_TEST

START_TEST(without_a_converter_the_remedy_is_told)
{
	set_path();
	make_bytes("a.doc", (struct span){WORD "text", sizeof(WORD "text") - 1});
	open_pool(1, 60, 1024);
	ask_all();
	expect_next("install antiword or catdoc");
}
END_TEST

START_TEST(a_file_that_has_gone_is_told)
{
	make("a.txt", "Words.\n");
	make("b.txt", "The second paper.\n");
	g_autofree char *path = g_build_filename(folder, "a.txt", NULL);
	g_remove(path);
	open_pool(1, 60, 1024);
	ask_all();
	expect_next("is not there (any more)!");
	expect_next("The second paper.");
}
END_TEST

START_TEST(a_frame_comes_whole_out_of_pieces)
{
	g_autoptr(GByteArray) all = g_byte_array_new();
	g_autoptr(GByteArray) in = g_byte_array_new();
	struct frame frame;
	guint at = 0;
	frame_put(all, FRAME_DIGEST, span_of("abc"));
	frame_put(all, FRAME_END, span_of(""));
	for (guint i = 0; i + 1 < all->len; i++)
		g_byte_array_append(in, all->data + i, 1);
	ck_assert(frame_next(&frame, in, &at));
	ck_assert_uint_eq(frame.kind, FRAME_DIGEST);
	ck_assert_uint_eq(frame.bytes.len, 3);
	ck_assert(!frame_next(&frame, in, &at));
	g_byte_array_append(in, all->data + all->len - 1, 1);
	ck_assert(frame_next(&frame, in, &at));
	ck_assert_uint_eq(frame.kind, FRAME_END);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("pool");
	TCase *cases = tcase_create("pool");
	tcase_add_checked_fixture(cases, set_up, tear_down);
	tcase_add_test(cases, papers_are_read_as_in_this_process_whatever_the_number_of_jobs);
	tcase_add_test(cases, a_large_paper_is_handed_over_whole_and_in_its_turn);
	tcase_add_test(cases, what_is_not_taken_is_let_go);
	tcase_add_test(cases, bytes_that_are_known_are_not_read_again);
	tcase_add_test(cases, a_paper_that_takes_too_long_costs_itself);
	tcase_add_test(cases, a_paper_that_takes_too_much_memory_costs_itself);
	tcase_add_test(cases, the_end_of_a_worker_is_told_in_words);
	tcase_add_test(cases, an_old_word_document_is_converted);
	tcase_add_test(cases, the_other_converter_does_where_the_first_is_missing);
	tcase_add_test(cases, without_a_converter_the_remedy_is_told);
	tcase_add_test(cases, a_file_that_has_gone_is_told);
	tcase_add_test(cases, a_frame_comes_whole_out_of_pieces);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
