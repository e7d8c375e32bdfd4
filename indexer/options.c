/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "options.h"

#include "fault.h"
#include "ocr.h"

static const char summary[] = "Keeps council papers (PDF, Word, OpenDocument, RTF, HTML, mail, text; each also\n"
			      "gzipped) in an index for minutes-query, paragraph by paragraph. Folders are read\n"
			      "whole: new and changed papers are taken in, vanished ones forgotten.";

static const char description[] = "Exit status: 0 all papers are in, 1 some could not be read, 2 could not work,\n"
				  "3 the index is not sound. Examples are in the manual, minutes-index(1).";

static char *default_index(void)
{
	const char *named = g_getenv("MINUTES_INDEX");
	if (named && *named)
		return g_strdup(named);
	return g_build_filename(g_get_user_data_dir(), "minutebook", "index", NULL);
}

/* What GOption fills in: it knows gboolean and gchar ** only. */
struct raw {
	gboolean parse, check, ocr, quiet, help, version;
	char *index, *topics, *thesaurus, *ocr_language;
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
		{"topics", 't', 0, G_OPTION_ARG_FILENAME, &raw->topics,
		 "Topics (default: topics.ini with or above the papers)", "FILE"},
		{"thesaurus", 0, 0, G_OPTION_ARG_FILENAME, &raw->thesaurus,
		 "Families of words (default: thesaurus.ini, as topics)", "FILE"},
		{"ocr", 'o', 0, G_OPTION_ARG_NONE, &raw->ocr, "Read scanned pages and pictures too; slow", NULL},
		{"ocr-language", 0, 0, G_OPTION_ARG_STRING, &raw->ocr_language,
		 "Their languages (default: eng), turns --ocr on", "LANG"},
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
	return raw->parse ? MODE_PARSE : MODE_INDEX;
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
	struct raw raw = {0};
	g_autoptr(GError) trouble = NULL;
	*options = (struct options){0};
	bool parsed = parse_raw(&raw, &options->help, argv, &trouble);
	options->mode = raw_mode(&raw);
	options->index = raw.index ? raw.index : default_index();
	options->topics = raw.topics;
	options->thesaurus = raw.thesaurus;
	options->paths = raw.paths ? raw.paths : g_new0(char *, 1);
	options->quiet = raw.quiet;
	options->ocr = raw.ocr_language ? raw.ocr_language : raw.ocr ? g_strdup(OCR_LANGUAGE) : NULL;
	if (!parsed) {
		g_set_error(error, FAULT, FAULT_QUERY, "%s; minutes-index --help lists the options", trouble->message);
		options_clear(options);
		return false;
	}
	if (check_paths(options, error))
		return true;
	options_clear(options);
	return false;
}

void options_clear(struct options *options)
{
	g_free(options->index);
	g_free(options->topics);
	g_free(options->thesaurus);
	g_free(options->ocr);
	g_strfreev(options->paths);
	g_free(options->help);
	*options = (struct options){0};
}
