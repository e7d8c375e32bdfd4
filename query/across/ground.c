/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "ground.h"

#include "period.h"

/* Fields that tell papers apart and not the paragraphs in them. */
static const char *const paper_fields[] = {"body", "council", "type", "file", "date", NULL};

void ground_init(struct ground *ground)
{
	*ground = (struct ground){
		.meetings = g_array_new(FALSE, FALSE, sizeof(struct ground_meeting)),
		.first_hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit)),
		.last_hits = g_array_new(FALSE, FALSE, sizeof(struct store_hit)),
	};
}

void ground_clear(struct ground *ground)
{
	g_array_unref(ground->meetings);
	g_array_unref(ground->first_hits);
	g_array_unref(ground->last_hits);
	*ground = (struct ground){0};
}

static void find_other(const struct tree *node, bool negated, void *has_other)
{
	(void)negated;
	bool is_group = node->op == TREE_AND || node->op == TREE_OR || node->op == TREE_NOT;
	if (!is_group && (node->op != TREE_FIELD || !g_strv_contains(paper_fields, node->field->name)))
		*(bool *)has_other = true;
}

static void add_part(GPtrArray *parts, const struct tree *part)
{
	bool has_other = false;
	tree_walk(part, find_other, &has_other);
	if (!has_other)
		g_ptr_array_add(parts, (gpointer)part);
}

static void narrow(struct ground *ground, const struct tree *part)
{
	if (part->op != TREE_FIELD || part->field->kind != FIELD_DATE) {
		ground->is_narrowed = true;
		return;
	}
	if (strcmp(part->low, ground->low) > 0)
		g_strlcpy(ground->low, part->low, sizeof(ground->low));
	if (*part->high && (!*ground->high || strcmp(part->high, ground->high) < 0))
		g_strlcpy(ground->high, part->high, sizeof(ground->high));
}

/* What every hit must have and what is said of papers alone. */
static GPtrArray *paper_parts(struct ground *ground, const struct tree *tree)
{
	GPtrArray *parts = g_ptr_array_new();
	if (tree->op != TREE_AND)
		add_part(parts, tree);
	for (guint n = 0; tree->op == TREE_AND && n < tree->children->len; n++)
		add_part(parts, tree_child(tree, n));
	for (guint n = 0; n < parts->len; n++)
		narrow(ground, g_ptr_array_index(parts, n));
	return parts;
}

static bool search_all(GArray **hits, struct store *store, GError **error)
{
	struct store_query *query = store_query_new(STORE_ALL);
	g_autoptr(GHashTable) copies = fold_table_new();
	bool good = store_search(hits, store, query, SORT_DOCUMENT, error) && fold_hits(*hits, copies, store, error);
	store_query_free(query);
	return good;
}

static bool search_parts(GArray **hits, struct search *search, GPtrArray *parts, GError **error)
{
	if (parts->len == 0)
		return search_all(hits, search->store, error);
	const struct tree all = {.op = TREE_AND, .children = parts};
	struct search papers;
	search_init(&papers, search->store);
	const struct tree *tree = parts->len == 1 ? g_ptr_array_index(parts, 0) : &all;
	bool good = search_run(&papers, tree, SORT_DOCUMENT, error);
	*hits = good ? g_array_ref(papers.hits) : NULL;
	search_clear(&papers);
	return good;
}

/* Terms under a prefix and which of them each record has: numbers from 1, 0 for none. */
struct grouping {
	GPtrArray *terms;
	GArray *of;
};

static void grouping_clear(struct grouping *grouping)
{
	g_clear_pointer(&grouping->terms, g_ptr_array_unref);
	g_clear_pointer(&grouping->of, g_array_unref);
}

static guint group_at(const struct grouping *grouping, guint n)
{
	return g_array_index(grouping->of, guint, n);
}

enum { BY_DATE, BY_COUNCIL, BY_BODY, BY_COUNT };

static bool group_all(struct grouping *by, struct store *store, const GArray *hits, GError **error)
{
	const char *const prefixes[BY_COUNT] = {field_find(span_of("date"))->prefix,
						field_find(span_of("council"))->whole,
						field_find(span_of("body"))->whole};
	for (int n = 0; n < BY_COUNT; n++)
		if (!store_group(&by[n].terms, &by[n].of, store, hits, prefixes[n], error))
			return false;
	return true;
}

static void keep_edges(struct ground *ground, const char *day, struct store_hit hit)
{
	if (!*day)
		return;
	int by_first = *ground->first ? strcmp(day, ground->first) : -1;
	int by_last = *ground->last ? strcmp(day, ground->last) : 1;
	if (by_first < 0) {
		g_array_set_size(ground->first_hits, 0);
		g_strlcpy(ground->first, day, sizeof(ground->first));
	}
	if (by_last > 0) {
		g_array_set_size(ground->last_hits, 0);
		g_strlcpy(ground->last, day, sizeof(ground->last));
	}
	if (by_first <= 0)
		g_array_append_val(ground->first_hits, hit);
	if (by_last >= 0)
		g_array_append_val(ground->last_hits, hit);
}

static int compare_meetings(gconstpointer a, gconstpointer b)
{
	const struct ground_meeting *left = a;
	const struct ground_meeting *right = b;
	int order = strcmp(left->day, right->day);
	if (order == 0)
		order = (left->body > right->body) - (left->body < right->body);
	return order != 0 ? order : (left->council > right->council) - (left->council < right->council);
}

/* The meeting that is like `like` in day, council and body; added where there is none. `known` has its number in the list,
 * from 1. */
static struct ground_meeting *find_meeting(struct ground *ground, GHashTable *known, const struct ground_meeting *like)
{
	g_autofree char *key = g_strdup_printf("%s %u %u", like->day, like->council, like->body);
	guint at = GPOINTER_TO_UINT(g_hash_table_lookup(known, key));
	if (at == 0) {
		g_array_append_val(ground->meetings, *like);
		at = ground->meetings->len;
		g_hash_table_insert(known, g_steal_pointer(&key), GUINT_TO_POINTER(at));
	}
	return &g_array_index(ground->meetings, struct ground_meeting, at - 1);
}

static void count_hit(struct ground *ground, struct ground_meeting *meeting, struct store_hit hit)
{
	meeting->hits++;
	keep_edges(ground, meeting->day, hit);
}

/* A hit that is not among the papers searched is furniture, which has no terms of its meeting. */
static bool count_furniture(struct ground *ground, GHashTable *known, struct store *store, struct store_hit hit,
			    GError **error)
{
	g_autofree char *order = NULL;
	if (!store_place(&order, store, hit.docid, error))
		return false;
	struct ground_meeting like = {.docid = hit.docid};
	struct field_place place;
	if (field_place_read(&place, span_of(order)) && !span_equal(place.date, span_of(FIELDS_UNDATED)))
		period_from_digits(like.day, place.date.ptr);
	count_hit(ground, find_meeting(ground, known, &like), hit);
	return true;
}

/* Takes those that are hits out of `hits`, a set of docids. */
static void count_papers(struct ground *ground, GHashTable *known, GHashTable *hits, const GArray *papers,
			 const struct grouping *by)
{
	for (guint n = 0; n < papers->len; n++) {
		struct store_hit paper = g_array_index(papers, struct store_hit, n);
		struct ground_meeting like = {.council = group_at(&by[BY_COUNCIL], n),
					      .body = group_at(&by[BY_BODY], n)};
		guint day = group_at(&by[BY_DATE], n);
		if (day > 0)
			period_from_digits(like.day, g_ptr_array_index(by[BY_DATE].terms, day - 1));
		struct ground_meeting *meeting = find_meeting(ground, known, &like);
		meeting->docid = paper.docid;
		meeting->paragraphs++;
		if (g_hash_table_remove(hits, GUINT_TO_POINTER(paper.docid)))
			count_hit(ground, meeting, paper);
	}
}

static bool count(struct ground *ground, struct search *search, const GArray *papers, GError **error)
{
	g_autoptr(GHashTable) hits = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint n = 0; n < search->hits->len; n++)
		g_hash_table_add(hits, GUINT_TO_POINTER(g_array_index(search->hits, struct store_hit, n).docid));
	struct grouping by[BY_COUNT] = {0};
	bool good = group_all(by, search->store, papers, error);
	if (good)
		count_papers(ground, known, hits, papers, by);
	for (guint n = 0; good && g_hash_table_size(hits) > 0 && n < search->hits->len; n++) {
		struct store_hit hit = g_array_index(search->hits, struct store_hit, n);
		if (g_hash_table_contains(hits, GUINT_TO_POINTER(hit.docid)))
			good = count_furniture(ground, known, search->store, hit, error);
	}
	for (int n = 0; n < BY_COUNT; n++)
		grouping_clear(&by[n]);
	return good;
}

static bool is_same_but_council(const struct ground_meeting *a, const struct ground_meeting *b)
{
	return a->body > 0 && a->body == b->body && strcmp(a->day, b->day) == 0;
}

/* Meetings of one day and body, in the order of compare_meetings: a paper that does not name its council tells of the same
 * meeting as those that do, where they name but one. */
static void join_nameless(GArray *meetings)
{
	for (guint n = 0; n + 1 < meetings->len; n++) {
		struct ground_meeting *nameless = &g_array_index(meetings, struct ground_meeting, n);
		struct ground_meeting *named = nameless + 1;
		if (nameless->council > 0 || named->council == 0 || !is_same_but_council(nameless, named))
			continue;
		if (n + 2 < meetings->len && is_same_but_council(nameless, named + 1))
			continue;
		named->paragraphs += nameless->paragraphs;
		named->hits += nameless->hits;
		g_array_remove_index(meetings, n);
	}
}

bool ground_survey(struct ground *ground, struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GPtrArray) parts = paper_parts(ground, tree);
	g_autoptr(GArray) papers = NULL;
	if (!search_parts(&papers, search, parts, error))
		return false;
	bool good = count(ground, search, papers, error);
	g_array_sort(ground->meetings, compare_meetings);
	join_nameless(ground->meetings);
	return good;
}
