/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pager.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault.h"
#include "text.h"

#define DEFAULT_PAGER "less -FRX"

/* What a shell says when there is no such program. */
#define NO_PROGRAM 127

static bool fail(GError **error, const char *what)
{
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: %s", what, g_strerror(errno));
	return false;
}

bool pager_open(struct pager *pager, GError **error)
{
	*pager = (struct pager){.screen = -1};
	fflush(stdout);
	pager->pages = tmpfile();
	if (!pager->pages)
		return fail(error, "pager");
	pager->screen = dup(STDOUT_FILENO);
	if (pager->screen >= 0 && dup2(fileno(pager->pages), STDOUT_FILENO) >= 0)
		return true;
	fail(error, "pager");
	fclose(pager->pages);
	return false;
}

/* Columns of a line without what sets its look. */
static size_t line_width(struct span line)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	for (size_t n = 0; n < line.len; n++) {
		if (line.ptr[n] != '\x1b') {
			g_string_append_c(plain, line.ptr[n]);
			continue;
		}
		while (n + 1 < line.len && line.ptr[n] != 'm')
			n++;
	}
	g_autofree char *repaired = text_repair((struct span){plain->str, plain->len}, NULL);
	return text_width(span_of(repaired));
}

/* Whether what is held back takes no more than the terminal's rows. */
static bool fits(struct pager *pager)
{
	struct winsize size = {0};
	if (ioctl(pager->screen, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
		size = (struct winsize){.ws_row = 24, .ws_col = 80};
	rewind(pager->pages);
	size_t rows = 0;
	char *line = NULL;
	size_t room = 0;
	/* The last row is the prompt's. */
	while (rows < size.ws_row) {
		ssize_t len = getline(&line, &room, pager->pages);
		if (len < 0)
			break;
		size_t width = line_width((struct span){line, (size_t)len - (line[len - 1] == '\n')});
		rows += width > 0 ? (width + size.ws_col - 1) / size.ws_col : 1;
	}
	free(line);
	return rows < size.ws_row;
}

static bool copy(struct pager *pager)
{
	char block[4096];
	size_t got = 0;
	rewind(pager->pages);
	while ((got = fread(block, 1, sizeof(block), pager->pages)) > 0)
		if (fwrite(block, 1, got, stdout) != got)
			return false;
	return fflush(stdout) == 0;
}

/* In the child: the pages become standard input. */
static void G_GNUC_NORETURN run_pager(const struct pager *pager, const char *command)
{
	lseek(fileno(pager->pages), 0, SEEK_SET);
	dup2(fileno(pager->pages), STDIN_FILENO);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(NO_PROGRAM);
}

static bool show(const struct pager *pager, GError **error)
{
	const char *named = g_getenv("PAGER");
	const char *command = named && *named ? named : DEFAULT_PAGER;
	fflush(stderr);
	pid_t child = fork();
	if (child == 0)
		run_pager(pager, command);
	if (child < 0)
		return fail(error, "pager");
	/* An interrupt is the pager's to obey. */
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction before;
	sigaction(SIGINT, &ignore, &before);
	int status = 0;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	sigaction(SIGINT, &before, NULL);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != NO_PROGRAM)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "pager '%s': not found; PAGER names another", command);
	return false;
}

bool pager_close(struct pager *pager, GError **error)
{
	if (pager->screen < 0)
		return true;
	bool good = fflush(stdout) == 0 || fail(error, "pager");
	good = dup2(pager->screen, STDOUT_FILENO) >= 0 && good;
	close(pager->screen);
	pager->screen = -1;
	if (good && fits(pager))
		good = copy(pager) || fail(error, "standard output");
	else if (good && !show(pager, error))
		good = copy(pager) && false;
	fclose(pager->pages);
	return good;
}
