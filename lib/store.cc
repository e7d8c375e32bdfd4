/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing the index; what it remembers of its files is read in store_ledger.cc. */
#include "store.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "durable.h"
#include "fault.h"
#include "fields.h"
#include "ledger.h"
#include "place.h"
#include "wall.h"

namespace
{

/* How many changes of a transaction are kept in memory, and after how many a commit pays. */
constexpr size_t batch_changes = 2000;

} // namespace

void store_stem(GString *out, struct span word)
{
	bool is_stemmed = guard(nullptr, "", [&] {
		thread_local const Xapian::Stem english("english");
		std::string stem = english(std::string(word.ptr, word.len));
		g_string_append_len(out, stem.data(), static_cast<gssize>(stem.size()));
		return true;
	});
	if (!is_stemmed)
		g_string_append_len(out, word.ptr, static_cast<gssize>(word.len));
}

namespace
{

void apply_changes(struct store *store)
{
	store->writer.begin_transaction(false);
	store->is_spilled = true;
	for (const change &what : store->changes)
		what(store->writer);
	store->changes.clear();
}

/* Does or keeps one change of the open transaction. */
void make_change(struct store *store, change what)
{
	if (!store->is_begun)
		throw Xapian::InvalidOperationError("a change outside a transaction");
	store->unflushed++;
	if (store->is_spilled) {
		what(store->writer);
		return;
	}
	store->changes.push_back(std::move(what));
	if (store->changes.size() < batch_changes)
		return;
	store_settle(store);
	store_commit_all(store);
	store->unflushed = 0;
	apply_changes(store);
}

/* Of the open transaction; noted in the index. Transactions are counted and not the engine's commits, so that a run that was
 * cut short and taken up again ends with the same numbers. */
void note_revision(struct store *store)
{
	make_change(store, [text = std::to_string(store->revision + 1)](auto &writer) {
		writer.set_metadata(store_revision_key, text);
	});
	store->is_noted = true;
}

/* What is written of the open quire so far. */
void end_quire(struct store *store)
{
	struct writing_quire &writing = store->writing;
	if (!writing.has_records)
		return;
	struct span bytes = quire_bytes(writing.quire);
	make_change(store, [file = writing.file, index = writing.index, bytes = std::string(bytes.ptr, bytes.len)](
				   auto &writer) { store_quire_put(writer, file, index, bytes); });
	quire_clear(writing.quire);
	writing.has_records = false;
}

void begin_file(struct store *store, const char *path)
{
	struct writing_quire &writing = store->writing;
	writing.path = path;
	writing.file = field_file_number(path);
	make_change(store,
		    [file = writing.file, path = writing.path](auto &writer) { store_path_put(writer, file, path); });
}

/* Each record into the quire of its file and number. */
void write_record(struct store *store, const struct record *record)
{
	struct writing_quire &writing = store->writing;
	guint index = quire_index(record_number(record));
	bool is_same_file = record->path && writing.path == record->path;
	if (!is_same_file || index != writing.index)
		end_quire(store);
	if (!is_same_file)
		begin_file(store, record->path ? record->path : "");
	writing.index = index;
	quire_add(writing.quire, record);
	writing.has_records = true;
}

/* The next transaction says its path anew. */
void drop_quire(struct store *store)
{
	quire_clear(store->writing.quire);
	store->writing.has_records = false;
	store->writing.path.clear();
	store->open.name.clear();
}

/* The lexicons of the files that were put, each as one document. */
void add_lexicons(struct store *store)
{
	for (const auto &lexicon : store->lexicons) {
		Xapian::Document document;
		store_lexicon_make(document, lexicon.first, lexicon.second);
		make_change(store, [document](auto &writer) { writer.add_document(document); });
	}
	store->lexicons.clear();
}

} // namespace

bool store_begin(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (store->is_begun)
			throw Xapian::InvalidOperationError("a transaction inside a transaction");
		store->cleared.clear();
		store->added.clear();
		store->lexicons.clear();
		store->is_noted = false;
		store->is_begun = true;
		return true;
	});
}

/* Whether the index had records of the file before this transaction. */
static bool is_held(struct store *store, const char *path)
{
	store_settle(store);
	g_autofree char *term = field_file_term(path);
	return store->writer.get_termfreq(term) > 0;
}

bool store_put(struct store *store, const struct record *record, struct stemmer *stemmer, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (record_number(record) == 0)
			throw Xapian::InvalidArgumentError("a record without an id");
		write_record(store, record);
		guint64 file = store->writing.file;
		guint number = record_number(record);
		g_autofree char *lexicon = field_lexicon_term(record->path);
		Xapian::Document document;
		store_document_make(document, record, stemmer, store->lexicons[lexicon]);
		if (store->cleared.count(file) == 0 && !is_held(store, record->path))
			store->cleared.insert(file);
		/* Looking for what to replace costs a third of indexing. */
		if (store->cleared.count(file) > 0 && store->added.insert({file, number}).second) {
			make_change(store, [document](auto &writer) { writer.add_document(document); });
			return true;
		}
		g_autofree char *term = field_file_term(record->path);
		make_change(store, [term = std::string(term), number, document](auto &writer) {
			Xapian::docid known = store_find_number(writer, term, number);
			if (known > 0)
				writer.replace_document(known, document);
			else
				writer.add_document(document);
		});
		return true;
	});
}

bool store_forget(struct store *store, const char *path, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		g_autofree char *term = field_file_term(path);
		g_autofree char *key = ledger_key(path);
		g_autofree char *lexicon = field_lexicon_term(path);
		guint64 file = field_file_number(path);
		end_quire(store);
		store->writing.path.clear();
		store->cleared.insert(file);
		store->lexicons.erase(lexicon);
		make_change(store, [term = std::string(term), lexicon = std::string(lexicon), key = std::string(key),
				    file](auto &writer) {
			store_quires_forget(writer, file);
			writer.delete_document(term);
			writer.delete_document(lexicon);
			writer.set_metadata(key, std::string());
		});
		note_revision(store);
		return true;
	});
}

bool store_brief_put(struct store *store, const char *path, struct span brief, struct span full, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (!store->is_begun)
			throw Xapian::InvalidOperationError("a change outside a transaction");
		g_autofree char *lexicon = field_lexicon_term(path);
		g_autofree char *term = field_brief_term(brief, full);
		store->lexicons[lexicon].briefs.insert(term);
		return true;
	});
}

bool store_file_put(struct store *store, const struct store_file *file, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		g_autofree char *key = ledger_key(file->path);
		g_autofree char *gone = ledger_gone_key(file->path);
		g_autofree char *line = ledger_print(file);
		g_autofree char *stamped = ledger_stamp(line, store->revision + 1);
		make_change(store, [key = std::string(key), gone = std::string(gone),
				    entry = std::string(stamped)](auto &writer) {
			writer.set_metadata(key, entry);
			writer.set_metadata(gone, std::string());
		});
		note_revision(store);
		return true;
	});
}

bool store_thesaurus_put(struct store *store, const char *text, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		make_change(store, [text = std::string(text)](auto &writer) {
			writer.set_metadata(store_thesaurus_key, text);
		});
		return true;
	});
}

static bool put_name(struct store *store, const std::string &key, const char *name, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		make_change(store, [key, text = std::string(name)](auto &writer) { writer.set_metadata(key, text); });
		return true;
	});
}

bool store_folder_put(struct store *store, const char *folder, GError **error)
{
	g_autofree char *key = ledger_folder_key(folder);
	return put_name(store, key, folder, error);
}

bool store_gone_put(struct store *store, const char *path, GError **error)
{
	g_autofree char *key = ledger_gone_key(path);
	return put_name(store, key, path, error);
}

bool store_companion_put(struct store *store, const char *role, const char *companion, GError **error)
{
	g_autofree char *key = ledger_companion_key(role);
	return put_name(store, key, companion, error);
}

bool store_commit(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (!store->is_begun)
			throw Xapian::InvalidOperationError("no transaction to commit");
		end_quire(store);
		add_lexicons(store);
		bool is_full = store->unflushed >= batch_changes;
		if (!store->is_spilled) {
			store_hand_over(store, {std::move(store->changes), is_full});
			store->changes.clear();
		} else {
			store->writer.commit_transaction();
			if (is_full)
				store_commit_all(store);
		}
		if (is_full)
			store->unflushed = 0;
		store->is_begun = store->is_spilled = false;
		store->revision += store->is_noted;
		drop_quire(store);
		return true;
	});
}

void store_cancel(struct store *store)
{
	store->unflushed -= store->changes.size();
	store->changes.clear();
	store->is_begun = false;
	drop_quire(store);
	if (!store->is_spilled)
		return;
	store->is_spilled = false;
	store->unflushed = 0;
	guard(nullptr, store->path.c_str(), [&] {
		store->writer.cancel_transaction();
		return true;
	});
}

bool store_flush(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		store_settle(store);
		store_commit_all(store);
		store->unflushed = 0;
		return true;
	});
}
