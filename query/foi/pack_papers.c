/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdlib.h>

#include "neighbours.h"
#include "pack_gather.h"

static void add_once(GPtrArray *list, const char *text)
{
	if (text && *text && !g_ptr_array_find_with_equal_func(list, text, g_str_equal, NULL))
		g_ptr_array_add(list, g_strdup(text));
}

/* "minute 152 (Item B3)". */
static void add_item(struct pack_paper *paper, const struct record *record)
{
	g_autofree char *item = record->agenda_item ? g_strdup_printf("Item %s", record->agenda_item) : NULL;
	g_autofree char *minute = record->minute ? g_strdup_printf("minute %s", record->minute) : NULL;
	g_autofree char *both = minute && item ? g_strdup_printf("%s (%s)", minute, item) : NULL;
	add_once(paper->items, both ? both : minute ? minute : item);
}

/* "p. 14", as a citation has it. */
static void add_place(struct pack_paper *paper, const struct record *record)
{
	g_autofree char *label = record->page_label ? g_strdup_printf("p. %s", record->page_label) : NULL;
	g_autofree char *number = record->page > 0 ? g_strdup_printf("p. %d", record->page) : NULL;
	add_once(paper->places, label ? label : number);
}

static struct pack_paper *paper_new(const struct record *record)
{
	struct pack_paper *paper = g_new0(struct pack_paper, 1);
	GPtrArray **const lists[] = {&paper->bodies, &paper->items,           &paper->titles,
				     &paper->types,  &paper->classifications, &paper->places};
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		*lists[n] = g_ptr_array_new_with_free_func(g_free);
	paper->shown = g_ptr_array_new();
	paper->path = record->path;
	return paper;
}

/* The paper of a record; added where there is none yet. The file's bytes are part of its id, so that two indexes may have
 * another paper under the same path. */
static struct pack_paper *find_paper(struct pack *pack, GHashTable *known, const struct record *record)
{
	const char *hash = strchr(record->id, '#');
	g_autofree char *key =
		g_strdup_printf("%.*s %s", (int)(hash ? hash - record->id : 0), record->id, record->path);
	struct pack_paper *paper = g_hash_table_lookup(known, key);
	if (paper)
		return paper;
	paper = paper_new(record);
	g_ptr_array_add(pack->papers, paper);
	g_hash_table_insert(known, g_steal_pointer(&key), paper);
	return paper;
}

static void tell_paper(struct pack_paper *paper, const struct record *record)
{
	add_once(paper->bodies, record->body ? record->body : record->council);
	add_item(paper, record);
	add_once(paper->titles, record->title);
	add_once(paper->types, record_type_name(record->type));
	add_once(paper->classifications, record->classification);
	add_place(paper, record);
	paper->url = paper->url ? paper->url : record->url;
	if (!record->date)
		return;
	if (!*paper->first || strcmp(record->date, paper->first) < 0)
		g_strlcpy(paper->first, record->date, sizeof(paper->first));
	if (strcmp(record->date, paper->last) > 0)
		g_strlcpy(paper->last, record->date, sizeof(paper->last));
}

/* One place of an extract, with the paper it stands in. */
struct place {
	struct pack_paper *paper;
	struct pack_hit *hit;
	struct pack_copy *copy; /* NULL: the extract itself */
	guint number;           /* of the record */
};

static int compare_places(gconstpointer a, gconstpointer b)
{
	const struct place *left = a;
	const struct place *right = b;
	return (left->number > right->number) - (left->number < right->number);
}

static GArray *list_places(struct pack *pack)
{
	GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
	g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint n = 0; n < pack->hits->len; n++) {
		struct pack_hit *hit = pack_hit_at(pack, n);
		struct place place = {find_paper(pack, known, &hit->record), hit, NULL, record_number(&hit->record)};
		g_array_append_val(places, place);
		for (guint k = 0; k < hit->copies->len; k++) {
			struct pack_copy *copy = g_ptr_array_index(hit->copies, k);
			struct place other = {find_paper(pack, known, &copy->record), hit, copy,
					      record_number(&copy->record)};
			g_array_append_val(places, other);
		}
	}
	g_array_sort(places, compare_places);
	return places;
}

static gint compare_papers(gconstpointer a, gconstpointer b)
{
	const struct pack_paper *left = *(const struct pack_paper *const *)a;
	const struct pack_paper *right = *(const struct pack_paper *const *)b;
	if (!*left->first != !*right->first)
		return *left->first ? -1 : 1;
	int order = strcmp(left->first, right->first);
	return order != 0 ? order : strcmp(left->path, right->path);
}

static void number_papers(struct pack *pack)
{
	g_ptr_array_sort(pack->papers, compare_papers);
	for (guint n = 0; n < pack->papers->len; n++)
		pack_paper_at(pack, n)->number = n + 1;
}

/* Numbers everything in the places, which stand in the order of their records. */
static void number_places(const GArray *places)
{
	for (guint n = 0; n < places->len; n++) {
		struct place *place = &g_array_index(places, struct place, n);
		if (place->copy) {
			place->copy->paper = place->paper->number;
			place->paper->copies++;
			g_ptr_array_add(place->paper->shown, place->hit);
		} else {
			place->hit->paper = place->paper->number;
			place->hit->number = ++place->paper->hits;
		}
	}
}

static gint compare_hits(gconstpointer a, gconstpointer b)
{
	const struct pack_hit *left = *(const struct pack_hit *const *)a;
	const struct pack_hit *right = *(const struct pack_hit *const *)b;
	if (left->paper != right->paper)
		return left->paper < right->paper ? -1 : 1;
	return (left->number > right->number) - (left->number < right->number);
}

static void order_hits(struct pack *pack)
{
	g_ptr_array_sort(pack->hits, compare_hits);
	for (guint n = pack->hits->len; n > 0; n--)
		pack_paper_at(pack, pack_hit_at(pack, n - 1)->paper - 1)->first_hit = n - 1;
}

static bool has_bytes(const struct store_file *file, const char *id)
{
	const char *hash = strchr(id, '#');
	return file->sha256 && hash && strncmp(file->sha256, id, (size_t)(hash - id)) == 0;
}

/* The ledger's entry; of several under one path the one with the same bytes. */
static const struct store_file *find_file(const struct pack *pack, const char *path, const char *id)
{
	const struct store_file *found = NULL;
	for (guint n = 0; n < pack->scope.files->len; n++) {
		const struct store_file *file = g_ptr_array_index(pack->scope.files, n);
		if (strcmp(file->path, path) == 0 && (!found || has_bytes(file, id)))
			found = file;
	}
	return found;
}

/* The last record of a file stands on its last page. */
static bool count_pages(struct pack_paper *paper, struct store *store, const struct record *record, GError **error)
{
	struct record *last = NULL;
	if (!paper->file || paper->file->records == 0 || record->page == 0)
		return true;
	if (!neighbours_at(&last, store, record, paper->file->records, error))
		return false;
	if (last)
		paper->pages = (guint)MAX(last->page_end, last->page);
	record_free(last);
	return true;
}

static bool find_files(struct pack *pack, const GArray *places, GError **error)
{
	for (guint n = 0; n < places->len; n++) {
		const struct place *place = &g_array_index(places, struct place, n);
		const struct record *record = place->copy ? &place->copy->record : &place->hit->record;
		if (place->paper->file)
			continue;
		place->paper->file = find_file(pack, record->path, record->id);
		if (!count_pages(place->paper, pack->search.store, record, error))
			return false;
	}
	return true;
}

/* How many papers hold an answer to each query. */
static void count_papers(struct pack *pack, const GArray *places)
{
	for (guint q = 0; q < pack->queries->len; q++) {
		g_autoptr(GHashTable) papers = g_hash_table_new(NULL, NULL);
		for (guint n = 0; n < places->len; n++) {
			const struct place *place = &g_array_index(places, struct place, n);
			if (pack_answers(pack, place->hit, q + 1))
				g_hash_table_add(papers, place->paper);
		}
		pack_query_at(pack, q)->papers = g_hash_table_size(papers);
	}
}

bool pack_gather_papers(struct pack *pack, GError **error)
{
	g_autoptr(GArray) places = list_places(pack);
	for (guint n = 0; n < places->len; n++) {
		const struct place *place = &g_array_index(places, struct place, n);
		tell_paper(place->paper, place->copy ? &place->copy->record : &place->hit->record);
	}
	number_papers(pack);
	number_places(places);
	order_hits(pack);
	count_papers(pack, places);
	return find_files(pack, places, error);
}
