/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "question.h"

#include "confirmed.h"
#include "family.h"
#include "fault.h"
#include "person_field.h"
#include "similar.h"

void question_clear(struct question *question)
{
	language_clear(&question->language);
	options_clear(&question->options);
	g_clear_pointer(&question->aliases, g_ptr_array_unref);
	g_free(question->place);
}

struct question *question_new(void)
{
	struct question *question = g_new0(struct question, 1);
	language_init(&question->language);
	return question;
}

void question_free(gpointer question)
{
	question_clear(question);
	g_free(question);
}

/* Whether an answer without any query means one of all paragraphs: of those that are new, or in numbers. */
static bool takes_everything(const struct options *options)
{
	bool is_number = options->count || options->facets->len > 0 || options->has_timeline;
	return options->mode == MODE_SEARCH && (is_number || options->since_revision >= 0);
}

/* The query's tree with the options' filters in it. */
static bool read_query(struct language *language, struct options *options, GError **error)
{
	struct span text = span_of(options->query);
	bool good = options->any ? language_parse_any(language, text, error) : language_parse(language, text, error);
	if (!good)
		return false;
	if (options->show && !similar_show(&language->tree, options->show, error))
		return false;
	bool has_filter = options->filters->len > 0 || options->period || options->similar;
	bool takes_all = !options->has_query && takes_everything(options);
	if (!language->tree && !has_filter && !takes_all) {
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
	if (!language->tree && !options->similar) {
		language->tree = tree_new(TREE_AND);
		if (options->since_revision < 0)
			g_ptr_array_add(language->notes, g_strdup("there is no query; all paragraphs are taken"));
	}
	return true;
}

bool question_read(struct question *question, GError **error)
{
	struct language *language = &question->language;
	if (!read_query(language, &question->options, error))
		return false;
	language->fault = G_MAXSIZE;
	return true;
}

static bool resolve_fields(struct question *question, struct store *store, GError **error)
{
	const char *path = question->options.people;
	if (path && !question->aliases && !aliases_read(&question->aliases, path, error))
		return false;
	struct person_field_request request = {store, question->aliases, question->language.notes};
	struct tree *tree = question->language.tree;
	return !tree || (person_field_resolve(tree, &request, error) && confirmed_resolve(tree, store, error));
}

bool question_resolve(struct question *question, struct store *store, GError **error)
{
	struct language *language = &question->language;
	struct family_request request = {
		.store = store,
		.file = question->options.thesaurus,
		.notes = language->notes,
		.fault = G_MAXSIZE,
	};
	bool good = !language->tree || family_resolve(language->tree, &request, error);
	language->fault = request.fault;
	return good && resolve_fields(question, store, error);
}
