/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fresh.h"

#include "fault.h"
#include "fields.h"

static struct store_query *any_of(const GPtrArray *files, guint64 since)
{
	struct store_query *any = store_query_new(STORE_OR);
	for (guint n = 0; n < files->len; n++) {
		const struct store_file *file = g_ptr_array_index(files, n);
		if (file->revision <= since)
			continue;
		g_autofree char *term = field_file_term(file->path);
		store_query_add(any, store_query_term(term));
	}
	if (any->children->len > 0)
		return any;
	store_query_free(any);
	return store_query_new(STORE_NONE);
}

bool fresh_query(struct store_query **out, guint64 *revision, struct store *store, guint64 since, GError **error)
{
	struct store_stats stats = {0};
	g_autoptr(GPtrArray) files = NULL;
	*out = NULL;
	bool good = store_stats_get(&stats, store, error) && store_file_list(&files, store, error);
	g_free(stats.uuid);
	if (!good)
		return false;
	*revision = stats.revision;
	if (since > stats.revision) {
		g_set_error(error, FAULT, FAULT_QUERY,
			    "--since-revision %" G_GUINT64_FORMAT ": the index is at revision %" G_GUINT64_FORMAT
			    "; was it made anew? --since-revision 0 is all of it",
			    since, stats.revision);
		return false;
	}
	/* An index may be older than the count of its revisions. */
	*out = since > 0 ? any_of(files, since) : store_query_new(STORE_ALL);
	return true;
}
