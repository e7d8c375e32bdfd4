/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_gather.h"
#include "text.h"
#include "thesaurus.h"

static int compare_docids(gconstpointer a, gconstpointer b)
{
	const struct store_hit *left = a;
	const struct store_hit *right = b;
	return (left->docid > right->docid) - (left->docid < right->docid);
}

/* struct store_hit of everything that answers any query. Yours. */
static GArray *list_answers(const struct pack *pack)
{
	GArray *hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit));
	GHashTableIter iter;
	gpointer docid;
	gpointer answer;
	g_hash_table_iter_init(&iter, pack->answers);
	while (g_hash_table_iter_next(&iter, &docid, &answer)) {
		struct store_hit hit = {.docid = GPOINTER_TO_UINT(docid), .copy = ((struct pack_answer *)answer)->copy};
		g_array_append_val(hits, hit);
	}
	g_array_sort(hits, compare_docids);
	return hits;
}

static const GArray *queries_of(const struct pack *pack, guint32 docid)
{
	return ((struct pack_answer *)g_hash_table_lookup(pack->answers, GUINT_TO_POINTER(docid)))->queries;
}

static void add_queries(GByteArray *set, const GArray *queries)
{
	for (guint n = 0; n < queries->len; n++)
		set->data[g_array_index(queries, guint, n) - 1] = 1;
}

/* The queries that a hit or one of its copies answers: a byte for each. Yours. */
static GByteArray *answered_by(const struct pack *pack, guint32 docid, const GArray *copies)
{
	GByteArray *set = g_byte_array_new();
	g_byte_array_set_size(set, pack->queries->len);
	memset(set->data, 0, set->len);
	add_queries(set, queries_of(pack, docid));
	for (guint n = 0; copies && n < copies->len; n++) {
		const GArray *queries = queries_of(pack, g_array_index(copies, guint32, n));
		add_queries(set, queries);
		for (guint k = 0; k < queries->len; k++)
			pack_query_at(pack, g_array_index(queries, guint, k) - 1)->copies++;
	}
	return set;
}

static GArray *list_set(const GByteArray *set)
{
	GArray *queries = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint n = 0; n < set->len; n++) {
		guint number = n + 1;
		if (set->data[n])
			g_array_append_val(queries, number);
	}
	return queries;
}

static bool is_same_set(const GArray *a, const GArray *b)
{
	return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len * sizeof(guint)) == 0);
}

/* The number of the combination, which is added where there is none yet. */
static guint find_combination(struct pack *pack, const GByteArray *set)
{
	g_autoptr(GArray) queries = list_set(set);
	for (guint n = 0; n < pack->combinations->len; n++) {
		const struct pack_combination *known = g_ptr_array_index(pack->combinations, n);
		if (is_same_set(known->queries, queries))
			return n;
	}
	struct pack_combination *combination = g_new0(struct pack_combination, 1);
	combination->queries = g_steal_pointer(&queries);
	g_ptr_array_add(pack->combinations, combination);
	return pack->combinations->len - 1;
}

static void copy_free(gpointer data)
{
	struct pack_copy *copy = data;
	record_clear(&copy->record);
	g_free(copy);
}

static bool fetch_copies(struct pack_hit *hit, struct store *store, const GArray *copies, GError **error)
{
	for (guint n = 0; copies && n < copies->len; n++) {
		struct pack_copy *copy = g_new0(struct pack_copy, 1);
		record_init(&copy->record);
		g_ptr_array_add(hit->copies, copy);
		if (!store_fetch(&copy->record, store, g_array_index(copies, guint32, n), error))
			return false;
		g_clear_pointer(&copy->record.text, g_free);
	}
	return true;
}

static bool add_hit(struct pack *pack, guint32 docid, const GArray *copies, GError **error)
{
	struct pack_hit *hit = g_new0(struct pack_hit, 1);
	record_init(&hit->record);
	hit->copies = g_ptr_array_new_with_free_func(copy_free);
	g_ptr_array_add(pack->hits, hit);
	g_autoptr(GByteArray) set = answered_by(pack, docid, copies);
	hit->combination = find_combination(pack, set);
	struct pack_combination *combination = g_ptr_array_index(pack->combinations, hit->combination);
	combination->hits++;
	for (guint n = 0; n < combination->queries->len; n++)
		pack_query_at(pack, g_array_index(combination->queries, guint, n) - 1)->hits++;
	pack->copies += copies ? copies->len : 0;
	return store_fetch(&hit->record, pack->search.store, docid, error) &&
	       fetch_copies(hit, pack->search.store, copies, error);
}

static gint compare_combinations(gconstpointer a, gconstpointer b)
{
	const GArray *left = (*(const struct pack_combination *const *)a)->queries;
	const GArray *right = (*(const struct pack_combination *const *)b)->queries;
	if (left->len != right->len)
		return left->len < right->len ? -1 : 1;
	for (guint n = 0; n < left->len; n++) {
		guint one = g_array_index(left, guint, n);
		guint other = g_array_index(right, guint, n);
		if (one != other)
			return one < other ? -1 : 1;
	}
	return 0;
}

/* Combinations in the order of their queries, single ones first; hits keep theirs. */
static void sort_combinations(struct pack *pack)
{
	g_autoptr(GPtrArray) before = g_ptr_array_new();
	for (guint n = 0; n < pack->combinations->len; n++)
		g_ptr_array_add(before, g_ptr_array_index(pack->combinations, n));
	g_ptr_array_sort(pack->combinations, compare_combinations);
	for (guint n = 0; n < pack->hits->len; n++) {
		struct pack_hit *hit = pack_hit_at(pack, n);
		g_ptr_array_find(pack->combinations, g_ptr_array_index(before, hit->combination), &hit->combination);
	}
}

bool pack_gather_hits(struct pack *pack, GError **error)
{
	g_autoptr(GArray) hits = list_answers(pack);
	g_autoptr(GHashTable) copies = fold_table_new();
	if (!fold_hits(hits, copies, pack->search.store, error))
		return false;
	for (guint n = 0; n < hits->len; n++) {
		guint32 docid = g_array_index(hits, struct store_hit, n).docid;
		if (!add_hit(pack, docid, g_hash_table_lookup(copies, GUINT_TO_POINTER(docid)), error))
			return false;
	}
	sort_combinations(pack);
	return true;
}

bool pack_gather_flags(struct pack *pack, GError **error)
{
	bool good = sensitive_new(&pack->sensitive, pack->search.store, error);
	for (guint n = 0; good && n < pack->hits->len; n++) {
		struct pack_hit *hit = pack_hit_at(pack, n);
		good = sensitive_find(&hit->flags, pack->sensitive, &hit->record, error);
	}
	return good;
}

/* Words of the papers under a name that their other spellings share; `seen` has those of one paragraph. */
static void count_form(GHashTable *forms, GHashTable *seen, struct span words)
{
	g_autofree char *key = thesaurus_key(words);
	struct pack_form *form = g_hash_table_lookup(forms, key);
	if (!form) {
		form = g_new0(struct pack_form, 1);
		form->text = g_strdup(key);
		g_hash_table_insert(forms, form->text, form);
	}
	form->places++;
	form->paragraphs += g_hash_table_add(seen, form);
}

static gint compare_forms(gconstpointer a, gconstpointer b)
{
	const struct pack_form *left = *(const struct pack_form *const *)a;
	const struct pack_form *right = *(const struct pack_form *const *)b;
	if (left->paragraphs != right->paragraphs)
		return left->paragraphs > right->paragraphs ? -1 : 1;
	return strcmp(left->text, right->text);
}

static void count_forms(struct pack *pack, struct pack_query *query, guint number)
{
	g_autoptr(GHashTable) forms = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	for (guint n = 0; n < pack->hits->len; n++) {
		const struct record *record = &pack_hit_at(pack, n)->record;
		g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
		if (!pack_answers(pack, pack_hit_at(pack, n), number))
			continue;
		g_array_set_size(marks, 0);
		matcher_match(marks, pack->search.matcher, query->tree, record);
		for (guint k = 0; k < marks->len; k++) {
			struct match_mark mark = g_array_index(marks, struct match_mark, k);
			count_form(forms, seen, span_cut(span_of(record->text), mark.start, mark.end));
		}
	}
	GHashTableIter iter;
	gpointer form;
	g_hash_table_iter_init(&iter, forms);
	while (g_hash_table_iter_next(&iter, NULL, &form))
		g_ptr_array_add(query->forms, form);
	g_ptr_array_sort(query->forms, compare_forms);
}

void pack_gather_forms(struct pack *pack)
{
	for (guint n = 0; n < pack->queries->len; n++)
		count_forms(pack, pack_query_at(pack, n), n + 1);
}
