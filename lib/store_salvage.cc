/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an index was made of, out of whatever can still be read of it: of any schema, and damaged. */
#include <cstring>

#include "fault.h"
#include "ledger.h"
#include "wall.h"

namespace
{

bool lies_in(const char *path, const GPtrArray *folders)
{
	for (guint i = 0; i < folders->len; i++) {
		const char *folder = static_cast<const char *>(g_ptr_array_index(folders, i));
		size_t len = std::strlen(folder);
		if (g_str_has_prefix(path, folder) && (path[len] == '/' || std::strcmp(folder, "/") == 0))
			return true;
	}
	return false;
}

/* What stands behind the mark of recognised pages in an entry's context; see reader_context_with. */
void note_languages(struct store_salvage *salvage, const struct store_file *file)
{
	const char *mark = file->context ? std::strstr(file->context, " ocr ") : nullptr;
	if (mark && !salvage->ocr && file->records > 0)
		salvage->ocr = g_strdup(mark + std::strlen(" ocr "));
}

void read_files(struct store_salvage *salvage, const Xapian::Database &db)
{
	g_autoptr(GPtrArray) single = g_ptr_array_new_with_free_func(g_free);
	for (auto key = db.metadata_keys_begin(LEDGER_PREFIX); key != db.metadata_keys_end(LEDGER_PREFIX); ++key) {
		std::string line = db.get_metadata(*key);
		struct store_file file = {};
		if (!ledger_parse(&file, {line.data(), line.size()}, nullptr))
			continue;
		note_languages(salvage, &file);
		if (!lies_in(file.path, salvage->paths))
			g_ptr_array_add(single, g_strdup(file.path));
		store_file_clear(&file);
	}
	g_ptr_array_extend_and_steal(salvage->paths, static_cast<GPtrArray *>(g_steal_pointer(&single)));
}

} // namespace

bool store_salvage_read(struct store_salvage *salvage, const char *path, GError **error)
{
	*salvage = {g_ptr_array_new_with_free_func(g_free), nullptr};
	return guard(error, path, [&] {
		Xapian::Database db(path);
		for (auto key = db.metadata_keys_begin(LEDGER_FOLDERS); key != db.metadata_keys_end(LEDGER_FOLDERS);
		     ++key)
			g_ptr_array_add(salvage->paths, g_strdup(db.get_metadata(*key).c_str()));
		read_files(salvage, db);
		return true;
	});
}

void store_salvage_clear(struct store_salvage *salvage)
{
	g_clear_pointer(&salvage->paths, g_ptr_array_unref);
	g_clear_pointer(&salvage->ocr, g_free);
}
