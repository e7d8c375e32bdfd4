/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "frame.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	CHUNK = 1 << 18,
	HEAD = 2 * sizeof(guint32), /* kind, length */
};

union control {
	struct cmsghdr head;
	char bytes[CMSG_SPACE(sizeof(int))];
};

guint frame_open(GByteArray *out, enum frame_kind kind)
{
	guint start = out->len;
	guint32 head[2] = {kind, 0};
	g_byte_array_append(out, (const guint8 *)head, HEAD);
	return start;
}

void frame_shut(GByteArray *out, guint start)
{
	guint32 len = out->len - start - HEAD;
	memcpy(out->data + start + sizeof(guint32), &len, sizeof(len));
}

void frame_put(GByteArray *out, enum frame_kind kind, struct span bytes)
{
	guint start = frame_open(out, kind);
	g_byte_array_append(out, (const guint8 *)bytes.ptr, (guint)bytes.len);
	frame_shut(out, start);
}

static void attach(struct msghdr *message, union control *control, int descriptor)
{
	*control = (union control){0};
	message->msg_control = control->bytes;
	message->msg_controllen = sizeof(control->bytes);
	struct cmsghdr *head = CMSG_FIRSTHDR(message);
	head->cmsg_level = SOL_SOCKET;
	head->cmsg_type = SCM_RIGHTS;
	head->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(head), &descriptor, sizeof(int));
}

bool frame_send(int socket, const GByteArray *bytes, int descriptor)
{
	union control control;
	for (guint sent = 0; sent < bytes->len;) {
		struct iovec part = {bytes->data + sent, bytes->len - sent};
		struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
		if (sent == 0 && descriptor >= 0)
			attach(&message, &control, descriptor);
		ssize_t count = sendmsg(socket, &message, MSG_NOSIGNAL);
		if (count < 0 && errno != EINTR)
			return false;
		sent += (guint)MAX(count, 0);
	}
	return true;
}

static void take_descriptor(int *descriptor, struct msghdr *message)
{
	struct cmsghdr *head = CMSG_FIRSTHDR(message);
	if (!head || head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS ||
	    head->cmsg_len < CMSG_LEN(sizeof(int)))
		return;
	if (*descriptor >= 0)
		close(*descriptor);
	memcpy(descriptor, CMSG_DATA(head), sizeof(int));
}

bool frame_receive(GByteArray *in, int *descriptor, int socket)
{
	union control control;
	guint had = in->len;
	g_byte_array_set_size(in, had + CHUNK);
	struct iovec part = {in->data + had, CHUNK};
	struct msghdr message = {.msg_iov = &part,
				 .msg_iovlen = 1,
				 .msg_control = control.bytes,
				 .msg_controllen = sizeof(control.bytes)};
	ssize_t count;
	do
		count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
	while (count < 0 && errno == EINTR);
	int code = count == 0 ? 0 : errno;
	g_byte_array_set_size(in, had + (guint)MAX(count, 0));
	if (count > 0)
		take_descriptor(descriptor, &message);
	errno = code;
	return count > 0;
}

static guint32 number_at(const GByteArray *in, guint at)
{
	guint32 number;
	memcpy(&number, in->data + at, sizeof(number));
	return number;
}

bool frame_is_excessive(const GByteArray *in, guint at)
{
	return in->len - at >= HEAD && number_at(in, at + sizeof(guint32)) > FRAME_MAX;
}

bool frame_next(struct frame *frame, const GByteArray *in, guint *at)
{
	if (in->len - *at < HEAD)
		return false;
	guint32 len = number_at(in, *at + sizeof(guint32));
	if (len > in->len - *at - HEAD)
		return false;
	*frame = (struct frame){number_at(in, *at), {(const char *)in->data + *at + HEAD, len}};
	*at += HEAD + len;
	return true;
}

bool frame_wait(struct frame *frame, GByteArray *in, int *descriptor, int socket)
{
	g_byte_array_set_size(in, 0);
	guint at = 0;
	while (!frame_next(frame, in, &at)) {
		if (frame_is_excessive(in, at) || !frame_receive(in, descriptor, socket))
			return false;
	}
	return true;
}
