/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ingest.h"

#include "abbreviation.h"
#include "fields.h"
#include "thesaurus.h"

bool ingest_init(struct ingest *ingest, struct store *store, const struct reader *reader, GError **error)
{
	*ingest = (struct ingest){.store = store, .reader = reader};
	if (!store_file_list(&ingest->files, store, error))
		return false;
	ingest->ledger = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < ingest->files->len; i++) {
		struct store_file *file = ingest->files->pdata[i];
		g_hash_table_insert(ingest->ledger, file->path, file);
	}
	return true;
}

void ingest_clear(struct ingest *ingest)
{
	g_clear_pointer(&ingest->ledger, g_hash_table_unref);
	g_clear_pointer(&ingest->files, g_ptr_array_unref);
}

void ingest_result_clear(struct ingest_result *result)
{
	g_clear_pointer(&result->reason, g_free);
}

static bool is_stopped(const struct ingest *ingest)
{
	return ingest->stop && *ingest->stop;
}

static void note_dates(struct store_file *entry, const char *date)
{
	if (!date)
		return;
	if (!entry->first_date || strcmp(date, entry->first_date) < 0) {
		g_free(entry->first_date);
		entry->first_date = g_strdup(date);
	}
	if (!entry->last_date || strcmp(date, entry->last_date) > 0) {
		g_free(entry->last_date);
		entry->last_date = g_strdup(date);
	}
}

/* What the ledger says of a file that was read: `paper` is empty for one that is unreadable. */
static void describe(struct store_file *entry, const struct paper *paper)
{
	for (guint i = 0; i < paper->records->len; i++) {
		const struct record *record = paper->records->pdata[i];
		entry->records++;
		entry->searchable += record->kind != KIND_FURNITURE;
		entry->restricted += record->kind != KIND_FURNITURE && field_is_restricted(record);
		note_dates(entry, record->date);
	}
	if (entry->status == STATUS_INDEXED && entry->searchable == 0)
		entry->status = STATUS_EMPTY;
}

/* The letters of a person are no abbreviation: "Ann Other (AO)". */
static bool is_person(const struct record *record, struct span words)
{
	g_autofree char *key = thesaurus_key(words);
	for (guint i = 0; i < record->names->len; i++) {
		g_autofree char *name = thesaurus_key(span_of(record->names->pdata[i]));
		if (strstr(name, key))
			return true;
	}
	return false;
}

static bool put_abbreviations(struct ingest *ingest, const struct record *record, GError **error)
{
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct abbreviation));
	if (record->kind != KIND_FURNITURE && record->kind != KIND_ATTENDANCE)
		abbreviation_find(found, span_of(record->text));
	for (guint i = 0; i < found->len; i++) {
		struct abbreviation each = g_array_index(found, struct abbreviation, i);
		if (!is_person(record, each.full) &&
		    !store_brief_put(ingest->store, record->path, each.brief, each.full, error))
			return false;
	}
	return true;
}

static bool put_records(struct ingest *ingest, const struct paper *paper, GError **error)
{
	for (guint i = 0; i < paper->records->len && !is_stopped(ingest); i++) {
		const struct record *record = paper->records->pdata[i];
		if (!store_put(ingest->store, record, ingest->reader->stemmer, error) ||
		    !put_abbreviations(ingest, record, error))
			return false;
	}
	return true;
}

/* One transaction: what the index held of the file makes way for this. `paper` NULL: the records stay as they are, only
 * the entry is new. Sets `result` to stopped when asked to stop on the way. */
static bool replace(struct ingest_result *result, struct ingest *ingest, const struct store_file *entry,
		    const struct paper *paper, GError **error)
{
	if (!store_begin(ingest->store, error))
		return false;
	bool good = true;
	if (paper)
		good = store_forget(ingest->store, entry->path, error) && put_records(ingest, paper, error);
	good = good && store_file_put(ingest->store, entry, error);
	if (good && is_stopped(ingest)) {
		store_cancel(ingest->store);
		result->outcome = INGEST_STOPPED;
		return true;
	}
	good = good && store_commit(ingest->store, error);
	if (!good) {
		store_cancel(ingest->store);
		return false;
	}
	ingest->has_changed = true;
	return true;
}

/* The file cannot be read at the moment: what the index holds of it stays, and the reason is remembered. */
static bool keep_unreadable(struct ingest_result *result, struct ingest *ingest, const struct walk_file *file,
			    GError **error)
{
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, file->name);
	result->outcome = INGEST_UNREADABLE;
	result->paragraphs = known ? known->searchable : 0;
	if (known && known->status == STATUS_UNREADABLE && g_strcmp0(known->reason, result->reason) == 0)
		return true;
	struct store_file entry = {
		.path = file->name,
		.sha256 = known ? known->sha256 : NULL,
		.size = file->size,
		.mtime = file->mtime,
		.status = STATUS_UNREADABLE,
		.reason = result->reason,
		.records = known ? known->records : 0,
		.searchable = known ? known->searchable : 0,
		.restricted = known ? known->restricted : 0,
		.first_date = known ? known->first_date : NULL,
		.last_date = known ? known->last_date : NULL,
		.revision = known ? known->revision : 0,
	};
	return replace(result, ingest, &entry, NULL, error);
}

static bool has_records(const struct store_file *known)
{
	return known && (known->status != STATUS_UNREADABLE || known->records > 0);
}

/* The file has been read, whatever came of it: `entry` and `paper` replace what the index held. */
static bool take(struct ingest_result *result, struct ingest *ingest, struct store_file *entry,
		 const struct paper *paper, GError **error)
{
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, entry->path);
	bool is_known_failure = entry->status == STATUS_UNREADABLE && known && known->status == STATUS_UNREADABLE &&
				known->records == 0 && g_strcmp0(known->sha256, entry->sha256) == 0 &&
				g_strcmp0(known->reason, entry->reason) == 0;
	describe(entry, paper);
	result->paragraphs = entry->searchable;
	result->is_empty = entry->status == STATUS_EMPTY;
	if (entry->status != STATUS_UNREADABLE)
		result->outcome = has_records(known) ? INGEST_CHANGED : INGEST_NEW;
	else
		result->outcome = INGEST_UNREADABLE;
	bool good = is_known_failure || replace(result, ingest, entry, paper, error);
	g_clear_pointer(&entry->first_date, g_free);
	g_clear_pointer(&entry->last_date, g_free);
	return good;
}

static bool parse_and_take(struct ingest_result *result, struct ingest *ingest, const struct walk_file *file,
			   struct source *source, struct store_file *entry, GError **error)
{
	struct paper paper;
	paper_init(&paper);
	g_autoptr(GError) trouble = NULL;
	if (!reader_parse(&paper, ingest->reader, source, file, &trouble)) {
		result->reason = g_strdup(trouble->message);
		entry->status = STATUS_UNREADABLE;
	} else {
		result->reason = g_strdup(paper.note);
	}
	g_autofree char *context = reader_context_with(entry->context, ingest->reader, &paper);
	entry->context = context;
	entry->reason = result->reason;
	bool good = take(result, ingest, entry, &paper, error);
	paper_clear(&paper);
	return good;
}

/* Whether the index has, or last had, records of these very bytes: then reading them again brings nothing new. */
static bool has_bytes(const struct store_file *known, const struct source *source)
{
	return has_records(known) && g_strcmp0(known->sha256, source->sha256) == 0;
}

static bool is_as_known(const struct ingest *ingest, const struct store_file *known, const char *context)
{
	return known && known->status != STATUS_UNREADABLE &&
	       reader_context_holds(ingest->reader, known->context, context);
}

bool ingest_file(struct ingest_result *result, struct ingest *ingest, const struct walk_file *file, GError **error)
{
	*result = (struct ingest_result){0};
	if (is_stopped(ingest)) {
		result->outcome = INGEST_STOPPED;
		return true;
	}
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, file->name);
	g_autofree char *context = reader_context(ingest->reader, file);
	bool is_same = is_as_known(ingest, known, context);
	if (is_same && known->size == file->size && known->mtime == file->mtime) {
		result->outcome = INGEST_UNCHANGED;
		result->paragraphs = known->searchable;
		return true;
	}
	struct source source;
	g_autoptr(GError) trouble = NULL;
	if (!source_read(&source, file->path, &trouble)) {
		result->reason = g_strdup(trouble->message);
		return keep_unreadable(result, ingest, file, error);
	}
	bool good;
	if (is_same && g_strcmp0(known->sha256, source.sha256) == 0) {
		struct store_file entry = *known;
		entry.size = source.size;
		entry.mtime = source.mtime;
		result->outcome = INGEST_UNCHANGED;
		result->paragraphs = known->searchable;
		good = replace(result, ingest, &entry, NULL, error);
	} else {
		struct store_file entry = {
			.path = file->name,
			.sha256 = source.sha256,
			.size = source.size,
			.mtime = source.mtime,
			.status = STATUS_INDEXED,
			.context = context,
			.revision = has_bytes(known, &source) ? known->revision : 0,
		};
		good = parse_and_take(result, ingest, file, &source, &entry, error);
	}
	source_clear(&source);
	return good;
}

bool ingest_forget_gone(guint *forgotten, struct ingest *ingest, const struct walk *walk, GError **error)
{
	*forgotten = 0;
	for (guint i = 0; i < ingest->files->len && !is_stopped(ingest); i++) {
		const struct store_file *file = ingest->files->pdata[i];
		if (!walk_is_gone(walk, file->path))
			continue;
		bool good = store_begin(ingest->store, error);
		good = good && store_forget(ingest->store, file->path, error) &&
		       store_gone_put(ingest->store, file->path, error) && store_commit(ingest->store, error);
		if (!good) {
			store_cancel(ingest->store);
			return false;
		}
		*forgotten += 1;
		ingest->has_changed = true;
	}
	return true;
}

static bool put_folder(struct ingest *ingest, const char *name, GError **error)
{
	bool good = store_begin(ingest->store, error);
	good = good && store_folder_put(ingest->store, name, error) && store_commit(ingest->store, error);
	if (!good)
		store_cancel(ingest->store);
	ingest->has_changed |= good;
	return good;
}

bool ingest_folders(struct ingest *ingest, const struct walk *walk, GError **error)
{
	g_autoptr(GPtrArray) known = NULL;
	if (!store_folder_list(&known, ingest->store, error))
		return false;
	for (guint i = 0; i < walk->folders->len && !is_stopped(ingest); i++) {
		g_autofree char *name = walk_name(walk->folders->pdata[i]);
		bool is_known = g_ptr_array_find_with_equal_func(known, name, g_str_equal, NULL);
		if (!is_known && !put_folder(ingest, name, error))
			return false;
	}
	return true;
}

bool ingest_finish(struct ingest *ingest, GError **error)
{
	if (!ingest->has_changed)
		return true;
	ingest->has_changed = false;
	return store_flush(ingest->store, error);
}
