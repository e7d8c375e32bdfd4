/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a paper: told by content, extracted, parsed. PDF is left out, since it is poppler's to withstand, and old
 * Word documents, which another program reads. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "extract.h"
#include "fuzz.h"
#include "parse.h"
#include "stemmer.h"

static void demand(bool holds, const char *claim)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", claim);
	abort();
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
		demand(record->text && g_utf8_validate(record->text, -1, NULL), "a record's text is UTF-8");
		demand(record->id && record->speakers && record->names, "a record is complete");
		g_autofree char *line = record_print(record);
		struct record again;
		record_init(&again);
		demand(record_parse(&again, span_of(line), NULL), "what is printed can be read");
		record_clear(&again);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span bytes = {(const char *)data, size};
	if (extract_format(bytes) == FORMAT_PDF || extract_format(bytes) == FORMAT_DOC)
		return 0;
	struct document document;
	document_init(&document);
	g_autoptr(GError) error = NULL;
	if (extract_document(&document, bytes, &error)) {
		struct paper paper;
		paper_init(&paper);
		struct parse_input input = {
			.path = "paper", .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
		parse_document(&paper, &document, &input);
		check_paper(&paper);
		paper_clear(&paper);
	} else {
		demand(error != NULL, "a refusal says why");
	}
	document_clear(&document);
	return 0;
}
