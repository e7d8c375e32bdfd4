/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "naive_match.h"
#include "neighbours.h"
#include "pack_fixture.h"
#include "pack_writer.h"

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
static char *naive_ids(const struct pack_fixture *library, const struct tree *tree, bool restricted, guint *count)
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
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, NULL, queries);
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
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
}
END_TEST

START_TEST(totals_reconcile)
{
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, (const char *const[]){"--until", "2015", NULL}, queries);
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
	ck_assert_uint_eq(scope->files->len, PACK_FIXTURE_PAPERS + 3);
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
	const guint searchable = PACK_FIXTURE_PAPERS * (PACK_FIXTURE_PARAGRAPHS - 1);
	ck_assert_uint_eq(scope->paragraphs, searchable);
	ck_assert_uint_eq(papers, scope->excluded->len);
	ck_assert_uint_gt(papers, 3);
	paragraphs = 0;
	for (guint n = 0; n < scope->bodies->len; n++)
		paragraphs += ((struct scope_body *)g_ptr_array_index(scope->bodies, n))->paragraphs;
	ck_assert_uint_eq(paragraphs, scope->searched_paragraphs);
	ck_assert_uint_eq(scope->docids->len, scope->searched_paragraphs);
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
}
END_TEST

START_TEST(what_could_not_be_searched_is_told_apart)
{
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, NULL, (const char *const[]){"zebra", NULL});
	const struct pack_scope *scope = &made.pack.scope;
	ck_assert_uint_eq(scope->failed->len, 1);
	ck_assert_uint_eq(scope->scanned->len, 1);
	ck_assert_uint_eq(scope->empty->len, 1);
	ck_assert_uint_eq(scope->partial->len, 1);
	ck_assert_uint_eq(scope->undated->len, 3);
	ck_assert_str_eq(((struct store_file *)g_ptr_array_index(scope->failed, 0))->path, "papers/broken.pdf");
	ck_assert_str_eq(((struct store_file *)g_ptr_array_index(scope->scanned, 0))->path, "papers/picture.pdf");
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
}
END_TEST

START_TEST(papers_and_extracts_stand_in_the_order_of_their_dates)
{
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, NULL, queries);
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
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
}
END_TEST

START_TEST(restricted_papers_are_searched_only_when_asked)
{
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, NULL, (const char *const[]){"herring", NULL});
	guint without = made.pack.hits->len;
	ck_assert_uint_gt(made.pack.restricted_hits, 0);
	ck_assert_uint_gt(made.pack.restricted_papers, 0);
	guint left_out = made.pack.restricted_hits;
	pack_fixture_made_clear(&made);
	pack_fixture_make(&made, &library, (const char *const[]){"--include-restricted", NULL},
			  (const char *const[]){"herring", NULL});
	ck_assert_uint_eq(made.pack.restricted_hits, 0);
	ck_assert_uint_eq(made.pack.hits->len, without + left_out);
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
}
END_TEST

START_TEST(parts_and_forms_of_a_query_are_counted)
{
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, NULL, (const char *const[]){"boat herring", "ice -boats", NULL});
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
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
}
END_TEST

static void put_neighbour(struct pack_fixture *library, guint number, const char *text, const char *classification)
{
	struct record *record = index_fixture_record("papers/one.txt", number, text);
	g_free(record->id);
	record->id = g_strdup_printf("0123456789ab#%u", number);
	record->classification = g_strdup(classification);
	index_fixture_put(&library->index, record);
}

START_TEST(a_restricted_neighbour_is_not_shown)
{
	struct pack_fixture library;
	pack_fixture_init_empty(&library);
	ck_assert(store_begin(library.index.store, NULL));
	put_neighbour(&library, 1, "The quay was swept.", NULL);
	put_neighbour(&library, 2, "The herring was landed.", NULL);
	put_neighbour(&library, 3, "Mr Ostler was paid for it.", "EXEMPT");
	pack_fixture_put_file(&library,
			      &(struct store_file){.path = (char *)"papers/one.txt", .records = 3, .searchable = 3});
	ck_assert(store_commit(library.index.store, NULL));
	pack_fixture_publish(&library);
	static const char *const includes[] = {NULL, "--include-restricted"};
	for (guint n = 0; n < G_N_ELEMENTS(includes); n++) {
		struct pack_fixture_made made;
		struct neighbours around;
		guint withheld = 0;
		pack_fixture_make(&made, &library, (const char *const[]){"-C3", includes[n], NULL},
				  (const char *const[]){"herring", NULL});
		neighbours_init(&around);
		ck_assert_uint_eq(made.pack.hits->len, 1);
		ck_assert(pack_around(&around, &withheld, &made.pack, pack_hit_at(&made.pack, 0), NULL));
		ck_assert_uint_eq(around.before->len, 1);
		ck_assert_uint_eq(around.after->len, n);
		ck_assert_uint_eq(withheld, 1 - n);
		neighbours_clear(&around);
		pack_fixture_made_clear(&made);
	}
	pack_fixture_clear(&library);
}
END_TEST

START_TEST(what_comes_near_to_nothing_is_told)
{
	struct pack_fixture library;
	struct pack_fixture_made made;
	pack_fixture_init(&library);
	pack_fixture_make(&made, &library, NULL, (const char *const[]){"harbuor", "\"lamps lamps lamps\"", NULL});
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
	pack_fixture_made_clear(&made);
	pack_fixture_clear(&library);
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
	tcase_add_test(claims, a_restricted_neighbour_is_not_shown);
	tcase_add_test(claims, what_comes_near_to_nothing_is_told);
	Suite *suite = suite_create("pack");
	suite_add_tcase(suite, claims);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
