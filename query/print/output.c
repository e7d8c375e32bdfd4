/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "output.h"

#include <errno.h>

#include "describe.h"
#include "fault.h"
#include "neighbours.h"

/* What a report counts where nobody says what to count. */
static const char *const report_facets[] = {"speaker", "topic", "body", "type"};

struct output {
	FILE *to;
	struct search *search;
	const struct tree *tree;
	const struct options *options;
	struct present_style style;
	/* What stands around the hits. */
	GPtrArray *facets;
	struct timeline timeline;
	char *query, *described;
	struct present_answer answer;
	struct present_part part;
};

static void output_clear(struct output *output)
{
	g_clear_pointer(&output->facets, g_ptr_array_unref);
	timeline_clear(&output->timeline);
	g_free(output->query);
	g_free(output->described);
}

static bool write_out(const struct output *output, const GString *out, GError **error)
{
	if (fwrite(out->str, 1, out->len, output->to) == out->len)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
	return false;
}

static struct present_style style_of(const struct options *options)
{
	bool is_page = options->is_terminal && options->format->is_text;
	return (struct present_style){
		.color = options->color,
		.snippet = options->snippet,
		.width = options->width,
		.rows = is_page && options->limit >= 0 ? (guint)options->limit : 0,
		.end_of_record = options->end_of_record,
	};
}

static GPtrArray *wanted_facets(const struct options *options)
{
	GPtrArray *names = g_ptr_array_new();
	for (guint n = 0; n < options->facets->len; n++)
		g_ptr_array_add(names, g_ptr_array_index(options->facets, n));
	if (options->format->is_report && names->len == 0)
		for (size_t n = 0; n < G_N_ELEMENTS(report_facets); n++)
			g_ptr_array_add(names, (gpointer)report_facets[n]);
	return names;
}

static void describe(struct output *output)
{
	const char *model = output->options->similar;
	output->query = model ? g_strdup_printf("like %s", model) : tree_print(output->tree);
	output->described =
		model ? g_strdup_printf("paragraphs that are most like %s", model) : describe_tree(output->tree);
}

static bool count(struct output *output, GError **error)
{
	const struct options *options = output->options;
	bool is_report = options->format->is_report;
	bool has_timeline = options->has_timeline || is_report;
	g_autoptr(GPtrArray) names = wanted_facets(options);
	if (!facets_count(&output->facets, names, output->search, error))
		return false;
	output->timeline.step = options->step;
	if (has_timeline && !timeline_count(&output->timeline, output->search, output->tree, error))
		return false;
	output->answer = (struct present_answer){
		.query = output->query,
		.described = output->described,
		.total = output->search->hits->len,
		.has_hits = is_report || (!options->has_timeline && options->facets->len == 0),
		.facets = output->facets,
		.timeline = has_timeline ? &output->timeline : NULL,
		.part = output->part.count > 0 ? &output->part : NULL,
	};
	output->part.total = output->search->hits->len;
	return true;
}

static void choose_page(struct output *output, struct output_page *page)
{
	struct present_answer *answer = &output->answer;
	if (answer->has_hits) {
		gint64 limit = output->options->limit;
		answer->first = MIN(output->options->offset, answer->total);
		answer->end = limit < 0 ? answer->total : MIN(answer->first + (guint64)limit, answer->total);
	}
	*page = (struct output_page){answer->first, answer->end, answer->has_hits};
}

static bool fetch_copies(GPtrArray *copies, const struct search *search, guint32 docid, GError **error)
{
	const GArray *others = g_hash_table_lookup(search->copies, GUINT_TO_POINTER(docid));
	for (guint n = 0; others && n < others->len; n++) {
		g_ptr_array_add(copies, record_new());
		struct record *copy = g_ptr_array_index(copies, n);
		if (!store_fetch(copy, search->store, g_array_index(others, guint32, n), error))
			return false;
	}
	return true;
}

static bool print_record(struct output *output, struct present_hit *hit, const struct neighbours *around,
			 GError **error)
{
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	g_autoptr(GString) out = g_string_new(NULL);
	matcher_match(marks, output->search->matcher, output->tree, hit->record);
	hit->marks = marks;
	hit->before = around->before;
	hit->after = around->after;
	output->options->format->hit(out, hit, &output->style);
	return write_out(output, out, error);
}

static bool print_hit(struct output *output, guint n, GError **error)
{
	const struct store_hit *found = &g_array_index(output->search->hits, struct store_hit, n);
	struct neighbours_reach reach = {output->options->before, output->options->after};
	struct record record;
	record_init(&record);
	struct neighbours around;
	neighbours_init(&around);
	g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func(record_free);
	struct present_hit hit = {.rank = (guint64)n + 1,
				  .score = found->score,
				  .record = &record,
				  .copies = copies,
				  .is_first = n == output->answer.first,
				  .part = output->answer.part};
	bool good = store_fetch(&record, output->search->store, found->docid, error) &&
		    fetch_copies(copies, output->search, found->docid, error) &&
		    neighbours_find(&around, output->search->store, &record, reach, error) &&
		    print_record(output, &hit, &around, error);
	neighbours_clear(&around);
	record_clear(&record);
	return good;
}

static bool print_edge(struct output *output,
		       void (*print)(GString *, const struct present_answer *, const struct present_style *),
		       GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	if (print)
		print(out, &output->answer, &output->style);
	return write_out(output, out, error);
}

static bool print_all(struct output *output, GError **error)
{
	const struct present_format *format = output->options->format;
	if (!print_edge(output, format->begin, error))
		return false;
	for (guint64 n = output->answer.first; n < output->answer.end; n++)
		if (!print_hit(output, (guint)n, error))
			return false;
	if (!print_edge(output, format->end, error))
		return false;
	if (fflush(output->to) == 0)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
	return false;
}

bool output_print(struct output_page *page, FILE *to, const struct output_request *request, GError **error)
{
	struct output output = {
		.to = to, .search = request->search, .tree = request->tree, .options = request->options};
	output.style = style_of(request->options);
	if (request->part)
		output.part = *request->part;
	timeline_init(&output.timeline);
	describe(&output);
	bool good = count(&output, error);
	if (good) {
		choose_page(&output, page);
		good = print_all(&output, error);
	}
	output_clear(&output);
	return good;
}
