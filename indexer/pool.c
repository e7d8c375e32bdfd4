/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pool.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "fault.h"
#include "hand.h"
#include "ticket.h"

enum {
	ROOM = 4,            /* papers asked for, for each process */
	BUFFERED = 32 << 20, /* bytes of answers that are kept for papers whose turn has not come */
	AHEAD = 1 << 20,     /* bytes that are kept of the answer in turn */
	TICK = 100,          /* milliseconds between two looks at what the processes take */
	PUMP = 2000,         /* microseconds between two looks at what they say, while records are taken */
	PATIENCE = 1000,     /* milliseconds for a process to end by itself */
};

/* A worker and what it works on. */
struct place {
	struct hand hand;
	struct ticket *ticket; /* NULL: idle */
	bool is_heard;         /* listened to at the moment */
};

struct pool {
	struct launcher launcher;
	struct pool_limits limits;
	GQueue tickets;   /* struct ticket *, oldest first */
	bool is_answered; /* the oldest has been */
	struct place *places;
	struct pollfd *polled;
	gint64 pumped, looked; /* g_get_monotonic_time() */
};

static guint64 memory_of(const struct pool *pool)
{
	return (guint64)pool->limits.megabytes << 20;
}

bool pool_open(struct pool **out, const struct reader *reader, const struct pool_limits *limits, GError **error)
{
	struct pool *pool = g_new0(struct pool, 1);
	pool->limits = *limits;
	if (!launcher_open(&pool->launcher, reader, memory_of(pool), error)) {
		g_free(pool);
		return false;
	}
	g_queue_init(&pool->tickets);
	pool->places = g_new0(struct place, limits->jobs);
	pool->polled = g_new0(struct pollfd, limits->jobs);
	for (guint i = 0; i < limits->jobs; i++)
		hand_init(&pool->places[i].hand);
	*out = pool;
	return true;
}

static void free_ticket(gpointer ticket)
{
	ticket_free(ticket);
}

void pool_close(struct pool *pool)
{
	if (!pool)
		return;
	launcher_close(&pool->launcher);
	for (guint i = 0; i < pool->limits.jobs; i++) {
		const struct hand *hand = &pool->places[i].hand;
		if (hand->worker.descriptor >= 0)
			close(hand->worker.descriptor);
		if (hand->descriptor >= 0)
			close(hand->descriptor);
	}
	g_queue_clear_full(&pool->tickets, free_ticket);
	g_free(pool->places);
	g_free(pool->polled);
	g_free(pool);
}

void pool_answer_clear(struct pool_answer *answer)
{
	g_clear_pointer(&answer->sha256, g_free);
	g_clear_pointer(&answer->reason, g_free);
}

void pool_ask(struct pool *pool, const struct pool_job *job)
{
	g_queue_push_tail(&pool->tickets, ticket_new(job));
}

bool pool_has_room(const struct pool *pool)
{
	return pool->tickets.length < ROOM * pool->limits.jobs;
}

/* The worker at this place is ended; NULL: by itself. */
static void give_up(struct pool *pool, struct place *place, char *reason)
{
	g_autofree char *end = hand_end(&place->hand, &pool->launcher, reason ? 0 : PATIENCE, memory_of(pool));
	if (place->ticket)
		ticket_fail(place->ticket, reason ? reason : g_steal_pointer(&end));
	else
		g_free(reason);
	place->ticket = NULL;
}

/* Its paper is answered. */
static void set_idle(struct pool *pool, struct place *place)
{
	place->ticket->is_over = true;
	place->ticket = NULL;
	if (hand_is_worn(&place->hand))
		give_up(pool, place, NULL);
}

/* A worker that has gone away meanwhile is no fault of the paper's: another one gets it. */
static bool give(struct pool *pool, struct place *place, struct ticket *ticket, int paper, GError **error)
{
	guint seconds = pool->limits.seconds + (guint)(ticket->source.size / 1000000);
	bool is_given = place->hand.worker.pid > 0 && hand_give(&place->hand, ticket->job, paper, seconds);
	if (!is_given && place->hand.worker.pid > 0)
		give_up(pool, place, NULL);
	if (!is_given && !hand_start(&place->hand, &pool->launcher, error))
		return false;
	place->ticket = ticket;
	if (!is_given && !hand_give(&place->hand, ticket->job, paper, seconds))
		give_up(pool, place, NULL);
	return true;
}

static bool start_at(struct pool *pool, struct place *place, struct ticket *ticket, GError **error)
{
	int paper;
	g_autoptr(GError) trouble = NULL;
	ticket->is_begun = true;
	if (!source_open(&paper, &ticket->source, ticket->path, &trouble)) {
		ticket_fail(ticket, g_strdup(trouble->message));
		return true;
	}
	bool good = give(pool, place, ticket, paper, error);
	close(paper);
	return good;
}

/* An idle place, rather one with a worker. */
static struct place *find_idle(struct pool *pool)
{
	struct place *empty = NULL;
	for (guint i = 0; i < pool->limits.jobs; i++) {
		struct place *place = &pool->places[i];
		if (!place->ticket && place->hand.worker.pid > 0)
			return place;
		if (!place->ticket && !empty)
			empty = place;
	}
	return empty;
}

static bool hand_out(struct pool *pool, GError **error)
{
	bool good = true;
	for (GList *each = pool->tickets.head; each && good; each = each->next) {
		struct ticket *ticket = each->data;
		while (!ticket->is_begun && good) {
			struct place *place = find_idle(pool);
			if (!place)
				return true;
			good = start_at(pool, place, ticket, error);
		}
	}
	return good;
}

/* What is said by a worker that is far ahead waits in its socket, and so does the worker. */
static bool is_to_be_heard(const struct pool *pool, const struct ticket *ticket, guint64 buffered)
{
	if (ticket != g_queue_peek_head((GQueue *)&pool->tickets))
		return buffered < BUFFERED;
	return ticket_pending(ticket) < AHEAD || ticket->taken == ticket->scanned;
}

static guint64 count_buffered(const struct pool *pool)
{
	guint64 buffered = 0;
	for (GList *each = pool->tickets.head; each; each = each->next)
		buffered += ticket_pending(each->data);
	return buffered;
}

/* Does what the answer at this place asks for; false: it is no answer. */
static bool serve(struct pool *pool, struct place *place)
{
	enum frame_kind event;
	while (place->ticket && ticket_event(&event, place->ticket)) {
		if (event == FRAME_END)
			set_idle(pool, place);
		else if (event == FRAME_CONVERT
				 ? !hand_convert(&place->hand, &pool->launcher)
				 : event != FRAME_CONVERTED || !hand_converted(&place->hand, &pool->launcher))
			return false;
	}
	return true;
}

static void hear(struct pool *pool, struct place *place)
{
	GByteArray *in = place->ticket->in;
	if (!frame_receive(in, &place->hand.descriptor, place->hand.worker.descriptor))
		give_up(pool, place, NULL);
	else if (!serve(pool, place))
		give_up(pool, place, g_strdup("the reader did not answer in the way agreed"));
}

/* Ends what has taken too much; a paper's time runs only while its worker is listened to. */
static void watch_limits(struct pool *pool)
{
	for (guint i = 0; i < pool->limits.jobs; i++) {
		struct place *place = &pool->places[i];
		char *reason = place->ticket ? hand_excess(&place->hand, memory_of(pool)) : NULL;
		if (reason)
			give_up(pool, place, reason);
	}
}

static void note_waiting(struct pool *pool, gint64 microseconds)
{
	for (guint i = 0; i < pool->limits.jobs; i++)
		if (pool->places[i].is_heard)
			pool->places[i].hand.waited += microseconds;
}

static guint set_polled(struct pool *pool)
{
	guint64 buffered = count_buffered(pool);
	guint count = 0;
	for (guint i = 0; i < pool->limits.jobs; i++) {
		struct place *place = &pool->places[i];
		place->is_heard = place->ticket && is_to_be_heard(pool, place->ticket, buffered);
		pool->polled[i] = (struct pollfd){place->is_heard ? place->hand.worker.descriptor : -1, POLLIN, 0};
		count += place->is_heard;
	}
	return count;
}

/* Hands out papers and takes in what is said of them, waiting for it at most so long. */
static bool pump(struct pool *pool, int milliseconds, GError **error)
{
	if (!hand_out(pool, error))
		return false;
	gint64 start = g_get_monotonic_time();
	if (set_polled(pool) > 0 && poll(pool->polled, pool->limits.jobs, milliseconds) >= 0) {
		note_waiting(pool, g_get_monotonic_time() - start);
		for (guint i = 0; i < pool->limits.jobs; i++)
			if (pool->polled[i].revents && pool->places[i].ticket)
				hear(pool, &pool->places[i]);
	}
	pool->pumped = g_get_monotonic_time();
	if (pool->pumped - pool->looked >= (gint64)TICK * 1000) {
		pool->looked = pool->pumped;
		watch_limits(pool);
	}
	return true;
}

static bool is_stopped(const struct pool *pool)
{
	return pool->limits.stop && *pool->limits.stop;
}

/* The paper answered last is done with. When all of it has been taken its worker has nothing left to say but that this is
 * the end; otherwise it is stopped. */
static bool let_go(struct pool *pool, GError **error)
{
	struct ticket *ticket = g_queue_peek_head(&pool->tickets);
	while (!ticket->is_over && ticket->given == ticket->records && !is_stopped(pool))
		if (!pump(pool, TICK, error))
			return false;
	for (guint i = 0; i < pool->limits.jobs; i++)
		if (pool->places[i].ticket == ticket)
			give_up(pool, &pool->places[i], g_strdup(""));
	g_queue_pop_head(&pool->tickets);
	pool->is_answered = false;
	ticket_free(ticket);
	return true;
}

bool pool_next(struct pool_answer *answer, struct pool *pool, GError **error)
{
	*answer = (struct pool_answer){.outcome = POOL_STOPPED};
	if (pool->is_answered && !let_go(pool, error))
		return false;
	struct ticket *ticket = g_queue_peek_head(&pool->tickets);
	while (!is_stopped(pool)) {
		pool->is_answered = ticket_answer(answer, ticket);
		if (pool->is_answered)
			return true;
		if (!pump(pool, TICK, error))
			return false;
	}
	answer->outcome = POOL_STOPPED;
	return true;
}

bool pool_record(struct record *record, bool *is_end, struct pool *pool, GError **error)
{
	struct ticket *ticket = g_queue_peek_head(&pool->tickets);
	bool has_record = false;
	*is_end = ticket->given == ticket->records;
	if (g_get_monotonic_time() - pool->pumped > PUMP && !pump(pool, 0, error))
		return false;
	while (!*is_end && !has_record) {
		if (!ticket_record(record, &has_record, ticket, error))
			return false;
		if (!has_record && !pump(pool, TICK, error))
			return false;
	}
	return true;
}
