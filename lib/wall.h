/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The inside of the wall, for the files that speak Xapian: what an open index is, and the one way through which every
 * call of the engine goes. */
#ifndef MINUTEBOOK_WALL_H
#define MINUTEBOOK_WALL_H

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "quire.h"
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
	std::set<std::string> papers;          /* field_paper_terms */
};

/* The quire that was read last: its neighbours are often read next. */
struct open_quire {
	std::string name;
	GString *bytes = g_string_new(nullptr);
	open_quire() = default;
	open_quire(const open_quire &) = delete;
	open_quire &operator=(const open_quire &) = delete;
	~open_quire()
	{
		g_string_free(bytes, TRUE);
	}
};

/* The quire that is being written, of one file. */
struct writing_quire {
	struct quire *quire = quire_new();
	std::string path;
	guint64 file = 0;
	guint index = 0;
	bool has_records = false;
	writing_quire() = default;
	writing_quire(const writing_quire &) = delete;
	writing_quire &operator=(const writing_quire &) = delete;
	~writing_quire()
	{
		quire_free(quire);
	}
};

/* One change of the index, done where its turn comes. */
using change = std::function<void(Xapian::WritableDatabase &)>;

/* What the writing thread is to do: the changes of one transaction, and whether all is to be durable behind them. */
struct batch {
	std::vector<change> changes;
	bool is_flushed;
};

/* The engine takes as long for a record as all that comes before it. It runs in a thread of its own, which takes the
 * transactions in their order; nobody else touches the database but through store_settle. */
struct writing_thread {
	std::thread thread;
	std::mutex mutex;
	std::condition_variable changed;
	std::deque<struct batch> waiting;
	size_t size = 0; /* changes that wait */
	bool is_busy = false, is_over = false;
	std::exception_ptr failure; /* the first; what comes after it is dropped */
};

/* Xapian's cancel_transaction drops every change since the last commit, earlier transactions included. So a file's
 * changes wait here until store_commit, unless they are many: then everything before them is flushed first and they go
 * into a transaction of Xapian's. */
struct store {
	std::string path;                 /* as messages name it; of several, all */
	Xapian::Database db;              /* of a writer: the same database; of several indexes: all of them as one */
	std::vector<struct shard> shards; /* the same databases one by one */
	Xapian::WritableDatabase writer;
	std::vector<change> changes;
	struct writing_thread thread;
	std::set<guint64> cleared; /* files forgotten in this transaction: nothing of theirs is left to replace */
	std::set<std::pair<guint64, guint>> added;      /* records added since: file and number */
	std::map<std::string, struct lexicon> lexicons; /* of this transaction, by field_lexicon_term */
	struct writing_quire writing;
	struct open_quire open;
	std::unordered_map<guint64, std::string> paths; /* known so far, by field_file_number */
	size_t unflushed = 0;
	guint turn = 0;        /* how often a reader has moved on */
	guint64 revision = 0;  /* of a writer: that of the last transaction */
	bool is_noted = false; /* the open one changes it */
	bool is_new = false;   /* made since it was opened */
	bool is_begun = false;
	bool is_spilled = false; /* Xapian's own transaction is open */
};

/* The key of the number of the last transaction that changed a file, in decimal. */
constexpr const char *store_revision_key = "revision";

/* Of the thesaurus. */
constexpr const char *store_thesaurus_key = "thesaurus";

/* Behind the name of an index: where the compact one is written before it takes its place. */
constexpr const char *store_aside = ".compact";

/* Removes what a run that was cut short left there. */
extern "C" void store_remove_aside(const char *path) noexcept;

/* What is wrong with the engine's own totals, for people; NULL where they are right. */
extern "C" const char *store_totals_fault(const Xapian::Database &db);

/* How often a reader runs after a writer before it gives up. */
constexpr int read_attempts = 10;

/* Within a catch: fills `error` with what the exception means to a human. */
extern "C" void store_report(GError **error, const char *path) noexcept;

/* The same, naming that one of several indexes which failed. */
extern "C" void store_report_one(GError **error, const struct store *store) noexcept;

/* Fills a new document with the terms and slots of a record, and the lexicon of its file: the folded words of its text, unless
 * it is furniture, and the terms of the paper. */
extern "C" void store_document_make(Xapian::Document &document, const struct record *record, struct stemmer *stemmer,
				    struct lexicon &lexicon);

/* Fills the document of a lexicon; `term` is its own. Its data is the term that the file's records share. */
extern "C" void store_lexicon_make(Xapian::Document &document, const std::string &term, const struct lexicon &lexicon);

/* The number in one index of a file's record, by the term that the file's records share; 0 where there is none. */
extern "C" Xapian::docid store_find_number(const Xapian::Database &db, const std::string &file_term, guint number);

/* Quires. These throw. put: behind what the index has of that quire. forget: all of a file, and its path. */
extern "C" void store_quire_put(Xapian::WritableDatabase &writer, guint64 file, guint index, const std::string &bytes);
extern "C" void store_path_put(Xapian::WritableDatabase &writer, guint64 file, const std::string &path);
extern "C" void store_quires_forget(Xapian::WritableDatabase &writer, guint64 file);

/* As store_fetch, by the number in that one index; throws what the engine throws. */
extern "C" bool store_record_read(struct record *record, struct open_quire *open, const struct shard &shard,
				  Xapian::docid docid, GError **error);

/* The path of the file of a record; borrowed, while the store is open. Throws. */
extern "C" const std::string &store_path_of(struct store *store, Xapian::docid docid, guint64 file);

/* Hands a transaction to the writing thread; waits while too much is waiting. Throws what failed before. */
extern "C" void store_hand_over(struct store *store, struct batch &&batch);

/* Waits until everything handed over is done; from then on the database is the caller's until the next transaction is
 * handed over. Throws what failed. */
extern "C" void store_settle(struct store *store);

/* Ends the thread when it has done what is waiting. */
extern "C" void store_end_thread(struct store *store) noexcept;

/* Makes everything committed durable. Throws. */
extern "C" void store_commit_all(struct store *store);

/* Takes a reader to the newest revision. Throws. */
inline void store_renew(struct store *store)
{
	store->turn++;
	store->db.reopen();
	store->open.name.clear();
}

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
				store_renew(store);
			store_settle(store);
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
