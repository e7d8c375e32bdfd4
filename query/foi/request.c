/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "request.h"

#include <string.h>

#include "fault.h"

/* Of a pack all is written, in its own order and its own formats. */
static const char *refused_option(const struct arguments *raw)
{
	const struct {
		const char *name;
		bool is_given;
	} others[] = {
		{"--limit", raw->limit},     {"--offset", raw->offset},   {"--sort", raw->sort},
		{"--count", raw->count},     {"--format", raw->format},   {"--json", raw->json},
		{"--null", raw->zero},       {"--facet", raw->facet},     {"--timeline", raw->timeline},
		{"--show", raw->show},       {"--similar", raw->similar}, {"--snippet", raw->snippet},
		{"--status", raw->status},   {"--save", raw->save},       {"--since-revision", raw->since_revision},
		{"--explain", raw->explain}, {"--full", raw->full},
	};
	for (size_t n = 0; n < G_N_ELEMENTS(others); n++)
		if (others[n].is_given)
			return others[n].name;
	return NULL;
}

static const char *lone_option(const struct arguments *raw)
{
	return raw->reference ? "--reference" : raw->include_restricted ? "--include-restricted" : NULL;
}

static bool check_options(const struct arguments *raw, GError **error)
{
	const char *refused = refused_option(raw);
	if (refused)
		g_set_error(error, FAULT, FAULT_QUERY, "%s: a pack is always complete; leave it out of --foi", refused);
	else if (!raw->reference || !*raw->reference)
		g_set_error(error, FAULT, FAULT_QUERY,
			    "--foi %s: the request's reference is wanted, like --reference FOI-2025-0123", raw->foi);
	else if (!g_utf8_validate(raw->reference, -1, NULL) || strpbrk(raw->reference, "\r\n"))
		g_set_error(error, FAULT, FAULT_QUERY, "--reference: one line of UTF-8 is wanted");
	else if (!*raw->foi)
		g_set_error(error, FAULT, FAULT_QUERY, "--foi: the name of a folder to be made is wanted");
	else
		return true;
	return false;
}

static bool parse_sample(struct request *request, const struct arguments *raw, GError **error)
{
	guint64 sample = 0;
	const char *seed = raw->seed ? raw->seed : raw->reference;
	if (raw->sample && !g_ascii_string_to_unsigned(raw->sample, 10, 1, G_MAXINT32, &sample, NULL))
		g_set_error(error, FAULT, FAULT_QUERY, "--sample %s: a whole number from 1 to %d is wanted",
			    raw->sample, (int)G_MAXINT32);
	else if (raw->seed && !raw->sample)
		g_set_error(error, FAULT, FAULT_QUERY, "--seed %s: nothing is drawn without --sample", raw->seed);
	else if (!g_utf8_validate(seed, -1, NULL) || strpbrk(seed, "\r\n"))
		g_set_error(error, FAULT, FAULT_QUERY, "--seed: one line of UTF-8 is wanted");
	else {
		request->sample = (guint)sample;
		request->seed = g_strdup(seed);
		return true;
	}
	return false;
}

static bool parse_estimate(struct request *request, const struct arguments *raw, GError **error)
{
	const char *minutes = raw->minutes_per_paper ? raw->minutes_per_paper : ESTIMATE_DEFAULT;
	if (estimate_parse(&request->estimate, minutes, error))
		return true;
	g_prefix_error(error, "--minutes-per-paper %s: ", minutes);
	return false;
}

/* Where the index lies and how much of it is shown around decide nothing of what is found. */
static char **keep_deciding(char **options)
{
	static const char *const others[] = {
		"--index=", "--queries=",        "--color=",         "--pager",    "--feedback",
		"--quiet",  "--before-context=", "--after-context=", "--context=", "--format-version="};
	GPtrArray *kept = g_ptr_array_new();
	for (char **option = options; *option; option++) {
		bool decides = true;
		for (size_t n = 0; n < G_N_ELEMENTS(others); n++)
			decides = decides && !g_str_has_prefix(*option, others[n]);
		if (decides)
			g_ptr_array_add(kept, g_strdup(*option));
	}
	g_strfreev(options);
	g_ptr_array_add(kept, NULL);
	return (char **)g_ptr_array_free(kept, FALSE);
}

static bool is_fit_to_verify(const char *option)
{
	static const char *const fit[] = {"--index=",  "--format=", "--format-version=", "--json", "--thesaurus=",
					  "--people=", "--quiet",   "--color=",          "--pager"};
	for (size_t n = 0; n < G_N_ELEMENTS(fit); n++)
		if (g_str_has_prefix(option, fit[n]))
			return true;
	return false;
}

static bool refuse_verify(GError **error, const char *what, const char *wanted)
{
	g_set_error(error, FAULT, FAULT_QUERY, "--verify %s: %s", what, wanted);
	return false;
}

/* What is asked again is what the pack says, and nothing else. */
static bool parse_verify(struct request *request, const struct arguments *raw, GError **error)
{
	bool has_pack = raw->foi || raw->reference || raw->sample || raw->seed || raw->minutes_per_paper;
	if (raw->query || has_pack || raw->status || raw->save || raw->since_revision)
		return refuse_verify(error, raw->verify, "it looks at a pack, and takes no query and no other task");
	if (raw->format && strcmp(raw->format, "text") != 0 && strcmp(raw->format, "json") != 0)
		return refuse_verify(error, raw->format, "text or json is wanted for --format");
	g_auto(GStrv) typed = arguments_options(raw);
	for (char **option = typed; *option; option++)
		if (!is_fit_to_verify(*option))
			return refuse_verify(error, *option, "the pack itself says what is searched for");
	request->verify = g_strdup(raw->verify);
	return true;
}

bool request_parse(struct request *request, const struct arguments *raw, GError **error)
{
	if (raw->verify)
		return parse_verify(request, raw, error);
	if (!raw->foi) {
		const char *lone = lone_option(raw);
		if (lone)
			g_set_error(error, FAULT, FAULT_QUERY, "%s: it belongs to a pack; --foi DIR makes one", lone);
		return !lone;
	}
	if (!check_options(raw, error) || !parse_sample(request, raw, error) || !parse_estimate(request, raw, error))
		return false;
	request->folder = g_strdup(raw->foi);
	request->reference = g_strdup(raw->reference);
	request->include_restricted = raw->include_restricted;
	request->typed = keep_deciding(arguments_options(raw));
	return true;
}

void request_clear(struct request *request)
{
	g_free(request->verify);
	g_free(request->folder);
	g_free(request->reference);
	g_free(request->seed);
	g_strfreev(request->typed);
	*request = (struct request){0};
}
