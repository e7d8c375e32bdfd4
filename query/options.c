/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "arguments.h"
#include "fault.h"
#include "saved.h"
#include "text.h"
#include "value.h"

#define SNIPPET_WORDS 40
#define TERMINAL_HITS 20
#define WIDTH_LIMIT 100
#define WIDTH_LEAST 20

/* Neighbours on each side of what --show shows. */
#define SHOWN_AROUND 3

/* And of each extract in a pack. */
#define PACKED_AROUND 1

static bool refuse(GError **error, const char *option, const char *value, const char *wanted)
{
	g_set_error(error, FAULT, FAULT_QUERY, "%s %s: %s", option, value, wanted);
	return false;
}

static bool parse_number(guint64 *number, const char *text, const char *option, guint64 least, GError **error)
{
	if (g_ascii_string_to_unsigned(text, 10, least, G_MAXINT32, number, NULL))
		return true;
	g_autofree char *wanted =
		g_strdup_printf("a whole number from %u to %d is wanted", (guint)least, (int)G_MAXINT32);
	return refuse(error, option, text, wanted);
}

static bool parse_sort(enum store_sort *sort, const char *text, GError **error)
{
	static const struct {
		const char *name;
		enum store_sort sort;
	} sorts[] = {{"relevance", SORT_RELEVANCE},
		     {"date", SORT_DATE},
		     {"-date", SORT_DATE_DOWN},
		     {"document", SORT_DOCUMENT}};
	for (size_t n = 0; n < G_N_ELEMENTS(sorts); n++) {
		if (strcmp(sorts[n].name, text) != 0)
			continue;
		*sort = sorts[n].sort;
		return true;
	}
	return refuse(error, "--sort", text, "relevance, date, -date or document is wanted");
}

static bool find_format(const struct present_format **format, const char *text, GError **error)
{
	*format = present_find(text);
	if (*format)
		return true;
	g_autofree char *names = present_names();
	g_autofree char *wanted = g_strdup_printf("one of %s is wanted", names);
	return refuse(error, "--format", text, wanted);
}

static bool parse_format(struct options *options, const struct arguments *raw, GError **error)
{
	const char *usual = raw->json ? "json" : raw->zero ? "ids" : "text";
	const char *name = raw->format ? raw->format : usual;
	guint64 version = PRESENT_VERSION;
	if (!find_format(&options->format, name, error))
		return false;
	if (raw->json && strcmp(name, "json") != 0)
		return refuse(error, "--json --format", name, "one format is wanted");
	if (raw->zero && strcmp(name, "ids") != 0)
		return refuse(error, "-0 --format", name, "-0 ends the lines of ids and of nothing else");
	if (raw->format_version && !parse_number(&version, raw->format_version, "--format-version", 1, error))
		return false;
	if (version != PRESENT_VERSION) {
		g_autofree char *wanted =
			g_strdup_printf("this program writes version %d and no other", PRESENT_VERSION);
		return refuse(error, "--format-version", raw->format_version, wanted);
	}
	options->end_of_record = raw->zero ? '\0' : '\n';
	return true;
}

static bool parse_counts(struct options *options, const struct arguments *raw, GError **error)
{
	for (char **name = raw->facet; name && *name; name++) {
		struct facet *facet = facet_new(*name);
		if (!facet) {
			g_autofree char *names = facet_names();
			g_autofree char *wanted = g_strdup_printf("one of %s is wanted", names);
			return refuse(error, "--facet", *name, wanted);
		}
		g_ptr_array_add(options->facets, g_strdup(facet->name));
		facet_free(facet);
	}
	options->has_timeline = raw->timeline != NULL;
	if (raw->timeline && !timeline_step_of(&options->step, raw->timeline))
		return refuse(error, "--timeline", raw->timeline, "year, month or meeting is wanted");
	if (options->format->is_table && options->facets->len + options->has_timeline > 1)
		return refuse(error, "--format", options->format->name,
			      "it holds one table: one --facet or --timeline is wanted");
	return true;
}

static bool check_id(const char *option, const char *id, GError **error)
{
	if (!id || (strchr(id, '#') && !strchr(id, '"') && g_utf8_validate(id, -1, NULL)))
		return true;
	return refuse(error, option, "ID", "an id as --format ids prints it is wanted, like 66dfad9fec44#12");
}

static bool parse_around(struct options *options, const struct arguments *raw, GError **error)
{
	guint64 both = raw->show ? SHOWN_AROUND : raw->foi ? PACKED_AROUND : 0;
	if (raw->context && !parse_number(&both, raw->context, "--context", 0, error))
		return false;
	guint64 before = both;
	guint64 after = both;
	if (raw->before && !parse_number(&before, raw->before, "--before-context", 0, error))
		return false;
	if (raw->after && !parse_number(&after, raw->after, "--after-context", 0, error))
		return false;
	options->before = (guint)before;
	options->after = (guint)after;
	if (!check_id("--show", raw->show, error) || !check_id("--similar", raw->similar, error))
		return false;
	if (raw->show && (raw->similar || raw->query))
		return refuse(error, "--show", raw->show, "it shows one paragraph and takes no query");
	if (raw->feedback && (options->sort != SORT_RELEVANCE || raw->similar))
		return refuse(error, "--feedback", raw->similar ? "--similar" : "--sort",
			      "it ranks the hits of a query by relevance");
	options->show = g_strdup(raw->show);
	options->similar = g_strdup(raw->similar);
	return true;
}

static bool parse_color(bool *color, const char *text, GError **error)
{
	const char *no_color = g_getenv("NO_COLOR");
	if (!text || strcmp(text, "auto") == 0)
		*color = isatty(STDOUT_FILENO) && !(no_color && *no_color) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
	else if (strcmp(text, "always") == 0 || strcmp(text, "never") == 0)
		*color = *text == 'a';
	else
		return refuse(error, "--color", text, "auto, always or never is wanted");
	return true;
}

static bool check_value(const char *option, const char *value, GError **error)
{
	if (!g_utf8_validate(value, -1, NULL))
		return refuse(error, option, "VALUE", "the value is not UTF-8");
	if (strchr(value, '"'))
		return refuse(error, option, value, "the value cannot hold a double quote");
	return true;
}

/* One leaf of the option's field for every value. */
static bool parse_filters(GPtrArray *filters, const char *name, char **values, GError **error)
{
	g_autofree char *option = g_strconcat("--", name, NULL);
	for (char **value = values; value && *value; value++) {
		struct tree *leaf = NULL;
		if (!check_value(option, *value, error))
			return false;
		g_autofree char *composed = text_compose(span_of(*value));
		if (!value_parse(&leaf, field_find(span_of(name)), span_of(composed), true, error)) {
			g_prefix_error(error, "%s: ", option);
			return false;
		}
		g_ptr_array_add(filters, leaf);
	}
	return true;
}

static bool check_bound(const char **bound, const char *option, char **values, GError **error)
{
	*bound = values ? values[0] : "";
	if (!values)
		return true;
	if (values[1])
		return refuse(error, option, values[1], "given twice; one date is wanted");
	if (strstr(values[0], "..") || !*values[0])
		return refuse(error, option, values[0], "one date is wanted, like 2016-05 or 26/05/2016");
	return check_value(option, values[0], error);
}

static bool parse_period(struct tree **period, const struct arguments *raw, GError **error)
{
	const char *since = NULL;
	const char *until = NULL;
	if (!check_bound(&since, "--since", raw->since, error) || !check_bound(&until, "--until", raw->until, error))
		return false;
	if (!*since && !*until)
		return true;
	g_autofree char *range = g_strdup_printf("%s..%s", since, until);
	if (value_parse(period, field_find(span_of("date")), span_of(range), true, error))
		return true;
	g_prefix_error(error, "%s: ", *since && *until ? "--since, --until" : *since ? "--since" : "--until");
	return false;
}

/* Composed: what is pasted may hold soft hyphens and marks of no width, and no text of the index does. */
static bool parse_query(char **query, char **words, GError **error)
{
	g_autofree char *typed = words ? g_strjoinv(" ", words) : g_strdup("");
	bool is_well_formed = g_utf8_validate(typed, -1, NULL);
	*query = is_well_formed ? text_compose(span_of(typed)) : g_strdup("");
	if (is_well_formed)
		return true;
	g_set_error(error, FAULT, FAULT_QUERY, "the query is not UTF-8; set the terminal to UTF-8");
	return false;
}

static guint terminal_width(void)
{
	struct winsize size = {0};
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 80;
	return CLAMP(size.ws_col, WIDTH_LEAST, WIDTH_LIMIT);
}

static char **default_indexes(void)
{
	const char *named = g_getenv("MINUTES_INDEX");
	char **indexes = g_new0(char *, 2);
	indexes[0] = named && *named ? g_strdup(named)
				     : g_build_filename(g_get_user_data_dir(), "minutebook", "index", NULL);
	return indexes;
}

static bool parse_numbers(struct options *options, const struct arguments *raw, GError **error)
{
	guint64 limit = 0;
	guint64 snippet = SNIPPET_WORDS;
	if (raw->limit && !parse_number(&limit, raw->limit, "--limit", 1, error))
		return false;
	if (raw->offset && !parse_number(&options->offset, raw->offset, "--offset", 0, error))
		return false;
	if (raw->snippet && !parse_number(&snippet, raw->snippet, "--snippet", 1, error))
		return false;
	bool is_whole = raw->full || raw->show || (options->format->is_report && !raw->snippet);
	options->snippet = is_whole ? 0 : (guint)snippet;
	bool is_page = options->is_terminal && options->format->is_text;
	options->limit = raw->limit ? (gint64)limit : is_page && !raw->pager ? TERMINAL_HITS : -1;
	options->width = is_page ? terminal_width() : 0;
	return true;
}

static bool parse_search(struct options *options, const struct arguments *raw, GError **error)
{
	return parse_format(options, raw, error) && parse_numbers(options, raw, error) &&
	       parse_counts(options, raw, error) &&
	       parse_sort(&options->sort, raw->sort ? raw->sort : "relevance", error) &&
	       parse_around(options, raw, error) && parse_color(&options->color, raw->color, error) &&
	       parse_filters(options->filters, "speaker", raw->speaker, error) &&
	       parse_filters(options->filters, "topic", raw->topic, error) &&
	       parse_filters(options->filters, "body", raw->body, error) &&
	       parse_filters(options->filters, "type", raw->type, error) &&
	       parse_period(&options->period, raw, error) && parse_query(&options->query, raw->query, error);
}

static void free_tree(gpointer tree)
{
	tree_free(tree);
}

static enum options_mode mode_of(const struct arguments *raw)
{
	if (raw->help)
		return MODE_HELP;
	if (raw->version)
		return MODE_VERSION;
	if (raw->verify)
		return MODE_VERIFY;
	return raw->status ? MODE_STATUS : raw->foi ? MODE_PACK : MODE_SEARCH;
}

/* What is kept under a name stands before what is typed now, which has the last word. */
static bool parse_saved(char **query, struct arguments *raw, char *const *argv, GError **error)
{
	struct saved saved;
	if (!saved_get(&saved, raw->saved, error))
		return false;
	g_autoptr(GPtrArray) joined = g_ptr_array_new();
	g_ptr_array_add(joined, argv[0]);
	for (char **option = saved.options; *option; option++)
		g_ptr_array_add(joined, *option);
	for (char *const *typed = argv + 1; *typed; typed++)
		g_ptr_array_add(joined, *typed);
	g_ptr_array_add(joined, NULL);
	arguments_clear(raw);
	bool good = arguments_parse(raw, (char *const *)joined->pdata, error);
	*query = g_strdup(saved.query);
	saved_clear(&saved);
	return good;
}

/* Both, where something is typed as well: AND, so that a field in both is narrowed, too. */
static bool join_query(struct options *options, const struct arguments *raw, const char *kept, GError **error)
{
	if (!kept || !*kept)
		return true;
	char *typed = options->query;
	if (*typed && options->any)
		return refuse(error, "--saved", raw->saved, "with --any more words find more; no query narrows it");
	options->query = *typed ? g_strdup_printf("(%s) AND (%s)", kept, typed) : g_strdup(kept);
	g_free(typed);
	return true;
}

static bool parse_batch(struct options *options, const struct arguments *raw, GError **error)
{
	guint64 revision = 0;
	if (raw->since_revision && !parse_number(&revision, raw->since_revision, "--since-revision", 0, error))
		return false;
	options->since_revision = raw->since_revision ? (gint64)revision : -1;
	options->queries = g_strdup(raw->queries);
	options->has_query = raw->query || raw->queries || *options->query;
	if (raw->queries && (*options->query || raw->show || raw->similar))
		return refuse(error, "--queries", raw->queries, "the queries are in the file; no other is taken");
	if (raw->since_revision && raw->index && g_strv_length(raw->index) > 1)
		return refuse(error, "--since-revision", raw->since_revision,
			      "every index counts its own revisions; one --index is wanted");
	options->save = g_strdup(raw->save);
	options->thesaurus = g_strdup(raw->thesaurus);
	options->people = g_strdup(raw->people);
	options->kept = raw->save ? arguments_options(raw) : NULL;
	return true;
}

static bool check_status(const struct options *options, const struct arguments *raw, GError **error)
{
	if (options->mode != MODE_STATUS)
		return true;
	if (raw->query)
		return refuse(error, "--status", *raw->query, "it tells of the whole index and takes no query");
	bool is_told = options->format->is_text || g_str_has_prefix(options->format->name, "json");
	return is_told || refuse(error, "--status --format", options->format->name, "text, json or jsonl is wanted");
}

static bool parse_all(struct options *options, const struct arguments *raw, const char *kept, GError **error)
{
	if (options->mode == MODE_HELP || options->mode == MODE_VERSION)
		return true;
	if (raw->index || options->mode != MODE_VERIFY)
		options->indexes = raw->index ? g_strdupv(raw->index) : default_indexes();
	if (!parse_search(options, raw, error))
		return false;
	return check_status(options, raw, error) && join_query(options, raw, kept, error) &&
	       parse_batch(options, raw, error) && request_parse(&options->request, raw, error);
}

bool options_parse(struct options *options, char *const *argv, GError **error)
{
	struct arguments raw = {0};
	g_autofree char *kept = NULL;
	bool good = arguments_parse(&raw, argv, error);
	good = good && (!raw.saved || parse_saved(&kept, &raw, argv, error));
	*options = (struct options){
		.mode = mode_of(&raw),
		.filters = g_ptr_array_new_with_free_func(free_tree),
		.facets = g_ptr_array_new_with_free_func(g_free),
		.is_terminal = isatty(STDOUT_FILENO),
		.any = raw.any,
		.feedback = raw.feedback,
		.count = raw.count,
		.explain = raw.explain,
		.quiet = raw.quiet,
		.pager = raw.pager,
	};
	good = good && parse_all(options, &raw, kept, error);
	arguments_clear(&raw);
	if (!good)
		options_clear(options);
	return good;
}

void options_clear(struct options *options)
{
	g_strfreev(options->indexes);
	g_strfreev(options->kept);
	g_free(options->queries);
	g_free(options->save);
	g_free(options->thesaurus);
	g_free(options->people);
	request_clear(&options->request);
	g_free(options->query);
	g_clear_pointer(&options->filters, g_ptr_array_unref);
	g_clear_pointer(&options->period, tree_free);
	g_clear_pointer(&options->facets, g_ptr_array_unref);
	g_free(options->show);
	g_free(options->similar);
	*options = (struct options){0};
}
