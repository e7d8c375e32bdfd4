/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "verify.h"

#include "fault.h"
#include "pack_writer.h"
#include "verify_papers.h"

static void papers_init(struct verify_papers *papers)
{
	GPtrArray **const lists[] = {&papers->changed, &papers->added, &papers->missing, &papers->unseen};
	papers->same = 0;
	for (size_t n = 0; n < G_N_ELEMENTS(lists); n++)
		*lists[n] = g_ptr_array_new_with_free_func(g_free);
}

static void papers_clear(struct verify_papers *papers)
{
	g_clear_pointer(&papers->changed, g_ptr_array_unref);
	g_clear_pointer(&papers->added, g_ptr_array_unref);
	g_clear_pointer(&papers->missing, g_ptr_array_unref);
	g_clear_pointer(&papers->unseen, g_ptr_array_unref);
}

static bool papers_are_same(const struct verify_papers *papers)
{
	return papers->changed->len + papers->added->len + papers->missing->len == 0;
}

void verify_init(struct verify *verify)
{
	*verify = (struct verify){
		.indexes = g_ptr_array_new_with_free_func(written_index_free),
		.hits = g_array_new(FALSE, FALSE, sizeof(guint)),
		.places = g_ptr_array_new_with_free_func(written_place_free),
		.reasons = g_ptr_array_new(),
	};
	checksums_init(&verify->files);
	written_init(&verify->written);
	compare_init(&verify->paragraphs);
	papers_init(&verify->papers);
	papers_init(&verify->sources);
}

void verify_clear(struct verify *verify)
{
	checksums_clear(&verify->files);
	written_clear(&verify->written);
	g_free(verify->unread);
	g_ptr_array_unref(verify->indexes);
	g_array_unref(verify->hits);
	g_ptr_array_unref(verify->places);
	g_ptr_array_unref(verify->reasons);
	compare_clear(&verify->paragraphs);
	papers_clear(&verify->papers);
	papers_clear(&verify->sources);
}

bool verify_is_same(const struct verify *verify)
{
	const struct compare *paragraphs = &verify->paragraphs;
	return !verify->unread && checksums_is_same(&verify->files) &&
	       paragraphs->changed->len + paragraphs->added->len + paragraphs->missing->len == 0 &&
	       papers_are_same(&verify->papers) && papers_are_same(&verify->sources);
}

/* Somebody else's pack does not make this program call a server. */
static bool add_indexes(GPtrArray *argv, const struct written *written, const struct options *options, GError **error)
{
	for (char **place = options->indexes; place && *place; place++)
		g_ptr_array_add(argv, g_strconcat("--index=", *place, NULL));
	for (guint n = 0; !options->indexes && n < written->indexes->len; n++) {
		const struct written_index *index = g_ptr_array_index(written->indexes, n);
		if (index->is_remote) {
			g_set_error(error, FAULT, FAULT_QUERY,
				    "--verify %s: the pack was made from the server %s; name it with --index to ask it "
				    "again",
				    options->request.verify, index->place);
			return false;
		}
		g_ptr_array_add(argv, g_strconcat("--index=", index->place, NULL));
	}
	return true;
}

/* A file of families or people that the pack names, unless it is given anew today: the old one may have been moved. */
static bool add_file(GPtrArray *argv, const char *name, const char *then, const char *today, GError **error)
{
	g_autofree char *prefix = g_strdup_printf("--%s=", name);
	if (!g_str_has_prefix(then, prefix))
		return true;
	const char *path = today ? today : then + strlen(prefix);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		g_set_error(error, FAULT, FAULT_QUERY, "%s: no such file; --%s says where it is now", path, name);
		return false;
	}
	g_ptr_array_add(argv, g_strconcat(prefix, path, NULL));
	return true;
}

static bool add_option(GPtrArray *argv, const char *option, const struct options *options, GError **error)
{
	guint before = argv->len;
	bool good = add_file(argv, "thesaurus", option, options->thesaurus, error) &&
		    add_file(argv, "people", option, options->people, error);
	if (good && argv->len == before)
		g_ptr_array_add(argv, g_strdup(option));
	return good;
}

/* Another file than none would be another search. */
static bool check_file(const struct written *written, const char *name, const char *today, GError **error)
{
	g_autofree char *prefix = g_strdup_printf("--%s=", name);
	for (char **option = written->options; today && *option; option++)
		if (g_str_has_prefix(*option, prefix))
			return true;
	if (today)
		g_set_error(error, FAULT, FAULT_QUERY, "--verify %s%s: the pack was made without one", prefix, today);
	return !today;
}

/* The command line that asks again, without a query. */
static bool make_command(GPtrArray *argv, const struct written *written, const struct options *options, GError **error)
{
	g_ptr_array_add(argv, g_strdup("minutes-query"));
	g_ptr_array_add(argv, g_strdup("--foi=again"));
	g_ptr_array_add(argv, g_strdup("--reference=again"));
	for (char **option = written->options; *option; option++)
		if (!add_option(argv, *option, options, error))
			return false;
	return check_file(written, "thesaurus", options->thesaurus, error) &&
	       check_file(written, "people", options->people, error) && add_indexes(argv, written, options, error);
}

static struct question *read_question(const GPtrArray *command, const char *asked, GError **error)
{
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	for (guint n = 0; n < command->len; n++)
		g_ptr_array_add(argv, g_ptr_array_index(command, n));
	g_ptr_array_add(argv, (gpointer) "--");
	g_ptr_array_add(argv, (gpointer)asked);
	g_ptr_array_add(argv, NULL);
	struct question *question = question_new();
	if (options_parse(&question->options, (char *const *)argv->pdata, error) && question_read(question, error))
		return question;
	question_free(question);
	return NULL;
}

/* struct question *, resolved. */
static bool read_questions(GPtrArray *questions, const struct written *written, const GPtrArray *command,
			   struct store *store, GError **error)
{
	for (guint n = 0; n < written->queries->len; n++) {
		const struct written_query *query = g_ptr_array_index(written->queries, n);
		struct question *question = read_question(command, query->asked, error);
		if (question)
			g_ptr_array_add(questions, question);
		if (!question || !question_resolve(question, store, error)) {
			g_prefix_error(error, "query %u of the pack: ", n + 1);
			return false;
		}
	}
	return true;
}

static void add_place(GPtrArray *places, const struct record *record, const char *number)
{
	struct written_place *place = g_new0(struct written_place, 1);
	place->id = g_strdup(record->id);
	place->path = g_strdup(record->path);
	place->citation = record_citation(record);
	place->number = g_strdup(number);
	g_ptr_array_add(places, place);
}

/* "1, 2", as written.h has it. Yours. */
static char *print_queries(const struct pack *pack, const struct pack_hit *hit)
{
	const struct pack_combination *combination = g_ptr_array_index(pack->combinations, hit->combination);
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < combination->queries->len; n++)
		g_string_append_printf(out, "%s%u", n > 0 ? ", " : "", g_array_index(combination->queries, guint, n));
	return g_string_free(out, FALSE);
}

static void take_hit(struct verify *verify, const struct pack *pack, const struct pack_hit *hit)
{
	g_autofree char *number = pack_number(hit);
	add_place(verify->places, &hit->record, number);
	struct written_place *place = g_ptr_array_index(verify->places, verify->places->len - 1);
	place->sha256 = pack_digest(&hit->record);
	place->queries = print_queries(pack, hit);
	for (guint n = 0; n < hit->copies->len; n++) {
		const struct pack_copy *copy = g_ptr_array_index(hit->copies, n);
		add_place(verify->places, &copy->record, number);
	}
}

static void take_pack(struct verify *verify, const struct pack *pack)
{
	for (guint n = 0; n < pack->indexes->len; n++) {
		const struct pack_index *index = g_ptr_array_index(pack->indexes, n);
		struct written_index *today = g_new0(struct written_index, 1);
		*today = (struct written_index){g_strdup(index->place), g_strdup(index->uuid), index->revision,
						index->is_remote};
		g_ptr_array_add(verify->indexes, today);
	}
	for (guint n = 0; n < pack->queries->len; n++)
		g_array_append_val(verify->hits, pack_query_at(pack, n)->hits);
	for (guint n = 0; n < pack->hits->len; n++)
		take_hit(verify, pack, pack_hit_at(pack, n));
	compare_places(&verify->paragraphs, verify->written.places, verify->places);
	verify_papers_find(verify, pack);
	verify_sources_find(verify);
}

static bool search_again(struct verify *verify, const GPtrArray *command, struct store *store,
			 const struct options *options, GError **error)
{
	g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func(question_free);
	if (!read_questions(questions, &verify->written, command, store, error))
		return false;
	struct pack pack;
	pack_init(&pack, store, options);
	bool good = pack_gather(&pack, questions, error);
	if (good)
		take_pack(verify, &pack);
	pack_clear(&pack);
	return good;
}

static bool open_indexes(struct store **store, const struct options *again, const struct options *options,
			 GError **error)
{
	GError *trouble = NULL;
	if (store_open_all(store, (const char *const *)again->indexes, &trouble))
		return true;
	if (!options->indexes && g_error_matches(trouble, FAULT, FAULT_INDEX))
		g_prefix_error(&trouble, "--verify %s: --index says where the index is now; ", options->request.verify);
	g_propagate_error(error, trouble);
	return false;
}

static bool ask_again(struct verify *verify, const struct options *options, GError **error)
{
	g_autoptr(GPtrArray) command = g_ptr_array_new_with_free_func(g_free);
	if (!make_command(command, &verify->written, options, error))
		return false;
	g_autoptr(GPtrArray) argv = g_ptr_array_copy(command, (GCopyFunc)(void (*)(void))g_strdup, NULL);
	g_ptr_array_set_free_func(argv, g_free);
	g_ptr_array_add(argv, NULL);
	struct options again;
	struct store *store = NULL;
	if (!options_parse(&again, (char *const *)argv->pdata, error))
		return false;
	bool good = open_indexes(&store, &again, options, error) && search_again(verify, command, store, &again, error);
	store_close(store);
	options_clear(&again);
	return good;
}

bool verify_run(struct verify *verify, const struct options *options, GError **error)
{
	g_autoptr(GError) trouble = NULL;
	verify->folder = options->request.verify;
	if (!checksums_check(&verify->files, verify->folder, error))
		return false;
	if (written_read(&verify->written, verify->folder, &trouble))
		return ask_again(verify, options, error);
	/* That it cannot be read is no wonder where its files are not those that were written. */
	if (checksums_is_same(&verify->files)) {
		g_propagate_error(error, g_steal_pointer(&trouble));
		return false;
	}
	verify->unread = g_strdup(trouble->message);
	return true;
}
