/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "roster.h"

struct roster {
	GHashTable *names; /* char *, "council\nname", to the hits that have it (guint in a GArray) */
};

/* The hits of one person. */
struct presence {
	struct roster_entry entry;
	GHashTable *hits;
};

static void free_hits(gpointer hits)
{
	g_array_unref(hits);
}

struct roster *roster_new(void)
{
	struct roster *roster = g_new(struct roster, 1);
	roster->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_hits);
	return roster;
}

void roster_free(struct roster *roster)
{
	if (!roster)
		return;
	g_hash_table_unref(roster->names);
	g_free(roster);
}

void roster_add(struct roster *roster, const char *name, const char *council, guint hit)
{
	g_autofree char *key = g_strjoin("\n", council ? council : "", name, NULL);
	GArray *hits = g_hash_table_lookup(roster->names, key);
	if (!hits) {
		hits = g_array_new(FALSE, FALSE, sizeof(guint));
		g_hash_table_insert(roster->names, g_steal_pointer(&key), hits);
	}
	g_array_append_val(hits, hit);
}

guint roster_size(const struct roster *roster)
{
	return g_hash_table_size(roster->names);
}

static void presence_free(gpointer data)
{
	struct presence *presence = data;
	g_free(presence->entry.name);
	g_hash_table_unref(presence->hits);
	g_free(presence);
}

static void add_hits(GHashTable *people, const char *key, const GArray *hits, const struct persons *persons)
{
	g_auto(GStrv) parts = g_strsplit(key, "\n", 2);
	const struct person *person = persons_find(persons, parts[1], *parts[0] ? parts[0] : NULL);
	gconstpointer identity = person ? (gconstpointer)person : (gconstpointer)key;
	struct presence *presence = g_hash_table_lookup(people, identity);
	if (!presence) {
		presence = g_new0(struct presence, 1);
		presence->entry.name = g_strdup(person ? person->name : parts[1]);
		presence->entry.is_unclear = person && person->is_unclear;
		presence->hits = g_hash_table_new(NULL, NULL);
		g_hash_table_insert(people, (gpointer)identity, presence);
	}
	for (guint n = 0; n < hits->len; n++)
		g_hash_table_add(presence->hits, GUINT_TO_POINTER(g_array_index(hits, guint, n)));
}

static int compare_entries(gconstpointer a, gconstpointer b)
{
	const struct roster_entry *left = a;
	const struct roster_entry *right = b;
	if (left->is_unclear != right->is_unclear)
		return left->is_unclear ? 1 : -1;
	if (left->hits != right->hits)
		return left->hits > right->hits ? -1 : 1;
	return strcmp(left->name, right->name);
}

static void entry_clear(gpointer data)
{
	g_free(((struct roster_entry *)data)->name);
}

GArray *roster_count(const struct roster *roster, const struct persons *persons)
{
	g_autoptr(GHashTable) people = g_hash_table_new_full(NULL, NULL, NULL, presence_free);
	GHashTableIter iter;
	gpointer key;
	gpointer value;
	g_hash_table_iter_init(&iter, roster->names);
	while (g_hash_table_iter_next(&iter, &key, &value))
		add_hits(people, key, value, persons);
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct roster_entry));
	g_array_set_clear_func(entries, entry_clear);
	g_hash_table_iter_init(&iter, people);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		struct presence *presence = value;
		struct roster_entry entry = presence->entry;
		entry.name = g_strdup(presence->entry.name);
		entry.hits = g_hash_table_size(presence->hits);
		g_array_append_val(entries, entry);
	}
	g_array_sort(entries, compare_entries);
	return entries;
}
