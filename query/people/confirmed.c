/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "confirmed.h"

static struct tree *day_leaf(const char *date)
{
	struct tree *leaf = tree_whole("date", date);
	g_strlcpy(leaf->low, date, sizeof(leaf->low));
	g_strlcpy(leaf->high, date, sizeof(leaf->high));
	return leaf;
}

/* The minutes of the body's meeting on that day. */
static struct tree *meeting_tree(const struct record *record, const char *date)
{
	struct tree *all = tree_new(TREE_AND);
	tree_add(all, tree_whole("type", record_type_name(TYPE_MINUTES)));
	tree_add(all, day_leaf(date));
	if (record->body)
		tree_add(all, tree_whole("body", record->body));
	if (record->council)
		tree_add(all, tree_whole("council", record->council));
	return all;
}

/* Adds the meetings whose minutes the record confirms, each once. */
static void add_meetings(struct tree *any, GHashTable *seen, const struct record *record)
{
	if (!record->body && !record->council)
		return;
	for (guint i = 0; i < record->confirms->len; i++) {
		const char *date = g_ptr_array_index(record->confirms, i);
		bool is_later = !record->date || strcmp(record->date, date) > 0;
		if (!is_later || strlen(date) != strlen("2016-05-26"))
			continue;
		struct tree *meeting = meeting_tree(record, date);
		if (g_hash_table_add(seen, tree_print(meeting)))
			tree_add(any, meeting);
		else
			tree_free(meeting);
	}
}

/* Everything whose minutes some paper confirms: an OR, with nothing in it where none does. */
static bool find_confirmed(struct tree *any, struct store *store, GError **error)
{
	const struct field *field = field_find(span_of("confirms"));
	g_autoptr(GPtrArray) dates = NULL;
	if (!store_terms(&dates, store, field->prefix, error))
		return false;
	struct store_query *query = store_query_new(STORE_OR);
	for (guint i = 0; i < dates->len; i++) {
		g_autofree char *term = g_strconcat(field->prefix, g_ptr_array_index(dates, i), NULL);
		store_query_add(query, store_query_term(term));
	}
	g_autoptr(GArray) hits = NULL;
	bool good = store_search(&hits, store, query, SORT_DOCUMENT, error);
	store_query_free(query);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; good && i < hits->len; i++) {
		struct record record;
		record_init(&record);
		good = store_fetch(&record, store, g_array_index(hits, struct store_hit, i).docid, error);
		if (good)
			add_meetings(any, seen, &record);
		record_clear(&record);
	}
	return good;
}

/* The records with that flag of their own. */
static struct tree *flag_leaf(const char *flag)
{
	return tree_whole("is", flag);
}

static struct tree *meaning_of(struct tree *confirmed, bool is_draft)
{
	if (!is_draft)
		return confirmed ? confirmed : flag_leaf("confirmed");
	struct tree *marked = flag_leaf("draft");
	if (!confirmed)
		return marked;
	struct tree *all = tree_new(TREE_AND), *not = tree_new(TREE_NOT);
	tree_add(not, confirmed);
	tree_add(all, marked);
	tree_add(all, not );
	return all;
}

bool confirmed_resolve(struct tree *tree, struct store *store, GError **error)
{
	bool is_flag = tree->op == TREE_FIELD && strcmp(tree->field->name, "is") == 0;
	bool is_draft = is_flag && g_ascii_strcasecmp(tree->text, "draft") == 0;
	if (is_draft || (is_flag && g_ascii_strcasecmp(tree->text, "confirmed") == 0)) {
		struct tree *any = tree_new(TREE_OR);
		bool good = find_confirmed(any, store, error);
		tree_free(tree->meaning);
		tree->meaning = meaning_of(tree_simplify(any), is_draft);
		return good;
	}
	for (guint n = 0; n < tree->children->len; n++)
		if (!confirmed_resolve(g_ptr_array_index(tree->children, n), store, error))
			return false;
	return true;
}
