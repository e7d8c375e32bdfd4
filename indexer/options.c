/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "options.h"

#include "fault.h"
#include "ocr.h"

static const char summary[] = "Keeps council papers (PDF, Word, OpenDocument, RTF, HTML, mail, text) in an\n"
			      "index for minutes-query: takes in what is new or changed, forgets what is gone.";

static const char description[] = "Exit status: 0 all in, 1 some not, 2 failed, 3 not sound; see minutes-index(1)";

enum {
	NOT_GIVEN = G_MININT,
	JOBS_MAX = 64,
	SECONDS_USUAL = 60,
	OCR_SECONDS_USUAL = 3600, /* a pack of some hundred scanned pages */
	SECONDS_MAX = 86400,
	MEGABYTES_USUAL = 2048,
	MEGABYTES_LEAST = 64, /* for what reads to start */
	MEGABYTES_MAX = 1 << 20,
};

static char *default_index(void)
{
	const char *named = g_getenv("MINUTES_INDEX");
	if (named && *named)
		return g_strdup(named);
	return g_build_filename(g_get_user_data_dir(), "minutebook", "index", NULL);
}

/* What GOption fills in: it knows gboolean and gchar ** only. */
struct raw {
	gboolean parse, check, rebuild, retry, ocr, quiet, help, version;
	char *index, *topics, *thesaurus, *ocr_language;
	int jobs, seconds, megabytes;
	char **paths;
};

static bool parse_raw(struct raw *raw, char **help, char *const *argv, GError **error)
{
	const GOptionEntry entries[] = {
		{"index", 'i', 0, G_OPTION_ARG_FILENAME, &raw->index,
		 "The index (default: $MINUTES_INDEX, else in your home)", "DIR"},
		{"parse", 'p', 0, G_OPTION_ARG_NONE, &raw->parse, "Print the records as JSON lines, touch no index",
		 NULL},
		{"check", 0, 0, G_OPTION_ARG_NONE, &raw->check, "Look the index over for damage, change nothing", NULL},
		{"rebuild", 0, 0, G_OPTION_ARG_NONE, &raw->rebuild, "Make the index anew, then replace the old one",
		 NULL},
		{"retry", 0, 0, G_OPTION_ARG_NONE, &raw->retry, "Try again what could not be read before", NULL},
		{"topics", 't', 0, G_OPTION_ARG_FILENAME, &raw->topics,
		 "Topics (default: topics.ini with or above the papers)", "FILE"},
		{"thesaurus", 0, 0, G_OPTION_ARG_FILENAME, &raw->thesaurus,
		 "Families of words (default: thesaurus.ini, as topics)", "FILE"},
		{"ocr", 'o', 0, G_OPTION_ARG_NONE, &raw->ocr, "Read scanned pages and pictures too; slow", NULL},
		{"ocr-language", 0, 0, G_OPTION_ARG_STRING, &raw->ocr_language,
		 "Their languages (default: eng), turns --ocr on", "LANG"},
		{"jobs", 'j', 0, G_OPTION_ARG_INT, &raw->jobs, "Papers read at once (default: one a processor)", "N"},
		{"time-limit", 0, 0, G_OPTION_ARG_INT, &raw->seconds, "Processor time for a paper, in seconds", "N"},
		{"memory-limit", 0, 0, G_OPTION_ARG_INT, &raw->megabytes, "Memory for a paper, in MB (default: 2048)",
		 "N"},
		{"quiet", 'q', 0, G_OPTION_ARG_NONE, &raw->quiet, "No progress bar, no summary", NULL},
		{"help", 'h', 0, G_OPTION_ARG_NONE, &raw->help, "Show this help", NULL},
		{"version", 'V', 0, G_OPTION_ARG_NONE, &raw->version, "Show the version", NULL},
		{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->paths, NULL, NULL},
		{NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
	};
	g_autoptr(GOptionContext) context = g_option_context_new("PATH...");
	g_option_context_set_summary(context, summary);
	g_option_context_set_description(context, description);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	g_auto(GStrv) arguments = g_strdupv((char **)argv);
	if (!g_option_context_parse_strv(context, &arguments, error))
		return false;
	if (raw->help)
		*help = g_option_context_get_help(context, TRUE, NULL);
	return true;
}

static enum options_mode raw_mode(const struct raw *raw)
{
	if (raw->help)
		return MODE_HELP;
	if (raw->version)
		return MODE_VERSION;
	if (raw->check)
		return MODE_CHECK;
	if (raw->rebuild)
		return MODE_REBUILD;
	return raw->parse ? MODE_PARSE : MODE_INDEX;
}

/* Fills in the numbers; names the first that makes no sense. */
static bool take_numbers(struct options *options, const struct raw *raw, GError **error)
{
	const int processors = (int)MIN(g_get_num_processors(), JOBS_MAX);
	const struct {
		const char *option;
		guint *to;
		int given, usual, least, most;
	} numbers[] = {
		{"--jobs", &options->jobs, raw->jobs, processors, 1, JOBS_MAX},
		{"--time-limit", &options->seconds, raw->seconds, options->ocr ? OCR_SECONDS_USUAL : SECONDS_USUAL, 1,
		 SECONDS_MAX},
		{"--memory-limit", &options->megabytes, raw->megabytes, MEGABYTES_USUAL, MEGABYTES_LEAST,
		 MEGABYTES_MAX},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
		int number = numbers[i].given == NOT_GIVEN ? numbers[i].usual : numbers[i].given;
		*numbers[i].to = (guint)number;
		if (number >= numbers[i].least && number <= numbers[i].most)
			continue;
		g_set_error(error, FAULT, FAULT_QUERY, "%s %d: a number from %d to %d is wanted", numbers[i].option,
			    number, numbers[i].least, numbers[i].most);
		return false;
	}
	return true;
}

static bool check_paths(const struct options *options, GError **error)
{
	bool reads = options->mode == MODE_INDEX || options->mode == MODE_PARSE;
	if (reads && !options->paths[0])
		g_set_error(error, FAULT, FAULT_QUERY, "nothing to read: name a %s; minutes-index --help tells more",
			    options->mode == MODE_PARSE ? "file" : "file or a folder");
	else if (options->mode == MODE_CHECK && options->paths[0])
		g_set_error(error, FAULT, FAULT_QUERY, "--check looks at an index alone: name it with --index");
	else
		return true;
	return false;
}

bool options_parse(struct options *options, char *const *argv, GError **error)
{
	struct raw raw = {.jobs = NOT_GIVEN, .seconds = NOT_GIVEN, .megabytes = NOT_GIVEN};
	g_autoptr(GError) trouble = NULL;
	*options = (struct options){0};
	bool parsed = parse_raw(&raw, &options->help, argv, &trouble);
	options->mode = raw_mode(&raw);
	options->index = raw.index ? raw.index : default_index();
	options->topics = raw.topics;
	options->thesaurus = raw.thesaurus;
	options->paths = raw.paths ? raw.paths : g_new0(char *, 1);
	options->quiet = raw.quiet;
	options->retry = raw.retry;
	options->ocr = raw.ocr_language ? raw.ocr_language : raw.ocr ? g_strdup(OCR_LANGUAGE) : NULL;
	if (!parsed) {
		g_set_error(error, FAULT, FAULT_QUERY, "%s; minutes-index --help lists the options", trouble->message);
		options_clear(options);
		return false;
	}
	if (check_paths(options, error) && take_numbers(options, &raw, error))
		return true;
	options_clear(options);
	return false;
}

void options_clear(struct options *options)
{
	g_free(options->index);
	g_free(options->replaces);
	g_free(options->topics);
	g_free(options->thesaurus);
	g_free(options->ocr);
	g_strfreev(options->paths);
	g_free(options->help);
	*options = (struct options){0};
}
