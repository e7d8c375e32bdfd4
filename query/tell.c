/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tell.h"

#include <stdio.h>

#include "fault.h"
#include "text.h"

void tell_line(const char *message)
{
	g_autofree char *repaired = text_repair(span_of(message), NULL);
	g_autofree char *harmless = text_printable(span_of(repaired));
	fprintf(stderr, "minutes-query: %s\n", harmless);
}

enum tell_status tell_error(GError *error)
{
	tell_line(error->message);
	enum tell_status status = g_error_matches(error, FAULT, FAULT_QUERY) ? TELL_WRONG : TELL_FAILED;
	g_error_free(error);
	return status;
}

void tell_remark(const struct question *question, const char *message)
{
	g_autofree char *line = g_strconcat(question->place ? question->place : "", message, NULL);
	if (!question->options.quiet)
		tell_line(line);
}

/* With the place in the query's text where that is to blame. */
enum tell_status tell_question_error(const struct question *question, GError *error)
{
	const struct language *language = &question->language;
	struct span text = span_of(question->options.query);
	g_autofree char *caret = language->fault < text.len ? language_caret(language, text) : NULL;
	g_prefix_error(&error, "%s", question->place ? question->place : "");
	enum tell_status status = tell_error(error);
	if (caret)
		fprintf(stderr, "%s\n", caret);
	return status;
}
