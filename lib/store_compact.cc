/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A new index, made small: written aside and put in the old one's place in one step, so that whatever happens there is a whole
 * index there. */
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

#include "durable.h"
#include "wall.h"

namespace
{

namespace files = std::filesystem;

/* With fewer records it is small as it is. */
constexpr Xapian::doccount records_least = 5000;

/* False with errno. */
bool sync_file(const files::path &path)
{
	int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool good = fsync(fd) == 0;
	int trouble = errno;
	close(fd);
	errno = trouble;
	return good;
}

bool sync_all(const files::path &folder)
{
	for (const auto &entry : files::directory_iterator(folder))
		if (!sync_file(entry.path()))
			return false;
	return durable_folder(folder.c_str());
}

bool exchange(const files::path &one, const files::path &other)
{
	return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

/* False where the machine does not let us: no room, no exchange on this file system. Then nothing has changed. */
bool replace_by(const files::path &folder, const files::path &aside)
{
	try {
		Xapian::Database(folder.string()).compact(aside.string(), Xapian::DBCOMPACT_NO_RENUMBER);
		return sync_all(aside) && exchange(aside, folder) && durable_folder(folder.parent_path().c_str());
	} catch (const Xapian::Error &) {
		return false;
	} catch (const files::filesystem_error &) {
		return false;
	}
}

void open_again(struct store *store)
{
	store->db.close();
	store->shards.clear();
	store->writer = Xapian::WritableDatabase(store->path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
	store->db = store->writer;
	store->shards.push_back({store->path, store->db});
	store->open.name.clear();
}

} // namespace

/* Hidden: what a run that was cut short leaves there is never taken for papers. */
static files::path aside_of(const files::path &folder)
{
	return folder.parent_path() / ("." + folder.filename().string() + store_aside);
}

void store_remove_aside(const char *path) noexcept
{
	std::error_code ignored;
	files::path folder = files::canonical(path, ignored);
	if (!ignored)
		files::remove_all(aside_of(folder), ignored);
}

bool store_compact(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		store_settle(store);
		if (!store->is_new || store->db.get_doccount() < records_least)
			return true;
		store_commit_all(store);
		files::path folder = files::canonical(store->path);
		files::path aside = aside_of(folder);
		store_remove_aside(store->path.c_str());
		bool is_replaced = replace_by(folder, aside);
		if (is_replaced)
			open_again(store);
		store->is_new = !is_replaced;
		store_remove_aside(store->path.c_str());
		return true;
	});
}
