/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "launcher.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"
#include "convert.h"
#include "extract.h"
#include "fault.h"
#include "frame.h"
#include "worker.h"

enum {
	PATH_SIZE = 1024,
	NAP = 1000, /* microseconds between two looks at a process that is to end */
};

enum wish {
	WISH_WORKER,
	WISH_CONVERTER, /* its input comes with the request */
	WISH_BURIAL,
};

struct request {
	enum wish wish;
	pid_t pid;
	guint patience; /* milliseconds */
	char path[PATH_SIZE];
};

/* A descriptor goes back with the first two. */
struct reply {
	int value; /* a pid or a status */
	int code;  /* errno, 0 for well */
};

/* The launcher from within. */
struct desk {
	const struct reader *reader;
	guint64 memory;
	int socket;
};

static void die_with_parent(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(0);
}

/* Keys and hang-ups are for the program at the terminal, which ends the others. */
static void ignore_signals(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
	for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
		signal(signals[i], SIG_IGN);
}

_Noreturn static void run_converter(const char *path, int input, int output)
{
	confine_descriptors(input, output, -1);
	confine_enter(&(struct confine){.memory = CONVERT_MEMORY, .seconds = CONVERT_SECONDS, .program = path});
	convert_become(path);
	_exit(127);
}

/* Forks; the new process speaks by ends[1]. */
static struct reply start(const struct desk *desk, const struct request *request, int input, const int ends[2])
{
	pid_t parent = getpid();
	pid_t pid = fork();
	if (pid == 0) {
		die_with_parent(parent);
		if (request->wish == WISH_WORKER)
			worker_serve(desk->reader, ends[1], desk->memory);
		run_converter(request->path, input, ends[1]);
	}
	return (struct reply){pid, pid < 0 ? errno : 0};
}

static struct reply bury(const struct request *request)
{
	int status = 0;
	gint64 end = g_get_monotonic_time() + (gint64)request->patience * 1000;
	for (;;) {
		bool is_late = g_get_monotonic_time() >= end;
		if (is_late)
			kill(request->pid, SIGKILL);
		pid_t pid = waitpid(request->pid, &status, is_late ? 0 : WNOHANG);
		if (pid == request->pid)
			return (struct reply){status, 0};
		if (pid < 0 && errno != EINTR)
			return (struct reply){-1, errno};
		g_usleep(NAP);
	}
}

/* `out` receives the descriptor for the other side, -1 for none. */
static struct reply serve(int *out, const struct desk *desk, const struct request *request, int input)
{
	int ends[2];
	*out = -1;
	if (request->wish == WISH_BURIAL)
		return bury(request);
	bool has_ends = request->wish == WISH_WORKER ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0
						     : pipe2(ends, O_CLOEXEC) == 0;
	if (!has_ends)
		return (struct reply){-1, errno};
	struct reply reply = start(desk, request, input, ends);
	close(ends[1]);
	*out = ends[0];
	return reply;
}

_Noreturn static void serve_all(const struct desk *desk)
{
	g_autoptr(GByteArray) in = g_byte_array_new();
	g_autoptr(GByteArray) out = g_byte_array_new();
	struct frame frame;
	int input = -1, output = -1;
	while (frame_wait(&frame, in, &input, desk->socket) && frame.bytes.len == sizeof(struct request)) {
		struct request request;
		memcpy(&request, frame.bytes.ptr, sizeof(request));
		struct reply reply = serve(&output, desk, &request, input);
		g_byte_array_set_size(out, 0);
		frame_put(out, FRAME_REPLY, (struct span){(const char *)&reply, sizeof(reply)});
		frame_send(desk->socket, out, output);
		if (input >= 0)
			close(input);
		if (output >= 0)
			close(output);
		input = output = -1;
	}
	_exit(0);
}

static bool fail(const char *what, int code, GError **error)
{
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: %s", what, g_strerror(code));
	return false;
}

bool launcher_open(struct launcher *launcher, const struct reader *reader, guint64 memory, GError **error)
{
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return fail("a process to read papers cannot be started", errno, error);
	pid_t parent = getpid();
	launcher->pid = fork();
	if (launcher->pid == 0) {
		die_with_parent(parent);
		ignore_signals();
		confine_descriptors(-1, -1, ends[1]);
		extract_prepare();
		serve_all(&(struct desk){reader, memory, ends[1]});
	}
	close(ends[1]);
	launcher->socket = ends[0];
	if (launcher->pid > 0)
		return true;
	close(ends[0]);
	return fail("a process to read papers cannot be started", errno, error);
}

void launcher_close(struct launcher *launcher)
{
	close(launcher->socket);
	kill(launcher->pid, SIGKILL);
	while (waitpid(launcher->pid, NULL, 0) < 0 && errno == EINTR)
		;
}

/* `descriptor`: what goes with the request (-1: none); what comes back replaces it. */
static bool ask(struct reply *reply, struct launcher *launcher, const struct request *request, int *descriptor)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_autoptr(GByteArray) in = g_byte_array_new();
	struct frame frame;
	frame_put(out, FRAME_REQUEST, (struct span){(const char *)request, sizeof(*request)});
	bool good = frame_send(launcher->socket, out, *descriptor);
	*descriptor = -1;
	good = good && frame_wait(&frame, in, descriptor, launcher->socket) && frame.bytes.len == sizeof(*reply);
	if (good)
		memcpy(reply, frame.bytes.ptr, sizeof(*reply));
	else
		*reply = (struct reply){-1, ESRCH};
	return good && reply->code == 0;
}

static bool launch(struct launched *launched, struct launcher *launcher, const struct request *request, int input,
		   GError **error)
{
	struct reply reply;
	launched->descriptor = input;
	if (ask(&reply, launcher, request, &launched->descriptor) && launched->descriptor >= 0) {
		launched->pid = reply.value;
		return true;
	}
	if (launched->descriptor >= 0)
		close(launched->descriptor);
	return fail("a process to read papers cannot be started", reply.code, error);
}

bool launcher_start_worker(struct launched *worker, struct launcher *launcher, GError **error)
{
	struct request request = {.wish = WISH_WORKER};
	return launch(worker, launcher, &request, -1, error);
}

bool launcher_start_converter(struct launched *converter, struct launcher *launcher, const char *path, int input,
			      GError **error)
{
	struct request request = {.wish = WISH_CONVERTER};
	if (g_strlcpy(request.path, path, PATH_SIZE) >= PATH_SIZE)
		return fail(path, ENAMETOOLONG, error);
	return launch(converter, launcher, &request, input, error);
}

int launcher_bury(struct launcher *launcher, pid_t pid, guint patience)
{
	struct request request = {.wish = WISH_BURIAL, .pid = pid, .patience = patience};
	struct reply reply;
	int none = -1;
	return ask(&reply, launcher, &request, &none) ? reply.value : -1;
}
