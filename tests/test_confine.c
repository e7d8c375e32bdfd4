/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <arpa/inet.h>
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <iconv.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"

enum {
	DONE = 10,   /* the child could do it */
	DENIED = 11, /* it could not */
	LACKING = 12 /* the kernel has nothing against it */
};

static const struct confine confine = {.memory = 64 << 20, .file_size = 1 << 20};

/* What the child that has been confined says of `act`; `part` is what should stop it. */
static int try(int (*act)(void), const struct confine *limits, unsigned part)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0) {
		unsigned parts = confine_enter(limits);
		_exit(parts & part ? act() : LACKING);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_msg(WIFEXITED(status), "killed by signal %d", WTERMSIG(status));
	return WEXITSTATUS(status);
}

static void expect_denied(int (*act)(void), unsigned part)
{
	int said = try(act, &confine, part);
	ck_assert_msg(said == DENIED || said == LACKING, "status %d", said);
}

static int answer(bool done)
{
	return done ? DONE : DENIED;
}

static int write_file(void)
{
	return answer(open("written", O_WRONLY | O_CREAT, 0600) >= 0 || open("there", O_WRONLY) >= 0 ||
		      open("there", O_RDONLY | O_TRUNC) >= 0);
}

static int change_folder(void)
{
	return answer(mkdir("folder", 0700) == 0 || unlink("there") == 0 || rename("there", "here") == 0 ||
		      symlink("there", "link") == 0 || chmod("there", 0777) == 0);
}

START_TEST(nothing_is_written)
{
	g_autofree char *folder = g_dir_make_tmp("confine-XXXXXX", NULL);
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert(g_file_set_contents("there", "text", -1, NULL));
	expect_denied(write_file, CONFINE_CALLS);
	expect_denied(write_file, CONFINE_FILES);
	expect_denied(change_folder, CONFINE_CALLS);
	g_autofree char *text = NULL;
	ck_assert(g_file_get_contents("there", &text, NULL, NULL));
	ck_assert_str_eq(text, "text");
	ck_assert_int_eq(g_remove("there"), 0);
	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(g_rmdir(folder), 0);
}
END_TEST

static int listening = -1;
static struct sockaddr_in place;

static int connect_to_place(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	return answer(fd >= 0 && connect(fd, (struct sockaddr *)&place, sizeof(place)) == 0);
}

START_TEST(nothing_is_connected_to)
{
	socklen_t len = sizeof(place);
	place = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	listening = socket(AF_INET, SOCK_STREAM, 0);
	ck_assert_int_eq(bind(listening, (struct sockaddr *)&place, len), 0);
	ck_assert_int_eq(listen(listening, 4), 0);
	ck_assert_int_eq(getsockname(listening, (struct sockaddr *)&place, &len), 0);
	ck_assert_int_eq(connect_to_place(), DONE);
	expect_denied(connect_to_place, CONFINE_CALLS);
	close(listening);
}
END_TEST

static int run_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return DENIED;
}

static int start_process(void)
{
	pid_t pid = fork();
	if (pid == 0)
		_exit(0);
	return answer(pid > 0);
}

static int signal_parent(void)
{
	return answer(kill(getppid(), 0) == 0);
}

START_TEST(no_program_or_process_is_started_and_nobody_signalled)
{
	expect_denied(run_program, CONFINE_CALLS);
	expect_denied(run_program, CONFINE_FILES);
	expect_denied(start_process, CONFINE_CALLS);
	expect_denied(signal_parent, CONFINE_CALLS);
}
END_TEST

START_TEST(the_one_program_that_is_named_runs_and_no_other)
{
	g_autofree char *path = realpath("/bin/true", NULL);
	const struct confine named = {.memory = 256 << 20, .seconds = 10, .program = path};
	ck_assert_int_eq(try(run_program, &named, CONFINE_LIMITS), 0);
	const struct confine other = {.memory = 256 << 20, .seconds = 10, .program = "/bin/false"};
	int said = try(run_program, &other, CONFINE_FILES);
	ck_assert_msg(said == DENIED || said == LACKING, "status %d", said);
}
END_TEST

static int take_memory(void)
{
	return answer(malloc(128 << 20) != NULL);
}

START_TEST(memory_has_its_limit)
{
	if (!confine_is_sanitized())
		expect_denied(take_memory, CONFINE_LIMITS);
}
END_TEST

static int take_descriptors(void)
{
	int last = 0;
	for (int i = 0; i < 1000 && last >= 0; i++)
		last = dup(STDERR_FILENO);
	return answer(last >= 0);
}

static int use_time(void)
{
	for (volatile guint64 i = 0; i < G_MAXUINT64; i++)
		;
	return DONE;
}

START_TEST(descriptors_and_time_have_their_limits)
{
	expect_denied(take_descriptors, CONFINE_LIMITS);
	pid_t pid = fork();
	if (pid == 0) {
		confine_enter(&(struct confine){.memory = 64 << 20, .seconds = 1});
		_exit(use_time());
	}
	int status = 0;
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFSIGNALED(status));
	ck_assert(WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
}
END_TEST

static int read_users_file(void)
{
	return answer(open("/etc/passwd", O_RDONLY) >= 0);
}

START_TEST(files_that_reading_does_not_need_stay_closed)
{
	expect_denied(read_users_file, CONFINE_FILES);
}
END_TEST

static int convert_characters(void)
{
	return answer(iconv_open("UTF-8", "EUC-JP") != (iconv_t)-1); /* NOLINT(performance-no-int-to-ptr) */
}

START_TEST(characters_are_still_converted)
{
	ck_assert_int_eq(try(convert_characters, &confine, CONFINE_LIMITS), DONE);
}
END_TEST

static int count_descriptors(void)
{
	int kept = dup(STDERR_FILENO), lost = dup(STDERR_FILENO);
	confine_descriptors(-1, -1, kept);
	return answer(fcntl(lost, F_GETFD) >= 0 || fcntl(kept, F_GETFD) < 0 || read(STDIN_FILENO, &lost, 1) != 0);
}

START_TEST(descriptors_are_closed_but_the_one_kept)
{
	int status = 0;
	pid_t pid = fork();
	if (pid == 0)
		_exit(count_descriptors());
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(WEXITSTATUS(status), DENIED);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("confine");
	TCase *cases = tcase_create("confine");
	tcase_add_test(cases, nothing_is_written);
	tcase_add_test(cases, nothing_is_connected_to);
	tcase_add_test(cases, no_program_or_process_is_started_and_nobody_signalled);
	tcase_add_test(cases, the_one_program_that_is_named_runs_and_no_other);
	tcase_add_test(cases, memory_has_its_limit);
	tcase_add_test(cases, descriptors_and_time_have_their_limits);
	tcase_add_test(cases, files_that_reading_does_not_need_stay_closed);
	tcase_add_test(cases, characters_are_still_converted);
	tcase_add_test(cases, descriptors_are_closed_but_the_one_kept);
	suite_add_tcase(suite, cases);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
