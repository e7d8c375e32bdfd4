/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "fault.h"
#include "topics.h"

static const char two_topics[] = "# comment\n"
				 "[care-leavers]\n"
				 "label=Leaving care\n"
				 "terms=care leaver;pathway plan\n"
				 "\n"
				 "[fostering]\n"
				 "label=Foster care\n"
				 "terms=fostering;foster carer;kinship carer\n";

static char *file;
static struct stemmer *stemmer;

static void setup(void)
{
	g_autoptr(GError) error = NULL;
	int handle = g_file_open_tmp("topics-XXXXXX.ini", &file, &error);
	ck_assert_int_ge(handle, 0);
	g_close(handle, NULL);
	stemmer = stemmer_new();
}

static void teardown(void)
{
	g_remove(file);
	g_clear_pointer(&file, g_free);
	g_clear_pointer(&stemmer, stemmer_free);
}

static struct topics *topics_of(const char *content)
{
	struct topics *topics = NULL;
	g_autoptr(GError) error = NULL;
	ck_assert(g_file_set_contents(file, content, -1, NULL));
	bool opened = topics_open(&topics, file, stemmer, &error);
	ck_assert_msg(opened, "%s", error ? error->message : "");
	return topics;
}

/* The message without the file's name; yours. */
static char *fault_of(const char *content)
{
	struct topics *topics = NULL;
	g_autoptr(GError) error = NULL;
	ck_assert(g_file_set_contents(file, content, -1, NULL));
	ck_assert(!topics_open(&topics, file, stemmer, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert(g_str_has_prefix(error->message, file));
	return g_strdup(error->message + strlen(file));
}

static struct record *add_record(struct paper *paper, const char *title, const char *section, const char *text)
{
	struct record *record = record_new();
	record->title = g_strdup(title);
	record->section = g_strdup(section);
	record->text = g_strdup(text);
	g_ptr_array_add(paper->records, record);
	return record;
}

/* "topic (term), topic (term)"; yours. */
static char *topics_print(const struct record *record)
{
	GString *out = g_string_new(NULL);
	ck_assert_uint_eq(record->topics->len, record->topic_terms->len);
	for (guint i = 0; i < record->topics->len; i++)
		g_string_append_printf(out, "%s%s (%s)", i ? ", " : "", (char *)g_ptr_array_index(record->topics, i),
				       (char *)g_ptr_array_index(record->topic_terms, i));
	return g_string_free(out, FALSE);
}

/* What one text is about. Yours. */
static char *topics_in(const char *content, const char *title, const char *section, const char *text)
{
	struct topics *topics = topics_of(content);
	struct paper paper;
	paper_init(&paper);
	struct record *record = add_record(&paper, title, section, text);
	topics_attribute(&paper, topics, stemmer);
	char *printed = topics_print(record);
	paper_clear(&paper);
	topics_close(topics);
	return printed;
}

static void assert_topics(const char *title, const char *section, const char *text, const char *expected)
{
	g_autofree char *printed = topics_in(two_topics, title, section, text);
	ck_assert_str_eq(printed, expected);
}

START_TEST(matches_a_phrase_in_any_grammatical_form)
{
	assert_topics(NULL, NULL, "Two CARE LEAVERS spoke.", "care-leavers (care leaver)");
	assert_topics(NULL, NULL, "A care-leaver's pathway", "care-leavers (care leaver)");
	assert_topics(NULL, NULL, "the care leavers\xE2\x80\x99 charter", "care-leavers (care leaver)");
}
END_TEST

START_TEST(matches_only_words_side_by_side)
{
	assert_topics(NULL, NULL, "care of a leaver, leavers care", "");
	assert_topics(NULL, NULL, "careleaver", "");
	assert_topics(NULL, NULL, "the end is care", "");
}
END_TEST

START_TEST(gives_the_topics_of_the_title_to_the_text)
{
	assert_topics("Fostering: annual report", NULL, "Numbers fell.", "fostering (fostering)");
}
END_TEST

START_TEST(gives_the_topics_of_the_section_to_the_text)
{
	assert_topics("Annual report", "Pathway plans", "Numbers fell.", "care-leavers (pathway plan)");
}
END_TEST

START_TEST(keeps_the_order_of_the_file_and_each_topic_once)
{
	assert_topics("Care leavers", NULL, "Kinship carers, fostering and pathway plans for care leavers.",
		      "care-leavers (pathway plan), fostering (kinship carer)");
}
END_TEST

START_TEST(names_the_longest_of_the_phrases_that_start_at_one_place)
{
	assert_topics(NULL, NULL, "A foster carer came.", "fostering (foster carer)");
	assert_topics(NULL, NULL, "Fostering and foster carers", "fostering (fostering)");
}
END_TEST

START_TEST(finds_a_phrase_that_overlaps_another)
{
	g_autofree char *printed = topics_in("[a]\nlabel=A\nterms=care plan\n[b]\nlabel=B\nterms=plan review\n", NULL,
					     NULL, "care plan review");
	ck_assert_str_eq(printed, "a (care plan), b (plan review)");
}
END_TEST

START_TEST(forgets_the_title_of_the_item_before)
{
	struct topics *topics = topics_of(two_topics);
	struct paper paper;
	paper_init(&paper);
	add_record(&paper, "Fostering", NULL, "Noted.");
	struct record *same = add_record(&paper, "Fostering", NULL, "Noted again.");
	struct record *other = add_record(&paper, "Parking", NULL, "Noted.");
	struct record *none = add_record(&paper, NULL, NULL, "Noted.");
	topics_attribute(&paper, topics, stemmer);
	ck_assert_uint_eq(same->topics->len, 1);
	ck_assert_uint_eq(other->topics->len, 0);
	ck_assert_uint_eq(none->topics->len, 0);
	paper_clear(&paper);
	topics_close(topics);
}
END_TEST

START_TEST(leaves_furniture_without_topics)
{
	struct topics *topics = topics_of(two_topics);
	struct paper paper;
	paper_init(&paper);
	struct record *record = add_record(&paper, "Fostering", NULL, "Fostering report, page 3");
	record->kind = KIND_FURNITURE;
	topics_attribute(&paper, topics, stemmer);
	ck_assert_uint_eq(record->topics->len, 0);
	paper_clear(&paper);
	topics_close(topics);
}
END_TEST

START_TEST(gives_the_same_topics_when_asked_twice)
{
	struct topics *topics = topics_of(two_topics);
	struct paper paper;
	paper_init(&paper);
	struct record *record = add_record(&paper, NULL, NULL, "fostering");
	topics_attribute(&paper, topics, stemmer);
	topics_attribute(&paper, topics, stemmer);
	g_autofree char *printed = topics_print(record);
	ck_assert_str_eq(printed, "fostering (fostering)");
	paper_clear(&paper);
	topics_close(topics);
}
END_TEST

static const struct {
	const char *content, *fault;
} faults[] = {
	{"", ", line 1: no [topic] in it"},
	{"\n\nterms=x\n", ", line 3: a key before the first [topic]"},
	{"[a]\nlabel=A\nterms x\n", ", line 3: neither [topic], key=value nor # comment"},
	{"[a]\nlabel=A\nterm=x\n", ", line 3: unknown key \"term\"; a topic has label and terms"},
	{"[a]\nlabel=A\nterms=x\n\n[a]\nterms=y\n", ", line 5: [a] was on line 1 already; put its terms there"},
	{"[Care leavers]\n", ", line 1: [Care leavers] is no topic id: small letters, digits and hyphens"},
	{"# c\n[a]\nlabel=A\n", ", line 2: [a] has no terms"},
	{"# c\n[a]\nterms=x\n", ", line 2: [a] has no label"},
	{"[a]\nlabel=A\nterms=x;--;y\n", ", line 1: [a] has a term without a word: \"--\""},
	{"[a]\nlabel=\xFF\nterms=x\n", ": not UTF-8 text"},
};

START_TEST(names_the_file_and_the_line_of_a_fault)
{
	g_autofree char *fault = fault_of(faults[_i].content);
	ck_assert_str_eq(fault, faults[_i].fault);
}
END_TEST

START_TEST(reads_a_file_of_another_system)
{
	g_autofree char *printed = topics_in("\xEF\xBB\xBF[a]\r\nlabel=A\r\nterms = bus stop ; tram;\r\n", NULL, NULL,
					     "Trams and bus stops");
	ck_assert_str_eq(printed, "a (tram)");
}
END_TEST

START_TEST(says_when_there_is_no_file)
{
	struct topics *topics = NULL;
	g_autoptr(GError) error = NULL;
	ck_assert(!topics_open(&topics, "/no/such/topics.ini", stemmer, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_str_eq(error->message, "/no/such/topics.ini: cannot be read: No such file or directory");
}
END_TEST

START_TEST(the_sample_taxonomy_is_sound)
{
	struct topics *topics = NULL;
	g_autoptr(GError) error = NULL;
	bool opened = topics_open(&topics, PROJECT_DIR "/corpus/topics.ini", stemmer, &error);
	ck_assert_msg(opened, "%s", error ? error->message : "");
	struct paper paper;
	paper_init(&paper);
	struct record *record = add_record(&paper, NULL, NULL, "Staying Put for care leavers who came as UASC");
	topics_attribute(&paper, topics, stemmer);
	g_autofree char *printed = topics_print(record);
	ck_assert_str_eq(printed, "care-leavers (care leaver), staying-put (staying put), uasc (UASC)");
	paper_clear(&paper);
	topics_close(topics);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("topics");
	TCase *match = tcase_create("match");
	tcase_add_checked_fixture(match, setup, teardown);
	tcase_add_test(match, matches_a_phrase_in_any_grammatical_form);
	tcase_add_test(match, matches_only_words_side_by_side);
	tcase_add_test(match, gives_the_topics_of_the_title_to_the_text);
	tcase_add_test(match, gives_the_topics_of_the_section_to_the_text);
	tcase_add_test(match, keeps_the_order_of_the_file_and_each_topic_once);
	tcase_add_test(match, names_the_longest_of_the_phrases_that_start_at_one_place);
	tcase_add_test(match, finds_a_phrase_that_overlaps_another);
	tcase_add_test(match, forgets_the_title_of_the_item_before);
	tcase_add_test(match, leaves_furniture_without_topics);
	tcase_add_test(match, gives_the_same_topics_when_asked_twice);
	TCase *read = tcase_create("read");
	tcase_add_checked_fixture(read, setup, teardown);
	tcase_add_loop_test(read, names_the_file_and_the_line_of_a_fault, 0, G_N_ELEMENTS(faults));
	tcase_add_test(read, reads_a_file_of_another_system);
	tcase_add_test(read, says_when_there_is_no_file);
	tcase_add_test(read, the_sample_taxonomy_is_sound);
	suite_add_tcase(suite, match);
	suite_add_tcase(suite, read);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
