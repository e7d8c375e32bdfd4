/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ingest.h"

#include "abbreviation.h"
#include "fault.h"
#include "fields.h"
#include "thesaurus.h"

enum {
	ASKED_MAX = 1024, /* files lined up at once */
};

/* One file of the line. */
struct asked {
	const struct walk_file *file;
	char *context;   /* reader_context */
	bool is_same;    /* what shaped its records is as it was; its bytes may not be */
	bool needs_none; /* of reading: its size and time are as they were, too */
	bool is_refused; /* it is no paper, and is what it was then */
};

static void asked_free(gpointer data)
{
	struct asked *asked = data;
	g_free(asked->context);
	g_free(asked);
}

bool ingest_init(struct ingest *ingest, struct store *store, const struct reader *reader, struct pool *pool,
		 GError **error)
{
	*ingest = (struct ingest){.store = store, .reader = reader, .pool = pool};
	g_queue_init(&ingest->asked);
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
	g_queue_clear_full(&ingest->asked, asked_free);
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

static bool put_record(struct ingest *ingest, struct store_file *entry, const struct record *record, GError **error)
{
	entry->records++;
	entry->searchable += record->kind != KIND_FURNITURE;
	entry->restricted += record->kind != KIND_FURNITURE && field_is_restricted(record);
	note_dates(entry, record->date);
	return store_put(ingest->store, record, ingest->reader->stemmer, error) &&
	       put_abbreviations(ingest, record, error);
}

/* Those of the paper that the pool answered last; `entry` counts them. FAULT_INPUT: its reader failed on the way. */
static bool put_records(struct ingest *ingest, struct store_file *entry, GError **error)
{
	bool is_end = false, good = true;
	while (good && !is_end && !is_stopped(ingest)) {
		struct record record;
		record_init(&record);
		good = pool_record(&record, &is_end, ingest->pool, error);
		good = good && (is_end || put_record(ingest, entry, &record, error));
		record_clear(&record);
	}
	if (entry->status == STATUS_INDEXED && entry->searchable == 0)
		entry->status = STATUS_EMPTY;
	return good;
}

static bool put_all(struct ingest *ingest, struct store_file *entry, bool with_records, GError **error)
{
	if (with_records && !(store_forget(ingest->store, entry->path, error) && put_records(ingest, entry, error)))
		return false;
	return store_file_put(ingest->store, entry, error);
}

/* One transaction: what the index held of the file makes way for what the pool gives, or `with_records` false: only the
 * entry is new. Sets `result` to stopped when asked to stop on the way. */
static bool replace(struct ingest_result *result, struct ingest *ingest, struct store_file *entry, bool with_records,
		    GError **error)
{
	if (!store_begin(ingest->store, error))
		return false;
	bool good = put_all(ingest, entry, with_records, error);
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

static bool has_records(const struct store_file *known)
{
	return known && (known->status != STATUS_UNREADABLE || known->records > 0);
}

/* The file cannot be read at the moment: what the index holds of it stays, and the reason is remembered. */
static bool keep_unreadable(struct ingest_result *result, struct ingest *ingest, const struct asked *asked,
			    const char *sha256, GError **error)
{
	const struct walk_file *file = asked->file;
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, file->name);
	g_autofree char *context = reader_context_with(asked->context, ingest->reader, 1);
	result->outcome = INGEST_UNREADABLE;
	result->paragraphs = known ? known->searchable : 0;
	if (known && known->status == STATUS_UNREADABLE && g_strcmp0(known->reason, result->reason) == 0 &&
	    g_strcmp0(known->context, sha256 ? context : NULL) == 0)
		return true;
	struct store_file entry = {
		.path = file->name,
		.sha256 = (char *)(has_records(known) ? known->sha256 : sha256),
		.size = file->size,
		.mtime = file->mtime,
		.status = STATUS_UNREADABLE,
		.reason = result->reason,
		/* Its bytes could be had: it was its reader that failed, as it would again. */
		.context = sha256 ? context : NULL,
		.records = known ? known->records : 0,
		.searchable = known ? known->searchable : 0,
		.restricted = known ? known->restricted : 0,
		.first_date = known ? known->first_date : NULL,
		.last_date = known ? known->last_date : NULL,
		.revision = known ? known->revision : 0,
	};
	return replace(result, ingest, &entry, false, error);
}

static bool is_known_failure(const struct store_file *known, const struct store_file *entry)
{
	return entry->status == STATUS_UNREADABLE && known && known->status == STATUS_UNREADABLE &&
	       known->records == 0 && g_strcmp0(known->sha256, entry->sha256) == 0 &&
	       g_strcmp0(known->context, entry->context) == 0 && known->size == entry->size &&
	       known->mtime == entry->mtime && g_strcmp0(known->reason, entry->reason) == 0;
}

/* Whether the index has, or last had, records of these very bytes: then reading them again brings nothing new. */
static bool has_bytes(const struct store_file *known, const char *sha256)
{
	return has_records(known) && g_strcmp0(known->sha256, sha256) == 0;
}

/* The file has been read, whatever came of it: that replaces what the index held. */
static bool take(struct ingest_result *result, struct ingest *ingest, const struct asked *asked,
		 const struct pool_answer *answer, GError **error)
{
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, asked->file->name);
	/* What is no paper may be one for a reader with text recognition. */
	guint scans = answer->outcome == POOL_REFUSED ? MAX(answer->scans, 1) : answer->scans;
	g_autofree char *context = reader_context_with(asked->context, ingest->reader, scans);
	struct store_file entry = {
		.path = asked->file->name,
		.sha256 = answer->sha256,
		.size = answer->size,
		.mtime = answer->mtime,
		.status = answer->outcome == POOL_PAPER ? STATUS_INDEXED : STATUS_UNREADABLE,
		.reason = answer->reason,
		.context = context,
		.revision = has_bytes(known, answer->sha256) ? known->revision : 0,
	};
	if (entry.status == STATUS_UNREADABLE)
		result->outcome = INGEST_UNREADABLE;
	else
		result->outcome = has_records(known) ? INGEST_CHANGED : INGEST_NEW;
	g_autoptr(GError) trouble = NULL;
	bool good = is_known_failure(known, &entry) || replace(result, ingest, &entry, true, &trouble);
	g_free(entry.first_date);
	g_free(entry.last_date);
	if (!good && g_error_matches(trouble, FAULT, FAULT_INPUT)) {
		g_free(result->reason);
		result->reason = g_strdup(trouble->message);
		return keep_unreadable(result, ingest, asked, answer->sha256, error);
	}
	if (!good)
		g_propagate_error(error, g_steal_pointer(&trouble));
	result->paragraphs = entry.searchable;
	result->is_empty = entry.status == STATUS_EMPTY;
	return good;
}

static bool keep_same(struct ingest_result *result, struct ingest *ingest, const struct pool_answer *answer,
		      GError **error)
{
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, result->file->name);
	struct store_file entry = *known;
	entry.size = answer->size;
	entry.mtime = answer->mtime;
	result->outcome = INGEST_UNCHANGED;
	result->paragraphs = known->searchable;
	return replace(result, ingest, &entry, false, error);
}

static bool act(struct ingest_result *result, struct ingest *ingest, const struct asked *asked,
		const struct pool_answer *answer, GError **error)
{
	result->reason = g_strdup(answer->reason);
	switch (answer->outcome) {
	case POOL_PAPER:
	case POOL_REFUSED:
		return take(result, ingest, asked, answer, error);
	case POOL_SAME:
		return keep_same(result, ingest, answer, error);
	case POOL_UNREAD:
		return keep_unreadable(result, ingest, asked, answer->sha256, error);
	case POOL_STOPPED:
		break;
	}
	result->outcome = INGEST_STOPPED;
	return true;
}

void ingest_ask(struct ingest *ingest, const struct walk_file *file)
{
	const struct store_file *known = g_hash_table_lookup(ingest->ledger, file->name);
	struct asked *asked = g_new0(struct asked, 1);
	asked->file = file;
	asked->context = reader_context(ingest->reader, file);
	bool holds = known && reader_context_holds(ingest->reader, known->context, asked->context);
	bool is_untouched = known && known->size == file->size && known->mtime == file->mtime;
	asked->is_same = holds && known->status != STATUS_UNREADABLE;
	asked->is_refused = holds && known->status == STATUS_UNREADABLE && is_untouched && !ingest->retries;
	asked->needs_none = asked->is_refused || (asked->is_same && is_untouched);
	g_queue_push_tail(&ingest->asked, asked);
	if (asked->needs_none)
		return;
	const struct pool_job job = {
		.file = file,
		.manifest = manifest_shelf_find(ingest->reader->shelf, file->path),
		.known = known && asked->is_same ? known->sha256 : NULL,
	};
	pool_ask(ingest->pool, &job);
}

bool ingest_has_room(const struct ingest *ingest)
{
	return pool_has_room(ingest->pool) && ingest->asked.length < ASKED_MAX;
}

bool ingest_next(struct ingest_result *result, struct ingest *ingest, GError **error)
{
	struct asked *asked = g_queue_pop_head(&ingest->asked);
	*result = (struct ingest_result){.file = asked->file, .outcome = INGEST_STOPPED};
	bool good = true;
	if (asked->needs_none && !is_stopped(ingest)) {
		const struct store_file *known = g_hash_table_lookup(ingest->ledger, asked->file->name);
		result->outcome = asked->is_refused ? INGEST_UNREADABLE : INGEST_UNCHANGED;
		result->reason = asked->is_refused ? g_strdup(known->reason) : NULL;
		result->is_old = asked->is_refused;
		result->paragraphs = known->searchable;
	} else if (!is_stopped(ingest)) {
		struct pool_answer answer;
		good = pool_next(&answer, ingest->pool, error) && act(result, ingest, asked, &answer, error);
		pool_answer_clear(&answer);
	}
	asked_free(asked);
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
	return store_flush(ingest->store, error) && (is_stopped(ingest) || store_compact(ingest->store, error));
}
