/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "pack_fixture.h"

#include <check.h>

static const char *const lexicon[] = {"harbour", "herring", "boats", "boat",   "landed", "landing", "quay",  "quays",
				      "early",   "market",  "ice",   "closed", "the",    "of",      "lamps", "swept"};

static char *random_text(GRand *dice)
{
	GString *text = g_string_new("On that day");
	int count = g_rand_int_range(dice, 6, 16);
	for (int n = 0; n < count; n++)
		g_string_append_printf(text, "%s%s", n % 5 == 4 ? "-" : " ",
				       lexicon[g_rand_int_range(dice, 0, G_N_ELEMENTS(lexicon))]);
	return g_string_free(text, FALSE);
}

static struct record *random_record(GRand *dice, guint paper, guint number)
{
	static const char *const titles[] = {"Boats and quays", "Lamps", NULL};
	g_autofree char *path = g_strdup_printf("papers/%02u.txt", paper);
	g_autofree char *text = random_text(dice);
	struct record *record = index_fixture_record(path, number, text);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
	g_free(record->id);
	record->id = g_strdup_printf("%.12s#%u", sum, number);
	record->title = g_strdup(titles[number % 3]);
	record->body = g_strdup(paper % 2 ? "Harbour Committee" : "Cabinet");
	record->date = paper % 7 == 6 ? NULL : g_strdup_printf("20%02u-05-%02u", 10 + paper % 9, 1 + paper);
	record->type = paper % 4 ? TYPE_MINUTES : TYPE_REPORT;
	record->kind = number == PACK_FIXTURE_PARAGRAPHS ? KIND_FURNITURE : KIND_PARAGRAPH;
	record->classification = g_strdup(paper % 5 == 3 ? "EXEMPT" : paper % 5 == 1 ? "Unrestricted" : NULL);
	record->page = record->page_end = (int)(1 + number / 6);
	return record;
}

/* The same words of the same meeting, in another file. */
static struct record *draft_of(const struct record *record, guint paper)
{
	struct record *draft = record_new();
	g_autofree char *line = record_print(record);
	ck_assert(record_parse(draft, span_of(line), NULL));
	g_free(draft->path);
	g_free(draft->id);
	draft->path = g_strdup_printf("papers/%02u.txt", paper);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, draft->path, -1);
	draft->id = g_strdup_printf("%.12s#%u", sum, record_number(record));
	return draft;
}

void pack_fixture_put_file(struct pack_fixture *fixture, const struct store_file *like)
{
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, like->path, -1);
	struct store_file file = *like;
	file.sha256 = sum;
	ck_assert(store_file_put(fixture->index.store, &file, NULL));
}

static void put_paper(struct pack_fixture *fixture, GRand *dice, guint paper)
{
	struct store *store = fixture->index.store;
	ck_assert(store_begin(store, NULL));
	const struct record *record = NULL;
	for (guint number = 1; number <= PACK_FIXTURE_PARAGRAPHS; number++) {
		guint original = fixture->records->len - PACK_FIXTURE_PARAGRAPHS;
		struct record *next = paper % 3 == 2 ? draft_of(g_ptr_array_index(fixture->records, original), paper)
						     : random_record(dice, paper, number);
		g_ptr_array_add(fixture->records, next);
		ck_assert(store_put(store, next, fixture->index.stemmer, NULL));
		record = next;
	}
	pack_fixture_put_file(
		fixture, &(struct store_file){.path = record->path,
					      .reason = paper == 4 ? (char *)"1 of 3 pages has no text layer" : NULL,
					      .records = PACK_FIXTURE_PARAGRAPHS,
					      .searchable = PACK_FIXTURE_PARAGRAPHS - 1,
					      .first_date = record->date,
					      .last_date = record->date});
	ck_assert(store_commit(store, NULL));
}

void pack_fixture_init_empty(struct pack_fixture *fixture)
{
	index_fixture_init(&fixture->index);
	fixture->records = g_ptr_array_new_with_free_func(record_free);
}

void pack_fixture_publish(struct pack_fixture *fixture)
{
	ck_assert(store_flush(fixture->index.store, NULL));
	index_fixture_reopen(&fixture->index, STORE_READ);
}

void pack_fixture_init(struct pack_fixture *fixture)
{
	static const struct store_file silent[] = {
		{.path = (char *)"papers/broken.pdf", .status = STATUS_UNREADABLE, .reason = (char *)"no such format"},
		{.path = (char *)"papers/picture.pdf",
		 .status = STATUS_UNREADABLE,
		 .reason = (char *)STORE_SCANNED ": 2 pages"},
		{.path = (char *)"papers/nothing.txt", .status = STATUS_EMPTY},
	};
	pack_fixture_init_empty(fixture);
	GRand *dice = g_rand_new_with_seed(100);
	for (guint paper = 0; paper < PACK_FIXTURE_PAPERS; paper++)
		put_paper(fixture, dice, paper);
	g_rand_free(dice);
	ck_assert(store_begin(fixture->index.store, NULL));
	for (size_t n = 0; n < G_N_ELEMENTS(silent); n++)
		pack_fixture_put_file(fixture, &silent[n]);
	ck_assert(store_commit(fixture->index.store, NULL));
	pack_fixture_publish(fixture);
}

void pack_fixture_clear(struct pack_fixture *fixture)
{
	g_ptr_array_unref(fixture->records);
	index_fixture_clear(&fixture->index);
}

static void parse(struct options *options, const struct pack_fixture *fixture, const char *const *extra,
		  const char *query)
{
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	const char *const head[] = {"minutes-query", "--index", fixture->index.path, "--foi", "pack",
				    "--reference",   "R"};
	for (size_t n = 0; n < G_N_ELEMENTS(head); n++)
		g_ptr_array_add(argv, (gpointer)head[n]);
	for (; extra && *extra; extra++)
		g_ptr_array_add(argv, (gpointer)*extra);
	g_ptr_array_add(argv, (gpointer) "--");
	if (query)
		g_ptr_array_add(argv, (gpointer)query);
	g_ptr_array_add(argv, NULL);
	GError *error = NULL;
	ck_assert_msg(options_parse(options, (char *const *)argv->pdata, &error), "%s", error ? error->message : "");
}

void pack_fixture_make(struct pack_fixture_made *made, const struct pack_fixture *fixture, const char *const *extra,
		       const char *const *queries)
{
	parse(&made->options, fixture, extra, NULL);
	made->questions = g_ptr_array_new_with_free_func(question_free);
	for (; *queries; queries++) {
		struct question *question = question_new();
		parse(&question->options, fixture, extra, *queries);
		ck_assert(question_read(question, NULL));
		ck_assert(question_resolve(question, fixture->index.store, NULL));
		g_ptr_array_add(made->questions, question);
	}
	GError *error = NULL;
	pack_init(&made->pack, fixture->index.store, &made->options);
	ck_assert_msg(pack_gather(&made->pack, made->questions, &error), "%s", error ? error->message : "");
}

void pack_fixture_made_clear(struct pack_fixture_made *made)
{
	pack_clear(&made->pack);
	g_ptr_array_unref(made->questions);
	options_clear(&made->options);
}
