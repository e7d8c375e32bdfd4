/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading the index: queries, hits, records, terms. */
#include <algorithm>
#include <cmath>
#include <cstring>

#include "fields.h"
#include "ledger.h"
#include "ranking.h"
#include "seal.h"
#include "wall.h"

namespace
{

constexpr size_t date_digits = sizeof(FIELDS_UNDATED) - 1;

Xapian::Query make_query(const struct store_query *query);

Xapian::Query join_children(Xapian::Query::op op, const struct store_query *query)
{
	std::vector<Xapian::Query> parts;
	for (guint i = 0; i < query->children->len; i++)
		parts.push_back(
			make_query(static_cast<const struct store_query *>(g_ptr_array_index(query->children, i))));
	return Xapian::Query(op, parts.begin(), parts.end());
}

Xapian::Query unranked(const Xapian::Query &query)
{
	return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0);
}

/* A slot that is empty sorts before "\x01", so that an open lower end leaves it out. */
Xapian::Query make_range(const struct store_query *query)
{
	std::string low = query->low && *query->low ? query->low : "\x01";
	Xapian::valueno slot = static_cast<Xapian::valueno>(query->slot);
	if (!query->high)
		return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, low);
	return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, low, query->high);
}

Xapian::Query make_node(const struct store_query *query)
{
	switch (query->op) {
	case STORE_ALL:
		return unranked(Xapian::Query(FIELDS_SEARCHABLE));
	case STORE_NONE:
		return Xapian::Query();
	case STORE_TERM:
		return Xapian::Query(query->term);
	case STORE_AND:
		return join_children(Xapian::Query::OP_AND, query);
	case STORE_OR:
		return join_children(Xapian::Query::OP_OR, query);
	case STORE_AND_NOT:
		return join_children(Xapian::Query::OP_AND_NOT, query);
	case STORE_FILTER:
		return join_children(Xapian::Query::OP_FILTER, query);
	case STORE_MAYBE:
		return join_children(Xapian::Query::OP_AND_MAYBE, query);
	case STORE_RANGE:
		return make_range(query);
	case STORE_UNRANKED:
		return unranked(join_children(Xapian::Query::OP_AND, query));
	}
	throw Xapian::InvalidArgumentError("a query of an unknown kind");
}

Xapian::Query make_query(const struct store_query *query)
{
	Xapian::Query node = make_node(query);
	return query->weight == 1 ? node : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, node, query->weight);
}

struct place {
	Xapian::docid docid;
	double score;
	guint64 copy;
	std::string order; /* SLOT_ORDER */
};

void read_order(place &at, const std::string &order)
{
	struct field_place told;
	at.order = order;
	if (!field_place_read(&told, {order.data(), order.size()}))
		return;
	at.score *= ranking_get()->kinds[told.kind];
	if (told.copy.len >= sizeof(at.copy))
		std::memcpy(&at.copy, told.copy.ptr, sizeof(at.copy));
}

/* Every match with its score and place. Slots are read as one stream, in the order they are stored in. */
std::vector<place> find_places(const Xapian::Database &db, const Xapian::Query &query)
{
	const struct ranking *ranking = ranking_get();
	Xapian::Enquire enquire(db);
	enquire.set_weighting_scheme(
		Xapian::BM25Weight(ranking->repeats, 0, 1, ranking->length, ranking->least_length));
	enquire.set_query(query);
	enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
	Xapian::MSet matches = enquire.get_mset(0, db.get_doccount());
	std::vector<place> places;
	places.reserve(matches.size());
	for (auto match = matches.begin(); match != matches.end(); ++match)
		places.push_back({*match, match.get_weight(), 0, std::string()});
	std::sort(places.begin(), places.end(), [](const place &a, const place &b) { return a.docid < b.docid; });
	Xapian::ValueIterator value = db.valuestream_begin(SLOT_ORDER);
	for (place &at : places) {
		value.skip_to(at.docid);
		if (value != db.valuestream_end(SLOT_ORDER) && value.get_docid() == at.docid)
			read_order(at, *value);
		at.score = std::round(at.score * 1e4) / 1e4;
	}
	return places;
}

bool is_before(const place &a, const place &b, enum store_sort sort)
{
	if (sort == SORT_RELEVANCE && a.score != b.score)
		return a.score > b.score;
	int by_date = a.order.compare(0, date_digits, b.order, 0, date_digits);
	if (by_date != 0 && sort == SORT_DATE_DOWN) {
		bool is_dated = a.order.compare(0, date_digits, FIELDS_UNDATED) != 0;
		return is_dated && (by_date > 0 || b.order.compare(0, date_digits, FIELDS_UNDATED) == 0);
	}
	if (by_date != 0 && sort != SORT_DOCUMENT)
		return by_date < 0;
	return a.order.compare(date_digits, std::string::npos, b.order, date_digits, std::string::npos) < 0;
}

/* Gives `number` to those of the wanted records, in the order of their docids, that have the term. */
void mark_group(GArray *groups, const std::vector<std::pair<Xapian::docid, guint>> &wanted, const Xapian::Database &db,
		const std::string &term, guint number)
{
	Xapian::PostingIterator posting = db.postlist_begin(term);
	for (auto at = wanted.begin(); at != wanted.end(); ++at) {
		posting.skip_to(at->first);
		if (posting == db.postlist_end(term))
			return;
		if (*posting == at->first)
			g_array_index(groups, guint, at->second) = number;
		else
			at = std::lower_bound(at, wanted.end(), std::make_pair(*posting, 0U)) - 1;
	}
}

} // namespace

char *store_query_print(const struct store_query *query)
{
	char *text = nullptr;
	guard(nullptr, "", [&] {
		text = g_strdup(make_query(query).get_description().c_str());
		return true;
	});
	return text;
}

bool store_search(GArray **out, struct store *store, const struct store_query *query, enum store_sort sort,
		  GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		std::vector<place> places = find_places(store->db, make_query(query));
		std::sort(places.begin(), places.end(),
			  [sort](const place &a, const place &b) { return is_before(a, b, sort); });
		*out = g_array_sized_new(FALSE, FALSE, sizeof(struct store_hit), static_cast<guint>(places.size()));
		for (const place &at : places) {
			struct store_hit hit = {at.docid, at.score, at.copy};
			g_array_append_val(*out, hit);
		}
		return true;
	});
}

/* No answer(): another revision may have given the number to another record. */
bool store_fetch(struct record *record, struct store *store, guint32 docid, GError **error)
{
	try {
		std::string stored = store->db.get_document(docid).get_data();
		struct span line = {stored.data(), stored.size()};
		if (!seal_open(&line))
			throw Xapian::DatabaseCorruptError("a stored record is not as it was written");
		if (record_parse(record, line, error))
			return true;
		const std::string &place = store->shards[(docid - 1) % store->shards.size()].place;
		g_prefix_error(error, "index %s: damaged; rebuild it with minutes-index: ", place.c_str());
	} catch (...) {
		store_report_one(error, store);
	}
	return false;
}

bool store_place(char **out, struct store *store, guint32 docid, GError **error)
{
	*out = nullptr;
	try {
		std::string order = store->db.get_document(docid).get_value(SLOT_ORDER);
		*out = g_strndup(order.data(), order.size());
		return true;
	} catch (...) {
		store_report_one(error, store);
	}
	return false;
}

bool store_term_count(guint *count, struct store *store, const char *term, GError **error)
{
	return answer(error, store, [&] {
		*count = store->db.get_termfreq(term);
		return true;
	});
}

bool store_terms(GPtrArray **out, struct store *store, const char *prefix, GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(g_free);
		size_t len = std::strlen(prefix);
		for (auto term = store->db.allterms_begin(prefix); term != store->db.allterms_end(prefix); ++term) {
			std::string value = (*term).substr(len);
			if (value.empty() || g_ascii_isupper(value[0]))
				continue;
			g_ptr_array_add(terms, g_strdup(value.c_str() + (value[0] == ':')));
		}
		*out = g_steal_pointer(&terms);
		return true;
	});
}

bool store_group(GPtrArray **terms, GArray **numbers, struct store *store, const GArray *hits, const char *prefix,
		 GError **error)
{
	*terms = nullptr;
	*numbers = nullptr;
	return answer(error, store, [&] {
		g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
		g_autoptr(GArray) groups = g_array_sized_new(FALSE, TRUE, sizeof(guint), hits->len);
		g_array_set_size(groups, hits->len);
		std::vector<std::pair<Xapian::docid, guint>> wanted;
		for (guint i = 0; i < hits->len; i++)
			wanted.push_back({g_array_index(hits, struct store_hit, i).docid, i});
		std::sort(wanted.begin(), wanted.end());
		size_t len = std::strlen(prefix);
		for (auto term = store->db.allterms_begin(prefix); term != store->db.allterms_end(prefix); ++term) {
			std::string value = (*term).substr(len);
			if (value.empty() || g_ascii_isupper(value[0]))
				continue;
			g_ptr_array_add(found, g_strdup(value.c_str() + (value[0] == ':')));
			mark_group(groups, wanted, store->db, *term, found->len);
		}
		*terms = g_steal_pointer(&found);
		*numbers = g_steal_pointer(&groups);
		return true;
	});
}

bool store_stats_get(struct store_stats *stats, struct store *store, GError **error)
{
	*stats = {};
	return answer(error, store, [&] {
		const Xapian::Database &db = store->db;
		*stats = {db.get_doccount() - db.get_termfreq(FIELDS_LEXICON), db.get_termfreq(FIELDS_SEARCHABLE), 0, 0,
			  nullptr};
		for (const struct shard &shard : store->shards)
			for (auto key = shard.db.metadata_keys_begin(LEDGER_PREFIX);
			     key != shard.db.metadata_keys_end(LEDGER_PREFIX); ++key)
				stats->files++;
		if (store->shards.size() == 1)
			stats->revision = g_ascii_strtoull(db.get_metadata(store_revision_key).c_str(), nullptr, 10);
		stats->uuid = g_strdup(db.get_uuid().c_str());
		return true;
	});
}
