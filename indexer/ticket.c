/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ticket.h"

#include "fault.h"
#include "parcel.h"

enum {
	DIGEST = 64,     /* hex digits */
	SLACK = 1 << 20, /* bytes given away that are kept before the rest moves up */
};

static const char nonsense[] = "the reader did not answer in the way agreed";

struct ticket *ticket_new(const struct pool_job *job)
{
	struct ticket *ticket = g_new(struct ticket, 1);
	*ticket = (struct ticket){
		.path = g_strdup(job->file->path),
		.name = g_strdup(job->file->name),
		.job = g_byte_array_new(),
		.in = g_byte_array_new(),
	};
	guint start = frame_open(ticket->job, FRAME_JOB);
	const struct parcel_job parcel = {job->file->name, job->known, job->manifest};
	parcel_put_job(ticket->job, &parcel);
	frame_shut(ticket->job, start);
	return ticket;
}

void ticket_free(struct ticket *ticket)
{
	g_free(ticket->path);
	g_free(ticket->name);
	g_byte_array_unref(ticket->job);
	g_byte_array_unref(ticket->in);
	g_free(ticket->failure);
	g_free(ticket->sha256);
	g_free(ticket);
}

void ticket_fail(struct ticket *ticket, char *reason)
{
	ticket->is_over = true;
	g_free(ticket->failure);
	ticket->failure = reason;
}

/* What a frame means to the pool; the others are for the one who asked. */
static enum frame_kind event_of(guint32 kind)
{
	switch (kind) {
	case FRAME_DIGEST:
	case FRAME_PAPER:
	case FRAME_RECORD:
		return FRAME_RECORD;
	case FRAME_END:
	case FRAME_SAME:
	case FRAME_UNREAD:
	case FRAME_REFUSED:
		return FRAME_END;
	case FRAME_CONVERT:
	case FRAME_CONVERTED:
		return (enum frame_kind)kind;
	default:
		return FRAME_NO;
	}
}

bool ticket_event(enum frame_kind *event, struct ticket *ticket)
{
	struct frame frame;
	while (frame_next(&frame, ticket->in, &ticket->scanned)) {
		*event = event_of(frame.kind);
		if (*event != FRAME_RECORD)
			return true;
	}
	*event = FRAME_NO;
	return frame_is_excessive(ticket->in, ticket->scanned);
}

guint ticket_pending(const struct ticket *ticket)
{
	return ticket->in->len - ticket->taken;
}

/* The next frame that is for the one who asked. */
static bool take(struct frame *frame, struct ticket *ticket)
{
	while (frame_next(frame, ticket->in, &ticket->taken))
		if (frame->kind != FRAME_CONVERT && frame->kind != FRAME_CONVERTED)
			return true;
	return false;
}

/* Moves up what is left, once enough has been given away. */
static void tidy(struct ticket *ticket)
{
	guint done = MIN(ticket->taken, ticket->scanned);
	if (done < SLACK)
		return;
	g_byte_array_remove_range(ticket->in, 0, done);
	ticket->taken -= done;
	ticket->scanned -= done;
}

static bool take_digest(struct ticket *ticket, struct span bytes)
{
	bool good = !ticket->sha256 && bytes.len == DIGEST;
	for (size_t i = 0; i < bytes.len && good; i++)
		good = g_ascii_isxdigit(bytes.ptr[i]) && !g_ascii_isupper(bytes.ptr[i]);
	if (good)
		ticket->sha256 = g_strndup(bytes.ptr, bytes.len);
	return good;
}

static char *words_of(struct span bytes)
{
	return g_utf8_validate(bytes.ptr, (gssize)bytes.len, NULL) ? g_strndup(bytes.ptr, bytes.len)
								   : g_strdup(nonsense);
}

/* False: the frame makes no answer. */
static bool answer_by(struct pool_answer *answer, struct ticket *ticket, const struct frame *frame)
{
	static const enum pool_outcome outcomes[] = {
		[FRAME_SAME] = POOL_SAME, [FRAME_UNREAD] = POOL_UNREAD, [FRAME_REFUSED] = POOL_REFUSED};
	struct parcel_paper paper;
	bool is_paper = frame->kind == FRAME_PAPER;
	if (frame->kind != FRAME_UNREAD && !ticket->sha256)
		return false;
	if (is_paper && !parcel_get_paper(&paper, frame->bytes))
		return false;
	if (is_paper) {
		ticket->records = paper.records;
		answer->outcome = POOL_PAPER;
		answer->reason = paper.note;
		answer->scans = paper.scans;
		answer->records = paper.records;
		return true;
	}
	if (frame->kind != FRAME_SAME && frame->kind != FRAME_UNREAD && frame->kind != FRAME_REFUSED)
		return false;
	answer->outcome = outcomes[frame->kind];
	answer->reason = frame->kind == FRAME_SAME ? NULL : words_of(frame->bytes);
	return true;
}

static void fill_file(struct pool_answer *answer, const struct ticket *ticket)
{
	answer->sha256 = g_strdup(ticket->sha256);
	answer->size = ticket->source.size;
	answer->mtime = ticket->source.mtime;
}

bool ticket_answer(struct pool_answer *answer, struct ticket *ticket)
{
	struct frame frame;
	*answer = (struct pool_answer){.outcome = POOL_UNREAD};
	while (take(&frame, ticket)) {
		if (frame.kind == FRAME_DIGEST && take_digest(ticket, frame.bytes))
			continue;
		if (!answer_by(answer, ticket, &frame))
			answer->reason = g_strdup(nonsense);
		fill_file(answer, ticket);
		return true;
	}
	if (!ticket->is_over)
		return false;
	answer->reason = g_strdup(ticket->failure ? ticket->failure : nonsense);
	fill_file(answer, ticket);
	return true;
}

static bool fail(const char *reason, GError **error)
{
	g_set_error_literal(error, FAULT, FAULT_INPUT, reason);
	return false;
}

bool ticket_record(struct record *record, bool *has_record, struct ticket *ticket, GError **error)
{
	struct frame frame;
	*has_record = take(&frame, ticket);
	if (!*has_record)
		return !ticket->is_over || fail(ticket->failure ? ticket->failure : nonsense, error);
	if (frame.kind == FRAME_REFUSED) {
		g_autofree char *reason = words_of(frame.bytes);
		return fail(reason, error);
	}
	if (frame.kind != FRAME_RECORD || !parcel_get_record(record, frame.bytes))
		return fail(nonsense, error);
	ticket->given++;
	record->id = g_strdup_printf("%.12s#%u", ticket->sha256, ticket->given);
	record->path = g_strdup(ticket->name);
	tidy(ticket);
	return true;
}
