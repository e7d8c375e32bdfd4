/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <errno.h>
#include <signal.h>
#include <stdio.h>

#include "advice.h"
#include "explain.h"
#include "fault.h"
#include "language.h"
#include "options.h"
#include "search.h"
#include "text.h"

enum status {
	STATUS_FOUND = 0,
	STATUS_NOTHING = 1,
	STATUS_WRONG = 2, /* the query or the options */
	STATUS_FAILED = 3,
};

static void say(const char *message)
{
	g_autofree char *repaired = text_repair(span_of(message), NULL);
	g_autofree char *harmless = text_printable(span_of(repaired));
	fprintf(stderr, "minutes-query: %s\n", harmless);
}

static enum status fail(GError *error)
{
	say(error->message);
	enum status status = g_error_matches(error, FAULT, FAULT_QUERY) ? STATUS_WRONG : STATUS_FAILED;
	g_error_free(error);
	return status;
}

static void say_all(const GPtrArray *notes, const struct options *options)
{
	for (guint n = 0; !options->quiet && n < notes->len; n++)
		say(g_ptr_array_index(notes, n));
}

/* The query's tree with the options' filters in it. */
static bool read_query(struct language *language, struct options *options, GError **error)
{
	struct span text = span_of(options->query);
	bool good = options->any ? language_parse_any(language, text, error) : language_parse(language, text, error);
	if (!good)
		return false;
	bool has_filter = options->filters->len > 0 || options->period;
	if (!language->tree && !has_filter) {
		g_set_error(error, FAULT, FAULT_QUERY, "%s; minutes-query --help tells more",
			    text.len > 0 ? "the query has no word in it" : "nothing to search for");
		return false;
	}
	while (options->filters->len > 0)
		language->tree = language_join(language->tree, g_ptr_array_steal_index(options->filters, 0));
	if (options->period) {
		struct tree *all = tree_new(TREE_AND);
		if (language->tree)
			tree_add(all, language->tree);
		tree_add(all, g_steal_pointer(&options->period));
		language->tree = tree_simplify(all);
	}
	return true;
}

static bool explain(const struct search *search, const struct tree *tree, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	if (!explain_search(out, search, tree, error))
		return false;
	fputs(out->str, stderr);
	return true;
}

/* False, with errno, when standard output takes no more. */
static bool write_out(const GString *out)
{
	return fwrite(out->str, 1, out->len, stdout) == out->len;
}

static bool print_hit(struct search *search, const struct tree *tree, const struct options *options, guint n,
		      GError **error)
{
	const struct store_hit *hit = &g_array_index(search->hits, struct store_hit, n);
	struct record record;
	record_init(&record);
	bool good = store_fetch(&record, search->store, hit->docid, error);
	if (good) {
		g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
		g_autoptr(GString) out = g_string_new(NULL);
		matcher_match(marks, search->matcher, tree, &record);
		struct present_hit shown = {n + 1, hit->score, &record, marks};
		struct present_style style = {options->color, options->snippet, options->width};
		options->format->print(out, &shown, &style);
		good = write_out(out);
		if (!good)
			g_set_error(error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
	}
	record_clear(&record);
	return good;
}

/* "20 of 86", where not all of it was shown or somebody looks on. */
static void say_page(const struct options *options, guint64 first, guint64 end, guint total)
{
	if (options->quiet || (!options->is_terminal && end - first == total))
		return;
	if (first >= end)
		fprintf(stderr, "none of %u behind the first %" G_GUINT64_FORMAT "\n", total, options->offset);
	else if (first > 0)
		fprintf(stderr, "%" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT " of %u\n", first + 1, end, total);
	else
		fprintf(stderr, "%" G_GUINT64_FORMAT " of %u\n", end, total);
}

static bool print_hits(struct search *search, const struct tree *tree, const struct options *options, GError **error)
{
	guint64 total = search->hits->len;
	guint64 first = MIN(options->offset, total);
	guint64 end = options->limit < 0 ? total : MIN(first + (guint64)options->limit, total);
	for (guint64 n = first; n < end; n++)
		if (!print_hit(search, tree, options, (guint)n, error))
			return false;
	if (fflush(stdout) != 0) {
		g_set_error(error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
		return false;
	}
	say_page(options, first, end, search->hits->len);
	return true;
}

static bool print_count(const struct search *search, GError **error)
{
	if (printf("%u\n", search->hits->len) > 0 && fflush(stdout) == 0)
		return true;
	g_set_error(error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
	return false;
}

static bool advise(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error)
{
	return advice_missing(notes, search, tree, error) && advice_people(notes, search, tree, error);
}

static bool answer(struct search *search, struct language *language, const struct options *options, GError **error)
{
	if (!search_run(search, language->tree, options->sort, error))
		return false;
	if (!options->quiet && !advise(language->notes, search, language->tree, error))
		return false;
	if (options->explain && !explain(search, language->tree, error))
		return false;
	say_all(language->notes, options);
	if (options->count)
		return print_count(search, error);
	if (search->hits->len > 0)
		return print_hits(search, language->tree, options, error);
	if (!options->quiet)
		say("nothing found");
	return true;
}

static enum status search_index(struct language *language, const struct options *options)
{
	GError *error = NULL;
	struct store *store = NULL;
	if (!store_open(&store, options->index, STORE_READ, &error))
		return fail(error);
	struct search search;
	search_init(&search, store);
	bool good = answer(&search, language, options, &error);
	enum status status = search.hits->len > 0 ? STATUS_FOUND : STATUS_NOTHING;
	search_clear(&search);
	store_close(store);
	return good ? status : fail(error);
}

static enum status run(struct options *options)
{
	if (options->mode == MODE_HELP || options->mode == MODE_VERSION) {
		fputs(options->mode == MODE_HELP ? options_help() : "minutes-query " MINUTEBOOK_VERSION "\n", stdout);
		return fflush(stdout) == 0 ? STATUS_FOUND : STATUS_FAILED;
	}
	GError *error = NULL;
	struct language language;
	language_init(&language);
	enum status status;
	if (read_query(&language, options, &error)) {
		status = search_index(&language, options);
	} else {
		bool has_place = language.fault < strlen(options->query) || language.tree;
		g_autofree char *caret = has_place ? language_caret(&language, span_of(options->query)) : NULL;
		status = fail(error);
		if (caret)
			fprintf(stderr, "%s\n", caret);
	}
	language_clear(&language);
	return status;
}

int main(int argc, char **argv)
{
	(void)argc;
	/* A reader that leaves early ends the program without a word. */
	signal(SIGPIPE, SIG_DFL);
	GError *error = NULL;
	struct options options;
	if (!options_parse(&options, argv, &error))
		return fail(error);
	enum status status = run(&options);
	options_clear(&options);
	return status;
}
