/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "claims.h"

#include <stdio.h>
#include <stdlib.h>

#include "fault.h"
#include "parse.h"
#include "stemmer.h"

void demand(bool holds, const char *claim)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", claim);
	abort();
}

static void check_record(const struct record *record)
{
	demand(record->text && g_utf8_validate(record->text, -1, NULL), "a record's text is UTF-8");
	demand(record->id && record->speakers && record->names, "a record is complete");
	g_autofree char *line = record_print(record);
	struct record again;
	record_init(&again);
	demand(record_parse(&again, span_of(line), NULL), "what is printed can be read");
	g_autofree char *second = record_print(&again);
	demand(strcmp(line, second) == 0, "what is read is what was printed");
	record_clear(&again);
}

static void check_paper(const struct paper *paper)
{
	guint covered = 0;
	for (guint i = 0; i < paper->parts->len; i++) {
		const struct part *part = &g_array_index(paper->parts, struct part, i);
		demand(part->first == covered && part->end >= part->first, "parts cover the records in order");
		covered = part->end;
	}
	demand(covered == paper->records->len, "no record is outside a part");
	for (guint i = 0; i < paper->records->len; i++) {
		const struct record *record = g_ptr_array_index(paper->records, i);
		check_record(record);
		demand(record_number(record) == i + 1, "ids are numbered without a gap");
	}
}

void claims_check_document(const struct document *document)
{
	struct paper paper;
	paper_init(&paper);
	struct stemmer *stemmer = stemmer_new();
	struct parse_input input = {.path = "paper",
				    .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
				    .stemmer = stemmer};
	parse_document(&paper, document, &input);
	check_paper(&paper);
	stemmer_free(stemmer);
	paper_clear(&paper);
}

static void check_lines(const struct document *document)
{
	for (guint i = 0; i < document->pages->len; i++) {
		const struct page *page = g_ptr_array_index(document->pages, i);
		for (guint n = 0; n < page->lines->len; n++) {
			const char *text = g_array_index(page->lines, struct line, n).text;
			demand(text && g_utf8_validate(text, -1, NULL), "a line is UTF-8");
			demand(!strpbrk(text, "\n\r"), "a line is one line");
		}
	}
}

void claims_check_bytes(bool (*extract)(struct document *, struct span, GError **), struct span bytes)
{
	struct document document;
	document_init(&document);
	g_autoptr(GError) error = NULL;
	if (extract(&document, bytes, &error)) {
		check_lines(&document);
		claims_check_document(&document);
	} else {
		demand(error != NULL, "a refusal says why");
		demand(g_utf8_validate(error->message, -1, NULL), "a message is UTF-8");
	}
	document_clear(&document);
}
