/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_mode.h"

#include "drift.h"
#include "fault.h"
#include "foi.h"
#include "foi_page.h"
#include "questions.h"

#define ATTEMPTS 3

static void say_pack(const struct pack *pack)
{
	g_autofree char *hits = foi_plural(pack->hits->len, "paragraph", "paragraphs");
	g_autofree char *papers = foi_plural(pack->papers->len, "paper", "papers");
	g_autofree char *searched = foi_plural(pack->scope.searched->len, "paper", "papers");
	g_autofree char *line =
		g_strdup_printf("%s: %s in %s; %s searched", pack->options->request.folder, hits, papers, searched);
	if (!pack->options->quiet)
		tell_line(line);
}

/* Begins again where a writer moves on between gathering and the end of writing. */
static bool gather_and_write(struct pack *pack, const GPtrArray *questions, GError **error)
{
	for (int attempt = 1;; attempt++) {
		GError *trouble = NULL;
		if (!pack_gather(pack, questions, error))
			return false;
		if (foi_write(pack, &trouble))
			return true;
		if (attempt == ATTEMPTS || !g_error_matches(trouble, FAULT, FAULT_LOCKED)) {
			g_propagate_error(error, trouble);
			return false;
		}
		g_error_free(trouble);
	}
}

static bool look_at_disk(struct drift *drift, const char *place, GError **error)
{
	struct store *store = NULL;
	g_autoptr(GPtrArray) files = NULL;
	g_autoptr(GPtrArray) folders = NULL;
	g_autoptr(GPtrArray) companions = NULL;
	bool good = store_open(&store, place, STORE_READ, error) && store_file_list(&files, store, error) &&
		    store_folder_list(&folders, store, error) && store_companion_list(&companions, store, error);
	struct drift_ground ground = {files, folders, companions, place};
	if (good && !store_is_remote(store))
		drift_look(drift, &ground);
	store_close(store);
	return good;
}

/* A search of yesterday's papers is complete for yesterday: who answers must know it. It is not in the pack, which tells
 * of the index alone. */
static bool say_drift(const struct options *options, GError **error)
{
	for (char **place = options->indexes; *place; place++) {
		struct drift drift;
		drift_init(&drift);
		bool good = look_at_disk(&drift, *place, error);
		g_autofree char *line = g_strdup_printf(
			"%s: the papers on the disk are others by now (%u new, %u changed, %u gone); minutes-index "
			"takes them in, --status names them",
			*place, drift.added->len, drift.changed->len, drift.gone->len);
		bool has_drifted = drift.added->len + drift.changed->len + drift.gone->len > 0;
		drift_clear(&drift);
		if (good && has_drifted && !options->quiet)
			tell_line(line);
		if (!good)
			return false;
	}
	return true;
}

static void say_notes(const GPtrArray *questions)
{
	for (guint n = 0; n < questions->len; n++) {
		const struct question *question = g_ptr_array_index(questions, n);
		for (guint k = 0; k < question->language.notes->len; k++)
			tell_remark(question, g_ptr_array_index(question->language.notes, k));
	}
}

static enum tell_status make_pack(const GPtrArray *questions, struct store *store, const struct options *options)
{
	GError *error = NULL;
	struct pack pack;
	pack_init(&pack, store, options);
	bool good = gather_and_write(&pack, questions, &error) && say_drift(options, &error);
	if (good) {
		say_notes(questions);
		say_pack(&pack);
	}
	enum tell_status status = pack.hits->len > 0 ? TELL_FOUND : TELL_NOTHING;
	pack_clear(&pack);
	return good ? status : tell_error(error);
}

enum tell_status pack_mode_run(const struct options *options, char *const *argv)
{
	GError *error = NULL;
	struct store *store = NULL;
	enum tell_status status = TELL_FOUND;
	if (!foi_check_folder(options->request.folder, &error))
		return tell_error(error);
	g_autoptr(GPtrArray) questions = questions_all(options, argv, &status);
	if (status != TELL_FOUND || !questions)
		return status;
	if (!store_open_all(&store, (const char *const *)options->indexes, &error))
		return tell_error(error);
	questions_drop_unknown(questions, store, &status);
	if (status == TELL_FOUND)
		status = make_pack(questions, store, options);
	store_close(store);
	return status;
}
