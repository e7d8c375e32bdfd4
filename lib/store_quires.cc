/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The records themselves, in quires beside what is searched, and the paths of their files. The engine would deflate each
 * record for itself, which costs more than all its terms. */
#include <cstring>

#include "fault.h"
#include "fields.h"
#include "quire.h"
#include "wall.h"

namespace
{

constexpr const char *quire_prefix = "quire:";
constexpr const char *path_prefix = "path:";

std::string make_key(const char *prefix, guint64 file)
{
	g_autofree char *key = g_strdup_printf("%s%016" G_GINT64_MODIFIER "x", prefix, file);
	return key;
}

std::string quire_key(guint64 file, guint index)
{
	g_autofree char *key = g_strdup_printf("%s%016" G_GINT64_MODIFIER "x%07x", quire_prefix, file, index);
	return key;
}

/* Opens the quire of that key, unless it is open. False without an error where there is none. */
bool open_at(struct open_quire *open, const struct shard &shard, const std::string &key, GError **error)
{
	std::string name = shard.place + '\n' + key;
	if (open->name == name)
		return true;
	open->name.clear();
	std::string pressed = shard.db.get_metadata(key);
	if (pressed.empty() || !quire_unpress(open->bytes, {pressed.data(), pressed.size()}, error))
		return false;
	open->name = name;
	return true;
}

bool read_at(bool *found, struct record *record, struct open_quire *open, const struct shard &shard,
	     const struct field_order *order, GError **error)
{
	GError *trouble = nullptr;
	*found = false;
	if (open_at(open, shard, quire_key(order->file, quire_index(order->number)), &trouble) &&
	    quire_find(found, record, {open->bytes->str, open->bytes->len}, order->number, &trouble))
		return true;
	if (!trouble)
		return true;
	g_propagate_prefixed_error(error, trouble,
				   "index %s: damaged; rebuild it with minutes-index: ", shard.place.c_str());
	return false;
}

std::string get_order(const Xapian::Database &db, Xapian::docid docid)
{
	return db.get_document(docid, Xapian::DOC_ASSUME_VALID).get_value(SLOT_ORDER);
}

/* The one of several indexes that a number of the whole belongs to, and its number there. */
const struct shard &find_shard(Xapian::docid *local, const struct store *store, Xapian::docid docid)
{
	Xapian::docid count = static_cast<Xapian::docid>(store->shards.size());
	*local = (docid - 1) / count + 1;
	return store->shards[(docid - 1) % count];
}

bool is_of_file(const struct record *a, const struct record *b)
{
	size_t len = a->id ? std::strcspn(a->id, "#") : 0;
	return len > 0 && b->id && std::strncmp(a->id, b->id, len + 1) == 0;
}

} // namespace

void store_quire_put(Xapian::WritableDatabase &writer, guint64 file, guint index, const std::string &bytes)
{
	std::string key = quire_key(file, index);
	std::string known = writer.get_metadata(key);
	std::string all = bytes;
	if (!known.empty()) {
		g_autoptr(GString) before = g_string_new(nullptr);
		if (!quire_unpress(before, {known.data(), known.size()}, nullptr))
			throw Xapian::DatabaseCorruptError("a quire");
		all.insert(0, before->str, before->len);
	}
	g_autoptr(GString) pressed = quire_press({all.data(), all.size()});
	writer.set_metadata(key, std::string(pressed->str, pressed->len));
}

void store_path_put(Xapian::WritableDatabase &writer, guint64 file, const std::string &path)
{
	writer.set_metadata(make_key(path_prefix, file), path);
}

void store_quires_forget(Xapian::WritableDatabase &writer, guint64 file)
{
	std::vector<std::string> keys;
	std::string prefix = make_key(quire_prefix, file);
	for (auto key = writer.metadata_keys_begin(prefix); key != writer.metadata_keys_end(prefix); ++key)
		keys.push_back(*key);
	for (const std::string &key : keys)
		writer.set_metadata(key, std::string());
	writer.set_metadata(make_key(path_prefix, file), std::string());
}

Xapian::docid store_find_number(const Xapian::Database &db, const std::string &file_term, guint number)
{
	for (auto posting = db.postlist_begin(file_term); posting != db.postlist_end(file_term); ++posting) {
		std::string value = get_order(db, *posting);
		struct field_order order;
		if (field_order_read(&order, {value.data(), value.size()}) && order.number == number)
			return *posting;
	}
	return 0;
}

bool store_record_read(struct record *record, struct open_quire *open, const struct shard &shard, Xapian::docid docid,
		       GError **error)
{
	std::string value = get_order(shard.db, docid);
	struct field_order order;
	bool found = false;
	bool has_order = field_order_read(&order, {value.data(), value.size()});
	/* It throws where there is no such record at all. */
	if (!has_order)
		shard.db.get_document(docid);
	if (has_order && !read_at(&found, record, open, shard, &order, error))
		return false;
	if (found)
		return true;
	g_set_error(error, FAULT, FAULT_INDEX, "index %s: damaged; rebuild it with minutes-index: a record is missing",
		    shard.place.c_str());
	return false;
}

const std::string &store_path_of(struct store *store, Xapian::docid docid, guint64 file)
{
	auto known = store->paths.find(file);
	if (known != store->paths.end())
		return known->second;
	Xapian::docid local;
	std::string path = find_shard(&local, store, docid).db.get_metadata(make_key(path_prefix, file));
	if (path.empty())
		throw Xapian::DatabaseCorruptError("a file without its path");
	return store->paths.emplace(file, path).first->second;
}

/* No answer(): another revision may have given the number to another record. */
bool store_fetch(struct record *record, struct store *store, guint32 docid, GError **error)
{
	try {
		store_settle(store);
		Xapian::docid local;
		const struct shard &shard = find_shard(&local, store, docid);
		return store_record_read(record, &store->open, shard, local, error);
	} catch (...) {
		store_report_one(error, store);
	}
	return false;
}

bool store_fetch_beside(bool *found, struct record *record, struct store *store, const struct record *beside,
			guint number, GError **error)
{
	*found = false;
	try {
		store_settle(store);
		struct field_order order = {};
		order.file = field_file_number(beside->path);
		order.number = number;
		for (const struct shard &shard : store->shards) {
			if (!read_at(found, record, &store->open, shard, &order, error))
				return false;
			*found = *found && is_of_file(beside, record);
			if (*found)
				return true;
		}
		return true;
	} catch (...) {
		store_report_one(error, store);
	}
	return false;
}

bool store_place(char **out, struct store *store, guint32 docid, GError **error)
{
	*out = nullptr;
	try {
		store_settle(store);
		std::string value = get_order(store->db, docid);
		struct field_order order;
		if (!field_order_read(&order, {value.data(), value.size()}))
			throw Xapian::DocNotFoundError("document " + std::to_string(docid));
		GString *place = g_string_new(nullptr);
		field_place_print(place, &order, store_path_of(store, docid, order.file).c_str());
		*out = g_string_free(place, FALSE);
		return true;
	} catch (...) {
		store_report_one(error, store);
	}
	return false;
}
