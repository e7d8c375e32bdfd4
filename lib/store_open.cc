/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Opening the index, one or several as one, and what their troubles mean to a human. */
#include <algorithm>
#include <cstring>
#include <memory>
#include <unistd.h>
#include <utility>

#include "durable.h"
#include "fault.h"
#include "fields.h"
#include "lock.h"
#include "place.h"
#include "start.h"
#include "wall.h"

namespace
{

constexpr const char *schema_key = "schema";

struct trouble {
	const char *type; /* Xapian's name of the exception */
	enum fault_code code;
	bool is_own; /* says more than the system's error behind it */
	const char *words;
};

const trouble troubles[] = {
	{"DatabaseLockError", FAULT_LOCKED, true, "locked"},
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
	{"NetworkError", FAULT_INDEX, true, "no answer; is xapian-tcpsrv running there?"},
	{"NetworkTimeoutError", FAULT_INDEX, true, "no answer in time; is xapian-tcpsrv running there?"},
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
	else if (std::strcmp(type, "DatabaseLockError") == 0)
		lock_report(error, path);
	else if (system && !(is_known && row->is_own) && std::strcmp(system, std::strerror(ENOENT)) != 0)
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, system);
	else if (is_known)
		g_set_error(error, FAULT, row->code, "index %s: %s (%s%s%s)", path, row->words, message,
			    system ? ": " : "", system ? system : "");
	else
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s: %s", path, type, message);
}

void report_any(GError **error, const char *path, const std::exception_ptr &thrown)
{
	try {
		std::rethrow_exception(thrown);
	} catch (const Xapian::Error &e) {
		report(error, path, e);
	} catch (const std::exception &e) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: %s", path, e.what());
	} catch (...) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "index %s: failed for an unknown reason", path);
	}
}

bool check_schema(const Xapian::Database &db, const char *path, GError **error)
{
	std::string schema = db.get_metadata(schema_key);
	std::string ours = std::to_string(FIELDS_SCHEMA);
	guint64 number = g_ascii_strtoull(schema.c_str(), nullptr, 10);
	if (number >= FIELDS_SCHEMA_OLDEST && number <= FIELDS_SCHEMA)
		return true;
	if (schema.empty())
		g_set_error(error, FAULT, FAULT_INDEX, "index %s: not made by minutes-index", path);
	else
		g_set_error(error, FAULT, FAULT_INDEX,
			    "index %s: was made by another version (schema %s, this program reads %s); "
			    "rebuild it with minutes-index",
			    path, schema.c_str(), ours.c_str());
	return false;
}

/* What a server that is of the same mind sends in time. */
constexpr unsigned timeout_ms = 30000;
constexpr unsigned connect_timeout_ms = 10000;

Xapian::Database open_shard(const char *place)
{
	g_autofree char *host = nullptr;
	guint port = 0;
	if (!place_server(&host, &port, place))
		return Xapian::Database(place);
	return Xapian::Remote::open(host, port, timeout_ms, connect_timeout_ms);
}

bool add_shard(struct store *store, const char *place, GError **error)
{
	if (!place_server(nullptr, nullptr, place) && !place_check(place, STORE_READ, error))
		return false;
	return guard(error, place, [&] {
		Xapian::Database db = open_shard(place);
		if (!check_schema(db, place, error))
			return false;
		store->db.add_database(db);
		store->shards.push_back({place, db});
		return true;
	});
}

/* Whether this one fails by itself. */
bool is_to_blame(const struct shard &shard, const Xapian::Error &e)
{
	g_autofree char *host = nullptr;
	guint port = 0;
	if (place_server(&host, &port, shard.place.c_str()))
		return e.get_context().find("(" + std::string(host) + ":" + std::to_string(port) + ")") !=
		       std::string::npos;
	if (!e.get_context().empty())
		return false;
	try {
		return Xapian::Database::check(shard.place) > 0;
	} catch (const Xapian::Error &) {
		return true;
	}
}

/* The name of the index that an exception is about. */
std::string find_culprit(const struct store *store, const std::exception_ptr &thrown)
{
	try {
		std::rethrow_exception(thrown);
	} catch (const Xapian::Error &e) {
		for (const struct shard &shard : store->shards)
			if (store->shards.size() > 1 && is_to_blame(shard, e))
				return shard.place;
	} catch (...) {
		return store->path;
	}
	return store->path;
}

} // namespace

void store_report(GError **error, const char *path) noexcept
{
	report_any(error, path, std::current_exception());
}

void store_report_one(GError **error, const struct store *store) noexcept
{
	std::exception_ptr thrown = std::current_exception();
	guard(error, store->path.c_str(), [&] {
		std::string culprit = find_culprit(store, thrown);
		report_any(error, culprit.c_str(), thrown);
		return true;
	});
}

bool store_open_all(struct store **out, const char *const *places, GError **error)
{
	*out = nullptr;
	return guard(error, places[0], [&] {
		auto store = std::make_unique<struct store>();
		for (const char *const *place = places; *place; place++) {
			if (!add_shard(store.get(), *place, error))
				return false;
			store->path += (store->path.empty() ? "" : ", ") + std::string(*place);
		}
		*out = store.release();
		return true;
	});
}

/* The folder and its own entry in the one above. */
static void sync_new(const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, nullptr);
	g_autofree char *above = g_path_get_dirname(absolute);
	if (!durable_folder(path) || !durable_folder(above))
		throw Xapian::DatabaseError("its folder cannot be made durable", errno);
}

/* `start`: the mark of an index that is being made, see start.h; -1 once it is taken away. */
static bool open_writer(struct store **out, const char *path, int *start, GError **error)
{
	return guard(error, path, [&] {
		auto store = std::make_unique<struct store>();
		store->path = path;
		store->writer = Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
		store->db = store->writer;
		store->shards.push_back({path, store->db});
		std::string schema = store->db.get_metadata(schema_key);
		bool is_new = schema.empty() && store->db.get_doccount() == 0;
		if (!is_new && !check_schema(store->db, path, error))
			return false;
		/* Before anything of the new form goes in: no older program is to take that for damage. */
		std::string ours = std::to_string(FIELDS_SCHEMA);
		if (schema != ours) {
			store->writer.set_metadata(schema_key, ours);
			store->writer.commit();
			if (*start < 0)
				sync_new(path);
		}
		int mark = std::exchange(*start, -1);
		if (!store_start_end(mark, path, error))
			return false;
		store->is_new = is_new;
		store_remove_aside(path);
		store->revision = g_ascii_strtoull(store->db.get_metadata(store_revision_key).c_str(), nullptr, 10);
		*out = store.release();
		return true;
	});
}

static bool open_to_write(struct store **out, const char *path, GError **error)
{
	int start = -1;
	if (!place_check(path, STORE_WRITE, error) || !store_start_begin(&start, path, error))
		return false;
	bool good = open_writer(out, path, &start, error);
	if (start >= 0)
		close(start);
	return good;
}

bool store_open(struct store **out, const char *path, enum store_mode mode, GError **error)
{
	*out = nullptr;
	const char *const places[] = {path, nullptr};
	return mode == STORE_WRITE ? open_to_write(out, path, error) : store_open_all(out, places, error);
}

bool store_is_remote(const struct store *store)
{
	return std::any_of(store->shards.begin(), store->shards.end(), [](const struct shard &shard) {
		return place_server(nullptr, nullptr, shard.place.c_str());
	});
}

void store_close(struct store *store)
{
	if (!store)
		return;
	store_cancel(store);
	store_end_thread(store);
	guard(nullptr, store->path.c_str(), [&] {
		store->db.close();
		return true;
	});
	delete store;
}

guint store_turn(const struct store *store)
{
	return store->turn;
}

bool store_refresh(struct store *store, GError **error)
{
	return answer(error, store, [&] {
		store_renew(store);
		return true;
	});
}
