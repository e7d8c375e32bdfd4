/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Opening and writing the index; searching is in store_search.cc. */
#include "store.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "fault.h"
#include "fields.h"
#include "ledger.h"
#include "place.h"
#include "stemmer.h"
#include "text.h"
#include "wall.h"

namespace
{

using change = std::function<void(Xapian::WritableDatabase &)>;

/* How many changes of a transaction are kept in memory, and after how many a commit pays. */
constexpr size_t batch_changes = 2000;
constexpr const char *schema_key = "schema";

struct trouble {
	const char *type; /* Xapian's name of the exception */
	enum fault_code code;
	bool is_own; /* says more than the system's error behind it */
	const char *words;
};

const trouble troubles[] = {
	{"DatabaseLockError", FAULT_LOCKED, true, "locked; is minutes-index running?"},
	{"DatabaseModifiedError", FAULT_LOCKED, true, "changed while it was read; try again"},
	{"DatabaseNotFoundError", FAULT_INDEX, true, "no index there; make it with minutes-index"},
	{"DatabaseVersionError", FAULT_INDEX, true, "made by another version of Xapian; rebuild it with minutes-index"},
	{"DatabaseCorruptError", FAULT_INDEX, false, "damaged; rebuild it with minutes-index"},
	{"DatabaseOpeningError", FAULT_INDEX, false, "damaged; rebuild it with minutes-index"},
	{"DatabaseError", FAULT_INDEX, false, "damaged; rebuild it with minutes-index"},
	{"SerialisationError", FAULT_INDEX, false, "damaged; rebuild it with minutes-index"},
	{"RangeError", FAULT_INDEX, false, "damaged; rebuild it with minutes-index"},
	{"DocNotFoundError", FAULT_INDEX, false, "no such record in it"},
	{"DatabaseCreateError", FAULT_SYSTEM, false, "cannot be made"},
};

/* What the machine refused (disk full, permission) comes with the system's own words and is no damage; a part that is
 * missing is. */
void report(GError **error, const char *path, const Xapian::Error &e)
{
	const char *type = e.get_type();
	const char *message = e.get_msg().c_str();
	const char *system = e.get_error_string();
	const auto *row = std::find_if(std::begin(troubles), std::end(troubles),
				       [&](const trouble &known) { return std::strcmp(known.type, type) == 0; });
	bool is_known = row != std::end(troubles);
	if (is_known && row->code == FAULT_LOCKED && std::strstr(message, "lockfile"))
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, message);
	else if (system && !(is_known && row->is_own) && std::strcmp(system, std::strerror(ENOENT)) != 0)
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, system);
	else if (is_known)
		g_set_error(error, FAULT, row->code, "index %s: %s (%s)", path, row->words, message);
	else
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s: %s", path, type, message);
}

bool check_schema(struct store *store, enum store_mode mode, GError **error)
{
	std::string schema = store->db.get_metadata(schema_key);
	std::string ours = std::to_string(FIELDS_SCHEMA);
	if (schema == ours)
		return true;
	if (schema.empty() && store->db.get_doccount() == 0 && mode == STORE_WRITE) {
		store->writer.set_metadata(schema_key, ours);
		store->writer.commit();
		return true;
	}
	if (schema.empty())
		g_set_error(error, FAULT, FAULT_INDEX, "index %s: not made by minutes-index", store->path.c_str());
	else
		g_set_error(error, FAULT, FAULT_INDEX,
			    "index %s: was made by another version (schema %s, this program reads %s); "
			    "rebuild it with minutes-index",
			    store->path.c_str(), schema.c_str(), ours.c_str());
	return false;
}

} // namespace

void store_report(GError **error, const char *path) noexcept
{
	try {
		throw;
	} catch (const Xapian::Error &e) {
		report(error, path, e);
	} catch (const std::exception &e) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, e.what());
	} catch (...) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: failed for an unknown reason", path);
	}
}

bool store_open(struct store **out, const char *path, enum store_mode mode, GError **error)
{
	*out = nullptr;
	if (!place_check(path, mode, error))
		return false;
	return guard(error, path, [&] {
		auto store = std::make_unique<struct store>();
		store->path = path;
		if (mode == STORE_WRITE) {
			store->writer =
				Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
			store->db = store->writer;
		} else {
			store->db = Xapian::Database(path);
		}
		if (!check_schema(store.get(), mode, error))
			return false;
		*out = store.release();
		return true;
	});
}

void store_close(struct store *store)
{
	if (!store)
		return;
	store_cancel(store);
	guard(nullptr, store->path.c_str(), [&] {
		store->db.close();
		return true;
	});
	delete store;
}

bool store_refresh(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		store->db.reopen();
		return true;
	});
}

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
	store->writer.commit();
	apply_changes(store);
}

void add_stems(Xapian::Document &document, const struct field *field, const char *text, struct stemmer *stemmer)
{
	g_autoptr(GString) folded = g_string_new(nullptr);
	g_autoptr(GString) term = g_string_new(nullptr);
	struct span word;
	for (size_t pos = 0; text && text_next_word(span_of(text), &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		if (folded->len == 0)
			continue;
		field_stem_term(term, field, stemmer_stem(stemmer, {folded->str, folded->len}));
		document.add_term(std::string(term->str, term->len));
	}
}

Xapian::Document make_document(const struct record *record, struct stemmer *stemmer)
{
	Xapian::Document document;
	g_autofree char *line = record_print(record);
	document.set_data(line);
	for (unsigned slot = 0; slot < SLOT_COUNT; slot++) {
		g_autofree char *value = field_slot_value(record, static_cast<enum field_slot>(slot));
		document.add_value(slot, value);
	}
	g_autoptr(GPtrArray) terms = field_terms(record);
	for (guint i = 0; i < terms->len; i++)
		document.add_boolean_term(static_cast<const char *>(g_ptr_array_index(terms, i)));
	if (record->kind == KIND_FURNITURE)
		return document;
	add_stems(document, nullptr, record->text, stemmer);
	for (const struct field *field = field_table(); field->name; field++) {
		if (field->kind != FIELD_STEMS)
			continue;
		g_autoptr(GPtrArray) values = field_values(field, record);
		for (guint i = 0; i < values->len; i++)
			add_stems(document, field, static_cast<const char *>(g_ptr_array_index(values, i)), stemmer);
	}
	return document;
}

} // namespace

bool store_begin(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (store->is_begun)
			throw Xapian::InvalidOperationError("a transaction inside a transaction");
		store->cleared.clear();
		store->added.clear();
		store->is_begun = true;
		return true;
	});
}

bool store_put(struct store *store, const struct record *record, struct stemmer *stemmer, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (record_number(record) == 0)
			throw Xapian::InvalidArgumentError("a record without an id");
		g_autofree char *file = field_file_term(record->path);
		g_autofree char *unique = field_unique_term(record);
		Xapian::Document document = make_document(record, stemmer);
		/* Looking for what to replace costs a third of indexing. */
		if (store->cleared.count(file) > 0 && store->added.insert(unique).second)
			make_change(store, [document](auto &writer) { writer.add_document(document); });
		else
			make_change(store, [key = std::string(unique), document](auto &writer) {
				writer.replace_document(key, document);
			});
		return true;
	});
}

bool store_forget(struct store *store, const char *path, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		g_autofree char *term = field_file_term(path);
		g_autofree char *key = ledger_key(path);
		store->cleared.insert(term);
		make_change(store, [term = std::string(term), key = std::string(key)](auto &writer) {
			writer.delete_document(term);
			writer.set_metadata(key, std::string());
		});
		return true;
	});
}

bool store_file_put(struct store *store, const struct store_file *file, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		g_autofree char *key = ledger_key(file->path);
		g_autofree char *line = ledger_print(file);
		make_change(store, [key = std::string(key), line = std::string(line)](auto &writer) {
			writer.set_metadata(key, line);
		});
		return true;
	});
}

bool store_commit(struct store *store, GError **error)
{
	return guard(error, store->path.c_str(), [&] {
		if (!store->is_begun)
			throw Xapian::InvalidOperationError("no transaction to commit");
		if (!store->is_spilled)
			apply_changes(store);
		store->writer.commit_transaction();
		store->is_begun = store->is_spilled = false;
		if (store->unflushed < batch_changes)
			return true;
		store->writer.commit();
		store->unflushed = 0;
		return true;
	});
}

void store_cancel(struct store *store)
{
	store->unflushed -= store->changes.size();
	store->changes.clear();
	store->is_begun = false;
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
		store->writer.commit();
		store->unflushed = 0;
		return true;
	});
}

bool store_file_get(struct store_file *file, struct store *store, const char *path, GError **error)
{
	return answer(error, store, [&] {
		g_autofree char *key = ledger_key(path);
		std::string line = store->db.get_metadata(key);
		return !line.empty() && ledger_parse(file, {line.data(), line.size()}, error);
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

bool store_file_list(GPtrArray **out, struct store *store, GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(file_free);
		for (auto key = store->db.metadata_keys_begin(LEDGER_PREFIX);
		     key != store->db.metadata_keys_end(LEDGER_PREFIX); ++key) {
			std::string line = store->db.get_metadata(*key);
			auto *file = g_new0(struct store_file, 1);
			g_ptr_array_add(files, file);
			if (!ledger_parse(file, {line.data(), line.size()}, error))
				return false;
		}
		g_ptr_array_sort(files, file_compare);
		*out = g_steal_pointer(&files);
		return true;
	});
}
