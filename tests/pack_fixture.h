/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A library of invented papers, in memory and in an index, and packs made of it. Every third paper is a draft of the one
 * before it, some are exempt, some undated, and three hold nothing. Any failure fails the test. */
#ifndef MINUTEBOOK_PACK_FIXTURE_H
#define MINUTEBOOK_PACK_FIXTURE_H

#include "index_fixture.h"
#include "pack.h"

#define PACK_FIXTURE_PAPERS 18U
#define PACK_FIXTURE_PARAGRAPHS 14U /* in each, the last one furniture */

struct pack_fixture {
	struct index_fixture index;
	GPtrArray *records; /* struct record * */
};

void pack_fixture_init(struct pack_fixture *fixture);

/* Without any paper, open for writing; pack_fixture_publish opens it for reading. */
void pack_fixture_init_empty(struct pack_fixture *fixture);
void pack_fixture_publish(struct pack_fixture *fixture);
void pack_fixture_clear(struct pack_fixture *fixture);

/* An entry of the ledger. */
void pack_fixture_put_file(struct pack_fixture *fixture, const struct store_file *like);

/* A pack of some queries, with what it was made of. */
struct pack_fixture_made {
	struct options options;
	GPtrArray *questions;
	struct pack pack;
};

/* `extra` are options, `queries` what is asked; both end with NULL. */
void pack_fixture_make(struct pack_fixture_made *made, const struct pack_fixture *fixture, const char *const *extra,
		       const char *const *queries);
void pack_fixture_made_clear(struct pack_fixture_made *made);

#endif
