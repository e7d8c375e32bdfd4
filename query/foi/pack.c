/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack.h"

#include "fault.h"
#include "pack_gather.h"
#include "text.h"
#include "value.h"

/* How often the gathering begins anew because an index changed under it. */
#define ATTEMPTS 5

static void index_free(gpointer data)
{
	struct pack_index *index = data;
	g_free(index->place);
	g_free(index->uuid);
	g_free(index);
}

void pack_part_free(gpointer data)
{
	struct pack_part *part = data;
	g_free(part->printed);
	g_free(part->described);
	g_free(part->stems);
	g_free(part);
}

void pack_form_free(gpointer data)
{
	struct pack_form *form = data;
	g_free(form->text);
	g_free(form);
}

void pack_near_free(gpointer data)
{
	struct pack_near *near = data;
	g_free(near->what);
	g_free(near->instead);
	g_free(near);
}

static void query_free(gpointer data)
{
	struct pack_query *query = data;
	g_free(query->understood);
	g_free(query->printed);
	g_free(query->index_query);
	g_ptr_array_unref(query->parts);
	g_ptr_array_unref(query->forms);
	g_ptr_array_unref(query->near);
	g_ptr_array_unref(query->notes);
	g_clear_pointer(&query->joined.children, g_ptr_array_unref);
	g_free(query);
}

static void hit_free(gpointer data)
{
	struct pack_hit *hit = data;
	record_clear(&hit->record);
	g_ptr_array_unref(hit->copies);
	g_clear_pointer(&hit->flags, g_array_unref);
	g_free(hit);
}

static void paper_free(gpointer data)
{
	struct pack_paper *paper = data;
	GPtrArray *const lists[] = {paper->bodies,          paper->items,  paper->titles, paper->types,
				    paper->classifications, paper->places, paper->shown};
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		g_ptr_array_unref(lists[n]);
	g_free(paper);
}

static void combination_free(gpointer data)
{
	struct pack_combination *combination = data;
	g_array_unref(combination->queries);
	g_free(combination);
}

static void joined_free(gpointer data)
{
	struct tree *tree = data;
	g_ptr_array_unref(tree->children);
	g_free(tree);
}

static void answer_free(gpointer data)
{
	struct pack_answer *answer = data;
	g_array_unref(answer->queries);
	g_free(answer);
}

static void begin(struct pack *pack)
{
	pack->indexes = g_ptr_array_new_with_free_func(index_free);
	pack->queries = g_ptr_array_new_with_free_func(query_free);
	pack->hits = g_ptr_array_new_with_free_func(hit_free);
	pack->papers = g_ptr_array_new_with_free_func(paper_free);
	pack->combinations = g_ptr_array_new_with_free_func(combination_free);
	pack->answers = g_hash_table_new_full(NULL, NULL, NULL, answer_free);
	pack->copies = pack->restricted_hits = pack->restricted_papers = 0;
	pack_scope_init(&pack->scope);
}

static void end(struct pack *pack)
{
	g_ptr_array_unref(pack->indexes);
	/* Papers look into hits. */
	g_ptr_array_unref(pack->papers);
	g_ptr_array_unref(pack->hits);
	g_ptr_array_unref(pack->queries);
	g_ptr_array_unref(pack->combinations);
	g_hash_table_unref(pack->answers);
	g_clear_pointer(&pack->sensitive, sensitive_free);
	pack_scope_clear(&pack->scope);
}

/* SOURCE_DATE_EPOCH is seconds since 1970, see reproducible-builds.org/specs/source-date-epoch. */
static char *print_now(void)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	guint64 seconds = 0;
	bool is_given = epoch && g_ascii_string_to_unsigned(epoch, 10, 0, 253402300799, &seconds, NULL);
	g_autoptr(GDateTime) now =
		is_given ? g_date_time_new_from_unix_utc((gint64)seconds) : g_date_time_new_now_utc();
	return g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
}

static struct tree *join_filters(GPtrArray *alike)
{
	struct tree *any = g_new0(struct tree, 1);
	*any = (struct tree){.op = TREE_OR, .children = g_ptr_array_ref(alike)};
	return any;
}

/* The same field twice is OR, as in a query. */
static void add_filters(struct pack *pack, const GPtrArray *filters)
{
	for (guint n = 0; n < filters->len; n++) {
		const struct tree *filter = g_ptr_array_index(filters, n);
		g_autoptr(GPtrArray) alike = g_ptr_array_new();
		bool is_first = true;
		for (guint k = 0; k < filters->len; k++) {
			struct tree *other = g_ptr_array_index(filters, k);
			if (other->field != filter->field)
				continue;
			is_first = is_first && k >= n;
			g_ptr_array_add(alike, other);
		}
		if (!is_first)
			continue;
		if (alike->len > 1)
			g_ptr_array_add(pack->joined, join_filters(alike));
		g_ptr_array_add(pack->filters,
				alike->len > 1 ? pack->joined->pdata[pack->joined->len - 1] : (gpointer)filter);
	}
}

void pack_init(struct pack *pack, struct store *store, const struct options *options)
{
	*pack = (struct pack){
		.options = options,
		.made = print_now(),
		.filters = g_ptr_array_new(),
		.joined = g_ptr_array_new_with_free_func(joined_free),
		.unrestricted = tree_new(TREE_NOT),
	};
	search_init(&pack->search, store);
	struct tree *inner = NULL;
	/* One of the field's own choices cannot fail. */
	value_parse(&pack->restricted, field_find(span_of("is")), span_of("restricted"), false, NULL);
	value_parse(&inner, field_find(span_of("is")), span_of("restricted"), false, NULL);
	tree_add(pack->unrestricted, inner);
	add_filters(pack, options->filters);
	if (options->period)
		g_ptr_array_add(pack->filters, options->period);
	if (!options->request.include_restricted)
		g_ptr_array_add(pack->filters, pack->unrestricted);
	begin(pack);
}

void pack_clear(struct pack *pack)
{
	end(pack);
	search_clear(&pack->search);
	g_free(pack->made);
	g_ptr_array_unref(pack->filters);
	g_ptr_array_unref(pack->joined);
	tree_free(pack->restricted);
	tree_free(pack->unrestricted);
	*pack = (struct pack){0};
}

static bool read_index(struct pack_index *index, const char *place, GError **error)
{
	struct store *store = NULL;
	struct store_stats stats = {0};
	bool good = store_open(&store, place, STORE_READ, error) && store_stats_get(&stats, store, error);
	if (good) {
		index->place = text_repair(span_of(place), NULL);
		index->uuid = stats.uuid;
		index->revision = stats.revision;
		index->files = stats.files;
		index->paragraphs = stats.searchable;
		index->furniture = stats.records - stats.searchable;
		index->is_remote = store_is_remote(store);
	}
	store_close(store);
	return good;
}

static bool read_indexes(struct pack *pack, GError **error)
{
	for (char **place = pack->options->indexes; *place; place++) {
		g_ptr_array_add(pack->indexes, g_new0(struct pack_index, 1));
		if (!read_index(g_ptr_array_index(pack->indexes, pack->indexes->len - 1), *place, error))
			return false;
	}
	return true;
}

bool pack_check(const struct pack *pack, GError **error)
{
	for (guint n = 0; n < pack->indexes->len; n++) {
		const struct pack_index *then = g_ptr_array_index(pack->indexes, n);
		struct pack_index now = {0};
		if (!read_index(&now, pack->options->indexes[n], error))
			return false;
		bool is_same = now.revision == then->revision && g_strcmp0(now.uuid, then->uuid) == 0;
		g_free(now.place);
		g_free(now.uuid);
		if (is_same)
			continue;
		g_set_error(error, FAULT, FAULT_LOCKED, "%s: the index changed while it was read; try again",
			    then->place);
		return false;
	}
	return true;
}

static bool gather(struct pack *pack, const GPtrArray *questions, GError **error)
{
	bool good = read_indexes(pack, error) &&
		    pack_scope_survey(&pack->scope, pack->search.store, pack->filters, error) &&
		    pack_gather_queries(pack, questions, error) && pack_gather_hits(pack, error) &&
		    pack_gather_papers(pack, error) && pack_gather_flags(pack, error);
	if (good)
		pack_gather_forms(pack);
	return good && pack_check(pack, error);
}

bool pack_gather(struct pack *pack, const GPtrArray *questions, GError **error)
{
	for (int attempt = 1;; attempt++) {
		GError *trouble = NULL;
		end(pack);
		begin(pack);
		if (store_refresh(pack->search.store, error) && gather(pack, questions, &trouble))
			return true;
		if (!trouble)
			return false;
		if (attempt == ATTEMPTS || !g_error_matches(trouble, FAULT, FAULT_LOCKED)) {
			g_propagate_error(error, trouble);
			return false;
		}
		g_error_free(trouble);
	}
}

char *pack_number(const struct pack_hit *hit)
{
	return g_strdup_printf("E%u.%u", hit->paper, hit->number);
}
