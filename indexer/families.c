/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "families.h"

#include "fault.h"
#include "reader.h"
#include "thesaurus.h"

#define NAME "thesaurus.ini"

static bool read_file(char **text, const char *path, GError **error)
{
	g_autoptr(GError) trouble = NULL;
	struct thesaurus *thesaurus = NULL;
	if (!g_file_get_contents(path, text, NULL, &trouble)) {
		g_set_error_literal(error, FAULT, FAULT_INPUT, trouble->message);
		return false;
	}
	if (!thesaurus_parse(&thesaurus, span_of(*text), &trouble)) {
		g_set_error(error, FAULT, FAULT_INPUT, "%s: %s", path, trouble->message);
		return false;
	}
	thesaurus_free(thesaurus);
	return true;
}

static bool put(struct store *store, const char *text, GError **error)
{
	bool good = store_begin(store, error) && store_thesaurus_put(store, text, error) &&
		    store_commit(store, error) && store_flush(store, error);
	if (!good)
		store_cancel(store);
	return good;
}

bool families_keep(struct store *store, const char *file, char *const *paths, GError **error)
{
	g_autofree char *known = NULL;
	g_autofree char *text = NULL;
	if (!store_thesaurus_get(&known, store, error))
		return false;
	g_autofree char *found = file ? g_strdup(file) : reader_find_beside(paths, NAME);
	if (!found && !known)
		found = reader_find_installed(NAME);
	if (!found)
		return true;
	return read_file(&text, found, error) && (g_strcmp0(text, known) == 0 || put(store, text, error));
}
