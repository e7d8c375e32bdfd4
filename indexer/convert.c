/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "convert.h"

#include <errno.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fault.h"
#include "frame.h"

enum {
	OUTPUT_MAX = 64 << 20, /* bytes of text; the limit of the format is 32 MB a document */
	CHUNK = 1 << 14,
};

/* Where a program finds its standard input as a file that it can open: antiword would copy it to one of its own first. */
#define INPUT "/proc/self/fd/0"

/* Programs that read old Word documents, the better one first. */
static const struct converter {
	const char *name;
	const char *arguments[7];
} converters[] = {
	{"antiword", {"antiword", "-w", "0", "-m", "UTF-8.txt", INPUT, NULL}},
	{"catdoc", {"catdoc", "-w", "-d", "utf-8", INPUT, NULL}},
};

char *convert_find(const char **name, const char **reason)
{
	for (size_t i = 0; i < G_N_ELEMENTS(converters); i++) {
		g_autofree char *path = g_find_program_in_path(converters[i].name);
		if (!path)
			continue;
		*name = converters[i].name;
		return g_canonicalize_filename(path, NULL);
	}
	*reason = "an old Word document (.doc); install antiword or catdoc to read it";
	return NULL;
}

void convert_become(const char *path)
{
	/* No settings of the user's: what a paper says must not depend on them. */
	static char *const environment[] = {"LC_ALL=C.UTF-8", NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(converters); i++)
		if (g_str_has_suffix(path, converters[i].name))
			execve(path, (char *const *)converters[i].arguments, environment);
}

/* A file that nobody can see, with these bytes; -1 when there is no room for it. */
static int open_input(struct span bytes, GError **error)
{
	int fd = bytes.len <= CONVERT_INPUT_MAX ? memfd_create("paper", MFD_CLOEXEC) : -1;
	size_t written = 0;
	while (fd >= 0 && written < bytes.len) {
		ssize_t count = write(fd, bytes.ptr + written, bytes.len - written);
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0) {
			close(fd);
			fd = -1;
		}
		written += (size_t)MAX(count, 0);
	}
	if (fd < 0)
		g_set_error(error, FAULT, FAULT_INPUT, "an old Word document: too large to be converted");
	else
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* Collects what the program prints until it ends it; NULL when that went well, else the reason. */
static const char *collect(GString *text, int fd)
{
	char chunk[CHUNK];
	for (;;) {
		ssize_t count = read(fd, chunk, CHUNK);
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return "cannot be listened to";
		if (count == 0)
			return NULL;
		if (text->len + (gsize)count > OUTPUT_MAX)
			return "printed more text than such a document can have";
		g_string_append_len(text, chunk, count);
	}
}

static bool say(int socket, enum frame_kind kind, int descriptor)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	frame_put(out, kind, (struct span){"", 0});
	return frame_send(socket, out, descriptor);
}

static bool fail(const char *name, const char *reason, GError **error)
{
	g_set_error(error, FAULT, FAULT_INPUT, "an old Word document: %s %s; save it as .docx", name, reason);
	return false;
}

/* The converter runs: `name` is its name, `output` what it prints. */
static bool listen(GString *text, int socket, const char *name, int output, GError **error)
{
	const char *reason = collect(text, output);
	close(output);
	g_autoptr(GByteArray) in = g_byte_array_new();
	struct frame frame;
	int none = -1;
	if (!say(socket, FRAME_CONVERTED, -1) || !frame_wait(&frame, in, &none, socket) || frame.kind != FRAME_STATUS)
		return fail(name, "cannot be listened to", error);
	if (reason)
		return fail(name, reason, error);
	return frame.bytes.len == 0 || fail(name, "found it damaged", error);
}

bool convert_ask(GString *text, int socket, struct span bytes, GError **error)
{
	int input = open_input(bytes, error);
	if (input < 0)
		return false;
	g_autoptr(GByteArray) in = g_byte_array_new();
	struct frame frame;
	int output = -1;
	bool asked = say(socket, FRAME_CONVERT, input) && frame_wait(&frame, in, &output, socket);
	close(input);
	g_autofree char *words = asked ? g_strndup(frame.bytes.ptr, frame.bytes.len) : g_strdup("cannot be converted");
	if (asked && frame.kind == FRAME_TEXT && output >= 0)
		return listen(text, socket, words, output, error);
	g_set_error_literal(error, FAULT, FAULT_INPUT, words);
	return false;
}
