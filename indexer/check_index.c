/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "check_index.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "say.h"
#include "store.h"
#include "text.h"
#include "walk.h"

static void print_sound(const struct store_check *check, const char *index)
{
	g_autoptr(GString) line = g_string_new(NULL);
	const struct {
		guint64 count;
		const char *what;
	} parts[] = {{check->files, "files"}, {check->records, "records"}, {check->terms, "terms"}};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		g_string_append(line, i ? ", " : "");
		text_count(line, parts[i].count);
		g_string_append_printf(line, " %s", parts[i].what);
	}
	g_autofree char *name = walk_name(index);
	g_autofree char *printable = text_printable(span_of(name));
	printf("%s is sound: %s\n", printable, line->str);
}

static bool look_over(const struct options *options)
{
	g_autoptr(GError) error = NULL;
	struct store_check check;
	bool is_checked = store_check_run(&check, options->index, &error);
	if (!is_checked)
		say(NULL, error->message);
	for (guint i = 0; i < check.faults->len; i++)
		say(NULL, check.faults->pdata[i]);
	if (check.found > check.faults->len) {
		g_autofree char *more =
			g_strdup_printf("and %" G_GUINT64_FORMAT " faults more", check.found - check.faults->len);
		say(NULL, more);
	}
	bool is_sound = is_checked && check.found == 0;
	if (is_sound && !options->quiet)
		print_sound(&check, options->index);
	store_check_clear(&check);
	return is_sound;
}

/* Whether the process found it sound; what else ended it is said. */
static bool await(pid_t child)
{
	int status = 0;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (!WIFSIGNALED(status))
		return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
	g_autofree char *message = g_strdup_printf("the engine fell over its tables (signal %d)", WTERMSIG(status));
	say(NULL, message);
	return false;
}

bool check_index(const struct options *options)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		exit(look_over(options) ? EXIT_SUCCESS : EXIT_FAILURE);
	bool is_sound = child > 0 ? await(child) : look_over(options);
	if (!is_sound)
		say(options->index, "not sound; --rebuild makes it anew from the papers");
	return is_sound;
}
