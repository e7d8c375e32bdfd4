/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "index_fixture.h"
#include "naive_match.h"
#include "pack.h"

#define PAPERS 18U
#define PARAGRAPHS 14U

/* A library of invented papers, in memory and in an index; every third paper is a draft of the one before it, and some
 * paragraphs are of exempt papers. */
struct library {
	struct index_fixture index;
	GPtrArray *records; /* struct record * */
};

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
	record->kind = number == PARAGRAPHS ? KIND_FURNITURE : KIND_PARAGRAPH;
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

static void put_file(struct store *store, const char *path, enum store_status status, const char *reason,
		     const char *date)
{
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
	bool is_read = status == STATUS_INDEXED;
	struct store_file file = {.path = g_strdup(path),
				  .sha256 = g_strdup(sum),
				  .status = status,
				  .reason = g_strdup(reason),
				  .records = is_read ? PARAGRAPHS : 0,
				  .searchable = is_read ? PARAGRAPHS - 1 : 0,
				  .first_date = g_strdup(date),
				  .last_date = g_strdup(date)};
	ck_assert(store_file_put(store, &file, NULL));
	store_file_clear(&file);
}

static void put_paper(struct library *library, GRand *dice, guint paper)
{
	struct store *store = library->index.store;
	ck_assert(store_begin(store, NULL));
	const struct record *record = NULL;
	for (guint number = 1; number <= PARAGRAPHS; number++) {
		guint original = library->records->len - PARAGRAPHS;
		struct record *next = paper % 3 == 2 ? draft_of(g_ptr_array_index(library->records, original), paper)
						     : random_record(dice, paper, number);
		g_ptr_array_add(library->records, next);
		ck_assert(store_put(store, next, library->index.stemmer, NULL));
		record = next;
	}
	put_file(store, record->path, STATUS_INDEXED, paper == 4 ? "1 of 3 pages has no text layer" : NULL,
		 record->date);
	ck_assert(store_commit(store, NULL));
}

static void library_init(struct library *library)
{
	index_fixture_init(&library->index);
	library->records = g_ptr_array_new_with_free_func(record_free);
	GRand *dice = g_rand_new_with_seed(100);
	for (guint paper = 0; paper < PAPERS; paper++)
		put_paper(library, dice, paper);
	g_rand_free(dice);
	ck_assert(store_begin(library->index.store, NULL));
	put_file(library->index.store, "papers/broken.pdf", STATUS_UNREADABLE, "no such format", NULL);
	put_file(library->index.store, "papers/picture.pdf", STATUS_UNREADABLE, STORE_SCANNED ": 2 pages", NULL);
	put_file(library->index.store, "papers/nothing.txt", STATUS_EMPTY, NULL, NULL);
	ck_assert(store_commit(library->index.store, NULL));
	ck_assert(store_flush(library->index.store, NULL));
	index_fixture_reopen(&library->index, STORE_READ);
}

static void library_clear(struct library *library)
{
	g_ptr_array_unref(library->records);
	index_fixture_clear(&library->index);
}

/* A pack of some queries, with what it was made of. */
struct made {
	struct options options;
	GPtrArray *questions;
	struct pack pack;
};

static void parse(struct options *options, const struct library *library, const char *const *extra, const char *query)
{
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	const char *const head[] = {"minutes-query", "--index", library->index.path, "--foi", "pack",
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

static void make(struct made *made, const struct library *library, const char *const *extra, const char *const *queries)
{
	parse(&made->options, library, extra, NULL);
	made->questions = g_ptr_array_new_with_free_func(question_free);
	for (; *queries; queries++) {
		struct question *question = question_new();
		parse(&question->options, library, extra, *queries);
		ck_assert(question_read(question, NULL));
		ck_assert(question_resolve(question, library->index.store, NULL));
		g_ptr_array_add(made->questions, question);
	}
	GError *error = NULL;
	pack_init(&made->pack, library->index.store, &made->options);
	ck_assert_msg(pack_gather(&made->pack, made->questions, &error), "%s", error ? error->message : "");
}

static void made_clear(struct made *made)
{
	pack_clear(&made->pack);
	g_ptr_array_unref(made->questions);
	options_clear(&made->options);
}

static int compare_texts(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *join_sorted(GPtrArray *ids)
{
	g_ptr_array_sort(ids, compare_texts);
	g_ptr_array_add(ids, NULL);
	return g_strjoinv("\n", (char **)ids->pdata);
}

/* What the pack says answers the query of this number, copies among them. */
static char *packed_ids(const struct pack *pack, guint number)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	for (guint n = 0; n < pack->hits->len; n++) {
		const struct pack_hit *hit = pack_hit_at(pack, n);
		if (!pack_answers(pack, hit, number))
			continue;
		g_ptr_array_add(ids, hit->record.id);
		for (guint k = 0; k < hit->copies->len; k++)
			g_ptr_array_add(ids, ((struct pack_copy *)g_ptr_array_index(hit->copies, k))->record.id);
	}
	return join_sorted(ids);
}

/* And what reading every record says. */
static char *naive_ids(const struct library *library, const struct tree *tree, bool restricted, guint *count)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	for (guint n = 0; n < library->records->len; n++) {
		const struct record *record = g_ptr_array_index(library->records, n);
		bool is_exempt = g_strcmp0(record->classification, "EXEMPT") == 0;
		if (record->kind != KIND_FURNITURE && is_exempt == restricted && naive_match(record, tree))
			g_ptr_array_add(ids, record->id);
	}
	*count = ids->len;
	return join_sorted(ids);
}

static const char *const queries[] = {"herring",
				      "\"the herring\"",
				      "land",
				      "quay*",
				      "boat NEAR/3 ice",
				      "herring market -lamps",
				      "(boats ADJ/2 landed) OR \"swept early\"",
				      "title:boats harbour date:2012..2015",
				      "\"market the\" OR closed-market",
				      "zebra",
				      NULL};

START_TEST(extracts_are_what_reading_every_record_finds)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, NULL, queries);
	guint found = 0;
	guint left_out = 0;
	for (guint n = 0; queries[n]; n++) {
		const struct tree *tree = ((struct question *)g_ptr_array_index(made.questions, n))->language.tree;
		guint count = 0;
		guint restricted = 0;
		g_autofree char *packed = packed_ids(&made.pack, n + 1);
		g_autofree char *naive = naive_ids(&library, tree, false, &count);
		g_autofree char *exempt = naive_ids(&library, tree, true, &restricted);
		ck_assert_msg(strcmp(packed, naive) == 0, "%s: %s\nand not %s", queries[n], packed, naive);
		const struct pack_query *query = pack_query_at(&made.pack, n);
		ck_assert_uint_eq(query->hits + query->copies, count);
		ck_assert_uint_le(query->restricted, restricted);
		ck_assert_int_eq(query->restricted > 0, restricted > 0);
		found += count;
		left_out += restricted;
	}
	ck_assert_uint_gt(found, 200);
	ck_assert_uint_gt(left_out, 30);
	ck_assert_uint_gt(made.pack.copies, 20);
	made_clear(&made);
	library_clear(&library);
}
END_TEST

START_TEST(totals_reconcile)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, (const char *const[]){"--until", "2015", NULL}, queries);
	const struct pack *pack = &made.pack;
	const struct pack_scope *scope = &pack->scope;
	guint hits = 0;
	guint copies = 0;
	for (guint n = 0; n < pack->papers->len; n++) {
		ck_assert_uint_eq(pack_paper_at(pack, n)->number, n + 1);
		hits += pack_paper_at(pack, n)->hits;
		copies += pack_paper_at(pack, n)->copies;
	}
	ck_assert_uint_eq(hits, pack->hits->len);
	ck_assert_uint_eq(copies, pack->copies);
	hits = 0;
	for (guint n = 0; n < pack->combinations->len; n++)
		hits += ((struct pack_combination *)g_ptr_array_index(pack->combinations, n))->hits;
	ck_assert_uint_eq(hits, pack->hits->len);
	ck_assert_uint_eq(scope->files->len, PAPERS + 3);
	ck_assert_uint_eq(scope->searched->len + scope->excluded->len + scope->scanned->len + scope->empty->len +
				  scope->failed->len,
			  scope->files->len);
	guint paragraphs = 0;
	guint papers = 0;
	for (guint n = 0; n < scope->filters->len; n++) {
		const struct scope_filter *filter = g_ptr_array_index(scope->filters, n);
		paragraphs += filter->paragraphs;
		papers += filter->files->len;
	}
	ck_assert_uint_eq(scope->searched_paragraphs + paragraphs, scope->paragraphs);
	const guint searchable = PAPERS * (PARAGRAPHS - 1);
	ck_assert_uint_eq(scope->paragraphs, searchable);
	ck_assert_uint_eq(papers, scope->excluded->len);
	ck_assert_uint_gt(papers, 3);
	paragraphs = 0;
	for (guint n = 0; n < scope->bodies->len; n++)
		paragraphs += ((struct scope_body *)g_ptr_array_index(scope->bodies, n))->paragraphs;
	ck_assert_uint_eq(paragraphs, scope->searched_paragraphs);
	ck_assert_uint_eq(scope->docids->len, scope->searched_paragraphs);
	made_clear(&made);
	library_clear(&library);
}
END_TEST

START_TEST(what_could_not_be_searched_is_told_apart)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, NULL, (const char *const[]){"zebra", NULL});
	const struct pack_scope *scope = &made.pack.scope;
	ck_assert_uint_eq(scope->failed->len, 1);
	ck_assert_uint_eq(scope->scanned->len, 1);
	ck_assert_uint_eq(scope->empty->len, 1);
	ck_assert_uint_eq(scope->partial->len, 1);
	ck_assert_uint_eq(scope->undated->len, 3);
	ck_assert_str_eq(((struct store_file *)g_ptr_array_index(scope->failed, 0))->path, "papers/broken.pdf");
	ck_assert_str_eq(((struct store_file *)g_ptr_array_index(scope->scanned, 0))->path, "papers/picture.pdf");
	made_clear(&made);
	library_clear(&library);
}
END_TEST

START_TEST(papers_and_extracts_stand_in_the_order_of_their_dates)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, NULL, queries);
	const struct pack *pack = &made.pack;
	for (guint n = 1; n < pack->papers->len; n++) {
		const struct pack_paper *before = pack_paper_at(pack, n - 1);
		const struct pack_paper *paper = pack_paper_at(pack, n);
		ck_assert(!*paper->first || (*before->first && strcmp(before->first, paper->first) <= 0));
	}
	guint last = 0;
	for (guint n = 0; n < pack->hits->len; n++) {
		const struct pack_hit *hit = pack_hit_at(pack, n);
		const struct pack_hit *before = n > 0 ? pack_hit_at(pack, n - 1) : NULL;
		bool is_first = !before || before->paper != hit->paper;
		ck_assert_uint_eq(hit->number, is_first ? 1 : before->number + 1);
		ck_assert(is_first || record_number(&before->record) < record_number(&hit->record));
		ck_assert_uint_ge(hit->paper, last);
		last = hit->paper;
		ck_assert_str_eq(pack_paper_at(pack, hit->paper - 1)->path, hit->record.path);
	}
	ck_assert_uint_eq(pack_paper_at(pack, 0)->pages, 3);
	made_clear(&made);
	library_clear(&library);
}
END_TEST

START_TEST(restricted_papers_are_searched_only_when_asked)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, NULL, (const char *const[]){"herring", NULL});
	guint without = made.pack.hits->len;
	ck_assert_uint_gt(made.pack.restricted_hits, 0);
	ck_assert_uint_gt(made.pack.restricted_papers, 0);
	guint left_out = made.pack.restricted_hits;
	made_clear(&made);
	make(&made, &library, (const char *const[]){"--include-restricted", NULL},
	     (const char *const[]){"herring", NULL});
	ck_assert_uint_eq(made.pack.restricted_hits, 0);
	ck_assert_uint_eq(made.pack.hits->len, without + left_out);
	made_clear(&made);
	library_clear(&library);
}
END_TEST

START_TEST(parts_and_forms_of_a_query_are_counted)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, NULL, (const char *const[]){"boat herring", "ice -boats", NULL});
	const struct pack_query *query = pack_query_at(&made.pack, 0);
	ck_assert_uint_eq(query->parts->len, 2);
	const struct pack_part *part = g_ptr_array_index(query->parts, 0);
	ck_assert_str_eq(part->printed, "boat");
	ck_assert_str_eq(part->stems, "boat");
	ck_assert_uint_ge(part->alone, query->hits);
	ck_assert_uint_eq(query->forms->len, 3);
	guint most = 0;
	for (guint n = 0; n < query->forms->len; n++) {
		const struct pack_form *form = g_ptr_array_index(query->forms, n);
		ck_assert_uint_le(form->paragraphs, query->hits);
		ck_assert_uint_ge(form->places, form->paragraphs);
		most = MAX(most, form->paragraphs);
	}
	/* Every hit has the herring. */
	ck_assert_uint_eq(most, query->hits);
	const GPtrArray *parts = pack_query_at(&made.pack, 1)->parts;
	ck_assert_uint_eq(parts->len, 2);
	ck_assert(!strstr(((struct pack_part *)g_ptr_array_index(parts, 0))->described, "left out"));
	ck_assert(strstr(((struct pack_part *)g_ptr_array_index(parts, 1))->described, "left out"));
	made_clear(&made);
	library_clear(&library);
}
END_TEST

START_TEST(what_comes_near_to_nothing_is_told)
{
	struct library library;
	struct made made;
	library_init(&library);
	make(&made, &library, NULL, (const char *const[]){"harbuor", "\"lamps lamps lamps\"", NULL});
	const struct pack_query *query = pack_query_at(&made.pack, 0);
	ck_assert_uint_eq(query->hits, 0);
	ck_assert_uint_ge(query->near->len, 1);
	const struct pack_near *near = g_ptr_array_index(query->near, 0);
	ck_assert_str_eq(near->what, "harbuor");
	ck_assert_str_eq(near->instead, "harbour");
	ck_assert_str_eq(near->why, "spelling");
	ck_assert_uint_gt(near->alone, 0);
	query = pack_query_at(&made.pack, 1);
	ck_assert_uint_ge(query->near->len, 1);
	near = g_ptr_array_index(query->near, 0);
	ck_assert_str_eq(near->why, "one of its words");
	made_clear(&made);
	library_clear(&library);
}
END_TEST

int main(void)
{
	TCase *claims = tcase_create("pack");
	tcase_add_test(claims, extracts_are_what_reading_every_record_finds);
	tcase_add_test(claims, totals_reconcile);
	tcase_add_test(claims, what_could_not_be_searched_is_told_apart);
	tcase_add_test(claims, papers_and_extracts_stand_in_the_order_of_their_dates);
	tcase_add_test(claims, restricted_papers_are_searched_only_when_asked);
	tcase_add_test(claims, parts_and_forms_of_a_query_are_counted);
	tcase_add_test(claims, what_comes_near_to_nothing_is_told);
	Suite *suite = suite_create("pack");
	suite_add_tcase(suite, claims);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
