/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a query: read both ways, printed, read again, described and matched. What must hold of every query is
 * checked here and ends the program where it does not. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "describe.h"
#include "fault.h"
#include "fuzz.h"
#include "language.h"
#include "match.h"
#include "snippet.h"
#include "text.h"

static void demand(bool holds, const char *claim, const char *query)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n%s\n", claim, query);
	abort();
}

static void check_refusal(const struct language *language, struct span query, const GError *error)
{
	demand(g_error_matches(error, FAULT, FAULT_QUERY), "a refusal is a fault of the query", query.ptr);
	demand(language->fault <= query.len, "the fault is inside the query", query.ptr);
	demand(!language->tree, "what is refused leaves no tree", query.ptr);
	demand(g_utf8_validate(error->message, -1, NULL), "a message is UTF-8", query.ptr);
	g_autofree char *caret = language_caret(language, query);
	demand(strchr(caret, '^') != NULL, "a refusal has a caret", query.ptr);
}

static void check_round_trip(const struct tree *tree, struct span query)
{
	struct language again;
	language_init(&again);
	g_autofree char *printed = tree_print(tree);
	demand(language_parse(&again, span_of(printed), NULL), "what is printed can be read", query.ptr);
	demand(again.tree && tree_equal(tree, again.tree), "what is printed means the same", query.ptr);
	language_clear(&again);
}

/* Papers with something of everything that a query may look for. */
static void fill_record(struct record *record)
{
	record->id = g_strdup("0123456789ab#7");
	record->path = g_strdup("/papers/2016-05-26 pack.txt");
	record->body = g_strdup("Panel of Herons");
	record->date = g_strdup("2016-05-26");
	record->kind = KIND_RESOLUTION;
	record->title = g_strdup("Report of the a-b review");
	record->text = g_strdup("The na\303\257ve heron, staying put (a b c), asked: \"is a-b's 10:30 \357\254\201t?\" "
				"\346\260\264 a a b. NOT and OR x AND *");
	record_add_speaker(record, "Mr A Heron", SPEAKER_DIRECT);
	record_add_name(record, "Mr A Heron");
}

static void check_marks(const GArray *marks, const struct record *record, struct span query)
{
	size_t at = 0;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark mark = g_array_index(marks, struct match_mark, n);
		demand(mark.start >= at && mark.start < mark.end && mark.end <= strlen(record->text),
		       "marks are in order and inside the text", query.ptr);
		at = mark.end;
	}
	struct snippet snippet;
	snippet_choose(&snippet, span_of(record->text), marks, 5);
	bool shows = marks->len == 0;
	for (guint n = 0; n < marks->len; n++) {
		struct match_mark mark = g_array_index(marks, struct match_mark, n);
		shows = shows || (mark.start < snippet.end && mark.end > snippet.start);
	}
	demand(shows, "a snippet shows a hit", query.ptr);
}

/* As the thesaurus would: here a family is its own name. */
static void give_meaning(struct tree *node)
{
	if (node->op == TREE_FAMILY)
		node->meaning = tree_leaf(TREE_WORDS, span_of(node->text));
	for (guint n = 0; n < node->children->len; n++)
		give_meaning(g_ptr_array_index(node->children, n));
}

static void check_matching(struct tree *tree, struct span query)
{
	give_meaning(tree);
	struct record record;
	record_init(&record);
	fill_record(&record);
	struct stemmer *stemmer = stemmer_new();
	struct matcher *matcher = matcher_new(stemmer);
	g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct match_mark));
	bool matches = matcher_match(marks, matcher, tree, &record);
	demand(matches == matcher_match(NULL, matcher, tree, &record), "marks change no answer", query.ptr);
	demand(matches || marks->len == 0, "only what answers is marked", query.ptr);
	check_marks(marks, &record, query);
	matcher_free(matcher);
	stemmer_free(stemmer);
	record_clear(&record);
}

static void check_query(struct span query, bool (*parse)(struct language *, struct span, GError **))
{
	struct language language;
	language_init(&language);
	g_autoptr(GError) error = NULL;
	if (!parse(&language, query, &error)) {
		check_refusal(&language, query, error);
	} else if (language.tree) {
		g_autofree char *english = describe_tree(language.tree);
		demand(*english != '\0', "every query can be described", query.ptr);
		check_round_trip(language.tree, query);
		check_matching(language.tree, query);
	}
	for (guint n = 0; n < language.notes->len; n++)
		demand(g_utf8_validate(g_ptr_array_index(language.notes, n), -1, NULL), "a note is UTF-8", query.ptr);
	language_clear(&language);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *query = text_repair((struct span){(const char *)data, size}, NULL);
	check_query(span_of(query), language_parse);
	check_query(span_of(query), language_parse_any);
	return 0;
}
