/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_scope.h"

#include "describe.h"
#include "fields.h"

struct survey {
	struct pack_scope *scope;
	struct store *store;
	GArray *all;       /* struct store_hit, by path and place */
	GHashTable *index; /* docid to its number in `all`, from 1 */
	GByteArray *left;  /* of each in `all`: nothing has left it out so far */
	GPtrArray *terms;  /* of files, without the prefix */
	GArray *of;        /* the number of each one's file in `terms`, from 1 */
};

static void filter_free(gpointer data)
{
	struct scope_filter *filter = data;
	g_free(filter->printed);
	g_free(filter->described);
	g_ptr_array_unref(filter->files);
	g_free(filter);
}

static void count_free(gpointer data)
{
	struct scope_count *count = data;
	g_free(count->name);
	g_free(count);
}

void pack_scope_init(struct pack_scope *scope)
{
	*scope = (struct pack_scope){
		.filters = g_ptr_array_new_with_free_func(filter_free),
		.searched = g_ptr_array_new(),
		.excluded = g_ptr_array_new(),
		.empty = g_ptr_array_new(),
		.scanned = g_ptr_array_new(),
		.failed = g_ptr_array_new(),
		.partial = g_ptr_array_new(),
		.undated = g_ptr_array_new(),
		.docids = g_array_new(FALSE, FALSE, sizeof(guint32)),
		.types = g_ptr_array_new_with_free_func(count_free),
		.years = g_ptr_array_new_with_free_func(count_free),
		.topics = g_ptr_array_new_with_free_func(count_free),
	};
}

void pack_scope_clear(struct pack_scope *scope)
{
	GPtrArray *const lists[] = {scope->filters, scope->searched, scope->excluded, scope->empty,
				    scope->failed,  scope->partial,  scope->undated,  scope->types,
				    scope->scanned, scope->years,    scope->topics};
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		g_ptr_array_unref(lists[n]);
	g_array_unref(scope->docids);
	g_clear_pointer(&scope->bodies, g_ptr_array_unref);
	g_clear_pointer(&scope->files, g_ptr_array_unref);
	g_clear_pointer(&scope->gone, g_ptr_array_unref);
	*scope = (struct pack_scope){0};
}

static bool find_all(struct survey *survey, GError **error)
{
	struct store_query *query = store_query_new(STORE_ALL);
	bool good = store_search(&survey->all, survey->store, query, SORT_DOCUMENT, error) &&
		    store_group(&survey->terms, &survey->of, survey->store, survey->all, FIELDS_FILE, error);
	store_query_free(query);
	if (!good)
		return false;
	survey->left = g_byte_array_sized_new(survey->all->len);
	g_byte_array_set_size(survey->left, survey->all->len);
	for (guint n = 0; n < survey->all->len; n++) {
		survey->left->data[n] = 1;
		g_hash_table_insert(survey->index,
				    GUINT_TO_POINTER(g_array_index(survey->all, struct store_hit, n).docid),
				    GUINT_TO_POINTER(n + 1));
	}
	survey->scope->paragraphs = survey->all->len;
	return true;
}

static void keep(const struct survey *survey, GByteArray *kept, guint32 docid)
{
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(survey->index, GUINT_TO_POINTER(docid)));
	if (n > 0)
		kept->data[n - 1] = survey->left->data[n - 1];
}

/* How many paragraphs of each file are left: guint by its number in `terms`. Yours. */
static GArray *count_left(const struct survey *survey)
{
	GArray *counts = g_array_new(FALSE, TRUE, sizeof(guint));
	g_array_set_size(counts, survey->terms->len + 1);
	for (guint n = 0; n < survey->all->len; n++)
		g_array_index(counts, guint, g_array_index(survey->of, guint, n)) += survey->left->data[n];
	return counts;
}

/* The number of a file in `terms`; 0: nothing of it is indexed. */
static guint number_of(GHashTable *numbers, const struct store_file *file)
{
	g_autofree char *term = field_file_term(file->path);
	return GPOINTER_TO_UINT(g_hash_table_lookup(numbers, term + strlen(FIELDS_FILE)));
}

static GHashTable *number_terms(const GPtrArray *terms)
{
	GHashTable *numbers = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint n = 0; n < terms->len; n++)
		g_hash_table_insert(numbers, g_ptr_array_index(terms, n), GUINT_TO_POINTER(n + 1));
	return numbers;
}

static void note_files(struct scope_filter *filter, const struct survey *survey, const GArray *before,
		       const GArray *after)
{
	g_autoptr(GHashTable) numbers = number_terms(survey->terms);
	for (guint n = 0; n < survey->scope->files->len; n++) {
		struct store_file *file = g_ptr_array_index(survey->scope->files, n);
		guint number = number_of(numbers, file);
		if (number > 0 && g_array_index(before, guint, number) > 0 && g_array_index(after, guint, number) == 0)
			g_ptr_array_add(filter->files, file);
	}
}

static bool apply(struct survey *survey, const struct tree *tree, GError **error)
{
	struct search search;
	search_init(&search, survey->store);
	bool good = search_run(&search, tree, SORT_DOCUMENT, error);
	g_autoptr(GByteArray) kept = g_byte_array_sized_new(survey->all->len);
	g_byte_array_set_size(kept, survey->all->len);
	memset(kept->data, 0, survey->all->len);
	for (guint n = 0; good && n < search.hits->len; n++) {
		guint32 docid = g_array_index(search.hits, struct store_hit, n).docid;
		const GArray *copies = g_hash_table_lookup(search.copies, GUINT_TO_POINTER(docid));
		keep(survey, kept, docid);
		for (guint k = 0; copies && k < copies->len; k++)
			keep(survey, kept, g_array_index(copies, guint32, k));
	}
	search_clear(&search);
	if (!good)
		return false;
	struct scope_filter *filter = g_new0(struct scope_filter, 1);
	filter->files = g_ptr_array_new();
	filter->printed = tree_print(tree);
	filter->described = describe_tree(tree);
	g_ptr_array_add(survey->scope->filters, filter);
	g_autoptr(GArray) before = count_left(survey);
	for (guint n = 0; n < survey->all->len; n++)
		filter->paragraphs += survey->left->data[n] - kept->data[n];
	memcpy(survey->left->data, kept->data, survey->all->len);
	g_autoptr(GArray) after = count_left(survey);
	note_files(filter, survey, before, after);
	return true;
}

static GPtrArray *unread_fate(const struct pack_scope *scope, const struct store_file *file)
{
	if (file->reason && strstr(file->reason, STORE_SCANNED))
		return scope->scanned;
	return file->status == STATUS_UNREADABLE ? scope->failed : scope->empty;
}

static void part_files(struct survey *survey)
{
	struct pack_scope *scope = survey->scope;
	g_autoptr(GHashTable) numbers = number_terms(survey->terms);
	g_autoptr(GArray) left = count_left(survey);
	for (guint n = 0; n < scope->files->len; n++) {
		struct store_file *file = g_ptr_array_index(scope->files, n);
		guint number = number_of(numbers, file);
		bool is_left = number > 0 && g_array_index(left, guint, number) > 0;
		GPtrArray *fate =
			file->searchable > 0 ? (is_left ? scope->searched : scope->excluded) : unread_fate(scope, file);
		g_ptr_array_add(fate, file);
		if (file->searchable > 0 && file->reason)
			g_ptr_array_add(scope->partial, file);
		if (file->searchable > 0 && !file->first_date)
			g_ptr_array_add(scope->undated, file);
	}
}

static GArray *hits_left(const struct survey *survey)
{
	GArray *hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit));
	for (guint n = 0; n < survey->all->len; n++)
		if (survey->left->data[n])
			g_array_append_val(hits, g_array_index(survey->all, struct store_hit, n));
	return hits;
}

/* Of a term under `prefix` alone how many of what is left have it. */
static bool count_term(guint *count, const struct survey *survey, const char *term, GError **error)
{
	g_autoptr(GArray) hits = NULL;
	struct store_query *query = store_query_term(term);
	bool good = store_search(&hits, survey->store, query, SORT_DOCUMENT, error);
	store_query_free(query);
	for (guint n = 0; good && n < hits->len; n++) {
		guint32 docid = g_array_index(hits, struct store_hit, n).docid;
		guint at = GPOINTER_TO_UINT(g_hash_table_lookup(survey->index, GUINT_TO_POINTER(docid)));
		*count += at > 0 && survey->left->data[at - 1];
	}
	return good;
}

/* Those that any of what is left has. */
static bool count_terms(GPtrArray *counts, const struct survey *survey, const char *prefix, GError **error)
{
	g_autoptr(GPtrArray) terms = NULL;
	if (!store_terms(&terms, survey->store, prefix, error))
		return false;
	for (guint n = 0; n < terms->len; n++) {
		const char *name = g_ptr_array_index(terms, n);
		g_autofree char *term = g_strconcat(prefix, name, NULL);
		guint count = 0;
		if (!count_term(&count, survey, term, error))
			return false;
		if (count == 0)
			continue;
		struct scope_count *value = g_new0(struct scope_count, 1);
		*value = (struct scope_count){g_strdup(name), count};
		g_ptr_array_add(counts, value);
	}
	return true;
}

static void find_span(struct pack_scope *scope)
{
	for (guint n = 0; n < scope->bodies->len; n++) {
		const struct scope_body *body = g_ptr_array_index(scope->bodies, n);
		if (*body->first && (!*scope->first || strcmp(body->first, scope->first) < 0))
			g_strlcpy(scope->first, body->first, sizeof(scope->first));
		if (strcmp(body->last, scope->last) > 0)
			g_strlcpy(scope->last, body->last, sizeof(scope->last));
	}
}

static bool describe_left(struct survey *survey, GError **error)
{
	struct pack_scope *scope = survey->scope;
	g_autoptr(GArray) hits = hits_left(survey);
	scope->searched_paragraphs = hits->len;
	for (guint n = 0; n < hits->len; n++)
		g_array_append_val(scope->docids, g_array_index(hits, struct store_hit, n).docid);
	if (!pack_bodies_survey(&scope->bodies, survey->store, hits, error))
		return false;
	find_span(scope);
	/* The year's terms, without those of longer prefixes, are "Y2016". */
	return count_terms(scope->types, survey, field_find(span_of("type"))->prefix, error) &&
	       count_terms(scope->years, survey, "Y", error) &&
	       count_terms(scope->topics, survey, field_find(span_of("topic"))->prefix, error);
}

bool pack_scope_survey(struct pack_scope *scope, struct store *store, const GPtrArray *filters, GError **error)
{
	struct survey survey = {.scope = scope, .store = store, .index = g_hash_table_new(NULL, NULL)};
	bool good = store_file_list(&scope->files, store, error) && store_gone_list(&scope->gone, store, error) &&
		    find_all(&survey, error);
	for (guint n = 0; good && n < filters->len; n++)
		good = apply(&survey, g_ptr_array_index(filters, n), error);
	if (good)
		part_files(&survey);
	good = good && describe_left(&survey, error);
	g_clear_pointer(&survey.all, g_array_unref);
	g_clear_pointer(&survey.left, g_byte_array_unref);
	g_clear_pointer(&survey.terms, g_ptr_array_unref);
	g_clear_pointer(&survey.of, g_array_unref);
	g_hash_table_unref(survey.index);
	return good;
}
