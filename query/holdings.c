/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "holdings.h"

#include <stdlib.h>

#include "fault.h"
#include "period.h"
#include "text.h"

/* How often it begins anew because the index changed under it. */
#define ATTEMPTS 5

void holdings_init(struct holdings *holdings)
{
	*holdings = (struct holdings){0};
	drift_init(&holdings->drift);
}

void holdings_clear(struct holdings *holdings)
{
	g_clear_pointer(&holdings->files, g_ptr_array_unref);
	g_clear_pointer(&holdings->gone, g_ptr_array_unref);
	g_clear_pointer(&holdings->bodies, g_ptr_array_unref);
	drift_clear(&holdings->drift);
}

static void count_file(struct holdings *holdings, const struct store_file *file)
{
	holdings->undated_papers += !file->first_date && file->searchable > 0;
	if (file->first_date && (!holdings->first || strcmp(file->first_date, holdings->first) < 0))
		holdings->first = file->first_date;
	if (file->last_date && (!holdings->last || strcmp(file->last_date, holdings->last) > 0))
		holdings->last = file->last_date;
}

static bool count_bodies(struct holdings *holdings, struct store *store, GError **error)
{
	struct search search;
	search_init(&search, store);
	struct store_query *all = store_query_new(STORE_ALL);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_ptr_array_add(names, (gpointer) "body");
	g_clear_pointer(&search.hits, g_array_unref);
	bool good = store_search(&search.hits, store, all, SORT_DOCUMENT, error) &&
		    facets_count(&holdings->bodies, names, &search, error);
	store_query_free(all);
	search_clear(&search);
	return good;
}

/* The records of all files are those that are there; FAULT_INDEX otherwise. */
static bool reconcile(const struct holdings *holdings, const struct store_stats *stats, GError **error)
{
	guint records = 0, searchable = 0;
	for (guint n = 0; n < holdings->files->len; n++) {
		const struct store_file *file = g_ptr_array_index(holdings->files, n);
		records += file->records;
		searchable += file->searchable;
	}
	if (records == stats->records && searchable == stats->searchable)
		return true;
	g_set_error(error, FAULT, FAULT_INDEX,
		    "index %s: damaged; its ledger tells of %u records and it has %u; minutes-index --check tells more",
		    holdings->place, records, stats->records);
	return false;
}

static bool read_once(struct holdings *holdings, GPtrArray **folders, GPtrArray **companions, struct store *store,
		      GError **error)
{
	struct store_stats before = {0}, after = {0};
	g_autofree char *undated = field_term(field_find(span_of("is")), span_of("undated"));
	bool good = store_stats_get(&before, store, error) && store_file_list(&holdings->files, store, error) &&
		    store_gone_list(&holdings->gone, store, error) && store_folder_list(folders, store, error) &&
		    store_companion_list(companions, store, error) &&
		    store_term_count(&holdings->undated, store, undated, error) &&
		    count_bodies(holdings, store, error) && store_stats_get(&after, store, error);
	g_free(before.uuid);
	g_free(after.uuid);
	if (good && before.revision != after.revision) {
		g_set_error(error, FAULT, FAULT_LOCKED, "index %s: changed while it was read; try again",
			    holdings->place);
		return false;
	}
	holdings->revision = after.revision;
	holdings->paragraphs = after.searchable;
	holdings->furniture = after.records - after.searchable;
	return good && reconcile(holdings, &after, error);
}

static void forget(struct holdings *holdings)
{
	g_clear_pointer(&holdings->files, g_ptr_array_unref);
	g_clear_pointer(&holdings->gone, g_ptr_array_unref);
	g_clear_pointer(&holdings->bodies, g_ptr_array_unref);
}

bool holdings_read(struct holdings *holdings, struct store *store, const char *place, GError **error)
{
	holdings->place = place;
	g_autoptr(GError) trouble = NULL;
	g_autoptr(GPtrArray) folders = NULL;
	g_autoptr(GPtrArray) companions = NULL;
	for (int attempt = 1; !read_once(holdings, &folders, &companions, store, &trouble); attempt++) {
		if (attempt == ATTEMPTS || !g_error_matches(trouble, FAULT, FAULT_LOCKED)) {
			g_propagate_error(error, g_steal_pointer(&trouble));
			return false;
		}
		g_clear_error(&trouble);
		g_clear_pointer(&folders, g_ptr_array_unref);
		g_clear_pointer(&companions, g_ptr_array_unref);
		forget(holdings);
		if (!store_refresh(store, error))
			return false;
	}
	for (guint n = 0; n < holdings->files->len; n++)
		count_file(holdings, g_ptr_array_index(holdings->files, n));
	standings_count(&holdings->standings, holdings->files, holdings->gone);
	holdings->is_local = !store_is_remote(store);
	if (holdings->is_local)
		drift_look(&holdings->drift,
			   &(struct drift_ground){holdings->files, folders, companions, holdings->place});
	return true;
}

G_GNUC_PRINTF(3, 4)
static void add_line(GString *out, const char *caption, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	g_autofree char *line = g_strdup_vprintf(format, args);
	va_end(args);
	g_autofree char *harmless = text_printable(span_of(line));
	g_string_append_printf(out, "  %-12s%s\n", caption, harmless);
}

static void add_dates(GString *out, const struct holdings *holdings)
{
	if (holdings->first) {
		g_autofree char *first = period_print_day(holdings->first);
		g_autofree char *last = period_print_day(holdings->last);
		add_line(out, "meetings", "%s to %s", first, last);
	}
	if (holdings->undated > 0)
		add_line(out, "undated", "%u %s in %u %s", holdings->undated,
			 holdings->undated == 1 ? "paragraph" : "paragraphs", holdings->undated_papers,
			 holdings->undated_papers == 1 ? "paper without any date" : "papers without any date");
}

static void add_bodies(GString *out, const struct facet *bodies)
{
	for (guint n = 0; n < bodies->values->len; n++) {
		const struct facet_value *value = &g_array_index(bodies->values, struct facet_value, n);
		add_line(out, n == 0 ? "bodies" : "", "%7u  %s", value->hits, value->name);
	}
	if (bodies->none > 0)
		add_line(out, bodies->values->len == 0 ? "bodies" : "", "%7u  (none)", bodies->none);
}

/* "8: 6 indexed, 1 empty, 1 unreadable; 2 gone" */
static void add_papers(GString *out, const struct holdings *holdings)
{
	g_autoptr(GString) line = g_string_new(NULL);
	g_string_append_printf(line, "%u", holdings->files->len);
	const char *mark = ": ";
	for (enum standing each = 0; each < STANDING_COUNT; each++) {
		if (holdings->standings.counts[each] == 0)
			continue;
		g_string_append_printf(line, "%s%u %s", each == STANDING_GONE ? "; " : mark,
				       holdings->standings.counts[each], standing_name(each));
		mark = ", ";
	}
	add_line(out, "papers", "%s", line->str);
}

static void add_list(GString *out, const char *caption, const GPtrArray *names)
{
	for (guint n = 0; n < names->len; n++)
		add_line(out, n == 0 ? caption : "", "%s", (const char *)g_ptr_array_index(names, n));
}

static void add_reasons(GString *out, const char *caption, const struct holdings *holdings, enum standing standing)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < holdings->files->len; n++) {
		const struct store_file *file = g_ptr_array_index(holdings->files, n);
		if (standing_of(file, false) == standing)
			g_ptr_array_add(lines, g_strdup_printf("%s: %s", file->path, file->reason));
	}
	add_list(out, caption, lines);
}

static void add_drift(GString *out, const struct drift *drift)
{
	const struct {
		const char *caption;
		const GPtrArray *names;
	} lists[] = {{"changed", drift->changed},
		     {"gone", drift->gone},
		     {"new", drift->added},
		     {"beside", drift->companions},
		     {"not seen", drift->unseen}};
	guint total = 0;
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++) {
		add_list(out, lists[n].caption, lists[n].names);
		total += lists[n].names->len;
	}
	if (total == 0)
		add_line(out, "disk", "as it was read");
}

void holdings_text(GString *out, const struct holdings *holdings)
{
	g_autofree char *place = text_repair(span_of(holdings->place), NULL);
	g_autofree char *harmless = text_printable(span_of(place));
	g_string_append_printf(out, "%s\n", harmless);
	add_line(out, "revision", "%" G_GUINT64_FORMAT, holdings->revision);
	add_papers(out, holdings);
	add_line(out, "paragraphs", "%u, and %u lines of furniture", holdings->paragraphs, holdings->furniture);
	add_dates(out, holdings);
	add_bodies(out, g_ptr_array_index(holdings->bodies, 0));
	add_reasons(out, "failed", holdings, STANDING_UNREADABLE);
	add_reasons(out, "partly", holdings, STANDING_PARTIAL);
	add_list(out, "forgotten", holdings->gone);
	if (holdings->is_local)
		add_drift(out, &holdings->drift);
	else
		add_line(out, "disk", "not looked at: the papers lie with the server");
}

static json_t *names_to_json(const GPtrArray *names)
{
	json_t *list = json_array();
	for (guint n = 0; n < names->len; n++)
		json_array_append_new(list, json_string(g_ptr_array_index(names, n)));
	return list;
}

static json_t *bodies_to_json(const struct facet *bodies)
{
	json_t *list = json_array();
	for (guint n = 0; n < bodies->values->len; n++) {
		const struct facet_value *value = &g_array_index(bodies->values, struct facet_value, n);
		json_array_append_new(
			list, json_pack("{s:s, s:I}", "body", value->name, "paragraphs", (json_int_t)value->hits));
	}
	if (bodies->none > 0)
		json_array_append_new(list, json_pack("{s:n, s:I}", "body", "paragraphs", (json_int_t)bodies->none));
	return list;
}

static json_t *reasons_to_json(const GPtrArray *files, enum standing standing)
{
	json_t *list = json_array();
	for (guint n = 0; n < files->len; n++) {
		const struct store_file *file = g_ptr_array_index(files, n);
		if (standing_of(file, false) == standing)
			json_array_append_new(list,
					      json_pack("{s:s, s:s?}", "path", file->path, "reason", file->reason));
	}
	return list;
}

static json_t *drift_to_json(const struct drift *drift)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "changed", names_to_json(drift->changed), "gone",
			 names_to_json(drift->gone), "new", names_to_json(drift->added), "beside",
			 names_to_json(drift->companions), "not_seen", names_to_json(drift->unseen));
}

static json_t *standings_to_json(const struct standings *standings)
{
	json_t *object = json_pack("{s:I}", "seen", (json_int_t)standings->seen);
	for (enum standing each = 0; each < STANDING_COUNT; each++)
		json_object_set_new(object, standing_name(each), json_integer(standings->counts[each]));
	return object;
}

void holdings_json(GString *out, const struct holdings *holdings)
{
	g_autofree char *place = text_repair(span_of(holdings->place), NULL);
	json_t *object = json_pack(
		"{s:s, s:I, s:I, s:I, s:I, s:I, s:s?, s:s?, s:I, s:I}", "index", place, "revision",
		(json_int_t)holdings->revision, "papers", (json_int_t)holdings->files->len, "empty",
		(json_int_t)holdings->standings.counts[STANDING_EMPTY], "paragraphs", (json_int_t)holdings->paragraphs,
		"furniture", (json_int_t)holdings->furniture, "first", holdings->first, "last", holdings->last,
		"undated", (json_int_t)holdings->undated, "undated_papers", (json_int_t)holdings->undated_papers);
	json_object_set_new(object, "bodies", bodies_to_json(g_ptr_array_index(holdings->bodies, 0)));
	json_object_set_new(object, "ledger", standings_to_json(&holdings->standings));
	json_object_set_new(object, "failed", reasons_to_json(holdings->files, STANDING_UNREADABLE));
	json_object_set_new(object, "partial", reasons_to_json(holdings->files, STANDING_PARTIAL));
	json_object_set_new(object, "forgotten", names_to_json(holdings->gone));
	json_object_set_new(object, "drift", holdings->is_local ? drift_to_json(&holdings->drift) : json_null());
	char *json = json_dumps(object, JSON_PRESERVE_ORDER | JSON_ENSURE_ASCII);
	json_decref(object);
	g_string_append(out, json);
	free(json);
}
