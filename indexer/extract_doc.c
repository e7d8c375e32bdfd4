/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract.h"
#include "fault.h"

enum {
	SECONDS_MAX = 60,
	OUTPUT_MAX = 64 << 20, /* bytes of text; the limit of the format is 32 MB a document */
	CHUNK = 1 << 14,
	NAME_MAX_UNITS = 32,
};

/* Programs that read old Word documents, the better one first; both take standard input when it is a file. */
static const struct converter {
	const char *program;
	const char *arguments[7];
} converters[] = {
	{"antiword", {"antiword", "-w", "0", "-m", "UTF-8.txt", "-", NULL}},
	{"catdoc", {"catdoc", "-w", "-d", "utf-8", NULL}},
};

/* What else has the same container, by the name of a stream in it. */
static const struct {
	const char *stream, *reason;
} others[] = {
	{"EncryptedPackage", "needs a password; ask for a copy without one"},
	{"WordDocument", NULL},
	{"Workbook", "no paper: an old Excel workbook (.xls)"},
	{"PowerPoint Document", "an old PowerPoint file (.ppt); save it as PDF"},
	{"__properties_version1.0", "an Outlook message (.msg); save it as .eml"},
};

/* Names of streams are in UTF-16. */
static bool has_stream(struct span bytes, const char *name)
{
	char wide[2 * NAME_MAX_UNITS] = "";
	size_t len = MIN(strlen(name), (size_t)NAME_MAX_UNITS);
	for (size_t i = 0; i < len; i++)
		wide[2 * i] = name[i];
	const char *end = bytes.ptr + bytes.len;
	for (const char *at = bytes.ptr; at && (size_t)(end - at) >= 2 * len; at = at ? at + 1 : NULL) {
		at = memchr(at, wide[0], (size_t)(end - at) - 2 * len + 1);
		if (at && memcmp(at, wide, 2 * len) == 0)
			return true;
	}
	return false;
}

static bool check_kind(struct span bytes, GError **error)
{
	const char *reason = "an old Office document without text";
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		if (!has_stream(bytes, others[i].stream))
			continue;
		reason = others[i].reason;
		break;
	}
	if (!reason)
		return true;
	g_set_error_literal(error, FAULT, FAULT_INPUT, reason);
	return false;
}

/* A file that nobody can see, with these bytes; -1 when there is no room for it. */
static int open_input(struct span bytes, GError **error)
{
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("minutes-XXXXXX", &path, NULL);
	if (fd >= 0)
		unlink(path);
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
		g_set_error(error, FAULT, FAULT_SYSTEM, "the folder for temporary files: %s", g_strerror(errno));
	else
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* Collects what the program prints until it ends it; NULL when that went well, else the reason. */
static const char *collect(GString *text, int fd)
{
	gint64 end = g_get_monotonic_time() + (gint64)SECONDS_MAX * G_USEC_PER_SEC;
	char chunk[CHUNK];
	for (;;) {
		gint64 left = (end - g_get_monotonic_time()) / 1000;
		struct pollfd ready = {.fd = fd, .events = POLLIN};
		int status = left > 0 ? poll(&ready, 1, (int)left) : 0;
		if (status < 0 && errno == EINTR)
			continue;
		if (status == 0)
			return "took longer than a minute";
		ssize_t count = status > 0 ? read(fd, chunk, CHUNK) : -1;
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

static bool wait_for(GPid pid)
{
	int status = 0;
	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool run(GString *text, const struct converter *converter, struct span bytes, GError **error)
{
	g_autoptr(GError) trouble = NULL;
	GPid pid;
	int input = open_input(bytes, error), output = -1;
	if (input < 0)
		return false;
	bool started = g_spawn_async_with_pipes_and_fds(
		NULL, converter->arguments, NULL,
		G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, input, -1, -1,
		NULL, NULL, 0, &pid, NULL, &output, NULL, &trouble);
	close(input);
	if (!started) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "%s: cannot be started: %s", converter->program,
			    trouble->message);
		return false;
	}
	const char *reason = collect(text, output);
	close(output);
	if (reason)
		kill(pid, SIGKILL);
	bool good = wait_for(pid);
	if (!good && !reason)
		reason = "found it damaged";
	if (reason)
		g_set_error(error, FAULT, FAULT_INPUT, "an old Word document: %s %s; save it as .docx",
			    converter->program, reason);
	g_spawn_close_pid(pid);
	return reason == NULL;
}

static const struct converter *find_converter(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(converters); i++) {
		g_autofree char *path = g_find_program_in_path(converters[i].program);
		if (path)
			return &converters[i];
	}
	return NULL;
}

bool extract_doc(struct document *document, struct span bytes, GError **error)
{
	const struct converter *converter = find_converter();
	g_autoptr(GString) text = g_string_new("\xef\xbb\xbf");
	if (!check_kind(bytes, error))
		return false;
	if (!converter) {
		g_set_error(error, FAULT, FAULT_INPUT,
			    "an old Word document (.doc); install antiword or catdoc to read it");
		return false;
	}
	return run(text, converter, bytes, error) && extract_text(document, (struct span){text->str, text->len}, error);
}
