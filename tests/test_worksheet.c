/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "looking_fixture.h"
#include "sheet.h"
#include "worksheet.h"

/* Four papers: two with an extract each, one with a copy of the first, one without; three paragraphs not found. */
static const char *const lines[] = {
	"a.txt#1 | 2015-05-06 | Panel | Herons nest.",
	"a.txt#2 | 2015-05-06 | Panel | =1+1 Geese.",
	"b.txt#1 | 2016-05-06 | Cabinet | A heron came.",
	"c.txt#1 | 2017-05-06 | Panel | Herons nest.",
	"d.txt#1 | - | - | Ducks swim.",
	"d.txt#2 | - | - | More ducks swim.",
	NULL,
};

static struct index_fixture fixture;
static struct pack pack;

static void add_file(const char *path, char digit)
{
	struct store_file *file = g_new0(struct store_file, 1);
	file->path = g_strdup(path);
	file->sha256 = g_strnfill(64, digit);
	g_ptr_array_add(pack.scope.files, file);
}

static void free_file(gpointer file)
{
	store_file_clear(file);
	g_free(file);
}

static void free_hit(gpointer data)
{
	struct pack_hit *hit = data;
	record_clear(&hit->record);
	g_ptr_array_unref(hit->copies);
	g_free(hit);
}

static void free_copy(gpointer data)
{
	record_clear(&((struct pack_copy *)data)->record);
	g_free(data);
}

static void add_hit(guint32 docid, guint paper, guint number)
{
	struct pack_hit *hit = g_new0(struct pack_hit, 1);
	record_init(&hit->record);
	ck_assert(store_fetch(&hit->record, fixture.store, docid, NULL));
	hit->paper = paper;
	hit->number = number;
	hit->copies = g_ptr_array_new_with_free_func(free_copy);
	g_ptr_array_add(pack.hits, hit);
	g_hash_table_add(pack.answers, GUINT_TO_POINTER(docid));
}

static void add_copy(guint32 docid, guint paper)
{
	struct pack_copy *copy = g_new0(struct pack_copy, 1);
	record_init(&copy->record);
	ck_assert(store_fetch(&copy->record, fixture.store, docid, NULL));
	copy->paper = paper;
	g_ptr_array_add(pack_hit_at(&pack, 0)->copies, copy);
	g_hash_table_add(pack.answers, GUINT_TO_POINTER(docid));
}

static void set_up(void)
{
	index_fixture_init(&fixture);
	looking_fill(&fixture, lines);
	pack = (struct pack){
		.hits = g_ptr_array_new_with_free_func(free_hit),
		.papers = g_ptr_array_new(),
		.answers = g_hash_table_new(NULL, NULL),
		.scope = {.files = g_ptr_array_new_with_free_func(free_file),
			  .docids = g_array_new(FALSE, FALSE, sizeof(guint32))},
		.search = {.store = fixture.store},
	};
	add_file("a.txt", 'a');
	add_file("b.txt", 'b');
	add_file("c.txt", 'c');
	add_file("d.txt", 'd');
	g_autoptr(GArray) hits = NULL;
	struct store_query *all = store_query_new(STORE_ALL);
	ck_assert(store_search(&hits, fixture.store, all, SORT_DOCUMENT, NULL));
	store_query_free(all);
	ck_assert_uint_eq(hits->len, 6);
	for (guint n = 0; n < hits->len; n++)
		g_array_append_val(pack.scope.docids, g_array_index(hits, struct store_hit, n).docid);
	const guint32 *docids = (const guint32 *)(gconstpointer)pack.scope.docids->data;
	add_hit(docids[0], 1, 1);
	add_hit(docids[2], 2, 1);
	add_copy(docids[3], 3);
	for (guint n = 0; n < 3; n++)
		g_ptr_array_add(pack.papers, NULL);
}

static void tear_down(void)
{
	g_ptr_array_unref(pack.hits);
	g_ptr_array_unref(pack.papers);
	g_hash_table_unref(pack.answers);
	g_ptr_array_unref(pack.scope.files);
	g_array_unref(pack.scope.docids);
	index_fixture_clear(&fixture);
}

/* The rows of the worksheet with samples of this size, its captions first. Yours. */
static GPtrArray *rows_of(guint size)
{
	struct pack_sample sample;
	struct estimate estimate;
	g_autoptr(GString) out = g_string_new(NULL);
	pack_sample_init(&sample, "7", size);
	ck_assert(pack_sample_draw(&sample, &pack, NULL));
	ck_assert(estimate_parse(&estimate, "1,2,3,4", NULL));
	ck_assert(worksheet_write(out, &pack, &sample, &estimate, NULL));
	pack_sample_clear(&sample);
	GPtrArray *rows = NULL;
	ck_assert(sheet_parse(&rows, (struct span){out->str, out->len}, "worksheet", NULL));
	return rows;
}

static const char *cell(const GPtrArray *rows, guint row, const char *column)
{
	const GPtrArray *captions = ((struct sheet_row *)g_ptr_array_index(rows, 0))->cells;
	const GPtrArray *cells = ((struct sheet_row *)g_ptr_array_index(rows, row))->cells;
	ck_assert_uint_eq(cells->len, captions->len);
	for (guint n = 0; n < captions->len; n++)
		if (strcmp(g_ptr_array_index(captions, n), column) == 0)
			return g_ptr_array_index(cells, n);
	ck_abort_msg("no column %s", column);
}

/* "what papers paragraphs hours" of the rows of a part, parted by bars. Yours. */
static char *part_of(const GPtrArray *rows, const char *part)
{
	GString *out = g_string_new(NULL);
	for (guint n = 1; n < rows->len; n++) {
		if (strcmp(cell(rows, n, "part"), part) != 0)
			continue;
		g_string_append_printf(out, "%s%s %s %s %s", out->len > 0 ? "|" : "", cell(rows, n, "what"),
				       cell(rows, n, "papers"), cell(rows, n, "paragraphs"), cell(rows, n, "hours"));
	}
	return g_string_free(out, FALSE);
}

static void check_part(const GPtrArray *rows, const char *part, const char *expected)
{
	g_autofree char *found = part_of(rows, part);
	ck_assert_str_eq(found, expected);
}

START_TEST(the_estimate_adds_up_to_the_limit)
{
	g_autoptr(GPtrArray) rows = rows_of(0);
	static const char *const hours[] = {"0.05", "0.10", "0.15", "0.20", "0.50", "18.00", "17.50"};
	static const char *const pounds[] = {"1.25", "2.50", "3.75", "5.00", "12.50", "450.00", "437.50"};
	for (guint n = 0; n < G_N_ELEMENTS(hours); n++) {
		ck_assert_str_eq(cell(rows, n + 1, "part"), "estimate");
		ck_assert_str_eq(cell(rows, n + 1, "hours"), hours[n]);
		ck_assert_str_eq(cell(rows, n + 1, "pounds"), pounds[n]);
	}
	ck_assert_str_eq(cell(rows, 7, "what"), "below the limit by");
	ck_assert_str_eq(cell(rows, 5, "minutes_per_paper"), "10.00");
}
END_TEST

START_TEST(narrower_requests_are_counted_by_extracts_and_by_papers)
{
	g_autoptr(GPtrArray) rows = rows_of(0);
	check_part(rows, "narrowed by year", "2015 1 1 0.17|2016 1 1 0.17|2017 1 0 0.17");
	check_part(rows, "narrowed by body", "Cabinet 1 1 0.17|Panel 2 1 0.33");
	check_part(rows, "narrowed by topic", "no topic 3 2 0.50");
	check_part(rows, "sample of extracts", "");
	check_part(rows, "missed at most", "");
}
END_TEST

START_TEST(what_was_not_found_is_neither_a_hit_nor_a_copy)
{
	struct pack_sample sample;
	pack_sample_init(&sample, "7", 100);
	ck_assert(pack_sample_draw(&sample, &pack, NULL));
	ck_assert_uint_eq(sample.hits.population, 2);
	ck_assert_uint_eq(sample.others.population, 3);
	g_autoptr(GString) ids = g_string_new(NULL);
	for (guint n = 0; n < 3; n++)
		g_string_append_printf(ids, "%s ",
				       ((struct sample_item *)g_ptr_array_index(sample.others.items, n))->id);
	ck_assert_ptr_nonnull(strstr(ids->str, "aaaaaaaaaaaa#2 "));
	ck_assert_ptr_nonnull(strstr(ids->str, "dddddddddddd#1 "));
	ck_assert_ptr_nonnull(strstr(ids->str, "dddddddddddd#2 "));
	pack_sample_clear(&sample);
}
END_TEST

START_TEST(papers_of_the_same_bytes_count_once)
{
	struct store_file *file = g_ptr_array_index(pack.scope.files, 3);
	memset(file->sha256, 'a', 64);
	struct pack_sample sample;
	pack_sample_init(&sample, "7", 100);
	ck_assert(pack_sample_draw(&sample, &pack, NULL));
	ck_assert_uint_eq(sample.others.population, 1);
	pack_sample_clear(&sample);
}
END_TEST

START_TEST(where_two_indexes_have_one_path_the_paragraph_tells_its_own_id)
{
	add_file("a.txt", 'e');
	struct pack_sample sample;
	struct record record;
	record_init(&record);
	pack_sample_init(&sample, "7", 100);
	ck_assert(pack_sample_draw(&sample, &pack, NULL));
	ck_assert_uint_eq(sample.others.population, 3);
	guint own = 0;
	for (guint n = 0; n < 3; n++) {
		const struct sample_item *item = g_ptr_array_index(sample.others.items, n);
		ck_assert(store_fetch(&record, fixture.store, item->docid, NULL));
		own += strcmp(record.path, "a.txt") == 0 && strcmp(item->id, record.id) == 0;
		record_clear(&record);
		record_init(&record);
	}
	ck_assert_uint_eq(own, 1);
	record_clear(&record);
	pack_sample_clear(&sample);
}
END_TEST

START_TEST(a_row_for_each_number_found_says_what_was_missed_at_most)
{
	g_autoptr(GPtrArray) rows = rows_of(2);
	/* 1 - 0.05^(1/2) = 0.7764, of three; the solution for one of two is sqrt(0.95) = 0.9747. */
	check_part(rows, "missed at most",
		   "if 0 of 2 sampled are relevant  2 |if 1 of 2 sampled are relevant  2 |if 2 of 2 sampled are "
		   "relevant  3 ");
	g_autoptr(GPtrArray) whole = rows_of(3);
	check_part(whole, "missed at most",
		   "if 0 of 3 sampled are relevant  0 |if 1 of 3 sampled are relevant  1 |if 2 of 3 sampled are "
		   "relevant  2 |"
		   "if 3 of 3 sampled are relevant  3 ");
}
END_TEST

START_TEST(samples_have_columns_to_fill_in_and_no_formula)
{
	g_autoptr(GPtrArray) rows = rows_of(10);
	guint samples = 0;
	bool has_formula = false;
	for (guint n = 1; n < rows->len; n++) {
		ck_assert_str_eq(cell(rows, n, "minutes_taken"), "");
		ck_assert_str_eq(cell(rows, n, "relevant"), "");
		samples += g_str_has_prefix(cell(rows, n, "part"), "sample of");
		has_formula = has_formula || strcmp(cell(rows, n, "text"), "'=1+1 Geese.") == 0;
	}
	ck_assert_uint_eq(samples, 5);
	ck_assert(has_formula);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("worksheet");
	TCase *tests = tcase_create("worksheet");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, the_estimate_adds_up_to_the_limit);
	tcase_add_test(tests, narrower_requests_are_counted_by_extracts_and_by_papers);
	tcase_add_test(tests, what_was_not_found_is_neither_a_hit_nor_a_copy);
	tcase_add_test(tests, papers_of_the_same_bytes_count_once);
	tcase_add_test(tests, where_two_indexes_have_one_path_the_paragraph_tells_its_own_id);
	tcase_add_test(tests, a_row_for_each_number_found_says_what_was_missed_at_most);
	tcase_add_test(tests, samples_have_columns_to_fill_in_and_no_formula);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
