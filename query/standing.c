/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "standing.h"

static const char *const names[STANDING_COUNT] = {
	[STANDING_INDEXED] = "indexed", [STANDING_COPY] = "copy",   [STANDING_RESTRICTED] = "restricted",
	[STANDING_PARTIAL] = "partial", [STANDING_EMPTY] = "empty", [STANDING_UNREADABLE] = "unreadable",
	[STANDING_GONE] = "gone",
};

const char *standing_name(enum standing standing)
{
	return names[standing];
}

enum standing standing_of(const struct store_file *file, bool is_copy)
{
	if (file->status == STATUS_UNREADABLE)
		return STANDING_UNREADABLE;
	if (file->reason)
		return STANDING_PARTIAL;
	if (file->status == STATUS_EMPTY)
		return STANDING_EMPTY;
	if (file->restricted > 0)
		return STANDING_RESTRICTED;
	return is_copy ? STANDING_COPY : STANDING_INDEXED;
}

void standings_count(struct standings *standings, const GPtrArray *files, const GPtrArray *gone)
{
	*standings = (struct standings){.seen = files->len + gone->len};
	g_autoptr(GHashTable) bytes = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < files->len; n++) {
		const struct store_file *file = g_ptr_array_index(files, n);
		bool is_read = file->status == STATUS_INDEXED && file->sha256;
		bool is_copy = is_read && !g_hash_table_add(bytes, file->sha256);
		standings->counts[standing_of(file, is_copy)]++;
	}
	standings->counts[STANDING_GONE] = gone->len;
}
