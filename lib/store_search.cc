/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading the index: queries, hits, records, terms. */
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "fields.h"
#include "ledger.h"
#include "ranking.h"
#include "seal.h"
#include "wall.h"

namespace
{

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
	guint64 file;
	char date[sizeof(FIELDS_UNDATED)];
	guint number;
};

void read_order(place &at, const std::string &value)
{
	struct field_order order;
	if (!field_order_read(&order, {value.data(), value.size()}))
		throw Xapian::DatabaseCorruptError("a record without its place");
	at.file = order.file;
	at.number = order.number;
	std::memcpy(at.date, order.date.ptr, std::min(order.date.len, sizeof(at.date) - 1));
	at.score *= ranking_get()->kinds[order.kind];
	if (order.copy.len >= sizeof(at.copy))
		std::memcpy(&at.copy, order.copy.ptr, sizeof(at.copy));
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
		places.push_back({*match, match.get_weight(), 0, 0, FIELDS_UNDATED, 0});
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

/* Paths are looked up only where nothing else tells two records apart. */
int compare_place(const place &a, const place &b, struct store *store)
{
	if (a.file != b.file) {
		int by_path = store_path_of(store, a.docid, a.file).compare(store_path_of(store, b.docid, b.file));
		if (by_path != 0)
			return by_path;
	}
	if (a.number != b.number)
		return a.number < b.number ? -1 : 1;
	return (a.docid > b.docid) - (a.docid < b.docid);
}

bool is_before(const place &a, const place &b, enum store_sort sort, struct store *store)
{
	if (sort == SORT_RELEVANCE && a.score != b.score)
		return a.score > b.score;
	int by_date = std::memcmp(a.date, b.date, sizeof(a.date));
	if (by_date != 0 && sort == SORT_DATE_DOWN) {
		bool is_dated = std::strcmp(a.date, FIELDS_UNDATED) != 0;
		return is_dated && (by_date > 0 || std::strcmp(b.date, FIELDS_UNDATED) == 0);
	}
	if (by_date != 0 && sort != SORT_DOCUMENT)
		return by_date < 0;
	return compare_place(a, b, store) < 0;
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
			  [sort, store](const place &a, const place &b) { return is_before(a, b, sort, store); });
		*out = g_array_sized_new(FALSE, FALSE, sizeof(struct store_hit), static_cast<guint>(places.size()));
		for (const place &at : places) {
			struct store_hit hit = {at.docid, at.score, at.copy};
			g_array_append_val(*out, hit);
		}
		return true;
	});
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

/* The term that a file's lexicon stores. Yours. */
static char *file_term_of(const std::string &line)
{
	struct span term = {line.data(), line.size()};
	if (!seal_open(&term) || term.len == line.size())
		throw Xapian::DatabaseCorruptError("a file's lexicon");
	return g_strndup(term.ptr, term.len);
}

bool store_file_terms(GPtrArray **out, struct store *store, const char *term, GError **error)
{
	*out = nullptr;
	return answer(error, store, [&] {
		g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(g_free);
		for (auto posting = store->db.postlist_begin(term); posting != store->db.postlist_end(term); ++posting)
			g_ptr_array_add(terms, file_term_of(store->db.get_document(*posting).get_data()));
		*out = g_steal_pointer(&terms);
		return true;
	});
}

bool store_find_id(guint32 *docid, struct store *store, const char *id, GError **error)
{
	g_autoptr(GPtrArray) files = nullptr;
	g_autofree char *term = field_term(field_find(span_of("id")), span_of(id));
	const char *number = std::strrchr(id, '#');
	*docid = 0;
	if (!store_file_terms(&files, store, term, error))
		return false;
	return answer(error, store, [&] {
		for (guint n = 0; number && n < files->len && *docid == 0; n++)
			*docid = store_find_number(store->db, static_cast<char *>(g_ptr_array_index(files, n)),
						   static_cast<guint>(std::strtoul(number + 1, nullptr, 10)));
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
