/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "questions.h"

#include "batch.h"

/* NULL, and it has been told why, where the line is no query. */
static struct question *read_line(const struct batch_line *line, char *const *argv, enum tell_status *status)
{
	GError *error = NULL;
	struct question *question = question_new();
	/* The options anew: each question takes its filters into its tree. */
	bool good = options_parse(&question->options, argv, &error);
	if (good) {
		g_free(question->options.query);
		question->options.query = g_strdup(line->query);
		question->place = g_strdup_printf("%s:%u: ", question->options.queries, line->number);
		question->part = (struct present_part){.asked = question->options.query, .line = line->number};
		good = question_read(question, &error);
	}
	if (good)
		return question;
	*status = tell_question_error(question, error);
	question_free(question);
	return NULL;
}

GPtrArray *questions_read(const GPtrArray *lines, char *const *argv, enum tell_status *status)
{
	GPtrArray *questions = g_ptr_array_new_with_free_func(question_free);
	for (guint n = 0; n < lines->len; n++) {
		struct question *question = read_line(g_ptr_array_index(lines, n), argv, status);
		if (question)
			g_ptr_array_add(questions, question);
	}
	return questions;
}

void questions_drop_unknown(GPtrArray *questions, struct store *store, enum tell_status *status)
{
	for (guint n = 0; n < questions->len;) {
		struct question *question = g_ptr_array_index(questions, n);
		GError *error = NULL;
		if (question_resolve(question, store, &error)) {
			n++;
			continue;
		}
		*status = tell_question_error(question, error);
		g_ptr_array_remove_index(questions, n);
	}
}

static struct question *read_one(char *const *argv, enum tell_status *status)
{
	GError *error = NULL;
	struct question *question = question_new();
	if (options_parse(&question->options, argv, &error) && question_read(question, &error))
		return question;
	*status = tell_question_error(question, error);
	question_free(question);
	return NULL;
}

GPtrArray *questions_all(const struct options *options, char *const *argv, enum tell_status *status)
{
	GError *error = NULL;
	g_autoptr(GPtrArray) lines = NULL;
	if (!options->queries) {
		struct question *question = read_one(argv, status);
		GPtrArray *questions = g_ptr_array_new_with_free_func(question_free);
		if (question)
			g_ptr_array_add(questions, question);
		return questions;
	}
	if (batch_read(&lines, options->queries, &error))
		return questions_read(lines, argv, status);
	*status = tell_error(error);
	return NULL;
}
