/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages between the processes of the indexer, over a stream socket: a kind, a length, bytes, and perhaps an open
 * descriptor. Must not know what the bytes mean. */
#ifndef MINUTEBOOK_FRAME_H
#define MINUTEBOOK_FRAME_H

#include "span.h"

enum frame_kind {
	/* to the launcher and back, see launcher.c */
	FRAME_REQUEST = 1,
	FRAME_REPLY,
	/* to a worker */
	FRAME_JOB,    /* a paper to read, parcel_put_job; its descriptor comes with it */
	FRAME_TEXT,   /* a converter runs, its output is the descriptor; the bytes name it */
	FRAME_STATUS, /* how it ended: the bytes say what went wrong, none: nothing */
	FRAME_NO,     /* there is no converter: the bytes say why */
	/* from a worker: a digest, then perhaps a paper and its records, then one of the four that end the answer */
	FRAME_DIGEST,    /* SHA-256 of the bytes, hex */
	FRAME_PAPER,     /* parcel_put_paper */
	FRAME_RECORD,    /* parcel_put_record */
	FRAME_END,       /* of the records */
	FRAME_SAME,      /* the bytes are those known already */
	FRAME_UNREAD,    /* they cannot be had: why */
	FRAME_REFUSED,   /* they are no paper: why */
	FRAME_CONVERT,   /* asks for a converter; its input is the descriptor */
	FRAME_CONVERTED, /* what it printed has ended: how did it end? */
};

/* The longest frame, in bytes: no paragraph is longer. */
#define FRAME_MAX ((guint32)64 << 20)

struct frame {
	guint32 kind;
	struct span bytes; /* a look */
};

/* Appends a frame to what is to be sent. frame_open and frame_shut stand around bytes that are appended in place. */
void frame_put(GByteArray *out, enum frame_kind kind, struct span bytes);
guint frame_open(GByteArray *out, enum frame_kind kind); /* returns where it starts */
void frame_shut(GByteArray *out, guint start);

/* Sends all of it, `descriptor` (-1: none) with the first byte, and waits for as long as that takes; false when the other
 * side is gone. */
bool frame_send(int socket, const GByteArray *bytes, int descriptor);

/* Takes what has come, at most 256 KB, to the end of `in`; waits for it unless the socket does not. `descriptor` is
 * closed and replaced when one comes with it, else left. False at the end of the stream or an error, errno EAGAIN when
 * nothing has come. */
bool frame_receive(GByteArray *in, int *descriptor, int socket);

/* The frame that starts at `at` of `in`, and moves `at` behind it; false when it is not complete yet. */
bool frame_next(struct frame *frame, const GByteArray *in, guint *at);

/* Whether the frame that starts at `at` is longer than any may be. */
bool frame_is_excessive(const GByteArray *in, guint at);

/* Waits for the next frame: `in` holds it afterwards and nothing else. For sides that speak in turn. */
bool frame_wait(struct frame *frame, GByteArray *in, int *descriptor, int socket);

#endif
