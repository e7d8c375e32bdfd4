/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "arguments.h"

#include "fault.h"

#define FLAG G_OPTION_ARG_NONE
#define TEXT G_OPTION_ARG_FILENAME
#define LIST G_OPTION_ARG_FILENAME_ARRAY
#define MEMBER(name) offsetof(struct arguments, name)

static const struct {
	const char *name;
	size_t member;
	GOptionArg kind;
	char letter;
	bool is_passing; /* of one run, not of a question that is kept */
	bool is_place;   /* a path, or what else may stand for one */
} rows[] = {
	{"since", MEMBER(since), LIST, 0, false, false},
	{"until", MEMBER(until), LIST, 0, false, false},
	{"speaker", MEMBER(speaker), LIST, 0, false, false},
	{"topic", MEMBER(topic), LIST, 0, false, false},
	{"body", MEMBER(body), LIST, 0, false, false},
	{"type", MEMBER(type), LIST, 0, false, false},
	{"any", MEMBER(any), FLAG, 0, false, false},
	{"feedback", MEMBER(feedback), FLAG, 0, false, false},
	{"limit", MEMBER(limit), TEXT, 'n', false, false},
	{"offset", MEMBER(offset), TEXT, 0, false, false},
	{"sort", MEMBER(sort), TEXT, 0, false, false},
	{"count", MEMBER(count), FLAG, 0, false, false},
	{"format", MEMBER(format), TEXT, 0, false, false},
	{"format-version", MEMBER(format_version), TEXT, 0, false, false},
	{"json", MEMBER(json), FLAG, 0, false, false},
	{"null", MEMBER(zero), FLAG, '0', false, false},
	{"facet", MEMBER(facet), LIST, 0, false, false},
	{"timeline", MEMBER(timeline), TEXT, 0, false, false},
	{"show", MEMBER(show), TEXT, 0, false, false},
	{"similar", MEMBER(similar), TEXT, 0, false, false},
	{"before-context", MEMBER(before), TEXT, 'B', false, false},
	{"after-context", MEMBER(after), TEXT, 'A', false, false},
	{"context", MEMBER(context), TEXT, 'C', false, false},
	{"full", MEMBER(full), FLAG, 0, false, false},
	{"snippet", MEMBER(snippet), TEXT, 0, false, false},
	{"explain", MEMBER(explain), FLAG, 0, false, false},
	{"index", MEMBER(index), LIST, 'i', false, true},
	{"color", MEMBER(color), TEXT, 0, false, false},
	{"thesaurus", MEMBER(thesaurus), TEXT, 0, false, true},
	{"people", MEMBER(people), TEXT, 0, false, true},
	{"queries", MEMBER(queries), TEXT, 0, false, true},
	{"save", MEMBER(save), TEXT, 0, true, false},
	{"saved", MEMBER(saved), TEXT, 0, true, false},
	{"since-revision", MEMBER(since_revision), TEXT, 0, true, false},
	{"status", MEMBER(status), FLAG, 0, true, false},
	{"foi", MEMBER(foi), TEXT, 0, true, false},
	{"verify", MEMBER(verify), TEXT, 0, true, false},
	{"reference", MEMBER(reference), TEXT, 0, true, false},
	{"sample", MEMBER(sample), TEXT, 0, true, false},
	{"seed", MEMBER(seed), TEXT, 0, true, false},
	{"minutes-per-paper", MEMBER(minutes_per_paper), TEXT, 0, true, false},
	{"include-restricted", MEMBER(include_restricted), FLAG, 0, false, false},
	{"pager", MEMBER(pager), FLAG, 0, false, false},
	{"quiet", MEMBER(quiet), FLAG, 'q', false, false},
	{"help", MEMBER(help), FLAG, 'h', true, false},
	{"version", MEMBER(version), FLAG, 'V', true, false},
	{G_OPTION_REMAINING, MEMBER(query), LIST, 0, true, false},
};

static gpointer member_of(const struct arguments *arguments, size_t n)
{
	return (char *)arguments + rows[n].member;
}

/* A number may stand right behind its letter, as in -n5: GLib takes it only parted. */
static bool is_joined_number(const char *word)
{
	return *word == '-' && word[1] && strchr("nABC", word[1]) && word[2] &&
	       strspn(word + 2, "0123456789") == strlen(word + 2);
}

static char **part_numbers(char *const *argv)
{
	GPtrArray *parted = g_ptr_array_new();
	bool are_options = true;
	for (char *const *word = argv; *word; word++) {
		are_options = are_options && strcmp(*word, "--") != 0;
		if (are_options && is_joined_number(*word)) {
			g_ptr_array_add(parted, g_strndup(*word, 2));
			g_ptr_array_add(parted, g_strdup(*word + 2));
		} else {
			g_ptr_array_add(parted, g_strdup(*word));
		}
	}
	g_ptr_array_add(parted, NULL);
	return (char **)g_ptr_array_free(parted, FALSE);
}

bool arguments_parse(struct arguments *arguments, char *const *argv, GError **error)
{
	*arguments = (struct arguments){0};
	GOptionEntry entries[G_N_ELEMENTS(rows) + 1] = {0};
	for (size_t n = 0; n < G_N_ELEMENTS(rows); n++)
		entries[n] = (GOptionEntry){.long_name = rows[n].name,
					    .short_name = rows[n].letter,
					    .arg = rows[n].kind,
					    .arg_data = member_of(arguments, n)};
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	g_auto(GStrv) typed = part_numbers(argv);
	g_autoptr(GError) trouble = NULL;
	if (g_option_context_parse_strv(context, &typed, &trouble))
		return true;
	bool is_unknown = g_error_matches(trouble, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
	*trouble->message = g_ascii_tolower(*trouble->message);
	g_set_error(error, FAULT, FAULT_QUERY, "%s; %s", trouble->message,
		    is_unknown ? "a query that begins with a minus stands behind -- ; --help lists the options"
			       : "--help lists the options");
	return false;
}

void arguments_clear(struct arguments *arguments)
{
	for (size_t n = 0; n < G_N_ELEMENTS(rows); n++) {
		if (rows[n].kind == TEXT)
			g_free(*(char **)member_of(arguments, n));
		else if (rows[n].kind == LIST)
			g_strfreev(*(char ***)member_of(arguments, n));
	}
	*arguments = (struct arguments){0};
}

/* A path as it is found from any folder; HOST:PORT and standard input as they are. */
static char *whole_place(const char *place)
{
	bool is_path = strchr(place, '/') || (!strchr(place, ':') && strcmp(place, "-") != 0);
	return is_path ? g_canonicalize_filename(place, NULL) : g_strdup(place);
}

static void add_option(GPtrArray *options, size_t row, const char *value)
{
	g_autofree char *whole = rows[row].is_place ? whole_place(value) : g_strdup(value);
	g_ptr_array_add(options, g_strdup_printf("--%s=%s", rows[row].name, whole));
}

char **arguments_options(const struct arguments *arguments)
{
	GPtrArray *options = g_ptr_array_new();
	for (size_t n = 0; n < G_N_ELEMENTS(rows); n++) {
		gpointer member = member_of(arguments, n);
		if (rows[n].is_passing)
			continue;
		if (rows[n].kind == FLAG && *(gboolean *)member)
			g_ptr_array_add(options, g_strconcat("--", rows[n].name, NULL));
		if (rows[n].kind == TEXT && *(char **)member)
			add_option(options, n, *(char **)member);
		char **list = rows[n].kind == LIST ? *(char ***)member : NULL;
		for (; list && *list; list++)
			add_option(options, n, *list);
	}
	g_ptr_array_add(options, NULL);
	return (char **)g_ptr_array_free(options, FALSE);
}
