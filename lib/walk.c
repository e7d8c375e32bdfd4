/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "walk.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void file_free(gpointer data)
{
	struct walk_file *file = data;
	g_free(file->path);
	g_free(file->name);
	g_free(file);
}

static void problem_free(gpointer data)
{
	struct walk_problem *problem = data;
	g_free(problem->path);
	g_free(problem->reason);
	g_free(problem);
}

void walk_init(struct walk *walk, const char *except)
{
	*walk = (struct walk){
		.files = g_ptr_array_new_with_free_func(file_free),
		.folders = g_ptr_array_new_with_free_func(g_free),
		.manifests = g_ptr_array_new_with_free_func(g_free),
		.problems = g_ptr_array_new_with_free_func(problem_free),
		.notes = g_ptr_array_new_with_free_func(problem_free),
		.seen = g_hash_table_new(g_str_hash, g_str_equal),
		.except = except,
	};
}

void walk_clear(struct walk *walk)
{
	g_clear_pointer(&walk->seen, g_hash_table_unref);
	g_clear_pointer(&walk->files, g_ptr_array_unref);
	g_clear_pointer(&walk->folders, g_ptr_array_unref);
	g_clear_pointer(&walk->manifests, g_ptr_array_unref);
	g_clear_pointer(&walk->problems, g_ptr_array_unref);
	g_clear_pointer(&walk->notes, g_ptr_array_unref);
}

static void add_problem(GPtrArray *list, const char *path, const char *reason)
{
	struct walk_problem *problem = g_new(struct walk_problem, 1);
	*problem = (struct walk_problem){g_strdup(path), g_strdup(reason)};
	g_ptr_array_add(list, problem);
}

static const char *folder_reason(int code)
{
	switch (code) {
	case EACCES:
		return "no permission to read this folder";
	case ENOENT:
		return "no such file or folder";
	case ELOOP:
		return "its symbolic links lead in a circle";
	case ENAMETOOLONG:
		return "its path is too long";
	default:
		return g_strerror(code);
	}
}

static void add_file(struct walk *walk, const char *path, const struct stat *stat)
{
	if (g_hash_table_contains(walk->seen, path))
		return;
	struct walk_file *file = g_new(struct walk_file, 1);
	*file = (struct walk_file){
		.path = g_strdup(path),
		.name = walk_name(path),
		.size = stat ? stat->st_size : 0,
		.mtime = stat ? (gint64)stat->st_mtim.tv_sec * G_USEC_PER_SEC + stat->st_mtim.tv_nsec / 1000 : 0,
	};
	g_ptr_array_add(walk->files, file);
	g_hash_table_add(walk->seen, file->path);
}

enum companion {
	COMPANION_NONE,
	COMPANION_MANIFEST,
	COMPANION_SETTINGS, /* read by us, never a paper */
	COMPANION_DATA,     /* no paper unless named */
};

static enum companion companion_of(const char *name)
{
	static const char *const data[] = {".csv", ".ini", ".tsv"};
	if (strcmp(name, "manifest.csv") == 0)
		return COMPANION_MANIFEST;
	if (strcmp(name, "topics.ini") == 0 || strcmp(name, "thesaurus.ini") == 0 || strcmp(name, "people.csv") == 0)
		return COMPANION_SETTINGS;
	if (g_ascii_strcasecmp(name, "README.md") == 0)
		return COMPANION_DATA;
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < G_N_ELEMENTS(data); i++)
		if (g_ascii_strcasecmp(dot, data[i]) == 0)
			return COMPANION_DATA;
	return COMPANION_NONE;
}

static void add_manifest(struct walk *walk, const char *path)
{
	if (!g_ptr_array_find_with_equal_func(walk->manifests, path, g_str_equal, NULL))
		g_ptr_array_add(walk->manifests, g_strdup(path));
}

static void add_found(struct walk *walk, const FTSENT *entry)
{
	const struct stat *stat = entry->fts_info == FTS_NS ? NULL : entry->fts_statp;
	switch (companion_of(entry->fts_name)) {
	case COMPANION_MANIFEST:
		add_manifest(walk, entry->fts_path);
		break;
	case COMPANION_SETTINGS:
		break;
	case COMPANION_DATA:
		walk->companions++;
		break;
	case COMPANION_NONE:
		add_file(walk, entry->fts_path, stat);
	}
}

static bool lies_in(const char *path, const char *folder)
{
	size_t len = strlen(folder);
	if (len > 0 && folder[len - 1] == '/')
		len--;
	return strncmp(path, folder, len) == 0 && (path[len] == '/' || path[len] == '\0');
}

static void note_link(struct walk *walk, const char *path, const char *folder)
{
	char *target = realpath(path, NULL);
	if (!target)
		add_problem(walk->notes, path, "a symbolic link that leads nowhere, left alone");
	else if (!lies_in(target, folder))
		add_problem(walk->notes, path,
			    "a symbolic link that leads out of the folder, left alone; name it to read it");
	free(target);
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool is_except(const struct walk *walk, const FTSENT *entry)
{
	struct stat except;
	return entry->fts_info == FTS_D && walk->except && stat(walk->except, &except) == 0 &&
	       except.st_dev == entry->fts_statp->st_dev && except.st_ino == entry->fts_statp->st_ino;
}

static void visit(struct walk *walk, FTS *fts, FTSENT *entry, const char *folder)
{
	bool hidden = entry->fts_level > FTS_ROOTLEVEL && entry->fts_name[0] == '.';
	if (hidden || is_except(walk, entry)) {
		fts_set(fts, entry, FTS_SKIP);
		return;
	}
	switch (entry->fts_info) {
	case FTS_D:
		if (entry->fts_level == FTS_ROOTLEVEL)
			g_ptr_array_add(walk->folders, g_strdup(folder));
		break;
	case FTS_DNR:
		if (entry->fts_level == FTS_ROOTLEVEL)
			g_ptr_array_set_size(walk->folders, (int)walk->folders->len - 1);
		add_problem(walk->problems, entry->fts_path, folder_reason(entry->fts_errno));
		break;
	case FTS_ERR:
		add_problem(walk->problems, entry->fts_path, folder_reason(entry->fts_errno));
		break;
	case FTS_SL:
	case FTS_SLNONE:
		note_link(walk, entry->fts_path, folder);
		break;
	case FTS_F:
	case FTS_DEFAULT:
	case FTS_NS:
	case FTS_NSOK:
		add_found(walk, entry);
		break;
	default: /* a folder left again, or one that contains itself */
		break;
	}
}

static void add_folder(struct walk *walk, const char *folder)
{
	g_autofree char *root = g_strdup(folder);
	char *roots[] = {root, NULL};
	FTS *fts = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	if (!fts) {
		add_problem(walk->problems, folder, folder_reason(errno));
		return;
	}
	errno = 0;
	for (FTSENT *entry = fts_read(fts); entry; entry = fts_read(fts)) {
		visit(walk, fts, entry, folder);
		errno = 0;
	}
	if (errno)
		add_problem(walk->problems, folder, folder_reason(errno));
	fts_close(fts);
}

/* The true folder of `path` and its last name: a link to a file keeps the name it was given by. Yours, NULL with errno. */
static char *absolute_file(const char *path)
{
	g_autofree char *parent = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(path);
	char *folder = realpath(parent, NULL);
	if (!folder)
		return NULL;
	char *absolute = g_build_filename(folder, name, NULL);
	free(folder);
	return absolute;
}

void walk_add(struct walk *walk, const char *path)
{
	struct stat state;
	bool there = stat(path, &state) == 0;
	if (!there && errno != EACCES) {
		add_problem(walk->problems, path, folder_reason(errno));
		walk->missing++;
		return;
	}
	if (there && S_ISDIR(state.st_mode)) {
		char *folder = realpath(path, NULL);
		if (folder)
			add_folder(walk, folder);
		else
			add_problem(walk->problems, path, folder_reason(errno));
		free(folder);
		return;
	}
	g_autofree char *file = absolute_file(path);
	if (!file) {
		add_problem(walk->problems, path, folder_reason(errno));
		return;
	}
	g_autofree char *name = g_path_get_basename(file);
	g_autofree char *folder = g_path_get_dirname(file);
	g_autofree char *manifest = g_build_filename(folder, "manifest.csv", NULL);
	if (g_file_test(manifest, G_FILE_TEST_EXISTS))
		add_manifest(walk, manifest);
	enum companion companion = companion_of(name);
	if (companion == COMPANION_MANIFEST || companion == COMPANION_SETTINGS)
		add_problem(walk->notes, file, "goes with papers and is not taken for one");
	else
		add_file(walk, file, there ? &state : NULL);
}

bool walk_is_gone(const struct walk *walk, const char *name)
{
	g_autofree char *path = walk_path(name);
	if (g_hash_table_contains(walk->seen, path))
		return false;
	for (guint i = 0; i < walk->folders->len; i++) {
		if (!lies_in(path, walk->folders->pdata[i]))
			continue;
		struct stat state;
		if (lstat(path, &state) == 0)
			return S_ISDIR(state.st_mode);
		return errno == ENOENT || errno == ENOTDIR;
	}
	return false;
}

char *walk_name(const char *path)
{
	GString *name = g_string_new(NULL);
	const char *rest = path;
	while (*rest) {
		const char *end;
		g_utf8_validate(rest, -1, &end);
		for (; rest < end; rest++)
			if (rest[0] == '\\' && rest[1] == 'x')
				g_string_append(name, "\\x5c");
			else
				g_string_append_c(name, *rest);
		if (*rest)
			g_string_append_printf(name, "\\x%02x", (guchar)*rest++);
	}
	return g_string_free(name, FALSE);
}

char *walk_path(const char *name)
{
	GString *path = g_string_new(NULL);
	for (const char *at = name; *at; at++) {
		bool escaped = at[0] == '\\' && at[1] == 'x' && g_ascii_isxdigit(at[2]) && g_ascii_isxdigit(at[3]);
		if (!escaped) {
			g_string_append_c(path, *at);
			continue;
		}
		g_string_append_c(path, (char)(g_ascii_xdigit_value(at[2]) << 4 | g_ascii_xdigit_value(at[3])));
		at += 3;
	}
	return g_string_free(path, FALSE);
}
