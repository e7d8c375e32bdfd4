/* SPDX-License-Identifier: GPL-2.0-or-later */
/* minutes-index: council papers into an index, or with --parse onto stdout. Nothing else of the indexer prints but say.h
 * and check_index.h. */
#include <errno.h>
#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "check_index.h"
#include "companions.h"
#include "confine.h"
#include "families.h"
#include "fault.h"
#include "ingest.h"
#include "options.h"
#include "progress.h"
#include "rebuild.h"
#include "say.h"
#include "summary.h"
#include "text.h"

enum outcome {
	RUN_DONE = 0,
	RUN_SOME = 1,   /* some files could not be read */
	RUN_FAILED = 2, /* could not work */
	RUN_BROKEN = 3, /* the index is missing or damaged */
};

/* The one variable of the program: a signal handler has no other way to speak. */
static volatile sig_atomic_t stop_asked;

static void ask_to_stop(int signal)
{
	stop_asked = signal;
}

/* Once: the second signal ends the program at once, which the index survives as well. A signal that was being ignored
 * (nohup) stays so. */
static void watch_signals(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
	for (size_t i = 0; i < G_N_ELEMENTS(signals); i++) {
		struct sigaction action;
		sigaction(signals[i], NULL, &action);
		if (action.sa_handler == SIG_IGN)
			continue;
		action = (struct sigaction){.sa_handler = ask_to_stop, .sa_flags = SA_RESTART | (int)SA_RESETHAND};
		sigemptyset(&action.sa_mask);
		sigaction(signals[i], &action, NULL);
	}
}

static enum outcome fail(const GError *error)
{
	say(NULL, error->message);
	return RUN_FAILED;
}

/* Everything of a run that both modes need. */
struct run {
	const struct options *options;
	struct walk walk;
	struct reader reader;
	struct pool *pool;
	guint troubles; /* what could not be read so far: files, folders, lines of manifests */
};

static void read_manifests(struct run *run)
{
	for (guint i = 0; i < run->walk.manifests->len; i++) {
		g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
		g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
		g_autoptr(GError) trouble = NULL;
		const char *path = run->walk.manifests->pdata[i];
		if (!manifest_shelf_add(run->reader.shelf, path, complaints, notes, &trouble))
			g_ptr_array_add(complaints, g_strdup(trouble->message));
		say_lines(complaints);
		run->troubles += complaints->len;
		if (!run->options->quiet)
			say_lines(notes);
	}
}

static bool run_open(struct run *run, const struct options *options, const char *except, GError **error)
{
	*run = (struct run){.options = options};
	g_autofree char *topics = options->topics ? g_strdup(options->topics) : reader_find_topics(options->paths);
	if (!reader_open(&run->reader, topics, error))
		return false;
	const struct pool_limits limits = {options->jobs, options->seconds, options->megabytes, &stop_asked};
	if ((options->ocr && !reader_use_ocr(&run->reader, options->ocr, error)) ||
	    !pool_open(&run->pool, &run->reader, &limits, error)) {
		reader_close(&run->reader);
		return false;
	}
	walk_init(&run->walk, except);
	for (guint i = 0; options->paths[i]; i++)
		walk_add(&run->walk, options->paths[i]);
	say_problems(run->walk.problems);
	if (!options->quiet)
		say_problems(run->walk.notes);
	run->troubles += run->walk.problems->len;
	read_manifests(run);
	return true;
}

static void run_close(struct run *run)
{
	walk_clear(&run->walk);
	pool_close(run->pool);
	reader_close(&run->reader);
}

/* The records of the paper that the pool answered last. */
static bool print_records(struct run *run, GError **error)
{
	bool is_end = false, good = true;
	while (good && !is_end && !ferror(stdout)) {
		struct record record;
		record_init(&record);
		good = pool_record(&record, &is_end, run->pool, error);
		g_autofree char *line = good && !is_end ? record_print(&record) : NULL;
		if (line)
			puts(line);
		record_clear(&record);
	}
	return good;
}

/* False only for what ends the run. */
static bool print_paper(struct run *run, const struct walk_file *file, GError **error)
{
	struct pool_answer answer;
	g_autoptr(GError) trouble = NULL;
	if (!pool_next(&answer, run->pool, error))
		return false;
	bool is_paper = answer.outcome == POOL_PAPER;
	bool good = is_paper && print_records(run, &trouble);
	if (!good)
		say(file->path, trouble ? trouble->message : answer.reason);
	else if (answer.reason && !run->options->quiet)
		say(file->path, answer.reason);
	run->troubles += !good;
	pool_answer_clear(&answer);
	if (!trouble || trouble->code == FAULT_INPUT)
		return true;
	g_propagate_error(error, g_steal_pointer(&trouble));
	return false;
}

static void ask_for(const struct run *run, const struct walk_file *file)
{
	const struct pool_job job = {
		.file = file,
		.manifest = manifest_shelf_find(run->reader.shelf, file->path),
	};
	pool_ask(run->pool, &job);
}

static bool parse_all(struct run *run, GError **error)
{
	const GPtrArray *files = run->walk.files;
	bool good = true;
	for (guint i = 0, asked = 0; good && i < files->len && !ferror(stdout); i++) {
		while (asked < files->len && pool_has_room(run->pool))
			ask_for(run, files->pdata[asked++]);
		good = print_paper(run, files->pdata[i], error);
	}
	return good;
}

static enum outcome parse(const struct options *options)
{
	struct run run;
	g_autoptr(GError) error = NULL;
	if (!run_open(&run, options, NULL, &error))
		return fail(error);
	bool good = parse_all(&run, &error);
	enum outcome outcome = run.troubles ? RUN_SOME : RUN_DONE;
	run_close(&run);
	if (!good)
		return fail(error);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return outcome;
	say("standard output", g_strerror(errno));
	return RUN_FAILED;
}

static void print_summary(const struct summary *summary)
{
	g_autoptr(GString) line = g_string_new(NULL);
	summary_format(line, summary);
	puts(line->str);
}

static void tell_result(struct run *run, const struct ingest_result *result)
{
	const char *path = result->file->path;
	if (result->outcome == INGEST_UNREADABLE) {
		g_autofree char *reason =
			g_strconcat(result->reason, result->is_old ? " (as before; --retry tries it again)" : "", NULL);
		say(path, reason);
		run->troubles++;
	} else if (result->reason && !run->options->quiet) {
		say(path, result->reason);
	} else if (result->is_empty && !run->options->quiet) {
		say(path, "is empty: no text to index");
	}
}

static gint64 total_bytes(const struct walk *walk)
{
	gint64 total = 0;
	for (guint i = 0; i < walk->files->len; i++)
		total += ((const struct walk_file *)walk->files->pdata[i])->size;
	return total;
}

static bool ingest_files(struct summary *summary, struct ingest *ingest, struct run *run, GError **error)
{
	struct progress progress;
	progress_init(&progress, run->walk.files->len, total_bytes(&run->walk), !run->options->quiet);
	const GPtrArray *files = run->walk.files;
	bool good = true;
	for (guint i = 0, asked = 0; good && !stop_asked && i < files->len; i++) {
		while (asked < files->len && ingest_has_room(ingest))
			ingest_ask(ingest, files->pdata[asked++]);
		struct ingest_result result;
		good = ingest_next(&result, ingest, error);
		if (good && result.outcome != INGEST_STOPPED) {
			if (result.outcome == INGEST_UNREADABLE || result.is_empty || result.reason)
				progress_hide(&progress);
			summary_add(summary, &result);
			tell_result(run, &result);
			progress_advance(&progress, result.file->size, result.paragraphs);
		}
		ingest_result_clear(&result);
	}
	progress_hide(&progress);
	return good;
}

static bool ingest_all(struct summary *summary, struct run *run, struct store *store, GError **error)
{
	struct ingest ingest;
	if (!ingest_init(&ingest, store, &run->reader, run->pool, error)) {
		ingest_clear(&ingest);
		return false;
	}
	ingest.stop = &stop_asked;
	ingest.retries = run->options->retry;
	bool good = ingest_files(summary, &ingest, run, error);
	good = good && ingest_forget_gone(&summary->forgotten, &ingest, &run->walk, error);
	good = good && ingest_folders(&ingest, &run->walk, error);
	good = good && ingest_finish(&ingest, error);
	/* A run that was stopped has left papers as older manifests had them. */
	good = good && (stop_asked || companions_keep(store, &run->reader, &run->walk, error));
	ingest_clear(&ingest);
	return good;
}

static enum outcome fill(struct run *run)
{
	g_autoptr(GError) error = NULL;
	struct store *store = NULL;
	if (!store_open(&store, run->options->index, STORE_WRITE, &error))
		return fail(error);
	watch_signals();
	struct summary summary = {.companions = run->walk.companions};
	bool good = families_keep(store, run->options->thesaurus, run->options->paths, &error) &&
		    ingest_all(&summary, run, store, &error);
	store_close(store);
	if (!good) {
		fail(error);
		say(NULL, "what was taken in before is kept; run it again to take in the rest");
		return RUN_FAILED;
	}
	if (!run->options->quiet)
		print_summary(&summary);
	if (stop_asked) {
		say(NULL, "stopped as asked; the files so far are kept, run it again to take in the rest");
		return RUN_FAILED;
	}
	return run->troubles ? RUN_SOME : RUN_DONE;
}

static enum outcome index_papers(const struct options *options)
{
	struct run run;
	g_autoptr(GError) error = NULL;
	if (!run_open(&run, options, options->replaces ? options->replaces : options->index, &error))
		return fail(error);
	/* With nothing there to read, a slip of the pen must not leave an empty index behind. */
	bool has_any = run.walk.missing < g_strv_length(options->paths);
	/* Nor must a folder that is not there today cost an index its papers. */
	has_any = has_any && !(options->replaces && run.walk.missing > 0);
	enum outcome outcome = has_any ? fill(&run) : RUN_FAILED;
	run_close(&run);
	return outcome;
}

static enum outcome rebuild(struct options *options)
{
	g_autoptr(GError) error = NULL;
	struct rebuild rebuild;
	if (!rebuild_begin(&rebuild, options, &error))
		return fail(error);
	enum outcome outcome = index_papers(options);
	bool is_complete = outcome == RUN_DONE || outcome == RUN_SOME;
	if (!rebuild_end(&rebuild, is_complete, &error))
		outcome = fail(error);
	if (outcome == RUN_FAILED)
		say(NULL, "the index is as it was before");
	return outcome;
}

static void print_version(void)
{
	g_autofree char *confinement = confine_describe();
	printf("minutes-index " MINUTEBOOK_VERSION "\n%s\n", confinement);
}

int main(int argc, char **argv)
{
	(void)argc;
	setlocale(LC_ALL, "");
	struct options options;
	g_autoptr(GError) error = NULL;
	if (!options_parse(&options, argv, &error))
		return fail(error);
	enum outcome outcome = RUN_DONE;
	switch (options.mode) {
	case MODE_HELP:
		fputs(options.help, stdout);
		break;
	case MODE_VERSION:
		print_version();
		break;
	case MODE_PARSE:
		outcome = parse(&options);
		break;
	case MODE_CHECK:
		outcome = check_index(&options) ? RUN_DONE : RUN_BROKEN;
		break;
	case MODE_REBUILD:
		outcome = rebuild(&options);
		break;
	case MODE_INDEX:
		outcome = index_papers(&options);
		break;
	}
	options_clear(&options);
	return outcome;
}
