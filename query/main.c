/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <errno.h>
#include <signal.h>
#include <stdio.h>

#include "advice.h"
#include "batch.h"
#include "explain.h"
#include "fault.h"
#include "feedback.h"
#include "holdings.h"
#include "output.h"
#include "pack_mode.h"
#include "pager.h"
#include "questions.h"
#include "saved.h"
#include "search.h"
#include "similar.h"
#include "spool.h"
#include "tell.h"
#include "text.h"
#include "verify_mode.h"

/* How often an answer is begun anew because the index changed under it. */
#define ATTEMPTS 10

static void say_all(const struct question *question)
{
	for (guint n = 0; n < question->language.notes->len; n++)
		tell_remark(question, g_ptr_array_index(question->language.notes, n));
}

/* "20 of 86", where not all of it was shown or somebody looks on. */
static void say_page(const struct question *question, const struct output_page *page, guint total)
{
	const struct options *options = &question->options;
	if (options->quiet || (!options->is_terminal && page->end - page->first == total))
		return;
	fputs(question->place ? question->place : "", stderr);
	if (page->first >= page->end)
		fprintf(stderr, "none of %u behind the first %" G_GUINT64_FORMAT "\n", total, options->offset);
	else if (page->first > 0)
		fprintf(stderr, "%" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT " of %u\n", page->first + 1, page->end,
			total);
	else
		fprintf(stderr, "%" G_GUINT64_FORMAT " of %u\n", page->end, total);
}

/* An answer before anybody has seen it. */
struct reply {
	FILE *spool;
	GString *explained;
	struct output_page page;
};

static bool print_hits(struct reply *reply, struct search *search, const struct question *question, GError **error)
{
	const struct present_part *part = question->part.count > 0 ? &question->part : NULL;
	struct output_request request = {search, question->language.tree, &question->options, part};
	return output_print(&reply->page, reply->spool, &request, error);
}

static void print_count(const struct reply *reply, const struct search *search, const struct question *question)
{
	g_autofree char *asked = text_printable(span_of(question->options.query));
	if (question->part.count > 0)
		fprintf(reply->spool, "%u\t%s\n", search->hits->len, asked);
	else
		fprintf(reply->spool, "%u\n", search->hits->len);
}

static bool advise(GPtrArray *notes, struct search *search, const struct tree *tree, GError **error)
{
	return advice_missing(notes, search, tree, error) && advice_people(notes, search, tree, error);
}

/* True: an id that nothing has is nothing found. */
static bool tell_missing(const struct question *question)
{
	g_autofree char *message =
		g_strdup_printf("no paragraph with words in it has the id %s", question->options.similar);
	tell_remark(question, message);
	return true;
}

/* Tells by which words besides the hits are ranked: nobody typed them. */
static bool learn(struct search *search, struct language *language, GError **error)
{
	g_autoptr(GPtrArray) words = NULL;
	if (!feedback_run(&words, search, language->tree, error))
		return false;
	g_ptr_array_add(words, NULL);
	g_autofree char *list = g_strjoinv(", ", (char **)words->pdata);
	if (*list)
		g_ptr_array_add(language->notes, g_strconcat("ranked also by what the best hits say: ", list, NULL));
	return true;
}

static bool find(struct search *search, struct question *question, GError **error)
{
	const struct options *options = &question->options;
	struct language *language = &question->language;
	search->since = options->since_revision;
	if (options->similar)
		return similar_run(search, &language->tree, options->similar, options->sort, error);
	if (!search_run(search, language->tree, options->sort, error))
		return false;
	return !options->feedback || learn(search, language, error);
}

/* Who asks what is new must know what to ask next time. */
static void say_revision(const struct search *search)
{
	if (search->since >= 0)
		fprintf(stderr, "revision %" G_GUINT64_FORMAT "\n", search->revision);
}

/* Everything of one revision, or FAULT_LOCKED. */
static bool make_reply(struct reply *reply, struct search *search, struct question *question, GError **error)
{
	const struct options *options = &question->options;
	struct language *language = &question->language;
	if (!find(search, question, error))
		return false;
	if (!language->tree)
		return true;
	if (!options->quiet && !advise(language->notes, search, language->tree, error))
		return false;
	if (options->explain && !explain_search(reply->explained, search, language->tree, error))
		return false;
	if (options->count)
		print_count(reply, search, question);
	else if (!print_hits(reply, search, question, error))
		return false;
	return search_is_steady(search, error);
}

static bool deliver(const struct reply *reply, const struct search *search, const struct question *question,
		    GError **error)
{
	if (!question->language.tree)
		return tell_missing(question);
	fputs(reply->explained->str, stderr);
	say_all(question);
	if (!spool_deliver(reply->spool, stdout, error))
		return false;
	if (!question->options.count && reply->page.has_hits && search->hits->len > 0)
		say_page(question, &reply->page, search->hits->len);
	else if (!question->options.count && search->hits->len == 0)
		tell_remark(question, "nothing found");
	if (question->part.number == question->part.count)
		say_revision(search);
	return true;
}

/* Forgets what was made of an index that has changed. */
static bool begin_anew(struct reply *reply, const struct search *search, struct question *question, guint notes,
		       GError **error)
{
	g_ptr_array_set_size(question->language.notes, (gint)notes);
	g_string_truncate(reply->explained, 0);
	return spool_restart(reply->spool, error) && store_refresh(search->store, error);
}

/* A search for what is alike takes its question with it and is not asked twice. */
static bool answer(struct reply *reply, struct search *search, struct question *question, GError **error)
{
	guint notes = question->language.notes->len;
	int attempts = question->options.similar ? 1 : ATTEMPTS;
	for (int attempt = 1;; attempt++) {
		GError *trouble = NULL;
		if (make_reply(reply, search, question, &trouble))
			return deliver(reply, search, question, error);
		if (attempt >= attempts || !g_error_matches(trouble, FAULT, FAULT_LOCKED)) {
			g_propagate_error(error, trouble);
			return false;
		}
		g_error_free(trouble);
		if (!begin_anew(reply, search, question, notes, error))
			return false;
	}
}

static enum tell_status ask(struct store *store, struct question *question)
{
	GError *error = NULL;
	struct search search;
	search_init(&search, store);
	search.aliases = question->aliases;
	struct reply reply = {.spool = spool_open(&error), .explained = g_string_new(NULL)};
	bool good = reply.spool && answer(&reply, &search, question, &error);
	g_string_free(reply.explained, TRUE);
	if (reply.spool)
		fclose(reply.spool);
	enum tell_status status = search.hits->len > 0 ? TELL_FOUND : TELL_NOTHING;
	search_clear(&search);
	return good ? status : tell_question_error(question, error);
}

static bool save(const struct options *options, GError **error)
{
	if (!options->save)
		return true;
	bool replaces = false;
	struct saved saved = {options->query, options->kept};
	if (!saved_put(&replaces, &saved, options->save, error))
		return false;
	g_autofree char *message = g_strdup_printf("%s as '%s'; --saved '%s' asks it again",
						   replaces ? "saved anew" : "saved", options->save, options->save);
	if (!options->quiet)
		tell_line(message);
	return true;
}

static bool open_indexes(struct store **store, const struct options *options, GError **error)
{
	return store_open_all(store, (const char *const *)options->indexes, error);
}

static enum tell_status run_one(struct question *question)
{
	GError *error = NULL;
	struct store *store = NULL;
	if (!question_read(question, &error))
		return tell_question_error(question, error);
	if (!save(&question->options, &error) || !open_indexes(&store, &question->options, &error))
		return tell_error(error);
	enum tell_status status =
		question_resolve(question, store, &error) ? ask(store, question) : tell_question_error(question, error);
	store_close(store);
	return status;
}

static enum tell_status ask_all(GPtrArray *questions, struct store *store)
{
	enum tell_status status = TELL_NOTHING;
	for (guint n = 0; n < questions->len; n++) {
		struct question *question = g_ptr_array_index(questions, n);
		question->part.number = n + 1;
		question->part.count = questions->len;
		enum tell_status one = ask(store, question);
		if (one > TELL_NOTHING)
			return one;
		status = MIN(status, one);
	}
	return status;
}

/* Every line that is a query is answered; the status is the worst of those that are none. */
static enum tell_status run_batch(const struct options *options, char *const *argv)
{
	GError *error = NULL;
	struct store *store = NULL;
	g_autoptr(GPtrArray) lines = NULL;
	if (!batch_read(&lines, options->queries, &error) || !save(options, &error))
		return tell_error(error);
	enum tell_status wrong = TELL_FOUND;
	g_autoptr(GPtrArray) questions = questions_read(lines, argv, &wrong);
	if (questions->len == 0)
		return wrong;
	if (!open_indexes(&store, options, &error))
		return tell_error(error);
	questions_drop_unknown(questions, store, &wrong);
	enum tell_status status = ask_all(questions, store);
	store_close(store);
	return MAX(status, wrong);
}

static bool add_holdings(GString *out, bool *holds, const char *place, bool is_json, GError **error)
{
	struct store *store = NULL;
	struct holdings holdings;
	holdings_init(&holdings);
	bool good = store_open(&store, place, STORE_READ, error) && holdings_read(&holdings, store, place, error);
	if (good) {
		(is_json ? holdings_json : holdings_text)(out, &holdings);
		*holds |= holdings.paragraphs > 0;
	}
	holdings_clear(&holdings);
	store_close(store);
	return good;
}

static enum tell_status run_status(const struct options *options)
{
	GError *error = NULL;
	bool holds = false;
	bool is_json = strcmp(options->format->name, "text") != 0;
	g_autoptr(GString) out = g_string_new(NULL);
	for (char **place = options->indexes; *place; place++) {
		g_string_append(out, place == options->indexes ? "" : "\n");
		if (!add_holdings(out, &holds, *place, is_json, &error))
			return tell_error(error);
	}
	if (is_json)
		g_string_append_c(out, '\n');
	if (fwrite(out->str, 1, out->len, stdout) == out->len && fflush(stdout) == 0)
		return holds ? TELL_FOUND : TELL_NOTHING;
	g_set_error(&error, FAULT, FAULT_SYSTEM, "standard output: %s", g_strerror(errno));
	return tell_error(error);
}

static enum tell_status run(struct question *question, char *const *argv)
{
	const struct options *options = &question->options;
	if (options->mode == MODE_HELP || options->mode == MODE_VERSION) {
		fputs(options->mode == MODE_HELP ? options_help() : "minutes-query " MINUTEBOOK_VERSION "\n", stdout);
		return fflush(stdout) == 0 ? TELL_FOUND : TELL_FAILED;
	}
	if (options->mode == MODE_STATUS)
		return run_status(options);
	if (options->mode == MODE_PACK)
		return pack_mode_run(options, argv);
	if (options->mode == MODE_VERIFY)
		return verify_mode_run(options);
	return options->queries ? run_batch(options, argv) : run_one(question);
}

static enum tell_status run_paged(struct question *question, char *const *argv)
{
	GError *error = NULL;
	struct pager pager = {.screen = -1};
	bool is_paged = question->options.pager && question->options.is_terminal;
	if (is_paged && !pager_open(&pager, &error))
		return tell_error(error);
	enum tell_status status = run(question, argv);
	return pager_close(&pager, &error) ? status : tell_error(error);
}

int main(int argc, char **argv)
{
	(void)argc;
	/* A reader that leaves early ends the program without a word. */
	signal(SIGPIPE, SIG_DFL);
	GError *error = NULL;
	struct question question = {0};
	if (!options_parse(&question.options, argv, &error))
		return tell_error(error);
	language_init(&question.language);
	enum tell_status status = run_paged(&question, argv);
	question_clear(&question);
	return status;
}
