/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "worker.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "confine.h"
#include "convert.h"
#include "fault.h"
#include "frame.h"
#include "parcel.h"
#include "text.h"

enum {
	BATCH = 1 << 16,  /* bytes of records that are sent at once */
	PROBE = 16 << 20, /* bytes: who cannot have these has used up what there is */
	STACK = 1 << 16,  /* for the handler of signals, bytes */
};

/* What a library does that gets no memory differs: it aborts, exits or reads at 0. Only calls that are safe in a handler
 * of signals. */
static bool is_memory_short(void)
{
	void *probe = mmap(NULL, PROBE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (probe == MAP_FAILED)
		return true;
	munmap(probe, PROBE);
	return false;
}

static void end_by_signal(int signal_number)
{
	if (is_memory_short())
		_exit(WORKER_OUT_OF_MEMORY);
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void end_by_exit(void)
{
	if (is_memory_short())
		_exit(WORKER_OUT_OF_MEMORY);
}

/* GLib asks for one large piece, does not get it, says so and aborts, while smaller ones can still be had. */
static GLogWriterOutput watch_log(GLogLevelFlags level, const GLogField *fields, gsize count, gpointer data)
{
	(void)data;
	for (gsize i = 0; i < count && (level & G_LOG_LEVEL_ERROR); i++)
		if (strcmp(fields[i].key, "MESSAGE") == 0 && strstr(fields[i].value, "failed to allocate"))
			_exit(WORKER_OUT_OF_MEMORY);
	return G_LOG_WRITER_HANDLED;
}

/* A stack of its own: the usual one may be what has run out. */
static void watch_memory(void)
{
	static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGTRAP, SIGILL, SIGFPE};
	g_log_set_writer_func(watch_log, NULL, NULL);
	if (confine_is_sanitized())
		return;
	stack_t stack = {.ss_sp = g_malloc(STACK), .ss_size = STACK};
	sigaltstack(&stack, NULL);
	struct sigaction action = {.sa_handler = end_by_signal, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
		sigaction(signals[i], &action, NULL);
	atexit(end_by_exit);
}

/* What is to be said of one paper, and where. */
struct answer {
	GByteArray *out;
	int socket;
};

static void send_now(struct answer *answer)
{
	if (!frame_send(answer->socket, answer->out, -1))
		_exit(0); /* nobody listens any more */
	g_byte_array_set_size(answer->out, 0);
}

static bool put_record(struct answer *answer, const struct record *record, GError **error)
{
	guint start = frame_open(answer->out, FRAME_RECORD);
	parcel_put_record(answer->out, record);
	frame_shut(answer->out, start);
	if (answer->out->len - start <= FRAME_MAX)
		return true;
	g_set_error(error, FAULT, FAULT_INPUT, "no paper: a paragraph of more than %u MB", FRAME_MAX >> 20);
	return false;
}

/* How the answer ends. */
static enum frame_kind put_paper(struct answer *answer, const struct paper *paper, GError **error)
{
	guint start = frame_open(answer->out, FRAME_PAPER);
	parcel_put_paper(answer->out, paper);
	frame_shut(answer->out, start);
	for (guint i = 0; i < paper->records->len; i++) {
		if (!put_record(answer, paper->records->pdata[i], error))
			return FRAME_REFUSED;
		if (answer->out->len >= BATCH)
			send_now(answer);
	}
	return FRAME_END;
}

static enum frame_kind read_paper(struct answer *answer, const struct reader *reader, const struct parcel_job *job,
				  struct source *source, GError **error)
{
	frame_put(answer->out, FRAME_DIGEST, span_of(source->sha256));
	send_now(answer);
	if (g_strcmp0(job->known, source->sha256) == 0)
		return FRAME_SAME;
	struct paper paper;
	paper_init(&paper);
	struct reader_job reading = {.name = job->name, .manifest = job->manifest, .converters = answer->socket};
	bool good = reader_parse(&paper, reader, source, &reading, error);
	enum frame_kind end = good ? put_paper(answer, &paper, error) : FRAME_REFUSED;
	paper_clear(&paper);
	return end;
}

static void serve_job(struct answer *answer, const struct reader *reader, const struct parcel_job *job, int paper)
{
	struct source source;
	g_autoptr(GError) trouble = NULL;
	enum frame_kind end = FRAME_UNREAD;
	if (source_take(&source, paper, &trouble)) {
		end = read_paper(answer, reader, job, &source, &trouble);
		source_clear(&source);
	}
	g_autofree char *reason = trouble ? text_repair(span_of(trouble->message), NULL) : NULL;
	frame_put(answer->out, end, span_of(reason ? reason : ""));
	send_now(answer);
}

void worker_serve(const struct reader *reader, int socket, guint64 memory)
{
	confine_descriptors(-1, -1, socket);
	watch_memory();
	confine_enter(&(struct confine){.memory = memory, .file_size = CONVERT_INPUT_MAX});
	g_autoptr(GByteArray) in = g_byte_array_new();
	struct answer answer = {g_byte_array_new(), socket};
	struct frame frame;
	int paper = -1;
	while (frame_wait(&frame, in, &paper, socket)) {
		struct parcel_job job;
		struct manifest_entry entry;
		if (frame.kind != FRAME_JOB || paper < 0 || !parcel_get_job(&job, &entry, frame.bytes))
			break;
		serve_job(&answer, reader, &job, paper);
		close(paper);
		paper = -1;
	}
	_exit(0);
}
