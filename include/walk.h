/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the paths on the command line to the list of papers to read. Looks at names and at what stat says; opens no
 * paper and must not know of the index. */
#ifndef MINUTEBOOK_WALK_H
#define MINUTEBOOK_WALK_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

struct walk_file {
	char *path;   /* absolute: the true folder and the name, in the file system's own bytes */
	char *name;   /* the same as the index knows it: walk_name */
	gint64 size;  /* bytes; 0 when it could not be told */
	gint64 mtime; /* microseconds since 1970 */
};

struct walk_problem {
	char *path; /* as in walk_file */
	char *reason;
};

struct walk {
	GPtrArray *files;   /* struct walk_file *, each path once; what a folder holds in the byte order of its names */
	GPtrArray *folders; /* char *, the folders named on the command line that could be read, absolute */
	GPtrArray *manifests; /* char *, every manifest.csv met, absolute */
	GPtrArray *problems;  /* struct walk_problem *: a folder that cannot be read, a path that is not there */
	GPtrArray *notes;     /* struct walk_problem *: what was left alone on purpose and might be missed */
	guint companions;     /* data files passed over */
	guint missing;        /* paths of the command line that are not there */
	GHashTable *seen;     /* private: paths in `files` */
	const char *except;   /* private: see walk_init */
};

/* `except`, if not NULL, is a folder that is never entered: the index itself, which may lie among the papers. Borrowed. */
void walk_init(struct walk *walk, const char *except);
void walk_clear(struct walk *walk);

/* Adds one path of the command line. A file is taken whatever its name, but for manifest.csv, people.csv, topics.ini
 * and thesaurus.ini, which are companions of papers and noted as such. A folder is taken with all below it, but for hidden
 * names, data files (.csv .ini .tsv) and README.md; a symbolic link in it is not followed: what it shows inside the folder
 * is taken in its own place, and one that leads out is noted. A symbolic link named on the command line is followed. */
void walk_add(struct walk *walk, const char *path);

/* Whether the file the index calls `name` lay in one of the folders and is there no longer. What cannot be told (no
 * permission, a folder that could not be read) is not gone. */
bool walk_is_gone(const struct walk *walk, const char *name);

/* A path as valid UTF-8 that can be turned back: a byte that is not UTF-8, and a backslash before an x, become \xHH. */
char *walk_name(const char *path);
char *walk_path(const char *name);

G_END_DECLS

#endif
