/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the index remembers of one file, as the text it is stored as. Knows no Xapian. */
#ifndef MINUTEBOOK_LEDGER_H
#define MINUTEBOOK_LEDGER_H

#include "store.h"

G_BEGIN_DECLS

/* All keys of files start with the first, those of files that are gone with the second, of folders with the third, of
 * files beside the papers with the fourth. */
#define LEDGER_PREFIX "file:"
#define LEDGER_GONE "gone:"
#define LEDGER_FOLDERS "folder:"
#define LEDGER_COMPANIONS "beside:"

/* The key of a file's entry, and of the names of a file that is gone and of a folder: of one length, however long the
 * path. Yours. */
char *ledger_key(const char *path);
char *ledger_gone_key(const char *path);
char *ledger_companion_key(const char *role);
char *ledger_folder_key(const char *folder);

/* One line of JSON; a path that is no UTF-8 is kept byte by byte. Yours. */
char *ledger_print(const struct store_file *file);

/* The same line with this revision where it has none, sealed. Yours. */
char *ledger_stamp(const char *line, guint64 revision);

/* Fills `file`, whatever it held before. FAULT_INDEX if the line is not an entry; then `file` is cleared. */
bool ledger_parse(struct store_file *file, struct span line, GError **error);

G_END_DECLS

#endif
