/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "hand.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "convert.h"
#include "frame.h"
#include "worker.h"

enum {
	PATIENCE = 1000,    /* milliseconds for a process to end that has said all */
	SEND_SECONDS = 10,  /* for a worker to take what it is sent */
	PAPERS_MAX = 500,   /* a worker reads */
	WORN = 256 << 20,   /* bytes in use after a paper, at which a worker has grown */
	WAITING_FACTOR = 5, /* a paper may take so many times its processor time: other programs run too */
};

void hand_init(struct hand *hand)
{
	*hand = (struct hand){.worker.descriptor = -1, .descriptor = -1};
}

bool hand_start(struct hand *hand, struct launcher *launcher, GError **error)
{
	hand_init(hand);
	if (!launcher_start_worker(&hand->worker, launcher, error))
		return false;
	const struct timeval patience = {.tv_sec = SEND_SECONDS};
	setsockopt(hand->worker.descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
	fcntl(hand->worker.descriptor, F_SETFL, fcntl(hand->worker.descriptor, F_GETFL) & ~O_NONBLOCK);
	return true;
}

/* Seconds of processor time that a process has used, rounded up. */
static rlim_t seconds_used(pid_t pid)
{
	clockid_t clock;
	struct timespec used = {0};
	if (clock_getcpuclockid(pid, &clock) == 0)
		clock_gettime(clock, &used);
	return (rlim_t)used.tv_sec + 1;
}

static void close_descriptor(struct hand *hand)
{
	if (hand->descriptor >= 0)
		close(hand->descriptor);
	hand->descriptor = -1;
}

bool hand_give(struct hand *hand, const GByteArray *job, int paper, guint seconds)
{
	close_descriptor(hand);
	hand->papers++;
	hand->seconds = seconds;
	hand->waited = 0;
	hand->has_converted = false;
	/* The kernel sees to it even when this process is stopped. */
	const struct rlimit time = {seconds_used(hand->worker.pid) + seconds, RLIM_INFINITY};
	prlimit(hand->worker.pid, RLIMIT_CPU, &time, NULL);
	return frame_send(hand->worker.descriptor, job, paper);
}

static bool tell(const struct hand *hand, enum frame_kind kind, const char *words, int descriptor)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	frame_put(out, kind, span_of(words));
	return frame_send(hand->worker.descriptor, out, descriptor);
}

bool hand_convert(struct hand *hand, struct launcher *launcher)
{
	if (hand->descriptor < 0 || hand->has_converted)
		return false;
	hand->has_converted = true;
	const char *name = NULL, *reason = NULL;
	g_autofree char *path = convert_find(&name, &reason);
	if (!path)
		return tell(hand, FRAME_NO, reason, -1);
	struct launched converter;
	g_autoptr(GError) trouble = NULL;
	bool started = launcher_start_converter(&converter, launcher, path, hand->descriptor, &trouble);
	close_descriptor(hand);
	if (!started)
		return tell(hand, FRAME_NO, trouble->message, -1);
	hand->converter = converter.pid;
	bool told = tell(hand, FRAME_TEXT, name, converter.descriptor);
	close(converter.descriptor);
	return told;
}

static const char *converter_trouble(int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return "";
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
		return "took too long";
	return WIFSIGNALED(status) ? "failed on it" : "found it damaged";
}

bool hand_converted(struct hand *hand, struct launcher *launcher)
{
	if (hand->converter == 0)
		return false;
	int status = launcher_bury(launcher, hand->converter, PATIENCE);
	hand->converter = 0;
	return tell(hand, FRAME_STATUS, converter_trouble(status), -1);
}

/* Bytes of memory that a process has in use. */
static guint64 memory_used(pid_t pid)
{
	unsigned long all = 0, pages = 0;
	g_autofree char *path = g_strdup_printf("/proc/%d/statm", (int)pid);
	FILE *file = fopen(path, "re");
	if (!file)
		return 0;
	if (fscanf(file, "%lu %lu", &all, &pages) != 2)
		pages = 0;
	fclose(file);
	return (guint64)pages * (guint64)sysconf(_SC_PAGESIZE);
}

/* Whether it would use the processor if it got one: then its time will run out by itself. */
static bool is_at_work(pid_t pid)
{
	char state = 0;
	g_autofree char *path = g_strdup_printf("/proc/%d/stat", (int)pid);
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	if (fscanf(file, "%*d %*s %c", &state) != 1)
		state = 0;
	fclose(file);
	return state == 'R';
}

static char *too_large(guint64 memory)
{
	return g_strdup_printf("needed more than %" G_GUINT64_FORMAT " MB of memory; --memory-limit allows more",
			       memory >> 20);
}

char *hand_excess(const struct hand *hand, guint64 memory)
{
	if (memory_used(hand->worker.pid) > memory)
		return too_large(memory);
	guint limit = hand->seconds * WAITING_FACTOR;
	if (hand->waited < (gint64)limit * G_USEC_PER_SEC || is_at_work(hand->worker.pid))
		return NULL;
	return g_strdup_printf("took longer than %u s; --time-limit allows more", limit);
}

bool hand_is_worn(const struct hand *hand)
{
	return hand->papers >= PAPERS_MAX || memory_used(hand->worker.pid) > WORN;
}

static char *describe(int status, guint seconds, guint64 memory)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == WORKER_OUT_OF_MEMORY)
		return too_large(memory);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return g_strdup_printf("took more than %u s of processor time; --time-limit allows more", seconds);
	if (WIFSIGNALED(status))
		return g_strdup_printf("the reader was killed by signal %d (%s)", WTERMSIG(status),
				       strsignal(WTERMSIG(status)));
	return g_strdup_printf("the reader ended in the middle of it (status %d)",
			       WIFEXITED(status) ? WEXITSTATUS(status) : status);
}

char *hand_end(struct hand *hand, struct launcher *launcher, guint patience, guint64 memory)
{
	if (hand->converter != 0)
		launcher_bury(launcher, hand->converter, 0);
	close(hand->worker.descriptor);
	close_descriptor(hand);
	int status = launcher_bury(launcher, hand->worker.pid, patience);
	char *reason = describe(status, hand->seconds, memory);
	hand_init(hand);
	return reason;
}
