/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "fault.h"
#include "value.h"

#define SNIPPET_WORDS 40
#define TERMINAL_HITS 20
#define WIDTH_LIMIT 100
#define WIDTH_LEAST 40

/* What GOption fills in: it knows gboolean and gchar * only. Names and text stay bytes (FILENAME), to be checked here. */
struct raw {
	gboolean any, count, full, explain, quiet, help, version;
	char *limit, *offset, *sort, *format, *snippet, *color, *index;
	char **since, **until, **speaker, **topic, **body, **type, **query;
};

static void raw_clear(struct raw *raw)
{
	char *const strings[] = {raw->limit, raw->offset, raw->sort, raw->format, raw->snippet, raw->color, raw->index};
	for (size_t n = 0; n < G_N_ELEMENTS(strings); n++)
		g_free(strings[n]);
	char **const lists[] = {raw->since, raw->until, raw->speaker, raw->topic, raw->body, raw->type, raw->query};
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		g_strfreev(lists[n]);
}

static const char help[] = "Usage: minutes-query [OPTION...] QUERY...\n"
			   "Finds paragraphs of council papers and says where each of them stands.\n"
			   "  foster carers           both words, in any form; also OR, NOT, -word, ( )\n"
			   "  \"staying put\", adopt*   exactly these words; any ending\n"
			   "  care ADJ/1 leaver       in this order at most n words apart; NEAR/n: any order\n"
			   "  speaker:khosla          also spoke: topic: body: council: type: kind: item:\n"
			   "                          title: section: minute: file: id: is:\n"
			   "  date:2013..2016         also 2016-05, 26/05/2016, ..2016-07-20, \"26 May 2016\"\n"
			   "Options; the first six narrow the search as fields do:\n"
			   "  --since DATE --until DATE --speaker NAME --topic ID --body NAME --type TYPE\n"
			   "  --any                   any of the words, best first: for a pasted sentence\n"
			   "  -n, --limit N           at most N hits        --offset N  without the first N\n"
			   "  --sort ORDER            relevance, date, -date or document\n"
			   "  --count                 only the number of hits\n"
			   "  --format FORMAT         text, jsonl or ids\n"
			   "  --full                  whole paragraphs      --snippet N  about N words (40)\n"
			   "  --explain               also what was searched, in plain English\n"
			   "  --index DIR             default: $MINUTES_INDEX, else in your data folder\n"
			   "  --color WHEN            auto, always, never   -q, --quiet  no remarks\n"
			   "  -h, --help              this help             -V, --version  the version\n"
			   "Exit status: 0 found, 1 nothing, 2 wrong query or options, 3 index trouble.\n"
			   "Put the query in single quotes. The manual is minutes-query(1).\n";

const char *options_help(void)
{
	return help;
}

static bool parse_raw(struct raw *raw, char *const *argv, GError **error)
{
	const GOptionEntry entries[] = {
		{"since", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->since, NULL, NULL},
		{"until", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->until, NULL, NULL},
		{"speaker", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->speaker, NULL, NULL},
		{"topic", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->topic, NULL, NULL},
		{"body", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->body, NULL, NULL},
		{"type", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->type, NULL, NULL},
		{"any", 0, 0, G_OPTION_ARG_NONE, &raw->any, NULL, NULL},
		{"limit", 'n', 0, G_OPTION_ARG_FILENAME, &raw->limit, NULL, NULL},
		{"offset", 0, 0, G_OPTION_ARG_FILENAME, &raw->offset, NULL, NULL},
		{"sort", 0, 0, G_OPTION_ARG_FILENAME, &raw->sort, NULL, NULL},
		{"count", 0, 0, G_OPTION_ARG_NONE, &raw->count, NULL, NULL},
		{"format", 0, 0, G_OPTION_ARG_FILENAME, &raw->format, NULL, NULL},
		{"full", 0, 0, G_OPTION_ARG_NONE, &raw->full, NULL, NULL},
		{"snippet", 0, 0, G_OPTION_ARG_FILENAME, &raw->snippet, NULL, NULL},
		{"explain", 0, 0, G_OPTION_ARG_NONE, &raw->explain, NULL, NULL},
		{"index", 'i', 0, G_OPTION_ARG_FILENAME, &raw->index, NULL, NULL},
		{"color", 0, 0, G_OPTION_ARG_FILENAME, &raw->color, NULL, NULL},
		{"quiet", 'q', 0, G_OPTION_ARG_NONE, &raw->quiet, NULL, NULL},
		{"help", 'h', 0, G_OPTION_ARG_NONE, &raw->help, NULL, NULL},
		{"version", 'V', 0, G_OPTION_ARG_NONE, &raw->version, NULL, NULL},
		{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->query, NULL, NULL},
		{NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
	};
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	g_auto(GStrv) arguments = g_strdupv((char **)argv);
	g_autoptr(GError) trouble = NULL;
	if (g_option_context_parse_strv(context, &arguments, &trouble))
		return true;
	bool is_unknown = g_error_matches(trouble, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
	*trouble->message = g_ascii_tolower(*trouble->message);
	g_set_error(error, FAULT, FAULT_QUERY, "%s; %s", trouble->message,
		    is_unknown ? "a query that begins with a minus stands behind -- ; --help lists the options"
			       : "--help lists the options");
	return false;
}

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

static bool parse_format(const struct present_format **format, const char *text, GError **error)
{
	*format = present_find(text);
	if (*format)
		return true;
	g_autofree char *names = present_names();
	g_autofree char *wanted = g_strdup_printf("one of %s is wanted", names);
	return refuse(error, "--format", text, wanted);
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
		if (!value_parse(&leaf, field_find(span_of(name)), span_of(*value), true, error)) {
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

static bool parse_period(struct tree **period, const struct raw *raw, GError **error)
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

static bool parse_query(char **query, char **words, GError **error)
{
	*query = words ? g_strjoinv(" ", words) : g_strdup("");
	if (g_utf8_validate(*query, -1, NULL))
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

static char *default_index(void)
{
	const char *named = g_getenv("MINUTES_INDEX");
	if (named && *named)
		return g_strdup(named);
	return g_build_filename(g_get_user_data_dir(), "minutebook", "index", NULL);
}

static bool parse_numbers(struct options *options, const struct raw *raw, GError **error)
{
	guint64 limit = 0;
	guint64 snippet = SNIPPET_WORDS;
	if (raw->limit && !parse_number(&limit, raw->limit, "--limit", 1, error))
		return false;
	if (raw->offset && !parse_number(&options->offset, raw->offset, "--offset", 0, error))
		return false;
	if (raw->snippet && !parse_number(&snippet, raw->snippet, "--snippet", 1, error))
		return false;
	options->snippet = raw->full ? 0 : (guint)snippet;
	bool is_page = options->is_terminal && options->format == present_find("text");
	options->limit = raw->limit ? (gint64)limit : is_page ? TERMINAL_HITS : -1;
	options->width = is_page ? terminal_width() : 0;
	return true;
}

static bool parse_search(struct options *options, const struct raw *raw, GError **error)
{
	return parse_format(&options->format, raw->format ? raw->format : "text", error) &&
	       parse_numbers(options, raw, error) &&
	       parse_sort(&options->sort, raw->sort ? raw->sort : "relevance", error) &&
	       parse_color(&options->color, raw->color, error) &&
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

bool options_parse(struct options *options, char *const *argv, GError **error)
{
	struct raw raw = {0};
	bool good = parse_raw(&raw, argv, error);
	*options = (struct options){
		.mode = raw.help      ? MODE_HELP
			: raw.version ? MODE_VERSION
				      : MODE_SEARCH,
		.filters = g_ptr_array_new_with_free_func(free_tree),
		.is_terminal = isatty(STDOUT_FILENO),
		.any = raw.any,
		.count = raw.count,
		.explain = raw.explain,
		.quiet = raw.quiet,
	};
	if (good && options->mode == MODE_SEARCH) {
		options->index = raw.index ? g_strdup(raw.index) : default_index();
		good = parse_search(options, &raw, error);
	}
	raw_clear(&raw);
	if (!good)
		options_clear(options);
	return good;
}

void options_clear(struct options *options)
{
	g_free(options->index);
	g_free(options->query);
	g_clear_pointer(&options->filters, g_ptr_array_unref);
	g_clear_pointer(&options->period, tree_free);
	*options = (struct options){0};
}
