/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Papers for the tests of parsing: from text as a file holds it to its document or its records. */
#ifndef TEST_PARSE_FIXTURE_H
#define TEST_PARSE_FIXTURE_H

#include "page.h"
#include "paper.h"
#include "span.h"

/* Reads text, HTML or PDF into a document, which it initialises. */
void fixture_document(struct document *document, struct span bytes);

/* The whole line, from bytes to records; initialises the paper. `name` is the file's. */
void fixture_paper(struct paper *paper, struct span bytes, const char *name);

/* The record at this place, from 0. Borrowed. */
const struct record *fixture_record(const struct paper *paper, guint i);

/* The first record whose text starts with these words; the test fails where there is none. Borrowed. */
const struct record *fixture_find(const struct paper *paper, const char *start);

#endif
