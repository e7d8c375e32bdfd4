/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "saved.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "fault.h"
#include "suggest.h"

#define NAMES_SHOWN 12

void saved_clear(struct saved *saved)
{
	g_free(saved->query);
	g_strfreev(saved->options);
	*saved = (struct saved){0};
}

char *saved_path(void)
{
	return g_build_filename(g_get_user_config_dir(), "minutebook", "saved.ini", NULL);
}

/* An empty file where there is none. NULL with FAULT_SYSTEM. */
static GKeyFile *load(const char *path, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) trouble = NULL;
	bool is_read = g_key_file_load_from_file(file, path, G_KEY_FILE_KEEP_COMMENTS, &trouble);
	if (is_read || g_error_matches(trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
		return g_steal_pointer(&file);
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: %s", path, trouble->message);
	return NULL;
}

/* "did you mean …" or "there are …". */
static char *hint_names(GKeyFile *file, const char *name)
{
	gsize count = 0;
	g_auto(GStrv) names = g_key_file_get_groups(file, &count);
	g_autoptr(GPtrArray) list = g_ptr_array_new();
	for (gsize n = 0; n < count; n++)
		g_ptr_array_add(list, names[n]);
	const char *nearest = suggest_nearest(list, span_of(name));
	if (nearest)
		return g_strdup_printf("did you mean '%s'?", nearest);
	if (count == 0)
		return g_strdup("none are kept; --save keeps one");
	GString *out = g_string_new("there are ");
	for (gsize n = 0; n < MIN(count, NAMES_SHOWN); n++)
		g_string_append_printf(out, "%s'%s'", n > 0 ? ", " : "", names[n]);
	if (count > NAMES_SHOWN)
		g_string_append_printf(out, " and %" G_GSIZE_FORMAT " more", count - NAMES_SHOWN);
	return g_string_free(out, FALSE);
}

static bool read_options(char ***options, GKeyFile *file, const char *name, GError **error)
{
	g_autofree char *line = g_key_file_get_string(file, name, "options", NULL);
	g_autoptr(GError) trouble = NULL;
	bool is_empty = !line || g_shell_parse_argv(line, NULL, options, &trouble) ||
			g_error_matches(trouble, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING);
	if (is_empty) {
		if (!*options)
			*options = g_new0(char *, 1);
		return true;
	}
	g_autofree char *path = saved_path();
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: options of '%s': %s", path, name, trouble->message);
	return false;
}

bool saved_get(struct saved *saved, const char *name, GError **error)
{
	*saved = (struct saved){0};
	g_autofree char *path = saved_path();
	g_autoptr(GKeyFile) file = load(path, error);
	if (!file)
		return false;
	if (!g_key_file_has_group(file, name)) {
		g_autofree char *hint = hint_names(file, name);
		g_set_error(error, FAULT, FAULT_QUERY, "--saved %s: no query of that name; %s", name, hint);
		return false;
	}
	if (!read_options(&saved->options, file, name, error))
		return false;
	char *query = g_key_file_get_string(file, name, "query", NULL);
	saved->query = query ? query : g_strdup("");
	return true;
}

/* A group's name in a key file has no brackets and no controls. */
static bool check_name(const char *name, GError **error)
{
	bool is_fit = *name && g_utf8_validate(name, -1, NULL) && !strpbrk(name, "[]") && *name != '-';
	for (const char *at = name; is_fit && *at; at = g_utf8_next_char(at))
		is_fit = !g_unichar_iscntrl(g_utf8_get_char(at));
	if (!is_fit)
		g_set_error(
			error, FAULT, FAULT_QUERY,
			"--save %s: no fit name; letters, digits and blanks are, brackets and a minus in front are not",
			name);
	return is_fit;
}

static char *quote_options(char *const *options)
{
	GString *out = g_string_new(NULL);
	for (; *options; options++) {
		g_autofree char *quoted = g_shell_quote(*options);
		g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", quoted);
	}
	return g_string_free(out, FALSE);
}

static bool write_file(GKeyFile *file, const char *path, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(path);
	if (g_mkdir_with_parents(folder, 0700) != 0) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "%s: cannot be made: %s", folder, g_strerror(errno));
		return false;
	}
	g_autoptr(GError) trouble = NULL;
	if (g_key_file_save_to_file(file, path, &trouble))
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "%s: cannot be written: %s", path, trouble->message);
	return false;
}

bool saved_put(bool *replaces, const struct saved *saved, const char *name, GError **error)
{
	g_autofree char *path = saved_path();
	if (!check_name(name, error))
		return false;
	g_autoptr(GKeyFile) file = load(path, error);
	if (!file)
		return false;
	*replaces = g_key_file_has_group(file, name);
	g_autofree char *options = quote_options(saved->options);
	g_key_file_set_string(file, name, "query", saved->query);
	g_key_file_set_string(file, name, "options", options);
	return write_file(file, path, error);
}
