/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "index_fixture.h"
#include "language.h"
#include "search.h"

#define LONG                                                                                                           \
	"The Panel heard that the ferry to the island would call on Tuesdays and Fridays until the end of the "        \
	"winter, "                                                                                                     \
	"and that nobody had yet been left on the quay by it."

/* A paragraph of the Harbour Panel's meeting of 4 May 2016. */
static struct record *paragraph(const char *path, guint number, const char *text)
{
	struct record *record = index_fixture_record(path, number, text);
	record->body = g_strdup("Harbour Panel");
	record->date = g_strdup("2016-05-04");
	record->type = TYPE_MINUTES;
	return record;
}

/* One transaction that puts the records and the file's entry, which tells of one meeting or of two. */
static void add_file(struct index_fixture *fixture, const char *path, bool is_pack, GPtrArray *records)
{
	struct store_file file = {.path = (char *)path, .first_date = "2016-05-04", .last_date = "2016-05-04"};
	if (is_pack)
		file.last_date = "2016-07-06";
	ck_assert(store_begin(fixture->store, NULL));
	for (guint n = 0; n < records->len; n++)
		index_fixture_put(fixture, g_ptr_array_index(records, n));
	ck_assert(store_file_put(fixture->store, &file, NULL));
	ck_assert(store_commit(fixture->store, NULL));
	g_ptr_array_unref(records);
}

static void add_one(struct index_fixture *fixture, const char *path, bool is_pack, struct record *record)
{
	GPtrArray *records = g_ptr_array_new();
	g_ptr_array_add(records, record);
	add_file(fixture, path, is_pack, records);
}

static void append_place(GString *out, struct store *store, guint32 docid)
{
	struct record record;
	record_init(&record);
	ck_assert(store_fetch(&record, store, docid, NULL));
	g_string_append_printf(out, "%s#%u", record.path, record_number(&record));
	record_clear(&record);
}

/* "path#number+path#number" for each hit with its copies, joined by spaces. */
static char *find(struct index_fixture *fixture, const char *query, enum store_sort sort)
{
	struct language language;
	struct search search;
	language_init(&language);
	search_init(&search, fixture->store);
	ck_assert(language_parse(&language, span_of(query), NULL));
	ck_assert(search_run(&search, language.tree, sort, NULL));
	GString *out = g_string_new(NULL);
	for (guint n = 0; n < search.hits->len; n++) {
		guint32 docid = g_array_index(search.hits, struct store_hit, n).docid;
		const GArray *others = g_hash_table_lookup(search.copies, GUINT_TO_POINTER(docid));
		g_string_append(out, n > 0 ? " " : "");
		append_place(out, fixture->store, docid);
		for (guint k = 0; others && k < others->len; k++) {
			g_string_append_c(out, '+');
			append_place(out, fixture->store, g_array_index(others, guint32, k));
		}
	}
	search_clear(&search);
	language_clear(&language);
	return g_string_free(out, FALSE);
}

static void check(struct index_fixture *fixture, const char *query, const char *expected)
{
	g_autofree char *found = find(fixture, query, SORT_DOCUMENT);
	ck_assert_str_eq(found, expected);
}

START_TEST(minutes_as_published_stand_for_the_draft_in_the_pack)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	add_one(&fixture, "a-pack.txt", true, paragraph("a-pack.txt", 7, LONG));
	add_one(&fixture, "b-draft.txt", false, paragraph("b-draft.txt", 2, LONG));
	add_one(&fixture, "c-minutes.txt", false, paragraph("c-minutes.txt", 3, LONG));
	check(&fixture, "ferry", "c-minutes.txt#3+b-draft.txt#2+a-pack.txt#7");
	check(&fixture, "ferry file:a-pack.txt", "a-pack.txt#7");
	check(&fixture, "ferry -file:c-minutes.txt", "b-draft.txt#2+a-pack.txt#7");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(case_and_marks_make_no_other_words_but_a_word_does)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	add_one(&fixture, "a.txt", false, paragraph("a.txt", 1, LONG));
	g_autofree char *louder = g_ascii_strup(LONG, -1);
	g_autofree char *longer = g_strconcat(LONG, " Twice.", NULL);
	add_one(&fixture, "b.txt", false, paragraph("b.txt", 1, louder));
	add_one(&fixture, "c.txt", false, paragraph("c.txt", 1, longer));
	check(&fixture, "ferry", "a.txt#1+b.txt#1 c.txt#1");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(another_day_or_body_is_another_paragraph)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	struct record *later = paragraph("b.txt", 1, LONG);
	g_free(later->date);
	later->date = g_strdup("2016-07-06");
	struct record *elsewhere = paragraph("c.txt", 1, LONG);
	g_free(elsewhere->body);
	elsewhere->body = g_strdup("Quay Committee");
	add_one(&fixture, "a.txt", false, paragraph("a.txt", 1, LONG));
	add_one(&fixture, "b.txt", false, later);
	add_one(&fixture, "c.txt", false, elsewhere);
	check(&fixture, "ferry", "a.txt#1 b.txt#1 c.txt#1");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(what_is_said_twice_in_a_file_stays_two_and_each_has_its_own_copy)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	GPtrArray *minutes = g_ptr_array_new();
	g_ptr_array_add(minutes, paragraph("minutes.txt", 4, "Agreed."));
	g_ptr_array_add(minutes, paragraph("minutes.txt", 12, "Agreed."));
	g_ptr_array_add(minutes, paragraph("minutes.txt", 20, "Agreed."));
	GPtrArray *pack = g_ptr_array_new();
	g_ptr_array_add(pack, paragraph("pack.txt", 104, "Agreed."));
	g_ptr_array_add(pack, paragraph("pack.txt", 112, "Agreed."));
	add_file(&fixture, "minutes.txt", false, minutes);
	add_file(&fixture, "pack.txt", true, pack);
	check(&fixture, "agreed", "minutes.txt#4+pack.txt#104 minutes.txt#12+pack.txt#112 minutes.txt#20");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(a_short_paragraph_is_a_copy_only_below_the_same_title)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	const char *const titles[] = {"Ferries", "Moorings", "FERRIES"};
	const char *const paths[] = {"item-3.html", "item-7.html", "pack.txt"};
	for (size_t n = 0; n < G_N_ELEMENTS(titles); n++) {
		struct record *record = paragraph(paths[n], 5, "RESOLVED that the report be noted.");
		record->title = g_strdup(titles[n]);
		add_one(&fixture, paths[n], n == 2, record);
	}
	check(&fixture, "noted", "item-3.html#5+pack.txt#5 item-7.html#5");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(without_a_meeting_only_the_same_bytes_are_copies)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	for (int n = 0; n < 3; n++) {
		static const char *const paths[] = {"one/table.txt", "two/table.txt", "three.txt"};
		struct record *record = index_fixture_record(paths[n], 3, LONG);
		if (n == 2) {
			g_free(record->id);
			record->id = g_strdup("fedcba987654#3");
		}
		add_one(&fixture, paths[n], false, record);
	}
	check(&fixture, "ferry", "one/table.txt#3+two/table.txt#3 three.txt#3");
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(the_same_hit_is_kept_in_every_order)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	add_one(&fixture, "a-pack.txt", true, paragraph("a-pack.txt", 7, LONG));
	add_one(&fixture, "c-minutes.txt", false, paragraph("c-minutes.txt", 3, LONG));
	for (int sort = SORT_RELEVANCE; sort <= SORT_DOCUMENT; sort++) {
		g_autofree char *found = find(&fixture, "ferry quay", (enum store_sort)sort);
		ck_assert_str_eq(found, "c-minutes.txt#3+a-pack.txt#7");
	}
	index_fixture_clear(&fixture);
}
END_TEST

START_TEST(furniture_is_never_a_copy)
{
	struct index_fixture fixture;
	index_fixture_init(&fixture);
	static const char *const paths[] = {"a.txt", "b.txt"};
	for (size_t n = 0; n < G_N_ELEMENTS(paths); n++) {
		struct record *record = paragraph(paths[n], 1, "Page");
		record->kind = KIND_FURNITURE;
		add_one(&fixture, paths[n], false, record);
	}
	check(&fixture, "kind:furniture", "a.txt#1 b.txt#1");
	index_fixture_clear(&fixture);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("fold");
	TCase *tests = tcase_create("fold");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, minutes_as_published_stand_for_the_draft_in_the_pack);
	tcase_add_test(tests, case_and_marks_make_no_other_words_but_a_word_does);
	tcase_add_test(tests, another_day_or_body_is_another_paragraph);
	tcase_add_test(tests, what_is_said_twice_in_a_file_stays_two_and_each_has_its_own_copy);
	tcase_add_test(tests, a_short_paragraph_is_a_copy_only_below_the_same_title);
	tcase_add_test(tests, without_a_meeting_only_the_same_bytes_are_copies);
	tcase_add_test(tests, the_same_hit_is_kept_in_every_order);
	tcase_add_test(tests, furniture_is_never_a_copy);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
