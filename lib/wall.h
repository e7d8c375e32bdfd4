/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of the wall, for the files that speak Xapian: what an open index is, and the one way through which every
 * call of the engine goes. */
#ifndef MINUTEBOOK_WALL_H
#define MINUTEBOOK_WALL_H

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "store.h"

/* One index, on disk or of a server. */
struct shard {
	std::string place;
	Xapian::Database db;
};

/* What was put of one file. */
struct lexicon {
	std::unordered_set<std::string> words; /* folded */
	std::set<std::string> briefs;          /* terms */
};

/* Xapian's cancel_transaction drops every change since the last commit, earlier transactions included. So a file's
 * changes wait here until store_commit, unless they are many: then everything before them is flushed first and they go
 * into a transaction of Xapian's. */
struct store {
	std::string path;                 /* as messages name it; of several, all */
	Xapian::Database db;              /* of a writer: the same database; of several indexes: all of them as one */
	std::vector<struct shard> shards; /* the same databases one by one */
	Xapian::WritableDatabase writer;
	std::vector<std::function<void(Xapian::WritableDatabase &)>> changes;
	std::set<std::string>
		cleared; /* file terms forgotten in this transaction: nothing of theirs is left to replace */
	std::set<std::string> added;                    /* unique terms added since */
	std::map<std::string, struct lexicon> lexicons; /* of this transaction, by field_lexicon_term */
	size_t unflushed = 0;
	guint64 revision = 0;  /* of a writer: that of the last transaction */
	bool is_noted = false; /* the open one changes it */
	bool is_begun = false;
	bool is_spilled = false; /* Xapian's own transaction is open */
};

/* The key of the number of the last transaction that changed a file, in decimal. */
constexpr const char *store_revision_key = "revision";

/* How often a reader runs after a writer before it gives up. */
constexpr int read_attempts = 10;

/* Within a catch: fills `error` with what the exception means to a human. */
extern "C" void store_report(GError **error, const char *path) noexcept;

/* The same, naming that one of several indexes which failed. */
extern "C" void store_report_one(GError **error, const struct store *store) noexcept;

/* Fills a new document with the terms, slots and line of a record; the folded words of its text go into `words`, unless it is
 * furniture. The same for the lexicon of a file, whose own term is `term`. Both throw. */
extern "C" void store_document_make(Xapian::Document &document, const struct record *record, struct stemmer *stemmer,
				    std::unordered_set<std::string> &words);
extern "C" void store_lexicon_make(Xapian::Document &document, const std::string &term, const struct lexicon &lexicon);

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
	for (int attempt = 1;; attempt++) {
		try {
			if (attempt > 1)
				store->db.reopen();
			return body();
		} catch (const Xapian::DatabaseModifiedError &) {
			if (attempt < read_attempts)
				continue;
			store_report_one(error, store);
			return false;
		} catch (...) {
			store_report_one(error, store);
			return false;
		}
	}
}

#endif
