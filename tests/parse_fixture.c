/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "parse_fixture.h"

#include <check.h>

#include "extract.h"
#include "parse.h"

void fixture_document(struct document *document, struct span bytes)
{
	g_autoptr(GError) error = NULL;
	document_init(document);
	ck_assert_msg(extract_document(document, bytes, &error), "%s", error ? error->message : "no reason");
}

void fixture_paper(struct paper *paper, struct span bytes, const char *name)
{
	struct document document;
	struct parse_input input = {.path = name, .sha256 = "0123456789abcdef"};
	fixture_document(&document, bytes);
	paper_init(paper);
	parse_document(paper, &document, &input);
	document_clear(&document);
}

const struct record *fixture_record(const struct paper *paper, guint i)
{
	ck_assert_uint_lt(i, paper->records->len);
	return paper->records->pdata[i];
}

const struct record *fixture_find(const struct paper *paper, const char *start)
{
	for (guint i = 0; i < paper->records->len; i++) {
		const struct record *record = paper->records->pdata[i];
		if (g_str_has_prefix(record->text, start))
			return record;
	}
	ck_abort_msg("no record starts with '%s'", start);
	return NULL;
}
