/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "arguments.h"

#include "fault.h"

#define FLAG G_OPTION_ARG_NONE
#define TEXT G_OPTION_ARG_FILENAME
#define LIST G_OPTION_ARG_FILENAME_ARRAY
#define MEMBER(name) offsetof(struct arguments, name)

static const struct {
	const char *name;
	char letter;
	GOptionArg kind;
	size_t member;
	bool is_passing; /* of one run, not of a question that is kept */
} rows[] = {
	{"since", 0, LIST, MEMBER(since), false},
	{"until", 0, LIST, MEMBER(until), false},
	{"speaker", 0, LIST, MEMBER(speaker), false},
	{"topic", 0, LIST, MEMBER(topic), false},
	{"body", 0, LIST, MEMBER(body), false},
	{"type", 0, LIST, MEMBER(type), false},
	{"any", 0, FLAG, MEMBER(any), false},
	{"limit", 'n', TEXT, MEMBER(limit), false},
	{"offset", 0, TEXT, MEMBER(offset), false},
	{"sort", 0, TEXT, MEMBER(sort), false},
	{"count", 0, FLAG, MEMBER(count), false},
	{"format", 0, TEXT, MEMBER(format), false},
	{"format-version", 0, TEXT, MEMBER(format_version), false},
	{"json", 0, FLAG, MEMBER(json), false},
	{"null", '0', FLAG, MEMBER(zero), false},
	{"facet", 0, LIST, MEMBER(facet), false},
	{"timeline", 0, TEXT, MEMBER(timeline), false},
	{"show", 0, TEXT, MEMBER(show), false},
	{"similar", 0, TEXT, MEMBER(similar), false},
	{"before-context", 'B', TEXT, MEMBER(before), false},
	{"after-context", 'A', TEXT, MEMBER(after), false},
	{"context", 'C', TEXT, MEMBER(context), false},
	{"full", 0, FLAG, MEMBER(full), false},
	{"snippet", 0, TEXT, MEMBER(snippet), false},
	{"explain", 0, FLAG, MEMBER(explain), false},
	{"index", 'i', LIST, MEMBER(index), false},
	{"color", 0, TEXT, MEMBER(color), false},
	{"thesaurus", 0, TEXT, MEMBER(thesaurus), false},
	{"people", 0, TEXT, MEMBER(people), false},
	{"queries", 0, TEXT, MEMBER(queries), false},
	{"save", 0, TEXT, MEMBER(save), true},
	{"saved", 0, TEXT, MEMBER(saved), true},
	{"since-revision", 0, TEXT, MEMBER(since_revision), true},
	{"status", 0, FLAG, MEMBER(status), true},
	{"pager", 0, FLAG, MEMBER(pager), false},
	{"quiet", 'q', FLAG, MEMBER(quiet), false},
	{"help", 'h', FLAG, MEMBER(help), true},
	{"version", 'V', FLAG, MEMBER(version), true},
	{G_OPTION_REMAINING, 0, LIST, MEMBER(query), true},
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
