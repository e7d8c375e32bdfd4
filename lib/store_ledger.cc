/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading the ledger of files, and the other things that are kept by name. */
#include <cstring>

#include "ledger.h"
#include "wall.h"

bool store_thesaurus_get(char **out, struct store *store, GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		for (const struct shard &shard : store->shards) {
			std::string text = shard.db.get_metadata(store_thesaurus_key);
			if (text.empty())
				continue;
			*out = g_strdup(text.c_str());
			return true;
		}
		return true;
	});
}

bool store_file_get(struct store_file *file, struct store *store, const char *path, GError **error)
{
	return answer(error, store, [&] {
		g_autofree char *key = ledger_key(path);
		for (const struct shard &shard : store->shards) {
			std::string line = shard.db.get_metadata(key);
			if (!line.empty())
				return ledger_parse(file, {line.data(), line.size()}, error);
		}
		return false;
	});
}

namespace
{

void file_free(gpointer data)
{
	store_file_clear(static_cast<struct store_file *>(data));
	g_free(data);
}

gint file_compare(gconstpointer a, gconstpointer b)
{
	return std::strcmp((*static_cast<struct store_file *const *>(a))->path,
			   (*static_cast<struct store_file *const *>(b))->path);
}

} // namespace

static bool list_files(GPtrArray *files, const struct shard &shard, GError **error)
{
	for (auto key = shard.db.metadata_keys_begin(LEDGER_PREFIX); key != shard.db.metadata_keys_end(LEDGER_PREFIX);
	     ++key) {
		std::string line = shard.db.get_metadata(*key);
		auto *file = g_new0(struct store_file, 1);
		g_ptr_array_add(files, file);
		if (ledger_parse(file, {line.data(), line.size()}, error))
			continue;
		g_prefix_error(error, "index %s: ", shard.place.c_str());
		return false;
	}
	return true;
}

bool store_file_list(GPtrArray **out, struct store *store, GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(file_free);
		for (const struct shard &shard : store->shards)
			if (!list_files(files, shard, error))
				return false;
		g_ptr_array_sort(files, file_compare);
		*out = g_steal_pointer(&files);
		return true;
	});
}

static gint name_compare(gconstpointer a, gconstpointer b)
{
	return std::strcmp(*static_cast<const char *const *>(a), *static_cast<const char *const *>(b));
}

static bool list_names(GPtrArray **out, struct store *store, const char *prefix, GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
		for (const struct shard &shard : store->shards)
			for (auto key = shard.db.metadata_keys_begin(prefix); key != shard.db.metadata_keys_end(prefix);
			     ++key)
				g_ptr_array_add(names, g_strdup(shard.db.get_metadata(*key).c_str()));
		g_ptr_array_sort(names, name_compare);
		*out = g_steal_pointer(&names);
		return true;
	});
}

bool store_folder_list(GPtrArray **out, struct store *store, GError **error)
{
	return list_names(out, store, LEDGER_FOLDERS, error);
}

bool store_gone_list(GPtrArray **out, struct store *store, GError **error)
{
	return list_names(out, store, LEDGER_GONE, error);
}

bool store_companion_list(GPtrArray **out, struct store *store, GError **error)
{
	return list_names(out, store, LEDGER_COMPANIONS, error);
}
