/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "fault.h"

enum {
	CHUNK = 1 << 18,
};

static bool fail_errno(int code, GError **error)
{
	static const struct {
		int code;
		const char *reason;
	} known[] = {
		{ENOENT, "is not there (any more)"},
		{EACCES, "no permission to read it"},
		{ELOOP, "its symbolic links lead in a circle"},
		{EIO, "the disk gave a read error"},
		{ENXIO, "is a socket or a device, not a file"},
		{ENODEV, "is a device, not a file"},
		{ESTALE, "the network share has lost it"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (known[i].code == code) {
			g_set_error_literal(error, FAULT, FAULT_INPUT, known[i].reason);
			return false;
		}
	g_set_error(error, FAULT, FAULT_INPUT, "cannot be read: %s", g_strerror(code));
	return false;
}

static const char *irregular(mode_t mode)
{
	if (S_ISREG(mode))
		return NULL;
	if (S_ISDIR(mode))
		return "is a folder, not a file";
	if (S_ISFIFO(mode))
		return "is a pipe, not a file";
	return "is a socket or a device, not a file";
}

static bool fail_size(gint64 size, const char *state, GError **error)
{
	static const double gib = 1 << 30;
	g_set_error(error, FAULT, FAULT_INPUT, "too large: %.1f GiB%s, the limit is %.1f GiB", (double)size / gib,
		    state, (double)SOURCE_LIMIT / gib);
	return false;
}

/* Read rather than mapped: a mapped file that is cut short meanwhile would end the program with SIGBUS. */
static bool read_all(struct source *source, int fd, GError **error)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree guint8 *chunk = g_malloc(CHUNK);
	for (;;) {
		ssize_t got = read(fd, chunk, CHUNK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail_errno(errno, error);
		if (got == 0)
			break;
		if (source->bytes->len + got > SOURCE_LIMIT)
			return fail_size(source->bytes->len + got, " and more", error);
		g_checksum_update(checksum, chunk, got);
		g_byte_array_append(source->bytes, chunk, (guint)got);
	}
	source->sha256 = g_strdup(g_checksum_get_string(checksum));
	return true;
}

/* What the descriptor is of, and whether it may be read. */
static bool look(struct source *source, int fd, GError **error)
{
	struct stat stat;
	if (fstat(fd, &stat) < 0)
		return fail_errno(errno, error);
	const char *reason = irregular(stat.st_mode);
	if (reason) {
		g_set_error_literal(error, FAULT, FAULT_INPUT, reason);
		return false;
	}
	if (stat.st_size > SOURCE_LIMIT)
		return fail_size(stat.st_size, "", error);
	source->size = stat.st_size;
	source->mtime = (gint64)stat.st_mtim.tv_sec * G_USEC_PER_SEC + stat.st_mtim.tv_nsec / 1000;
	return true;
}

static bool is_gzip(const guint8 *bytes, size_t len)
{
	return len >= 3 && bytes[0] == 0x1f && bytes[1] == 0x8b && bytes[2] == Z_DEFLATED;
}

static bool fail_gzip(const char *reason, GError **error)
{
	g_set_error(error, FAULT, FAULT_INPUT, "damaged gzip file: %s", reason);
	return false;
}

/* One member: stream->next_in stands behind it afterwards. */
static bool inflate_member(GByteArray *out, z_stream *stream, guint8 *chunk, GError **error)
{
	int status = Z_OK;
	while (status != Z_STREAM_END) {
		stream->next_out = chunk;
		stream->avail_out = CHUNK;
		status = inflate(stream, Z_NO_FLUSH);
		if (status == Z_BUF_ERROR)
			return fail_gzip("it ends in the middle, the copy is not complete", error);
		if (status != Z_OK && status != Z_STREAM_END)
			return fail_gzip(stream->msg ? stream->msg : "not what it says it is", error);
		guint got = CHUNK - stream->avail_out;
		if (out->len + (gint64)got > SOURCE_LIMIT)
			return fail_size(out->len + (gint64)got, " and more when unpacked", error);
		g_byte_array_append(out, chunk, got);
	}
	return true;
}

/* RFC 1952: a file is one or more members; tapes pad the end with zeros. */
static bool inflate_members(GByteArray *out, z_stream *stream, GError **error)
{
	g_autofree guint8 *chunk = g_malloc(CHUNK);
	for (;;) {
		if (!inflate_member(out, stream, chunk, error))
			return false;
		while (stream->avail_in > 0 && *stream->next_in == 0) {
			stream->next_in++;
			stream->avail_in--;
		}
		if (stream->avail_in == 0)
			return true;
		if (!is_gzip(stream->next_in, stream->avail_in))
			return fail_gzip("other bytes follow its end", error);
		inflateReset(stream);
	}
}

bool source_unpack(struct source *source, GError **error)
{
	if (!is_gzip(source->bytes->data, source->bytes->len))
		return true;
	z_stream stream = {.next_in = source->bytes->data, .avail_in = source->bytes->len};
	/* 16 on top of the window bits: a gzip header is expected and its checksum verified. */
	if (inflateInit2(&stream, MAX_WBITS + 16) != Z_OK)
		return fail_gzip("no memory to unpack it", error);
	GByteArray *out = g_byte_array_new();
	bool good = inflate_members(out, &stream, error);
	inflateEnd(&stream);
	if (!good) {
		g_byte_array_unref(out);
		return false;
	}
	g_byte_array_unref(source->bytes);
	source->bytes = out;
	return true;
}

bool source_open(int *descriptor, struct source *source, const char *path, GError **error)
{
	*source = (struct source){0};
	*descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (*descriptor < 0)
		return fail_errno(errno, error);
	if (look(source, *descriptor, error))
		return true;
	close(*descriptor);
	*descriptor = -1;
	return false;
}

bool source_take(struct source *source, int descriptor, GError **error)
{
	*source = (struct source){0};
	if (!look(source, descriptor, error))
		return false;
	source->bytes = g_byte_array_sized_new((guint)source->size);
	if (read_all(source, descriptor, error))
		return true;
	source_clear(source);
	return false;
}

bool source_read(struct source *source, const char *path, GError **error)
{
	int fd;
	if (!source_open(&fd, source, path, error))
		return false;
	bool good = source_take(source, fd, error);
	close(fd);
	return good;
}

void source_clear(struct source *source)
{
	g_clear_pointer(&source->bytes, g_byte_array_unref);
	g_clear_pointer(&source->sha256, g_free);
}

struct span source_span(const struct source *source)
{
	const char *bytes = (const char *)source->bytes->data;
	struct span span = {bytes ? bytes : "", source->bytes->len};
	return span;
}
