/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "progress.h"

#include "text.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
	INTERVAL = 100 * 1000,       /* microseconds between drawings */
	SETTLE = 2 * G_USEC_PER_SEC, /* before that, a time left would be a guess */
	BAR_MIN = 10,
	BAR_MAX = 30,
};

void progress_init(struct progress *progress, guint files, gint64 bytes, bool wanted)
{
	const char *terminal = g_getenv("TERM");
	bool can_move = isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
	*progress = (struct progress){
		.is_shown = wanted && can_move,
		.files_total = files,
		.bytes_total = bytes,
		.started = g_get_monotonic_time(),
	};
}

static int terminal_width(void)
{
	struct winsize size;
	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

void progress_advance(struct progress *progress, gint64 bytes, guint paragraphs)
{
	progress->files++;
	progress->bytes += bytes;
	progress->paragraphs += paragraphs;
	gint64 now = g_get_monotonic_time();
	if (!progress->is_shown || now - progress->drawn < INTERVAL)
		return;
	g_autoptr(GString) line = g_string_new("\r\033[K");
	/* One column stays free: writing the last one makes some terminals wrap. */
	progress_format(line, progress, terminal_width() - 1, now);
	fputs(line->str, stderr);
	fflush(stderr);
	progress->drawn = now;
}

void progress_hide(struct progress *progress)
{
	if (!progress->is_shown || progress->drawn == 0)
		return;
	fputs("\r\033[K", stderr);
	fflush(stderr);
	progress->drawn = 0;
}

static double share(const struct progress *progress)
{
	if (progress->bytes_total > 0)
		return CLAMP((double)progress->bytes / (double)progress->bytes_total, 0, 1);
	return progress->files_total ? (double)progress->files / progress->files_total : 1;
}

static void format_left(GString *out, const struct progress *progress, gint64 now)
{
	double done = share(progress);
	gint64 passed = now - progress->started;
	if (passed < SETTLE || done <= 0)
		return;
	gint64 left = (gint64)((double)passed * (1 - done) / done) / G_USEC_PER_SEC;
	if (left >= 3600)
		g_string_append_printf(out, ", %d:%02d h left", (int)(left / 3600), (int)(left / 60 % 60));
	else
		g_string_append_printf(out, ", %d:%02d left", (int)(left / 60), (int)(left % 60));
}

static void format_bar(GString *out, double done, int width)
{
	int full = (int)(done * width);
	g_string_append_c(out, '[');
	for (int i = 0; i < width; i++)
		g_string_append_c(out, i < full ? '#' : '-');
	g_string_append(out, "] ");
}

void progress_format(GString *out, const struct progress *progress, int width, gint64 now)
{
	g_autoptr(GString) files = g_string_new(NULL);
	text_count(files, progress->files);
	g_string_append_c(files, '/');
	text_count(files, progress->files_total);
	g_string_append(files, " files");
	g_autoptr(GString) left = g_string_new(NULL);
	format_left(left, progress, now);
	g_autoptr(GString) paragraphs = g_string_new(", ");
	text_count(paragraphs, progress->paragraphs);
	g_string_append(paragraphs, " paragraphs");
	g_autoptr(GString) bytes = g_string_new(", ");
	progress_format_bytes(bytes, progress->bytes);

	/* By importance; printed in the order of the table below. */
	const GString *const parts[] = {files, left, paragraphs, bytes};
	bool fits[G_N_ELEMENTS(parts)] = {false};
	int room = width;
	for (size_t i = 0; i < G_N_ELEMENTS(parts) && (int)parts[i]->len <= room; i++) {
		fits[i] = true;
		room -= (int)parts[i]->len;
	}
	int bar = MIN(room - (int)strlen("[] "), BAR_MAX);
	if (bar >= BAR_MIN)
		format_bar(out, share(progress), bar);
	static const int order[] = {0, 2, 3, 1};
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
		if (fits[order[i]])
			g_string_append(out, parts[order[i]]->str);
}

void progress_format_bytes(GString *out, gint64 bytes)
{
	if (bytes < 1000)
		g_string_append_printf(out, "%d bytes", (int)bytes);
	else if (bytes < 1000000)
		g_string_append_printf(out, "%.0f kB", (double)bytes / 1e3);
	else if (bytes < G_GINT64_CONSTANT(1000000000))
		g_string_append_printf(out, "%.1f MB", (double)bytes / 1e6);
	else
		g_string_append_printf(out, "%.1f GB", (double)bytes / 1e9);
}
