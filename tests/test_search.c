/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "advice.h"
#include "language.h"
#include "naive_match.h"
#include "search.h"

#define RECORDS 240

/* A small library of invented paragraphs, in memory and in an index. */
struct library {
	char *folder;
	GPtrArray *records; /* struct record * */
	struct store *store;
	struct stemmer *stemmer;
};

static const char *const lexicon[] = {
	"foster",     "fostering", "carer",    "carers", "care",    "leaver",   "leavers", "staying",
	"put",        "policy",    "policies", "adopt",  "adopted", "adoption", "review",  "reviewed",
	"capability", "the",       "of",       "panel",  "5,000",   "child's",  "dying",   "skies",
};

static const char *const people[] = {"Mr A Smith", "Ms B Smith", "Mrs Jane Poole", "Mr John Carter", "Jane Carter"};

static char *random_text(GRand *dice)
{
	GString *text = g_string_new(NULL);
	int count = g_rand_int_range(dice, 3, 14);
	for (int n = 0; n < count; n++) {
		static const char *const gaps[] = {" ", " ", " ", "-", ". ", ", ", "\u2019 "};
		g_string_append(text, lexicon[g_rand_int_range(dice, 0, G_N_ELEMENTS(lexicon))]);
		if (n + 1 < count)
			g_string_append(text, gaps[g_rand_int_range(dice, 0, G_N_ELEMENTS(gaps))]);
	}
	return g_string_free(text, FALSE);
}

static struct record *random_record(GRand *dice, int number)
{
	static const char *const titles[] = {"Fostering Review", "Adoption policy", "Apologies", NULL};
	struct record *record = record_new();
	record->id = g_strdup_printf("%012x#%d", number % 7, number);
	record->path = g_strdup_printf("papers/%d minutes.pdf", number % 7);
	record->text = random_text(dice);
	record->type = (enum record_type)g_rand_int_range(dice, 0, TYPE_COUNT);
	record->kind = (enum record_kind)g_rand_int_range(dice, 0, KIND_COUNT);
	record->title = g_strdup(titles[g_rand_int_range(dice, 0, G_N_ELEMENTS(titles))]);
	record->body = g_strdup(number % 3 ? "Corporate Parenting Panel" : "Cabinet");
	if (g_rand_int_range(dice, 0, 8) > 0)
		record->date = g_strdup_printf("%04d-%02d-%02d", g_rand_int_range(dice, 2014, 2018),
					       g_rand_int_range(dice, 1, 13), g_rand_int_range(dice, 1, 29));
	int count = g_rand_int_range(dice, 0, 3);
	for (int n = 0; n < count; n++)
		record_add_speaker(record, people[g_rand_int_range(dice, 0, G_N_ELEMENTS(people))],
				   g_rand_boolean(dice) ? SPEAKER_DIRECT : SPEAKER_LEAD);
	return record;
}

static void library_add(struct library *library, struct record *record)
{
	g_ptr_array_add(library->records, record);
	ck_assert(store_put(library->store, record, library->stemmer, NULL));
}

static void library_init(struct library *library)
{
	library->folder = g_dir_make_tmp("minutebook-XXXXXX", NULL);
	library->records = g_ptr_array_new_with_free_func(record_free);
	library->stemmer = stemmer_new();
	ck_assert(store_open(&library->store, library->folder, STORE_WRITE, NULL));
	ck_assert(store_begin(library->store, NULL));
}

/* Closes for writing and opens for reading. */
static void library_publish(struct library *library)
{
	ck_assert(store_commit(library->store, NULL));
	ck_assert(store_flush(library->store, NULL));
	store_close(library->store);
	ck_assert(store_open(&library->store, library->folder, STORE_READ, NULL));
}

static void library_clear(struct library *library)
{
	store_close(library->store);
	stemmer_free(library->stemmer);
	g_ptr_array_unref(library->records);
	GDir *dir = g_dir_open(library->folder, 0, NULL);
	for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
		g_autofree char *path = g_build_filename(library->folder, name, NULL);
		g_unlink(path);
	}
	g_dir_close(dir);
	g_rmdir(library->folder);
	g_free(library->folder);
}

static void library_fill(struct library *library)
{
	library_init(library);
	GRand *dice = g_rand_new_with_seed(152);
	for (int n = 1; n <= RECORDS; n++)
		library_add(library, random_record(dice, n));
	g_rand_free(dice);
	library_publish(library);
}

static int compare_ids(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The ids that a query finds, sorted, one a line. */
static char *find_ids(const struct library *library, const struct tree *tree, enum store_sort sort, bool sorted)
{
	struct search search;
	search_init(&search, library->store);
	GError *error = NULL;
	ck_assert_msg(search_run(&search, tree, sort, &error), "%s", error ? error->message : "");
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	for (guint n = 0; n < search.hits->len; n++) {
		struct record record;
		record_init(&record);
		guint32 docid = g_array_index(search.hits, struct store_hit, n).docid;
		ck_assert(store_fetch(&record, library->store, docid, NULL));
		g_ptr_array_add(ids, g_strdup(record.id));
		record_clear(&record);
	}
	if (sorted)
		g_ptr_array_sort(ids, compare_ids);
	g_ptr_array_add(ids, NULL);
	search_clear(&search);
	return g_strjoinv("\n", (char **)ids->pdata);
}

static char *naive_ids(const struct library *library, const struct tree *tree, bool with_furniture)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	for (guint n = 0; n < library->records->len; n++) {
		const struct record *record = g_ptr_array_index(library->records, n);
		if ((with_furniture || record->kind != KIND_FURNITURE) && naive_match(record, tree))
			g_ptr_array_add(ids, record->id);
	}
	g_ptr_array_sort(ids, compare_ids);
	g_ptr_array_add(ids, NULL);
	return g_strjoinv("\n", (char **)ids->pdata);
}

static void append_leaf(GString *out, GRand *dice)
{
	static const char *const fields[] = {
		"speaker:smith",   "speaker:\"jane carter\"",
		"spoke:carter",    "type:minutes",
		"kind:resolution", "kind:row",
		"title:foster",    "title:\"fostering review\"",
		"title:policies",  "is:undated",
		"date:2015",       "date:2015-03..2016-05-14",
		"date:..2014-11",  "date:20/02/2016..",
	};
	const char *word = lexicon[g_rand_int_range(dice, 0, G_N_ELEMENTS(lexicon))];
	const char *other = lexicon[g_rand_int_range(dice, 0, G_N_ELEMENTS(lexicon))];
	int prefix = g_rand_int_range(dice, 2, 6);
	switch (g_rand_int_range(dice, 0, 9)) {
	case 0:
	case 1:
		g_string_append(out, word);
		break;
	case 7:
		g_string_append_printf(out, "(%s OR \"%s %s\") %s/%d %s", word, other, word,
				       g_rand_boolean(dice) ? "ADJ" : "NEAR", g_rand_int_range(dice, 1, 6), other);
		break;
	case 2:
		g_string_append_printf(out, "\"%s %s\"", word, other);
		break;
	case 3:
		g_string_append_printf(out, "%.*s*", g_ascii_isalpha(word[0]) ? prefix : 1, word);
		break;
	case 4:
		g_string_append_printf(out, "\"%s %.2s*\"", word, g_ascii_isalpha(other[0]) ? other : "ca");
		break;
	case 5:
		g_string_append_printf(out, "%s-%s", word, other);
		break;
	case 6:
		g_string_append_printf(out, "%s %s/%d %s", word, g_rand_boolean(dice) ? "ADJ" : "NEAR",
				       g_rand_int_range(dice, 1, 6), other);
		break;
	default:
		g_string_append(out, fields[g_rand_int_range(dice, 0, G_N_ELEMENTS(fields))]);
	}
}

static void append_query(GString *out, GRand *dice, int depth)
{
	int count = g_rand_int_range(dice, 1, 4);
	for (int n = 0; n < count; n++) {
		if (n > 0)
			g_string_append(out, g_rand_boolean(dice) ? " OR " : " ");
		if (g_rand_int_range(dice, 0, 4) == 0)
			g_string_append(out, "NOT ");
		if (depth == 0 || g_rand_boolean(dice)) {
			append_leaf(out, dice);
			continue;
		}
		g_string_append_c(out, '(');
		append_query(out, dice, depth - 1);
		g_string_append_c(out, ')');
	}
}

START_TEST(generated_queries_find_what_reading_every_record_finds)
{
	struct library library;
	library_fill(&library);
	GRand *dice = g_rand_new_with_seed(418);
	guint found = 0;
	for (int round = 0; round < 600; round++) {
		g_autoptr(GString) query = g_string_new(NULL);
		append_query(query, dice, 2);
		struct language language;
		language_init(&language);
		ck_assert_msg(language_parse(&language, span_of(query->str), NULL), "%s", query->str);
		g_autofree char *ids = find_ids(&library, language.tree, SORT_RELEVANCE, true);
		g_autofree char *expected = naive_ids(&library, language.tree, false);
		ck_assert_msg(strcmp(ids, expected) == 0, "%s finds\n%s\nand not\n%s", query->str, ids, expected);
		found += *ids != '\0';
		language_clear(&language);
	}
	ck_assert_uint_gt(found, 300);
	g_rand_free(dice);
	library_clear(&library);
}
END_TEST

static void check_found(const struct library *library, const char *query, bool with_furniture)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of(query), NULL));
	g_autofree char *ids = find_ids(library, language.tree, SORT_RELEVANCE, true);
	g_autofree char *expected = naive_ids(library, language.tree, with_furniture);
	ck_assert_msg(strcmp(ids, expected) == 0, "%s finds\n%s\nand not\n%s", query, ids, expected);
	language_clear(&language);
}

START_TEST(furniture_is_found_only_where_its_kind_is_asked)
{
	struct library library;
	library_fill(&library);
	check_found(&library, "kind:furniture", true);
	check_found(&library, "kind:furniture foster", true);
	check_found(&library, "kind:furniture NOT \"foster carers\"", true);
	check_found(&library, "kind:furniture speaker:smith date:2015", true);
	check_found(&library, "-kind:furniture", false);
	check_found(&library, "-kind:row", false);
	library_clear(&library);
}
END_TEST

static void add_said(struct library *library, const char *id, const char *speaker, const char *date)
{
	struct record *record = record_new();
	record->id = g_strdup(id);
	record->path = g_strdup_printf("%.12s.txt", id);
	record->text = g_strdup("The panel welcomed the review.");
	record->date = g_strdup(date);
	record_add_speaker(record, speaker, SPEAKER_DIRECT);
	library_add(library, record);
}

static void check_notes(const struct library *library, const char *query, const char *expected)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of(query), NULL));
	struct search search;
	search_init(&search, library->store);
	ck_assert(search_run(&search, language.tree, SORT_RELEVANCE, NULL));
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	ck_assert(advice_missing(notes, &search, language.tree, NULL));
	ck_assert(advice_people(notes, &search, language.tree, NULL));
	g_ptr_array_add(notes, NULL);
	g_autofree char *joined = g_strjoinv("\n", (char **)notes->pdata);
	ck_assert_str_eq(joined, expected);
	search_clear(&search);
	language_clear(&language);
}

static void library_fill_smiths(struct library *library)
{
	library_init(library);
	add_said(library, "00000000000a#1", "Mr A Smith", "2016-05-26");
	add_said(library, "00000000000a#2", "Ms B Smith", "2015-01-02");
	add_said(library, "00000000000a#3", "Mr Smith", "2015-01-02");
	add_said(library, "00000000000b#1", "Mr A Smith", NULL);
	add_said(library, "00000000000b#2", "Mrs Poole", "2017-01-01");
	library_publish(library);
}

START_TEST(two_people_of_one_name_are_told)
{
	struct library library;
	library_fill_smiths(&library);
	check_notes(&library, "speaker:smith", "speaker:smith is 2 people here: Mr A Smith (3), Ms B Smith (1)");
	check_notes(&library, "speaker:poole", "");
	check_notes(&library, "speaker:\"b smith\"", "");
	check_notes(&library, "speaker:smith date:2016", "");
	library_clear(&library);
}
END_TEST

START_TEST(what_the_index_does_not_have_is_told)
{
	struct library library;
	library_fill_smiths(&library);
	check_notes(&library, "panels zebra", "no paragraph has 'zebra' in any form");
	check_notes(&library, "speaker:smyth", "no paragraph has speaker:smyth; did you mean speaker:smith?");
	check_notes(&library, "panel -zebra", "");
	library_clear(&library);
}
END_TEST

static void check_order(const struct library *library, enum store_sort sort, const char *expected)
{
	struct language language;
	language_init(&language);
	ck_assert(language_parse(&language, span_of("panel"), NULL));
	g_autofree char *ids = find_ids(library, language.tree, sort, false);
	ck_assert_str_eq(ids, expected);
	language_clear(&language);
}

START_TEST(equal_hits_are_always_in_the_same_order)
{
	struct library library;
	library_fill_smiths(&library);
	const char *by_date = "00000000000a#2\n00000000000a#3\n00000000000a#1\n00000000000b#2\n00000000000b#1";
	check_order(&library, SORT_RELEVANCE, by_date);
	check_order(&library, SORT_DATE, by_date);
	check_order(&library, SORT_DATE_DOWN,
		    "00000000000b#2\n00000000000a#1\n00000000000a#2\n00000000000a#3\n00000000000b#1");
	check_order(&library, SORT_DOCUMENT,
		    "00000000000a#1\n00000000000a#2\n00000000000a#3\n00000000000b#1\n00000000000b#2");
	library_clear(&library);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("search");
	TCase *tests = tcase_create("search");
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, generated_queries_find_what_reading_every_record_finds);
	tcase_add_test(tests, furniture_is_found_only_where_its_kind_is_asked);
	tcase_add_test(tests, two_people_of_one_name_are_told);
	tcase_add_test(tests, what_the_index_does_not_have_is_told);
	tcase_add_test(tests, equal_hits_are_always_in_the_same_order);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
