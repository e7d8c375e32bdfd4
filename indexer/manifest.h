/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a manifest.csv says of the papers in its folder and below. Knows CSV and dates; must not know how papers are read
 * or stored. */
#ifndef MINUTEBOOK_MANIFEST_H
#define MINUTEBOOK_MANIFEST_H

#include "parse.h"

struct manifest;

/* Reads one manifest (RFC 4180; UTF-8, else taken as Windows-1252). The first row names the columns: path, date, council,
 * body, type, classification, url in any order, all but path optional. Paths are relative to the manifest's folder. What
 * is wrong in a row is left out and the rest used: a bad date or type, an unknown or repeated path, a path outside the
 * folder; `complaints` receives a char * "FILE:LINE: ..." for each, `notes` one for each unknown column. Both may be
 * NULL. FAULT_INPUT, naming the file: unreadable, no rows, no column path, quotes that do not close. */
bool manifest_open(struct manifest **out, const char *path, GPtrArray *complaints, GPtrArray *notes, GError **error);
void manifest_close(struct manifest *manifest);

/* What it says of the paper at this absolute path; NULL: nothing. A look, valid while the manifest is open. */
const struct manifest_entry *manifest_find(const struct manifest *manifest, const char *path);

/* The manifests met so far, by folder, so that each is read once. */
struct manifest_shelf;

struct manifest_shelf *manifest_shelf_new(void);
void manifest_shelf_free(struct manifest_shelf *shelf);

/* Reads `path` into the shelf, as manifest_open; one that cannot be used is remembered as saying nothing. */
bool manifest_shelf_add(struct manifest_shelf *shelf, const char *path, GPtrArray *complaints, GPtrArray *notes,
			GError **error);

/* Adds "SHA-256 NAME" (walk_name) of every manifest that was read, of use or not; char *, yours. */
void manifest_shelf_list(GPtrArray *out, const struct manifest_shelf *shelf);

/* What the nearest manifest that names the paper says of it: in its own folder, else in the folders above. Manifests not
 * yet on the shelf are read in silence. NULL: no word of it. A look, valid while the shelf lives. */
const struct manifest_entry *manifest_shelf_find(struct manifest_shelf *shelf, const char *path);

/* A digest of everything that an entry (or NULL) says. Yours. */
char *manifest_digest(const struct manifest_entry *entry);

#endif
