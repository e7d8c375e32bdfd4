/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <stdlib.h>

#include "fault.h"
#include "record.h"

static void fill(struct record *record)
{
	record->id = g_strdup("0123456789ab#17");
	record->path = g_strdup("papers/2016/panel minutes.pdf");
	record->page = 14;
	record->page_end = 15;
	record->page_label = g_strdup("18");
	record->council = g_strdup("Wealdshire County Council");
	record->body = g_strdup("Corporate Parenting Panel");
	record->date = g_strdup("2016-05-26");
	record->date_basis = BASIS_STATED;
	record->type = TYPE_MINUTES;
	record->classification = g_strdup("Unrestricted");
	record->minute = g_strdup("152");
	record->agenda_item = g_strdup("B3");
	record->title = g_strdup("Foster Care Review");
	record->section = g_strdup("Next Steps");
	record->label = g_strdup("1.b");
	record->kind = KIND_RESOLUTION;
	record_add_speaker(record, "Ms A Bell", SPEAKER_DIRECT);
	record_add_speaker(record, "Mr C Ford", SPEAKER_LEAD);
	record_add_name(record, "Ms A Bell");
	record_add_name(record, "Mr C Ford");
	g_ptr_array_add(record->topics, g_strdup("fostering"));
	g_ptr_array_add(record->topic_terms, g_strdup("foster care"));
	record->text = g_strdup("\u201CStaying Put\u201D was agreed.");
	record->url = g_strdup("https://example.org/152");
	record->source = g_strdup("ocr");
	record->standing = g_strdup("draft");
	g_ptr_array_add(record->confirms, g_strdup("2016-04-14"));
}

static const char *const full_line =
	"{\"id\":\"0123456789ab#17\",\"path\":\"papers/2016/panel minutes.pdf\",\"page\":14,\"page_end\":15,"
	"\"page_label\":\"18\",\"council\":\"Wealdshire County Council\",\"body\":\"Corporate Parenting Panel\","
	"\"date\":\"2016-05-26\",\"date_basis\":\"stated\",\"type\":\"minutes\",\"classification\":\"Unrestricted\","
	"\"minute\":\"152\",\"agenda_item\":\"B3\",\"title\":\"Foster Care Review\",\"section\":\"Next Steps\","
	"\"label\":\"1.b\",\"kind\":\"resolution\",\"speakers\":[{\"name\":\"Ms A Bell\",\"basis\":\"direct\"},"
	"{\"name\":\"Mr C Ford\",\"basis\":\"lead\"}],\"names\":[\"Ms A Bell\",\"Mr C Ford\"],"
	"\"topics\":[\"fostering\"],\"text\":\"\u201CStaying Put\u201D was agreed.\","
	"\"url\":\"https://example.org/152\",\"topic_terms\":[\"foster care\"],\"source\":\"ocr\","
	"\"standing\":\"draft\",\"confirms\":[\"2016-04-14\"]}";

static const char *const empty_line =
	"{\"id\":null,\"path\":null,\"page\":null,\"page_end\":null,\"page_label\":null,\"council\":null,\"body\":null,"
	"\"date\":null,\"date_basis\":null,\"type\":\"other\",\"classification\":null,\"minute\":null,"
	"\"agenda_item\":null,\"title\":null,\"section\":null,\"label\":null,\"kind\":\"paragraph\",\"speakers\":[],"
	"\"names\":[],\"topics\":[],\"text\":null,\"url\":null,\"topic_terms\":[],\"source\":null,"
	"\"standing\":null,\"confirms\":[]}";

START_TEST(prints_every_field_in_the_order_of_the_contract)
{
	struct record record;
	record_init(&record);
	g_autofree char *bare = record_print(&record);
	ck_assert_str_eq(bare, empty_line);
	fill(&record);
	g_autofree char *line = record_print(&record);
	ck_assert_str_eq(line, full_line);
	record_clear(&record);
}
END_TEST

START_TEST(a_printed_record_reads_back_the_same)
{
	const char *const lines[] = {full_line, empty_line};
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(GError) error = NULL;
		struct record record;
		record_init(&record);
		ck_assert(record_parse(&record, span_of(lines[i]), &error));
		g_autofree char *again = record_print(&record);
		ck_assert_str_eq(again, lines[i]);
		record_clear(&record);
	}
}
END_TEST

static char *random_text(GRand *chance)
{
	static const char *const pieces[] = {"a",    "Z",      "\"",     "\\",         "/", "\n", "\t",
					     "\x01", "\u00E9", "\u2028", "\U0001F600", "{", "#",  " "};
	if (g_rand_int_range(chance, 0, 5) == 0)
		return NULL;
	GString *text = g_string_new(NULL);
	for (int i = g_rand_int_range(chance, 0, 12); i > 0; i--)
		g_string_append(text, pieces[g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces))]);
	return g_string_free(text, FALSE);
}

static void fill_random(struct record *record, GRand *chance)
{
	char **const strings[] = {&record->id,          &record->path,  &record->page_label,     &record->council,
				  &record->body,        &record->date,  &record->classification, &record->minute,
				  &record->agenda_item, &record->title, &record->section,        &record->label,
				  &record->text,        &record->url,   &record->source,         &record->standing};
	GPtrArray *const lists[] = {record->names, record->topics, record->topic_terms, record->confirms};
	for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
		*strings[i] = random_text(chance);
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		for (int n = g_rand_int_range(chance, 0, 3); n > 0; n--) {
			char *text = random_text(chance);
			g_ptr_array_add(lists[i], text ? text : g_strdup("x"));
		}
	}
	g_autofree char *name = random_text(chance);
	if (name)
		record_add_speaker(record, name, (enum speaker_basis)g_rand_int_range(chance, 0, 2));
	record->page = g_rand_int_range(chance, 0, 400);
	record->page_end = record->page;
	record->kind = (enum record_kind)g_rand_int_range(chance, 0, KIND_COUNT);
	record->type = (enum record_type)g_rand_int_range(chance, 0, TYPE_COUNT);
	record->date_basis = (enum record_basis)g_rand_int_range(chance, 0, BASIS_COUNT);
}

START_TEST(any_record_survives_printing_and_parsing)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(20160526);
	for (int round = 0; round < 500; round++) {
		struct record before, after;
		record_init(&before);
		record_init(&after);
		fill_random(&before, chance);
		g_autofree char *line = record_print(&before);
		ck_assert_ptr_null(strchr(line, '\n'));
		ck_assert(record_parse(&after, span_of(line), NULL));
		g_autofree char *again = record_print(&after);
		ck_assert_str_eq(again, line);
		ck_assert_int_eq(after.kind, before.kind);
		ck_assert_int_eq(after.page, before.page);
		ck_assert_pstr_eq(after.text, before.text);
		record_clear(&before);
		record_clear(&after);
	}
}
END_TEST

START_TEST(parsing_over_a_full_record_replaces_it)
{
	struct record record;
	record_init(&record);
	fill(&record);
	ck_assert(record_parse(&record, span_of(empty_line), NULL));
	g_autofree char *line = record_print(&record);
	ck_assert_str_eq(line, empty_line);
	record_clear(&record);
}
END_TEST

START_TEST(what_is_no_record_is_an_index_fault)
{
	static const char *const lines[] = {
		"",
		"[]",
		"{",
		"7",
		"{\"page\":\"x\"}",
		"{\"kind\":\"song\"}",
		"{\"type\":null}",
		"{\"text\":5}",
		"{\"speakers\":[{\"name\":\"x\"}]}",
		"{\"names\":[1]}",
		"{\"topics\":{}}",
		"{\"date_basis\":\"guess\"}",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(GError) error = NULL;
		struct record record;
		record_init(&record);
		ck_assert_msg(!record_parse(&record, span_of(lines[i]), &error), "%s", lines[i]);
		ck_assert(g_error_matches(error, FAULT, FAULT_INDEX));
		record_clear(&record);
	}
}
END_TEST

START_TEST(a_path_that_is_no_utf8_still_prints)
{
	struct record record;
	record_init(&record);
	record.path = g_strdup("caf\xE9.txt");
	g_autofree char *line = record_print(&record);
	ck_assert_ptr_nonnull(strstr(line, "\"path\":\"caf\uFFFD.txt\""));
	record_clear(&record);
}
END_TEST

START_TEST(a_speaker_is_there_once_and_direct_beats_lead)
{
	struct record record;
	record_init(&record);
	record_add_speaker(&record, "Mrs Dale", SPEAKER_LEAD);
	record_add_speaker(&record, "Mr Ford", SPEAKER_DIRECT);
	record_add_speaker(&record, "Mrs Dale", SPEAKER_DIRECT);
	record_add_speaker(&record, "Mr Ford", SPEAKER_LEAD);
	ck_assert_uint_eq(record.speakers->len, 2);
	ck_assert_int_eq(g_array_index(record.speakers, struct speaker, 0).basis, SPEAKER_DIRECT);
	ck_assert_int_eq(g_array_index(record.speakers, struct speaker, 1).basis, SPEAKER_DIRECT);
	record_add_name(&record, "Mr Ford");
	record_add_name(&record, "Mr Ford");
	ck_assert_uint_eq(record.names->len, 1);
	record_clear(&record);
}
END_TEST

START_TEST(the_number_is_the_end_of_the_id)
{
	struct record record;
	record_init(&record);
	ck_assert_uint_eq(record_number(&record), 0);
	fill(&record);
	ck_assert_uint_eq(record_number(&record), 17);
	static const char *const none[] = {
		"a#", "a#x", "a#1x", "a#-1", "a#0", "a#100000000", "a#77777777777777777777777"};
	for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
		g_free(record.id);
		record.id = g_strdup(none[i]);
		ck_assert_uint_eq(record_number(&record), 0);
	}
	record_clear(&record);
}
END_TEST

START_TEST(names_of_kinds_and_types_go_both_ways)
{
	for (int i = 0; i < KIND_COUNT; i++) {
		enum record_kind kind;
		ck_assert(record_kind_of(&kind, record_kind_name((enum record_kind)i)));
		ck_assert_int_eq(kind, i);
	}
	for (int i = 0; i < TYPE_COUNT; i++) {
		enum record_type type;
		ck_assert(record_type_of(&type, record_type_name((enum record_type)i)));
		ck_assert_int_eq(type, i);
	}
	enum record_kind kind;
	enum record_type type;
	enum record_basis basis;
	ck_assert(!record_kind_of(&kind, "song"));
	ck_assert(!record_kind_of(&kind, NULL));
	ck_assert(!record_type_of(&type, "Minutes"));
	ck_assert(record_basis_of(&basis, "filename"));
	ck_assert_int_eq(basis, BASIS_FILENAME);
	ck_assert_ptr_null(record_basis_name(BASIS_NONE));
}
END_TEST

static void assert_citation(const struct record *record, const char *want)
{
	g_autofree char *citation = record_citation(record);
	ck_assert_str_eq(citation, want);
}

START_TEST(cites_as_people_do_and_leaves_out_what_is_null)
{
	struct record record;
	record_init(&record);
	assert_citation(&record, "undated");
	fill(&record);
	assert_citation(&record, "Corporate Parenting Panel, 26 May 2016, minute 152 (Item B3), 1.b, p. 18 "
				 "[panel minutes.pdf]");
	g_clear_pointer(&record.minute, g_free);
	g_clear_pointer(&record.page_label, g_free);
	assert_citation(&record, "Corporate Parenting Panel, 26 May 2016, Item B3, 1.b, p. 14 [panel minutes.pdf]");
	g_clear_pointer(&record.agenda_item, g_free);
	g_clear_pointer(&record.label, g_free);
	g_clear_pointer(&record.body, g_free);
	g_clear_pointer(&record.date, g_free);
	record.page = 0;
	assert_citation(&record, "Wealdshire County Council, undated [panel minutes.pdf]");
	record.date = g_strdup("2020-01-07");
	assert_citation(&record, "Wealdshire County Council, 7 January 2020 [panel minutes.pdf]");
	record_clear(&record);
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("record");
	tcase_add_test(tcase, prints_every_field_in_the_order_of_the_contract);
	tcase_add_test(tcase, a_printed_record_reads_back_the_same);
	tcase_add_test(tcase, any_record_survives_printing_and_parsing);
	tcase_add_test(tcase, parsing_over_a_full_record_replaces_it);
	tcase_add_test(tcase, what_is_no_record_is_an_index_fault);
	tcase_add_test(tcase, a_path_that_is_no_utf8_still_prints);
	tcase_add_test(tcase, a_speaker_is_there_once_and_direct_beats_lead);
	tcase_add_test(tcase, the_number_is_the_end_of_the_id);
	tcase_add_test(tcase, names_of_kinds_and_types_go_both_ways);
	tcase_add_test(tcase, cites_as_people_do_and_leaves_out_what_is_null);
	Suite *suite = suite_create("record");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
