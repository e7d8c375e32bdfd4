/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Looking over a whole index. First the engine looks at its own tables. Then every record is made again from what is stored,
 * and terms, slots and lengths are compared; every word of a file with its lexicon; every entry of the ledger with the
 * records of its file. Last, the lists that searches go through are compared with what all records together should have
 * put there: so each record is found by each of its words, and by no other. */
#include <algorithm>
#include <cstring>
#include <memory>
#include <sstream>
#include <unordered_map>

#include "fault.h"
#include "fields.h"
#include "ledger.h"
#include "lock.h"
#include "seal.h"
#include "stemmer.h"
#include "wall.h"

namespace
{

/* How many faults are told one by one. */
constexpr guint faults_told = 50;

/* What a term's list holds, or should: how many records, and a sum over them that depends on no order. */
struct postings {
	guint64 count = 0, sum = 0;
};

struct audit {
	struct store_check *check;
	const struct shard *shard;
	const Xapian::Database *db;
	struct open_quire *open;
	struct stemmer *stemmer;
	std::unordered_map<std::string, postings> expected;
	std::vector<bool> is_seen; /* by docid */
	guint64 documents = 0;
	guint64 revision = 0;
	bool is_legible = true; /* every record so far could be made again */
	bool is_sealed = true;  /* the entry of the ledger at hand */
};

G_GNUC_PRINTF(2, 3)
void tell(struct audit *audit, const char *format, ...)
{
	if (audit->check->found++ >= faults_told)
		return;
	va_list arguments;
	va_start(arguments, format);
	g_ptr_array_add(audit->check->faults, g_strdup_vprintf(format, arguments));
	va_end(arguments);
}

/* Steele, Lea and Flood's finaliser (SplitMix64): every bit of the result depends on every bit of the number. */
guint64 scatter(guint64 number)
{
	number = (number ^ (number >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
	number = (number ^ (number >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
	return number ^ (number >> 31);
}

void add_posting(postings &list, Xapian::docid docid, Xapian::termcount frequency)
{
	list.count++;
	list.sum += scatter((static_cast<guint64>(docid) << 32) + frequency + 1);
}

/* A term as a person can read it. Yours. */
char *printable(const std::string &term)
{
	return g_strescape(term.c_str(), nullptr);
}

void tell_term(struct audit *audit, const char *name, const char *what, const std::string &term)
{
	g_autofree char *word = printable(term);
	tell(audit, "%s: %s %s", name, what, word);
}

/* Both lists are in byte order. */
void compare_terms(struct audit *audit, Xapian::docid docid, const Xapian::Document &wanted, const char *name)
{
	auto term = audit->db->termlist_begin(docid);
	auto end = audit->db->termlist_end(docid);
	for (auto want = wanted.termlist_begin(); want != wanted.termlist_end(); ++want) {
		add_posting(audit->expected[*want], docid, want.get_wdf());
		for (; term != end && *term < *want; ++term)
			tell_term(audit, name, "its text does not make the term", *term);
		if (term == end || *term != *want) {
			tell_term(audit, name, "lacks the term", *want);
			continue;
		}
		if (term.get_wdf() != want.get_wdf())
			tell_term(audit, name, "counts otherwise the term", *term);
		++term;
	}
	for (; term != end; ++term)
		tell_term(audit, name, "its text does not make the term", *term);
}

void compare_document(struct audit *audit, Xapian::docid docid, const Xapian::Document &wanted, const char *name)
{
	compare_terms(audit, docid, wanted, name);
	Xapian::Document kept = audit->db->get_document(docid);
	for (unsigned slot = 0; slot < SLOT_COUNT; slot++)
		if (kept.get_value(slot) != wanted.get_value(slot))
			tell(audit, "%s: slot %u is not as its text makes it", name, slot);
	Xapian::termcount length = 0;
	for (auto want = wanted.termlist_begin(); want != wanted.termlist_end(); ++want)
		length += want.get_wdf();
	if (audit->db->get_doclength(docid) != length)
		tell(audit, "%s: its length is not that of its text", name);
}

/* What one file's records come to. */
struct tally {
	const struct store_file *file;
	std::vector<bool> numbers;
	guint records = 0, searchable = 0, restricted = 0;
	std::string first, last;
	struct lexicon lexicon;
	bool is_legible = true;
};

void see(struct audit *audit, Xapian::docid docid)
{
	audit->documents += !audit->is_seen.at(docid);
	audit->is_seen.at(docid) = true;
}

void count_record(struct audit *audit, struct tally *tally, const struct record *record)
{
	guint number = record_number(record);
	tally->records++;
	tally->searchable += record->kind != KIND_FURNITURE;
	tally->restricted += record->kind != KIND_FURNITURE && field_is_restricted(record);
	if (number >= 1 && number <= tally->file->records && !tally->numbers[number])
		tally->numbers[number] = true;
	else
		tell(audit, "%s: %s: a number too many", tally->file->path, record->id ? record->id : "no id");
	std::string date = record->date ? record->date : "";
	if (date.empty())
		return;
	if (tally->first.empty() || date < tally->first)
		tally->first = date;
	tally->last = std::max(tally->last, date);
}

/* False, and it has been told, where what is stored is no record of this file. */
bool read_record(struct record *record, struct audit *audit, const struct tally *tally, Xapian::docid docid)
{
	g_autoptr(GError) trouble = nullptr;
	const struct store_file *file = tally->file;
	if (!store_record_read(record, audit->open, *audit->shard, docid, &trouble)) {
		tell(audit, "%s: %s", file->path, trouble->message);
		return false;
	}
	if (record->path && record->id && record->text && std::strcmp(record->path, file->path) == 0)
		return true;
	tell(audit, "%s: one of its records says another file", file->path);
	return false;
}

void check_record(struct audit *audit, struct tally *tally, Xapian::docid docid)
{
	const struct store_file *file = tally->file;
	struct record record;
	record_init(&record);
	see(audit, docid);
	if (read_record(&record, audit, tally, docid)) {
		if (file->sha256 && std::strncmp(record.id, file->sha256, std::strcspn(record.id, "#")) != 0)
			tell(audit, "%s: %s is the id of other bytes", file->path, record.id);
		count_record(audit, tally, &record);
		Xapian::Document wanted;
		store_document_make(wanted, &record, audit->stemmer, tally->lexicon);
		g_autofree char *name = g_strdup_printf("%s: %s", file->path, record.id);
		compare_document(audit, docid, wanted, name);
	} else {
		tally->is_legible = false;
	}
	audit->check->records++;
	record_clear(&record);
}

/* The abbreviations are the indexer's to find: they are taken as they stand. */
void add_briefs(struct audit *audit, struct tally *tally, Xapian::docid docid)
{
	const size_t len = std::strlen(FIELDS_BRIEF);
	auto term = audit->db->termlist_begin(docid);
	for (term.skip_to(FIELDS_BRIEF); term != audit->db->termlist_end(docid); ++term) {
		if ((*term).compare(0, len, FIELDS_BRIEF) != 0)
			return;
		tally->lexicon.briefs.insert(*term);
	}
}

void check_lexicon(struct audit *audit, struct tally *tally)
{
	g_autofree char *term = field_lexicon_term(tally->file->path);
	Xapian::doccount count = audit->db->get_termfreq(term);
	if (count != (tally->records > 0 ? 1 : 0))
		tell(audit, "%s: has %u lists of its words, not %d", tally->file->path, count, tally->records > 0);
	for (auto posting = audit->db->postlist_begin(term); posting != audit->db->postlist_end(term); ++posting) {
		see(audit, *posting);
		if (!tally->is_legible)
			continue;
		add_briefs(audit, tally, *posting);
		Xapian::Document wanted;
		store_lexicon_make(wanted, term, tally->lexicon);
		g_autofree char *name = g_strdup_printf("%s: the list of its words", tally->file->path);
		compare_document(audit, *posting, wanted, name);
		if (audit->db->get_document(*posting).get_data() != wanted.get_data())
			tell(audit, "%s names another file", name);
	}
}

void check_entry(struct audit *audit, const struct tally *tally)
{
	const struct store_file *file = tally->file;
	if (tally->records != file->records || tally->searchable != file->searchable)
		tell(audit, "%s: has %u records, %u of them to be found, and the ledger says %u and %u", file->path,
		     tally->records, tally->searchable, file->records, file->searchable);
	/* What was read under an older schema, or could not be read again since, has not been counted. */
	if (tally->restricted != file->restricted && audit->is_sealed && file->status != STATUS_UNREADABLE)
		tell(audit, "%s: has %u restricted records, and the ledger says %u", file->path, tally->restricted,
		     file->restricted);
	if (tally->first != (file->first_date ? file->first_date : "") ||
	    tally->last != (file->last_date ? file->last_date : ""))
		tell(audit, "%s: its dates are not those in the ledger", file->path);
	bool fits[] = {
		file->searchable > 0 && file->sha256,
		file->searchable == 0 && file->sha256,
		file->reason != nullptr,
	};
	if (!fits[file->status])
		tell(audit, "%s: its state in the ledger is not that of its records", file->path);
	if (file->revision > audit->revision)
		tell(audit, "%s: is said to be newer than the index", file->path);
}

void check_file(struct audit *audit, const struct store_file *file)
{
	struct tally tally = {};
	tally.file = file;
	tally.numbers.resize(static_cast<size_t>(file->records) + 1);
	g_autofree char *term = field_file_term(file->path);
	for (auto posting = audit->db->postlist_begin(term); posting != audit->db->postlist_end(term); ++posting)
		check_record(audit, &tally, *posting);
	check_lexicon(audit, &tally);
	/* What cannot be read has been told; that it is missing from the sums says nothing more. */
	if (tally.is_legible)
		check_entry(audit, &tally);
	audit->is_legible = audit->is_legible && tally.is_legible;
	audit->check->files++;
}

void check_ledger(struct audit *audit)
{
	for (auto key = audit->db->metadata_keys_begin(LEDGER_PREFIX);
	     key != audit->db->metadata_keys_end(LEDGER_PREFIX); ++key) {
		std::string line = audit->db->get_metadata(*key);
		struct store_file file = {};
		g_autoptr(GError) trouble = nullptr;
		if (!ledger_parse(&file, {line.data(), line.size()}, &trouble)) {
			tell(audit, "%s", trouble->message);
			continue;
		}
		struct span entry = {line.data(), line.size()};
		audit->is_sealed = seal_open(&entry) && entry.len < line.size();
		g_autofree char *wanted = ledger_key(file.path);
		if (*key != wanted)
			tell(audit, "%s: its entry in the ledger stands in another's place", file.path);
		check_file(audit, &file);
		store_file_clear(&file);
	}
}

void check_strays(struct audit *audit)
{
	if (audit->documents == audit->db->get_doccount())
		return;
	for (auto posting = audit->db->postlist_begin(""); posting != audit->db->postlist_end(""); ++posting)
		if (*posting >= audit->is_seen.size() || !audit->is_seen[*posting])
			tell(audit, "a record that belongs to no file of the ledger, number %u of the engine",
			     *posting);
}

void check_postings(struct audit *audit)
{
	for (auto term = audit->db->allterms_begin(); term != audit->db->allterms_end(); ++term) {
		postings kept;
		for (auto posting = audit->db->postlist_begin(*term); posting != audit->db->postlist_end(*term);
		     ++posting)
			add_posting(kept, *posting, posting.get_wdf());
		auto wanted = audit->expected.find(*term);
		bool is_right = wanted != audit->expected.end() && wanted->second.count == kept.count &&
				wanted->second.sum == kept.sum && term.get_termfreq() == kept.count;
		audit->check->terms++;
		if (wanted != audit->expected.end())
			audit->expected.erase(wanted);
		if (is_right)
			continue;
		tell_term(audit, "searching", "the records make otherwise the list of the term", *term);
	}
	for (const auto &missing : audit->expected)
		tell_term(audit, "searching", "there is no list of the term", missing.first);
}

/* The engine's own words, one fault each. */
bool check_engine(struct audit *audit, const std::string &place)
{
	std::ostringstream said;
	size_t count = 0;
	try {
		count = Xapian::Database::check(place, 0, &said);
	} catch (const Xapian::Error &e) {
		tell(audit, "the engine: %s", e.get_msg().c_str());
		return false;
	}
	if (count == 0)
		return true;
	tell(audit, "the engine: %zu errors in its tables: %s", count, said.str().c_str());
	return false;
}

void check_shard(struct audit *audit, const struct shard &shard)
{
	audit->shard = &shard;
	audit->db = &shard.db;
	audit->expected.clear();
	audit->is_legible = true;
	audit->documents = 0;
	audit->is_seen.assign(static_cast<size_t>(shard.db.get_lastdocid()) + 1, false);
	audit->revision = g_ascii_strtoull(shard.db.get_metadata(store_revision_key).c_str(), nullptr, 10);
	if (const char *fault = store_totals_fault(shard.db))
		tell(audit, "%s", fault);
	check_ledger(audit);
	check_strays(audit);
	if (audit->is_legible)
		check_postings(audit);
	else
		tell(audit, "what searches go through was not compared, since not every record could be read");
}

/* A writer would change under our eyes what we compare. */
bool is_written(const struct store *store, GError **error)
{
	if (!store->db.locked())
		return false;
	lock_report(error, store->path.c_str());
	return true;
}

bool check_all(struct audit *audit, struct store *store, GError **error)
{
	if (is_written(store, error))
		return false;
	for (const struct shard &shard : store->shards)
		if (check_engine(audit, shard.place))
			check_shard(audit, shard);
	return !is_written(store, error);
}

} // namespace

void store_check_clear(struct store_check *check)
{
	g_clear_pointer(&check->faults, g_ptr_array_unref);
}

bool store_check_run(struct store_check *check, const char *path, GError **error)
{
	*check = {g_ptr_array_new_with_free_func(g_free), 0, 0, 0, 0};
	struct store *store = nullptr;
	if (!store_open(&store, path, STORE_READ, error))
		return false;
	struct stemmer *stemmer = stemmer_new();
	struct audit audit = {};
	struct open_quire open;
	audit.check = check;
	audit.open = &open;
	audit.stemmer = stemmer;
	bool is_checked = guard(error, path, [&] { return check_all(&audit, store, error); });
	stemmer_free(stemmer);
	store_close(store);
	return is_checked;
}
