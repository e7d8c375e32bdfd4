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
} rows[] = {
	{"since", MEMBER(since), LIST, 0, false},
	{"until", MEMBER(until), LIST, 0, false},
	{"speaker", MEMBER(speaker), LIST, 0, false},
	{"topic", MEMBER(topic), LIST, 0, false},
	{"body", MEMBER(body), LIST, 0, false},
	{"type", MEMBER(type), LIST, 0, false},
	{"any", MEMBER(any), FLAG, 0, false},
	{"feedback", MEMBER(feedback), FLAG, 0, false},
	{"limit", MEMBER(limit), TEXT, 'n', false},
	{"offset", MEMBER(offset), TEXT, 0, false},
	{"sort", MEMBER(sort), TEXT, 0, false},
	{"count", MEMBER(count), FLAG, 0, false},
	{"format", MEMBER(format), TEXT, 0, false},
	{"format-version", MEMBER(format_version), TEXT, 0, false},
	{"json", MEMBER(json), FLAG, 0, false},
	{"null", MEMBER(zero), FLAG, '0', false},
	{"facet", MEMBER(facet), LIST, 0, false},
	{"timeline", MEMBER(timeline), TEXT, 0, false},
	{"show", MEMBER(show), TEXT, 0, false},
	{"similar", MEMBER(similar), TEXT, 0, false},
	{"before-context", MEMBER(before), TEXT, 'B', false},
	{"after-context", MEMBER(after), TEXT, 'A', false},
	{"context", MEMBER(context), TEXT, 'C', false},
	{"full", MEMBER(full), FLAG, 0, false},
	{"snippet", MEMBER(snippet), TEXT, 0, false},
	{"explain", MEMBER(explain), FLAG, 0, false},
	{"index", MEMBER(index), LIST, 'i', false},
	{"color", MEMBER(color), TEXT, 0, false},
	{"thesaurus", MEMBER(thesaurus), TEXT, 0, false},
	{"people", MEMBER(people), TEXT, 0, false},
	{"queries", MEMBER(queries), TEXT, 0, false},
	{"save", MEMBER(save), TEXT, 0, true},
	{"saved", MEMBER(saved), TEXT, 0, true},
	{"since-revision", MEMBER(since_revision), TEXT, 0, true},
	{"status", MEMBER(status), FLAG, 0, true},
	{"foi", MEMBER(foi), TEXT, 0, true},
	{"verify", MEMBER(verify), TEXT, 0, true},
	{"reference", MEMBER(reference), TEXT, 0, true},
	{"sample", MEMBER(sample), TEXT, 0, true},
	{"seed", MEMBER(seed), TEXT, 0, true},
	{"minutes-per-paper", MEMBER(minutes_per_paper), TEXT, 0, true},
	{"include-restricted", MEMBER(include_restricted), FLAG, 0, false},
	{"pager", MEMBER(pager), FLAG, 0, false},
	{"quiet", MEMBER(quiet), FLAG, 'q', false},
	{"help", MEMBER(help), FLAG, 'h', true},
	{"version", MEMBER(version), FLAG, 'V', true},
	{G_OPTION_REMAINING, MEMBER(query), LIST, 0, true},
};

static gpointer member_of(const struct arguments *arguments, size_t n)
{
	return (char *)arguments + rows[n].member;
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
	g_auto(GStrv) typed = g_strdupv((char **)argv);
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

static void add_option(GPtrArray *options, const char *name, const char *value)
{
	g_ptr_array_add(options, value ? g_strdup_printf("--%s=%s", name, value) : g_strdup_printf("--%s", name));
}

char **arguments_options(const struct arguments *arguments)
{
	GPtrArray *options = g_ptr_array_new();
	for (size_t n = 0; n < G_N_ELEMENTS(rows); n++) {
		gpointer member = member_of(arguments, n);
		if (rows[n].is_passing)
			continue;
		if (rows[n].kind == FLAG && *(gboolean *)member)
			add_option(options, rows[n].name, NULL);
		if (rows[n].kind == TEXT && *(char **)member)
			add_option(options, rows[n].name, *(char **)member);
		char **list = rows[n].kind == LIST ? *(char ***)member : NULL;
		for (; list && *list; list++)
			add_option(options, rows[n].name, *list);
	}
	g_ptr_array_add(options, NULL);
	return (char **)g_ptr_array_free(options, FALSE);
}
