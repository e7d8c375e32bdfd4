/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of the wall, for the files that speak Xapian: what an open index is, and the one way through which every
 * call of the engine goes. */
#ifndef MINUTEBOOK_WALL_H
#define MINUTEBOOK_WALL_H

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "store.h"

/* Xapian's cancel_transaction drops every change since the last commit, earlier transactions included. So a file's
 * changes wait here until store_commit, unless they are many: then everything before them is flushed first and they go
 * into a transaction of Xapian's. */
struct store {
	std::string path;
	Xapian::Database db; /* of a writer: the same database */
	Xapian::WritableDatabase writer;
	std::vector<std::function<void(Xapian::WritableDatabase &)>> changes;
	std::set<std::string>
		cleared; /* file terms forgotten in this transaction: nothing of theirs is left to replace */
	std::set<std::string> added; /* unique terms added since */
	size_t unflushed = 0;
	bool is_begun = false;
	bool is_spilled = false; /* Xapian's own transaction is open */
};

/* How often a reader runs after a writer before it gives up. */
constexpr int read_attempts = 10;

/* Within a catch: fills `error` with what the exception means to a human. */
extern "C" void store_report(GError **error, const char *path) noexcept;

/* The one way into Xapian: runs `body`, which returns false when it has set `error` itself. No exception leaves it. */
template <typename Body> bool guard(GError **error, const char *path, Body body) noexcept
{
	try {
		return body();
	} catch (...) {
		store_report(error, path);
		return false;
	}
}

/* guard() for an answer that is of one revision as a whole: begun again when a writer has moved on under it. */
template <typename Body> bool answer(GError **error, struct store *store, Body body) noexcept
{
	return guard(error, store->path.c_str(), [&] {
		for (int attempt = 1;; attempt++) {
			try {
				return body();
			} catch (const Xapian::DatabaseModifiedError &) {
				if (attempt == read_attempts)
					throw;
				store->db.reopen();
			}
		}
	});
}

#endif
