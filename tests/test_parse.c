/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What holds of any paper: no word is lost, what does not show changes nothing, and nothing takes more than its share of
 * time. */
#include <check.h>
#include <stdlib.h>
#include <time.h>

#include "encoding.h"
#include "parse_fixture.h"
#include "random_paper.h"
#include "text.h"

static void count_words(GHashTable *counts, const char *text, int step)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	struct span word, all = span_of(text);
	for (size_t pos = 0; text_next_word(all, &pos, &word);) {
		g_string_truncate(folded, 0);
		text_fold(folded, word);
		int count = GPOINTER_TO_INT(g_hash_table_lookup(counts, folded->str)) + step;
		g_hash_table_insert(counts, g_strdup(folded->str), GINT_TO_POINTER(count));
	}
}

/* "2.b" was printed as "b", "3.4" as "3.4" or as "4", and the bullet of "2.*3" is no word. */
static void take_label(GHashTable *counts, const char *label)
{
	const char *dot = strrchr(label, '.');
	const char *last = dot ? dot + 1 : label;
	if (*last == '*')
		return;
	count_words(counts, last, -1);
	if (dot)
		count_words(counts, label, -1);
}

/* A word of the text that is not in the records as often; NULL for none. */
static char *lost_word(const struct paper *paper, const char *bytes)
{
	g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *decoded = encoding_decode(span_of(bytes));
	g_autofree char *text = text_compose(span_of(decoded));
	count_words(counts, text, 1);
	for (guint i = 0; i < paper->records->len; i++) {
		const struct record *record = fixture_record(paper, i);
		count_words(counts, record->text, -1);
		if (record->label)
			take_label(counts, record->label);
	}
	GHashTableIter iter;
	gpointer word, count;
	g_hash_table_iter_init(&iter, counts);
	while (g_hash_table_iter_next(&iter, &word, &count))
		if (GPOINTER_TO_INT(count) > 0 && strcmp(word, "o") != 0) /* which is a bullet, too */
			return g_strdup(word);
	return NULL;
}

static void expect_no_word_lost(const char *text)
{
	struct paper paper;
	fixture_paper(&paper, span_of(text), "paper.txt");
	g_autofree char *lost = lost_word(&paper, text);
	paper_clear(&paper);
	ck_assert_msg(!lost, "'%s' is lost from:\n%.1000s", lost, text);
}

enum { ROUNDS = 120 };

START_TEST(no_word_of_a_text_is_lost)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(2012);
	for (int round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) text = random_paper(rand, g_rand_int_range(rand, 1, 40), FALSE);
		expect_no_word_lost(text->str);
	}
}
END_TEST

START_TEST(no_word_of_a_text_with_pages_is_lost)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(2024);
	for (int round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) text = random_paper(rand, g_rand_int_range(rand, 1, 60), TRUE);
		expect_no_word_lost(text->str);
	}
}
END_TEST

START_TEST(no_word_of_noise_is_lost)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(77);
	for (int round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (int lines = g_rand_int_range(rand, 1, 30); lines > 0; lines--) {
			g_autofree char *noise = random_noise(rand);
			g_string_append_printf(text, "%s\n", noise);
		}
		expect_no_word_lost(text->str);
	}
}
END_TEST

START_TEST(bytes_of_any_kind_are_read)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(99);
	for (int round = 0; round < ROUNDS; round++) {
		g_autoptr(GString) bytes = g_string_new("The harbour board met, and its papers were damp. ");
		for (int n = g_rand_int_range(rand, 1, 400); n > 0; n--) {
			int kind = g_rand_int_range(rand, 0, 4);
			g_string_append_c(bytes, kind ? (char)g_rand_int_range(rand, ' ', 127)
						      : (char)g_rand_int_range(rand, 128, 256));
			if (g_rand_int_range(rand, 0, 20) == 0)
				g_string_append_c(bytes, "\n\t\f\r"[g_rand_int_range(rand, 0, 4)]);
		}
		struct paper paper;
		fixture_paper(&paper, (struct span){bytes->str, bytes->len}, "paper.txt");
		for (guint i = 0; i < paper.records->len; i++)
			ck_assert(g_utf8_validate(fixture_record(&paper, i)->text, -1, NULL));
		paper_clear(&paper);
	}
}
END_TEST

/* All records as the program prints them. */
static char *print_records(const char *text)
{
	struct paper paper;
	GString *out = g_string_new(NULL);
	fixture_paper(&paper, span_of(text), "paper.txt");
	for (guint i = 0; i < paper.records->len; i++) {
		g_autofree char *line = record_print(fixture_record(&paper, i));
		g_string_append_printf(out, "%s\n", line);
	}
	paper_clear(&paper);
	return g_string_free(out, FALSE);
}

static const struct variant {
	const char *name, *from, *to;
} variants[] = {
	{"CR LF", "\n", "\r\n"},
	{"CR CR LF", "\n", "\r\r\n"},
	{"trailing spaces", "\n", "   \n"},
	{"a no-break space", " ", "\xc2\xa0"},
	{"soft hyphens", "arbo",
	 "ar\xc2\xad"
	 "bo"},
	{"zero-width spaces", "rep", "re\xe2\x80\x8bp"},
	{"letters and marks apart", "é", "e\xcc\x81"},
};

START_TEST(what_does_not_show_changes_no_record)
{
	const struct variant *variant = &variants[_i];
	g_autoptr(GRand) rand = g_rand_new_with_seed(5);
	for (int round = 0; round < 40; round++) {
		g_autoptr(GString) text = random_paper(rand, 20, round % 2);
		g_autoptr(GString) other = g_string_new(text->str);
		g_string_replace(other, variant->from, variant->to, 0);
		g_autofree char *plain = print_records(text->str), *got = print_records(other->str);
		ck_assert_msg(strcmp(plain, got) == 0, "%s change the records of\n%.1000s", variant->name, text->str);
	}
}
END_TEST

START_TEST(a_byte_order_mark_changes_no_record)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(6);
	for (int round = 0; round < 20; round++) {
		g_autoptr(GString) text = random_paper(rand, 20, FALSE);
		g_autofree char *marked = g_strconcat("\xef\xbb\xbf", text->str, NULL);
		g_autofree char *plain = print_records(text->str), *got = print_records(marked);
		ck_assert_str_eq(plain, got);
	}
}
END_TEST

START_TEST(double_spaces_change_no_record)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(8);
	for (int round = 0; round < 20; round++) {
		g_autoptr(GString) text = g_string_new("1. Fares\n\n");
		for (int i = 0; i < 20; i++)
			g_string_append_printf(text, "%d. The board of the harbour said. It was %d boats, it said.\n\n",
					       i + 1, g_rand_int_range(rand, 2, 999));
		g_autoptr(GString) other = g_string_new(text->str);
		g_string_replace(other, " ", "  ", 0);
		g_autofree char *plain = print_records(text->str), *got = print_records(other->str);
		ck_assert_str_eq(plain, got);
	}
}
END_TEST

START_TEST(the_same_paper_gives_the_same_records)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(4);
	g_autoptr(GString) text = random_paper(rand, 200, TRUE);
	g_autofree char *first = print_records(text->str), *second = print_records(text->str);
	ck_assert_str_eq(first, second);
}
END_TEST

/* Texts that grow with `i`, line by line, each line hostile to some rule. */
static const struct hostile {
	const char *name;
	const char *line; /* %d: its number */
	int lines;        /* of the smaller text */
} hostile[] = {
	{"short lines", "word%d\n", 2500},
	{"one long paragraph", "This is a line of the paragraph that goes on and on with number %d\n", 1000},
	{"one long line", "word%d ", 10000},
	{"one long word", "x", 150000},
	{"bullets", "• point %d here\n", 1000},
	{"nested points", "a) point %d here:\n\n(i) in it:\n\n• and in that:\n\n", 800},
	{"deep labels", "1.1.1.1.1.%d Deep label\n", 1500},
	{"figures", "%d\n", 4000},
	{"form feeds", "\f", 25000},
	{"pages", "Forum papers\n\nText of page %d here.\n\n%d\f", 500},
	{"cells", "a\tb\tc %d\n", 2000},
	{"one long row", "a%d\t", 5000},
	{"stars", "*a ", 4000},
	{"low lines", " _a", 4000},
	{"open tags", "<a ", 4000},
	{"open comments", "<!-- ", 4000},
	{"tags", "<p>a</p>", 2500},
	{"backslashes", "\\", 25000},
	{"quotes", ">", 25000},
	{"brackets", "(", 25000},
	{"colons", "a:", 25000},
	{"broken words", "infor-\n", 2000},
	{"items", "%d. Title of item\n(Item %d)\n\nText here.\n\n", 500},
	{"labels alone", "%d.\n\n", 2500},
	{"stamps", "Agenda Item B1\nAgenda Item B2\n", 1000},
	{"heads of minutes", "MINUTES of the meeting\n", 2000},
	{"heads of reports", "By: Ms B Oth\nTo: Forum\nSubject: Quay\n\n", 750},
	{"dates", "12 May 2016 ", 2000},
	{"councils", "County Council ", 2500},
	{"names", "Mr A Smith said that ", 2000},
	{"speakers", "%d. Mrs Smith %d said that it was good. She added more.\n\n", 750},
	{"attendance", "PRESENT: A B,\n", 2000},
	{"icons", "a PDF 83 KB\n", 2000},
	{"directions", "View directions\n", 2000},
	{"prose in cells",
	 "Task %d: x\tprose text here that is long enough to be prose in a cell and not a value, said the harbour "
	 "master, at great length, twice\tb\n",
	 1000},
};

static GString *hostile_text(const struct hostile *hard, int times)
{
	GString *text = g_string_new(NULL);
	g_auto(GStrv) parts = g_strsplit(hard->line, "%d", -1);
	for (int i = 0; i < hard->lines * times; i++) {
		g_string_append(text, parts[0]);
		for (guint j = 1; parts[j]; j++)
			g_string_append_printf(text, "%d%s", i, parts[j]);
	}
	return text;
}

static double seconds_to_parse(const GString *text)
{
	struct paper paper;
	clock_t start = clock();
	fixture_paper(&paper, (struct span){text->str, text->len}, "paper.txt");
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	paper_clear(&paper);
	return seconds;
}

/* Four times the text may take eight times as long, and half a second more: quadratic work takes sixteen times. */
START_TEST(time_grows_with_the_text_and_not_faster)
{
	const struct hostile *hard = &hostile[_i];
	g_autoptr(GString) small = hostile_text(hard, 1), large = hostile_text(hard, 4);
	double first = seconds_to_parse(small), second = seconds_to_parse(large);
	ck_assert_msg(second < 8 * first + 0.5, "%s: %g s for %zu bytes, %g s for %zu", hard->name, first, small->len,
		      second, large->len);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("parse");
	TCase *words = tcase_create("words"), *same = tcase_create("same"), *time = tcase_create("time");
	tcase_set_timeout(words, 120);
	tcase_set_timeout(same, 120);
	tcase_set_timeout(time, 120);
	tcase_add_test(words, no_word_of_a_text_is_lost);
	tcase_add_test(words, no_word_of_a_text_with_pages_is_lost);
	tcase_add_test(words, no_word_of_noise_is_lost);
	tcase_add_test(words, bytes_of_any_kind_are_read);
	tcase_add_loop_test(same, what_does_not_show_changes_no_record, 0, G_N_ELEMENTS(variants));
	tcase_add_test(same, a_byte_order_mark_changes_no_record);
	tcase_add_test(same, double_spaces_change_no_record);
	tcase_add_test(same, the_same_paper_gives_the_same_records);
	tcase_add_loop_test(time, time_grows_with_the_text_and_not_faster, 0, G_N_ELEMENTS(hostile));
	suite_add_tcase(suite, words);
	suite_add_tcase(suite, same);
	suite_add_tcase(suite, time);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
